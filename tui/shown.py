"""What of a comparison is shown: the links that pass the reader's filters, indexed for stepping."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.groups import Group, stars
from tui.model import Comparison, Kind, Link, Side

ALL_TOPICS = -1


@dataclass(frozen=True)
class Filter:
    """Which links the reader wants to see."""

    threshold: float = 50.0
    """Links with at least this score, 0 to 100."""
    topic: int = ALL_TOPICS
    """Index of the topic kept, or ALL_TOPICS."""
    furniture: bool = False
    """Whether furniture is unfolded."""

    def passes(self, link: Link) -> bool:
        return link.score >= self.threshold and self.topic in (ALL_TOPICS, link.topic)


@dataclass(frozen=True)
class Shown:
    """The links of a comparison that pass a filter. Made anew only when the filter changes."""

    comparison: Comparison = field(default_factory=Comparison)
    filter: Filter = Filter()

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link shown, by (left, right)."""
        return tuple(filter(self.filter.passes, self.comparison.links))

    @cached_property
    def _ordered(self) -> Mapping[Side, Sequence[Link]]:
        by_right = sorted(self.links, key=lambda link: (link.right, link.left))
        return {Side.LEFT: self.links, Side.RIGHT: by_right}

    @cached_property
    def _place(self) -> Mapping[Side, Mapping[tuple[int, int], int]]:
        return {
            side: {(link.left, link.right): k for k, link in enumerate(links)}
            for side, links in self._ordered.items()
        }

    @cached_property
    def _starts(self) -> Mapping[Side, Sequence[int]]:
        return {side: [link.at(side) for link in links] for side, links in self._ordered.items()}

    @cached_property
    def _at(self) -> Mapping[tuple[Side, int], Sequence[Link]]:
        found: dict[tuple[Side, int], list[Link]] = defaultdict(list)
        for link in sorted(self.links, key=lambda link: -link.score):
            found[Side.LEFT, link.left].append(link)
            found[Side.RIGHT, link.right].append(link)
        return dict(found)

    def in_order(self, side: Side) -> Sequence[Link]:
        """The links in the order of that side's text."""
        return self._ordered[side]

    def place(self, side: Side, pair: tuple[int, int] | None) -> int:
        """Place of a link (left, right) in the order of that side, from 0; -1 if it is not shown."""
        return -1 if pair is None else self._place[side].get(pair, -1)

    def place_from(self, side: Side, index: int) -> int:
        """Place of the first link at or after a passage of that side; the count of links if none is."""
        return bisect_left(self._starts[side], index)

    def at(self, side: Side, index: int) -> Sequence[Link]:
        """The links at a passage, the surest first."""
        return self._at.get((side, index), ())

    @cached_property
    def groups(self) -> Sequence[Group]:
        """The links as one-to-many groups, in the order of the left article; see `stars`."""
        return stars(self.links)

    @cached_property
    def _group_at(self) -> Mapping[tuple[Side, int], int]:
        return {
            (side, index): number
            for number, group in enumerate(self.groups)
            for side in Side
            for index in group.at(side)
        }

    def group_at(self, side: Side, index: int) -> int:
        """Place in `groups` of the group of a passage; -1 if it has none."""
        return self._group_at.get((side, index), -1)

    @cached_property
    def folded(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the furniture kept out of the way on each side.

        Headlines are shown once, captions where they are linked, whatever topic is kept.
        """
        if self.filter.furniture:
            return {side: frozenset() for side in Side}
        return {side: self._folded_on(side) for side in Side}

    def _folded_on(self, side: Side) -> frozenset[int]:
        linked = {link.at(side) for link in self.comparison.shown(self.filter.threshold)}
        headlines: set[str] = set()
        folded = set()
        for passage in self.comparison.article(side).passages:
            if passage.kind is Kind.HEADLINE:
                if passage.text in headlines:
                    folded.add(passage.index)
                headlines.add(passage.text)
            elif passage.kind is not Kind.BODY and passage.index not in linked:
                folded.add(passage.index)
        return frozenset(folded)
