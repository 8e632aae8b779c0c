"""Put reports into a story, and compare two of them for it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.story.credits import credited_passages, outlet_of
from tui.analysis.story.verbatim import verbatim_pairs
from tui.model import Article, Comparison
from tui.model.difference import Difference
from tui.model.story import ComparedPair, MissingSource, Story


def new_story(
    articles: Sequence[Article], missing: Sequence[MissingSource] = (), sources: Sequence[str] = ()
) -> Story:
    """The story of those reports; no pair is compared yet.

    `sources`: as the reader named them.
    """
    names = tuple(outlet_of(article) for article in articles)
    credits = tuple(
        credited_passages(article, [name for k, name in enumerate(names) if k != number])
        for number, article in enumerate(articles)
    )
    return Story(tuple(articles), names, {}, tuple(missing), credits, _twins(articles), tuple(sources))


def compared_pair(comparison: Comparison, differences: Sequence[Difference]) -> ComparedPair:
    """A pair of a story: the comparison of two reports, with what else is known of their passages.

    `differences`: all of them, facts that agree among them.
    """
    shown = comparison.links_from(comparison.threshold)
    verbatim = verbatim_pairs(comparison.left, comparison.right, shown)
    return ComparedPair(comparison, tuple(differences), verbatim)


def _twins(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """The groups of reports whose body passages are the same word for word."""
    by_text: dict[tuple[str, ...], list[int]] = {}
    for number, article in enumerate(articles):
        by_text.setdefault(tuple(p.text.casefold() for p in article.body), []).append(number)
    return tuple(tuple(group) for text, group in by_text.items() if text and len(group) > 1)
