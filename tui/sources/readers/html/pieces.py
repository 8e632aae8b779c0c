"""The text of a tree of elements, paragraph by paragraph, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.model import Kind
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.html.boxes import MAX_NAMES_HELD, box_kind, names_of

if TYPE_CHECKING:
    from lxml.etree import _Element

PAGE_BLOCKS = frozenset(
    "html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th caption section article aside header"
    " footer nav main figure figcaption blockquote pre address form fieldset details summary br hr button"
    " label center dialog menu".split()
)
"""Elements of a page that begin a new piece."""
BODY_BLOCKS = frozenset("body main p head list item quote table row code div figure".split())
"""Elements of the extractor's output that begin a new piece; `lb` begins a line, which most often is one."""

_INVISIBLE = frozenset(
    "script style noscript template head title svg math iframe object embed select option textarea input"
    " video audio canvas map graphic".split()
)
_HIDDEN = lazy_pattern(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
MIN_WRAPPED = 50
"""Characters from which a line may be one that was broken at a width."""
MAX_ROW = 300
"""Characters up to which a table's row is one line, whatever breaks are in its cells."""
_STOPS = frozenset(".!?:;…|")
_WANTS_MORE = frozenset(
    "the a an of to in for with and or der die das den dem des ein eine einen einem einer und oder zu im für"
    " kein keine le la les de du des un une el los las y del o da do dos il di che".split()
)
_CELL = "cell"
_CELL_SEPARATOR = " | "


class Piece(Struct, frozen=True, gc=False):
    """One paragraph of a page."""

    text: str
    heading: int = 0
    """1 to 6 for a heading, 0 for other text."""
    caption: bool = False
    linked: float = 0.0
    """Share of its letters that are in links."""
    aside: bool = False
    """Whether it is in an element that surrounds articles: navigation, footer, form, teasers."""
    item: bool = False
    """Whether it is in an item of a list or in a quotation."""
    hidden: bool = False
    """Whether it is in an element that is not shown."""
    box: Kind | None = None
    """Kind of its passages if it is in a box about the author, with teasers, comments or offers."""


def walk_pieces(
    root: _Element, blocks: frozenset[str], deepest: list[int] | None = None, hidden: bool = False
) -> Iterator[Piece]:
    """Walk the pieces of text below an element, `hidden` ones too or not.

    Appends the depth of the deepest visible element to `deepest`.
    """
    walker = _Walker(blocks, hidden)
    yield from walker.walk(root)
    if deepest is not None:
        deepest.append(walker.deepest)


_ASIDE_TAGS = frozenset("nav footer aside form button label menu dialog".split())
_ITEMS = frozenset("li dt dd blockquote".split())
_ASIDE_ROLES = frozenset("navigation complementary contentinfo search dialog alertdialog menu banner".split())
_ASIDE_NAMES = lazy_pattern(
    r"(?:^|[\s_-])(?:nav|navigation|menu|sidebar|footer|related|promo|newsletter|shar(?:e|ing)|social"
    r"|comments?|respond|breadcrumbs?|cookies?|consent|gdpr|adverts?|ads?|sponsored|recommend(?:ed|ations)?"
    r"|most-?read|popular|trending|outbrain|taboola|tags?|toolbar|subscribe|subscription|paywall|signup|login"
    r"|author-?bio|more-?stories|pagination|pager|disclaimer|copyright)(?:$|[\s_-])"
)
"""Words in the `id` or `class` of elements that surround articles, in lower case."""


@lru_cache(MAX_NAMES_HELD)
def _names_aside(names: str) -> bool:
    """Whether an `id` and `class` are those of an element that surrounds articles; most occur many times."""
    return bool(_ASIDE_NAMES.search(names.lower()))


_COUNTED = frozenset({"figcaption", "code", "a"}) | _ITEMS
_NO_CAPTION = ("table", "blockquote", "pre", "ul", "ol", "dl")
"""Elements with which a figure is more than a picture."""
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_NO_ATTRIBUTES: Mapping[str, str] = {}


class _Walker:
    """One pass over a tree, without recursion: a tree may be as deep as the parser allows."""

    def __init__(
        self, blocks: frozenset[str], hidden: bool, within_hidden: bool = False, box: Kind | None = None
    ) -> None:
        self._blocks = blocks
        self._with_hidden = hidden
        self._within_hidden = within_hidden
        self._lines = "head" in blocks
        """Whether a newline ends a line: in the extractor's output it was a `br`."""
        self._ready: list[Piece] = []
        self._hidden: list[Piece] = []
        """Hidden pieces that stand in, and come after, the piece that is being walked."""
        self._parts: list[str] = []
        self._heading = 0
        self._captions = 0
        self._codes = 0
        self._links = 0
        self._linked = 0
        self._asides = 0
        self._items = 0
        self._box = box
        self._opened: list[tuple[bool, int, bool]] = []
        """Of each open element, whether it is an aside, its level as a heading, and whether it is a box."""
        self.deepest = 0

    def walk(self, root: _Element) -> Iterator[Piece]:
        from lxml.etree import iterwalk

        hidden: _Element | None = None
        events = iterwalk(root, events=("start", "end"))
        for event, element in events:
            if hidden is not None:
                if event == "end" and element is hidden:
                    hidden = None
                    self._add(element.tail)
                continue
            tag = element.tag
            if event == "start":
                items = element.items()
                attributes = dict(items) if items else _NO_ATTRIBUTES
                if self._is_left_out(element, tag, attributes):
                    hidden = element
                    events.skip_subtree()
                    continue
                self._open(element, tag, attributes)
            else:
                self._close(element, tag, element is root)
            if self._ready:
                yield from self._ready
                self._ready.clear()
        self._flush()
        yield from self._ready

    def _is_left_out(self, element: _Element, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether the element has no visible text. The text of a hidden one is noted."""
        if tag in _INVISIBLE and tag not in self._blocks:
            return True
        if not attributes or self._within_hidden or not _is_hidden(attributes):
            return False
        if self._with_hidden:
            self._hidden += _Walker(self._blocks, False, True, self._box).walk(element)
        return True

    def _open(self, element: _Element, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in self._blocks:
            self._flush()
        elif tag == "lb":
            self._parts.append("\n")
        if tag in _COUNTED:
            self._count(tag, 1)
        aside, level, is_box = tag in _ASIDE_TAGS, _LEVELS.get(tag, 0), False
        if attributes:
            names = names_of(tag, attributes)
            aside = aside or _names_aside(names) or attributes.get("role", "").lower() in _ASIDE_ROLES
            if names and not self._box and (box := box_kind(names)):
                self._flush()
                self._box, is_box = box, True
        if tag == "figure" and not self._box and next(element.iter(*_NO_CAPTION), None) is None:
            self._box, is_box = Kind.CAPTION, True
        if tag == "head":
            level = _LEVELS.get(attributes.get("rend") or "h2", 0)
        self._opened.append((aside, level, is_box))
        if len(self._opened) > self.deepest:
            self.deepest = len(self._opened)
        if aside:
            self._asides += 1
        if level:
            self._heading = level
        if element.text:
            self._add(element.text)

    def _count(self, tag: str, step: int) -> None:
        """Count an element that is opened (1) or closed (-1)."""
        self._captions += step * (tag == "figcaption")
        self._codes += step * (tag == "code")
        self._links += step * (tag == "a")
        self._items += step * (tag in _ITEMS)

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked += len(text)

    def _close(self, element: _Element, tag: str, last: bool) -> None:
        if tag in self._blocks:
            self._flush()
        elif tag == _CELL:
            self._parts.append(_CELL_SEPARATOR)
        if tag in _COUNTED:
            self._count(tag, -1)
        aside, level, box = self._opened.pop()
        if box:
            self._flush()
        if aside:
            self._asides -= 1
        if level:
            self._heading = 0
        if box:
            self._box = None
        if not last and (tail := element.tail):
            # White space around a break is no line of its own.
            self._add(tail.lstrip() if tag == "lb" else tail)

    def _flush(self) -> None:
        """End the piece that is being walked."""
        if self._parts:
            text = "".join(self._parts)
            linked = min(1.0, self._linked / len(text)) if self._linked else 0.0
            self._parts.clear()
            self._linked = 0
            if not text.isspace():
                for line in self._split_lines(text):
                    if line := " ".join(line.split()).strip(_CELL_SEPARATOR):
                        self._ready.append(self._piece(line, linked))
        if self._hidden:
            self._ready += self._hidden
            self._hidden.clear()

    def _split_lines(self, text: str) -> Sequence[str]:
        """The lines of the extractor's text, the whole text of a page or a table's row."""
        if not self._lines or (len(text) <= MAX_ROW and _CELL_SEPARATOR in text.rstrip(" |\n")):
            return (text,)
        lines = text.split("\n")
        return join_wrapped(lines) if len(lines) > 1 and not self._codes else lines

    def _piece(self, text: str, linked: float) -> Piece:
        return Piece(
            text,
            self._heading,
            self._captions > 0,
            linked,
            self._asides > 0,
            self._items > 0,
            self._within_hidden,
            self._box,
        )


def join_wrapped(lines: Sequence[str]) -> list[str]:
    """The lines; those of sentences that were broken at the same width, as in old pages, are joined.

    A line goes on in the next one if it is long and has no stop, and the next one begins in lower case, or it
    ends in a word that wants more. Of two lines the first may be short, if the second ends in a stop.
    """
    if len(lines) == 2 and _is_one_sentence(*map(str.strip, lines)):
        return ["\n".join(lines)]
    joined: list[str] = []
    for line in lines:
        before = joined[-1].rstrip() if joined else ""
        begun = before.rpartition("\n")[2]
        wants_more = line.lstrip()[:1].islower() or begun.rpartition(" ")[2].lower() in _WANTS_MORE
        if len(begun) >= MIN_WRAPPED and line.strip() and begun[-1] not in _STOPS and wants_more:
            joined[-1] = f"{before}\n{line}"
        else:
            joined.append(line)
    return joined


def _is_one_sentence(first: str, second: str) -> bool:
    return first[-1:].isalnum() and second[:1].islower() and second[-1:] in (".", "!", "?")


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style and _HIDDEN.search(style[:1000]))
