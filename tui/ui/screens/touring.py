"""Ways through both articles: the tour from topic to topic, and the short route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Comparison, Side
from tui.ui.screens.saving import Saving

if TYPE_CHECKING:
    from tui.reading.tour import Tour
    from tui.ui.panels.route import RouteProgress


class Touring(Saving):
    """The actions that lead the reader."""

    _tour: Tour | None = None
    _toured: tuple[Comparison, float] | None = None

    def action_tour(self) -> None:
        """To the weightiest topic, and with every further key to the next one."""
        from tui.reading.tour import Tour

        if not self.all_aligned():
            return
        now = self.reading.comparison, self.reading.threshold
        if self._tour is None or self._toured != now:
            self._tour, self._toured = Tour.of(self.reading), now
        else:
            self._tour = self._tour.next_topic()
        said = self._tour.status(self.reading)
        if self._tour.link:
            self.go(self.reading.at_link(self._tour.link), level=True, jump=True, message=said)
        else:
            self.say(said)

    def action_route(self) -> None:
        """The left article in full, and what the right one adds or says otherwise at its place."""
        from tui.reading.route import Route, RouteStop
        from tui.ui.panels.route import RouteScreen

        if not self.worked_out():
            return
        reading = self.reading
        otherwise = frozenset(d.pair for d in self.scene.ledger.disagreements)
        ways = {side: Route.of(reading.comparison, reading.threshold, side, otherwise) for side in Side}
        here = RouteStop(reading.side, reading.passage_index(reading.side))
        self.app.push_screen(RouteScreen(ways, Side.LEFT, here, self.speed), self._take_route)

    def _take_route(self, answer: RouteProgress | None) -> None:
        if answer is None:
            return
        self.session = self.session.with_seen(answer.seen)
        if answer.stop:
            self.go(self.reading.at_passage(answer.stop.side, answer.stop.index), level=True, jump=True)
