"""Which topics a report has at its threshold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.model import Comparison, Link


def links_by_topic(links: Iterable[Link]) -> Mapping[int, list[Link]]:
    """The links of each topic, by its number; a link may have several."""
    by_topic: dict[int, list[Link]] = {}
    for link in links:
        for number in link.topics:
            by_topic.setdefault(number, []).append(link)
    return by_topic


def topics_shown(comparison: Comparison, shown: Iterable[Link]) -> list[int]:
    """The numbers of the topics but those all of whose links are hidden."""
    hidden = links_by_topic(comparison.links).keys() - links_by_topic(shown).keys()
    return [number for number in range(len(comparison.topics)) if number not in hidden]


def topics_shown_in_both(comparison: Comparison, shown: Iterable[Link]) -> int:
    """How many of these both articles have."""
    return sum(comparison.topics[number].side is None for number in topics_shown(comparison, shown))
