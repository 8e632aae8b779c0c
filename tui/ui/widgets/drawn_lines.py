"""Lines of all widgets in the order in which they are drawn, where something in them is from right to left.

A line belongs to the program and is drawn from left to right; a snippet of an article in it is isolated, by
`tui.model.direction.isolated` or, in text that Textual wraps, as a `paragraph`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.style import Style as ContentStyle

from tui.layout.cells import cell_len
from tui.layout.right_to_left import DrawnLine, drawn_line, unordered_line
from tui.model.direction import (
    END_OF_ISOLATE,
    RIGHT_TO_LEFT_ISOLATE,
    has_right_to_left,
    is_right_to_left,
    without_isolates,
)

_PARAGRAPH = "right_to_left"
"""Key of the meta data of a style that says that the text is of a paragraph from right to left."""


class DrawnLines(LineFilter):
    """Reorders what a widget paints, or, where the terminal reorders, takes the marks of isolates out."""

    def __init__(self, reorders: bool) -> None:
        super().__init__()
        self._reorders = reorders

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(segment.text.isascii() for segment in segments):
            return segments
        return drawn_row(segments, reorders=self._reorders)


class DrawnBefore:
    """To be put before `Widget` by widgets whose lines are in the order in which they are drawn already.

    A screen over another one is such a widget: it paints the lines of what is below it once more. This is no
    Widget itself, as Textual takes styles from the first base that is one.
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters: Sequence[LineFilter] = super().get_line_filters()  # type: ignore[misc]
        return [own for own in filters if not isinstance(own, DrawnLines)]


def drawn_row(segments: Iterable[Segment], *, reorders: bool = True) -> list[Segment]:
    """A row with its words from right to left in the order in which they are drawn."""
    own = list(segments)
    line = _line(own, reorders)
    if line is None:
        return own
    styles = [segment.style for segment in own for _ in segment.text]
    drawn = zip(line.text, (styles[place] for place in line.order), strict=True)
    runs = groupby(drawn, key=lambda part: part[1])
    return [Segment("".join(char for char, _ in run), style) for style, run in runs]


def read_cell(segments: Sequence[Segment], cell: int, *, reorders: bool) -> int:
    """The cell in which a character would stand in the order of reading, by the cell in which it is drawn."""
    line = _line(segments, reorders) if reorders else None
    place = line.place_at(cell) if line else -1
    text = "".join(segment.text for segment in segments)
    return cell if place < 0 else cell_len(text[:place])


def _line(segments: Sequence[Segment], reorders: bool) -> DrawnLine | None:
    """The text of segments as it is drawn; None if that is as it is read.

    A row of a wrapped snippet may have marks of its isolate without any letter from right to left.
    """
    text = "".join(segment.text for segment in segments)
    if not has_right_to_left(text) and without_isolates(text) == text:
        return None
    if not reorders:
        return unordered_line(text)
    marked, places = "", list[int]()  # with the isolates of paragraphs, which are not in the text
    at = 0
    for inside, run in groupby(segments, key=_is_paragraph):
        part = "".join(segment.text for segment in run)
        own = list(range(at, at + len(part)))
        marked += f"{RIGHT_TO_LEFT_ISOLATE}{part}{END_OF_ISOLATE}" if inside else part
        places += [-1, *own, -1] if inside else own
        at += len(part)
    drawn = drawn_line(marked, False)
    return DrawnLine(drawn.text, tuple(places[place] for place in drawn.order))


def _is_paragraph(segment: Segment) -> bool:
    style: Style | None = segment.style
    return bool(style and style._meta and style.meta.get(_PARAGRAPH))


def paragraph(content: Content) -> Content:
    """Text of an article that Textual wraps: each of its lines has the direction of the whole."""
    if not is_right_to_left(content.plain):
        return content
    return content.stylize(ContentStyle.from_meta({_PARAGRAPH: True}))
