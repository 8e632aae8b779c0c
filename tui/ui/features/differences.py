"""Step through the differences and list them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.model.difference import Section
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.model.difference import Difference
    from tui.ui.features import Host


class Differences:
    """Goes to passages that differ."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def next(self, scene: Scene, step: int) -> Scene:
        """Go to the next pair of passages that disagree (-1: the previous one), in left order."""
        if scene.ledger_missing:
            return scene.refusing(scene.ledger_missing)
        pairs = list(dict.fromkeys(difference.pair for difference in scene.ledger.disagreements))
        here = scene.reading.left, scene.reading.right
        if here in pairs and scene.reading.pair:
            position = pairs.index(here) + step
        else:
            position = bisect_left(pairs, here) - (step < 0)
        if not pairs:
            return scene.refusing("no differences found")
        if not 0 <= position < len(pairs):
            return scene.refusing(f"this is the {'last' if step > 0 else 'first'} difference")
        message = f"difference {position + 1} of {len(pairs)}"
        return scene.at(scene.reading.at_pair(*pairs[position]), level=True, jump=True, message=message)

    def list(self, scene: Scene) -> Scene:
        """List all differences."""
        if scene.ledger_missing:
            return scene.refusing(scene.ledger_missing)
        from tui.analysis.differences.ledger import language_note
        from tui.ui.panels.differences import DifferencesScreen

        self._host.ask(
            DifferencesScreen(scene.ledger, language_note(scene.reading.comparison)), self.to_difference
        )
        return scene

    def to_difference(self, scene: Scene, difference: Difference | Section) -> Scene:
        """Go to the passages of a difference; a side without one keeps its position."""
        assert not isinstance(difference, Section), "a section opens in the list"
        left, right = difference.pair
        left = left if left >= 0 else scene.reading.left
        right = right if right >= 0 else scene.reading.right
        return scene.at(scene.reading.at_pair(left, right), level=True, jump=True)
