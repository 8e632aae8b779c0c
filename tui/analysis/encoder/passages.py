"""Encode the passages of an article."""

from __future__ import annotations

from collections.abc import Set

from tui.analysis.encoder.encoder import EncodedText, Encoder
from tui.analysis.progress import ProgressCallback, no_progress
from tui.model import Article


def encode_passages(
    encoder: Encoder,
    article: Article,
    report_share: ProgressCallback = no_progress,
    chosen: Set[int] | None = None,
) -> list[EncodedText]:
    """The linkable passages of an article, encoded, for `WordComparison.refine`.

    Of a long article only the passages with `chosen` indices; the others have no pieces.
    """
    from tui.analysis.word_alignment import LAYER

    linkable = [passage for passage in article.passages if passage.linkable]
    texts = [passage.text if chosen is None or passage.index in chosen else "" for passage in linkable]
    layers = sorted({LAYER, *encoder.name_layers} & {*encoder.layers})
    return encoder.encode(texts, layers, lambda done, total: report_share(done / total))
