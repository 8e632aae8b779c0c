"""What several reports state together, as keys of the JSON report."""

from __future__ import annotations

from typing import Any

from tui.analysis.story.facts import story_facts
from tui.analysis.story.left_out import left_out
from tui.analysis.story.shares import common_share
from tui.analysis.story.statements import statements
from tui.model.statement import Statement
from tui.model.story import Story


def story_keys(story: Story, threshold: float) -> dict[str, Any]:
    """`statements`, `left_out`, `facts` ...: articles and passages by their indices."""
    reports = range(story.count)
    return {
        "statements": [_statement(row) for row in statements(story, 0, threshold)],
        "left_out": [
            [
                {"independent": entry.statement.independent, "weight": round(entry.weight, 3)}
                | {"members": _members(entry.statement)}
                for entry in left_out(story, report, threshold)
            ]
            for report in reports
        ],
        "facts": [
            {
                "kind": fact.kind.value,
                "label": fact.label,
                "versions": [
                    {"value": version.value, "said": [list(place) for place, _ in version.said]}
                    for version in fact.versions
                ],
            }
            for fact in story_facts(story)
        ],
        "shares": [round(common_share(story, report, threshold), 3) for report in reports],
        "story_topics": [
            {
                "label": topic.label,
                "passages": [list(own) for own in topic.passages],
                "shares": [round(share, 3) for share in topic.shares],
            }
            for topic in story.topics
        ],
        "missing": [{"source": one.name, "reason": one.reason} for one in story.missing],
    }


def _statement(row: Statement) -> dict[str, Any]:
    return {
        "members": _members(row),
        "origins": [list(group) for group in row.origins],
        "independent": row.independent,
        "copies": [list(group) for group in row.copies],
        "credits": {str(report): name for report, name in sorted(row.credits.items())},
        "disputed_by": list(row.disputed_by),
        "weak": [[m.report, m.passage, round(m.score)] for m in row.weak],
    }


def _members(row: Statement) -> list[list[Any]]:
    return [[m.report, m.passage, m.relation.value] for m in row.members]
