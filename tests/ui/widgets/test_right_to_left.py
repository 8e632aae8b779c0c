"""Articles from right to left in the panes: marks, search hits, and what is copied."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection

from tests.analysis.articles import article
from tui.layout.page import lay_out
from tui.layout.right_to_left import reorderer
from tui.ui.widgets.drawn_lines import drawn_row, read_cell
from tui.ui.widgets.passage_rows import DrawnText, selected_text

HEBREW = "ראש הממשלה אמר שלום."
BASE, MARK = Style(), Style(bold=True)
WIDTH, MARGIN = 30, 4


def test_marks_lie_on_the_letters_they_are_about() -> None:
    start = HEBREW.index("הממשלה")
    drawn = DrawnText(HEBREW, HEBREW, WIDTH, reorders=True)
    segments = drawn.segments(BASE, [(start, start + 6, MARK)], None)
    assert [segment.text for segment in segments if segment.style == MARK] == ["הלשממה"]
    assert sum(len(segment.text) for segment in segments) == WIDTH


def test_a_selection_marks_columns_as_they_are_drawn() -> None:
    drawn = DrawnText(HEBREW, HEBREW, WIDTH, reorders=True)
    segments = drawn.segments(BASE, [], (WIDTH - 3, WIDTH, MARK))
    assert segments[-1].text == "שאר" and segments[-1].style == MARK


def test_selected_words_are_copied_in_the_order_of_reading() -> None:
    page = lay_out(article([HEBREW], language="he"), WIDTH)
    edge = MARGIN + WIDTH
    selection = Selection(Offset(edge - len("ראש הממשלה"), 0), Offset(edge, 0))
    assert selected_text(page, selection, MARGIN) == "ראש הממשלה"
    assert selected_text(page, Selection(None, None), MARGIN) == HEBREW


def test_rows_of_other_widgets_reorder_words_in_place() -> None:
    row = drawn_row([Segment("Here: ", BASE), Segment("שלום", MARK), Segment(".", BASE)])
    assert "".join(segment.text for segment in row) == "Here: םולש."
    assert [segment.text for segment in row if segment.style == MARK] == ["םולש"]


def test_terminals_that_reorder_are_known_by_their_environment() -> None:
    assert reorderer({}) == reorderer({"TERM": "xterm-kitty", "VTE_VERSION": "5400"}) == "app"
    assert reorderer({"VTE_VERSION": "7600"}) == reorderer({"KONSOLE_VERSION": "230401"}) == "terminal"
    assert reorderer({"TERM_PROGRAM": "Apple_Terminal"}) == reorderer({"MLTERM": "3.9.3"}) == "terminal"


@pytest.mark.parametrize("reorders", [False, True])
def test_rows_have_no_marks_of_isolates_where_all_their_letters_are_latin(reorders: bool) -> None:
    """As the second row of a wrapped snippet in Hebrew."""
    segments = [Segment("\u2068", BASE), Segment("BBC News", MARK), Segment("\u2069 · 4", BASE)]
    row = drawn_row(segments, reorders=reorders)
    assert [(segment.text, segment.style) for segment in row] == [("BBC News", MARK), (" · 4", BASE)]
    assert drawn_row(segments[1:2], reorders=reorders) == segments[1:2]


def test_cells_of_such_a_row_are_those_of_what_is_read() -> None:
    assert read_cell([Segment("\u2068BBC\u2069 · é")], 6, reorders=True) == 6
