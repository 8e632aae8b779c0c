"""The lines of a page of a PDF in reading order: columns one after the other, note marks in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.paragraphs import STOP

if TYPE_CHECKING:
    from pypdf import PageObject

MIN_WIDE = 56
"""Characters of a page's usual line from which it may run across columns. One column has up to about 50."""
MIN_ROWS = 6
"""Rows of columns side by side from which a page is taken for one with columns."""
MIN_CELL = 18
"""Characters of a column's usual line. Those of tables are shorter."""
MIN_BROKEN = 0.25
"""Share of a column's lines that go on in lower case, or that another language's lines end without a stop."""
MIN_LETTERS = 0.95
"""Share of the page's letters that must be in its columns, else they have lost text."""
SMALL = 0.8
"""Size of a note mark's letters, at most, for one of the letters around it."""

_GAP = lazy_pattern(r" {3,}")
_MARK = lazy_pattern(r"(?:\d{1,3}|[*†‡§]{1,3})(?:, ?(?:\d{1,3}))*")
_NOTED = lazy_pattern(r"[\w.,;:!?)\]”’»\"']$")
"""The end of a text that may have a note."""
_POWER = lazy_pattern(r"(?:(?<!\w)(?:[^\W\d_]|[ckm]m|mi|ft|in|\d{1,3})|\))$")
"""The end of a text that may have a power: a letter by itself, a unit, a short number, a formula."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SOFT_BREAK = lazy_pattern(r"(?<=[^\W\d_])\u00ad[ \t]*\n[ \t]*([^\W\d_]\S*)[ \t]*\n?")
_HYPHENS = str.maketrans("\u2010\u2011", "--")


class _Segment(Struct, frozen=True):
    """Text that was drawn in one go."""

    text: str
    left: float
    """Where it begins, in points from the page's left edge."""
    height: float
    """Distance of the baseline from the page's lower edge, in points."""
    size: float
    """Size of the letters in points."""


def page_lines(page: PageObject) -> list[str]:
    """The lines of a page. Raises what pypdf raises on damaged pages."""
    segments: list[_Segment] = []

    def collect(text: str, user: Any, line: Any, font: Any, size: float) -> None:
        # A line's end may come with the size of the letters behind it.
        drawn = text.lstrip("\n") if text.strip() else ""
        if segments and len(drawn) < len(text):
            last = segments[-1]
            segments[-1] = replace(last, text=last.text + text[: len(text) - len(drawn)])
        if not drawn:
            return
        height = float(line[5]) * float(user[3]) + float(user[5])
        left = float(line[4]) * float(user[0]) + float(user[4])
        segments.append(_Segment(drawn, left, height, size * abs(float(line[3]) * float(user[3]))))

    text = page.extract_text(visitor_text=collect)
    if any(_is_mark(segments, number) for number in range(len(segments))):
        text = _with_marks(segments)
    lines = text.splitlines()
    if _usual_length(lines) >= MIN_WIDE:
        lines = _columns(lines, page.extract_text(extraction_mode="layout").splitlines()) or lines
    return _SOFT_BREAK.sub(r"\1\n", "\n".join(lines)).translate(_HYPHENS).splitlines()


def _is_mark(segments: Sequence[_Segment], number: int) -> bool:
    """Whether the segment is a raised note mark on the row of the larger text before it."""
    mark = segments[number]
    if number == 0 or not _MARK.fullmatch(mark.text.strip()):
        return False
    before = segments[number - 1]
    rise = (mark.height - before.height) / before.size if before.size else -1
    end = before.text.rstrip()
    if abs(rise) < 0.05 and end[-1:].isupper():  # raised or lowered by the font, maybe as in CO2
        return False
    noted = mark.left < before.left or bool(_NOTED.search(end))
    return noted and -0.1 <= rise < 1 and 0 < mark.size <= SMALL * before.size


