"""Encode the passages of an article."""

from __future__ import annotations

from collections.abc import Set
from functools import partial

from tui.analysis.encoder.encoder import EncodedText, Encoder
from tui.analysis.progress import ProgressCallback, no_progress, subrange
from tui.model import Article

ENCODED_AT_ONCE = 500
"""Passages that are sorted by length and encoded together."""


def encode_passages(
    encoder: Encoder,
    article: Article,
    report_share: ProgressCallback = no_progress,
    chosen: Set[int] | None = None,
) -> list[EncodedText]:
    """The linkable passages of an article, encoded, for `WordComparison.refined`.

    Of a long article only the passages with `chosen` indices; the others have no pieces.
    """
    from tui.analysis.word_alignment import LAYER

    linkable = [passage for passage in article.passages if passage.linkable]
    texts = [passage.text if chosen is None or passage.index in chosen else "" for passage in linkable]
    layers = sorted({LAYER, encoder.layers[-1]} & {*encoder.layers})
    encoded: list[EncodedText] = []
    for start in range(0, len(texts), ENCODED_AT_ONCE):
        # Slices of a fixed size, since the vectors depend a little on what is encoded together.
        part = texts[start : start + ENCODED_AT_ONCE]
        stage = subrange(report_share, start / len(texts), (start + len(part)) / len(texts))
        encoded += encoder.encode(part, layers, partial(_report_rows, stage))
    return encoded


def _report_rows(report_share: ProgressCallback, done: int, total: int) -> None:
    report_share(done / total)
