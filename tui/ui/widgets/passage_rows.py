"""Rows of a passage in a pane: their look, and the selected text in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection

from tui.layout.cells import get_character_cell_size
from tui.layout.page import LaidOutArticle
from tui.layout.right_to_left import page_line
from tui.layout.wrap import pad
from tui.model import Span
from tui.model.difference import MarkedWords

StyledRange = tuple[int, int, Style]
"""Start and end in a line, and a style for that range."""


class PassageLook(Struct, frozen=True):
    """All properties that determine the look of a passage; the key of its cached strips."""

    sign: str = ""
    outside: bool = False
    """Whether a filter is on that has nothing to do with it; it is dimmed."""
    number: str = ""
    """Its number in the margin, if numbers are shown."""
    topic: int = -1
    current: bool = False
    pinning: bool = False
    """Whether it will be pinned to the passage chosen next."""
    note: str = ""
    """What stands to its right: the number of its link in stacked panes, else the topic that begins."""
    hits: tuple[Span, ...] = ()
    """Search hits in its text."""
    letters: tuple[str, ...] = ()
    """The letters of the reports that state it, and of those with something beside it, one text a row."""
    words: tuple[MarkedWords, ...] = ()
    """Words that the passage shares with its counterpart, or does not."""


def styled_segments(text: str, base: Style, ranges: Iterable[StyledRange]) -> list[Segment]:
    """Segments of a line with the styles of the ranges; later ranges cover earlier ones."""
    styles = [base] * len(text)
    for start, end, style in ranges:
        for k in range(max(0, start), min(end, len(text))):
            styles[k] = style
    segments = []
    at = 0
    for style, run in groupby(styles):
        length = sum(1 for _ in run)
        segments.append(Segment(text[at : at + length], style))
        at += length
    return segments


class DrawnText:
    """A line of a passage, filled up to the width of the column, in the order in which it is drawn."""

    def __init__(self, text: str, paragraph: str, width: int, reorders: bool) -> None:
        """`reorders`: as for `page_line`."""
        self._drawn = page_line(text, paragraph, width, reorders=reorders)
        self.padded = self._drawn.text if self._drawn else pad(text, width)

    def segments(
        self, base: Style, ranges: Sequence[StyledRange], selected: StyledRange | None
    ) -> list[Segment]:
        """Segments with the styles of ranges, as the line is read, and of the selection, as it is drawn."""
        if self._drawn:
            size = len(self._drawn.order)
            styles = {k: style for a, b, style in ranges for k in range(max(0, a), min(b, size))}
            places = enumerate(self._drawn.order)
            ranges = [(column, column + 1, styles[place]) for column, place in places if place in styles]
        return styled_segments(self.padded, base, [*ranges, selected] if selected else ranges)


def selection_cells(text: str, row: int) -> list[Segment]:
    """A row for Textual's text selection, cell by cell: its style holds the offset in the page.

    Both cells of a wide character have its own offset; Textual takes the second for the next character.
    """
    if text.isascii():
        return [Segment(text, Style.from_meta({"offset": (0, row)}))]
    return [
        Segment(" ", Style.from_meta({"offset": (index, row)}))
        for index, character in enumerate(text)
        for _ in range(get_character_cell_size(character))
    ]


def selected_range(span: tuple[int, int] | None, text: str, margin: int) -> tuple[int, int] | None:
    """The selected part of a row's text, as offsets into the line; None if nothing in it is selected.

    `span`: that of the row in Textual's selection. `margin`: cells left of the text.
    """
    if span is None:
        return None
    end = len(text) if span[1] == -1 else max(0, span[1] - margin)
    while 0 < end < len(text) and get_character_cell_size(text[end]) == 0:  # marks of the last character
        end += 1
    return max(0, span[0] - margin), end


def selected_text(page: LaidOutArticle, selection: Selection, margin: int, *, reorders: bool = True) -> str:
    """The selected text of an article as it is read, with the lines of each passage joined.

    `reorders`: as for `page_line`.
    """
    first = selection.start.y if selection.start else 0
    last = selection.end.y if selection.end else page.height - 1
    out = ""
    for row in range(max(0, first), min(last, page.height - 1) + 1):
        number, line = page.locate(row)
        block = page.blocks[number]
        if line >= len(block.starts):
            continue
        text = block.line(line)
        drawn = page_line(text, block.text, page.width, reorders=reorders)
        part = selected_range(selection.get_span(row), drawn.text if drawn else text, margin)
        if part:
            chosen = "".join(text[k] for k in drawn.read(*part)) if drawn else text[slice(*part)]
            out += (" " if line and out else "\n" if out else "") + chosen
    return out
