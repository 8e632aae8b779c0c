"""Facts of which the reports of a story give different values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.statement import Place
from tui.model.story import FactVersion, Story, StoryFact

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
    between the two; as with statements, they are not closed.
    """
    rows: list[StoryFact] = []
    taken: set[_Key] = set()
    for report in range(story.count):
        for key, entries in sorted(_around(story, report).items()):
            differing = [(k, e) for k, e in entries if e.state is State.DIFFERS]
            if key in taken or not differing:
                continue
            said = {key[0]: _fact_of(report, *entries[0])}
            for other, entry in entries:
                place, fact = _version(report, other, entry)
                said.setdefault(place, fact)
                taken.add((place, fact.span.start, fact.span.end))
            rows.append(_row(story, key, said, [entry for _, entry in differing]))
    return tuple(sorted(rows, key=lambda row: (_ORDER[row.kind], -row.weight)))


def _around(story: Story, report: int) -> dict[_Key, list[tuple[int, Difference]]]:
    """For each fact of a report, the other reports with a version of it, and the entry that tells it."""
    facts: dict[_Key, list[tuple[int, Difference]]] = {}
    for other, entry in _entries(story, report):
        fact, passage = _own(report, other, entry)
        if fact is not None:
            facts.setdefault(((report, passage), fact.span.start, fact.span.end), []).append((other, entry))
    return facts


def _entries(story: Story, report: int) -> Iterator[tuple[int, Difference]]:
    """The conflicts of a report with each other one, and what both give alike."""
    for pair, compared in sorted(story.pairs.items()):
        if report in pair:
            other = pair[0] if pair[1] == report else pair[1]
            for entry in compared.differences:
                if entry.left and entry.right and entry.conflict:
                    yield other, entry


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


def _row(story: Story, key: _Key, said: _Said, differing: Iterable[Difference]) -> StoryFact:
    by_value: dict[str, list[tuple[Place, Fact]]] = {}
    for place, fact in sorted(said.items()):
        by_value.setdefault(fact.value, []).append((place, fact))
    versions = sorted(by_value.items(), key=lambda item: -len({place[0] for place, _ in item[1]}))
    entry = max(differing, key=lambda e: e.weight)
    return StoryFact(
        entry.kind,
        _label(story, key),
        tuple(FactVersion(value, tuple(own)) for value, own in versions),
        entry.weight,
    )


def _label(story: Story, key: _Key) -> str:
    """The words that follow the fact in its passage, else those before it."""
    (report, index), start, end = key
    article = story.articles[report]
    span = article.passages[index].span
    after = re.split(r"[.,;:!?()“”\"\n–—]", article.text[end : span.end])[0].split()
    before = re.split(r"[.,;:!?()“”\"\n–—]", article.text[span.start : start])[-1].split()
    words = after[:LABEL_WORDS]
    while words and words[-1].casefold() in _SMALL:
        words.pop()
    return " ".join(words or before[-LABEL_WORDS:])
