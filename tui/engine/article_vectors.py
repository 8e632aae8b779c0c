"""Vectors of articles, each encoded once; the language model is loaded when the first one has to be."""

from __future__ import annotations

import threading
from collections.abc import Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

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
        self._lock = threading.Lock()

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
        with self._lock:
            if self._held is None or chosen is not None:
                return self._encoded(article, progress, chosen)
            known = self._held.get(article.text)
            if known is None:
                known = self._held[article.text] = self._encoded(article, progress, None)
            return known

    def unload(self) -> None:
        """Give back the memory of the model; what is encoded stays."""
        with self._lock:
            self._encoder = None

    def _encoded(
        self, article: Article, progress: ProgressCallback | None, chosen: Set[int] | None
    ) -> Sequence[EncodedText]:
        """What is cached needs no model, which takes a quarter of a second to load."""
        from tui.analysis.encoder import encode_passages
        from tui.analysis.progress import no_progress

        if not self._caches or chosen is not None:
            return encode_passages(self._loaded(), article, progress or no_progress, chosen)
        from tui.analysis.encoder.vector_cache import store_vectors, stored_vectors, vectors_key

        texts = [passage.text for passage in article.passages if passage.linkable]
        key = vectors_key(self.revision, texts)
        encoded = stored_vectors(key)
        if encoded is None:
            encoded = encode_passages(self._loaded(), article, progress or no_progress)
            store_vectors(key, encoded)
        return encoded

    @property
    def _folder(self) -> Path | None:
        return Path(self._model) if self._model else None

    def _loaded(self) -> Encoder:
        if self._encoder is None:
            from tui.analysis.encoder import load_encoder

            self._encoder = load_encoder(self._folder)
        return self._encoder
