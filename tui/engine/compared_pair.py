"""Comparison of two reports of a story, as the screen needs it."""

from __future__ import annotations

from msgspec.structs import replace

from tui.analysis.story.pair import compared_pair
from tui.engine.aligner import Aligner
from tui.model import Article, Comparison, Evidence
from tui.model.corrections import Corrections
from tui.model.story import ComparedPair


def compare_pair(
    aligner: Aligner,
    articles: tuple[Article, Article],
    min_score: float,
    corrections: Corrections,
    known: Comparison | None = None,
) -> ComparedPair:
    """Compare two reports: links without evidence, with what the reader corrected, and differences.

    `known`: their comparison if it is complete already. The result has no articles: the other side of the
    channel has them. A language model that cannot be used is left out.
    """
    from tui.analysis.differences.ledger import all_differences
    from tui.analysis.encoder.folder import EncoderError

    try:
        comparison = known or aligner.links(*articles, min_score)
    except EncoderError:  # which was told of the pair on the screen
        comparison = Aligner().links(*articles, min_score)
    comparison = corrections.apply(comparison)
    entries = all_differences(comparison, comparison.threshold, aligner.alignment(comparison))
    compared = compared_pair(comparison, entries)
    return replace(compared, comparison=_without_articles(comparison))


def _without_articles(comparison: Comparison) -> Comparison:
    links = tuple([replace(link, evidence=Evidence()) for link in comparison.links])
    return replace(comparison, left=Article(), right=Article(), links=links)
