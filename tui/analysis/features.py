"""What speaks for and against a pair of passages, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import log1p
from operator import add
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from tui.analysis.concepts import Meanings
from tui.analysis.letters import Letters
from tui.analysis.overlap import Overlap, frequency, rarity
from tui.analysis.profile import Profile
from tui.analysis.progress import Tell, each, part, silent
from tui.analysis.runs import LEFT_OUT, Alphabet, longest_run, only
from tui.model import Kind


class Features(NamedTuple):
    """One pair of passages. Every figure is the same when the sides are exchanged."""

    words: float
    """Overlap of all word stems, 0 to below 1."""
    content: float
    """Overlap of the stems that carry news, 0 to below 1."""
    plain: float
    """The part of `content` that is no name: a name alone says little, half the story has it."""
    letters: float
    """Overlap of the character 4-grams, 0 to below 1: finds what stemming missed."""
    meant: float
    """Overlap of other words for the same thing (`concepts.py`), 0 to below 1."""
    ratio: float
    """rapidfuzz's ratio of the news-bearing words in alphabetical order (token_sort_ratio), 0 to 1."""
    covered: float
    """Share of the richer passage's news-bearing stems, by weight, that both have; 0 to 1."""
    run: float
    """ln(1 + words in the longest run of two words or more that both have)."""
    quoted: float
    """ln(1 + words in the longest run that both have inside quotation marks)."""
    quotes: float
    """Share of the left's words inside quotation marks times that of the right's, 0 to 1."""
    length: float
    """ln(1 + news-bearing words) of both, added."""
    numbers: float
    """1 if both have numbers and not one is common, else 0."""
    late: float
    """How far down the article the later of the two stands, 0 (top) to 1 (end)."""
    top: float
    """1 if both open their articles; 1 / (1 + passages above both together). Leads answer leads."""


GLANCE = ("content", "letters", "meant", "length", "late", "top")
"""The figures of a pair that tell most, which are seen first; of words that hardly a passage lacks `content`
may then count less. The others are worked out if these speak for the pair; see `candidates.Cuts`."""


SHORTEST = 2
"""Words of the shortest run that counts."""


