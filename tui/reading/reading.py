"""Reading state as one frozen value; every move is a pure method that returns a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Kind, Link, Passage, PassagePair, Relation, Side
from tui.reading.filters import ALL_TOPICS, Filter, Trait
from tui.reading.visible_links import VisibleLinks

if TYPE_CHECKING:
    from tui.model.found_passages import Hit

THRESHOLD_STEP = 5.0
Position = tuple[Side, int, int, PassagePair | None]
"""The active side, the indices of both current passages, and the current pair."""


class Reading(Struct, frozen=True):
    """A comparison, the links visible in it, and the reader's position. Every move returns a new reading."""

    visible: VisibleLinks = VisibleLinks()
    side: Side = Side.LEFT
    """The article that the keys act on."""
    left: int = 0
    """Index of the current passage of the left article."""
    right: int = 0
    """Index of the current passage of the right article."""
    pair: tuple[int, int] | None = None
    """The two passages read side by side, usually those of a link; None at a single passage."""
    hits: tuple[Hit, ...] = ()
    """Hits of the active search; empty without one."""
    pinning: tuple[Side, int] | None = None
    """The first passage of a pin whose second passage is still to be chosen."""

    @classmethod
    def of(cls, comparison: Comparison, threshold: float | None = None) -> Reading:
        """A reading at the start of both articles, with no link chosen.

        `threshold`: the comparison's own if None.
        """
        return cls(
            VisibleLinks.of(comparison, Filter(comparison.threshold if threshold is None else threshold)),
            left=_first_body_passage(comparison.left.passages),
            right=_first_body_passage(comparison.right.passages),
        )

    @property
    def comparison(self) -> Comparison:
        return self.visible.comparison

    @property
    def threshold(self) -> float:
        return self.visible.filter.threshold

    @property
    def topic(self) -> int:
        return self.visible.filter.topic

    @property
    def links(self) -> Sequence[Link]:
        """The visible links, in the order of the left article."""
        return self.visible.links

    @property
    def pair_number(self) -> int:
        """Number of the current link's left passage among those with a link, from 1; 0 without a link."""
        return self.visible.stop_number(self.pair)

    @property
    def link(self) -> Link | None:
        """The current link, if it is visible."""
        position = self.visible.position(self.pair)
        return self.links[position] if position >= 0 else None

    @property
    def place(self) -> Position:
        """Where the reader is."""
        return self.side, self.left, self.right, self.pair

    @property
    def untouched(self) -> bool:
        """Whether the reader is where the articles were opened: at the first sentences of their bodies."""
        return self.pair is None and (self.left, self.right) == self._starts

    @property
    def _starts(self) -> tuple[int, int]:
        left, right = (_first_body_passage(article.passages) for article in self.comparison.articles)
        return left, right

    @property
    def counterparts(self) -> Sequence[Link]:
        """The visible links of the current passage of the active side, the highest score first."""
        return self.visible.links_at(self.side, self.passage_index(self.side))

    @property
    def hit_number(self) -> int:
        """Number of the current passage among the hits, from 1; 0 if it is none."""
        here = self.side, self.passage_index(self.side)
        return next((k for k, hit in enumerate(self.hits, 1) if (hit.side, hit.index) == here), 0)

    def passage_index(self, side: Side) -> int:
        """Index of the current passage on that side."""
        return self.left if side is Side.LEFT else self.right

    def passage(self, side: Side) -> Passage | None:
        """The current passage on that side; None if the article is empty."""
        passages = self.comparison.article(side).passages
        return passages[self.passage_index(side)] if passages else None

    # -- moves

    def next_link(self, step: int = 1) -> Reading:
        """Go to the next linked left passage (1) or the previous one (-1), and to its best counterpart.

        Stay if there is none that way.
        """
        stops = self.visible.stops
        place = self.pair_number - 1 + step if self.link else self.visible.stop_from(self.left) - (step < 0)
        return self.at_link(stops[place]) if 0 <= place < len(stops) else self

    def next_counterpart(self, step: int = 1) -> Reading:
        """Go to the current passage's next counterpart (1) or the previous one (-1); stay at the ends."""
        pairs = [link.pair for link in self.counterparts]
        place = pairs.index(self.pair) + step if self.pair in pairs else 0
        return self.at_pair(*pairs[place]) if 0 <= place < len(pairs) else self

    def at_start(self) -> Reading:
        """Go to where the articles were opened: the first sentences of their bodies."""
        left, right = self._starts
        return replace(self._leaving(None, left, right), left=left, right=right, pair=None)

    def at_link(self, link: Link) -> Reading:
        """Go to both passages of a link."""
        return self.at_pair(*link.pair)

    def at_pair(self, left: int, right: int) -> Reading:
        """Go to a left and a right passage side by side, linked or not."""
        here = self._leaving((left, right), left, right)._showing(Side.LEFT, left)._showing(Side.RIGHT, right)
        return replace(here, left=left, right=right, pair=(left, right))

    def at_passage(self, side: Side, index: int) -> Reading:
        """Go to a passage and to the one linked to it: by the current link, else by the highest score."""
        here = replace(self, side=side)
        links = here.visible.links_at(side, index)
        if links:
            return here.at_link(next((k for k in links if k.pair == self.pair), links[0]))
        return here.at_passage_only(side, index)

    def at_passage_only(self, side: Side, index: int) -> Reading:
        """Go to a passage without choosing a link, as the start of a step."""
        left, right = (index, self.right) if side is Side.LEFT else (self.left, index)
        here = self._leaving(None, left, right)._showing(side, index)
        return replace(here, side=side, left=left, right=right, pair=None)

    def _leaving(self, pair: PassagePair | None, left: int, right: int) -> Reading:
        """Let go of what is visible only as long as it is read, on the way to another pair or passage."""
        return replace(self, visible=self.visible.holding(pair, {(Side.LEFT, left), (Side.RIGHT, right)}))

    def _showing(self, side: Side, index: int) -> Reading:
        """Without the filter that leaves only unmatched passages, if it folds the passage to go to."""
        if not self.visible.filter.only_unmatched or index not in self.visible.folded[side]:
            return self
        return self._filtered(replace(self.visible.filter, only_unmatched=False))

    def next_passage(self, step: int = 1) -> Reading:
        """Go to the next unfolded passage (1) or the previous one (-1); stay at the ends."""
        count = len(self.comparison.article(self.side).passages)
        index = self.passage_index(self.side) + step
        while 0 <= index < count and index in self.visible.folded[self.side]:
            index += step
        return self.at_passage(self.side, index) if 0 <= index < count else self

    def next_hit(self, step: int = 1) -> Reading:
        """Go to the next search hit (1) or the previous one (-1); after the last comes the first."""
        here = _reading_order(self.side, self.passage_index(self.side))
        order = [_reading_order(hit.side, hit.index) for hit in self.hits]
        onward = [k for k, place in enumerate(order) if (place > here if step > 0 else place < here)]
        if not self.hits:
            return self
        first = onward or range(len(self.hits))
        hit = self.hits[first[0] if step > 0 else first[-1]]
        return self.at_passage(hit.side, hit.index)

    def in_other_article(self) -> Reading:
        """Go to the current passage of the other article."""
        return replace(self, side=self.side.other)

    # -- filters

    def with_threshold(self, threshold: float) -> Reading:
        """Show links with at least that score (clamped to 0..100)."""
        threshold = max(0.0, min(100.0, threshold))
        return self._filtered(replace(self.visible.filter, threshold=threshold))._off_folded_passages()

    def unfiltered(self) -> Reading:
        """Remove every filter but the threshold; boilerplate stays folded or unfolded."""
        now = self.visible.filter
        return self._filtered(Filter(now.threshold, show_boilerplate=now.show_boilerplate))

    def with_relation(self, relation: Relation | None) -> Reading:
        """Show only links of that relation; None for both."""
        return self._filtered(replace(self.visible.filter, relation=relation))

    def with_trait(self, trait: Trait | None) -> Reading:
        """Show only links with that trait; None for all links."""
        return self._filtered(replace(self.visible.filter, trait=trait))

    def with_only_unmatched(self, only: bool) -> Reading:
        """Fold linked passages, so that only unmatched ones are left, or unfold them."""
        return self._filtered(replace(self.visible.filter, only_unmatched=only))._off_folded_passages()

    def with_topic(self, topic: int) -> Reading:
        """Show only the links of a topic, or ALL_TOPICS; go to the first of them unless one is current.

        Without a link, go to the first passage of the topic; folded ones are left out.
        """
        filtered = self._filtered(replace(self.visible.filter, topic=topic))
        if topic == ALL_TOPICS or filtered.pair:
            return filtered
        if filtered.links and not filtered.visible.filter.only_unmatched:
            return filtered.at_link(filtered.visible.stops[0])
        for side in Side if topic < len(self.comparison.topics) else ():
            passages = set(self.comparison.topics[topic].at(side)) - filtered.visible.folded[side]
            if passages:
                return filtered.at_passage_only(side, min(passages))
        return filtered

    def with_boilerplate(self, visible: bool) -> Reading:
        """Unfold boilerplate, or fold it."""
        return self._filtered(replace(self.visible.filter, show_boilerplate=visible))._off_folded_passages()

    def _off_folded_passages(self) -> Reading:
        """Leave passages that are folded now for the next unfolded one, else the previous one."""
        changed = self
        for side in Side:
            if changed.passage_index(side) in changed.visible.folded[side]:
                folded = replace(changed, side=side)
                following = folded.next_passage()
                unfolded = folded.next_passage(-1) if following is folded else following
                changed = replace(unfolded, side=self.side)
        return changed

    def with_comparison(self, comparison: Comparison, hold: bool = False) -> Reading:
        """Keep the position in the same articles, aligned again.

        `hold`: the current link stays visible and both passages unfolded until the reader leaves. A topic
        that is filtered on is followed to the one that has most of its passages now.
        """
        filter = replace(self.visible.filter, topic=_followed(self.comparison, self.topic, comparison))
        changed = replace(self, visible=VisibleLinks.of(comparison, filter))
        if hold:
            held = self.pair if self.link and not changed.link else None
            newly = {side: changed.visible.folded[side] - self.visible.folded[side] for side in Side}
            here = ((side, self.passage_index(side)) for side in Side)
            if (unfolded := frozenset((side, k) for side, k in here if k in newly[side])) or held:
                changed = replace(self, visible=VisibleLinks.of(comparison, filter, held, unfolded))
        return changed if changed.link else replace(changed, pair=None)

    def at_place_of(self, before: Reading) -> Reading:
        """Go where another reading of the articles is: to the passages with its texts, else its indices."""
        places = []
        for side in Side:
            passage, passages = before.passage(side), self.comparison.article(side).passages
            index = before.passage_index(side)
            same = [p.index for p in passages if passage and p.text == passage.text]
            nearest = min(same, key=lambda k: abs(k - index)) if same else min(index, len(passages) - 1)
            places.append(max(0, nearest))
        there = replace(self, left=places[0], right=places[1], side=before.side, pair=None)
        return there.at_pair(places[0], places[1]) if before.pair else there

    def _filtered(self, filter: Filter) -> Reading:
        if filter == self.visible.filter:
            return self
        changed = replace(self, visible=self.visible.filtered(filter))
        return changed if changed.link else replace(changed, pair=None)


def _followed(before: Comparison, topic: int, after: Comparison) -> int:
    """The topic that shares most passages with one of an earlier comparison; ALL_TOPICS if none does."""
    if before.topics == after.topics or not 0 <= topic < len(before.topics):
        return topic
    passages = {(side, index) for side in Side for index in before.topics[topic].at(side)}
    shared = [
        sum((side, index) in passages for side in Side for index in other.at(side)) for other in after.topics
    ]
    return shared.index(max(shared)) if any(shared) else ALL_TOPICS


def _reading_order(side: Side, index: int) -> tuple[bool, int]:
    """Sort key of passages over both articles: the left one first."""
    return side is Side.RIGHT, index


def _first_body_passage(passages: Sequence[Passage]) -> int:
    return next((p.index for p in passages if p.kind is Kind.BODY), 0)
