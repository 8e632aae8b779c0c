"""The tour: from topic to topic in order of weight, the surest link of each first."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Link
from tui.reading.reading import Reading
from tui.reading.reading_progress import word_count


class TourStop(Struct, frozen=True):
    """A topic of the tour."""

    topic: int
    """Index among the comparison's topics."""
    links: tuple[Link, ...]
    """Its links that are shown, the surest first; never empty."""


class Tour(Struct, frozen=True):
    """The topics with a link that is shown, and where the reader is among them."""

    stops: tuple[TourStop, ...] = ()
    number: int = 0
    """Index of the stop."""

    @classmethod
    def of(cls, reading: Reading) -> Tour:
        """A tour from the weightiest topic on: the one whose links hold the most words, by their scores.

        Only links the threshold lets through; filters are for the reader to lift.
        """
        found: dict[int, list[Link]] = defaultdict(list)
        for link in reading.comparison.shown(reading.threshold):
            if link.topic >= 0:
                found[link.topic].append(link)
        weights = {topic: sum(_weight(reading, link) for link in links) for topic, links in found.items()}
        order = sorted(found, key=lambda topic: (-weights[topic], topic))
        return cls(tuple(TourStop(topic, tuple(sorted(found[topic], key=_surest))) for topic in order))

    @property
    def link(self) -> Link | None:
        """The surest link of the current topic; None if the tour has no stop."""
        return self.stops[self.number].links[0] if self.stops else None

    def next_topic(self, step: int = 1) -> Tour:
        """At the next topic (1) or the one before (-1), at its surest link; itself at the ends."""
        number = self.number + step
        return replace(self, number=number) if 0 <= number < len(self.stops) else self

    def status(self, reading: Reading) -> str:
        """Where it stands: `tour 2 of 9: sanctions, link 1 of 3`."""
        if not self.stops:
            return "no topic to tour: - is looser"
        stop = self.stops[self.number]
        label = reading.comparison.topics[stop.topic].label
        topic = f"tour {self.number + 1} of {len(self.stops)}: {label}"
        return f"{topic}, link 1 of {len(stop.links)}"


def _weight(reading: Reading, link: Link) -> float:
    comparison = reading.comparison
    words = word_count(comparison.left.passages[link.left]) + word_count(
        comparison.right.passages[link.right]
    )
    return link.score * words


def _surest(link: Link) -> tuple[float, int, int]:
    return -link.score, *link.pair
