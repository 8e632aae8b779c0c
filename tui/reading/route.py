"""Short route: one article in full, with what the other one adds or contradicts inserted at its place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Kind, Link, PassagePair, Relation, Side
from tui.reading.reading_progress import word_count
from tui.settings.settings import WORDS_PER_MINUTE

MUCH_LONGER = 1.5
"""Words of a passage against those of its counterparts that make the same statement, from which it says more
than they do. Set by eye on two real reports: a lead of 41 words is not told by one of 24."""


class RouteStop(Struct, frozen=True, gc=False):
    """One passage of the route."""

    side: Side
    index: int
    collapsed: bool = False
    """Whether the full article says the same, so that it is shown as a line to expand."""


class Route(Struct, frozen=True):
    """The passages of both articles in reading order."""

    comparison: Comparison = Comparison()
    full_side: Side = Side.LEFT
    """The article that is read in full."""
    stops: tuple[RouteStop, ...] = ()

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        threshold: float,
        full_side: Side = Side.LEFT,
        contradicting: Container[PassagePair] = frozenset(),
    ) -> Route:
        """Plan the route through the links of at least a threshold.

        A passage of the other article is shown in full if it has no link, if all its links are merely
        related, if it is MUCH_LONGER than the passages that make its statement, or if one of them is among
        `contradicting`; else it is collapsed. It follows the passage
        with which it has its strongest link or, without a link, the passage before it in its own article.
        Boilerplate is left out.
        """
        other = full_side.other
        links_of = _by_passage(comparison.links_from(threshold), other)
        collapsed = {
            index
            for index, links in links_of.items()
            if _is_told(comparison, other, index, links) and not any(k.pair in contradicting for k in links)
        }
        following: dict[int, list[RouteStop]] = {}
        place = -1
        for passage in comparison.article(other).body:
            links = links_of.get(passage.index)
            place = links[0].at(full_side) if links else place
            stop = RouteStop(other, passage.index, passage.index in collapsed)
            following.setdefault(place, []).append(stop)
        return cls(comparison, full_side, tuple(_merged(comparison, full_side, following)))

    def expand(self, stop: RouteStop) -> Route:
        """Show a collapsed passage in full."""
        expanded = replace(stop, collapsed=False)
        return replace(self, stops=tuple(expanded if other == stop else other for other in self.stops))

    # -- reading time

    @property
    def words(self) -> int:
        """Words of the passages shown in full."""
        return sum(self._words(stop) for stop in self.stops if not stop.collapsed)

    @property
    def words_in_full(self) -> int:
        """Words of both articles."""
        return sum(self.comparison.article(side).words for side in Side)

    def minutes(self, speed: float = WORDS_PER_MINUTE) -> float:
        """Minutes for the passages shown in full, at `speed` words per minute."""
        return self.words / speed

    def time_summary(self, speed: float = WORDS_PER_MINUTE) -> str:
        """`6 min instead of 11`; in tenths of a minute where whole minutes would be equal."""
        short, full = self.minutes(speed), self.words_in_full / speed
        precision = ".0f" if round(short) != round(full) and short >= 1 else ".1f"
        return f"{short:{precision}} min instead of {full:{precision}}"

    def _words(self, stop: RouteStop) -> int:
        return word_count(self.comparison.article(stop.side).passages[stop.index])


def _by_passage(links: Iterable[Link], side: Side) -> Mapping[int, list[Link]]:
    """The links of each linked passage of a side, the highest score first."""
    by_passage: dict[int, list[Link]] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.pair)):
        by_passage.setdefault(link.at(side), []).append(link)
    return by_passage


def _is_told(comparison: Comparison, side: Side, index: int, links: Iterable[Link]) -> bool:
    """Whether the other article makes the statement of a passage, in not far fewer words."""
    article = comparison.article(side.other)
    told = [word_count(article.passages[k.at(side.other)]) for k in links if k.relation is Relation.SAME]
    return bool(told) and word_count(comparison.article(side).passages[index]) < MUCH_LONGER * sum(told)


def _merged(
    comparison: Comparison, full_side: Side, following: Mapping[int, list[RouteStop]]
) -> Iterable[RouteStop]:
    """The article read in full, each passage followed by those of the other article that belong there.

    Passages linked to a headline or a caption come at its place, before the text that follows it.
    """
    yield from following.get(-1, ())
    for passage in comparison.article(full_side).passages:
        if passage.kind is Kind.BODY:
            yield RouteStop(full_side, passage.index)
        yield from following.get(passage.index, ())
