"""Session of a comparison: marks, notes, pins, position, filters and passages seen."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cached_property
from os import urandom

from msgspec import Struct, field
from msgspec.structs import replace

from tui.model import PassagePair, Relation, Side
from tui.model.corrections import Corrections
from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS, Trait
from tui.reading.reading import Reading
from tui.session.identity import Sources
from tui.session.marks import LocatedMark, Mark, MarkKind
from tui.session.preferences import Preferences

Seen = Mapping[Side, frozenset[int]]
NOTHING_SEEN: Seen = {side: frozenset() for side in Side}


class ReadingPosition(Struct, frozen=True):
    """The current passages of the two panes."""

    left: int
    right: int
    side: Side = Side.LEFT
    linked: bool = False
    """Whether the two passages are the current link."""


class ViewSettings(Struct, frozen=True):
    """The saved filters; the topic by its label, since its index changes with the articles."""

    threshold: float = field(name="chance")
    topic: str = ""
    relation: Relation | None = None
    trait: Trait | None = None
    boilerplate: bool = field(default=False, name="furniture")
    only_unmatched: bool = field(default=False, name="alone")
    """Whether only unmatched passages are shown. This field and the one above are stored under old names."""
    # The threshold has a new one: what version 0.1.0 stored as `threshold` was not a chance.


class Session(Struct, frozen=True, dict=True):
    """The session of one comparison, frozen: every change returns a new one, and `Store` saves it.

    It holds sources of any number; position, marks and passages seen are limited to the two panes.
    """

    sources: Sources
    marks: tuple[Mark, ...] = ()
    """In the order they were made, including pins and drafts."""
    position: ReadingPosition | None = None
    view_settings: ViewSettings | None = None
    seen: Seen = field(default_factory=lambda: NOTHING_SEEN)
    """Passages that have been on the screen."""
    preferences: Preferences | None = None
    changed: tuple[Side, ...] = ()
    """The articles whose text has changed since the session was last saved."""
    opened: float = 0.0
    """Time it was last open, in seconds since 1970; 0 if never."""
    fresh: bool = False
    """Whether it starts over, so that passages seen before no longer count."""
    former_threshold: float | None = None
    """Threshold that the reader chose in version 0.1.0, which is dropped; None if there is none."""
    problem: str = ""
    """One line on a problem with the state file; empty if there was none."""
    unread: bool = False
    """Whether a saved session, if there is one, is still to be read: another program has locked the file."""

    # -- marks and notes

    @cached_property
    def located_marks(self) -> tuple[LocatedMark, ...]:
        """Every mark with its passages in the current articles."""
        return tuple(map(self._locate, self.marks))

    @property
    def listed_marks(self) -> tuple[LocatedMark, ...]:
        """The marks and notes to list, in the order of the left article, lost ones last."""
        kinds = MarkKind.MARK, MarkKind.NOTE
        listed = [located for located in self.located_marks if located.mark.kind in kinds]
        far = 1 << 30

        def order(located: LocatedMark) -> tuple[bool, int, int, float]:
            left, right = (far if index is None else index for index in located.passages)
            return located.lost, left, right, located.mark.created

        return tuple(sorted(listed, key=order))

    @cached_property
    def marked(self) -> Mapping[Side, frozenset[int]]:
        """The passages of each article that have a mark or a note, those of pairs too."""
        return {
            side: frozenset(index for k in self.listed_marks if (index := k.at(side)) is not None)
            for side in Side
        }

    @property
    def lost_marks(self) -> tuple[LocatedMark, ...]:
        """Marks, notes, pins and removals without a passage. They stay saved, and return if it does."""
        silent = MarkKind.DRAFT, MarkKind.DISMISSED
        return tuple(k for k in self.located_marks if k.lost and k.mark.kind not in silent)

    def mark_at(self, kind: MarkKind, left: int | None, right: int | None) -> Mark | None:
        """The latest mark of a kind on exactly this passage or link."""
        passages = left, right
        here = (k.mark for k in self.located_marks if k.mark.kind is kind and k.passages == passages)
        return max(here, key=lambda mark: mark.created, default=None)

    def new_mark(self, kind: MarkKind, left: int | None, right: int | None, text: str = "") -> Mark:
        """Make a mark to pass to `Store.add`: on a passage or, with both indices, on a link."""
        passages = ((Side.LEFT, left), (Side.RIGHT, right))
        anchors = tuple(self.sources.at(side).anchor(k) for side, k in passages if k is not None)
        return Mark(urandom(16).hex(), kind, anchors, text, time.time())

    def with_mark(self, mark: Mark) -> Session:
        """Add a mark, or replace the one with the same uid."""
        return replace(self, marks=(*self.without_mark(mark.uid).marks, mark))

    def without_mark(self, uid: str) -> Session:
        return replace(self, marks=tuple(mark for mark in self.marks if mark.uid != uid))

    def _locate(self, mark: Mark) -> LocatedMark:
        indices = {self.sources.side_of(anchor): self.sources.find(anchor) for anchor in mark.anchors}
        lost = None in indices.values() or not indices
        return LocatedMark(mark, indices.get(Side.LEFT), indices.get(Side.RIGHT), lost)

    # -- pins and rejections

    @cached_property
    def corrections(self) -> Corrections:
        """The pins and rejections whose passages are found; the latest one of a pair applies."""
        is_pinned: dict[PassagePair, bool] = {}
        for located in self.located_marks:
            corrects = located.mark.kind in (MarkKind.PINNED, MarkKind.REJECTED)
            if corrects and located.left is not None and located.right is not None:
                is_pinned[located.left, located.right] = located.mark.kind is MarkKind.PINNED
        pinned = frozenset(pair for pair, pin in is_pinned.items() if pin)
        return Corrections(pinned, frozenset(is_pinned) - pinned)

    def corrections_at(self, pair: PassagePair) -> tuple[Mark, ...]:
        """The pins and rejections of a pair."""
        kinds = MarkKind.PINNED, MarkKind.REJECTED
        return tuple(
            located.mark
            for located in self.located_marks
            if located.mark.kind in kinds and located.passages == pair
        )

    # -- position and filters

    def with_reading(self, reading: Reading) -> Session:
        """Take over the position and the filters of a reading."""
        now, topics = reading.visible.filter, reading.comparison.topics
        label = topics[now.topic].label if 0 <= now.topic < len(topics) else ""
        position = ReadingPosition(reading.left, reading.right, reading.side, reading.pair is not None)
        only_unmatched = now.only_unmatched
        if self.view_settings and not reading.comparison.aligned:  # these two are still to be resumed
            label, only_unmatched = self.view_settings.topic, self.view_settings.only_unmatched
        settings = ViewSettings(
            now.threshold, label, now.relation, now.trait, now.show_boilerplate, only_unmatched
        )
        return replace(self, position=position, view_settings=settings)

    def resume(self, reading: Reading, threshold: float | None = None) -> Reading:
        """Bring a reading of the same comparison to the saved filters and position.

        `threshold`: that of the command line, which overrides the saved one.
        """
        if self.view_settings:
            saved = self.view_settings
            reading = reading.with_threshold(saved.threshold if threshold is None else threshold)
            reading = reading.with_relation(saved.relation).with_trait(saved.trait)
            reading = self.resume_filters(reading.with_boilerplate(saved.boilerplate))
        return self._at_position(reading)

    def resume_filters(self, reading: Reading) -> Reading:
        """Apply the saved filters that need a complete alignment: topic and unmatched. The position stays."""
        if not self.view_settings or not reading.comparison.aligned:
            return reading
        topics = [topic.label for topic in reading.comparison.topics]
        topic = topics.index(self.view_settings.topic) if self.view_settings.topic in topics else ALL_TOPICS
        filtered = reading.with_only_unmatched(self.view_settings.only_unmatched).with_topic(topic)
        if filtered.pair and reading.pair:
            return filtered
        return replace(filtered, left=reading.left, right=reading.right, side=reading.side, pair=None)

    def _at_position(self, reading: Reading) -> Reading:
        position = self.position
        if position is None:
            return reading
        counts = [len(reading.comparison.article(side).passages) for side in Side]
        if not (0 <= position.left < counts[0] and 0 <= position.right < counts[1]):
            return reading
        reading = replace(reading, side=position.side)
        if position.linked:
            return reading.at_pair(position.left, position.right)
        return replace(reading, left=position.left, right=position.right, pair=None)

    # -- passages seen

    def with_seen(self, seen: Seen) -> Session:
        """Add passages that have been on the screen; the same session if all of them were seen before."""
        if all(seen[side] <= self.seen[side] for side in Side):
            return self
        return replace(self, seen={side: self.seen[side] | seen[side] for side in Side})

    # -- message

    @property
    def resume_message(self) -> str:
        """One line for the returning reader; empty if there is nothing to report."""
        messages = [self.problem] if self.problem else []
        if self.former_threshold is not None:
            messages.append(f"threshold {self.former_threshold:g} of 0.1.0 dropped: scores are chances now")
        if self.changed:
            which = "both articles" if len(self.changed) > 1 else f"the {self.changed[0].value} article"
            day = datetime.fromtimestamp(self.opened, UTC).date().isoformat()
            messages.append(f"{which} {'have' if len(self.changed) > 1 else 'has'} changed since {day}")
        return "; ".join([*messages, *self._lost_messages()])

    def _lost_messages(self) -> Iterator[str]:
        """What has no passage: marks and notes, which are listed, and pins and removals, which are not."""
        count = Counter(lost.mark.kind for lost in self.lost_marks)
        if listed := count[MarkKind.MARK] + count[MarkKind.NOTE]:
            yield f"{plural(listed, 'mark')} not found: see the list of marks"
        for kind, noun in ((MarkKind.PINNED, "pinned pair"), (MarkKind.REJECTED, "removed link")):
            if count[kind]:
                yield f"{plural(count[kind], noun)} not found"


class Recent(Struct, frozen=True):
    """A saved comparison or story in the list of recent ones; its texts are clean."""

    id: int
    titles: tuple[str, ...]
    """Titles of its articles, in the order of the screen."""
    locations: tuple[str, ...]
    """Path or address of each article; empty if it cannot be opened again."""
    opened: float
    """Time it was last open, in seconds since 1970."""
    progress: float
    """Share of the texts that has been seen, 0 to 1; 0 of a story, whose comparisons tell it."""
    marks: int
    """Number of marks and notes; 0 of a story."""

    @property
    def can_open(self) -> bool:
        return all(self.locations)


class StateError(Exception):
    """The state file could not be read or written; the message is one line fit to show."""


class LockedError(StateError):
    """Another program has locked the state file."""