def _with_marks(segments: Sequence[_Segment]) -> str:
    """The text of the segments; a raised mark is in brackets on the line that it belongs to."""
    parts: list[str] = []
    for number, segment in enumerate(segments):
        text = segment.text
        before = segments[number - 1] if number else segment
        if _is_mark(segments, number):
            text = text.rstrip()
            end = segment.text[len(text) :]
            if segment.left < before.left:  # drawn after the text to its right
                last = parts.pop()
                _add_mark(
                    parts, text.strip(), _same_row(segments[number - 2], before) if number > 1 else False
                )
                text = last.rstrip("\n") + end
            else:
                parts[-1] = parts[-1].rstrip()
                text = _bracketed(text.strip(), parts[-1]) + end
        elif number > 1 and _is_mark(segments, number - 1) and _same_row(segment, segments[number - 2]):
            parts[-1] = parts[-1].rstrip("\n")
            text = text.lstrip("\n")
            text = f" {text}" if text[:1].isalnum() else text
        parts.append(text)
    return "".join(parts)


def _add_mark(parts: list[str], mark: str, same_row: bool) -> None:
    """Add a mark to the text before it, or at the beginning of a row: there it is a note's own number."""
    if same_row and parts:
        parts[-1] = parts[-1].rstrip()
        parts.append(_bracketed(mark, parts[-1]))
    else:
        parts.append(f"[{mark}] ")


def _bracketed(mark: str, before: str) -> str:
    """The mark in brackets; a power or a unit such as km\u00b2 has a raised digit."""
    if mark.isdecimal() and _POWER.search(before):
        return mark.translate(_RAISED)
    return f"[{mark}]"


def _same_row(segment: _Segment, other: _Segment) -> bool:
    return abs(segment.height - other.height) < 0.5 * max(segment.size, other.size)


def _usual_length(lines: Sequence[str]) -> float:
    return median(len(line) for line in lines) if lines else 0


def _columns(lines: Sequence[str], layout: Sequence[str]) -> list[str]:
    """The lines column by column, if they run across columns of running text; else none.

    `layout` are the same lines with gaps of the width that they have on the page.
    """
    rows = [_cells(line) for line in layout]
    starts = _column_starts(rows)
    if not starts or not _run_across(rows, lines):
        return []
    ordered: list[str] = []
    columns: list[list[str]] = [[] for _ in starts]
    for row in rows:
        if len(row) == 1 and len(row[0][1]) > starts[1]:  # a line across all columns
            ordered += [line for column in columns for line in column] + [row[0][1]]
            columns = [[] for _ in starts]
            continue
        for number, (start, text) in enumerate(row):
            column = number if len(row) == len(starts) else _nearest(start, starts)
            columns[column].append(text)
        if not row:
            for column_lines in columns:
                column_lines.append("")
    ordered += [line for column in columns for line in column]
    kept, letters = (sum(map(_letters, text)) for text in (ordered, lines))
    return ordered if kept >= MIN_LETTERS * letters else []


def _cells(line: str) -> list[tuple[int, str]]:
    """The parts of a line between wide gaps, each with its place."""
    cells = []
    position = 0
    for text in _GAP.split(line):
        start = line.find(text, position) if text else position
        if text.strip():
            cells.append((start, text.strip()))
        position = start + len(text)
    return cells


def _column_starts(rows: Sequence[Sequence[tuple[int, str]]]) -> list[float]:
    """The usual place of each column; empty if the page has no columns of running text."""
    counts = [len(row) for row in rows if row]
    number = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
    full = [row for row in rows if len(row) == number]
    if number < 2 or number > 4 or len(full) < max(MIN_ROWS, len(counts) / 2):
        return []
    for column in range(number):
        cells = [row[column][1] for row in full]
        broken = sum(cell[:1].islower() or not (STOP.search(cell) or cell[:1].isupper()) for cell in cells)
        if _usual_length(cells) < MIN_CELL or broken < MIN_BROKEN * len(cells):
            return []
    return [median(row[column][0] for row in full) for column in range(number)]


def _run_across(rows: Sequence[Sequence[tuple[int, str]]], lines: Sequence[str]) -> bool:
    """Whether most rows of several columns stand on one line of the text that pypdf reads."""
    joined = {_letters_of(line) for line in lines}
    wide = [row for row in rows if len(row) > 1]
    across = sum(_letters_of("".join(text for _, text in row)) in joined for row in wide)
    return across > len(wide) / 2


def _nearest(start: int, starts: Sequence[float]) -> int:
    return min(range(len(starts)), key=lambda column: abs(starts[column] - start))


def _letters_of(text: str) -> str:
    return "".join(text.split())


def _letters(text: str) -> int:
    return len(_letters_of(text))
