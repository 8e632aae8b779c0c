"""Word wrapping in terminal cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.layout.cells import cell_len, get_character_cell_size, is_mark
from tui.model.direction import END_OF_ISOLATE, open_isolates

__all__ = ["cell_len", "fit", "hanging", "lines", "pad", "prose", "wrap"]

_NO_SPACE_NEEDED = (
    (0x0E00, 0x0E7F),  # Thai
    (0x2E80, 0x9FFF),  # radicals, kana, ideographs
    (0xAC00, 0xD7AF),  # Hangul
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
_NARROW = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u0391-\u03a1\u03a3-\u03ff\u0400-\u0482\u048a-\u052f"
    "\u2010-\u2022\u2026\u20ac]*"
)
"""Text with one cell per character that breaks at spaces only: Latin, Greek and Cyrillic with their
quotation marks and dashes. Most news is such text; it wraps five times as fast."""
_NOT_AT_LINE_START = frozenset("、。，．：；？！）」』】》〉〕…’”·ーっゃゅょッャュョ%,.!?:;)]}»")
"""Characters that may not begin a line (a small part of JIS X 4051 and of UAX 14)."""
SHORTEST_CUT = 12
"""Fewest cells of an item of a list that is cut off: some two words."""


def wrap(text: str, width: int) -> list[int]:
    """Wrap `text` greedily at words to `width` cells (at least 2); return the start offsets of its lines.

    Line k is `text[starts[k]:starts[k + 1]].rstrip()`: only the spaces at the end of a line are dropped. A
    word longer than a line is cut; scripts without spaces are cut between characters. The first offset is
    0, also for an empty text.
    """
    width = max(2, width)
    if text.isascii() or _NARROW.fullmatch(text):
        return _wrap_characters(text, width)
    return _wrap_cells(text, width)


def lines(text: str, width: int) -> list[str]:
    """Wrap `text` and return its lines."""
    starts = wrap(text, width)
    rows = [text[a:b].rstrip() for a, b in pairwise([*starts, len(text)])]
    return rows if text.isascii() or len(rows) == 1 else _with_isolates(rows)


def _with_isolates(rows: list[str]) -> list[str]:
    """Rows of a text in which an isolate that goes on is ended, and begun again in the next row."""
    out, opened = [], ""
    for row in rows:
        begun = opened + row
        opened = open_isolates(begun)
        out.append(begun + END_OF_ISOLATE * len(opened))
    return out


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Cut `text` to `width` cells, with an ellipsis at its end if it does not fit.

    The ellipsis is in the isolate that is cut, if one is.
    """
    if cell_len(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room < 0:
        return ""
    cut = text[: _cut(text, 0, room)].rstrip() + ellipsis
    return cut + END_OF_ISOLATE * len(open_isolates(cut))


def listed(items: Sequence[str], width: int) -> str:
    """`talks · Kyiv and 3 more`: as many items as fit `width` cells, and how many are left.

    The last of them is cut if there is room for SHORTEST_CUT cells of it.
    """
    for count in range(len(items), 0, -1):
        rest = f" and {len(items) - count} more" if count < len(items) else ""
        whole = " · ".join(items[:count]) + rest
        if cell_len(whole) <= width:
            return whole
        before = "".join(f"{item} · " for item in items[: count - 1])
        room = width - cell_len(before) - cell_len(rest)
        first_fits = count == 1 and cell_len(items[0]) <= width  # a whole item says more than the count
        if room >= SHORTEST_CUT and not first_fits:
            return before + fit(items[count - 1], room) + rest
    return fit(items[0], width) if items else ""


def pad(text: str, width: int) -> str:
    """Pad `text` with spaces to `width` cells; it must not be wider."""
    return text + " " * (width - cell_len(text))


def prose(text: str, width: int) -> list[str]:
    """The lines of a paragraph; white space in it counts as one space."""
    return lines(" ".join(text.split()), width)


def hanging(label: str, text: str, width: int, indent: int) -> list[str]:
    """The lines of a paragraph indented by `indent` cells, with a narrower label in the margin."""
    first, *rest = prose(text, width - indent)
    return [pad(label, indent) + first, *(" " * indent + line for line in rest)]


def _wrap_characters(text: str, width: int) -> list[int]:
    # One search per line, not per word: one character is one cell.
    starts, start, end = [0], 0, len(text.rstrip(" "))
    while len(text) - start > width:
        space = text.rfind(" ", start, start + width + 1)
        start = space + 1 if space > start else start + width
        if start >= end:
            break
        starts.append(start)
    return starts


def _wrap_cells(text: str, width: int) -> list[int]:
    starts, start, end = [0], 0, len(text)
    while start < end:
        stop = _cut(text, start, width)
        if stop >= end:
            break
        start = _break_before(text, start, stop)
        if not text[start:].strip(" "):
            break
        starts.append(start)
    return starts


def _cut(text: str, start: int, width: int) -> int:
    """The offset after as many characters from `start` as fit `width` cells, at least one.

    Characters without width (combining marks, joiners) stay with the character before them.
    """
    used, k, end = 0, start, len(text)
    while k < end:
        size = get_character_cell_size(text[k])
        if used + size > width and k > start:
            break
        used += size
        k += 1
    return k


def _break_before(text: str, start: int, stop: int) -> int:
    """The start of the next line, if the line from `start` must end at or before `stop`."""
    if text[stop] == " ":
        return stop + 1
    for k in range(stop, start, -1):
        if text[k - 1] == " ":
            return k
        if _may_break(text, k):
            return k
    while stop > start + 1 and is_mark(text[stop]):  # never without its letter
        stop -= 1
    return stop


def _may_break(text: str, k: int) -> bool:
    """Whether a line may break between characters k - 1 and k without a space."""
    if text[k] in _NOT_AT_LINE_START or is_mark(text[k]) or get_character_cell_size(text[k]) == 0:
        return False
    before, after = ord(text[k - 1]), ord(text[k])
    return any(low <= before <= high or low <= after <= high for low, high in _NO_SPACE_NEEDED)
