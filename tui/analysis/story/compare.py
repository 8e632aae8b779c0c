"""Compare any number of reports: the Python interface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from tui.analysis.compare import WordComparison
from tui.analysis.compare import compare as compare_two
from tui.analysis.differences.ledger import all_differences
from tui.analysis.progress import ProgressCallback, no_progress, subrange
from tui.analysis.story.pair import compared_pair, new_story
from tui.model import Article, Comparison
from tui.model.comparison import MIN_SCORE
from tui.model.story import Story
from tui.settings.limits import MAX_REPORTS

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText, Encoder


@overload
def compare(
    left: Article,
    right: Article,
    *,
    min_score: float = ...,
    progress: ProgressCallback | None = ...,
    encoder: Encoder | None = ...,
) -> Comparison: ...


@overload
def compare(
    left: Article,
    right: Article,
    third: Article,
    /,
    *others: Article,
    min_score: float = ...,
    progress: ProgressCallback | None = ...,
    encoder: Encoder | None = ...,
) -> Story: ...


def compare(
    left: Article,
    right: Article,
    *others: Article,
    min_score: float = MIN_SCORE,
    progress: ProgressCallback | None = None,
    encoder: Encoder | None = None,
) -> Comparison | Story:
    """Compare two reports, or every two of up to twelve.

    Returns a Comparison of two, and a Story of more. Raises ValueError for more than MAX_REPORTS.
    `min_score`: least score of a link, 0 to 100. `progress` takes the share of the work done, 0 to 1. With
    an encoder, links are found by meaning too.
    """
    if not others:
        return compare_two(left, right, min_score, progress, encoder)
    articles = (left, right, *others)
    if len(articles) > MAX_REPORTS:
        raise ValueError(f"at most {MAX_REPORTS} reports can be compared, {len(articles)} given")
    story = new_story(articles)
    encoded = _encoded(encoder, articles) if encoder else []
    report_share, pairs = progress or no_progress, story.all_pairs
    for number, (one, other) in enumerate(pairs):
        stage = subrange(report_share, number / len(pairs), (number + 1) / len(pairs))
        words = WordComparison(articles[one], articles[other], min_score, stage, bool(encoder))
        if encoder:
            words.refine(encoded[one], encoded[other])
        comparison = words.grouped(encode=encoder.encode_names if encoder else None)
        entries = all_differences(comparison, comparison.threshold)
        story = story.with_pair((one, other), compared_pair(comparison, entries))
    return story


def _encoded(encoder: Encoder, articles: Sequence[Article]) -> list[list[EncodedText]]:
    from tui.analysis.encoder import encode_passages  # without a model, it is not needed

    return [encode_passages(encoder, article) for article in articles]
