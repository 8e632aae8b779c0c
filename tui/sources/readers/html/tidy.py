"""Lines among the paragraphs of a page's article that only their neighbours give away as boilerplate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.html.match import letters_of

MAX_POINTER = 60
"""Longest line at the end that announces links which are not the article's, in characters."""
MIN_TITLE = 25
"""Characters from which a paragraph is recognised as a headline's copy: a shorter one may be a label."""
MIN_COPY = 40
"""Characters from which a paragraph that comes twice in a row is a copy: systems show a lead twice."""
MAX_UNLIKE = 10
"""Characters by which a copy may be longer or shorter."""
MIN_COUNTERS = 3
"""Lines such as `2/5`, one after the other, from which they count pictures: one alone may be a quantity."""
MIN_FIELDS = 6
"""Lines such as `FS slug:`, one after the other, from which they are fields of a publishing system."""
_FIELD = lazy_pattern(r"\w[\w ]{0,15}:(?: ?\w[\w ]{0,20})?")
_COUNTER = lazy_pattern(r"(\d{1,3}) ?(?:/|of|von|de|di|sur|z) ?(\d{1,3})")


def tidy_blocks(blocks: Sequence[DraftParagraph], own: Collection[str] = ()) -> list[DraftParagraph]:
    """The blocks; those that are found to be boilerplate are labelled as navigation.

    `own` has the letters of the outlet's name and the page's addresses.
    """
    tidied = list(blocks)
    rules: tuple[Callable[[], Iterator[int]], ...] = (
        lambda: _empty_sections(tidied),
        lambda: _names(tidied, own),
        lambda: _titles(tidied),
        lambda: _copies(tidied),
        lambda: _counters(tidied),
        lambda: _fields(tidied),
    )
    for rule in rules:
        for number in list(rule()):
            tidied[number] = DraftParagraph(tidied[number].text, Kind.NAVIGATION)
    return tidied


def _body(blocks: Sequence[DraftParagraph]) -> list[int]:
    return [number for number, block in enumerate(blocks) if block.kind is None]


def _empty_sections(blocks: Sequence[DraftParagraph]) -> Iterator[int]:
    """Headlines that come twice or have no text behind them, and a last line that announces more: `Read on:`.

    The headlines above the first paragraph of text stay as they are.
    """
    body = _body(blocks)
    first, last = min(body, default=len(blocks)), max(body, default=-1)
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        if block.kind is Kind.HEADLINE:
            letters = letters_of(block.text)
            if letters in seen or (number > first and number > last):
                yield number
            seen.add(letters)
        elif first < number == last and len(block.text) <= MAX_POINTER and block.text.endswith(":"):
            yield number


def _names(blocks: Sequence[DraftParagraph], own: Collection[str]) -> Iterator[int]:
    """Lines with nothing but the outlet's name or the page's address."""
    longest = 2 * max(map(len, own), default=0)
    for number in _body(blocks):
        text = blocks[number].text
        if len(text) <= longest and letters_of(text) in own:
            yield number


def _titles(blocks: Sequence[DraftParagraph]) -> Iterator[int]:
    """Paragraphs that are the same as a headline."""
    headlines = {letters_of(block.text) for block in blocks if block.kind is Kind.HEADLINE}
    longest = 2 * max(map(len, headlines), default=0)
    for number in _body(blocks):
        text = blocks[number].text
        if MIN_TITLE <= len(text) <= longest and letters_of(text) in headlines:
            yield number


def _copies(blocks: Sequence[DraftParagraph]) -> Iterator[int]:
    """Paragraphs that are the same as the one before them."""
    before = ""
    for number in _body(blocks):
        text = blocks[number].text
        alike = abs(len(text) - len(before)) < MAX_UNLIKE and len(text) >= MIN_COPY
        if alike and letters_of(text) == letters_of(before):
            yield number
        before = text


def _counters(blocks: Sequence[DraftParagraph]) -> Iterator[int]:
    """Lines that count pictures or steps: `1/5`, `2/5`, `3/5`."""
    series: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for number in _body(blocks):
        if match := _COUNTER.fullmatch(blocks[number].text.strip()):
            series[int(match[2])].append((int(match[1]), number))
    for size, members in series.items():
        counted = [count for count, _ in members]
        if len(counted) >= MIN_COUNTERS and counted == list(range(counted[0], counted[0] + len(counted))):
            yield from (number for count, number in members if count <= size)


def _fields(blocks: Sequence[DraftParagraph]) -> Iterator[int]:
    """Lines in a row that are names of fields, most of them empty: `items_count:`, `FI slug:`."""
    run: list[int] = []
    for number in [*_body(blocks), None]:
        if number is not None and _FIELD.fullmatch(blocks[number].text.strip()):
            run.append(number)
            continue
        empty = sum(blocks[field].text.rstrip().endswith(":") for field in run)
        if len(run) >= MIN_FIELDS and empty > len(run) / 2:
            yield from run
        run = []
