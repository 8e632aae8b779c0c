"""Differences between two reports. Frozen values; none of them is a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from enum import Enum
from functools import cached_property
from itertools import chain

from msgspec import Struct

from tui.model import PassagePair, Side, Span


class FactKind(Enum):
    """Kind of a fact, in the order of the ledger."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    QUANTITY = "quantity"
    """A measure with its unit; durations too."""
    TIME = "time"
    DATE = "date"
    AGE = "age"
    PLACE = "place"
    """Where something happened."""
    NAME = "name"
    SPELLING = "spelling"
    ROLE = "role"
    """Words that introduce a person."""
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    """The source."""
    CERTAINTY = "certainty"
    """Certainty of the source or the report; done, expected or possible."""
    NEGATION = "negation"
    LOADED_WORD = "loaded word"
    """Words for one thing that colour it differently: `shooting`, `massacre`."""
    WORDING = "wording"


class Section(Enum):
    """Section of the list of differences, in its order."""

    CONFLICTS = "conflicts"
    QUOTATIONS = "quotations"
    LOADED_WORDS = "loaded words"
    NAMES = "names and roles"
    UNSURE = "less sure"
    WORDING = "wording"
    CERTAINTY = "certainty, negation, sources"
    ONE_SIDED = "only one side"


OPEN_SECTIONS = frozenset([Section.CONFLICTS, Section.QUOTATIONS])
"""Sections listed by default: those useful on real reports, see `docs/measurements.md`."""
_SECTIONS: dict[FactKind, Section] = {
    FactKind.QUOTATION: Section.QUOTATIONS,
    FactKind.LOADED_WORD: Section.LOADED_WORDS,
    FactKind.NAME: Section.NAMES,
    FactKind.SPELLING: Section.NAMES,
    FactKind.ROLE: Section.NAMES,
    FactKind.WORDING: Section.WORDING,
    FactKind.CERTAINTY: Section.CERTAINTY,
    FactKind.NEGATION: Section.CERTAINTY,
    FactKind.ATTRIBUTION: Section.CERTAINTY,
}


class State(Enum):
    """State of a fact in the two articles."""

    EQUAL = "equal"
    DIFFERS = "differs"
    ONLY_LEFT = "only left"
    ONLY_RIGHT = "only right"


class Fact(Struct, frozen=True, gc=False):
    """One thing that a passage states, in a form that can be compared."""

    kind: FactKind = FactKind.NUMBER
    text: str = ""
    """Text of the fact in the article: `article.text[span]`."""
    value: str = ""
    """Normal form, fit to show: `12`, `≥ 100`, `10–15`, `9 %`, `USD 1500000`, `12 km`, `21:15`,
    `2023-03-21`, `2023-03`, `34 years`, `Xi Jinping`."""
    span: Span = Span()
    """Character offsets into `Article.text`."""
    low: float = 0.0
    """Least value it may mean, in `unit`; dates in days from the year 1, times in minutes of the day."""
    high: float = 0.0
    """Greatest value it may mean."""
    unit: str = ""
    """ISO 4217 code, unit of measure, or `ordinal`, `score`, `total` (`20` of
    `six of its 20 prisoners`); empty for a plain number."""


class Difference(Struct, frozen=True, gc=False):
    """A fact of one article, and the version of the other article if it has one."""

    kind: FactKind = FactKind.NUMBER
    state: State = State.EQUAL
    left: Fact | None = None
    """The left version; None if the article has none."""
    right: Fact | None = None
    left_passage: int = -1
    """Index of the passage of the left fact, or of the one linked to the right fact's; -1 for none."""
    right_passage: int = -1
    weight: float = 0.0
    """0 to 1: importance, for sorting; 0.5 and more matter to most readers."""
    count: int = 1
    """Number of linked pairs with it; the passages are those of the weightiest."""
    note: str = ""
    """A remark: `the other side cuts these words`."""
    cut: bool = False
    """Whether a side leaves out words of a quotation: the note has them, and tells more than both values."""
    unsure: bool = False
    """Whether a reader rarely finds such entries useful, though others of its kind are."""
    elsewhere: tuple[PassagePair, ...] = ()
    """The passages of the other linked pairs with it, in order."""

    @property
    def pair(self) -> PassagePair:
        """Indices of its passages: left, right; -1 for none."""
        return self.left_passage, self.right_passage

    @property
    def pairs(self) -> tuple[PassagePair, ...]:
        """The passages of all linked pairs with it, those of its facts first."""
        return self.pair, *self.elsewhere

    @property
    def section(self) -> Section:
        if self.state in (State.ONLY_LEFT, State.ONLY_RIGHT):
            return Section.ONE_SIDED
        if self.unsure:
            return Section.UNSURE
        return _SECTIONS.get(self.kind, Section.CONFLICTS)

    @property
    def default(self) -> bool:
        return self.section in OPEN_SECTIONS

    @property
    def conflict(self) -> bool:
        """Whether both cannot be right as they stand; otherwise the two only word something otherwise."""
        return self.section is Section.CONFLICTS

    @property
    def key(self) -> str:
        """Its kind and both values, by which a dismissed one is known again, on whichever sides."""
        return "\n".join((self.kind.value, *sorted(fact.value if fact else "" for fact in self.facts)))

    @property
    def facts(self) -> tuple[Fact | None, Fact | None]:
        """The left and the right version."""
        return self.left, self.right

    def at(self, side: Side) -> Fact | None:
        """The version of one side."""
        return self.left if side is Side.LEFT else self.right

    def passage_at(self, side: Side) -> int:
        """The index of the passage on one side; -1 for none."""
        return self.left_passage if side is Side.LEFT else self.right_passage


