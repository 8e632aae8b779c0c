"""The two passages under the map's cursor, and their link."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from rich.segment import Segment
from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.layout.wrap import lines
from tui.model import Comparison, Link, Side
from tui.model.direction import isolated, isolated_label
from tui.model.symbols import ASCII, UNICODE, Symbols, relation_text, to_ascii
from tui.model.wording import score_text
from tui.reading.reading import Reading
from tui.report.evidence import why_linked
from tui.ui.widgets.row_widget import RowWidget

_WHY = 3
"""Most rows for the evidence."""
Row = tuple[str, str]
"""A row's text and its role: `link`, `why` or `text`."""


class MapPassages(RowWidget):
    """Shows the score, the relation and the evidence of the link, or that there is none, and both texts."""

    COMPONENT_CLASSES = {"map-passages--why"}

    reading: var[Reading] = var(Reading)
    pair: var[tuple[int, int]] = var((0, 0))

    def __init__(self, reading: Reading, pair: tuple[int, int], *, ascii: bool = False) -> None:
        super().__init__()
        self.set_reactive(MapPassages.reading, reading)
        self.set_reactive(MapPassages.pair, pair)
        self._ascii = ascii
        self._signs = ASCII if ascii else UNICODE
        self._rows: tuple[object, list[Row]] = None, []

    def watch_reading(self) -> None:
        self.refresh()

    def watch_pair(self) -> None:
        self.refresh()

    def strip_at(self, y: int) -> Strip:
        rows = self._laid_out()
        if y >= len(rows):
            return self.full_strip(())
        text, role = rows[y]
        base = self.rich_style
        if role == "link":
            link = link_between(self.reading.comparison, self.pair)
            colour = self.topic_style(link.topic if link else -1)
            return self.full_strip([Segment(f" {text}", base + colour + Style(bold=True))])
        if role == "text":
            return self.full_strip([Segment(f" {text}", base)])
        return self.full_strip([Segment(f" {text}", self.component_style(f"map-passages--{role}", base))])

    def _laid_out(self) -> list[Row]:
        key = self.pair, self.size, self.reading.visible
        if self._rows[0] != key:
            self._rows = key, list(self._lay_out(self.size.width - 2, self.size.height))
        return self._rows[1]

    def _lay_out(self, width: int, height: int) -> Iterator[Row]:
        link = link_between(self.reading.comparison, self.pair)
        head = _facts(to_ascii(link_line(self.reading, link, self._signs), self._ascii), width, self._ascii)
        why = f"why: {why_linked(link, self.reading.comparison, ids=False)}" if link else ""
        reasons = lines(to_ascii(why, self._ascii), width) if why else []
        spaced = height >= 12
        room = height - len(head) - 3 * spaced
        reasons = _cut(reasons, max(1, min(_WHY, room // 4)), width, self._ascii)
        yield from ((line, "link") for line in head)
        yield from ((line, "why") for line in reasons)
        texts = [self._text(side, width) for side in Side]
        shares = share(room - len(reasons), (len(texts[0]), len(texts[1])))
        for text, rows in zip(texts, shares, strict=True):
            if spaced:
                yield "", "text"
            yield from ((line, "text") for line in _cut(text, rows, width, self._ascii))

    def _text(self, side: Side, width: int) -> list[str]:
        index = self.pair[0 if side is Side.LEFT else 1]
        passages = self.reading.comparison.article(side).passages
        if index >= len(passages):
            return []
        name = f"{side.value} {index}"
        indent = " " * (len(name) + 1)
        wrapped = lines(isolated(passages[index].text), width - len(indent))
        return [f"{name} {wrapped[0]}", *(indent + line for line in wrapped[1:])]


def link_between(comparison: Comparison, pair: tuple[int, int]) -> Link | None:
    """The link between a left and a right passage, shown or not."""
    place = bisect_left(comparison.links, pair, key=lambda link: link.pair)
    following = comparison.links[place : place + 1]
    return following[0] if following and following[0].pair == pair else None


def link_line(reading: Reading, link: Link | None, signs: Symbols = UNICODE) -> str:
    """`pair 4 of 12 · score 89 · ≈ same statement · sanctions`, or the reason why no link is shown."""
    if link is None and not reading.comparison.aligned:
        return "no link so far"
    if link is None:
        return "no link: too little in common"
    score = f"{score_text(link.score)} · {signs.of(link)} {relation_text(link)}"
    number = reading.visible.stop_number(link.pair)
    topics = reading.comparison.topics
    topic = f" · {isolated_label(topics[link.topic].label)}" if 0 <= link.topic < len(topics) else ""
    if number:
        return f"pair {number:,} of {len(reading.visible.stops):,} · {score}{topic}"
    below = link.score < reading.threshold
    return f"not shown: {f'below {reading.threshold:.0f}' if below else 'filtered'} · {score}{topic}"


def share(rows: int, needed: tuple[int, int]) -> tuple[int, int]:
    """Rows for two texts: half each; rows that one does not need go to the other."""
    rows = max(0, rows)
    first = min(needed[0], max((rows + 1) // 2, rows - needed[1]))
    return first, min(needed[1], rows - first)


def _facts(text: str, width: int, ascii: bool) -> list[str]:
    """The lines of facts with dots between them; no line begins with a dot."""
    dot = to_ascii("·", ascii)
    return [row.replace("\u00a0", " ") for row in lines(text.replace(f" {dot} ", f"\u00a0{dot} "), width)]


def _cut(rows: list[str], limit: int, width: int, ascii: bool) -> list[str]:
    """The first rows, with an ellipsis if there are more."""
    if len(rows) <= limit:
        return rows
    if limit < 1:
        return []
    end = " ..." if ascii else " …"  # beside words with `~` between them
    return [*rows[: limit - 1], lines(rows[limit - 1], width - len(end))[0] + end]
