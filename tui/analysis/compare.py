"""Compare two articles: links with their evidence, and topics."""

from __future__ import annotations

import gc

from msgspec.structs import replace

from tui.analysis.align import align
from tui.analysis.comparability import incomparable_reason
from tui.analysis.evidence import EvidenceCollector
from tui.analysis.overlap import document_frequency, idf
from tui.analysis.profile import Lexicon, profiles
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.topics import group_links, quote_labels
from tui.model import Article, Comparison, Evidence, Link
from tui.model.comparison import DEFAULT_THRESHOLD, MIN_SCORE

FIRST_PASSAGES = 64
"""Passages of a long article that are compared first: some four screens, in a twentieth of a second."""


def compare(
    left: Article,
    right: Article,
    min_score: float = MIN_SCORE,
    progress: ProgressCallback | None = None,
) -> Comparison:
    """Link the passages of two articles that report the same, and group the links into topics.

    Returns the links with a score of at least `min_score`, 0 to 100; 0 returns every pair of passages that
    shares anything. Articles without a common script get no links. `progress` takes the share of the work
    done, 0 to 1; an exception it raises ends the work.
    """
    if incomparable_reason(left, right):
        return Comparison(left, right, threshold=DEFAULT_THRESHOLD)
    gc_was_enabled = gc.isenabled()
    gc.disable()  # nearly all objects made here stay alive, so collections would free nothing
    try:
        return _compare(left, right, min_score, progress or no_progress)
    finally:
        if gc_was_enabled:
            gc.enable()


def compare_beginnings(left: Article, right: Article) -> Comparison:
    """Link the first FIRST_PASSAGES of two long articles, for a first view.

    The comparison is not `aligned` and has no topics, which the rest would change. A link may get another
    score, or vanish, when all is compared: it then has more rivals, and what is rare is known.
    """
    first = compare(_beginning(left), _beginning(right))
    links = tuple([replace(link, topic=-1) for link in first.links])
    return Comparison(left, right, links, threshold=DEFAULT_THRESHOLD, aligned=False)


def _beginning(article: Article) -> Article:
    """The first passages of an article, with the same indices."""
    passages = article.passages[:FIRST_PASSAGES]
    end = passages[-1].span.end if passages else 0
    return replace(article, passages=passages, text=article.text[:end])


def _compare(left: Article, right: Article, min_score: float, report_share: ProgressCallback) -> Comparison:
    report_share(0.0)
    lexicons: dict[str, Lexicon] = {}
    lefts = profiles(left, lexicons, subrange(report_share, 0.0, 0.05))
    rights = profiles(right, lexicons, subrange(report_share, 0.05, 0.1))
    pairs = align(lefts, rights, min_score, report_share=subrange(report_share, 0.1, 0.6))
    shown = [pair for pair in pairs if pair.score >= DEFAULT_THRESHOLD]
    grouping = group_links(lefts, rights, shown, subrange(report_share, 0.6, 0.8))
    both = (*lefts, *rights)
    weight = idf(document_frequency(p.content_stems for p in both), len(both))
    collector = EvidenceCollector(lefts, rights, weight, pairs, DEFAULT_THRESHOLD)
    links = tuple(
        [
            Link(
                left=lefts[pair.left].passage.index,
                right=rights[pair.right].passage.index,
                score=pair.score,
                relation=pair.relation,
                evidence=collector.evidence(pair) if pair.score >= MIN_SCORE else Evidence(),
                topic=grouping.topic_of.get(pair.pair, -1),
            )
            for pair in with_progress(pairs, len(pairs), subrange(report_share, 0.8, 1.0))
        ]
    )
    report_share(1.0)
    return Comparison(left, right, links, quote_labels(grouping.topics, links), DEFAULT_THRESHOLD, min_score)
