"""The short route laid out in lines of a given width."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate, groupby

from msgspec import Struct

from tui.layout.page import LaidOutArticle, TextBlock
from tui.layout.wrap import wrap
from tui.model import Side
from tui.model.wording import quoted_words
from tui.reading.route import Route, RouteStop

_NAMED = 2
"""Passages that a collapsed line names."""


class RoutePage(Struct, frozen=True):
    """A laid-out route: a page whose passages are the stops, so that panes can show it."""

    page: LaidOutArticle
    stops: tuple[RouteStop, ...]
    """Stop k is passage k of `page`."""
    _places: Mapping[tuple[Side, int], int]

    def passages(self, places: Iterable[int]) -> dict[Side, frozenset[int]]:
        """The passages of both articles at some stops."""
        stops = [self.stops[k] for k in places]
        return {side: frozenset(stop.index for stop in stops if stop.side is side) for side in Side}

    def stop_number(self, side: Side, index: int) -> int:
        """Index of the stop of a passage; -1 if the route leaves it out."""
        return self._places.get((side, index), -1)


def lay_out_route(route: Route, width: int) -> RoutePage:
    """Lay out a route in lines of `width` cells. Adjacent collapsed passages share a line."""
    blocks: list[TextBlock] = []
    heights: list[int] = []
    owners = array("L")
    runs = list(_runs(route.stops))
    for k, run in enumerate(runs):
        first = len(owners)
        text = _collapsed_text(route, run) if run[0].collapsed else _text(route, run[0])
        starts = tuple(wrap(text, width))
        blocks.append(TextBlock(first, first + len(run) - 1, run[0].collapsed, text, starts))
        owners.extend([k] * len(run))
        heights.append(len(starts) + (k + 1 < len(runs) and _has_gap(route, run[-1], runs[k + 1][0])))
    page = LaidOutArticle(width, tuple(blocks), array("L", accumulate(heights, initial=0)), owners)
    return RoutePage(page, route.stops, {(stop.side, stop.index): k for k, stop in enumerate(route.stops)})


def _runs(stops: Iterable[RouteStop]) -> Iterable[tuple[RouteStop, ...]]:
    """Split stops into runs of collapsed ones and single other ones."""
    for collapsed, run in groupby(stops, key=lambda stop: stop.collapsed):
        if collapsed:
            yield tuple(run)
        else:
            yield from ((stop,) for stop in run)


def _collapsed_text(route: Route, run: tuple[RouteStop, ...]) -> str:
    """The text of a collapsed line: `“The operator said it was …” says the same`."""
    names = ", ".join(quoted_words(_text(route, stop)) for stop in run[:_NAMED])
    more = f" and {len(run) - _NAMED} more" if len(run) > _NAMED else ""
    return f"{names}{more} {'says' if len(run) == 1 else 'say'} the same"


def _text(route: Route, stop: RouteStop) -> str:
    return route.comparison.article(stop.side).passages[stop.index].text.replace("\n", " ")


def _has_gap(route: Route, stop: RouteStop, following: RouteStop) -> bool:
    """Whether a blank row comes between two stops: where the article or the paragraph changes."""
    if stop.collapsed or following.collapsed:
        return following.side is route.full_side and not following.collapsed
    if stop.side is not following.side:
        return True
    passages = route.comparison.article(stop.side).passages
    return passages[stop.index].paragraph != passages[following.index].paragraph
