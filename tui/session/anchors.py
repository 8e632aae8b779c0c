"""Anchors: a passage named by its own words and those around it, to be found again in a changed text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from tui.model import Article

LONGEST_QUOTE = 300
"""Characters of a passage that are kept; two in a hundred sentences of news are longer."""
CONTEXT = 40
"""Characters kept of the passage before and of the one after."""
ALIKE = 75.0
"""rapidfuzz's ratio (0 to 100) from which a passage is the one quoted. No two passages of the bundled
pair come nearer to each other than 64; a sentence of 20 words with three replaced stays over 80."""
ALIKE_IN_PLACE = 62.0
"""The same where the passages before and after are those of the anchor still."""
CONTAINED = 92.0
"""Partial ratio from which one holds the other: a sentence now cut in two, or joined to the next."""
LEAST_CONTAINED = 40
"""Characters that such a part must have to be told from any other text."""


class Anchor(Struct, frozen=True):
    """A passage of one source, as it was when the anchor was made."""

    source: str
    """Key of the source (`Origin.key`): it holds on whatever side the article stands."""
    index: int
    """Index the passage had."""
    quote: str
    """How it began: all of it, if it is no longer than `LONGEST_QUOTE`."""
    before: str = ""
    """The end of the passage before it."""
    after: str = ""
    """The beginning of the passage after it."""


class PassageFinder:
    """The passages of an article, to make anchors on and to find them."""

    def __init__(self, article: Article) -> None:
        self._texts = [passage.text for passage in article.passages]

    def anchor(self, source: str, index: int) -> Anchor:
        return Anchor(source, index, self._texts[index][:LONGEST_QUOTE], *self._around(index))

    def find(self, anchor: Anchor) -> int | None:
        """Index of the passage quoted, or of the one that has become of it; None if there is none.

        Of equal passages the one between the same neighbours, then the one nearest to where it was.
        """
        same = self._indices.get(anchor.quote)
        if same is None:
            same = self._alike(anchor) or self._overlapping(anchor)
        if not same:
            return None
        return max(same, key=lambda k: (self._fit(anchor, k), -abs(k - anchor.index)))

    @cached_property
    def _indices(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self._texts):
            found[text[:LONGEST_QUOTE]].append(index)
        return dict(found)

    @cached_property
    def _heads(self) -> Sequence[str]:
        return [text[:LONGEST_QUOTE] for text in self._texts]

    def _alike(self, anchor: Anchor) -> list[int]:
        """The passages most like the quotation, if any is like it; within 3 points they are equal."""
        from rapidfuzz import fuzz, process

        near = process.extract(
            anchor.quote, self._heads, scorer=fuzz.ratio, score_cutoff=ALIKE_IN_PLACE, limit=8
        )
        alike = [(score, k) for _, score, k in near if score >= ALIKE or self._fit(anchor, k) == 2]
        best = max(alike, default=(0.0, 0))[0]
        return [k for score, k in alike if score >= best - 3]

    def _overlapping(self, anchor: Anchor) -> list[int]:
        """The longest of the passages that hold the quotation or are held by it, beside an old neighbour."""
        from rapidfuzz import fuzz, process

        if len(anchor.quote) < LEAST_CONTAINED:
            return []
        near = process.extract(
            anchor.quote, self._texts, scorer=fuzz.partial_ratio, score_cutoff=CONTAINED, limit=8
        )
        long_enough = [(len(text), k) for text, _, k in near if len(text) >= LEAST_CONTAINED]
        parts = [(size, k) for size, k in long_enough if self._fit(anchor, k)]
        return [k for size, k in parts if size == max(parts)[0]]

    def _around(self, index: int) -> tuple[str, str]:
        before = self._texts[index - 1][-CONTEXT:] if index else ""
        after = self._texts[index + 1][:CONTEXT] if index + 1 < len(self._texts) else ""
        return before, after

    def _fit(self, anchor: Anchor, index: int) -> int:
        """How many of the neighbours are the anchor's: 0 to 2."""
        before, after = self._around(index)
        return (before == anchor.before) + (after == anchor.after)
