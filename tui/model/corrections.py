"""The reader's corrections of the alignment: pinned and rejected pairs."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Link, PassagePair, Relation


class Corrections(Struct, frozen=True):
    """Pinned pairs and rejected pairs; no pair is both."""

    pinned: frozenset[PassagePair] = frozenset()
    rejected: frozenset[PassagePair] = frozenset()

    def changed(self, other: Corrections) -> frozenset[PassagePair]:
        """The pairs that are corrected otherwise in `other`."""
        return (self.pinned ^ other.pinned) | (self.rejected ^ other.rejected)

    def pin(self, pair: PassagePair) -> Corrections:
        """Record that two passages belong together."""
        return Corrections(self.pinned | {pair}, self.rejected - {pair})

    def reject(self, pair: PassagePair) -> Corrections:
        """Record that two passages do not belong together; their link is removed."""
        return Corrections(self.pinned - {pair}, self.rejected | {pair})

    def withdraw(self, pair: PassagePair) -> Corrections:
        """Remove the correction of a pair."""
        return Corrections(self.pinned - {pair}, self.rejected - {pair})

    def apply(self, comparison: Comparison) -> Comparison:
        """The comparison with the corrections. A pinned link has the score 100 and is marked as pinned.

        A pinned link without a topic gets that of the highest-scored link of either passage.
        """
        if not self.pinned and not self.rejected:
            return comparison
        links = {link.pair: link for link in comparison.links}
        for pair in self.rejected:
            links.pop(pair, None)
        for left, right in self.pinned:
            link = links.get((left, right)) or Link(left, right, 0.0, Relation.RELATED)
            topic = link.topic if link.topic >= 0 else _topic_near(comparison, left, right)
            links[left, right] = replace(link, score=100.0, topic=topic, pinned=True)
        return replace(comparison, links=tuple(links[pair] for pair in sorted(links)))


def _topic_near(comparison: Comparison, left: int, right: int) -> int:
    near = [
        link for link in comparison.links if link.topic >= 0 and (link.left == left or link.right == right)
    ]
    return max(near, key=lambda link: link.score).topic if near else -1
