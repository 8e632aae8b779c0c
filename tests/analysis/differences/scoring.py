"""The hand-made pairs of sentences, and the score of the disagreements found in them."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

from msgspec import Struct, field

from tui.analysis.differences.ledger import differences
from tui.model import Article, Comparison, Kind, Link, Passage, Relation, Span
from tui.model.difference import Difference, State

DAY = "2023-03-21"


class SentencePair(Struct, frozen=True):
    """Two sentences and the disagreements that a careful reader finds in them."""

    number: int
    """From 1; every third is held out."""
    left: str
    right: str
    differs: tuple[tuple[str, str, str], ...] = ()
    published: tuple[str, str] = (DAY, DAY)

    @property
    def held_out(self) -> bool:
        return self.number % 3 == 0

    def comparison(self) -> Comparison:
        """The two sentences as two articles with difference link."""
        left, right = (article(text, published=day) for text, day in self.sides)
        return Comparison(left, right, (Link(0, 0, 100.0, Relation.SAME, same=100.0),))

    @property
    def sides(self) -> list[tuple[str, str]]:
        return list(zip((self.left, self.right), self.published, strict=True))

    def disagreements(self) -> list[Difference]:
        """The disagreements that the program finds."""
        return [
            difference
            for difference in differences(self.comparison(), 50.0)
            if difference.state is State.DIFFERS
        ]


class Score(Struct):
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """0 to 1: share of the disagreements listed that are real."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """0 to 1: share of the real ones that are listed."""
        return self.right / max(1, self.right + len(self.missed))


def article(*sentences: str, published: str = DAY, language: str = "en") -> Article:
    """An article of those sentences, each a paragraph."""
    passages: list[Passage] = []
    text = ""
    for number, sentence in enumerate(sentences):
        span = Span(len(text), len(text) + len(sentence))
        passages.append(Passage(number, number, span, Kind.BODY, sentence))
        text += sentence + "\n\n"
    return Article(text=text.rstrip("\n"), passages=tuple(passages), published=published, language=language)


def linked(left: Article, right: Article, *ends: tuple[int, int]) -> Comparison:
    """A comparison with links between those passages."""
    links = tuple(Link(i, j, 90.0, Relation.SAME, same=90.0) for i, j in sorted(ends))
    return Comparison(left, right, links)


def barely_linked(left: Article, right: Article) -> Comparison:
    """A comparison with one link, below every threshold."""
    return Comparison(left, right, (Link(0, 0, 20.0, Relation.RELATED),))


def sentence_pairs() -> list[SentencePair]:
    """The hand-made pairs, in the order of the file."""
    rows = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pair"]
    return [
        SentencePair(
            number,
            row["left"],
            row["right"],
            tuple((kind, left, right) for kind, left, right in row["differs"]),
            tuple(row.get("published", (DAY, DAY))),
        )
        for number, row in enumerate(rows, 1)
    ]


def score(chosen: list[SentencePair]) -> dict[str, Score]:
    """Right, wrong and missed disagreements by kind; `all` has them all."""
    scores: dict[str, Score] = {"all": Score()}
    for pair in chosen:
        expected = Counter(pair.differs)
        for difference in pair.disagreements():
            match = next((row for row in expected.elements() if _matches(difference, row)), None)
            for name in (difference.kind.value, "all"):
                entry = scores.setdefault(name, Score())
                if match:
                    entry.right += 1
                else:
                    texts = (fact.text if fact else "" for fact in difference.facts)
                    entry.wrong.append(f"{pair.number} {difference.kind.value}: {' | '.join(texts)}")
            if match:
                expected[match] -= 1
        for row in expected.elements():
            for name in (row[0], "all"):
                scores.setdefault(name, Score()).missed.append(f"{pair.number} {' | '.join(row)}")
    return scores


def _matches(entry: Difference, expected: tuple[str, str, str]) -> bool:
    kind, *texts = expected
    return entry.kind.value == kind and all(
        fact is not None and (text in fact.text or fact.text in text)
        for text, fact in zip(texts, entry.facts, strict=True)
    )
