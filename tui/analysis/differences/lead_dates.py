"""The day that each report is about, where the two were written at different times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.sentence import Sentence
from tui.model import Article
from tui.model.difference import Difference, FactKind, State

LEAD = 3
"""Passages at the beginning in which a report says when it happened."""
NEWS_DAYS = 3
"""Days before or after publication in which the news happened."""
APART_DAYS = 7
"""Days between two publications from which two reports are not of the same day's news."""
_NOTE = "the days of the two events"


def lead_date_differences(
    articles: tuple[Article, Article], lefts: Sequence[Sentence], rights: Sequence[Sentence]
) -> list[Difference]:
    """The days of the two events, if both reports are dated and a week or more apart.

    Of each side the day in its first passages that is nearest to its publication.
    """
    published = [_day(article.published) for article in articles]
    if not all(published) or abs(published[0] - published[1]) < APART_DAYS:
        return []
    found = [_news_day(side, day) for side, day in zip((lefts, rights), published, strict=True)]
    if found[0] is None or found[1] is None:
        return []
    (left, left_index), (right, right_index) = found[0], found[1]
    return [
        Difference(
            FactKind.DATE,
            State.DIFFERS,
            left.fact,
            right.fact,
            left_index,
            right_index,
            0.7,
            note=_NOTE,
            unsure=True,
        )
    ]


def _day(text: str) -> int:
    """The ordinal of a day written as `2022-02-25`; 0 if it is none."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return 0


def _news_day(sentences: Sequence[Sentence], published: int) -> tuple[FactInContext, int] | None:
    """The day of the news, and the passage that names it."""
    lead = sorted(sentences, key=lambda sentence: sentence.passage.index)[:LEAD]
    days = [
        (abs(found.value.low - published), found, sentence.passage.index)
        for sentence in lead
        for found in find_facts(sentence)
        if isinstance(found.value, DateRange) and found.value.low == found.value.high
    ]
    near = [day for day in days if day[0] <= NEWS_DAYS]
    return min(near, key=lambda day: (day[0], day[2]))[1:] if near else None
