"""Grouping of links into named sub-topics."""

from __future__ import annotations

import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.clustering import cluster
from tui.analysis.compare import compare
from tui.analysis.profile import profiles
from tui.analysis.weak_phrases import noun_counts
from tui.model import Comparison


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(HARBOUR, STRIKE)


def test_there_are_several_topics_but_fewer_than_links(comparison: Comparison) -> None:
    assert 2 <= len(comparison.topics) < len(comparison.links_from(comparison.threshold))


def test_labels_are_words_of_the_articles(comparison: Comparison) -> None:
    labels = {topic.label for topic in comparison.topics}
    assert {"night shifts", "fresh fruit"} <= labels
    assert all(label in HARBOUR.text + STRIKE.text for label in labels)


def test_every_link_shown_has_a_topic_which_holds_its_passages(comparison: Comparison) -> None:
    for link in comparison.links_from(comparison.threshold):
        topic = comparison.topics[link.topic]
        assert link.left in topic.left and link.right in topic.right


def test_links_below_the_threshold_have_none(comparison: Comparison) -> None:
    weak = [link for link in comparison.links if link.score < comparison.threshold]
    assert weak and all(link.topic == -1 for link in weak)


def test_the_largest_topic_comes_first(comparison: Comparison) -> None:
    sizes = [len(topic.left) + len(topic.right) for topic in comparison.topics]
    assert sizes == sorted(sizes, reverse=True)


def test_groups_with_many_common_members_become_one() -> None:
    groups = [frozenset("abc"), frozenset("xyz"), frozenset("abcd"), frozenset("de")]
    assert cluster(groups, 0.5) == [[0, 2], [1], [3]]


def test_a_noun_is_told_from_a_verb_by_where_it_stands() -> None:
    text = article(
        ["They resolve the dispute.", "He would resolve it.", "The sanctions of Arden hurt."], language="en"
    )
    counted = noun_counts(profiles(text), {"resolv", "sanction"})
    assert counted["resolv"] < 0 < counted["sanction"]


def test_other_words_for_one_thing_make_one_topic() -> None:
    left = article(
        [
            "Arden asked Ostra for peace talks on Monday.",
            "Ostra had no answer to the peace talks at first.",
            "Arden later said negotiation with Ostra was the only way.",
        ],
        language="en",
    )
    right = article(["Peace talks were sought by Arden, and Ostra was silent.", "It rained."], language="en")
    comparison = compare(left, right)
    assert "peace talks" in {topic.label.lower() for topic in comparison.topics}
