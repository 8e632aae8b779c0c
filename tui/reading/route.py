"""The short route: one article in full, then only what the other one adds or says otherwise, at its place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Kind, Link, PassagePair, Relation, Side
from tui.reading.reading_progress import word_count
from tui.settings.limits import WORDS_PER_MINUTE


class RouteStop(Struct, frozen=True):
    """One passage of the route."""

    side: Side
    index: int
    collapsed: bool = False
    """Whether it is told already, and shown as a line that can be opened."""


class Route(Struct, frozen=True):
    """The passages of both articles in the order in which they are read."""

    comparison: Comparison = Comparison()
    full_side: Side = Side.LEFT
    """The article read in full."""
    stops: tuple[RouteStop, ...] = ()

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        threshold: float,
        first: Side = Side.LEFT,
        otherwise: Container[PassagePair] = frozenset(),
    ) -> Route:
        """The route at a threshold. `otherwise`: links (left, right) whose passages contradict each other.

        A passage of the other article is shown in full if it has no link, if it is only related to what
        is linked to it, or if one of its links is among `otherwise`; else it is told already. It stands
        after the passage it is linked to most surely; without a link, after what its own article tells
        before it. Furniture is left out.
        """
        best = _surest(comparison.shown(threshold), first.other)
        collapsed = {
            k for k, links in best.items() if _is_told(links) and not any(x.pair in otherwise for x in links)
        }
        after: dict[int, list[RouteStop]] = {}
        place = -1
        for passage in comparison.article(first.other).body:
            links = best.get(passage.index)
            place = links[0].at(first) if links else place
            stop = RouteStop(first.other, passage.index, passage.index in collapsed)
            after.setdefault(place, []).append(stop)
        return cls(comparison, first, tuple(_merged(comparison, first, after)))

    def expand(self, stop: RouteStop) -> Route:
        """With a collapsed passage shown in full."""
        opened = replace(stop, collapsed=False)
        return replace(self, stops=tuple(opened if one == stop else one for one in self.stops))

    # -- what it saves

    @property
    def words(self) -> int:
        """Words of the passages shown in full."""
        return sum(self._words(stop) for stop in self.stops if not stop.collapsed)

    @property
    def words_in_full(self) -> int:
        """Words of both articles."""
        return sum(self.comparison.article(side).words for side in Side)

    def minutes(self, speed: float = WORDS_PER_MINUTE) -> float:
        """Time for what is shown; `speed` in words per minute."""
        return self.words / speed

    def time_summary(self, speed: float = WORDS_PER_MINUTE) -> str:
        """`6 min instead of 11`; in tenths where whole minutes do not tell the difference."""
        short, full = self.minutes(speed), self.words_in_full / speed
        tell = ".0f" if round(short) != round(full) and short >= 1 else ".1f"
        return f"{short:{tell}} min instead of {full:{tell}}"

    def _words(self, stop: RouteStop) -> int:
        return word_count(self.comparison.article(stop.side).passages[stop.index])


def _surest(links: Iterable[Link], side: Side) -> Mapping[int, list[Link]]:
    """For each passage of a side its links, the surest first."""
    found: dict[int, list[Link]] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.pair)):
        found.setdefault(link.at(side), []).append(link)
    return found


def _is_told(links: list[Link]) -> bool:
    return any(link.relation is Relation.SAME for link in links)


def _merged(comparison: Comparison, first: Side, after: Mapping[int, list[RouteStop]]) -> Iterable[RouteStop]:
    """The first article, each passage followed by what belongs there.

    What is linked to a headline or a caption stands where that stood, before the text that follows.
    """
    yield from after.get(-1, ())
    for passage in comparison.article(first).passages:
        if passage.kind is Kind.BODY:
            yield RouteStop(first, passage.index)
        yield from after.get(passage.index, ())
