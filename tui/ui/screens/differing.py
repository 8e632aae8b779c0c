"""What the articles say differently: worked out beside the reading, stepped through, listed."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on, work
from textual.message import Message
from textual.worker import Worker, WorkerState

from tui.model import Comparison
from tui.model.difference import Ledger
from tui.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from tui.model.difference import Difference


class Differing(ReadingScreen):
    """The actions that go from disagreement to disagreement."""

    awaited: tuple[Comparison, float] | None = None
    """What the differences are on their way for; until they are here, they are not worked out again."""
    _compared: tuple[Comparison, float] | None = None
    _at_work: bool = False
    """Whether differences are being worked out in this process; of what is wanted meanwhile only the
    last is worked out, after it: two threads at it would take the time that the keys need."""

    class Compared(Message):
        """The differences of a comparison at a threshold are worked out."""

        def __init__(self, comparison: Comparison, threshold: float, ledger: Ledger) -> None:
            super().__init__()
            self.comparison = comparison
            self.threshold = threshold
            self.ledger = ledger

    def watch_scene(self) -> None:
        """Work the differences out anew when the links they are found in have changed."""
        now = self.reading.comparison, self.reading.threshold
        awaited = self.awaited[0] if self.awaited else now[0]
        if awaited.left is not now[0].left or awaited.right is not now[0].right:
            self.awaited = None  # other articles have been opened
        if self._at_work or _same(self._compared, now):
            return
        self._compared = now
        if now[0].links and now[0].aligned and not _same(self.awaited, now):
            self._at_work = True
            self._work_out(*now)

    # A description, for Textual would write out both articles to have one.
    @work(thread=True, group="differences", exit_on_error=False, description="differences")
    def _work_out(self, comparison: Comparison, threshold: float) -> None:
        # Imported here, off the way to the first frame: dates and numbers bring libraries along.
        from tui.analysis.differences.ledger import differences

        found = Ledger(differences(comparison, threshold))
        self.post_message(self.Compared(comparison, threshold, found))

    @on(Worker.StateChanged)
    def say_failure_to_compare(self, event: Worker.StateChanged) -> None:
        """The articles can be read without the ledger; that it is missing is said."""
        if event.worker.group != "differences" or not event.worker.is_finished:
            return
        if event.state is WorkerState.ERROR:
            self.message = f"differences could not be worked out: {event.worker.error!r}"
        self._at_work = False
        self.watch_scene()

    @on(Compared)
    def take_ledger(self, event: Compared) -> None:
        now = event.comparison, event.threshold
        if _same(self.awaited, now):
            self.awaited = None
        if _same((self.reading.comparison, self.reading.threshold), now):
            self.scene = replace(self.scene, ledger=event.ledger)

    def action_next_difference(self, step: int) -> None:
        """To the next pair of passages that disagree in something, in the order of the left text."""
        if not self.worked_out():
            return
        found = self.scene.ledger.disagreements
        pairs = list(dict.fromkeys(d.pair for d in found))
        here = self.reading.left, self.reading.right
        if here in pairs and self.reading.pair:
            place = pairs.index(here) + step
        else:
            place = bisect_left(pairs, here) - (step < 0)
        if not 0 <= place < len(pairs):
            end = "last" if step > 0 else "first"
            self.say(f"this is the {end} disagreement" if pairs else "no disagreement was found")
            return
        self.go(self.reading.at_pair(*pairs[place]), level=True, jump=True)

    def worked_out(self) -> bool:
        if not self.all_aligned():
            return False
        now = self.reading.comparison, self.reading.threshold
        if self._at_work or (now[0].links and _same(self.awaited, now)):
            self.say("what differs is still being worked out")
            return False
        return True

    def action_ledger(self) -> None:
        if not self.worked_out():
            return
        from tui.analysis.differences.ledger import language_note
        from tui.ui.panels.differences import DifferencesScreen

        def go_to(picked: Difference | None) -> None:
            if picked is not None:
                self._go_to(picked)

        self.app.push_screen(
            DifferencesScreen(self.scene.ledger, language_note(self.reading.comparison)), go_to
        )

    def action_words(self) -> None:
        if not self.all_aligned():
            return
        from tui.ui.panels.words import WordsScreen

        def go_to(picked: tuple[int, int] | str | None) -> None:
            if isinstance(picked, str):
                self.search(picked)
            elif picked is not None:
                self.go(self.reading.at_pair(*picked), level=True, jump=True)

        self.app.push_screen(WordsScreen(self.reading), go_to)

    def search(self, query: str) -> None:
        """Go to the first hit of a search, and keep the hits to step over."""
        raise NotImplementedError

    def _go_to(self, entry: Difference) -> None:
        left = entry.left_passage if entry.left_passage >= 0 else self.reading.left
        right = entry.right_passage if entry.right_passage >= 0 else self.reading.right
        self.go(self.reading.at_pair(left, right), level=True, jump=True)


def _same(one: tuple[Comparison, float] | None, other: tuple[Comparison, float]) -> bool:
    """Whether both are the very same comparison, at the same threshold."""
    return one is not None and one[0] is other[0] and one[1] == other[1]
