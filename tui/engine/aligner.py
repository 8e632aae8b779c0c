"""Alignment of the articles of a worker: by their words, then by words and meaning."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.article_vectors import ArticleVectors
from tui.model import Article, Comparison, PassagePair, Side
from tui.model.difference import PairWords
from tui.settings.settings import NO_MODEL

if TYPE_CHECKING:
    from tui.analysis.compare import WordComparison
    from tui.analysis.differences.aligned import WordAlignment
    from tui.analysis.encoder import EncodedText
    from tui.analysis.progress import ProgressCallback
    from tui.analysis.translated_words import TranslatedWords
    from tui.analysis.word_alignment import AlignedWords, WordAligner

    EncodedSides = tuple[Sequence[EncodedText], Sequence[EncodedText]]

ENCODING = 0.9
"""Share of a refinement that is spent on encoding, for its progress."""
MAX_ENCODED = 2000
"""Passages of both articles that are encoded: 5 ms and 50 KB each, on two processors. Of longer texts, those
whose links are in doubt."""


class Aligner:
    """Aligns two articles, which are encoded only once."""

    def __init__(
        self, model: str = NO_MODEL, *, caches: bool = False, vectors: ArticleVectors | None = None
    ) -> None:
        """`model` and `caches` as of ArticleVectors; `vectors` instead of both, to share them."""
        self._vectors = vectors or ArticleVectors(model, caches=caches)
        self._encoded: EncodedSides | None = None
        self._places: tuple[list[int], list[int]] | None = None
        """For each passage of both articles its place among the encoded ones."""
        self._words: WordComparison | None = None
        self._model = ""
        """Revision of the model that refined the links; empty before it did."""
        self._word_aligner: WordAligner | None = None
        self._translated_words: TranslatedWords | None = None

    @property
    def refines(self) -> bool:
        """Whether there is a language model."""
        return self._vectors.available

    def by_words(
        self, left: Article, right: Article, min_score: float, progress: ProgressCallback | None = None
    ) -> Comparison:
        """Align two articles by their words, without topics yet."""
        from tui.analysis.compare import WordComparison  # the first frame may do without
        from tui.analysis.progress import no_progress

        self._model = ""
        self._words = WordComparison(left, right, min_score, progress or no_progress, self.refines)
        return self._words.comparison

    def refined(self, progress: ProgressCallback) -> Comparison:
        """The articles just aligned by their words, aligned by words and meaning, without topics yet.

        Raises EncoderError, and `grouped` can still be called then.
        """
        from tui.analysis.progress import subrange

        model, words = self._vectors.revision, self._words
        assert words is not None, "by_words comes first"
        encoded = self._encode(words, subrange(progress, 0.0, ENCODING))
        self._model = model
        return self._finished(words.refine(*encoded, subrange(progress, ENCODING, 1.0)))

    def grouped(self, progress: ProgressCallback) -> Comparison:
        """The articles just aligned, with topics, ranked by words alone if the model cannot be used."""
        from tui.analysis.encoder.folder import EncoderError

        words, self._words = self._words, None  # its features are not needed any more
        assert words is not None, "by_words comes first"
        if self._model:
            with suppress(EncoderError):  # passages may be cached where names are not
                return self._finished(words.grouped(progress, self._vectors.of_names))
        return self._finished(words.grouped(progress))

    def _finished(self, comparison: Comparison) -> Comparison:
        """The comparison with its model, and with what all of its links together say of the two articles."""
        from tui.analysis.different_events import different_events

        doubt = different_events(comparison)
        return replace(comparison, model=self._model, notice=doubt.notice if doubt else comparison.notice)

    def compared(self, left: Article, right: Article, min_score: float) -> Comparison:
        """Two articles compared in full, with topics. Raises EncoderError."""
        from tui.analysis.progress import no_progress

        self.by_words(left, right, min_score)
        if self.refines:
            self.refined(no_progress)
        return self.grouped(no_progress)

    def links(self, left: Article, right: Article, min_score: float) -> Comparison:
        """The links of two articles as `compared` has them, without evidence and topics: in a third of the
        time. Raises EncoderError."""
        from tui.analysis.compare import WordComparison
        from tui.analysis.progress import no_progress

        words = WordComparison(left, right, min_score, refines=self.refines, bare=True)
        if not self.refines:
            return words.comparison
        encoded = self._encode(words, no_progress)
        return replace(words.refine(*encoded), model=self._vectors.revision)

    def _encode(self, words: WordComparison, progress: ProgressCallback) -> EncodedSides:
        """The passages of both articles, encoded once; of long ones some. Raises EncoderError."""
        from tui.analysis.progress import subrange

        if self._encoded is None:
            parts = subrange(progress, 0.0, 0.5), subrange(progress, 0.5, 1.0)
            articles = words.articles
            long = sum(len(article.passages) for article in articles) > MAX_ENCODED
            chosen = words.worth_encoding(MAX_ENCODED) if long else (None, None)
            left, right = map(self._vectors.of, articles, parts, chosen)
            self._encoded = left, right
        return self._encoded

    def alignment(self, comparison: Comparison) -> WordAlignment | None:
        """The word alignment of a comparison that the language model refined; None of any other.

        Reads the articles again if this aligner has not, as after a comparison was resumed; not long ones.
        """
        if not self.refines or not comparison.model:
            return None
        if self._encoded is None:
            if sum(len(article.passages) for article in comparison.articles) > MAX_ENCODED:
                return None
            left, right = map(self._vectors.of, comparison.articles)
            self._encoded = left, right
        return cache(partial(self._aligned_words, comparison))  # several kinds of difference ask for a pair

    def pair_words(self, comparison: Comparison, pair: PassagePair) -> PairWords:
        """Two passages word by word: by the language model once it has read them, else by equal words."""
        from tui.analysis.comparability import languages_of_words
        from tui.analysis.pair_words import pair_words

        languages = languages_of_words(*comparison.articles)
        left, right = (comparison.article(side).passages[k].text for side, k in zip(Side, pair, strict=True))
        words = self._aligned_words(comparison, pair) if self._encoded is not None else None
        if words and languages[0] != languages[1]:
            words = self._translated(comparison, languages).sure(pair, words)
        aligned = None if words is None else [(w.left, w.right, w.similarity) for w in words]
        return pair_words(left, right, languages, aligned)

    def _translated(self, comparison: Comparison, languages: tuple[str, str]) -> TranslatedWords:
        """What tells words that say the same in two languages, made once for both articles."""
        if self._translated_words is None:
            from tui.analysis.translated_words import TranslatedWords

            self._translated_words = TranslatedWords(*comparison.articles, languages)
        return self._translated_words

    def _aligned_words(self, comparison: Comparison, pair: PassagePair) -> list[AlignedWords] | None:
        """The aligned words of two passages; None if one of them is not encoded."""
        from tui.analysis.comparability import languages_of_words

        assert self._encoded is not None
        passages = [comparison.article(side).passages[k] for side, k in zip(Side, pair, strict=True)]
        if not all(passage.linkable for passage in passages):
            return None
        if self._places is None:
            self._places = _places(comparison.left), _places(comparison.right)
        encoded = [
            texts[places[k]] for texts, places, k in zip(self._encoded, self._places, pair, strict=True)
        ]
        if not all(len(text.ids) for text in encoded):  # of long articles, not all are encoded
            return None
        aligner = self._aligner_of_words(*languages_of_words(*comparison.articles))
        return aligner.align((passages[0].text, encoded[0]), (passages[1].text, encoded[1]))

    def _aligner_of_words(self, language: str, other: str) -> WordAligner:
        """The aligner of words, made once: it centres the vectors of both articles."""
        if self._word_aligner is None:
            from tui.analysis.word_alignment import WordAligner

            assert self._encoded is not None
            self._word_aligner = WordAligner(*self._encoded, language, other)
        return self._word_aligner


def _places(article: Article) -> list[int]:
    """For each passage the number of linkable ones before it."""
    return list(accumulate((passage.linkable for passage in article.passages), initial=0))
