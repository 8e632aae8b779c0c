"""The names that reports give to passages and topics: `L7`, `R0`, `T1`."""

from __future__ import annotations

from pathlib import PurePath

from tui.model import Article, Link, Relation, Side
from tui.model.symbols import UNICODE


def passage_id(side: Side, index: int) -> str:
    """`L7` for the passage with index 7 of the left article."""
    return f"{side.initial}{index}"


def topic_id(index: int) -> str:
    """`T1` for the first topic of a comparison, whatever the threshold hides."""
    return f"T{index + 1}"


def source_to_send(article: Article) -> str:
    """The outlet, the address, or the name of the file without the folders of whoever made the report."""
    source = article.source
    return source if "://" in source else PurePath(source).name or source


def sign(link: Link) -> str:
    """The sign of a link by itself: `=`, `≈` or `~`."""
    return UNICODE.of(link)


def in_words(link: Link) -> str:
    """`same words`, `same statement` or `related`."""
    if link.evidence.quotation or link.evidence.copied:
        return "same words"
    return "same statement" if link.relation is Relation.SAME else "related"
