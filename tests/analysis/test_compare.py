"""Links between the passages of two articles."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.compare import compare
from tui.analysis.lead_topics import LEAD_TOPIC_SCORE
from tui.model import Article, Comparison, Kind, Link, Relation, Side


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(HARBOUR, STRIKE)


def shown(comparison: Comparison) -> dict[tuple[int, int], Link]:
    return {link.pair: link for link in comparison.links_from(comparison.threshold)}


def test_reports_of_the_same_fact_are_linked_in_any_order(comparison: Comparison) -> None:
    assert {(1, 0), (0, 1), (2, 3), (5, 4), (3, 7)} <= shown(comparison).keys()


def test_the_same_statement_is_called_so(comparison: Comparison) -> None:
    assert shown(comparison)[2, 3].relation is Relation.SAME


def test_passages_about_nothing_common_stay_unmatched(comparison: Comparison) -> None:
    assert 6 in comparison.unmatched(Side.LEFT, comparison.threshold)
    assert {2, 6} <= set(comparison.unmatched(Side.RIGHT, comparison.threshold))


def test_a_shared_place_name_alone_does_not_link() -> None:
    left = article(
        [
            "Rents in Port Ellery rose for the fifth year.",
            "Tenants blame holiday flats.",
            "A new law is due in June.",
        ]
    )
    right = article(
        [
            "A whale was seen off Port Ellery at dawn.",
            "Fishermen steered clear.",
            "Biologists hope it turns north.",
        ]
    )
    assert not shown(compare(left, right))


def test_one_passage_may_answer_several() -> None:
    left = article(
        [
            "The court fined Norda Chemicals nine million crowns for dumping solvents in the river Ise.",
            "Anglers had reported dead trout in spring.",
            "Its shares fell.",
        ]
    )
    right = article(
        [
            "Norda Chemicals must pay a fine of nine million crowns.",
            "The company dumped solvents in the river Ise, the court found.",
            "An appeal is likely.",
            "The plant stays open.",
        ]
    )
    assert {(0, 0), (0, 1)} <= shown(compare(left, right)).keys()


def test_links_come_sorted_with_scores_between_the_floor_and_100() -> None:
    links = compare(HARBOUR, STRIKE, min_score=20).links
    assert links
    assert [k.pair for k in links] == sorted(k.pair for k in links)
    assert all(20 <= link.score <= 100 for link in links)


def test_floor_0_adds_pairs_and_changes_no_score() -> None:
    few = {k.pair: k.score for k in compare(HARBOUR, STRIKE, min_score=40).links}
    all_pairs = {k.pair: k.score for k in compare(HARBOUR, STRIKE, min_score=0).links}
    assert len(all_pairs) > len(few)
    assert few.items() <= all_pairs.items()


def test_furniture_is_never_linked() -> None:
    byline = "By Mara Quist and the Harbour Union desk"
    left = article([byline, *(p.text for p in HARBOUR.passages)], kinds={0: Kind.BYLINE})
    right = article([byline, *(p.text for p in STRIKE.passages)], kinds={0: Kind.BYLINE})
    assert all(link.left and link.right for link in compare(left, right, min_score=0).links)


def test_identical_articles_link_each_passage_with_itself() -> None:
    links = shown(compare(HARBOUR, HARBOUR))
    assert all((p.index, p.index) in links for p in HARBOUR.passages)


def test_a_thousand_equal_sentences_end_soon_with_few_links() -> None:
    same = article(["The minister resigned today."] * 1000)
    start = time.perf_counter()
    links = compare(same, same).links
    assert time.perf_counter() - start < 10
    assert len(links) <= 20_000


def test_empty_articles_compare_to_nothing() -> None:
    assert compare(Article(), HARBOUR).links == ()
    assert compare(Article(), Article(), min_score=0).links == ()


def test_a_sub_topic_which_a_lead_announces_is_found() -> None:
    left = article(
        [
            "The government raised pensions, cut the fuel tax and promised new nurseries on Tuesday.",
            "Parliament must agree.",
        ]
    )
    right = article(
        [
            "Ministers met until late.",
            "Parents have waited for years for nurseries.",
            "There are 300 nurseries in the county.",
            "Most nurseries close at four.",
            "A vote is due.",
        ]
    )
    links = {link.pair: link for link in compare(left, right).links}
    assert links[0, 2].score >= LEAD_TOPIC_SCORE
    assert links[0, 2].relation is Relation.RELATED


def test_two_short_chinese_reports_align() -> None:
    left = article(["中国外交部发言人周二批评制裁。", "两国领导人在莫斯科会晤。", "天气晴朗。"])
    right = article(["农民今年收成很好。", "外交部发言人批评了西方的制裁措施。", "领导人会晤在莫斯科举行。"])
    assert {(0, 1), (1, 2)} <= shown(compare(left, right)).keys()


WORDS = "harbour strike union talks ship crane night mayor fruit 12 “safe” Quist Ellery. the of said".split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
ARTICLES = st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=4).map(
    lambda paragraphs: article(*paragraphs, language="en")
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(ARTICLES, ARTICLES)
def test_comparing_right_with_left_is_the_mirror_image(left: Article, right: Article) -> None:
    one, other = compare(left, right, min_score=0), compare(right, left, min_score=0)
    there = {k.pair: (k.score, k.relation) for k in one.links}
    back = {(k.right, k.left): (k.score, k.relation) for k in other.links}
    assert there == back


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6), st.lists(st.text(max_size=60), max_size=6))
def test_no_text_makes_it_fail(left: list[str], right: list[str]) -> None:
    comparison = compare(article(left), article(right), min_score=0)
    assert all(0 <= link.score <= 100 for link in comparison.links)


@pytest.mark.slow
def test_the_result_does_not_depend_on_the_hash_seed() -> None:
    code = (
        "from tests.analysis.articles import HARBOUR, STRIKE\n"
        "from tui.analysis.compare import compare\n"
        "print(compare(HARBOUR, STRIKE, min_score=0))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


def test_comparing_loads_no_heavy_library() -> None:
    code = (
        "import sys, tui.analysis; print(sorted({'numpy', 'scipy', 'sklearn', 'textual'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_headline_takes_nothing_from_the_body() -> None:
    headline = "Dock workers walk out over night shifts in Port Ellery"
    left = article([headline], [p.text for p in HARBOUR.passages], kinds={0: Kind.HEADLINE}, language="en")
    links = shown(compare(left, STRIKE))
    assert {(2, 0), (1, 1), (3, 3), (6, 4), (4, 7)} <= links.keys()


def test_repeated_sentences_are_linked_in_their_order() -> None:
    same = article(["The minister of the Arden region resigned today."] * 60)
    assert {(k, k) for k in range(60)} <= shown(compare(same, same)).keys()
