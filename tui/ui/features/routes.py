"""The tour of the topics and the short route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Side
from tui.ui.features.filters import pairs_folded
from tui.ui.scene import NOT_ALIGNED, Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.panels.route import RouteProgress


class Routes:
    """Guides the reader through both articles."""

    def __init__(self, host: Host, speed: float) -> None:
        """Take the reading `speed` in words per minute."""
        self._host, self._speed = host, speed

    def tour(self, scene: Scene) -> Scene:
        """Go to the first topic listed, then to the next one each time."""
        from tui.reading.tour import Tour

        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        if scene.reading.visible.filter.only_unmatched:
            return scene.refusing(pairs_folded(scene))
        tour = scene.tour.next_topic() if scene.tour else Tour.of(scene.reading)
        message = tour.status(scene.reading)
        scene = replace(scene, tour=tour)
        if not tour.link:
            return scene.refusing(message)
        return scene.at(scene.reading.at_link(tour.link), level=True, jump=True, message=message)

    def short_route(self, scene: Scene) -> Scene:
        """Show the left article in full, and passages of the right one that add to it or differ."""
        from tui.reading.route import Route, RouteStop
        from tui.ui.panels.route import RouteScreen

        if scene.ledger_missing:
            return scene.refusing(scene.ledger_missing)
        reading = scene.reading
        differing = frozenset(pair for entry in scene.ledger.open_entries for pair in entry.pairs)
        ways = {side: Route.of(reading.comparison, reading.threshold, side, differing) for side in Side}
        here = RouteStop(reading.side, reading.passage_index(reading.side))
        self._host.ask(RouteScreen(ways, Side.LEFT, here, self._speed), self.take_route)
        return scene

    def take_route(self, scene: Scene, answer: RouteProgress) -> Scene:
        """Go to the last passage on the route; passages shown there count as seen."""
        scene = replace(scene, session=scene.session.with_seen(answer.seen))
        if not answer.stop:
            return scene
        there = scene.reading.at_passage(answer.stop.side, answer.stop.index)
        return scene.at(there, level=True, jump=True)
