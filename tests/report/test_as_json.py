"""The JSON report: structure, ids and thresholds."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tui import __version__
from tui.model import Comparison, Topic
from tui.report import Remark, render


def read(comparison: Comparison, threshold: float = 50) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(comparison, "json", threshold=threshold))
    return document


def test_the_top_level_keys_come_in_their_documented_order(comparison: Comparison) -> None:
    document = read(comparison)
    assert list(document) == [
        "schema",
        "program",
        "settings",
        "articles",
        "links",
        "topics",
        "unmatched",
        "differences",
        "notes",
        "remarks",
        "pairs",
        "statements",
        "left_out",
        "facts",
        "shares",
        "story_topics",
        "missing",
    ]
    assert document["schema"] == 3
    assert document["program"] == {"name": "compare-tui", "version": __version__}
    assert document["settings"] == {"threshold": 50, "model": ""}


def test_an_article_has_its_source(comparison: Comparison) -> None:
    left, right = read(comparison)["articles"]
    passages = left.pop("passages")
    assert left == {
        "side": "left",
        "title": "Bridge over the Varn stays shut",
        "source": "The Varn Bee",
        "published": "2024-02-05",
        "language": "en",
        "byline": "",
        "address": "",
        "retrieved": "",
        "words": 49,
        "notes": ["3 control characters removed"],
    }
    assert right["side"] == "right"
    assert right["published"] == ""
    assert right["notes"] == []
    assert passages[1] == {
        "id": "L1",
        "paragraph": 1,
        "start": 33,
        "end": 44,
        "kind": "byline",
        "text": "By Ida Holm",
    }


def test_the_offsets_cut_every_passage_out_of_the_text(comparison: Comparison) -> None:
    for article, source in zip(read(comparison)["articles"], comparison.articles, strict=True):
        assert len(article["passages"]) == len(source.passages)
        for passage in article["passages"]:
            assert source.text[passage["start"] : passage["end"]] == passage["text"]


def test_a_link_names_its_ends_its_topic_and_its_evidence(comparison: Comparison) -> None:
    link = read(comparison)["links"][3]
    assert link == {
        "left": "L4",
        "right": "R3",
        "score": 76.0,
        "same": 71.5,
        "relation": "same",
        "topic": "T1",
        "topics": ["T1"],
        "pinned": False,
        "evidence": {
            "terms": [],
            "names": [],
            "numbers": ["4.2 million"],
            "dates": [],
            "quotation": "",
            "copied": "",
            "aligned": [],
            "neighbours": [{"left": "L3", "right": "R1"}],
            "runner_up": {"left": {"id": "L5", "score": 12.35}, "right": None},
        },
    }


@pytest.mark.parametrize("threshold", [0, 50, 60, 80, 95])
def test_every_id_resolves_at_every_threshold(comparison: Comparison, threshold: float) -> None:
    document = read(comparison, threshold)
    left, right = ({p["id"] for p in a["passages"]} for a in document["articles"])
    topics = {topic["id"] for topic in document["topics"]}
    for link in document["links"]:
        assert link["left"] in left
        assert link["right"] in right
        assert link["topic"] in topics | {None}
    for topic in document["topics"]:
        assert topic["left"] and set(topic["left"]) <= left
        assert topic["right"] and set(topic["right"]) <= right
    assert set(document["unmatched"]["left"]) <= left
    assert set(document["unmatched"]["right"]) <= right


@pytest.mark.parametrize(("threshold", "left"), [(0, 5), (50, 4), (60, 3), (80, 2), (95, 0)])
def test_only_links_from_the_threshold_on_are_listed(
    comparison: Comparison, threshold: float, left: int
) -> None:
    document = read(comparison, threshold)
    assert len(document["links"]) == left
    assert all(link["score"] >= threshold for link in document["links"])


def test_a_link_at_the_threshold_itself_is_listed(comparison: Comparison) -> None:
    assert len(read(comparison, 76.0)["links"]) == 3
    assert len(read(comparison, 76.01)["links"]) == 2


def test_topics_keep_their_ids_and_lose_the_passages_whose_links_are_hidden(
    comparison: Comparison,
) -> None:
    assert read(comparison)["topics"][0] == {
        "id": "T1",
        "label": "cost of the repairs",
        "terms": ["repair", "crown"],
        "side": "both",
        "relations": {"same": 1, "related": 1},
        "left": ["L4"],
        "right": ["R2", "R3"],
    }
    assert read(comparison, 60)["topics"][0]["right"] == ["R3"]
    assert [topic["id"] for topic in read(comparison, 80)["topics"]] == ["T2"]


def test_a_topic_holds_passages_without_a_link_and_may_be_of_one_side(comparison: Comparison) -> None:
    first = replace(comparison.topics[0], left=(4, 5))
    topics = (first, *comparison.topics[1:], Topic("toll", ("toll",), (5, 6), ()))
    document = read(replace(comparison, topics=topics), 60)
    assert document["topics"][0]["left"] == ["L4", "L5"]
    assert [(t["side"], t["left"], t["right"]) for t in document["topics"][2:]] == [
        ("left", ["L5", "L6"], [])
    ]


def test_unmatched_names_body_passages_without_a_link(comparison: Comparison) -> None:
    assert read(comparison)["unmatched"] == {"left": ["L5", "L6"], "right": ["R4"]}
    assert read(comparison, 0)["unmatched"] == {"left": ["L6"], "right": []}


def test_a_link_too_weak_for_a_topic_has_none(comparison: Comparison) -> None:
    assert read(comparison, 0)["links"][-1]["topic"] is None


def test_scores_keep_two_decimals(comparison: Comparison) -> None:
    assert read(comparison)["links"][0]["score"] == 91.23


def test_typographic_characters_are_written_as_they_are(comparison: Comparison) -> None:
    report = render(comparison, "json", threshold=50)
    assert "“a danger to life.”" in report
    assert report.endswith("}\n")


def test_two_empty_articles_make_a_whole_report() -> None:
    document = read(Comparison())
    assert [article["passages"] for article in document["articles"]] == [[], []]
    assert document["unmatched"] == {"left": [], "right": []}


def test_a_difference_has_both_values_and_their_spans() -> None:
    comparison = ferry()
    document = read(comparison)
    number = next(d for d in document["differences"] if d["state"] == "differs" and d["kind"] == "number")
    assert (number["left"]["text"], number["right"]["text"]) == ("12", "15")
    for side, article in (("left", comparison.left), ("right", comparison.right)):
        fact = number[side]
        assert article.text[fact["start"] : fact["end"]] == fact["text"]
        assert fact["passage"] in {p["id"] for a in document["articles"] for p in a["passages"]}


def test_marks_and_notes_name_their_ends(comparison: Comparison) -> None:
    remarks = (Remark(2, 0, "A note.", "2024-05-14"), Remark(3))
    assert json.loads(render(comparison, "json", remarks=remarks))["remarks"] == [
        {"left": "L2", "right": "R0", "note": "A note.", "when": "2024-05-14"},
        {"left": "L3", "right": None, "note": "", "when": ""},
    ]


def test_a_threshold_for_ranking_adds_no_differences() -> None:
    comparison = ferry()
    loose = json.loads(render(comparison, "json", threshold=0))["differences"]
    assert loose == read(comparison)["differences"]
