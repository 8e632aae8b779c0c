"""Topics over all reports of a story."""

from __future__ import annotations

import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.compare import compare
from tui.analysis.story.topics import Scores, story_topics
from tui.model import Article

NEWS = article(
    ["The harbour of Port Ellery stood still on Monday as dock workers walked out over night shifts."],
    ["Mayor Tomas Lindqvist offered to mediate.", "Grocers fear for their fresh fruit."],
    language="en",
)


def scores(*articles: Article) -> Scores:
    return {
        (i, j): [(link.pair, link.score) for link in compare(articles[i], articles[j]).links]
        for i in range(len(articles))
        for j in range(i + 1, len(articles))
    }


def test_a_topic_has_its_passages_and_its_share_in_each_report() -> None:
    articles = HARBOUR, STRIKE, NEWS
    topics = story_topics(articles, scores(*articles))
    assert topics
    for topic in topics:
        assert topic.label
        assert len(topic.passages) == len(topic.shares) == 3
        assert sum(map(bool, topic.passages)) > 1
        for report, own, share in zip(articles, topic.passages, topic.shares, strict=True):
            assert all(0 <= k < len(report.passages) for k in own)
            assert bool(own) is bool(share)
            assert 0 <= share <= 1
    mayor = next(topic for topic in topics if 5 in topic.passages[0])
    assert 4 in mayor.passages[1] and 1 in mayor.passages[2]


def test_reports_without_text_have_no_topics() -> None:
    assert story_topics((HARBOUR, Article(), NEWS), {}) == ()


def test_of_many_topics_those_that_hold_most_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = HARBOUR, STRIKE, NEWS
    every = story_topics(articles, scores(*articles))
    monkeypatch.setattr("tui.analysis.story.topics.MOST_NAMED", 1)
    (named,) = story_topics(articles, scores(*articles))
    assert named.label
    assert named.passages == every[0].passages
    assert len(every) > 1
