"""What the reader says of the alignment: these two belong together, those two do not."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Link, PassagePair, Relation


class Corrections(Struct, frozen=True):
    """Pairs pinned together, and pairs that are no match; a pair is in one of them at most."""

    pinned: frozenset[PassagePair] = frozenset()
    rejected: frozenset[PassagePair] = frozenset()

    def pin(self, pair: PassagePair) -> Corrections:
        return Corrections(self.pinned | {pair}, self.rejected - {pair})

    def reject(self, pair: PassagePair) -> Corrections:
        return Corrections(self.pinned - {pair}, self.rejected | {pair})

    def withdraw(self, pair: PassagePair) -> Corrections:
        """What was said of the pair is taken back; the alignment's word holds again."""
        return Corrections(self.pinned - {pair}, self.rejected - {pair})

    def applied(self, found: Comparison) -> Comparison:
        """What alignment found, corrected. A pinned link has the score 100 and is marked as pinned.

        It takes its topic from the surest link of either passage, if it had none of its own.
        """
        if not self.pinned and not self.rejected:
            return found
        links = {link.pair: link for link in found.links}
        for pair in self.rejected:
            links.pop(pair, None)
        for left, right in self.pinned:
            link = links.get((left, right)) or Link(left, right, 0.0, Relation.RELATED)
            topic = link.topic if link.topic >= 0 else _topic_near(found, left, right)
            links[left, right] = replace(link, score=100.0, topic=topic, pinned=True)
        return replace(found, links=tuple(links[pair] for pair in sorted(links)))


def _topic_near(found: Comparison, left: int, right: int) -> int:
    near = [link for link in found.links if link.topic >= 0 and (link.left == left or link.right == right)]
    return max(near, key=lambda link: link.score).topic if near else -1
