"""Text from right to left: what it is, and how a snippet of it stands in a line of the program.

A snippet is put between the characters of Unicode that isolate it (UAX 9), so that neither it nor what
stands beside it changes the order of the other. They never come from outside (`tui/sources/clean.py`), take
no cell, and are taken out of what is drawn, copied and written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

FIRST_STRONG_ISOLATE, RIGHT_TO_LEFT_ISOLATE, END_OF_ISOLATE = "\u2068", "\u2067", "\u2069"
ISOLATES = f"{FIRST_STRONG_ISOLATE}{RIGHT_TO_LEFT_ISOLATE}"
_MARKS = re.compile(f"[{ISOLATES}{END_OF_ISOLATE}]")
_ISOLATED = re.compile(f"[{ISOLATES}][^{END_OF_ISOLATE}]*{END_OF_ISOLATE}")
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"


def has_right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    if text.isascii():
        return False
    try:
        text.encode("cp1252")  # as most texts in Latin letters, and without compiling a pattern
    except UnicodeEncodeError:
        return bool(_right_to_left().search(text))
    return False


@cache
def _right_to_left() -> re.Pattern[str]:
    return re.compile(f"[{_LETTERS}]")


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph is written from right to left: whether its first letter is (UAX 9, P2).

    What is isolated does not count.
    """
    if not has_right_to_left(text):
        return False
    kinds = map(unicodedata.bidirectional, _ISOLATED.sub("", text))
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def isolated(text: str) -> str:
    """A snippet for a line of the program, isolated if it has letters from right to left."""
    return f"{FIRST_STRONG_ISOLATE}{text}{END_OF_ISOLATE}" if has_right_to_left(text) else text


def isolated_label(label: str) -> str:
    """The name of a topic, which may have one part for each of two languages: `sanctions · 制裁`."""
    return " · ".join(map(isolated, label.split(" · ")))


def open_isolates(text: str) -> str:
    """The isolates that a text opens and does not end; of most texts none."""
    if text.isascii():
        return ""
    opened: list[str] = []
    for mark in _MARKS.findall(text):
        if mark != END_OF_ISOLATE:
            opened.append(mark)
        elif opened:
            opened.pop()
    return "".join(opened)


def without_isolates(text: str) -> str:
    """A text as it is copied, or written to a file."""
    return text if text.isascii() else _MARKS.sub("", text)
