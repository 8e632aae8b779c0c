"""The beginnings of two long articles, compared for a first view."""

from __future__ import annotations

from msgspec.structs import replace

from tui.analysis.compare import WordComparison
from tui.model import Article, Comparison
from tui.model.comparison import DEFAULT_THRESHOLD

FIRST_PASSAGES = 64
"""Passages of a long article that are compared first: some four screens, in a twentieth of a second."""


def compare_beginnings(left: Article, right: Article, refines: bool = False) -> Comparison:
    """Link the first FIRST_PASSAGES of two long articles by words, for a first view.

    With `refines`, articles in two languages get no links yet.

    The comparison is not `aligned` and has no topics, which the rest would change. A link may get another
    score, or vanish, when all is compared: it then has more rivals, and what is rare is known.
    """
    first = WordComparison(_beginning(left), _beginning(right), refines=refines).comparison
    links = tuple([replace(link, topic=-1, other_topics=()) for link in first.links])
    return Comparison(left, right, links, threshold=DEFAULT_THRESHOLD, aligned=False)


def _beginning(article: Article) -> Article:
    """The first passages of an article, with the same indices."""
    passages = article.passages[:FIRST_PASSAGES]
    end = passages[-1].span.end if passages else 0
    return replace(article, passages=passages, text=article.text[:end])
