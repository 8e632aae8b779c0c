"""Statements in letters and in words."""

from __future__ import annotations

from tests.analysis.story.stories import RELATED, link, story
from tui.analysis.story.statements import statement_at
from tui.model.story import Statement, Story
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
    assert described(row, made) == "Stated by B and D (D's text is B's, counted once), beside C. Not in E."


def test_a_statement_of_one_report_is_in_no_other() -> None:
    made, _ = five()
    assert described(statement_at(made, 4, 0), made) == "Not in A, B, C and D."


def test_the_source_that_a_report_names_is_told() -> None:
    made = story([["He resigns."], ["He resigns, Reuters reported."]], {(0, 1): [link(0, 0)]})
    assert described(statement_at(made, 0, 0), made) == "Stated by B (B names Reuters as its source)."


def test_what_is_not_compared_yet_is_told() -> None:
    made = story([["a"], ["b"], ["c"]], {(0, 1): [link(0, 0)]}, pending=[(0, 2)])
    assert described(statement_at(made, 0, 0), made) == "Stated by B. Not compared yet with C."
