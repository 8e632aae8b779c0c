"""Anchors: passages identified by their words and their context, to find them in a changed text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from tui.model import Article

MAX_QUOTE_LENGTH = 300
"""Characters of a passage that are stored; 2 % of the sentences in news are longer."""
CONTEXT_LENGTH = 40
"""Characters stored of the passage before and of the one after."""
MIN_SIMILARITY = 75.0
"""Lowest ratio (rapidfuzz, 0 to 100) at which a passage is taken for the quoted one. No two passages of the
bundled pair exceed 64; a sentence of 20 words with three replaced stays above 80."""
MIN_SIMILARITY_IN_PLACE = 62.0
"""MIN_SIMILARITY where the passages before and after are still those of the anchor."""
MIN_CONTAINMENT = 92.0
"""Lowest partial ratio at which one contains the other: a sentence was split, or joined to the next."""
MIN_CONTAINED_LENGTH = 40
"""Characters that such a part needs to be distinctive."""


class Anchor(Struct, frozen=True):
    """A passage of one source at the time the anchor was made."""

    source: str
    """Key of the source (`SavedSource.key`), which does not depend on the side of the article."""
    index: int
    """Index of the passage at that time."""
    quote: str
    """Its first `MAX_QUOTE_LENGTH` characters."""
    before: str = ""
    """The end of the passage before it."""
    after: str = ""
    """The beginning of the passage after it."""


class PassageFinder:
    """Makes anchors on the passages of an article, and finds the passages of anchors."""

    def __init__(self, article: Article, located: Mapping[Anchor, int | None] | None = None) -> None:
        """`located`: what `find` has found before for anchors whose passages have changed."""
        self._texts = [passage.text for passage in article.passages]
        self._located = located or {}

    def anchor(self, source: str, index: int) -> Anchor:
        return Anchor(source, index, self._texts[index][:MAX_QUOTE_LENGTH], *self._around(index))

    def find(self, anchor: Anchor) -> int | None:
        """Index of the quoted passage or its changed version; None if there is none.

        Of equal passages, the one with the same neighbours, then the one nearest to the old position.
        """
        if self._is_in_place(anchor):
            return anchor.index
        same = self._indices.get(anchor.quote)
        if same is None and anchor in self._located:
            return self._located[anchor]
        if same is None:
            same = self._similar(anchor) or self._overlapping(anchor)
        if not same:
            return None
        return max(same, key=lambda k: (self._same_neighbours(anchor, k), -abs(k - anchor.index)))

    def has(self, anchor: Anchor) -> bool:
        """Whether a passage still begins with the quotation, so that it is found without comparing texts."""
        return self._is_in_place(anchor) or anchor.quote in self._indices

    def _is_in_place(self, anchor: Anchor) -> bool:
        """Whether neither the passage nor its neighbours have changed: no need to index all passages."""
        if not 0 <= anchor.index < len(self._texts):
            return False
        quote = self._texts[anchor.index][:MAX_QUOTE_LENGTH]
        return quote == anchor.quote and self._same_neighbours(anchor, anchor.index) == 2

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        indices: dict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self._texts):
            indices[text[:MAX_QUOTE_LENGTH]].append(index)
        return dict(indices)

    def _similar(self, anchor: Anchor) -> list[int]:
        """The passages most similar to the quotation, if any; scores within 3 points count as equal."""
        from rapidfuzz import fuzz, process

        beginnings = [text[:MAX_QUOTE_LENGTH] for text in self._texts]
        near = process.extract(
            anchor.quote, beginnings, scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY_IN_PLACE, limit=8
        )
        similar = [
            (score, k)
            for _, score, k in near
            if score >= MIN_SIMILARITY or self._same_neighbours(anchor, k) == 2
        ]
        best = max(similar, default=(0.0, 0))[0]
        return [k for score, k in similar if score >= best - 3]

    def _overlapping(self, anchor: Anchor) -> list[int]:
        """The longest passages that contain the quotation or are part of it, next to an old neighbour."""
        from rapidfuzz import fuzz, process

        if len(anchor.quote) < MIN_CONTAINED_LENGTH:
            return []
        near = process.extract(
            anchor.quote, self._texts, scorer=fuzz.partial_ratio, score_cutoff=MIN_CONTAINMENT, limit=8
        )
        long_enough = [(len(text), k) for text, _, k in near if len(text) >= MIN_CONTAINED_LENGTH]
        parts = [(size, k) for size, k in long_enough if self._same_neighbours(anchor, k)]
        return [k for size, k in parts if size == max(parts)[0]]

    def _around(self, index: int) -> tuple[str, str]:
        before = self._texts[index - 1][-CONTEXT_LENGTH:] if index else ""
        after = self._texts[index + 1][:CONTEXT_LENGTH] if index + 1 < len(self._texts) else ""
        return before, after

    def _same_neighbours(self, anchor: Anchor, index: int) -> int:
        """Number of neighbours that are the anchor's: 0 to 2."""
        before, after = self._around(index)
        return (before == anchor.before) + (after == anchor.after)
