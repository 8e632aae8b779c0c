"""What the signs say, for readers who hear a page or have not learned them yet."""

from __future__ import annotations

from tui.model import Link, Relation
from tui.signs import UNICODE


def sign(link: Link) -> str:
    """The sign of a link by itself: `=`, `≈` or `~`."""
    return UNICODE.of(link)


def in_words(link: Link) -> str:
    """`same words`, `same statement` or `related`."""
    if link.evidence.quotation or link.evidence.copied:
        return "same words"
    return "same statement" if link.relation is Relation.SAME else "related"
