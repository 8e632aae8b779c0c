"""Where the quotations of a text begin and end: mixed, nested and missing marks."""

from __future__ import annotations

import re

from tui.analysis.tokens import Offsets

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_DOUBLE = re.compile("[“”\"«»„]|(?<!')''(?!')|``")
_CLOSING = {"「": "」", "『": "』"}
_UNSPACED = re.compile("「[^」\n]*」?|『[^』\n]*』?")
_SINGLE = re.compile(r"(?<!\w)‘[^‘’\n]*(?:(?<=\w)’(?=\w)[^‘’\n]*)*’")
_BEFORE_OPENING = "([{—–-/“‘«„…"
"""Besides white space, what an opening mark follows."""


def quotation_offsets(text: str) -> list[Offsets]:
    """The offsets of the quotations of a text, marks included, in order; of nested ones the outer.

    Any closing mark ends what any opening mark began, since real texts mix them. A quotation left open
    ends with its paragraph if it goes on in the next one or is the whole of its paragraph; otherwise the
    mark is a slip, and there is no quotation.
    """
    found: list[Offsets] = []
    start = 0
    for end, after in _paragraph_ends(text):
        found += _in_paragraph(text, start, end, after)
        start = after
    others = [m.span() for pattern in (_UNSPACED, _SINGLE) for m in pattern.finditer(text)]
    free = [span for span in others if not any(a < span[1] and span[0] < b for a, b in found)]
    return sorted(found + free) if free else found


def _paragraph_ends(text: str) -> list[Offsets]:
    """The end of each paragraph, and the start of the next."""
    return [*(match.span() for match in _PARAGRAPH.finditer(text)), (len(text), len(text))]


def _in_paragraph(text: str, start: int, end: int, after: int) -> list[Offsets]:
    marks = [(m.start(), m.end()) for m in _DOUBLE.finditer(text, start, end)]
    found: list[Offsets] = []
    opened, depth = -1, 0
    for number, (at, past) in enumerate(marks):
        if _opens(text, at, past, opened >= 0):
            if opened < 0 or _closings(text, marks[number + 1 :]) <= depth:
                opened, depth = at, 1  # of two that one mark closes the first is a slip
            else:
                depth += 1
        elif opened >= 0:
            depth -= 1
            if depth == 0:
                found.append((opened, past))
                opened = -1
    if opened >= 0 and (_goes_on(text, after) or not text[start:opened].strip()):
        found.append((opened, end))
    return found


def _opens(text: str, at: int, past: int, inside: bool) -> bool:
    """Whether a mark opens a quotation. Straight marks and German ones (`„ “`) tell it by their place."""
    mark = text[at:past]
    if mark == "”":
        return False
    if mark in "«»":  # `« »`, and in German `» «`
        return mark == ("»" if "»" in text[:past].rpartition("\n")[2].partition("«")[0] else "«")
    if mark in ("„", "``"):
        return True
    before = text[at - 1 : at]
    after = text[past : past + 1]
    spaced = not before or before.isspace() or before in _BEFORE_OPENING
    if mark == "“":
        return spaced or not inside or bool(after and after.isalnum() and not before.isalnum())
    if inside:
        return before.isspace() and after.isalnum()
    return bool(after) and not after.isspace()


def _closings(text: str, marks: list[Offsets]) -> int:
    return sum(not _opens(text, at, past, True) for at, past in marks)


def _goes_on(text: str, after: int) -> bool:
    """Whether the next paragraph begins with an opening mark."""
    return bool(text[after : after + 1]) and text[after] in '“"«„'
