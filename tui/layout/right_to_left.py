"""Lines of Arabic, Hebrew and Persian in the order in which they are drawn, for terminals without reordering.

python-bidi (LGPL) has the Unicode Bidirectional Algorithm (UAX 9). Its version in Python is used, since it
lets one follow each character to its place. Letters of Arabic take their joined forms, which a terminal
without reordering does not choose, or chooses for the wrong neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from tui.layout.cells import cell_len

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{_LETTERS}]")
_MARKS = ("Mn", "Me", "Cf")
"""Categories of characters that are drawn on the one before them, or not at all."""
_FORMS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_TATWEEL = "\u0640"
MOST_LINES = 2048
VTE_WITH_REORDERING = 5800
"""Version of VTE, as GNOME Terminal and others use it, from which it reorders."""


class DrawnLine(Struct, frozen=True):
    """A line in the order in which it is drawn from left to right."""

    text: str
    order: tuple[int, ...]
    """For each drawn character its place in the line as it is read; -1 for space at the edge."""

    def read(self, start: int, end: int) -> list[int]:
        """The places, in the order of reading, of the characters drawn from `start` to before `end`."""
        return sorted(place for place in self.order[max(0, start) : max(0, end)] if place >= 0)

    def padded(self, width: int, *, right: bool) -> DrawnLine:
        """The line filled with spaces to that many cells, on the left if it is aligned to the right edge."""
        count = max(0, width - cell_len(self.text))
        space, places = " " * count, (-1,) * count
        if right:
            return DrawnLine(space + self.text, places + self.order)
        return DrawnLine(self.text + space, self.order + places)


def page_line(text: str, paragraph: str, width: int, *, reorders: bool) -> DrawnLine | None:
    """A line of a paragraph as it is drawn in a column; None if nothing in it is written from right to left.

    Without `reorders` the terminal does that, and the line is only moved to the right edge.
    """
    if not has_right_to_left(text):
        return None
    right = is_right_to_left(paragraph)
    drawn = drawn_line(text, right) if reorders else DrawnLine(text, tuple(range(len(text))))
    return drawn.padded(width, right=right)


def has_right_to_left(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph is written from right to left: whether its first letter is (UAX 9, P2)."""
    if not has_right_to_left(text):
        return False
    return next(
        (kind != "L" for c in text if (kind := unicodedata.bidirectional(c)) in ("L", "R", "AL")), False
    )


def reorderer(environment: Mapping[str, str]) -> str:
    """`terminal` if the terminal is known to reorder text from right to left, else `app`.

    Konsole, mlterm, Apple's Terminal and those with VTE from 0.58 on do. xterm, kitty, Alacritty, foot,
    WezTerm, Windows Terminal, the Linux console and what tmux and screen draw themselves do not.
    """
    vte = environment.get("VTE_VERSION", "")
    reorders = (
        "KONSOLE_VERSION" in environment
        or "MLTERM" in environment
        or environment.get("TERM_PROGRAM") == "Apple_Terminal"
        or (vte.isdecimal() and int(vte) >= VTE_WITH_REORDERING)
    )
    return "terminal" if reorders else "app"


@lru_cache(MOST_LINES)
def drawn_line(text: str, right_to_left: bool) -> DrawnLine:
    """A line of a paragraph of that direction, as it is drawn."""
    from bidi import algorithm  # 10 ms, and only for these scripts

    shaped = _joined(text)
    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(right_to_left)
    storage["base_dir"] = "R" if right_to_left else "L"
    algorithm.get_embedding_levels(shaped, storage, False, False)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
    for step in (
        algorithm.explicit_embed_and_overrides,
        algorithm.resolve_weak_types,
        algorithm.resolve_neutral_types,
        algorithm.resolve_implicit_levels,
        algorithm.reorder_resolved_levels,
        algorithm.apply_mirroring,
    ):
        step(storage, False)
    return _with_marks_behind([(char["ch"], char["place"]) for char in storage["chars"]])


def _with_marks_behind(drawn: Sequence[tuple[str, int]]) -> DrawnLine:
    """The line with combining marks behind their letters, where a terminal wants them (UAX 9, L3)."""
    ordered: list[tuple[str, int]] = []
    marks: list[tuple[str, int]] = []
    for char, place in drawn:
        if unicodedata.category(char) in _MARKS:
            marks.append((char, place))
            continue
        before = [mark for mark in marks if mark[1] > place]
        ordered += [mark for mark in marks if mark[1] < place]
        ordered.append((char, place))
        ordered += before[::-1]
        marks = []
    ordered += marks
    return DrawnLine("".join(char for char, _ in ordered), tuple(place for _, place in ordered))


@cache
def _joining_forms() -> dict[str, dict[int, str]]:
    """For each Arabic letter its isolated, final, initial and medial forms, by Unicode's decompositions."""
    forms: dict[str, dict[int, str]] = {}
    for code in (*range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFD)):
        tag, _, rest = unicodedata.decomposition(chr(code)).partition(" ")
        if tag in _FORMS and rest and " " not in rest:
            forms.setdefault(chr(int(rest, 16)), {})[_FORMS[tag]] = chr(code)
    return forms


def _joined(text: str) -> str:
    """The text with each Arabic letter in the form that its neighbours ask for; one character for each."""
    forms = _joining_forms()
    shaped = list(text)
    places = [k for k, char in enumerate(text) if not unicodedata.combining(char)]
    for at, place in enumerate(places):
        own = forms.get(text[place])
        if not own:
            continue
        before = text[places[at - 1]] if at else ""
        after = text[places[at + 1]] if at + 1 < len(places) else ""
        joins_before = 1 in own and _joins_next(before, forms)
        joins_after = 2 in own and (after in (_TATWEEL, _JOINER) or 1 in forms.get(after, {}))
        form = 3 if joins_before and joins_after else 1 if joins_before else 2 if joins_after else 0
        shaped[place] = own.get(form, text[place])
    return "".join(shaped)


def _joins_next(char: str, forms: dict[str, dict[int, str]]) -> bool:
    """Whether a character joins to the letter after it."""
    return char in (_TATWEEL, _JOINER) or (char != _NON_JOINER and 2 in forms.get(char, {}))
