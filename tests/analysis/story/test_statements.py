"""What gathers around the passages of the report being read, and how many witnesses it has."""

from __future__ import annotations

from tests.analysis.story.stories import RELATED, link, story
from tui.analysis.story.statements import by_independence, statement_at, statements
from tui.model import Span
from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.statement import Cell, Spread

AGENCY = "Rescuers pulled nine miners alive from the flooded shaft near Oster late on Sunday evening."


def places(rows: object) -> list[tuple[int, int]]:
    return [(row.report, row.passage) for row in rows]  # type: ignore[attr-defined]


def test_what_the_others_say_gathers_around_the_passages_of_the_report_being_read() -> None:
    reports = [["a0", "a1"], ["b0", "b1"], ["c0"]]
    made = story(reports, {(0, 1): [link(0, 0)], (1, 2): [link(1, 0)]})
    assert places(statements(made)) == [(0, 0), (0, 1), (1, 1)]
    assert [m.report for m in statements(made)[2].members] == [1, 2]


def test_another_report_can_be_the_one_being_read() -> None:
    made = story([["a0"], ["b0"], ["c0"]], {(0, 1): [link(0, 0)], (0, 2): [link(0, 0)]})
    assert places(statements(made, 2)) == [(2, 0), (1, 0)]


def test_links_are_not_closed() -> None:
    made = story([["a"], ["b"], ["c"]], {(0, 1): [link(0, 0)], (1, 2): [link(0, 0)]})
    first, second = statements(made)
    assert [first.cell(k) for k in range(3)] == [Cell.STATED, Cell.STATED, Cell.ABSENT]
    assert [second.cell(k) for k in range(3)] == [Cell.ABSENT, Cell.STATED, Cell.STATED]


def test_what_is_only_beside_a_passage_keeps_a_row_of_its_own() -> None:
    made = story([["a"], ["b"]], {(0, 1): [link(0, 0, RELATED)]})
    assert places(statements(made)) == [(0, 0), (1, 0)]
    assert [row.cell(1 - row.report) for row in statements(made)] == [Cell.BESIDE, Cell.BESIDE]


def test_links_below_the_threshold_gather_nothing_but_keep_a_report_from_being_called_without_it() -> None:
    links = {(0, 1): [link(0, 0, score=40.0), link(0, 1, score=45.0)], (0, 2): [link(0, 0, score=15.0)]}
    made = story([["a"], ["b", "b1"], ["c"]], links)
    row = statement_at(made, 0, 0)
    assert (row.cell(1), row.cell(2)) == (Cell.WEAK, Cell.ABSENT)
    assert (len(row.members), row.independent, row.to_look_at(1)) == (1, 1, (1,))
    assert statement_at(made, 0, 0, 30.0).cell(1) is Cell.STATED


def test_a_report_that_is_not_compared_yet_is_neither_absent_nor_alone() -> None:
    made = story([["a"], ["b"], ["c"]], {}, pending=[(0, 2)])
    row = statement_at(made, 0, 0)
    assert [row.cell(k) for k in range(3)] == [Cell.STATED, Cell.ABSENT, Cell.PENDING]
    assert not row.has(Spread.ONE, 3)
    assert statement_at(made, 1, 0).has(Spread.ONE, 3)


def test_a_conflict_makes_a_cell_differ_and_an_agreement_does_not() -> None:
    facts = Fact(FactKind.NUMBER, "9", "9", Span(0, 1)), Fact(FactKind.NUMBER, "8", "8", Span(0, 1))
    entries = {
        (0, 1): [Difference(FactKind.NUMBER, State.DIFFERS, *facts, 0, 0)],
        (0, 2): [Difference(FactKind.NUMBER, State.EQUAL, facts[0], facts[0], 0, 0)],
    }
    links = {(0, 1): [link(0, 0)], (0, 2): [link(0, 0)]}
    made = story([["9 a"], ["8 b"], ["9 c"]], links, differences=entries)
    row = statement_at(made, 0, 0)
    assert [row.cell(k) for k in range(3)] == [Cell.STATED, Cell.DIFFERS, Cell.STATED]
    assert row.has(Spread.DISPUTED, 3)
    assert row.has(Spread.ALL_BUT_ONE, 3)
    assert (row.stated_by, row.independent) == ((0, 2), 2)


def test_reports_with_one_text_are_one_origin() -> None:
    links = {(0, 1): [link(0, 0)], (0, 2): [link(0, 0)], (1, 2): [link(0, 0)]}
    made = story([["Nine miners were saved on Sunday."], [AGENCY], [f"OSTER (AP) -- {AGENCY}"]], links)
    row = statement_at(made, 0, 0)
    assert row.stated_by == (0, 1, 2)
    assert row.origins == ((0,), (1, 2))
    assert row.copies == ((1, 2),)
    assert row.independent == 2


def test_a_report_that_names_another_as_its_source_is_no_second_witness() -> None:
    reports = [
        ["The minister will resign, two officials said."],
        ["The minister will resign, the Herald reported."],
    ]
    made = story(reports, {(0, 1): [link(0, 0)]}, names=["The Boston Herald", "The Post"])
    row = statement_at(made, 0, 0)
    assert row.origins == ((0, 1),)
    assert row.copies == ()
    assert row.credits == {1: "Herald"}


def test_two_reports_that_name_one_agency_are_one_witness() -> None:
    reports = [
        ["He will resign, he told Reuters."],
        ["According to Reuters, he will resign."],
        ["He will resign."],
    ]
    made = story(reports, {(0, 1): [link(0, 0)], (0, 2): [link(0, 0)]})
    assert statement_at(made, 0, 0).origins == ((0, 1), (2,))


def test_the_same_text_twice_is_one_origin_everywhere() -> None:
    made = story(
        [["Rain fell."], ["Rain fell."], ["It rained."]], {(0, 1): [link(0, 0)], (0, 2): [link(0, 0)]}
    )
    assert made.twins == ((0, 1),)
    assert statement_at(made, 0, 0).origins == ((0, 1), (2,))


def test_the_grid_begins_with_what_most_independent_origins_state() -> None:
    links = {(0, 1): [link(1, 0), link(2, 1)], (0, 2): [link(2, 0)]}
    made = story([["a0", "a1", "a2"], ["b0", "b1"], ["c0"]], links)
    assert places(by_independence(statements(made))) == [(0, 2), (0, 1), (0, 0)]


def test_filters_count_the_reports_that_state_it() -> None:
    made = story([["a"], ["b"], ["c"]], {(0, 1): [link(0, 0)], (0, 2): [link(0, 0, RELATED)]})
    row = statement_at(made, 0, 0)
    assert row.has(Spread.ALL_BUT_ONE, 3)
    assert not row.has(Spread.ALL, 3)
    assert not row.has(Spread.ONE, 3)
