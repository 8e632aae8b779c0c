"""The nouns of what two reports say differently. Frozen values; a verdict is never among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from enum import Enum
from functools import cached_property

from msgspec import Struct, field

from tui.model import PassagePair, Side, Span


class FactKind(Enum):
    """What kind of thing a fact states; the order is that of the ledger."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    QUANTITY = "quantity"
    """A measure with its unit; durations too."""
    TIME = "time"
    DATE = "date"
    AGE = "age"
    NAME = "name"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    """Who says it."""
    CERTAINTY = "certainty"
    """How surely it is said."""
    WORDING = "wording"


class State(Enum):
    """How the two articles stand to each other in one fact."""

    EQUAL = "equal"
    DIFFERS = "differs"
    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"


class Fact(Struct, frozen=True):
    """One thing a passage states, in a form that can be compared."""

    kind: FactKind
    text: str
    """As the article writes it; `article.text[span]` is the same."""
    value: str
    """Normal form, fit to show: `12`, `≥ 100`, `10–15`, `9 %`, `USD 1500000`, `12 km`, `21:15`,
    `2023-03-21`, `2023-03`, `34 years`, `Xi Jinping`."""
    span: Span
    """Character offsets into `Article.text`."""
    low: float = 0.0
    """Smallest value it may mean, in `unit`; dates in days from the year 1, times in minutes of the day."""
    high: float = 0.0
    """Largest value it may mean."""
    unit: str = ""
    """ISO 4217 code, unit of measure, or `ordinal`, `score`, `total` (`20` of
    `six of its 20 prisoners`); empty for a plain number."""


class Difference(Struct, frozen=True):
    """A fact of one article beside the other's version of it, or beside nothing."""

    kind: FactKind
    state: State
    left: Fact | None
    right: Fact | None
    left_passage: int
    """Index of the passage of the left fact, or of the one linked to the right fact's; -1 for none."""
    right_passage: int
    weight: float
    """0 to 1: how much it matters, for sorting; 0.5 and more for what most readers would want first."""
    count: int = 1
    """Linked pairs in which it is found; the passages are those of the first."""
    note: str = ""
    """A few plain words more: `the other side cuts these words`."""

    @property
    def pair(self) -> PassagePair:
        """Indices of its passages: left, right; -1 for none."""
        return self.left_passage, self.right_passage

    @property
    def facts(self) -> tuple[Fact | None, Fact | None]:
        """The left and the right version."""
        return self.left, self.right

    def at(self, side: Side) -> Fact | None:
        return self.left if side is Side.LEFT else self.right

    def passage_at(self, side: Side) -> int:
        return self.left_passage if side is Side.LEFT else self.right_passage


class Edit(Struct, frozen=True):
    """A run of words of two texts. The tags are those of opcodes, and `move`."""

    tag: str
    """`equal`, `replace`, `delete` (only left), `insert` (only right), `move` (both, in another order)."""
    left: Span
    """Character offsets into the left text; the white space after a run belongs to it."""
    right: Span


class QuotationMatch(Enum):
    """What became of one speaker's words in the other article."""

    EXACT = "exact"
    CUT = "cut"
    """The same words, fewer or more of them."""
    CHANGED = "changed"
    """Words inside the quotation are others."""
    PARAPHRASED = "paraphrased"
    """Told without quotation marks."""


class QuotationPair(Struct, frozen=True):
    """One saying as the two articles give it; spans are offsets into each `Article.text`."""

    left: Span
    """The quotation with its marks, or the words that paraphrase it."""
    right: Span
    left_passage: int
    right_passage: int
    speaker: str
    """Who is quoted, as written; empty if neither article says it beside the words."""
    match: QuotationMatch
    only_left: tuple[Span, ...] = ()
    """Words inside the left quotation that the right one does not have."""
    only_right: tuple[Span, ...] = ()
    changed: tuple[tuple[Span, Span], ...] = ()
    """Words of the left quotation in whose place the right one has others."""
    similarity: float = 0.0
    """0 to 1: share of the words of both that are the same, in the same order."""

    @property
    def pair(self) -> PassagePair:
        """Indices of its passages: left, right."""
        return self.left_passage, self.right_passage


class WordPair(Struct, frozen=True):
    """Two words that stand for the same thing, one in each article."""

    left: str
    """Normal form, as most often written."""
    right: str
    passages: tuple[PassagePair, ...] = field(default=())
    """Linked passages (left, right) where one stands against the other."""
    left_count: int = 0
    """How often the left article uses its word at all."""
    right_count: int = 0
    listed: bool = False
    """Both are in one family of words known to frame the news, or are put in quotation marks."""


class DistinctiveWord(Struct, frozen=True):
    """A word that one article uses more than the other."""

    word: str
    left: int
    """How often the left article uses it."""
    right: int
    weight: float
    """Log-likelihood G2, 0 and up; 3.84 is the 5 % level of one word looked at by itself."""


class Ledger(Struct, frozen=True, dict=True):
    """Everything the two articles say differently, indexed for the screen."""

    entries: tuple[Difference, ...] = ()
    """Sorted by kind and weight; what only one side has among them."""

    @cached_property
    def disagreements(self) -> tuple[Difference, ...]:
        """Those of which both sides have a version, in the order of the left text."""
        if not self.entries:
            return ()
        differing = (entry for entry in self.entries if entry.state is State.DIFFERS)
        return tuple(sorted(differing, key=lambda d: (d.pair, -d.weight)))

    @cached_property
    def _at(self) -> Mapping[tuple[Side, int], Sequence[Difference]]:
        found: dict[tuple[Side, int], list[Difference]] = {}
        for entry in self.disagreements:
            for side in Side:
                found.setdefault((side, entry.passage_at(side)), []).append(entry)
        return found

    def at(self, side: Side, index: int) -> Sequence[Difference]:
        """The disagreements in a passage."""
        return self._at.get((side, index), ())

    def of(self, left: int, right: int) -> tuple[Difference, ...]:
        """The disagreements between two passages."""
        return tuple(d for d in self.at(Side.LEFT, left) if d.right_passage == right)

    def same_disagreements(self, other: Ledger) -> bool:
        """Whether the screen says the same of both."""
        return self is other or self.disagreements == other.disagreements

    def without(self, pairs: Set[PassagePair]) -> Ledger:
        """Without what was found between those passages, of the left and the right."""
        kept = tuple([one for one in self.entries if one.pair not in pairs])
        return self if len(kept) == len(self.entries) else Ledger(kept)
