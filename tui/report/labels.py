"""Names for passages, topics, sources and relations, the same in every report and on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from tui.model import Article, Comparison, Link, Side
from tui.model.symbols import UNICODE


def passage_id(side: Side, index: int) -> str:
    """`L7` for the passage with index 7 of the left article."""
    return f"{side.initial}{index}"


def pair_id(left: int, right: int) -> str:
    """`L3–R1` for a left and a right passage; an index of -1 leaves that side out."""
    ends = ((Side.LEFT, left), (Side.RIGHT, right))
    return "–".join(passage_id(side, index) for side, index in ends if index >= 0)


def topic_id(index: int) -> str:
    """`T1` for the first topic of a comparison, whatever the threshold hides."""
    return f"T{index + 1}"


def source_name(article: Article) -> str:
    """The outlet, the address, or the file name without folders, which may be private."""
    source = article.source
    return source if "://" in source else PurePath(source).name or source


def sign(link: Link) -> str:
    """The sign of a link: `=`, `≈`, `~` or `?`."""
    return UNICODE.of(link)


def relation_counts(links: Sequence[Link]) -> str:
    """`3 same statement (≈), 2 related (~)`."""
    signs = [sign(link) for link in links]
    counts = ((signs.count(sign), words, sign) for sign, words in UNICODE.of_relations)
    return ", ".join(f"{count} {words} ({sign})" for count, words, sign in counts if count)


def scores_from(comparison: Comparison) -> str:
    """The evidence behind the scores: `words and multilingual-e5-small (...)`, or `words alone`."""
    return f"words and {comparison.model}" if comparison.model else "words alone"
