"""The short route: one article in full, then only what the other one adds or says otherwise, at its place."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping
from itertools import accumulate, groupby

from msgspec import Struct
from msgspec.structs import replace

from tui.corrections import Pair
from tui.layout.page import Block, Page
from tui.layout.wrap import wrap
from tui.model import Comparison, Kind, Link, Relation, Side
from tui.progress import WORDS_PER_MINUTE, words_of


class Stop(Struct, frozen=True):
    """One passage of the route."""

    side: Side
    index: int
    collapsed: bool = False
    """Whether it is told already, and shown as a line that can be opened."""


class Route(Struct, frozen=True):
    """The passages of both articles in the order in which they are read."""

    comparison: Comparison = Comparison()
    first: Side = Side.LEFT
    """The article read in full."""
    stops: tuple[Stop, ...] = ()

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        threshold: float,
        first: Side = Side.LEFT,
        otherwise: Container[Pair] = frozenset(),
    ) -> Route:
        """The route at a threshold. `otherwise`: links (left, right) whose passages contradict each other.

        A passage of the other article is shown in full if it has no link, if it is only related to what
        is linked to it, or if one of its links is among `otherwise`; else it is told already. It stands
        after the passage it is linked to most surely; without a link, after what its own article tells
        before it. Furniture is left out.
        """
        best = _surest(comparison.shown(threshold), first.other)
        collapsed = {
            k
            for k, links in best.items()
            if _is_told(links) and not any(_pair(x) in otherwise for x in links)
        }
        after: dict[int, list[Stop]] = {}
        place = -1
        for passage in comparison.article(first.other).body:
            links = best.get(passage.index)
            place = links[0].at(first) if links else place
            stop = Stop(first.other, passage.index, passage.index in collapsed)
            after.setdefault(place, []).append(stop)
        return cls(comparison, first, tuple(_merged(comparison, first, after)))

    def open(self, stop: Stop) -> Route:
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

    def saved(self, speed: float = WORDS_PER_MINUTE) -> float:
        """Minutes saved by not reading twice what both tell."""
        return (self.words_in_full - self.words) / speed

    def promise(self, speed: float = WORDS_PER_MINUTE) -> str:
        """`6 min instead of 11`; in tenths where whole minutes do not tell the difference."""
        short, full = self.minutes(speed), self.words_in_full / speed
        tell = ".0f" if round(short) != round(full) and short >= 1 else ".1f"
        return f"{short:{tell}} min instead of {full:{tell}}"

    def _words(self, stop: Stop) -> int:
        return words_of(self.comparison.article(stop.side).passages[stop.index])


def _surest(links: Iterable[Link], side: Side) -> Mapping[int, list[Link]]:
    """For each passage of a side its links, the surest first."""
    found: dict[int, list[Link]] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        found.setdefault(link.at(side), []).append(link)
    return found


def _is_told(links: list[Link]) -> bool:
    return any(link.relation is Relation.SAME for link in links)


def _pair(link: Link) -> Pair:
    return link.left, link.right


def _merged(comparison: Comparison, first: Side, after: Mapping[int, list[Stop]]) -> Iterable[Stop]:
    """The first article, each passage followed by what belongs there.

    What is linked to a headline or a caption stands where that stood, before the text that follows.
    """
    yield from after.get(-1, ())
    for passage in comparison.article(first).passages:
        if passage.kind is Kind.BODY:
            yield Stop(first, passage.index)
        yield from after.get(passage.index, ())


# -- on the screen


class RoutePage(Struct, frozen=True):
    """The route laid out: a page whose passages are the stops, so that panes can show it."""

    page: Page
    stops: tuple[Stop, ...]
    """The stop that `page` calls passage k."""
    _places: Mapping[tuple[Side, int], int]

    def at_row(self, row: int) -> Stop | None:
        """The stop at a row; the first one of a collapsed line."""
        return self.stops[self.page.passage_at(row)] if self.stops else None

    def collapsed_at(self, row: int) -> tuple[Stop, ...]:
        """The stops that the collapsed line at a row stands for; none at any other row."""
        if not self.stops:
            return ()
        block = self.page.blocks[bisect_right(self.page.tops, max(0, min(row, self.page.height - 1))) - 1]
        return self.stops[block.first : block.last + 1] if block.folded else ()

    def passages(self, places: Iterable[int]) -> dict[Side, frozenset[int]]:
        """The passages of both articles that stand at places of `page`."""
        stops = [self.stops[k] for k in places]
        return {side: frozenset(stop.index for stop in stops if stop.side is side) for side in Side}

    def place(self, side: Side, index: int) -> int:
        """Which passage of `page` a passage of an article is; -1 if the route leaves it out."""
        return self._places.get((side, index), -1)


def lay_out_route(route: Route, width: int) -> RoutePage:
    """The route in lines of `width` cells. Neighbouring collapsed passages share a line."""
    blocks: list[Block] = []
    heights: list[int] = []
    owners = array("L")
    runs = list(_runs(route.stops))
    for k, run in enumerate(runs):
        first = len(owners)
        text = _told(run) if run[0].collapsed else _text(route, run[0])
        starts = tuple(wrap(text, width))
        blocks.append(Block(first, first + len(run) - 1, run[0].collapsed, text, starts))
        owners.extend([k] * len(run))
        heights.append(len(starts) + (k + 1 < len(runs) and _parted(route, run[-1], runs[k + 1][0])))
    page = Page(width, tuple(blocks), array("L", accumulate(heights, initial=0)), owners)
    return RoutePage(page, route.stops, {(stop.side, stop.index): k for k, stop in enumerate(route.stops)})


def _runs(stops: Iterable[Stop]) -> Iterable[tuple[Stop, ...]]:
    """Runs of collapsed passages, and every other passage alone."""
    for collapsed, run in groupby(stops, key=lambda stop: stop.collapsed):
        if collapsed:
            yield tuple(run)
        else:
            yield from ((stop,) for stop in run)


def _told(run: tuple[Stop, ...]) -> str:
    """What a collapsed line says: `R4, R5 say the same`."""
    names = ", ".join(f"{stop.side.initial}{stop.index}" for stop in run)
    return f"{names} {'says' if len(run) == 1 else 'say'} the same"


def _text(route: Route, stop: Stop) -> str:
    return route.comparison.article(stop.side).passages[stop.index].text.replace("\n", " ")


def _parted(route: Route, stop: Stop, following: Stop) -> bool:
    """Whether a blank row stands between them: where the article or the paragraph changes."""
    if stop.collapsed or following.collapsed:
        return following.side is route.first and not following.collapsed
    if stop.side is not following.side:
        return True
    passages = route.comparison.article(stop.side).passages
    return passages[stop.index].paragraph != passages[following.index].paragraph
