"""Vectors of articles, each encoded once; the language model is loaded when the first one has to be."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.engine.priority import LOWEST_PRIORITY, lower_priority
from tui.model import Article
from tui.settings.settings import NO_MODEL

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText, Encoder
    from tui.analysis.progress import ProgressCallback


class ArticleVectors:
    """Encodes articles with one language model. Threads may share it."""

    def __init__(self, model: str = NO_MODEL, *, caches: bool = False, holds: bool = False) -> None:
        """`model`: folder of a language model, NO_MODEL, or empty for the one in the package.

        `caches`: whether vectors are looked for in the user's cache folder, and stored there.
        `holds`: whether they are held for the next comparison of the same article; 50 KB a passage.
        """
        self._model = model
        self._caches = caches
        self._held: dict[str, Sequence[EncodedText]] | None = {} if holds else None
        self._encoder: Encoder | None = None
        self._locks: dict[str, threading.Lock] = {}
        """For each article that is held, so that one that is ready does not wait for another."""
        self._loading = threading.Lock()

    @property
    def available(self) -> bool:
        """Whether there is a language model."""
        return self._model != NO_MODEL

    @property
    def revision(self) -> str:
        """The model and its revision, as a comparison names it. Raises EncoderError."""
        from tui.analysis.encoder import revision_of

        return revision_of(self._folder)

    def of(
        self,
        article: Article,
        progress: ProgressCallback | None = None,
        chosen: Set[int] | None = None,
    ) -> Sequence[EncodedText]:
        """The encoded passages of an article, of a long one only the `chosen`. Raises EncoderError."""
        if self._held is None or chosen is not None:
            return self._encoded(article, progress, chosen)
        with self._locks.setdefault(article.text, threading.Lock()):
            known = self._held.get(article.text)
            if known is None:
                known = self._held[article.text] = self._encoded(article, progress, None)
            return known

    def encode_ahead(self, articles: Iterable[Article]) -> None:
        """Encode articles that are held in a thread, one after the other, while others are compared.

        It ends with the first failure: who needs an article is told then. Comparing goes before it, since it
        is done in one thread, and encoding has the rest of the processors.
        """
        if self.available and self._held is not None:
            threading.Thread(target=self._encode_all, args=(articles,), daemon=True).start()

    def _encode_all(self, articles: Iterable[Article]) -> None:
        from tui.analysis.encoder import EncoderError

        lower_priority(LOWEST_PRIORITY)
        with suppress(EncoderError):
            for article in articles:
                self.of(article)

    def holds(self, article: Article) -> bool:
        """Whether an article is encoded and held, so that nobody waits for it."""
        return self._held is not None and article.text in self._held

    def hold(self, article: Article, encoded: Sequence[EncodedText]) -> None:
        """Take over the vectors of an article, also in place of the same ones elsewhere in memory."""
        assert self._held is not None, "nothing is held"
        with self._locks.setdefault(article.text, threading.Lock()):
            self._held[article.text] = encoded

    def _encoded(
        self, article: Article, progress: ProgressCallback | None, chosen: Set[int] | None
    ) -> Sequence[EncodedText]:
        """The passages of an article, those of a long one never cached. Raises EncoderError."""
        from tui.analysis.encoder import encode_passages
        from tui.analysis.progress import no_progress

        def encode() -> Sequence[EncodedText]:
            return encode_passages(self._loaded(), article, progress or no_progress, chosen)

        texts = [passage.text for passage in article.passages if passage.linkable]
        return self._cached(texts, encode) if chosen is None else encode()

    def of_names(self, names: Sequence[str]) -> Sequence[EncodedText]:
        """Names of topics, encoded as `Encoder.encode_names` does. Raises EncoderError."""
        return self._cached(names, lambda: self._loaded().encode_names(names))

    def _cached(
        self, texts: Sequence[str], encode: Callable[[], Sequence[EncodedText]]
    ) -> Sequence[EncodedText]:
        """What is cached needs no model, which takes a quarter of a second to load."""
        if not self._caches:
            return encode()
        from tui.analysis.encoder.vector_cache import store_vectors, stored_vectors, vectors_key

        key = vectors_key(self.revision, texts)
        stored = stored_vectors(key)
        if stored is not None:
            return stored
        encoded = encode()
        store_vectors(key, encoded)
        return encoded

    @property
    def _folder(self) -> Path | None:
        return Path(self._model) if self._model else None

    def _loaded(self) -> Encoder:
        with self._loading:
            if self._encoder is None:
                from tui.analysis.encoder import load_encoder

                self._encoder = load_encoder(self._folder)
            return self._encoder
