"""Questions about the articles on the screen, and their answers.

A worker answers them beside its other requests. The libraries that this takes (5 MB) are then never loaded
into the process of the screen, which lives as long as the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.model import PassagePair
from tui.model.corrections import Corrections
from tui.model.difference import DistinctiveWord, PairWords, WordPair

if TYPE_CHECKING:  # the first frame does without
    from tui.model.found_passages import Hit, UnmatchedPassage
    from tui.model.quotation import ListedQuotation, QuotationPair

# -- questions


class CompareWords(Struct, frozen=True):
    """Compare the linked passages on the screen word by word."""

    pairs: tuple[PassagePair, ...]


class FindSimilar(Struct, frozen=True):
    """Search for words that are similar to a query."""

    query: str
    unfolded: bool = False
    """Whether boilerplate is searched that may not be linked."""


class RankUnmatched(Struct, frozen=True):
    """Rank passages, given by their indices, by what a reader of only the other article would miss."""

    left: tuple[int, ...]
    right: tuple[int, ...]


class ExplainPair(Struct, frozen=True):
    """Compare two passages word by word, and their quotations as links from a threshold on pair them."""

    pair: PassagePair
    threshold: float
    corrections: Corrections = Corrections()


class ListQuotations(Struct, frozen=True):
    """List all quotations, as links from a threshold on pair them."""

    threshold: float
    corrections: Corrections = Corrections()


class CompareWordChoice(Struct, frozen=True):
    """Find different words for the same thing in links from a threshold on, and those that set apart."""

    threshold: float
    corrections: Corrections = Corrections()
    most: int = 20
    """Most words that set an article apart, for each side."""


Question = CompareWords | FindSimilar | RankUnmatched | ExplainPair | ListQuotations | CompareWordChoice

# -- answers


class Words(Struct, frozen=True):
    """Pairs of passages word by word."""

    words: Mapping[PassagePair, PairWords]


class SimilarFound(Struct, frozen=True):
    """The best fuzzy match of each passage, in the left article first."""

    hits: tuple[Hit, ...]


class UnmatchedRanked(Struct, frozen=True):
    """The passages by weight, the left ones first."""

    passages: tuple[UnmatchedPassage, ...]


class PairExplained(Struct, frozen=True):
    """Two passages word by word, and the quotations that both have."""

    pair: PassagePair
    words: PairWords
    quotations: tuple[QuotationPair, ...]


class QuotationsListed(Struct, frozen=True):
    """The quotations of both articles, in the order of the left one."""

    quotations: tuple[ListedQuotation, ...]


class WordChoice(Struct, frozen=True):
    """Different words for the same thing, and words that one article uses more."""

    pairs: tuple[WordPair, ...] = ()
    distinctive: tuple[tuple[DistinctiveWord, ...], tuple[DistinctiveWord, ...]] = ((), ())
    """Of the left and of the right article."""


Answer = Words | SimilarFound | UnmatchedRanked | PairExplained | QuotationsListed | WordChoice
