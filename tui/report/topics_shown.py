"""Which topics a report has at its threshold, and which of their passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.model import Comparison, Link, Side
from tui.report.labels import passage_id


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


def topic_passages(
    comparison: Comparison, shown: Sequence[Link]
) -> Mapping[int, tuple[list[str], list[str]]]:
    """For each topic of a report the ids of its passages, left and right: all but those whose links in it are
    all hidden."""
    links, visible = links_by_topic(comparison.links), links_by_topic(shown)
    passages = {}
    for number in topics_shown(comparison, shown):
        left, right = (
            _passages(
                comparison.topics[number].at(side), side, links.get(number, ()), visible.get(number, ())
            )
            for side in Side
        )
        passages[number] = left, right
    return passages


def _passages(indices: Iterable[int], side: Side, links: Iterable[Link], shown: Iterable[Link]) -> list[str]:
    linked, visible = {link.at(side) for link in links}, {link.at(side) for link in shown}
    return [passage_id(side, k) for k in sorted(indices) if k in visible or k not in linked]
