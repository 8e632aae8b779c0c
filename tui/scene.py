"""What the widgets paint: a reading, and what of it is on the screen. One value, changed in one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.layout.view import View
from tui.model import Side
from tui.reading import Reading

if TYPE_CHECKING:
    from tui.differences.model import Difference


class Ledger(Struct, frozen=True, dict=True):
    """Everything the two articles say differently, indexed for the screen."""

    entries: tuple[Difference, ...] = ()
    """Sorted by kind and weight; what only one side has among them."""

    @cached_property
    def disagreements(self) -> tuple[Difference, ...]:
        """Those of which both sides have a version, in the order of the left text."""
        if not self.entries:
            return ()
        from tui.differences.model import State

        differing = (entry for entry in self.entries if entry.state is State.DIFFERS)
        return tuple(sorted(differing, key=lambda d: (d.left_passage, d.right_passage, -d.weight)))

    @cached_property
    def _at(self) -> Mapping[tuple[Side, int], Sequence[Difference]]:
        found: dict[tuple[Side, int], list[Difference]] = {}
        for entry in self.disagreements:
            for side in Side:
                found.setdefault((side, entry.passage_at(side)), []).append(entry)
        return found

    def at(self, side: Side, index: int) -> Sequence[Difference]:
        """The disagreements in a passage."""
        return self._at.get((side, index), ())

    def of(self, left: int, right: int) -> tuple[Difference, ...]:
        """The disagreements between two passages."""
        return tuple(d for d in self.at(Side.LEFT, left) if d.right_passage == right)

    def looks_like(self, other: Ledger) -> bool:
        """Whether the screen says the same of both."""
        return self is other or self.disagreements == other.disagreements

    def without(self, pairs: Set[tuple[int, int]]) -> Ledger:
        """Without what was found between those passages, of the left and the right."""
        kept = tuple([one for one in self.entries if (one.left_passage, one.right_passage) not in pairs])
        return self if len(kept) == len(self.entries) else Ledger(kept)


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
            hidden = {(k.left, k.right) for k in links if least <= k.score < reading.threshold}
            ledger = ledger.without(hidden)
        return Scene(reading, view, ledger)
