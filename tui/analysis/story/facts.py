"""Facts of which the reports of a story give different values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.model import Kind
from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.statement import Place
from tui.model.story import FactVersion, ReportPair, Story, StoryFact

LABEL_WORDS = 4
"""Most words after a fact that name it."""
_SMALL = frozenset(
    "a an the of in on at to for from by with and or as when who that which after before".split()
)
"""Words with which a name does not end."""
_ORDER = {kind: number for number, kind in enumerate(FactKind)}
_Said = dict[Place, Fact]
_Key = tuple[Place, int, int]
"""A fact by its place and the characters it has there."""


def story_facts(story: Story) -> tuple[StoryFact, ...]:
    """One row for each fact in conflict, by kind and weight.

    The versions of the others gather around that of the first report that has one, by the differences found
    between the two; as with statements, they are not closed. Only what gives the values of an earlier row,
    one of them in the same place, belongs to that row.
    """
    rows: list[_Row] = []
    taken: set[_Key] = set()
    for report in range(story.count):
        for key, entries in sorted(_around(story, report).items()):
            differing = [entry for _, entry in entries if entry.state is State.DIFFERS]
            if key in taken or not differing:
                continue
            row = _Row({key[0]: _fact_of(report, *entries[0])}, differing)
            for other, entry in entries:
                place, fact = _version(report, other, entry)
                row.said.setdefault(place, fact)
                taken.add((place, fact.span.start, fact.span.end))
            same = next((one for one in rows if one.gives(row)), None)
            if same:
                same.take(row)
            else:
                rows.append(row)
    facts = (_story_fact(story, row) for row in rows)
    return tuple(sorted(facts, key=lambda fact: (_ORDER[fact.kind], -fact.weight)))


@dataclass
class _Row:
    """What is said of one fact."""

    said: _Said
    differing: list[Difference]

    def gives(self, other: _Row) -> bool:
        """Whether it has a fact of another row, and all its values."""
        same_kind = self.differing[0].kind is other.differing[0].kind
        return (
            same_kind
            and any(self.said.get(place) == fact for place, fact in other.said.items())
            and {fact.value for fact in other.said.values()} <= {fact.value for fact in self.said.values()}
        )

    def take(self, other: _Row) -> None:
        """Add what another row says."""
        for place, fact in other.said.items():
            self.said.setdefault(place, fact)
        self.differing += other.differing


def _around(story: Story, report: int) -> dict[_Key, list[tuple[int, Difference]]]:
    """For each fact of a report, the other reports with a version of it, and the entry that tells it."""
    facts: dict[_Key, list[tuple[int, Difference]]] = {}
    for other, entry in _entries(story, report):
        fact, passage = _own(report, other, entry)
        if fact is not None:
            facts.setdefault(((report, passage), fact.span.start, fact.span.end), []).append((other, entry))
    return facts


def _entries(story: Story, report: int) -> Iterator[tuple[int, Difference]]:
    """The conflicts of a report with each other one, and what both give alike, in their bodies.

    A headline is no witness: nothing gathers around it in the grid either.
    """
    for pair, compared in sorted(story.pairs.items()):
        if report in pair:
            other = pair[0] if pair[1] == report else pair[1]
            for entry in compared.differences:
                if entry.left and entry.right and entry.conflict and _in_bodies(story, pair, entry):
                    yield other, entry


def _in_bodies(story: Story, pair: ReportPair, entry: Difference) -> bool:
    places = zip(pair, entry.pair, strict=True)
    return all(story.articles[report].passages[index].kind is Kind.BODY for report, index in places)


def _own(report: int, other: int, entry: Difference) -> tuple[Fact | None, int]:
    return (entry.left, entry.left_passage) if report < other else (entry.right, entry.right_passage)


def _fact_of(report: int, other: int, entry: Difference) -> Fact:
    fact = _own(report, other, entry)[0]
    assert fact is not None
    return fact


def _version(report: int, other: int, entry: Difference) -> tuple[Place, Fact]:
    """The place and the fact of the other report."""
    fact, passage = _own(other, report, entry)
    assert fact is not None
    return (other, passage), fact


def _story_fact(story: Story, row: _Row) -> StoryFact:
    by_value: dict[str, list[tuple[Place, Fact]]] = {}
    for place, fact in sorted(row.said.items()):
        by_value.setdefault(fact.value, []).append((place, fact))
    versions = sorted(by_value.items(), key=lambda item: -len({place[0] for place, _ in item[1]}))
    entry = max(row.differing, key=lambda e: e.weight)
    return StoryFact(
        entry.kind,
        _label(story, row.said),
        tuple(FactVersion(value, tuple(own)) for value, own in versions),
        entry.weight,
    )


def _label(story: Story, said: _Said) -> str:
    """The words beside one of the facts that most of the passages have."""
    passages = {place: set(_words(story, place)) for place in said}
    labels = [_words_beside(story, place, fact) for place, fact in sorted(said.items())]

    def shared(label: str) -> float:
        words = [word for word in label.casefold().split() if word not in _SMALL]
        return sum(word in own for word in words for own in passages.values()) / max(1, len(words))

    return max(labels, key=shared)


def _words(story: Story, place: Place) -> list[str]:
    article = story.articles[place[0]]
    return re.findall(r"\w+", article.passages[place[1]].span.cut(article.text).casefold())


def _words_beside(story: Story, place: Place, fact: Fact) -> str:
    """The words that follow a fact in its passage, else those before it."""
    article = story.articles[place[0]]
    span = article.passages[place[1]].span
    start, end = fact.span.start, fact.span.end
    after = re.split(r"[.,;:!?()“”\"\n–—]", article.text[end : span.end])[0].split()
    before = re.split(r"[.,;:!?()“”\"\n–—]", article.text[span.start : start])[-1].split()
    words = after[:LABEL_WORDS]
    while words and words[-1].casefold() in _SMALL:
        words.pop()
    return " ".join(words or before[-LABEL_WORDS:])
