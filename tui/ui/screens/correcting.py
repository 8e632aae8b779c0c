"""Correcting the alignment, and copying what was read."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model import Comparison, PassagePair, Side
from tui.model.corrections import Corrections
from tui.ui.screens.reading import ReadingScreen


class Correcting(ReadingScreen):
    """The actions by which the reader's word outweighs the alignment's."""

    corrections = Corrections()
    found: Comparison | None = None
    """What alignment found, without the corrections."""

    def action_pin(self) -> None:
        """Pin the two passages side by side; at a passage by itself, it and then its counterpart."""
        reading = self.reading
        here = reading.side, reading.passage_index(reading.side)
        if reading.pinning is None and reading.pair:
            self._pin_pair(reading.pair, bool(reading.link and reading.link.pinned))
        elif reading.pinning is None:
            said = "go to its counterpart in the other article and press p; escape: not pinned"
            self.go(replace(reading, pinning=here), message=said)
        elif reading.pinning[0] is reading.side:
            self.say("that passage is in the same article: tab goes to the other one")
        else:
            ends = dict([reading.pinning, here])
            self.correct(self.corrections.pin((ends[Side.LEFT], ends[Side.RIGHT])), "pinned")
            link = next(k for k in self.reading.comparison.links if k.pinned and k.at(here[0]) == here[1])
            self.go(replace(self.reading.at_link(link), pinning=None), level=True, message="pinned")

    def _pin_pair(self, pair: PassagePair, pinned: bool) -> None:
        if pinned:
            self.correct(self.corrections.withdraw(pair), "no longer pinned")
        else:
            self.correct(self.corrections.pin(pair), "pinned: p again takes it back")

    def action_reject(self) -> None:
        """Drop the current link; at a passage without one, take back what was dropped there."""
        reading = self.reading
        if reading.link:
            pair = reading.link.left, reading.link.right
            self.correct(self.corrections.reject(pair), "not a match: P again takes it back")
            return
        here = reading.passage_index(reading.side)
        which = 0 if reading.side is Side.LEFT else 1
        dropped = [pair for pair in self.corrections.rejected if pair[which] == here]
        if not dropped:
            self.say("no link here to drop")
            return
        corrections = self.corrections
        for pair in dropped:
            corrections = corrections.withdraw(pair)
        self.correct(corrections, "taken back")
        self.go(self.reading.at_passage(reading.side, here), level=True, message="taken back")

    def correct(self, corrections: Corrections, message: str) -> None:
        if self.found is None:
            self.found = self.reading.comparison
        self.corrections = corrections
        self.go(self.reading.with_comparison(corrections.applied(self.found)), message=message)

    # -- copying

    def action_copy_passage(self) -> None:
        passage = self.reading.passage(self.reading.side)
        if passage:
            self.app.copy_to_clipboard(passage.text)
            self.message = "passage copied"

    def action_copy_link(self) -> None:
        """Both passages of the link with title, source and date, ready to be pasted."""
        if not self.reading.link:
            self.say("no link here to copy")
            return
        quoted = []
        for side in Side:
            article, passage = self.reading.comparison.article(side), self.reading.passage(side)
            about = ", ".join(part for part in (article.title, article.source, article.published) if part)
            quoted.append(f"{passage.text if passage else ''}\n— {about}")
        self.app.copy_to_clipboard("\n\n".join(quoted) + "\n")
        self.message = "both passages copied, with their sources"
