"""Clean every string from outside: text, title, file name, error message, state file.

Terminals obey control characters and Textual passes them on, so none may get past this module.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from tui.sources.lazy_pattern import lazy_pattern

MAX_LINE = 200
"""Characters of a cleaned line: a title or a file name, not a paragraph."""

_PLAIN = b"\n" + bytes(range(32, 127))
"""Bytes of a text that is clean already."""

MAX_MARKS = 5
"""Combining marks left on one base character. Tibetan stacks and pointed Hebrew need up to five."""

# Line and page breaks of all systems; U+2029 ends a paragraph, the others a line.
_PARAGRAPH_END = lazy_pattern("\u2029")
_LINE_END = lazy_pattern("\r\n|[\r\x0b\x0c\x85\u2028]")

# CSI ... final byte; OSC, DCS, SOS, PM, APC with their payload when it is ended on the same line
# (an unterminated one loses its introducer only: the rest may be the article); other two-byte
# sequences. No payload may contain ESC or C1, so every character is looked at a bounded number of
# times. C1 introducers stand for their ESC forms.
_ESCAPE = lazy_pattern(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x80-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[\]PX^_\[]"
    r"|\x1b[ -/]+[0-~]"
    r"|\x1b[0-~]"
)

# Characters that act instead of being read. They are counted, for a note to the user.
_CONTROLS = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the newline, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # bidi marks, overrides, isolates; deprecated
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # TAG characters, used to hide text
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
)
_FIRST_SURROGATE, _LAST_SURROGATE = "\ud800", "\udfff"  # lone ones, since a text has no others
_CONTROL = lazy_pattern(f"[{_CONTROLS}{_FIRST_SURROGATE}-{_LAST_SURROGATE}]+")

# Characters that only look empty: soft hyphen, zero-width spaces, fillers, byte order mark. And
# characters that only change the look, and with it the width, of the one before them: variation
# selectors and the skin tones of emoji. Terminals and Rich do not agree on the total width, so that
# everything to the right would be out of line.
_INVISIBLES = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u2060-\u2065\u3164\ufeff\uffa0\ufffc"
    "\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
_INVISIBLE = lazy_pattern(f"[{_INVISIBLES}]+")

# Two regional indicators make a flag of two cells; a stray one has a cell or two.
_FLAG = lazy_pattern("([\U0001f1e6-\U0001f1ff]{2})|[\U0001f1e6-\U0001f1ff]")

# Two or three letters as one character, as PDF files have them; a search for the letters would miss it.
_LIGATURE = lazy_pattern("[\ufb00-\ufb06]")

_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = lazy_pattern(f"[{_SPACES}]")

# ZWNJ and ZWJ are spelling between letters of Arabic and Indic scripts (to Mongolian). Elsewhere
# they only split words for the comparison, or join emoji into one of uncertain width.
_JOINED = "\u0600-\u109f\u1780-\u18af\ua840-\ua8ff\ua980-\uabff\ufb50-\ufdff\ufe70-\ufeff"
_JOINER = lazy_pattern("\u200c+|\u200d+")

# A run that may be marks: neither word character nor space nor below U+0300. Marks are not in `\w`.
_MARKS = lazy_pattern(rf"[^\w\s\x00-\u02ff]{{{MAX_MARKS + 1},}}")


def clean_text(text: str) -> tuple[str, int]:
    """Remove everything that a terminal could obey.

    Returns the text in NFC, and the number of controls removed. Line ends become newlines, and odd
    spaces plain ones. An escape sequence counts as one control. Cleaning a clean text changes nothing.
    """
    text = text.replace("\r\n", "\n")
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return text, 0  # most long texts, in a hundredth of the time
    # Each step is done only if the text has a character that it looks for: most of them take milliseconds on
    # a long text, and few find something.
    present = set(text)
    removed = 0
    if not present.isdisjoint(_LINE_ENDS):
        text = _LINE_END.sub("\n", _PARAGRAPH_END.sub("\n\n", text))
    if not present.isdisjoint(_INTRODUCERS):
        text, removed = _ESCAPE.subn("", text)
    text = _replace(text, present & _SPACE_CHARACTERS, _SPACE, " ")
    before = len(text)
    text = _replace(text, _controls(present), _CONTROL, "")
    removed += before - len(text)
    text = _replace(text, present & _INVISIBLE_CHARACTERS, _INVISIBLE, "")
    if not present.isdisjoint(_JOINERS):
        text = _JOINER.sub(_without_stray, text)
    if not present.isdisjoint(_LIGATURES):
        text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    if not present.isdisjoint(_FLAGS):
        text = _FLAG.sub(r"\1", text)
    text = unicodedata.normalize("NFC", text)
    if any(map(_has_mark, present)):
        text = _MARKS.sub(_limit_marks, text)
    return text, removed


def _controls(characters: set[str]) -> set[str]:
    """Those of the characters that act instead of being read."""
    found = characters & _CONTROL_CHARACTERS
    # A set of all surrogates would take a millisecond on the way to the first frame.
    found.update(char for char in characters if _FIRST_SURROGATE <= char <= _LAST_SURROGATE)
    return found


def _replace(text: str, characters: set[str], pattern: re.Pattern[str], new: str) -> str:
    """The text with each of the characters, which are those that the pattern finds, replaced."""
    if len(characters) > _FEW:
        return pattern.sub(new, text)
    for char in characters:
        text = text.replace(char, new)
    return text


_FEW = 6
"""Characters that are replaced one after the other: a pattern takes twenty times as long as one."""


@lru_cache(5000)
def _has_mark(char: str) -> bool:
    """Whether the character in NFC, which takes some apart, is or has a combining mark."""
    return any(unicodedata.category(part)[0] == "M" for part in unicodedata.normalize("NFC", char))


def _characters(ranges: str) -> frozenset[str]:
    """The characters of a class as in a regular expression, such as `a-cx`."""
    found: set[str] = set()
    for match in re.finditer("(.)-(.)|(.)", ranges, re.S):
        first, last = (match[1], match[2]) if match[1] else (match[3], match[3])
        found.update(map(chr, range(ord(first), ord(last) + 1)))
    return frozenset(found)


# The characters with which the steps of `clean_text` have something to do.
_LINE_ENDS = frozenset("\r\x0b\x0c\x85\u2028\u2029")
_INTRODUCERS = _characters("\x1b\x80-\x9f")
_SPACE_CHARACTERS = _characters(_SPACES)
_CONTROL_CHARACTERS = _characters(_CONTROLS)
_INVISIBLE_CHARACTERS = _characters(_INVISIBLES)
_JOINERS = frozenset("\u200c\u200d")
_LIGATURES = _characters("\ufb00-\ufb06")
_FLAGS = _characters("\U0001f1e6-\U0001f1ff")


def clean_line(text: str, limit: int = MAX_LINE) -> str:
    """One clean line of at most `limit` characters with single spaces; a truncated one ends in `…`."""
    line = " ".join(clean_text(text[: limit * 8])[0].split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _without_stray(run: re.Match[str]) -> str:
    """The joiners of a run: one, between letters of a script that spells with them, stays."""
    neighbours = run.string[max(0, run.start() - 1) : run.start()], run.string[run.end() : run.end() + 1]
    joined = _joined_letters()
    stays = len(run[0]) == 1 and all(
        char in joined or (run[0] == "\u200c" and char == "\u200d") for char in neighbours
    )
    return run[0] if stays else ""


@cache
def _joined_letters() -> frozenset[str]:
    return _characters(_JOINED)


def _limit_marks(run: re.Match[str]) -> str:
    """The run with at most `MAX_MARKS` combining marks in a row."""
    chars: list[str] = []
    marks = 0
    for char in run[0]:
        marks = marks + 1 if unicodedata.category(char)[0] == "M" else 0
        if marks <= MAX_MARKS:
            chars.append(char)
    return "".join(chars)
