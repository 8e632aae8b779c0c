"""What a reader has made of a comparison: marks, notes, pins, the place, what has been seen."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cached_property
from os import urandom

from msgspec import Struct, field
from msgspec.structs import replace

from tui.model import PassagePair, Relation, Side
from tui.model.corrections import Corrections
from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS, Trait
from tui.reading.reading import Reading
from tui.session.anchors import Anchor
from tui.session.identity import Sources
from tui.session.preferences import Preferences

LONGEST_NOTE = 20_000
"""Characters of a note that are kept."""
Seen = Mapping[Side, frozenset[int]]
NOTHING_SEEN: Seen = {side: frozenset() for side in Side}


class MarkKind(Enum):
    """What a reader has put on a passage or a link."""

    MARK = "mark"
    NOTE = "note"
    PINNED = "pinned"
    REJECTED = "rejected"
    DRAFT = "draft"
    """A note not yet saved."""


class Mark(Struct, frozen=True):
    """Something put on a passage or a link. It never changes but by the reader."""

    uid: str
    kind: MarkKind
    anchors: tuple[Anchor, ...]
    """One for a passage, two for a link."""
    text: str = ""
    """The words of a note or a draft."""
    created: float = 0.0
    """When, in seconds since 1970."""


class LocatedMark(Struct, frozen=True):
    """A mark, and the passages it stands on in the texts as they are now; None: lost, or not marked."""

    mark: Mark
    left: int | None = None
    right: int | None = None
    lost: bool = False
    """Whether a passage of it is no longer in the text."""

    def at(self, side: Side) -> int | None:
        return self.left if side is Side.LEFT else self.right

    @property
    def passages(self) -> tuple[int | None, int | None]:
        return self.left, self.right


class ReadingPosition(Struct, frozen=True):
    """Where the reader is."""

    left: int
    right: int
    side: Side = Side.LEFT
    linked: bool = False
    """Whether the two passages are the current link."""


class ViewSettings(Struct, frozen=True):
    """What of the filters is kept; a topic by its label, for its number changes with the texts."""

    threshold: float
    topic: str = ""
    relation: Relation | None = None
    trait: Trait | None = None
    boilerplate: bool = False
    only_unmatched: bool = False


class Session(Struct, frozen=True, dict=True):
    """All of it, frozen: every change gives a new one, and `Store` keeps it."""

    sources: Sources
    marks: tuple[Mark, ...] = ()
    """In the order they were made, pins and drafts among them."""
    position: ReadingPosition | None = None
    view_settings: ViewSettings | None = None
    seen: Seen = field(default_factory=lambda: NOTHING_SEEN)
    """The passages that have been on the screen."""
    preferences: Preferences | None = None
    changed: tuple[Side, ...] = ()
    """The articles whose text is another one than when the session was last kept."""
    opened: float = 0.0
    """When it was last open, in seconds since 1970; 0 if never."""
    fresh: bool = False
    """Whether it begins anew: what was seen before counts no more."""
    problem: str = ""
    """One line on what was wrong with the file it is kept in; empty if nothing was."""

    # -- marks and notes

    @cached_property
    def located_marks(self) -> tuple[LocatedMark, ...]:
        """Every mark and where it stands now."""
        return tuple(map(self._find, self.marks))

    @property
    def listed_marks(self) -> tuple[LocatedMark, ...]:
        """The marks and notes a list shows, in the order of the left article, lost ones last."""
        listed = [f for f in self.located_marks if f.mark.kind in (MarkKind.MARK, MarkKind.NOTE)]
        far = 1 << 30

        def order(one: LocatedMark) -> tuple[bool, int, int, float]:
            left, right = (far if index is None else index for index in one.passages)
            return one.lost, left, right, one.mark.created

        return tuple(sorted(listed, key=order))

    @property
    def lost_marks(self) -> tuple[LocatedMark, ...]:
        """What is no longer found, pins too; it stays kept, and is found again if the words return."""
        return tuple(one for one in self.located_marks if one.lost and one.mark.kind is not MarkKind.DRAFT)

    def mark_at(self, kind: MarkKind, left: int | None, right: int | None) -> Mark | None:
        """The latest mark of a kind on just this passage or link."""
        here = (
            one.mark for one in self.located_marks if one.mark.kind is kind and one.passages == (left, right)
        )
        return max(here, key=lambda mark: mark.created, default=None)

    def new_mark(self, kind: MarkKind, left: int | None, right: int | None, text: str = "") -> Mark:
        """A mark to be given to `Store.add`, on a passage or, with both indices, on a link."""
        ends = ((Side.LEFT, left), (Side.RIGHT, right))
        anchors = tuple(self.sources.at(side).anchor(k) for side, k in ends if k is not None)
        return Mark(urandom(16).hex(), kind, anchors, text, time.time())

    def with_mark(self, mark: Mark) -> Session:
        """With a mark; it takes the place of the one with the same uid."""
        return replace(self, marks=(*(one for one in self.marks if one.uid != mark.uid), mark))

    def without_mark(self, uid: str) -> Session:
        return replace(self, marks=tuple(one for one in self.marks if one.uid != uid))

    def _find(self, mark: Mark) -> LocatedMark:
        places = {self.sources.side_of(anchor): self.sources.find(anchor) for anchor in mark.anchors}
        lost = None in places.values() or not places
        return LocatedMark(mark, places.get(Side.LEFT), places.get(Side.RIGHT), lost)

    # -- pins

    @cached_property
    def corrections(self) -> Corrections:
        """What the reader has said of the alignment, where its passages are found; the last word holds."""
        said: dict[PassagePair, bool] = {}
        for one in self.located_marks:
            ruled = one.mark.kind in (MarkKind.PINNED, MarkKind.REJECTED)
            if ruled and one.left is not None and one.right is not None:
                said[one.left, one.right] = one.mark.kind is MarkKind.PINNED
        pinned = frozenset(pair for pair, is_pinned in said.items() if is_pinned)
        return Corrections(pinned, frozenset(said) - pinned)

    def corrections_at(self, pair: PassagePair) -> tuple[Mark, ...]:
        """What was said of a pair so far."""
        kinds = MarkKind.PINNED, MarkKind.REJECTED
        return tuple(
            one.mark for one in self.located_marks if one.mark.kind in kinds and one.passages == pair
        )

    # -- the place

    def with_reading(self, reading: Reading) -> Session:
        """With the place and the filters of a reading."""
        now, topics = reading.visible.filter, reading.comparison.topics
        label = topics[now.topic].label if 0 <= now.topic < len(topics) else ""
        place = ReadingPosition(reading.left, reading.right, reading.side, reading.pair is not None)
        alone = now.only_unmatched
        if self.view_settings and not reading.comparison.aligned:
            label, alone = self.view_settings.topic, self.view_settings.only_unmatched  # still to be taken up
        kept = ViewSettings(now.threshold, label, now.relation, now.trait, now.boilerplate, alone)
        return replace(self, position=place, view_settings=kept)

    def resume(self, reading: Reading, threshold: float | None = None) -> Reading:
        """A reading of the same comparison, brought to where it was left.

        `threshold`: the command line's, which outweighs the one kept.
        """
        if self.view_settings:
            kept = self.view_settings
            least = kept.threshold if threshold is None else threshold
            reading = reading.with_threshold(least).with_relation(kept.relation).with_trait(kept.trait)
            reading = self.resume_filters(reading.with_boilerplate(kept.boilerplate))
        return self._placed(reading)

    def resume_filters(self, reading: Reading) -> Reading:
        """With the topic that was kept, or what stands alone: known once all is aligned. The place stays."""
        if not self.view_settings or not reading.comparison.aligned:
            return reading
        topics = [topic.label for topic in reading.comparison.topics]
        topic = topics.index(self.view_settings.topic) if self.view_settings.topic in topics else ALL_TOPICS
        there = reading.with_only_unmatched(self.view_settings.only_unmatched).with_topic(topic)
        if there.pair and not reading.pair:
            there = replace(there, left=reading.left, right=reading.right, pair=None)
        return there

    def _placed(self, reading: Reading) -> Reading:
        place = self.position
        if place is None:
            return reading
        counts = [len(reading.comparison.article(side).passages) for side in Side]
        if not (0 <= place.left < counts[0] and 0 <= place.right < counts[1]):
            return reading
        reading = replace(reading, side=place.side)
        if place.linked:
            return reading.at_pair(place.left, place.right)
        return replace(reading, left=place.left, right=place.right, pair=None)

    # -- what has been seen

    def with_seen(self, seen: Seen) -> Session:
        """With passages that have been on the screen; itself if all of them were seen before."""
        if all(seen[side] <= self.seen[side] for side in Side):
            return self
        return replace(self, seen={side: self.seen[side] | seen[side] for side in Side})

    # -- what is said when it is opened

    @property
    def resume_message(self) -> str:
        """One line for the reader who comes back; empty if there is nothing to say."""
        said = [self.problem] if self.problem else []
        if self.changed:
            which = (
                "both articles have" if len(self.changed) > 1 else f"the {self.changed[0].value} article has"
            )
            day = datetime.fromtimestamp(self.opened, UTC).date().isoformat()
            said.append(f"{which} changed since {day}")
        if self.lost_marks:
            count = len(self.lost_marks)
            said.append(f"{plural(count, 'mark')} not found: ' lists them")
        return "; ".join(said)
