"""Ways through both articles: the tour from topic to topic, and the short route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Side
from tui.ui.scene import NOT_ALIGNED, Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.panels.route import RouteProgress


class Routes:
    """Leads the reader."""

    def __init__(self, host: Host, speed: float) -> None:
        """`speed` in words a minute."""
        self._host, self._speed = host, speed

    def tour(self, scene: Scene) -> Scene:
        """To the weightiest topic, then from topic to topic."""
        from tui.reading.tour import Tour

        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        tour = scene.tour.next_topic() if scene.tour else Tour.of(scene.reading)
        message = tour.status(scene.reading)
        scene = replace(scene, tour=tour)
        if not tour.link:
            return scene.refusing(message)
        return scene.at(scene.reading.at_link(tour.link), level=True, jump=True, message=message)

    def short_route(self, scene: Scene) -> Scene:
        """The left article in full, and what the right one adds or says differently in its place."""
        from tui.reading.route import Route, RouteStop
        from tui.ui.panels.route import RouteScreen

        if scene.ledger_missing:
            return scene.refusing(scene.ledger_missing)
        reading = scene.reading
        differing = frozenset(difference.pair for difference in scene.ledger.disagreements)
        ways = {side: Route.of(reading.comparison, reading.threshold, side, differing) for side in Side}
        here = RouteStop(reading.side, reading.passage_index(reading.side))
        self._host.ask(RouteScreen(ways, Side.LEFT, here, self._speed), self.take_route)
        return scene

    def take_route(self, scene: Scene, answer: RouteProgress) -> Scene:
        """To where the reader was on the route; what was on the screen there has been seen."""
        scene = replace(scene, session=scene.session.with_seen(answer.seen))
        if not answer.stop:
            return scene
        there = scene.reading.at_passage(answer.stop.side, answer.stop.index)
        return scene.at(there, level=True, jump=True)
