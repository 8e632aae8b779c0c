"""Lines of Arabic, Hebrew and Persian in the order in which they are drawn, for terminals without reordering.

python-bidi (LGPL) has the Unicode Bidirectional Algorithm (UAX 9). Its version in Python is used, since it
lets one follow each character to its place. Letters of Arabic take their joined forms, which a terminal
without reordering does not choose, or chooses for the wrong neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from tui.layout.cells import cell_len, get_character_cell_size
from tui.model.direction import (
    END_OF_ISOLATE,
    ISOLATES,
    RIGHT_TO_LEFT_ISOLATE,
    has_right_to_left,
    is_right_to_left,
    without_isolates,
)

_MARKS = ("Mn", "Me", "Cf")
"""Categories of characters that are drawn on the one before them, or not at all."""
_FORMS = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_NON_JOINER, _JOINER = "\u200c", "\u200d"
_TATWEEL = "\u0640"
_PLACEHOLDER = "\ufffc"
"""Stands for an isolate in the line around it: it has no direction, as UAX 9 asks for."""
_LEFT_TO_RIGHT_MARK = "\u200e"
_SEPARATOR = re.compile("(?<= )[·≠~→](?= )")
"""Signs of the program between two snippets: neither draws the other to its side."""
_EDGE = re.compile("[\\s\u2500-\u259f]*$")
"""Space and frame behind a line that was cut inside an isolate."""
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

    def place_at(self, cell: int) -> int:
        """The place of the character that is drawn in a cell; -1 for space at the edge or beyond the line."""
        for char, place in zip(self.text, self.order, strict=True):
            cell -= get_character_cell_size(char)
            if cell < 0:
                return place
        return -1

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
    drawn = drawn_line(text, right) if reorders else unordered_line(text)
    return drawn.padded(width, right=right)


def unordered_line(text: str) -> DrawnLine:
    """A line for a terminal that reorders: without the marks of isolates, which it may draw."""
    places = [place for place, char in enumerate(text) if without_isolates(char)]
    return DrawnLine("".join(text[place] for place in places), tuple(places))


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
    """A line of a paragraph of that direction, as it is drawn; isolates lose the marks around them."""
    outer, places, isolates = _parted(text)
    drawn: list[tuple[str, int]] = []
    for char, place in _reordered(outer, right_to_left):
        if place not in isolates:
            drawn.append((char, places[place]))
            continue
        start, inside, direction = isolates[place]
        inner = drawn_line(inside, direction)
        drawn += [(char, start + own) for char, own in zip(inner.text, inner.order, strict=True)]
    return DrawnLine("".join(char for char, _ in drawn), tuple(place for _, place in drawn))


def _parted(text: str) -> tuple[str, list[int], dict[int, tuple[int, str, bool]]]:
    """A line with a placeholder for each isolate, the place of each of its characters, and the isolates.

    Of an isolate, by the place of its placeholder: where it starts, its text, whether it is from right to
    left. One that is not ended, since the line was cut, ends with the text of the line.
    """
    outer, places, isolates = "", list[int](), dict[int, tuple[int, str, bool]]()
    at = 0
    while at < len(text):
        char = text[at]
        if char in ISOLATES:
            end = _end_of_isolate(text, at)
            inside = text[at + 1 : end]
            right = char == RIGHT_TO_LEFT_ISOLATE or is_right_to_left(inside)
            isolates[len(places)] = at + 1, inside, right
            char, next_at = _PLACEHOLDER, end
        else:
            next_at = at + 1
        if char != END_OF_ISOLATE:
            outer += char
            places.append(at)
        at = next_at
    return outer, places, isolates


def _end_of_isolate(text: str, start: int) -> int:
    """Where the isolate that starts there ends."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in ISOLATES) - (text[at] == END_OF_ISOLATE)
        if not depth:
            return at
    edge = _EDGE.search(text, start)
    return edge.start() if edge else len(text)


def _reordered(text: str, right_to_left: bool) -> list[tuple[str, int]]:
    """The characters of a line without isolates as they are drawn, each with its place as it is read."""
    if not has_right_to_left(text) and not right_to_left:
        return [(char, place) for place, char in enumerate(text)]
    from bidi import algorithm  # 10 ms, and only for these scripts

    storage = algorithm.get_empty_storage()
    storage["base_level"] = int(right_to_left)
    storage["base_dir"] = "R" if right_to_left else "L"
    parted = text if right_to_left else _SEPARATOR.sub(_LEFT_TO_RIGHT_MARK, text)
    algorithm.get_embedding_levels(_joined(parted), storage, False, False)
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
    drawn = ((char["ch"], char["place"]) for char in storage["chars"])
    return _with_marks_behind(
        (text[place] if char == _LEFT_TO_RIGHT_MARK else char, place) for char, place in drawn
    )


def _with_marks_behind(drawn: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
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
    return ordered + marks


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
