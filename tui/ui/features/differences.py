"""Step through the differences and list them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.questions import ListQuotations
from tui.model import PassagePair
from tui.model.difference import Difference, Ledger, Section
from tui.session import MarkKind, StateError, Store
from tui.ui.features.dismissals import dismissals, dismissing
from tui.ui.features.filters import pairs_folded
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.features.inquiries import Inquiries
    from tui.ui.panels.differences import DifferenceRow


class Differences:
    """Goes to passages that differ."""

    def __init__(self, host: Host, store: Store, inquiries: Inquiries) -> None:
        self._host, self._store, self._inquiries = host, store, inquiries

    def next(self, scene: Scene, step: int) -> Scene:
        """Go to the next pair of passages that differ (-1: the previous one).

        Conflicts come first, then other wordings, each in the order of the left article.
        """
        if scene.ledger_missing:
            return scene.refusing(scene.ledger_missing)
        if scene.reading.visible.filter.only_unmatched:
            return scene.refusing(pairs_folded(scene))
        conflicts, pairs = _conflicts_first(scene.ledger)
        here = scene.reading.left, scene.reading.right
        if here in pairs and scene.reading.pair:
            position = pairs.index(here) + step
        elif conflicts or step < 0:
            position = bisect_left(pairs, here, hi=conflicts) - (step < 0)
        else:
            position = bisect_left(pairs, here)
        if not pairs:
            closed = len(scene.ledger.shown)
            more = f": {scene.keys.of('difference.list')} lists {closed} in closed sections" if closed else ""
            return scene.refusing(f"no differences found{more}")
        if not 0 <= position < len(pairs):
            return scene.refusing(f"this is the {'last' if step > 0 else 'first'} difference")
        kind = "a conflict" if position < conflicts else "another wording"
        message = f"difference {position + 1} of {len(pairs)}: {kind}"
        return scene.at(scene.reading.at_pair(*pairs[position]), level=True, jump=True, message=message)

    def list(self, scene: Scene) -> Scene:
        """List all differences."""
        if scene.ledger_missing:
            return scene.refusing(scene.ledger_missing)
        from tui.analysis.comparability import language_note
        from tui.ui.panels.differences import DifferencesScreen

        comparison = scene.reading.comparison
        quotations = ListQuotations(scene.reading.threshold, scene.corrections)
        panel = DifferencesScreen(
            scene.ledger,
            comparison.articles,
            lambda take: self._inquiries.ask_for_panel(quotations, take),
            dismissed=[mark.text for mark in dismissals(scene.session)],
            note=language_note(comparison),
            ascii=self._host.ascii,
        )
        self._host.ask(panel, self.take_list)
        return scene

    def take_list(self, scene: Scene, answer: DifferenceRow) -> Scene:
        """Save what was dismissed, and go to the passages that were chosen."""
        assert not isinstance(answer, Difference | Section), "the list answers with a request"
        scene = self._with_dismissed(scene, answer.dismissed)
        return scene if answer.go_to is None else self._to_passages(scene, answer.go_to)

    def _with_dismissed(self, scene: Scene, keys: Sequence[str]) -> Scene:
        earlier = {mark.text: mark for mark in dismissals(scene.session)}
        new = []
        for entry in {entry.key: entry for entry in scene.ledger.entries}.values():
            if entry.key in keys and entry.key not in earlier:
                left, right = (k if k >= 0 else None for k in entry.pair)
                new.append(scene.session.new_mark(MarkKind.DISMISSED, left, right, entry.key))
        restored = [mark.uid for key, mark in earlier.items() if key not in keys]
        scene = dismissing(scene, frozenset(keys))
        try:
            return replace(scene, session=self._store.change(scene.session, new, restored))
        except StateError as error:
            return scene.refusing(str(error))

    def _to_passages(self, scene: Scene, pair: PassagePair) -> Scene:
        """Go to two passages; a side without one keeps its position."""
        left, right = pair
        left = left if left >= 0 else scene.reading.left
        right = right if right >= 0 else scene.reading.right
        return scene.at(scene.reading.at_pair(left, right), level=True, jump=True)


def _conflicts_first(ledger: Ledger) -> tuple[int, list[PassagePair]]:
    """The number of pairs in conflict, and these before the pairs with other wordings."""
    conflicts = {pair for entry in ledger.open_entries if entry.conflict for pair in entry.pairs}
    others = {pair for entry in ledger.open_entries for pair in entry.pairs} - conflicts
    return len(conflicts), [*sorted(conflicts), *sorted(others)]
