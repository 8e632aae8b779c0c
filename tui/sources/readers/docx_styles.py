"""What a Word document keeps apart from its text: styles, and how the items of lists are numbered."""

from __future__ import annotations

import re

from msgspec import Struct, field

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.zipped_xml import XmlHandler, attribute_of

SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
"""Namespaces of Word's elements."""

MAX_LEVELS = 9
_MAX_INHERITED = 20
"""Styles that one may be based on, one on the other."""
_MAX_ROMAN = 3999
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)
_PLACE = lazy_pattern(r"%([1-9])")


def local_name(name: str) -> str:
    """The element's local name, empty if it is of another namespace than Word's."""
    space, _, local = name.rpartition(" ")
    return local if space in SPACES else ""


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a property that may be switched off is on."""
    return attribute_of(attributes, "val") not in ("0", "false", "off")


class Numbered(Struct):
    """The list of an item and its level in it; empty and 0 where the style tells."""

    list_id: str = ""
    level: int = 0

    def set(self, tag: str, value: str) -> None:
        """Take the value of `numId` or `ilvl`."""
        if tag == "numId":
            self.list_id = value
        elif tag == "ilvl" and value.isdecimal():
            self.level = min(int(value[:2]), MAX_LEVELS - 1)


class _Style(Struct):
    base: str = ""
    hidden: bool | None = None
    numbered: Numbered = field(default_factory=Numbered)


class Styles(XmlHandler):
    """Styles that hide or number text, by their identifiers."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._style = _Style()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = local_name(name)
        value = attribute_of(attributes, "val")
        if tag == "style":
            self._style = self._styles.setdefault(attribute_of(attributes, "styleId"), _Style())
        elif tag == "basedOn":
            self._style.base = value
        elif tag == "vanish":
            self._style.hidden = is_on(attributes)
        else:
            self._style.numbered.set(tag, value)

    def is_hidden(self, style: str) -> bool:
        """Whether text of that style is not shown."""
        for _ in range(_MAX_INHERITED):
            entry = self._styles.get(style, _Style())
            if entry.hidden is not None or not entry.base:
                return bool(entry.hidden)
            style = entry.base
        return False

    def numbering(self, style: str) -> Numbered:
        """The list of paragraphs of that style."""
        for _ in range(_MAX_INHERITED):
            entry = self._styles.get(style, _Style())
            if entry.numbered.list_id or not entry.base:
                return entry.numbered
            style = entry.base
        return Numbered()


class _Level(Struct):
    """How the items of one level of a list are numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    """The label with `%1` for the number of the first level."""


class Numbering(XmlHandler):
    """The definitions of lists, and the numbers of their items so far."""

    def __init__(self) -> None:
        self._definitions: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        """Definition of each list."""
        self._starts: dict[tuple[str, int], int] = {}
        """Where a list begins otherwise than its definition says."""
        self._counts: dict[str, list[int]] = {}
        self._definition: dict[int, _Level] = {}
        self._level = _Level()
        self._list = ""
        self._override = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag, value = local_name(name), attribute_of(attributes, "val")
        number = int(value[:6]) if value.isdecimal() else 0
        if tag == "abstractNum":
            self._definition = self._definitions.setdefault(attribute_of(attributes, "abstractNumId"), {})
        elif tag == "num":
            self._list = attribute_of(attributes, "numId")
        elif tag == "abstractNumId" and self._list:
            self._lists.setdefault(self._list, value)
        elif tag in ("lvl", "lvlOverride"):
            level = attribute_of(attributes, "ilvl")
            self._override = int(level) if level in tuple("012345678") else 0
            self._level = _Level()
            if tag == "lvl" and not self._list:
                self._definition[self._override] = self._level
        elif tag == "startOverride" and self._list:
            self._starts[self._list, self._override] = number
        elif tag == "start":
            self._level.start = number
        elif tag == "numFmt":
            self._level.format = value
        elif tag == "lvlText":
            self._level.text = value[:40]

    def is_known(self, list_id: str) -> bool:
        """Whether the list has a definition."""
        return bool(self._definitions.get(self._lists.get(list_id, "")))

    def next_label(self, numbered: Numbered) -> str:
        """Count an item, and give its label such as `2.1`; empty for a bullet."""
        definition = self._lists.get(numbered.list_id, "")
        levels = self._definitions.get(definition, {})
        # Lists of one definition go on counting, but for those that begin anew.
        anew = any(list_id == numbered.list_id for list_id, _ in self._starts)
        counts = self._counts.setdefault(numbered.list_id if anew else f"#{definition}", [0] * MAX_LEVELS)
        for number in range(numbered.level + 1):
            if counts[number] == 0:
                start = self._starts.get((numbered.list_id, number), levels.get(number, _Level()).start)
                counts[number] = start - (number == numbered.level)
        counts[numbered.level] += 1
        counts[numbered.level + 1 :] = [0] * (MAX_LEVELS - numbered.level - 1)
        level = levels.get(numbered.level, _Level())
        if level.format in ("bullet", "none"):
            return ""

        def number_at(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            return _written(counts[place], levels.get(place, _Level()).format)

        return _PLACE.sub(number_at, level.text).strip()


def _written(number: int, format_name: str) -> str:
    """The number as letters, in Roman or in plain digits."""
    if format_name in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)
        return letter.upper() if format_name == "upperLetter" else letter
    if format_name in ("lowerRoman", "upperRoman") and 0 < number <= _MAX_ROMAN:
        digits = ""
        for value, letters in _ROMAN:
            digits += letters * (number // value)
            number %= value
        return digits.upper() if format_name == "upperRoman" else digits
    return f"{number:02}" if format_name == "decimalZero" else str(number)
