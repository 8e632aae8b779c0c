"""What the widgets paint: a reading, and what of it is on the screen. One value, changed in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from tui.layout.view import View
from tui.model.difference import Ledger
from tui.reading.reading import Reading

if TYPE_CHECKING:
    pass


class Scene(Struct, frozen=True):
    """A reading and its view; the view is laid out for what the reading shows."""

    reading: Reading = Reading()
    view: View = View()
    ledger: Ledger = Ledger()
    """Empty until the differences have been worked out."""

    def with_reading(self, reading: Reading, view: View) -> Scene:
        """The scene of another reading. What differs in links that a higher threshold hides goes with them;
        all else stays until it is worked out anew."""
        ledger, least = self.ledger, self.reading.threshold
        if reading.threshold > least and ledger.entries:
            links = reading.comparison.links
            hidden = {k.pair for k in links if least <= k.score < reading.threshold}
            ledger = ledger.without(hidden)
        return Scene(reading, view, ledger)
