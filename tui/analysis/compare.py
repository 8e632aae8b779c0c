"""Compare two articles: links with their evidence, and topics."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.analysis.align import Alignment, ScoredPair
from tui.analysis.comparability import incomparable_reason
from tui.analysis.evidence import EvidenceCollector
from tui.analysis.overlap import document_frequency, idf
from tui.analysis.profile import Lexicon, profiles
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.topics import group_links
from tui.model import Article, Comparison, Evidence, Link
from tui.model.comparison import DEFAULT_THRESHOLD

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText, Encoder

    EncodedSides = tuple[Sequence[EncodedText], Sequence[EncodedText]]

MIN_SCORE = 5.0
"""Least score of a link; the reader's threshold may go down to it."""
NO_TOPICS = (-1,)
FIRST_PASSAGES = 64
"""Passages of a long article that are compared first: some four screens, in a twentieth of a second."""


def compare(
    left: Article,
    right: Article,
    min_score: float = MIN_SCORE,
    progress: ProgressCallback | None = None,
    encoder: Encoder | None = None,
) -> Comparison:
    """Link the passages of two articles that report the same, and group the links into topics.

    Returns the links with a score of at least `min_score`, 0 to 100; 0 returns every pair of passages that
    shares anything. Articles without a common script get no links. `progress` takes the share of the work
    done, 0 to 1; an exception it raises ends the work. With an encoder the links are refined.
    """
    report_share = progress or no_progress
    if not encoder:
        return WordComparison(left, right, min_score, report_share).comparison
    words = WordComparison(left, right, min_score, subrange(report_share, 0.0, 0.4))
    encoded = [encode_passages(encoder, article) for article in (left, right)]
    return words.refined(encoded[0], encoded[1], subrange(report_share, 0.7, 1.0))


def encode_passages(encoder: Encoder, article: Article) -> list[EncodedText]:
    """The linkable passages of an article, encoded, for `WordComparison.refined`."""
    return encoder.encode([passage.text for passage in article.passages if passage.linkable])


class WordComparison:
    """Two articles compared by their words. What was computed is held for an encoder to refine."""

    def __init__(
        self,
        left: Article,
        right: Article,
        min_score: float = MIN_SCORE,
        report_share: ProgressCallback = no_progress,
    ) -> None:
        self._left, self._right, self._min_score = left, right, min_score
        self._alignment: Alignment | None = None
        self.comparison = Comparison(left, right, threshold=DEFAULT_THRESHOLD)
        """The links by words."""
        if incomparable_reason(left, right):
            return
        with _no_collections():
            report_share(0.0)
            lexicons: dict[str, Lexicon] = {}
            self._lefts = profiles(left, lexicons, subrange(report_share, 0.0, 0.05))
            self._rights = profiles(right, lexicons, subrange(report_share, 0.05, 0.1))
            self._alignment = Alignment(
                self._lefts, self._rights, report_share=subrange(report_share, 0.1, 0.6)
            )
            pairs = self._alignment.by_words(min_score)
            self.comparison = self._comparison(pairs, subrange(report_share, 0.6, 1.0))

    def refined(
        self,
        left: Sequence[EncodedText],
        right: Sequence[EncodedText],
        report_share: ProgressCallback = no_progress,
    ) -> Comparison:
        """The comparison by words and meaning together; takes both articles by `encode_passages`."""
        if not self._alignment:
            return self.comparison
        with _no_collections():
            stage = subrange(report_share, 0.0, 0.5)
            pairs = self._alignment.by_meaning(left, right, self._min_score, report_share=stage)
            return self._comparison(pairs, subrange(report_share, 0.5, 1.0), (left, right))

    def _comparison(
        self, pairs: list[ScoredPair], report_share: ProgressCallback, encoded: EncodedSides | None = None
    ) -> Comparison:
        """Group the pairs into topics, and gather their evidence."""
        lefts, rights = self._lefts, self._rights
        stage = subrange(report_share, 0.0, 0.5)
        linked = [pair for pair in pairs if pair.score >= MIN_SCORE]
        grouping = group_links(lefts, rights, linked, encoded, stage)
        both = (*lefts, *rights)
        weight = idf(document_frequency(p.content_stems for p in both), len(both))
        collector = EvidenceCollector(lefts, rights, weight, pairs, DEFAULT_THRESHOLD)
        links = tuple(
            [
                Link(
                    left=lefts[pair.left].passage.index,
                    right=rights[pair.right].passage.index,
                    score=pair.score,
                    same=pair.same,
                    relation=pair.relation,
                    evidence=collector.evidence(pair) if pair.score >= MIN_SCORE else Evidence(),
                    topic=grouping.topics_of.get(pair.pair, NO_TOPICS)[0],
                    other_topics=grouping.topics_of.get(pair.pair, NO_TOPICS)[1:],
                )
                for pair in with_progress(pairs, len(pairs), subrange(report_share, 0.5, 1.0))
            ]
        )
        report_share(1.0)
        topics = grouping.topics + grouping.one_sided
        return Comparison(self._left, self._right, links, topics, DEFAULT_THRESHOLD, self._min_score)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Suspend garbage collection: nearly all objects made here stay alive, so it would free nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def compare_beginnings(left: Article, right: Article) -> Comparison:
    """Link the first FIRST_PASSAGES of two long articles, for a first view.

    The comparison is not `aligned` and has no topics, which the rest would change. A link may get another
    score, or vanish, when all is compared: it then has more rivals, and what is rare is known.
    """
    first = compare(_beginning(left), _beginning(right))
    links = tuple([replace(link, topic=-1, other_topics=()) for link in first.links])
    return Comparison(left, right, links, threshold=DEFAULT_THRESHOLD, aligned=False)


def _beginning(article: Article) -> Article:
    """The first passages of an article, with the same indices."""
    passages = article.passages[:FIRST_PASSAGES]
    end = passages[-1].span.end if passages else 0
    return replace(article, passages=passages, text=article.text[:end])
