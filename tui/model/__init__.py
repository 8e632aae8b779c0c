"""Frozen values: article, passage, link, topic, comparison. They import no other room."""

from tui.model.article import Article, Kind, Passage, Side, Span
from tui.model.comparison import Comparison, Evidence, Link, PassagePair, Relation, Topic

__all__ = [
    "Article",
    "Comparison",
    "Evidence",
    "Kind",
    "Link",
    "Passage",
    "PassagePair",
    "Relation",
    "Side",
    "Span",
    "Topic",
]
