"""Sub-topics of two articles: which passages, and what name."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.compare import compare
from tui.analysis.encoder import Encoder
from tui.analysis.name_candidates import NameCandidates
from tui.analysis.noun_phrases import noun_phrases
from tui.analysis.profile import profiles
from tui.analysis.sentence_pairs import SentencePairs, meetings
from tui.analysis.topic_groups import Rules, group_passages, uncovered
from tui.analysis.topic_names import TopicName, TopicNamer
from tui.analysis.topics import LEAST_WORTH, SMALL_TOPIC, sure_topics
from tui.analysis.word_tags import names_within, word_tags
from tui.model import Comparison


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(HARBOUR, STRIKE)


def test_there_are_several_topics_but_fewer_than_links(comparison: Comparison) -> None:
    assert 2 <= len(comparison.topics) < len(comparison.links_from(comparison.threshold))


def test_labels_are_words_of_the_articles(comparison: Comparison) -> None:
    text = HARBOUR.text + STRIKE.text
    split = r"[()]| on | and |’s |\b\w+ing "  # the verb of an act may have another form
    labels = (re.split(split, topic.label) for topic in comparison.topics)
    parts = [part.strip() for label in labels for part in label if part.strip()]
    assert parts and all(re.search(re.escape(part), text, re.IGNORECASE) for part in parts)


def test_a_link_belongs_to_topics_that_hold_both_its_passages(comparison: Comparison) -> None:
    shown = comparison.links_from(comparison.threshold)
    assert any(link.topic >= 0 for link in shown)
    for link in shown:
        assert link.topics == tuple(sorted(link.topics))
        for number in link.topics:
            topic = comparison.topics[number]
            assert link.left in topic.left and link.right in topic.right


def test_links_below_the_threshold_have_none() -> None:
    comparison = compare(HARBOUR, STRIKE)
    weak = [link for link in comparison.links if link.score < comparison.threshold]
    assert weak and all(link.topics == () for link in weak)


def test_topics_of_both_articles_come_before_those_of_one(comparison: Comparison) -> None:
    one_sided = [topic.side is not None for topic in comparison.topics]
    assert one_sided == sorted(one_sided)


def test_passages_that_no_phrase_names_are_no_topic(encoder: Encoder) -> None:
    left, right = (
        article([title, *(passage.text for passage in report.passages)], language="en")
        for title, report in (("Report 0", HARBOUR), ("Report 1", STRIKE))
    )
    comparison = compare(left, right, encoder=encoder)
    assert (0, 0) in {link.pair for link in comparison.links}
    assert len(comparison.topics) > 2
    assert all(topic.label and 0 not in topic.left for topic in comparison.topics)


def test_no_two_names_of_a_pair_begin_with_the_same_word(comparison: Comparison) -> None:
    first = [topic.label.split()[0].lower() for topic in comparison.topics if topic.label]
    assert len(first) == len(set(first))


def chances(*groups: str) -> list[dict[int, float]]:
    """Chances of 0.9 for every two letters of a group."""
    size = 1 + max(ord(c) - ord("a") for group in groups for c in group)
    rows: list[dict[int, float]] = [{} for _ in range(size)]
    for group in groups:
        places = [ord(c) - ord("a") for c in group]
        for i in places:
            rows[i].update({j: 0.9 for j in places if j != i})
    return rows


def letters(groups: list[frozenset[int]]) -> set[str]:
    return {"".join(chr(ord("a") + k) for k in sorted(group)) for group in groups}


def test_passages_that_likely_belong_together_make_a_group() -> None:
    assert letters(group_passages(chances("abc", "de", "f"), 3)) == {"abc", "de"}


def test_a_passage_may_be_in_two_groups() -> None:
    assert letters(group_passages(chances("abcd", "defg"), 3)) == {"abcd", "defg"}


def test_a_passage_that_belongs_nowhere_has_no_group() -> None:
    rows = [*chances("ab"), {1: 0.1}]
    rows[1][2] = 0.1
    assert letters(group_passages(rows, 1)) == {"ab"}


def test_near_duplicates_become_one() -> None:
    groups = group_passages(chances("abcde", "abcdf"), 2, Rules(overlap=0.7))
    assert len(groups) == 1


def test_a_group_that_a_larger_one_has_mostly_goes() -> None:
    wide, small, other = frozenset(range(5)), frozenset({1, 2, 3, 5}), frozenset({0, 6})
    assert uncovered([small, wide, other], 0.75) == [wide, other]
    assert uncovered([small, wide, other], 0.8) == [small, wide, other]


@pytest.mark.parametrize(("language", "shown"), [("en", 3), ("de", 4)])
def test_a_small_topic_without_a_likely_name_is_hidden_in_english(language: str, shown: int) -> None:
    own = profiles(article(["The harvest was poor."] * 9, language=language))
    candidates = NameCandidates(own, own, [])
    small, large = frozenset({0, 9}), frozenset(range(SMALL_TOPIC + 1))
    sure, unsure = (
        TopicName("poor harvest", (), LEAST_WORTH),
        TopicName("poor harvest", (), LEAST_WORTH - 0.01),
    )
    found = [(sure, small), (unsure, large), (unsure, small), (sure, large)]
    assert len(sure_topics(candidates, found)) == shown
    assert sure_topics(candidates, found[1:]) == found[1:]  # few are left: all are shown


@pytest.mark.parametrize(("passages", "shown"), [(9, 10), (60, 12)])
def test_of_many_topics_those_with_the_likeliest_names_are_shown_in_order(passages: int, shown: int) -> None:
    own = profiles(article(["The harvest was poor."] * passages, language="en"))
    worths = [LEAST_WORTH + number * 7 % 13 for number in range(13)]
    found = [(TopicName(f"harvest {worth}", (), worth), frozenset({0, passages})) for worth in worths]
    best = sorted(worths)[-shown:]
    assert sure_topics(NameCandidates(own, own, []), found) == [
        topic for topic in found if topic[0].worth in best
    ]


@pytest.mark.parametrize("sizes", [(5, 4), (350, 300)])
def test_pairs_are_found_by_both_their_passages(sizes: tuple[int, int]) -> None:
    pairs = SentencePairs(sizes)
    values = np.arange(len(pairs)) + 1.0
    assert (pairs.lookup(values, pairs.second, pairs.first) == values).all()
    assert pairs.lookup(values, np.array([-1, 0]), np.array([0, sum(sizes)])).tolist() == [0, 0]


def test_members_of_a_group_meet_once() -> None:
    groups, members = np.array([0, 0, 1, 1, 1]), np.array([4, 2, 0, 1, 3])
    keys, products = meetings(groups, members, np.array([2.0, 3.0, 1.0, 1.0, 1.0]), 10, True)
    met = dict(zip(keys.tolist(), products.tolist(), strict=True))
    assert met == {24: 6.0, 1: 1.0, 3: 1.0, 13: 1.0}


def phrases(text: str, language: str = "en") -> set[str]:
    own = profiles(article([text], language=language))
    tags = word_tags(own[0], names_within(own))
    return {own[0].text_of(phrase.first, phrase.last) for phrase in noun_phrases(own[0], tags)}


def test_noun_phrases_end_in_nouns_and_have_no_verbs() -> None:
    found = phrases("The senators quickly rejected harsh new sanctions on Russia, and peace talks collapsed.")
    assert {"sanctions on Russia", "harsh new sanctions on Russia", "peace talks"} & found >= {
        "sanctions on Russia", "peace talks",
    }  # fmt: skip
    assert not any(re.search("quickly|rejected|collapsed", phrase) for phrase in found)


def test_a_word_is_a_noun_or_a_verb_by_what_stands_before_it() -> None:
    assert "vote" in phrases("They put off the vote.")
    assert not phrases("They will vote.")


def test_an_initial_or_a_title_is_no_phrase() -> None:
    found = phrases("The bill by Representative Michael R. Turner failed.")
    assert not {"Michael R", "Representative"} & found


def test_names_do_not_lose_their_capital_and_common_words_do() -> None:
    left = article(["Sanctions hurt Ostra.", "McColl spoke of trade."], language="en")
    right = article(["Sanctions hurt trade, McColl found.", "He blamed sanctions."], language="en")
    sides = profiles(left), profiles(right)
    namer = TopicNamer(*sides, [frozenset({0, 2, 3}), frozenset({1, 2})])
    labels = [name.label for name in namer.names()]
    assert any("sanctions" in label for label in labels)
    assert not any("Sanctions" in label or "mcColl" in label for label in labels)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            ["中国外交部发言人周二批评制裁。", "两国领导人在莫斯科会晤。"],
            ["外交部发言人批评了西方的制裁措施。", "领导人会晤在莫斯科举行。"],
        ),
        (
            ["Die Regierung erhöht die Renten.", "Die Opposition lehnt das Gesetz ab."],
            ["Das Gesetz zu den Renten ist fertig.", "Renten steigen."],
        ),
        ([""], ["."]),
    ],
)
def test_other_languages_and_empty_passages_get_topics_without_an_error(
    left: list[str], right: list[str]
) -> None:
    comparison = compare(article(left), article(right))
    assert all(topic.label for topic in comparison.topics)


def test_articles_of_many_passages_are_grouped() -> None:
    matters = ("Harbour fees", "Budget cuts", "School meals", "Ferry tickets")
    sides = [
        article(
            [f"{matters[k % 4]} of district {k // 4 + shift} were discussed." for k in range(260)],
            language="en",
        )
        for shift in (0, 1)
    ]
    comparison = compare(sides[0], sides[1])
    assert comparison.topics
    assert all(topic.label for topic in comparison.topics)
