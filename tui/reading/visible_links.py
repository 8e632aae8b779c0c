"""What of a comparison is shown: the links that pass the reader's filters, indexed for stepping."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from tui.model import Comparison, Kind, Link, Side
from tui.model.common_order import PlacedLink, common_order, out_of_order
from tui.model.link_groups import LinkGroup, star_groups
from tui.reading.filters import Filter, Trait


class LinksAboveThreshold(Struct, frozen=True, dict=True):
    """What is linked from a threshold on, whichever of these links are shown."""

    comparison: Comparison
    threshold: float

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return self.comparison.shown(self.threshold)

    @cached_property
    def moved(self) -> frozenset[tuple[int, int]]:
        """The links that cross the heaviest chain of links in the same order on both sides."""
        ties = [PlacedLink(link.left, link.right, score=link.score) for link in self.links]
        return frozenset(tie.pair for tie in out_of_order(ties, common_order(ties)))

    @cached_property
    def passages(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the passages with a link."""
        return {side: frozenset([link.at(side) for link in self.links]) for side in Side}

    @cached_property
    def unmatched(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the body passages that only one article has."""
        return {side: frozenset(self.comparison.unmatched(side, self.threshold)) for side in Side}


class VisibleLinks(Struct, frozen=True, dict=True):
    """The links of a comparison that pass a filter. Made anew only when the filter changes."""

    comparison: Comparison = Comparison()
    filter: Filter = Filter()

    def filtered(self, filter: Filter) -> VisibleLinks:
        """Through another filter; what the threshold alone decides is worked out once."""
        found = VisibleLinks(self.comparison, filter)
        if filter.threshold == self.filter.threshold:
            found.__dict__["_linked"] = self._linked
        return found

    @cached_property
    def _linked(self) -> LinksAboveThreshold:
        return LinksAboveThreshold(self.comparison, self.filter.threshold)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link shown, by (left, right)."""
        passing = tuple(filter(self.filter.passes, self._linked.links))
        if self.filter.trait is Trait.MOVED:
            return tuple(link for link in passing if self.is_moved(link))
        return passing

    def is_moved(self, link: Link) -> bool:
        """Whether a link goes against the order in which both articles tell the rest."""
        return link.pair in self._linked.moved

    @property
    def unmatched(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the body passages that only one article has, whatever filter is on."""
        return self._linked.unmatched

    @cached_property
    def _by_right(self) -> Sequence[Link]:
        return sorted(self.links, key=lambda link: (link.right, link.left))

    @cached_property
    def _place(self) -> dict[Side, Mapping[tuple[int, int], int]]:
        """Worked out for a side when it is asked for."""
        return {}

    @cached_property
    def _starts(self) -> dict[Side, Sequence[int]]:
        """Worked out for a side when it is asked for."""
        return {}

    @cached_property
    def _at(self) -> Mapping[tuple[Side, int], Sequence[Link]]:
        found: dict[tuple[Side, int], list[Link]] = defaultdict(list)
        for link in sorted(self.links, key=lambda link: -link.score):
            found[Side.LEFT, link.left].append(link)
            found[Side.RIGHT, link.right].append(link)
        return dict(found)

    def in_order(self, side: Side) -> Sequence[Link]:
        """The links in the order of that side's text."""
        return self.links if side is Side.LEFT else self._by_right

    def position(self, side: Side, pair: tuple[int, int] | None) -> int:
        """Place of a link (left, right) in the order of that side, from 0; -1 if it is not shown."""
        if pair is None:
            return -1
        if side not in self._place:
            self._place[side] = {link.pair: k for k, link in enumerate(self.in_order(side))}
        return self._place[side].get(pair, -1)

    def position_from(self, side: Side, index: int) -> int:
        """Place of the first link at or after a passage of that side; the count of links if none is."""
        if side not in self._starts:
            self._starts[side] = [link.at(side) for link in self.in_order(side)]
        return bisect_left(self._starts[side], index)

    def links_at(self, side: Side, index: int) -> Sequence[Link]:
        """The links at a passage, the surest first."""
        return self._at.get((side, index), ())

    @cached_property
    def groups(self) -> Sequence[LinkGroup]:
        """The links as one-to-many groups, in the order of the left article; see `star_groups`."""
        return star_groups(self.links)

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
        """Indices of the passages kept out of the way on each side.

        Headlines are shown once, captions where they are linked, whatever filter is on.
        """
        return {side: self._folded_on(side) for side in Side}

    def _folded_on(self, side: Side) -> frozenset[int]:
        linked = self._linked.passages[side]
        headlines: set[str] = set()
        folded = set()
        for passage in self.comparison.article(side).passages:
            repeated = passage.kind is Kind.HEADLINE and passage.text in headlines
            if passage.kind is Kind.HEADLINE:
                headlines.add(passage.text)
            furniture = repeated or passage.kind not in (Kind.BODY, Kind.HEADLINE)
            if furniture and (repeated or passage.index not in linked):
                hidden = not self.filter.boilerplate
            else:
                known = self.comparison.aligned
                hidden = self.filter.only_unmatched and known and passage.index not in self.unmatched[side]
            if hidden:
                folded.add(passage.index)
        return frozenset(folded)
