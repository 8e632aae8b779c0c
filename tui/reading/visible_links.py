"""The links of a comparison that pass the reader's filters, indexed for stepping."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from msgspec import Struct

from tui.model import Comparison, Kind, Link, PassagePair, Side
from tui.model.common_order import PlacedLink, common_order, out_of_order
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.model.link_groups import LinkGroup, star_groups
from tui.reading.filters import Filter, Trait


class LinksAboveThreshold(Struct, frozen=True, dict=True):
    """The links from a score on, before any other filter, and values derived from them."""

    comparison: Comparison = Comparison()
    threshold: float = DEFAULT_THRESHOLD

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return self.comparison.links_from(self.threshold)

    @cached_property
    def moved(self) -> frozenset[PassagePair]:
        """The links that break the order which both articles have in common."""
        placed = [PlacedLink(link.left, link.right, score=link.score) for link in self.links]
        return frozenset(link.pair for link in out_of_order(placed, common_order(placed)))

    @cached_property
    def passages(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the linked passages."""
        return {side: frozenset([link.at(side) for link in self.links]) for side in Side}

    @cached_property
    def best(self) -> Mapping[Side, Mapping[int, Link]]:
        """The link with the highest score of each linked passage."""
        ordered = sorted(self.links, key=lambda link: link.score)
        return {side: {link.at(side): link for link in ordered} for side in Side}

    @cached_property
    def labels(self) -> Mapping[tuple[Side, int], str]:
        """The name of the topic of both articles that begins at a passage, the largest of several."""
        shared = [topic for topic in self.comparison.topics if topic.side is None]
        return {(side, topic.at(side)[0]): topic.label for topic in reversed(shared) for side in Side}

    @cached_property
    def unmatched(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the body passages without a link."""
        return {side: frozenset(self.comparison.unmatched(side, self.threshold)) for side in Side}


class VisibleLinks(Struct, frozen=True, dict=True):
    """The links of a comparison that pass a filter; a new value only when the filter changes."""

    above_threshold: LinksAboveThreshold = LinksAboveThreshold()
    filter: Filter = Filter()
    """Its threshold is that of `above_threshold`."""
    held: PassagePair | None = None
    """A link that is visible whatever its score: it was being read when the articles were aligned again."""
    unfolded: frozenset[tuple[Side, int]] = frozenset()
    """Passages that no filter folds: they were being read then."""

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        filter: Filter | None = None,
        held: PassagePair | None = None,
        unfolded: frozenset[tuple[Side, int]] = frozenset(),
    ) -> VisibleLinks:
        filter = filter or Filter()
        return cls(LinksAboveThreshold(comparison, filter.threshold), filter, held, unfolded)

    @property
    def comparison(self) -> Comparison:
        return self.above_threshold.comparison

    def filtered(self, filter: Filter) -> VisibleLinks:
        """Apply another filter. Values that depend only on the threshold are reused if it is the same."""
        if filter.threshold == self.filter.threshold:
            return VisibleLinks(self.above_threshold, filter)
        return VisibleLinks.of(self.comparison, filter)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The visible links, sorted by (left, right)."""
        if self.held:
            return tuple(
                link for link in self.comparison.links if link.pair == self.held or self._passes(link)
            )
        passing = tuple(filter(self.filter.passes, self.above_threshold.links))
        if self.filter.trait is Trait.MOVED:
            return tuple(link for link in passing if self.is_moved(link))
        return passing

    def _passes(self, link: Link) -> bool:
        return self.filter.passes(link) and (self.filter.trait is not Trait.MOVED or self.is_moved(link))

    def holding(self, pair: PassagePair | None, passages: Set[tuple[Side, int]]) -> VisibleLinks:
        """Hold nothing that is not of that pair or among those passages."""
        held, unfolded = self.held if self.held == pair else None, self.unfolded & passages
        if (held, unfolded) == (self.held, self.unfolded):
            return self
        return VisibleLinks(self.above_threshold, self.filter, held, unfolded)

    def is_moved(self, link: Link) -> bool:
        """Whether a link breaks the order which both articles have in common."""
        return link.pair in self.above_threshold.moved

    @property
    def unmatched(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the body passages without a link from the threshold on, whatever else is filtered."""
        return self.above_threshold.unmatched

    @cached_property
    def stops(self) -> tuple[Link, ...]:
        """The best link of each linked left passage, in reading order."""
        best: dict[int, Link] = {}
        for link in self.links:
            if link.left not in best or link.score > best[link.left].score:
                best[link.left] = link
        return tuple(best.values())

    @cached_property
    def _links_at(self) -> Mapping[Side, Mapping[int, Sequence[Link]]]:
        links_at: dict[Side, dict[int, list[Link]]] = {side: defaultdict(list) for side in Side}
        for link in sorted(self.links, key=lambda link: -link.score):
            for side in Side:
                links_at[side][link.at(side)].append(link)
        return {side: dict(links) for side, links in links_at.items()}

    def position(self, pair: PassagePair | None) -> int:
        """Index of a link among the visible ones; -1 if it is not visible."""
        if pair is None:
            return -1
        return self._positions.get(pair, -1)

    @cached_property
    def _positions(self) -> Mapping[PassagePair, int]:
        return {link.pair: position for position, link in enumerate(self.links)}

    def stop_number(self, pair: PassagePair | None) -> int:
        """Number of a visible link's left passage among the stops, from 1; 0 if the link is not visible."""
        return self.stop_from(pair[0]) + 1 if pair and self.position(pair) >= 0 else 0

    def stop_from(self, left: int) -> int:
        """Index of the first stop at or after a left passage; the number of stops if there is none."""
        return bisect_left(self.stops, left, key=lambda link: link.left)

    def links_at(self, side: Side, index: int) -> Sequence[Link]:
        """The visible links of a passage, the highest score first."""
        return self._links_at[side].get(index, ())

    def label_at(self, side: Side, index: int) -> str:
        """The name of the topic that begins at a passage; else empty."""
        return self.above_threshold.labels.get((side, index), "")

    def hidden_link(self, side: Side, index: int) -> Link | None:
        """The best link of a passage whose links are all hidden by a filter other than the threshold."""
        if not self.filter.narrows_links or self.links_at(side, index):
            return None
        return self.above_threshold.best[side].get(index)

    def is_outside(self, side: Side, index: int) -> bool:
        """Whether a filter other than the threshold is on and has nothing to do with a passage."""
        return self.filter.narrows_links and index not in self._inside[side]

    @cached_property
    def _inside(self) -> Mapping[Side, frozenset[int]]:
        """The passages that a filter is about: those with a visible link, and all of its topic."""
        topics = self.comparison.topics[self.filter.topic :][: self.filter.topic >= 0]
        of_topic = {side: {index for topic in topics for index in topic.at(side)} for side in Side}
        if self.filter.relation or self.filter.trait:
            of_topic = {side: set() for side in Side}
        return {side: frozenset(of_topic[side].union(self._links_at[side])) for side in Side}

    @cached_property
    def groups(self) -> Sequence[LinkGroup]:
        """The visible links in one-to-many groups, in the order of the left article; see `star_groups`."""
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
        """Index in `groups` of a passage's group; -1 if it has none."""
        return self._group_at.get((side, index), -1)

    @cached_property
    def folded(self) -> Mapping[Side, frozenset[int]]:
        """Indices of the folded passages of each side.

        A headline is folded where it is repeated, and a caption where it is not linked, whatever is filtered.
        """
        return {side: self._folded_in(side) for side in Side}

    def _folded_in(self, side: Side) -> frozenset[int]:
        linked = self.above_threshold.passages[side]
        headlines: set[str] = set()
        folded = set()
        for passage in self.comparison.article(side).passages:
            repeated = passage.kind is Kind.HEADLINE and passage.text in headlines
            if passage.kind is Kind.HEADLINE:
                headlines.add(passage.text)
            boilerplate = repeated or passage.kind not in (Kind.BODY, Kind.HEADLINE)
            if boilerplate and (repeated or passage.index not in linked):
                hidden = not self.filter.show_boilerplate
            else:
                aligned = self.comparison.aligned
                hidden = self.filter.only_unmatched and aligned and passage.index not in self.unmatched[side]
            if hidden and (side, passage.index) not in self.unfolded:
                folded.add(passage.index)
        return frozenset(folded)
