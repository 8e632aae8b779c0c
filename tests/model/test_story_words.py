"""Statements in letters and in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.story.stories import RELATED, link, story
from tui.analysis.story.statements import statement_at
from tui.model.statement import Statement
from tui.model.story import Story
from tui.model.story_words import described, witness_letters

AGENCY = "Rescuers pulled nine miners alive from the flooded shaft near Oster late on Sunday evening."


def five() -> tuple[Story, Statement]:
    links = {
        (0, 1): [link(0, 0)],
        (0, 2): [link(0, 0, RELATED)],
        (0, 3): [link(0, 0)],
        (1, 3): [link(0, 0)],
    }
    made = story([["Nine miners were saved."], [AGENCY], ["c"], [AGENCY], ["e"]], links)
    return made, statement_at(made, 0, 0)


def test_letters_tell_who_states_it_and_who_has_it_beside() -> None:
    _, row = five()
    assert witness_letters(row) == "B=D c"
    assert witness_letters(row, own=True) == "A B=D c"


def test_words_tell_it_too() -> None:
    made, row = five()
    assert (
        described(row, made)
        == "Stated by B and D (B and D carry one text, counted once), beside C. Not in E."
    )


def test_a_statement_of_one_report_is_in_no_other() -> None:
    made, _ = five()
    assert described(statement_at(made, 4, 0), made) == "Not in A, B, C and D."


def test_the_source_that_a_report_names_is_told() -> None:
    made = story([["He resigns."], ["He resigns, Reuters reported."]], {(0, 1): [link(0, 0)]})
    assert described(statement_at(made, 0, 0), made) == "Stated by B (B names Reuters as its source)."


def test_what_is_not_compared_yet_is_told() -> None:
    made = story([["a"], ["b"], ["c"]], {(0, 1): [link(0, 0)]}, pending=[(0, 2)])
    assert described(statement_at(made, 0, 0), made) == "Stated by B. Not compared yet with C."


def test_a_report_with_another_number_is_not_among_those_that_state_it() -> None:
    made, row = five()
    row = replace(row, members=tuple(replace(k, disputed=k.report == 3) for k in row.members), copies=())
    assert described(row, made) == "Stated by B, D gives another number, beside C. Not in E."


def test_a_text_that_is_that_of_the_report_being_read_is_said_to_be_so() -> None:
    made, row = five()
    row = replace(row, members=(row.members[0], *row.members[2:]), copies=((0, 3),))
    assert (
        described(row, made)
        == "Stated by D (A and D carry one text, counted once), beside C. Not in B and E."
    )


@pytest.mark.parametrize("width", [90, 70, 55, 40])
def test_words_are_fewer_where_there_is_less_room(width: int) -> None:
    made, row = five()
    row = replace(row, members=tuple(replace(k, disputed=k.report == 2) for k in row.members))
    text = described(row, made, width)
    assert len(text) <= width
    assert text.startswith(("Stated by B and D", "Stated by BD"))
