"""Split a plain text into paragraphs: by lines, or by blank lines if it is hard-wrapped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.sources.lazy_pattern import lazy_pattern

MIN_WIDTH, MAX_WIDTH = 24, 110
"""Columns between which a text may be hard-wrapped: columns at 30, e-mail at 72, terminals at 80 to 100."""
NARROW = 40
"""Columns under which the lines must also break within sentences, since lists and poems have short lines."""

_FORCED = 0.8
"""Share of line breaks after full lines from which a text is hard-wrapped."""
_BROKEN = 0.4
"""Share of line breaks inside a sentence (the next line starts in lower case) from which it is too."""

STOP = lazy_pattern(r"[.!?…:;。！？؟۔।][\"'”’»)\]]*$")
_ITEM = lazy_pattern(r"(?:[-*•‣⁃–]|\d{1,3}[.)])\s+\S")


def split_paragraphs(text: str, wrapped: bool = False) -> list[str]:
    """Split the text into paragraphs, each on one line with single spaces, none empty.

    Each line is a paragraph, unless the text as a whole is hard-wrapped; `wrapped` says that it is.
    """
    blocks = list(_blocks(text))
    width = _width(blocks) if wrapped else _wrap_width(blocks)
    if not width:
        return [" ".join(line.split()) for block in blocks for line in block]
    from tui.sources.readers.hyphens import Dehyphenator  # most texts are not wrapped

    dehyphenator = Dehyphenator(blocks)
    return [dehyphenator.join(lines) for block in blocks for lines in _unwrapped(block, width)]


def _blocks(text: str) -> Iterator[list[str]]:
    """Runs of lines without a blank one between. Indents stay: one may begin a paragraph."""
    block: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block
            block = []
    if block:
        yield block


def _wrap_width(blocks: Sequence[Sequence[str]]) -> int:
    """The column at which the text is hard-wrapped, 0 if it is not."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if not breaks:
        return 0
    width = _width(blocks)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    forced = sum(_forced(line, following, width) for line, following in breaks)
    broken = sum(_starts_lower(following) and not STOP.search(line) for line, following in breaks)
    if width < NARROW:
        return width if broken >= _BROKEN * len(breaks) and forced >= _FORCED * len(breaks) > 2 else 0
    if broken >= _BROKEN * len(breaks):
        return width
    cased = any(_starts_lower(following) for _, following in breaks)
    uncased = not any(line[:1].isupper() for block in blocks for line in block)
    return width if (cased or uncased) and forced >= _FORCED * len(breaks) and len(breaks) > 2 else 0


def _width(blocks: Sequence[Sequence[str]]) -> int:
    """The length of the longest lines, outliers aside; 0 without lines."""
    lengths = sorted(len(line) for block in blocks for line in block)
    return lengths[min(int(len(lengths) * 0.98), len(lengths) - 1)] if lengths else 0


def _forced(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _starts_lower(line: str) -> bool:
    return line.lstrip("\"'“‘«(")[:1].islower()


def _unwrapped(block: Sequence[str], width: int) -> Iterator[list[str]]:
    """The block's lines, grouped by paragraph."""
    lines = [block[0]]
    for line, following in pairwise(block):
        indented = following[:1] == " " and line[:1] != " " and len(lines) > 1
        full = _forced(line, following, int(width * 0.9))
        item = _ITEM.match(following.lstrip())
        if item and full and following.lstrip()[0] in "-–" and not STOP.search(line):
            item = None  # a dash within a sentence
        if indented or item or not (full or _starts_lower(following) or following.lstrip()[0] in "-–"):
            yield lines
            lines = []
        lines.append(following)
    yield lines
