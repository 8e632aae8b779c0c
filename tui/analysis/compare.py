"""Compare two articles: links with their evidence, and topics."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.analysis.align import Alignment, ScoredPair
from tui.analysis.comparability import in_two_languages, incomparable_reason, languages_of_words
from tui.analysis.evidence import EvidenceCollector
from tui.analysis.overlap import document_frequency, idf
from tui.analysis.profile import Lexicon, profiles
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.model import Article, Comparison, Evidence, Link, PassagePair
from tui.model.comparison import DEFAULT_THRESHOLD, MIN_SCORE

if TYPE_CHECKING:
    from tui.analysis.align_across import AlignmentAcross
    from tui.analysis.encoder import EncodedText, Encoder
    from tui.analysis.name_meaning import EncodeTexts
    from tui.analysis.word_alignment import AlignedWords, WordAligner

    EncodedSides = tuple[Sequence[EncodedText], Sequence[EncodedText]]

WordPairs = Mapping[PassagePair, tuple[tuple[str, str], ...]]
"""For pairs of passages their aligned words."""
MOST_WORD_PAIRS = 8
"""Aligned words of a link within one language that are held for its evidence."""
SURE = 95.0
"""Score by words from which a link needs no second look in a long text."""


def compare(
    left: Article,
    right: Article,
    min_score: float = MIN_SCORE,
    progress: ProgressCallback | None = None,
    encoder: Encoder | None = None,
) -> Comparison:
    """Link the passages of two articles that report the same, and group the links into topics.

    Returns the links with a score of at least `min_score`, 0 to 100; 0 returns every pair of passages that
    shares anything. `progress` takes the share of the work done, 0 to 1; an exception it raises ends the
    work. With an encoder the links are refined; without one, articles without a common script get no links.
    """
    report_share = progress or no_progress
    if not encoder:
        words = WordComparison(left, right, min_score, subrange(report_share, 0.0, 0.6))
        return words.grouped(subrange(report_share, 0.6, 1.0))
    from tui.analysis.encoder import encode_passages

    words = WordComparison(left, right, min_score, subrange(report_share, 0.0, 0.4), refines=True)
    encoded = [encode_passages(encoder, article) for article in (left, right)]
    words.refine(encoded[0], encoded[1], subrange(report_share, 0.7, 0.9))
    return words.grouped(subrange(report_share, 0.9, 1.0), encoder.encode_names)


class WordComparison:
    """Two articles compared by their words, then with an encoder. What was computed is held for topics."""

    def __init__(
        self,
        left: Article,
        right: Article,
        min_score: float = MIN_SCORE,
        report_share: ProgressCallback = no_progress,
        refines: bool = False,
        *,
        bare: bool = False,
    ) -> None:
        """With `refines`, articles in two languages get no links before `refine`, which needs an encoder.

        With `bare`, links have no evidence. With both, links by words are made only if they are asked for.
        """
        self._left, self._right, self._min_score, self._bare = left, right, min_score, bare
        self._alignment: Alignment | AlignmentAcross | None = None
        self._across = refines and in_two_languages(left, right)
        self._pairs: list[ScoredPair] = []
        self._encoded: EncodedSides | None = None
        if not self._across and incomparable_reason(left, right):
            return
        with _no_collections():
            report_share(0.0)
            lexicons: dict[str, Lexicon] = {}
            self._lefts = profiles(left, lexicons, subrange(report_share, 0.0, 0.05))
            self._rights = profiles(right, lexicons, subrange(report_share, 0.05, 0.1))
            only_refined = bare and refines
            self._alignment = self._aligned(only_refined, subrange(report_share, 0.1, 0.6))
            if not only_refined:
                self._link_by_words(subrange(report_share, 0.6, 1.0))

    @property
    def articles(self) -> tuple[Article, Article]:
        """Left, right."""
        return self._left, self._right

    @cached_property
    def comparison(self) -> Comparison:
        """The links, without topics, which take longer: those by words until they are refined."""
        return self._link_by_words(no_progress)

    def _link_by_words(self, report_share: ProgressCallback) -> Comparison:
        if not self._alignment:
            return Comparison(self._left, self._right, threshold=DEFAULT_THRESHOLD)
        with _no_collections():
            self._pairs = self._alignment.by_words(self._min_score)
            self.comparison = self._comparison(report_share)
        return self.comparison

    def _aligned(self, only_refined: bool, report_share: ProgressCallback) -> Alignment | AlignmentAcross:
        if self._across:
            from tui.analysis.align_across import AlignmentAcross  # seldom needed for the first frame

            return AlignmentAcross(self._lefts, self._rights)
        return Alignment(self._lefts, self._rights, report_share=report_share, refines=only_refined)

    def grouped(
        self, report_share: ProgressCallback = no_progress, encode: EncodeTexts | None = None
    ) -> Comparison:
        """The comparison with its topics, also of articles that were to be refined and are not.

        `encode` encodes the names of topics; without it they are ranked by their words alone.
        """
        if not self._alignment:
            return self.comparison
        if self._across and not self._encoded:
            return WordComparison(self._left, self._right, self._min_score).grouped(report_share)
        with _no_collections():
            return self._with_topics(encode, report_share)

    def worth_encoding(self, most: int) -> tuple[Set[int], Set[int]]:
        """The indices of the passages of each side with the best links by words: at most so many together.

        Links that are nearly sure by words alone come last. In two languages, where words give no links, the
        beginnings of both.
        """
        if self._across:
            sides = [[p.passage.index for p in side] for side in (self._lefts, self._rights)]
            share = min(1.0, most / max(1, sum(map(len, sides))))
            first, second = ({*side[: int(share * len(side))]} for side in sides)
            return first, second
        left: set[int] = set()
        right: set[int] = set()
        for link in sorted(self.comparison.links, key=lambda link: (link.score >= SURE, -link.score)):
            if len(left | {link.left}) + len(right | {link.right}) > most:
                break
            left.add(link.left)
            right.add(link.right)
        return left, right

    def refine(
        self,
        left: Sequence[EncodedText],
        right: Sequence[EncodedText],
        report_share: ProgressCallback = no_progress,
    ) -> Comparison:
        """The links by words and meaning together; takes both articles by `encode_passages`."""
        if not self._alignment:
            return self.comparison
        with _no_collections():
            stage = subrange(report_share, 0.0, 0.7)
            self._pairs = self._alignment.by_meaning(left, right, self._min_score, report_share=stage)
            self._encoded = left, right
            words = {} if self._bare else self._word_pairs(left, right)
            self.comparison = self._comparison(subrange(report_share, 0.7, 1.0), words)
        return self.comparison

    def _word_pairs(self, left: Sequence[EncodedText], right: Sequence[EncodedText]) -> WordPairs:
        """The aligned words of the links shown by default, those that carry most first.

        In two languages those that surely say the same, all of them: what the screen marks.
        """
        from tui.analysis.word_alignment import LAYER

        if not all(LAYER in text.layers for text in (*left[:1], *right[:1])):
            return {}
        aligner = self._word_aligner(left, right)
        both = (*self._lefts, *self._rights)
        rarity = idf(document_frequency(p.content_stems for p in both), len(both))
        sure = self._translated_words() if self._across else None
        found: dict[PassagePair, tuple[tuple[str, str], ...]] = {}
        for pair in self._pairs:
            if pair.score < DEFAULT_THRESHOLD:
                continue
            passages = self._lefts[pair.left].passage, self._rights[pair.right].passage
            texts = passages[0].text, passages[1].text
            words = aligner.align((texts[0], left[pair.left]), (texts[1], right[pair.right]), rarity)
            if sure:
                words = sorted(sure((passages[0].index, passages[1].index), words), key=lambda w: -w.weight)
            else:
                carrying = sorted((w for w in words if w.weight > 0), key=lambda w: -w.weight)
                words = carrying[:MOST_WORD_PAIRS]
            found[pair.pair] = tuple((w.left.cut(texts[0]), w.right.cut(texts[1])) for w in words)
        return found

    def _translated_words(self) -> Callable[[PassagePair, Sequence[AlignedWords]], list[AlignedWords]]:
        from tui.analysis.translated_words import TranslatedWords

        return TranslatedWords(self._left, self._right, languages_of_words(self._left, self._right)).sure

    def _comparison(self, report_share: ProgressCallback, words: WordPairs | None = None) -> Comparison:
        """The links of the pairs, with their evidence."""
        lefts, rights, pairs = self._lefts, self._rights, self._pairs
        both = (*lefts, *rights)
        collector: EvidenceCollector | None = None
        if not self._bare:
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
                    evidence=self._evidence(collector, pair, words or {}),
                )
                for pair in with_progress(pairs, len(pairs), report_share)
            ]
        )
        report_share(1.0)
        return Comparison(self._left, self._right, links, (), DEFAULT_THRESHOLD, self._min_score)

    def _with_topics(self, encode: EncodeTexts | None, report_share: ProgressCallback) -> Comparison:
        """Group the links into topics."""
        from tui.analysis.topics import group_links  # numpy, which the first frame does without

        comparison, pairs, encoded = self.comparison, self._pairs, self._encoded
        linked = [pair for pair in pairs if pair.score >= MIN_SCORE]
        grouping = group_links(self._lefts, self._rights, linked, encoded, encode, report_share)
        links = tuple(
            [
                replace(link, topic=topics[0], other_topics=topics[1:])
                if (topics := grouping.topics_of.get(pair.pair))
                else link
                for link, pair in zip(comparison.links, pairs, strict=True)
            ]
        )
        report_share(1.0)
        labelled = grouping.topics + grouping.one_sided
        if self._across and encoded:
            from tui.analysis.labels_across import labelled_topics

            sides = self._lefts, self._rights
            labelled = labelled_topics(grouping, linked, sides, encoded, self._word_aligner(*encoded))
        return replace(comparison, links=links, topics=labelled)

    def _word_aligner(self, left: Sequence[EncodedText], right: Sequence[EncodedText]) -> WordAligner:
        from tui.analysis.word_alignment import WordAligner

        return WordAligner(left, right, *languages_of_words(self._left, self._right))

    def _evidence(self, collector: EvidenceCollector | None, pair: ScoredPair, words: WordPairs) -> Evidence:
        if pair.score < MIN_SCORE or collector is None:
            return Evidence()
        evidence = collector.evidence(pair)
        if pair.pair not in words:
            return evidence
        evidence = replace(evidence, aligned=words[pair.pair])
        if not self._across:
            return evidence
        from tui.analysis.names_across import with_names

        return with_names(evidence, languages_of_words(self._left, self._right))


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
