"""Where the reader is, and every move from there: one frozen value, pure methods that return a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Kind, Link, Passage, Relation, Side
from tui.reading.filters import ALL_TOPICS, Filter, Trait
from tui.reading.visible_links import VisibleLinks

if TYPE_CHECKING:
    from tui.reading.search import Hit

THRESHOLD_STEP = 5.0


class Reading(Struct, frozen=True):
    """A comparison, what is shown of it, and a place in it. Every move returns a new reading."""

    visible: VisibleLinks = VisibleLinks()
    side: Side = Side.LEFT
    """The article under the reader's keys."""
    left: int = 0
    """Index of the passage the reader is at in the left article."""
    right: int = 0
    pair: tuple[int, int] | None = None
    """The two passages read side by side, mostly those of a link; None at a passage by itself."""
    hits: tuple[Hit, ...] = ()
    """Places found by the search that is live; empty if none is."""
    pinning: tuple[Side, int] | None = None
    """A passage that waits for the one it is to be pinned to."""

    @classmethod
    def of(cls, comparison: Comparison, threshold: float | None = None) -> Reading:
        """A reading from the top of both articles, before any link is chosen."""
        shown_from = comparison.threshold if threshold is None else threshold
        return cls(
            VisibleLinks(comparison, Filter(shown_from)),
            left=_first_body(comparison.left.passages),
            right=_first_body(comparison.right.passages),
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
        """The links shown, in the order of the article under the keys."""
        return self.visible.in_order(self.side)

    @property
    def link_number(self) -> int:
        """The current link's place among the links shown, from 1; 0 if there is none."""
        return self.visible.position(self.side, self.pair) + 1

    @property
    def link(self) -> Link | None:
        """The current link, if there is one and it is shown."""
        return self.links[self.link_number - 1] if self.link_number else None

    @property
    def hit_number(self) -> int:
        """The place among the hits, from 1, of the passage read; 0 if it is none."""
        here = self.side, self.passage_index(self.side)
        return next((k for k, hit in enumerate(self.hits, 1) if (hit.side, hit.index) == here), 0)

    def passage_index(self, side: Side) -> int:
        """Index of the passage the reader is at on that side."""
        return self.left if side is Side.LEFT else self.right

    def passage(self, side: Side) -> Passage | None:
        passages = self.comparison.article(side).passages
        return passages[self.passage_index(side)] if passages else None

    # -- moves

    def next_link(self, step: int = 1) -> Reading:
        """At the next link shown (step 1) or the one before (-1); unmoved if there is none that way."""
        if self.link_number:
            place = self.link_number - 1 + step
        else:
            place = self.visible.position_from(self.side, self.passage_index(self.side)) - (step < 0)
        return self.at_link(self.links[place]) if 0 <= place < len(self.links) else self

    def at_link(self, link: Link) -> Reading:
        """At both passages of a link."""
        return replace(self, left=link.left, right=link.right, pair=link.pair)

    def at_pair(self, left: int, right: int) -> Reading:
        """At a left and a right passage side by side, whether a link joins them or not."""
        return replace(self, left=left, right=right, pair=(left, right))

    def at_passage(self, side: Side, index: int) -> Reading:
        """At a passage of one side, and at the one that answers it: the current or the surest link."""
        here = replace(self, side=side)
        links = here.visible.links_at(side, index)
        if links:
            return here.at_link(next((k for k in links if k.pair == self.pair), links[0]))
        return here.at_passage_only(side, index)

    def at_passage_only(self, side: Side, index: int) -> Reading:
        """At a passage of one side without choosing a link: where stepping starts from."""
        here = replace(self, side=side, pair=None)
        return replace(here, left=index) if side is Side.LEFT else replace(here, right=index)

    def next_passage(self, step: int = 1) -> Reading:
        """At the next passage (1) or the one before (-1) that is not folded; unmoved at the ends."""
        count = len(self.comparison.article(self.side).passages)
        index = self.passage_index(self.side) + step
        while 0 <= index < count and index in self.visible.folded[self.side]:
            index += step
        return self.at_passage(self.side, index) if 0 <= index < count else self

    def next_hit(self, step: int = 1) -> Reading:
        """At the next hit of the search (1) or the one before (-1); unmoved if there is none."""
        here = _place(self.side, self.passage_index(self.side))
        places = [_place(hit.side, hit.index) for hit in self.hits]
        ahead = [k for k, place in enumerate(places) if (place > here if step > 0 else place < here)]
        if not ahead:
            return self
        hit = self.hits[ahead[0] if step > 0 else ahead[-1]]
        return self.at_passage(hit.side, hit.index)

    def in_other_article(self) -> Reading:
        """In the other article, at the counterpart if there is one."""
        return replace(self, side=self.side.other)

    # -- filters

    def with_threshold(self, threshold: float) -> Reading:
        """Links from that score on are shown (held within 0 to 100)."""
        held = max(0.0, min(100.0, threshold))
        return self._filtered(replace(self.visible.filter, threshold=held))

    def unfiltered(self) -> Reading:
        """All links from the threshold on; furniture stays as it is."""
        now = self.visible.filter
        return self._filtered(Filter(now.threshold, boilerplate=now.boilerplate))

    def with_relation(self, relation: Relation | None) -> Reading:
        """Only links of that relation, or of both."""
        return self._filtered(replace(self.visible.filter, relation=relation))

    def with_trait(self, trait: Trait | None) -> Reading:
        """Only links that have a trait, or all."""
        return self._filtered(replace(self.visible.filter, trait=trait))

    def with_only_unmatched(self, only: bool) -> Reading:
        """Linked passages folded, or not."""
        return self._filtered(replace(self.visible.filter, only_unmatched=only))._off_folds()

    def with_topic(self, topic: int) -> Reading:
        """Only the links of one topic, or ALL_TOPICS; at its first link, unless one is current."""
        kept = self._filtered(replace(self.visible.filter, topic=topic))
        if topic == ALL_TOPICS or kept.pair or not kept.links:
            return kept
        return kept.at_link(kept.links[0])

    def with_boilerplate(self, visible: bool) -> Reading:
        """Furniture shown or folded."""
        return self._filtered(replace(self.visible.filter, boilerplate=visible))._off_folds()

    def _off_folds(self) -> Reading:
        """Who stood on a line that is folded now goes to the text after it, else before it."""
        changed = self
        for side in Side:
            if changed.passage_index(side) in changed.visible.folded[side]:
                there = replace(changed, side=side)
                onward = there.next_passage()
                moved = there.next_passage(-1) if onward is there else onward
                changed = replace(moved, side=self.side)
        return changed

    def with_comparison(self, comparison: Comparison) -> Reading:
        """The same place in the same articles, once they are aligned (anew)."""
        changed = replace(self, visible=VisibleLinks(comparison, self.visible.filter))
        return changed if changed.link_number else replace(changed, pair=None)

    def _filtered(self, filter: Filter) -> Reading:
        if filter == self.visible.filter:
            return self
        changed = replace(self, visible=self.visible.filtered(filter))
        return changed if changed.link_number else replace(changed, pair=None)


def _place(side: Side, index: int) -> tuple[bool, int]:
    """Order of passages over both articles: the left one first."""
    return side is Side.RIGHT, index


def _first_body(passages: Sequence[Passage]) -> int:
    return next((p.index for p in passages if p.kind is Kind.BODY), 0)


__all__ = ["ALL_TOPICS", "THRESHOLD_STEP", "Reading"]