class Evidences:
    """Works out the features of pairs of passages of two articles."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], tell: Tell = silent) -> None:
        self._left = left
        self._right = right
        everyone = (*left, *right)
        often = frequency(each([p.vocabulary for p in everyone], len(everyone), part(tell, 0.0, 0.1)))
        weight = rarity(often, len(everyone))
        stems = [p.vocabulary for p in left], [p.vocabulary for p in right]
        contents = [p.content for p in left], [p.content for p in right]
        self.words = Overlap(*stems, weight, part(tell, 0.1, 0.2))
        self.content = Overlap(*contents, weight, part(tell, 0.2, 0.3))
        self._letters = Letters(*stems, often, part(tell, 0.3, 0.8))
        self.meanings = Meanings(left, right, self.words)
        tell(0.9)
        self._names = frozenset().union(*[p.names for p in everyone])
        alphabet = Alphabet()
        self.sides = (_Figures(left, alphabet, LEFT_OUT[0]), _Figures(right, alphabet, LEFT_OUT[1]))
        """What the features need of each passage: left, right."""
        tell(1.0)

    def of(self, i: int, j: int) -> Features:
        """The features of left passage i and right passage j."""
        (meant,) = self.meanings.of(i, (j,))
        return self.row(i, {j: (self._letters.of(i, j), meant)})[j]

    def every(self, i: int) -> dict[int, Features]:
        """The features of left passage i and all right ones."""
        letters, everyone = self._letters.of, range(len(self._right))
        meant = self.meanings.of(i, everyone)
        return self.row(i, {j: (letters(i, j), meant[j]) for j in everyone})

    def glance(
        self, i: int, close: Mapping[int, float]
    ) -> tuple[list[float], list[float], Iterable[Sequence[float]]]:
        """`letters`, `meant`, and all of GLANCE, of left passage i and right ones, given with `content`."""
        overlap, (lefts, rights) = self._letters, self.sides
        left, norm = overlap.left[i], overlap.left_length[i]
        others, norms = overlap.right, overlap.right_length
        letters = [(left & others[j]).bit_count() / (norm * norms[j]) for j in close]
        meant = self.meanings.of(i, close)
        length, place, above = lefts.length[i], lefts.place[i], 1 + lefts.above[i]
        lengths, places, aboves = rights.length, rights.place, rights.above
        long = [length + lengths[j] for j in close]
        late = [place if place >= (other := places[j]) else other for j in close]
        top = [1 / (above + aboves[j]) for j in close]
        return letters, meant, zip(close.values(), letters, meant, long, late, top, strict=True)

    def row(self, i: int, columns: Mapping[int, tuple[float, float]]) -> dict[int, Features]:
        """The features of left passage i and right ones, given with `letters` and `meant`."""
        left, (lefts, rights) = self._left[i], self.sides
        above, place, length, quotes = lefts.above[i], lefts.place[i], lefts.length[i], lefts.quotes[i]
        words, content, names = self.words, self.content, self._names
        weight = words.weight.__getitem__
        left_rest, left_content = lefts.rest[i], content.left[i]
        word_length, content_length = words.left_length[i], content.left_length[i]
        mass, ordered, numbers = content.left_mass[i], left.ordered, left.numbers
        spelt, said, pairs = lefts.spelt[i], lefts.said[i], lefts.pairs[i]
        found: dict[int, Features] = {}
        for j, (letters, meant) in columns.items():
            right = self._right[j]
            both = left_content & content.right[j]
            shared = sum(map(weight, both))
            norm, norm_of_all = content_length * content.right_length[j], word_length * words.right_length[j]
            named = both & names
            common = pairs & rights.pairs[j]
            run = _run(common, spelt, rights.spelt[j]) if common else 0
            quoted = longest_run(said, rights.said[j])[0] if run and said and rights.said[j] else 0
            found[j] = Features(
                (shared + sum(map(weight, left_rest & rights.rest[j]))) / norm_of_all,
                shared / norm,
                (shared - sum(map(weight, named)) if named else shared) / norm,
                letters,
                meant,
                ratio(ordered, right.ordered) / 100,
                shared / max(mass, content.right_mass[j], 1),
                log1p(run) if run else 0.0,
                log1p(quoted) if quoted else 0.0,
                quotes * rights.quotes[j],
                length + rights.length[j],
                1.0 if numbers and right.numbers and numbers.isdisjoint(right.numbers) else 0.0,
                max(place, rights.place[j]),
                1 / (1 + above + rights.above[j]),
            )
        return found


def _run(common: frozenset[str], left: str, right: str) -> int:
    """Words in the longest run of two letters or more, given the pairs of letters both have."""
    if len(common) == 1:
        (pair,) = common  # most often "of the"
        if pair[0] != pair[1]:
            return SHORTEST
    return longest_run(left, right, SHORTEST)[0]


class _Figures:
    """What the features need of each passage of one side."""

    def __init__(self, passages: Sequence[Profile], alphabet: Alphabet, left_out: str) -> None:
        body = [p.passage.kind is Kind.BODY for p in passages]
        self.above = list(accumulate(body, initial=0))[:-1]
        """Body passages above; a headline stands as high as the lead."""
        last = max(1, sum(body) - 1)
        self.length = [log1p(len(p.kept)) for p in passages]
        self.place = [min(1.0, above / last) for above in self.above]
        self.quotes = [sum(p.inside) / max(1, len(p.inside)) for p in passages]
        self.spelt = [alphabet.spell(p.stems) for p in passages]
        """A letter for each stem."""
        self.rest = [p.vocabulary - p.content for p in passages]
        """The stems that carry no news."""
        self.pairs = [frozenset(map(add, spelt, spelt[1:])) for spelt in self.spelt]
        """The stems two by two: without a common pair there is no run."""
        self.said = [
            only(spelt, p.inside, left_out) if quotes else ""
            for p, spelt, quotes in zip(passages, self.spelt, self.quotes, strict=True)
        ]
        """The same inside quotation marks; empty if there is nothing."""
