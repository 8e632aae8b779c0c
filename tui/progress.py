"""How much of the two texts has been seen, and how long the rest takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from tui.layout.view import View
from tui.model import Article, Kind, Passage, Side

WORDS_PER_MINUTE = 238
"""Adults reading English non-fiction in silence: the mean of 190 studies with 18,573 readers
(Brysbaert, Journal of Memory and Language 109, 2019)."""
SLOWEST, FASTEST = 50, 1500
"""Words per minute that a reader may set."""


class Progress(Struct, frozen=True):
    """Of one article or of both. Words are those of the body, as in `Article.words`."""

    words: int
    seen: int
    """Words of the passages that have been on the screen."""

    @property
    def share(self) -> float:
        """0 to 1; a text without a body has been seen."""
        return self.seen / self.words if self.words else 1.0

    @property
    def left(self) -> int:
        """Words not yet seen."""
        return self.words - self.seen

    def minutes_left(self, speed: float = WORDS_PER_MINUTE) -> float:
        """`speed`: words per minute."""
        return self.left / speed

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.words + other.words, self.seen + other.seen)


def words_of(passage: Passage) -> int:
    """Its words, split at white space; furniture is not read and has none."""
    return len(passage.text.split()) if passage.kind is Kind.BODY else 0


def progress(article: Article, seen: Collection[int]) -> Progress:
    """How far an article is read whose passages `seen` have been on the screen."""
    counts = [(passage.index in seen, words_of(passage)) for passage in article.passages]
    return Progress(sum(n for _, n in counts), sum(n for was_seen, n in counts if was_seen))


def share_seen(left: Article, right: Article, seen: Mapping[Side, Collection[int]]) -> float:
    """Share of both texts that has been on the screen, 0 to 1."""
    return (progress(left, seen[Side.LEFT]) + progress(right, seen[Side.RIGHT])).share


def on_screen(view: View, sides: Iterable[Side] = Side) -> dict[Side, frozenset[int]]:
    """The passages whose last line is on the screen, on each side; none on a side not among `sides`.

    A fold hides what is in it. A passage longer than the screen is seen when its end has come.
    """
    shown = tuple(sides)
    return {side: frozenset(_shown(view, side) if side in shown else ()) for side in Side}


def _shown(view: View, side: Side) -> list[int]:
    page, top = view.page(side), view.top(side)
    end = min(top + view.rows(side), page.height)
    first, shown = max(0, top), []
    if first >= end:
        return []
    for number in range(page.locate(first)[0], len(page.blocks)):
        block, begins = page.blocks[number], page.tops[number]
        if begins >= end:
            break
        if not block.folded and first < begins + len(block.starts) <= end:
            shown.append(block.first)
    return shown


def minutes(words: float, speed: float = WORDS_PER_MINUTE) -> str:
    """`6 min`; under 10 minutes a half is told: `1½ min`."""
    exact = words / speed
    if not words:
        return "0 min"
    if exact >= 9.75:
        return f"{round(exact)} min"
    halves = max(1, round(exact * 2))
    whole, half = divmod(halves, 2)
    return f"{whole or ''}{'½' if half else ''} min"