class Edit(Struct, frozen=True, gc=False):
    """A run of words of two texts, with a tag as in opcodes, or `move`."""

    tag: str
    """`equal`, `replace`, `delete` (only left), `insert` (only right), `move` (both, in another order)."""
    left: Span
    """Character offsets into the left text; the white space after a run belongs to it."""
    right: Span


class Sharing(Enum):
    """What the other passage of a link has in place of some words."""

    BOTH = "both"
    """The same words, or others for the same."""
    DIFFERS = "differs"
    """Something else in the same place."""
    ONLY = "only"
    """Nothing."""


class MarkedWords(Struct, frozen=True):
    """Adjacent words of a passage that are shared alike."""

    sharing: Sharing
    span: Span
    """Character offsets into `Passage.text`."""


class PairWords(Struct, frozen=True):
    """The words of two linked passages: what both say, what differs, and what one of them adds."""

    left: tuple[MarkedWords, ...] = ()
    """In order and without overlap; words that say nothing by themselves are left out."""
    right: tuple[MarkedWords, ...] = ()
    both: tuple[str, ...] = ()
    """What both say in the same words, as the left one writes it, the most telling first; of two languages
    what has the same meaning."""
    other_words: tuple[tuple[str, str], ...] = ()
    """Different words in the same place, one of each side, that may say the same: `urged`, `called`."""
    differing: tuple[tuple[str, str], ...] = ()
    """Words of the left passage and those in their place in the right one."""
    only_left: tuple[str, ...] = ()
    """Words with nothing in their place, the most telling first."""
    only_right: tuple[str, ...] = ()

    def at(self, side: Side) -> tuple[MarkedWords, ...]:
        """The marked words of one side."""
        return self.left if side is Side.LEFT else self.right

    def only(self, side: Side) -> tuple[str, ...]:
        """What only one side says."""
        return self.only_left if side is Side.LEFT else self.only_right

    def phrases(self, side: Side) -> tuple[str, ...]:
        """What one side says otherwise than the other, or alone."""
        number = 0 if side is Side.LEFT else 1
        return (*(pair[number] for pair in self.differing), *self.only(side))


class WordPair(Struct, frozen=True):
    """Two words that stand for the same thing, one in each article."""

    left: str
    """Normal form, as most often written."""
    right: str
    passages: tuple[PassagePair, ...] = ()
    """The linked passages where one stands for the other."""
    left_count: int = 0
    """Number of times the left article uses its word."""
    right_count: int = 0
    listed: bool = False
    """Whether both are in one family of words that are known to frame the news."""


class DistinctiveWord(Struct, frozen=True):
    """A word that one article uses more than the other."""

    word: str
    left: int
    """Number of times the left article uses it."""
    right: int
    weight: float
    """Log-likelihood G2, 0 and more; 3.84 is the 5 % level of a single word."""


class Ledger(Struct, frozen=True, dict=True):
    """All differences of two articles, indexed for the screen."""

    entries: tuple[Difference, ...] = ()
    """Sorted by kind and weight; facts of one side only are among them."""
    dismissed: frozenset[str] = frozenset()
    """The keys of the differences that the reader does not want to see."""

    @cached_property
    def shown(self) -> tuple[Difference, ...]:
        """The entries without those that are dismissed."""
        return tuple([entry for entry in self.entries if entry.key not in self.dismissed])

    @cached_property
    def open_entries(self) -> tuple[Difference, ...]:
        """The entries of open sections, in the order of the left text."""
        if not self.entries:
            return ()
        differing = (e for e in self.shown if e.state is State.DIFFERS and e.default)
        return tuple(sorted(differing, key=lambda d: (d.pair, -d.weight)))

    @cached_property
    def _at(self) -> Mapping[tuple[Side, int], Sequence[Difference]]:
        by_passage: dict[tuple[Side, int], list[Difference]] = {}
        for entry in self.open_entries:
            places = (zip(Side, pair, strict=True) for pair in entry.pairs)
            for place in dict.fromkeys(chain.from_iterable(places)):
                by_passage.setdefault(place, []).append(entry)
        return by_passage

    def at(self, side: Side, index: int) -> Sequence[Difference]:
        """The entries of open sections in one passage."""
        return self._at.get((side, index), ())

    def passages(self, side: Side) -> set[int]:
        """The passages of one side with an entry of an open section."""
        return {index for at, index in self._at if at is side}

    def of(self, left: int, right: int) -> tuple[Difference, ...]:
        """The entries of open sections between two passages."""
        return tuple(d for d in self.at(Side.LEFT, left) if (left, right) in d.pairs)

    def same_open_entries(self, other: Ledger) -> bool:
        """Whether both have the same entries in open sections."""
        return self is other or self.open_entries == other.open_entries

    def without(self, pairs: Set[PassagePair]) -> Ledger:
        """The ledger without the entries whose facts are in those pairs of passages."""
        entries = tuple([entry for entry in self.entries if entry.pair not in pairs])
        return self if len(entries) == len(self.entries) else Ledger(entries, self.dismissed)

    def dismissing(self, keys: frozenset[str]) -> Ledger:
        """The ledger with other differences dismissed."""
        return self if keys == self.dismissed else Ledger(self.entries, keys)
