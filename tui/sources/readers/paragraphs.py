"""Paragraphs of a plain text: by blank lines, single lines, or hard-wrapped lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

MIN_WIDTH, MAX_WIDTH = 40, 110
"""Columns between which a hard-wrapped text is wrapped; e-mail takes 72, terminals 80 to 100."""

_FORCED = 0.8
"""Share of line breaks after full lines, from which a text is hard-wrapped."""
_BROKEN = 0.4
"""Share of line breaks inside a sentence (next line in lower case), from which it is as well."""
_HYPHENATED = 0.03
"""Share of lines ending in a hyphen from which words were divided by a machine."""

_STOP = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[-*•‣⁃–]|\d{1,3}[.)])\s+\S")
_WORD = re.compile(r"\w+(?:-\w+)*")
# Tried where a run of letters begins and not at every letter of it: a word of a megabyte is one try.
_DIVIDED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})-$")
_UNSPACED = (("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uff00", "\uffef"))
"""First and last signs of scripts whose lines are joined without a space. A pattern takes 3 ms to make."""


def paragraphs(text: str, wrapped: bool = False) -> list[str]:
    """The text's paragraphs in order, each on one line with single spaces, none empty.

    A line is a paragraph of its own, unless the text as a whole is hard-wrapped, or said to be.
    """
    blocks = list(_blocks(text))
    width = _width(blocks) if wrapped else _wrap_width(blocks)
    if not width:
        return [" ".join(line.split()) for block in blocks for line in block]
    words = _Words(blocks)
    return [words.join(lines) for block in blocks for lines in _unwrapped(block, width)]


def _blocks(text: str) -> Iterator[list[str]]:
    """Runs of lines without a blank one between; indents are kept, they tell a new paragraph."""
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
    """The column at which the text was wrapped by hand or machine, 0 if it was not."""
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if not breaks:
        return 0
    width = _width(blocks)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return 0
    forced = sum(_forced(line, following, width) for line, following in breaks)
    broken = sum(_starts_low(following) and not _STOP.search(line) for line, following in breaks)
    if broken >= _BROKEN * len(breaks):
        return width
    cased = any(_starts_low(following) for _, following in breaks)
    uncased = not any(line[:1].isupper() for block in blocks for line in block)
    return width if (cased or uncased) and forced >= _FORCED * len(breaks) and len(breaks) > 2 else 0


def _width(blocks: Sequence[Sequence[str]]) -> int:
    """The length of the longest lines but for a few, 0 without any."""
    lengths = sorted(len(line) for block in blocks for line in block)
    return lengths[min(int(len(lengths) * 0.98), len(lengths) - 1)] if lengths else 0


def _forced(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _starts_low(line: str) -> bool:
    return line.lstrip("\"'“‘«(")[:1].islower()


def _unwrapped(block: Sequence[str], width: int) -> Iterator[list[str]]:
    """The block's lines in groups that make one paragraph each."""
    lines = [block[0]]
    for line, following in pairwise(block):
        indented = following[:1] == " " and line[:1] != " " and len(lines) > 1
        full = _forced(line, following, int(width * 0.9))
        if indented or _ITEM.match(following.lstrip()) or not (full or _starts_low(following)):
            yield lines
            lines = []
        lines.append(following)
    yield lines


class _Words:
    """The text's words: they tell whether a hyphen at a line's end divides or belongs to a word."""

    def __init__(self, blocks: Sequence[Sequence[str]]) -> None:
        self._known: set[str] = set()
        lines = divided = 0
        for block in blocks:
            for line in block:
                lines += 1
                divided += bool(_DIVIDED.search(line))
                self._known.update(word.lower() for word in _WORD.findall(line))
        self._machine = divided > _HYPHENATED * lines

    def join(self, lines: Sequence[str]) -> str:
        """The lines as one, single-spaced, divided words whole again."""
        parts: list[str] = []
        for number, line in enumerate(lines):
            line = " ".join(line.split())
            if number:
                parts[-1], glue = self._glued(parts[-1], line)
                parts.append(glue)
            parts.append(line)
        return "".join(parts)

    def _glued(self, line: str, following: str) -> tuple[str, str]:
        """The line, without a hyphen that only divides a word, and what joins the next to it."""
        first = _WORD.match(following)
        head = _DIVIDED.search(line)
        if head and first and following[0].islower():
            whole, compound = f"{head[1]}{first[0]}".lower(), f"{head[1]}-{first[0]}".lower()
            if whole in self._known or (compound not in self._known and self._machine):
                return line[:-1], ""
            return line, ""
        if line and _unspaced(line[-1:]) and _unspaced(following[:1]):
            return line, ""
        return line, " "


def _unspaced(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _UNSPACED)
