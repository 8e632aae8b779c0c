"""Lines on a comparison as a whole, the same in every report that people read."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Comparison, Kind, Link, Passage, Side
from tui.model.wording import is_or_are, plural, score_text
from tui.report.labels import relation_counts, scores_from
from tui.report.topics_shown import topic_passages, topics_shown_in_both

OTHER_TOPICS = "Other topics"
"""Heading of the topics without links of their own."""


def summary(comparison: Comparison, threshold: float) -> str:
    """How many links, topics and unmatched passages there are, and where the scores are from."""
    links = comparison.links_from(threshold)
    only = ", ".join(f"{len(comparison.unmatched(side, threshold)):,} only in {side.value}" for side in Side)
    at, scores = f"threshold {threshold:g}", f"Scores from {scores_from(comparison)}."
    if not links:
        highest = max((link.score for link in comparison.links), default=None)
        if highest is None:
            return f"The two articles have nothing in common at {at}; {only}. {scores}"
        return f"No passages are linked at {at} (highest {score_text(highest)}); {only}. {scores}"
    topics = plural(count := topics_shown_in_both(comparison, links), "topic")
    return (
        f"{plural(len(links), 'link')} at {at}: {relation_counts(links)}. "
        f"{topics} {is_or_are(count)} in both articles. Passages: {only}. {scores}"
    )


def other_topics(comparison: Comparison, shown: Sequence[Link]) -> list[tuple[int, str]]:
    """The topics that are the largest one of no link shown: their numbers and their passages in words.

    `only in left: L3, L7`; `in both: L13, R0` of those whose passages have no link, or one in a larger topic.
    """
    largest = {link.topic for link in shown}
    rows = []
    for number, (left, right) in topic_passages(comparison, shown).items():
        if number not in largest:
            side = comparison.topics[number].side
            where = f"only in {side.value}" if side else "in both"
            rows.append((number, f"{where}: {', '.join([*left, *right])}"))
    return rows


def unlinked_boilerplate(comparison: Comparison, side: Side, shown: Sequence[Link]) -> list[Passage]:
    """The passages outside the body text that are at the end of no link: a report has all of a source."""
    linked = {link.at(side) for link in shown}
    passages = comparison.article(side).passages
    return [p for p in passages if p.kind is not Kind.BODY and p.index not in linked]
