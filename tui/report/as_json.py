"""The comparison as JSON, a stable interface: see `schema.json` and `docs/formats.md`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tui import __version__
from tui.analysis.comparability import language_note
from tui.analysis.story.pair import compared_pair, new_story
from tui.model import Article, Comparison, Evidence, Link, Passage, Relation, Side
from tui.model.difference import Difference
from tui.model.statement import letter
from tui.model.story import Story
from tui.report import Remark, ReportOptions
from tui.report.differences import reported_differences
from tui.report.labels import passage_id, topic_id
from tui.report.story_json import story_keys
from tui.report.story_view import StoryView, place_id
from tui.report.topics_shown import links_by_topic, topic_passages

SCHEMA = 3
"""Version of the schema; raised when a key changes its meaning or is removed, not when one is added."""


def as_json(comparison: Comparison, options: ReportOptions) -> str:
    """One JSON object with its keys in a fixed order."""
    threshold = options.threshold
    entries = reported_differences(comparison, options)
    pair = pair_keys(comparison, threshold, entries)
    notes = pair.pop("notes")
    story = new_story(comparison.articles).with_pair((0, 1), compared_pair(comparison, entries))
    document = {
        **_head(threshold, comparison.model),
        "articles": [article_object(comparison.article(side), side.initial, side) for side in Side],
        **pair,
        "notes": notes,
        "remarks": [_remark(remark) for remark in options.remarks],
        "pairs": [{"left": 0, "right": 1, **pair, "notes": notes}],
        **story_keys(story, threshold),
    }
    return _written(document)


def as_story_json(story: Story, options: ReportOptions) -> str:
    """The same of several reports: what two have by themselves is in `pairs`."""
    threshold = options.threshold
    model = next((one.comparison.model for one in story.pairs.values()), "")
    document = {
        **_head(threshold, model),
        "articles": [article_object(article, letter(k)) for k, article in enumerate(story.articles)],
        "notes": StoryView(story, options).notes,
        "remarks": [_story_remark(remark) for remark in options.remarks],
        "pairs": [
            {"left": left, "right": right, **pair_keys(one.comparison, threshold, one.found)}
            for (left, right), one in sorted(story.pairs.items())
        ],
        **story_keys(story, threshold),
    }
    return _written(document)


def _head(threshold: float, model: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "program": {"name": "compare-tui", "version": __version__},
        "settings": {"threshold": threshold, "model": model},
    }


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def pair_keys(comparison: Comparison, threshold: float, differences: Iterable[Difference]) -> dict[str, Any]:
    """Links, topics, what is unmatched and differences of two reports."""
    shown = comparison.links_from(threshold)
    return {
        "links": [_link(link) for link in shown],
        "topics": _topics(comparison, shown),
        "unmatched": {side.value: _ids(side, comparison.unmatched(side, threshold)) for side in Side},
        "differences": [_difference(entry) for entry in differences],
        "notes": [note for note in (comparison.notice, language_note(comparison)) if note],
    }


def article_object(article: Article, initial: str, side: Side | None = None) -> dict[str, Any]:
    """An article whose passages have ids that begin with `initial`; of two, with its side."""
    return {
        **({"side": side.value} if side else {}),
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "language": article.language,
        "byline": article.byline,
        "address": article.address,
        "retrieved": article.retrieved,
        "words": article.words,
        "notes": list(article.notes),
        "passages": [_passage(passage, initial) for passage in article.passages],
    }


def _passage(passage: Passage, initial: str) -> dict[str, Any]:
    return {
        "id": f"{initial}{passage.index}",
        "paragraph": passage.paragraph,
        "start": passage.span.start,
        "end": passage.span.end,
        "kind": passage.kind.value,
        "text": passage.text,
    }


def _difference(entry: Difference) -> dict[str, Any]:
    sides = {side.value: _fact(side, entry) for side in Side}
    about = {"kind": entry.kind.value, "state": entry.state.value, "default": entry.default}
    return about | sides | {"weight": round(entry.weight, 3), "count": entry.count, "note": entry.note}


def _fact(side: Side, entry: Difference) -> dict[str, Any]:
    """One side of a difference; text, value and span are null if it lacks the fact."""
    index, fact = entry.passage_at(side), entry.at(side)
    passage = {"passage": passage_id(side, index) if index >= 0 else None}
    if fact is None:
        return passage | {"text": None, "value": None, "start": None, "end": None}
    span = {"start": fact.span.start, "end": fact.span.end}
    return passage | {"text": fact.text, "value": fact.value} | span


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": passage_id(Side.LEFT, link.left),
        "right": passage_id(Side.RIGHT, link.right),
        "score": _score(link.score),
        "same": _score(link.same),
        "relation": link.relation.value,
        "topic": topic_id(link.topic) if link.topic >= 0 else None,
        "topics": [topic_id(number) for number in link.topics],
        "pinned": link.pinned,
        "evidence": _evidence(link.evidence),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "terms": list(evidence.terms),
        "names": list(evidence.names),
        "numbers": list(evidence.numbers),
        "dates": list(evidence.dates),
        "quotation": evidence.quotation,
        "copied": evidence.copied,
        "aligned": [list(pair) for pair in evidence.aligned],
        "neighbours": [
            {"left": passage_id(Side.LEFT, left), "right": passage_id(Side.RIGHT, right)}
            for left, right in evidence.neighbours
        ],
        "runner_up": {
            "left": _runner_up(Side.LEFT, evidence.runner_up_left),
            "right": _runner_up(Side.RIGHT, evidence.runner_up_right),
        },
    }


def _runner_up(side: Side, runner_up: tuple[int, float] | None) -> dict[str, Any] | None:
    if runner_up is None:
        return None
    index, score = runner_up
    return {"id": passage_id(side, index), "score": _score(score)}


def _topics(comparison: Comparison, shown: Sequence[Link]) -> list[dict[str, Any]]:
    """The topics but those all of whose links are hidden; the passages but those all of whose links are."""
    visible = links_by_topic(shown)
    rows = []
    for number, (left, right) in topic_passages(comparison, shown).items():
        topic = comparison.topics[number]
        count = Counter(link.relation for link in visible.get(number, ()))
        rows.append(
            {
                "id": topic_id(number),
                "label": topic.label,
                **(
                    {"labels": dict(zip(("left", "right"), topic.labels, strict=True))}
                    if topic.labels
                    else {}
                ),
                "terms": list(topic.terms),
                "side": topic.side.value if topic.side else "both",
                "relations": {relation.value: count[relation] for relation in Relation},
                "left": left,
                "right": right,
            }
        )
    return rows


def _remark(remark: Remark) -> dict[str, Any]:
    ends = {side.value: passage_id(side, remark.at(side)) if remark.at(side) >= 0 else None for side in Side}
    return {**ends, "note": remark.note, "when": remark.when}


def _story_remark(remark: Remark) -> dict[str, Any]:
    """The same with the ids that passages have in a story."""
    ends = {
        side.value: place_id(report, remark.at(side)) if remark.at(side) >= 0 else None
        for side, report in zip(Side, remark.reports, strict=True)
    }
    return {**ends, "note": remark.note, "when": remark.when}


def _ids(side: Side, indices: Iterable[int]) -> list[str]:
    return [passage_id(side, index) for index in sorted(indices)]


def _score(score: float) -> float:
    # Two decimals: at threshold 0 the scores rank every pair, and with one there are too many ties.
    return round(float(score), 2)
