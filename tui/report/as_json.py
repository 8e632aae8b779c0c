"""The comparison as JSON, a stable interface: see `schema.json` and `docs/formats.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from tui import __version__
from tui.model import Article, Comparison, Evidence, Link, Passage, Side
from tui.model.difference import Difference
from tui.report import Remark, ReportOptions
from tui.report.differences import language_note, reported_differences
from tui.report.labels import passage_id, topic_id

SCHEMA = 1
"""Version of the schema; raised when a key changes its meaning or is removed, not when one is added."""


def as_json(comparison: Comparison, options: ReportOptions) -> str:
    """One JSON object with its keys in a fixed order."""
    threshold = options.threshold
    shown = comparison.links_from(threshold)
    document = {
        "schema": SCHEMA,
        "program": {"name": "compare-tui", "version": __version__},
        "settings": {"threshold": threshold, "model": comparison.model},
        "articles": [_article(comparison.article(side), side) for side in Side],
        "links": [_link(link) for link in shown],
        "topics": _topics(comparison, shown),
        "unmatched": {side.value: _ids(side, comparison.unmatched(side, threshold)) for side in Side},
        "differences": [_difference(entry) for entry in reported_differences(comparison, options)],
        "notes": [note for note in (comparison.notice, language_note(comparison)) if note],
        "remarks": [_remark(remark) for remark in options.remarks],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _article(article: Article, side: Side) -> dict[str, Any]:
    return {
        "side": side.value,
        "title": article.title,
        "source": article.source,
        "published": article.published,
        "language": article.language,
        "byline": article.byline,
        "address": article.address,
        "retrieved": article.retrieved,
        "words": article.words,
        "notes": list(article.notes),
        "passages": [_passage(passage, side) for passage in article.passages],
    }


def _passage(passage: Passage, side: Side) -> dict[str, Any]:
    return {
        "id": passage_id(side, passage.index),
        "paragraph": passage.paragraph,
        "start": passage.span.start,
        "end": passage.span.end,
        "kind": passage.kind.value,
        "text": passage.text,
    }


def _difference(entry: Difference) -> dict[str, Any]:
    sides = {side.value: _fact(side, entry) for side in Side}
    about = {"kind": entry.kind.value, "state": entry.state.value}
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


def _topics(comparison: Comparison, shown: Iterable[Link]) -> list[dict[str, Any]]:
    """The topics with a link shown, and the passages of those links."""
    links: dict[int, list[Link]] = {}
    for link in shown:
        links.setdefault(link.topic, []).append(link)
    return [
        {
            "id": topic_id(number),
            "label": topic.label,
            "terms": list(topic.terms),
            **{side.value: _ids(side, {link.at(side) for link in links[number]}) for side in Side},
        }
        for number, topic in enumerate(comparison.topics)
        if number in links
    ]


def _remark(remark: Remark) -> dict[str, Any]:
    ends = {side.value: passage_id(side, remark.at(side)) if remark.at(side) >= 0 else None for side in Side}
    return {**ends, "note": remark.note, "when": remark.when}


def _ids(side: Side, indices: Iterable[int]) -> list[str]:
    return [passage_id(side, index) for index in sorted(indices)]


def _score(score: float) -> float:
    # Two decimals: at threshold 0 the scores rank every pair, and with one there are too many ties.
    return round(float(score), 2)
