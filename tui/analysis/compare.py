"""From two articles to a comparison."""

from __future__ import annotations

import gc
from collections.abc import Callable

from msgspec.structs import replace

from tui.analysis.align import align
from tui.analysis.comparability import incomparable_reason
from tui.analysis.evidence import EvidenceCollector
from tui.analysis.overlap import document_frequency, idf
from tui.analysis.profile import Lexicon, profiles
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.topics import group_links, quote_labels
from tui.analysis.weights import THRESHOLD
from tui.model import Article, Comparison, Evidence, Link

MIN_SCORE = 5.0
"""Score below which a link is not kept; the reader's threshold may go down to it."""


FIRST_PASSAGES = 64
"""Of a long article, compared at once: some four screens, in a twentieth of a second."""


def compare(
    left: Article,
    right: Article,
    floor: float = MIN_SCORE,
    progress: Callable[[float], None] | None = None,
) -> Comparison:
    """Link the passages of two articles which tell the same, and group the links into topics.

    Keeps the links with at least the score `floor`, 0 to 100; 0 keeps every pair of passages that
    shares anything. `progress` is told how much is done, 0 to 1.
    """
    if incomparable_reason(left, right):
        return Comparison(left, right, threshold=THRESHOLD)
    collecting = gc.isenabled()
    gc.disable()  # what is made here stays, so looking through it again and again finds no garbage
    try:
        return _compared(left, right, floor, progress or no_progress)
    finally:
        if collecting:
            gc.enable()


def compare_beginnings(left: Article, right: Article) -> Comparison:
    """What FIRST_PASSAGES of each of two long articles are linked by: something to begin with.

    Not `aligned`; without topics, which the rest would change. A link may get another score, or none, when
    all is compared: then it has more rivals, and what is rare is known.
    """
    found = compare(_beginning(left), _beginning(right))
    links = tuple([replace(link, topic=-1) for link in found.links])
    return Comparison(left, right, links, threshold=THRESHOLD, aligned=False)


def _beginning(article: Article) -> Article:
    """The first passages; their indices are the same."""
    passages = article.passages[:FIRST_PASSAGES]
    end = passages[-1].span.end if passages else 0
    return replace(article, passages=passages, text=article.text[:end])


def _compared(left: Article, right: Article, floor: float, tell: ProgressCallback) -> Comparison:
    tell(0.0)
    lexicons: dict[str, Lexicon] = {}
    lefts = profiles(left, lexicons, subrange(tell, 0.0, 0.05))
    rights = profiles(right, lexicons, subrange(tell, 0.05, 0.1))
    scored = align(lefts, rights, floor, tell=subrange(tell, 0.1, 0.6))
    shown = [one for one in scored if one.score >= THRESHOLD]
    grouped = group_links(lefts, rights, shown, subrange(tell, 0.6, 0.8))
    everyone = (*lefts, *rights)
    weight = idf(document_frequency(p.content for p in everyone), len(everyone))
    explainer = EvidenceCollector(lefts, rights, weight, scored, THRESHOLD)
    links = tuple(
        [
            Link(
                left=lefts[one.left].passage.index,
                right=rights[one.right].passage.index,
                score=one.score,
                relation=one.relation,
                evidence=explainer.explain(one) if one.score >= MIN_SCORE else Evidence(),
                topic=grouped.topic_of.get(one.pair, -1),
            )
            for one in with_progress(scored, len(scored), subrange(tell, 0.8, 1.0))
        ]
    )
    tell(1.0)
    return Comparison(left, right, links, quote_labels(grouped.topics, links), THRESHOLD, floor)
