"""When and where the events of two reports took place that were written at different times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.analysis.differences.facts import find_days
from tui.analysis.differences.meetings import Meeting, find_meetings
from tui.analysis.differences.sentence import Sentence
from tui.model import Article
from tui.model.difference import Difference, Fact, State

LEAD = 3
"""Passages at the beginning in which a report says when it happened."""
NEWS_DAYS = 3
"""Days before or after publication in which the news happened."""
APART_DAYS = 7
"""Days between two publications from which two reports are not of the same day's news."""


def event_differences(
    articles: tuple[Article, Article], lefts: Sequence[Sentence], rights: Sequence[Sentence]
) -> list[Difference]:
    """The days of the two events, and the days and places of two meetings of the same people.

    Only if both reports are dated and a week or more apart. The day of an event is the one in the first
    passages that is nearest to the publication; the meetings are the first that were not at the same place.
    """
    published = [_day(article.published) for article in articles]
    if not all(published) or abs(published[0] - published[1]) < APART_DAYS:
        return []
    news = [_news_day(side, day) for side, day in zip((lefts, rights), published, strict=True)]
    entries = []
    if news[0] and news[1]:
        entries.append(_entry(news[0], news[1], "of two events"))
    meetings = _two_meetings(find_meetings(lefts), find_meetings(rights))
    if meetings:
        left, right = meetings
        days = [(meeting.day, meeting.passage) for meeting in meetings if meeting.day]
        if len(days) == 2 and days != news:
            entries.append(_entry(days[0], days[1], "of two meetings"))
        places = (left.place, left.passage), (right.place, right.passage)
        entries.append(_entry(*places, "of two meetings"))
    return entries


def _entry(left: tuple[Fact, int], right: tuple[Fact, int], note: str) -> Difference:
    """The entry for two facts, each with the index of its passage."""
    facts = left[0], right[0], left[1], right[1]
    return Difference(left[0].kind, State.DIFFERS, *facts, 0.7, note=note, unsure=True)


def _two_meetings(lefts: Sequence[Meeting], rights: Sequence[Meeting]) -> tuple[Meeting, Meeting] | None:
    """The meetings of the same people at two places that are nearest to the beginnings; None without any."""
    pairs = [
        (left, right)
        for left in lefts
        for right in rights
        if left.place.value != right.place.value and left.of_the_same(right)
    ]
    return min(pairs, key=lambda pair: (pair[0].passage + pair[1].passage, pair[0].passage), default=None)


def _day(text: str) -> int:
    """The ordinal of a day written as `2022-02-25`; 0 if it is none."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return 0


def _news_day(sentences: Sequence[Sentence], published: int) -> tuple[Fact, int] | None:
    """The day of the news, and the passage that names it."""
    lead = sorted(sentences, key=lambda sentence: sentence.passage.index)[:LEAD]
    days = [
        (abs(day.low - published), day, sentence.passage.index)
        for sentence in lead
        for day in find_days(sentence)
    ]
    near = [day for day in days if day[0] <= NEWS_DAYS]
    return min(near, key=lambda day: (day[0], day[2]))[1:] if near else None
