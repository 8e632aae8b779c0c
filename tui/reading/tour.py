"""Tour of the topics, in the order of their list, stopping at the strongest link of each."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Link
from tui.model.direction import isolated_label
from tui.model.wording import plural
from tui.reading.reading import Reading


class TourStop(Struct, frozen=True):
    """One topic of a tour."""

    topic: int
    """Index among the comparison's topics."""
    links: tuple[Link, ...]
    """Its links from the threshold on, the highest score first; never empty."""


class Tour(Struct, frozen=True):
    """The topics that have a link from the threshold on, and the current one of them."""

    stops: tuple[TourStop, ...] = ()
    number: int = 0
    """Index of the stop."""

    @classmethod
    def of(cls, reading: Reading) -> Tour:
        """A tour of the topics in the order in which they are listed.

        Of the reader's filters only the threshold applies.
        """
        by_topic: dict[int, list[Link]] = defaultdict(list)
        for link in reading.comparison.links_from(reading.threshold):
            for topic in link.topics:
                by_topic[topic].append(link)
        return cls(
            tuple(
                TourStop(topic, tuple(sorted(by_topic[topic], key=_strongest_first)))
                for topic in sorted(by_topic)
            )
        )

    @property
    def link(self) -> Link | None:
        """The strongest link of the current topic; None if the tour has no stops."""
        return self.stops[self.number].links[0] if self.stops else None

    def next_topic(self, step: int = 1) -> Tour:
        """Go to the next topic (1) or the previous one (-1); stay at the ends."""
        number = self.number + step
        return replace(self, number=number) if 0 <= number < len(self.stops) else self

    def status(self, reading: Reading) -> str:
        """Status line: `tour 2 of 9: sanctions, 3 links`."""
        if not self.stops:
            return "no topics to tour: lower the threshold for more links"
        stop = self.stops[self.number]
        label = isolated_label(reading.comparison.topics[stop.topic].label)
        return f"tour {self.number + 1} of {len(self.stops)}: {label}, {plural(len(stop.links), 'link')}"


def _strongest_first(link: Link) -> tuple[float, int, int]:
    return -link.score, *link.pair
