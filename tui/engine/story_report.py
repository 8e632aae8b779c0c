"""Pipeline from several sources to a story with all its pairs: that of a report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from msgspec.structs import replace

from tui.analysis.differences.ledger import all_differences
from tui.analysis.story.pair import compared_pair, new_story
from tui.analysis.story.topics import Scores, story_topics
from tui.engine.aligner import MAX_ENCODED, Aligner
from tui.engine.article_vectors import ArticleVectors
from tui.engine.pipeline import min_score_for
from tui.engine.protocol import NamedSource, Open, Source
from tui.engine.read_reports import first_readable, read_reports
from tui.model import Article
from tui.model.story import Story, StoryTopic
from tui.settings.settings import NO_MODEL
from tui.sources.errors import LoadError


def compare_story(
    sources: Sequence[Source],
    threshold: float | None = None,
    model: str = NO_MODEL,
    *,
    caches: bool = False,
    in_full: bool = True,
) -> Story:
    """Read sources and compare every two of them; what cannot be read is `missing`.

    `in_full`: whether the comparisons have evidence and topics, which takes three times as long. `caches`:
    as of an Aligner. Raises LoadError if fewer than two sources can be read, and EncoderError.
    """
    story = read_story(sources)
    vectors = ArticleVectors(model, caches=caches, holds=True)
    vectors.encode_ahead([one for one in story.articles if len(one.passages) <= MAX_ENCODED // 2])
    for left, right in story.all_pairs:
        aligner = Aligner(vectors=vectors)
        articles = story.articles[left], story.articles[right]
        compare = aligner.compared if in_full else aligner.links
        comparison = compare(*articles, min_score_for(threshold))
        least = max(comparison.threshold, threshold or 0.0)
        entries = all_differences(comparison, least, aligner.alignment(comparison))
        story = story.with_pair((left, right), compared_pair(comparison, entries))
    return replace(story, topics=topics_of(story.articles, scores_of(story), vectors))


def scores_of(story: Story) -> Scores:
    """The links of all pairs, as `story_topics` takes them."""
    return {pair: one.scores for pair, one in story.pairs.items()}


def topics_of(articles: Sequence[Article], scores: Scores, vectors: ArticleVectors) -> tuple[StoryTopic, ...]:
    """The topics over all reports; without the language model if it cannot be used, or a report is long."""
    from tui.analysis.encoder.folder import EncoderError

    encoded = None
    if vectors.available and sum(len(article.passages) for article in articles) <= MAX_ENCODED:
        with suppress(EncoderError):
            encoded = [vectors.of(article) for article in articles]
    return story_topics(articles, scores, encoded, vectors.of_names if encoded else None)


def read_story(sources: Sequence[Source]) -> Story:
    """Read what can be read of the sources; no pair is compared yet.

    Raises LoadError if fewer than two can be read.
    """
    given = [source.name if isinstance(source, NamedSource) else "" for source in sources]
    request, missing = first_readable(Open(tuple(sources), tuple(given)))
    articles, names, more = read_reports(zip(request.sources, request.names, strict=True), LoadError)
    return new_story(articles, [*missing, *more], names)
