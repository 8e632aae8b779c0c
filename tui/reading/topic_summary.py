"""A topic in the list: how far both articles agree on it, and a passage of each side that shows it best."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from tui.model import Comparison, Link, Relation, Side


class TopicSummary(Struct, frozen=True):
    """What the list says of one topic, by the links from a threshold on."""

    topic: int
    """Index among the comparison's topics."""
    same: int
    """Links between its passages with the same statement."""
    related: int
    """Its other links."""
    alone: tuple[int, int]
    """Its passages on the left and on the right without a link in it."""
    strongest: tuple[str, str]
    """The text of the passages of its best link, or of its first ones; empty where a side has none.

    Those that no topic before it shows come first, so that topics which overlap can be told apart.
    """

    @property
    def agreement(self) -> str:
        """How far both sides agree: `2 same, 1 related, 3 on one side`."""
        parts = ((self.same, "same"), (self.related, "related"), (sum(self.alone), "on one side"))
        return ", ".join(f"{count} {word}" for count, word in parts if count)


def topic_summaries(comparison: Comparison, threshold: float) -> tuple[TopicSummary, ...]:
    """The summaries of all topics, in their order."""
    by_topic: dict[int, list[Link]] = defaultdict(list)
    for link in comparison.links_from(threshold):
        for number in link.topics:
            by_topic[number].append(link)
    shown: dict[Side, set[int]] = {side: set() for side in Side}
    return tuple(_summary(comparison, k, by_topic[k], shown) for k in range(len(comparison.topics)))


def _summary(
    comparison: Comparison, number: int, links: list[Link], shown: dict[Side, set[int]]
) -> TopicSummary:
    """The summary of one topic; adds its passages to those `shown`."""
    topic = comparison.topics[number]

    def rank(link: Link) -> tuple[float, ...]:
        new = sum(link.at(side) not in shown[side] for side in Side)
        return new, link.score, -link.left, -link.right

    best = max(links, key=rank, default=None)
    same = sum(link.relation is Relation.SAME for link in links)
    alone, strongest = [], []
    for side in Side:
        linked = {link.at(side) for link in links}
        own = topic.at(side)
        alone.append(sum(index not in linked for index in own))
        first = next((index for index in own if index not in shown[side]), own[0] if own else -1)
        index = best.at(side) if best else first
        shown[side].add(index)
        strongest.append(comparison.article(side).passages[index].text if index >= 0 else "")
    return TopicSummary(number, same, len(links) - same, (alone[0], alone[1]), (strongest[0], strongest[1]))
