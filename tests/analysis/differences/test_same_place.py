"""Differences of words in the same place: phrases, vague counts, two quotations of one statement."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tests.analysis.differences.scoring import article, linked
from tui.analysis.differences.ledger import differences
from tui.analysis.word_alignment import AlignedWords
from tui.model import PassagePair, Span
from tui.model.difference import Difference, FactKind, Section, State


def compared(left: str, right: str, *words: tuple[str, str, float], same: float = 95.0) -> list[Difference]:
    """The disagreements of two passages whose words are aligned as given."""
    comparison = linked(article(left), article(right), (0, 0))
    links = tuple(replace(link, same=same) for link in comparison.links)
    aligned = [
        AlignedWords(_span(left, word), _span(right, other), similarity, 1 / len(words))
        for word, other, similarity in words
    ]

    def alignment(_: PassagePair) -> Sequence[AlignedWords]:
        return aligned

    found = differences(replace(comparison, links=links), 50.0, alignment)
    return [entry for entry in found if entry.state is State.DIFFERS]


def _span(text: str, word: str) -> Span:
    start = text.index(word)
    return Span(start, start + len(word))


def texts(entries: list[Difference], kind: FactKind) -> list[tuple[str, str]]:
    return [(d.left.text, d.right.text) for d in entries if d.kind is kind and d.left and d.right]


PHRASES = (
    "The minister announced a complete closure of the harbour.",
    "The minister announced a brief pause of the harbour.",
    ("announced", "announced", 0.9),
    ("closure", "pause", 0.5),
    ("harbour", "harbour", 0.9),
)


def test_two_phrases_between_words_that_both_have_are_another_wording() -> None:
    entries = compared(*PHRASES)
    assert texts(entries, FactKind.WORDING) == [("complete closure", "brief pause")]
    assert [(d.section, d.default) for d in entries] == [(Section.WORDING, False)]


def test_phrases_of_passages_that_may_not_say_the_same_are_not_compared() -> None:
    assert compared(*PHRASES, same=40.0) == []


def test_forms_of_one_word_synonyms_and_chance_pairs_are_no_other_wording() -> None:
    for word, other, similarity in (
        ("closing", "closure", 0.5),
        ("boat", "storm", 0.1),
        ("big", "large", 0.9),
    ):
        left, right = f"He announced the {word} of the port.", f"He announced the {other} of the port."
        words = ("announced", "announced", 0.9), (word, other, similarity), ("port", "port", 0.9)
        assert compared(left, right, *words) == []


def test_a_number_stands_against_a_vague_count() -> None:
    left, right = "The storm hurt 53 sailors.", "The storm hurt scores of sailors."
    entries = compared(left, right, ("hurt", "hurt", 0.9), ("sailors", "sailors", 0.9))
    assert texts(entries, FactKind.NUMBER) == [("53", "scores of sailors")]
    assert texts(compared(right, left, ("sailors", "sailors", 0.9)), FactKind.NUMBER) == [
        ("scores of sailors", "53")
    ]


def test_a_small_number_and_one_that_is_told_elsewhere_stand_against_none() -> None:
    small = compared("It hurt three sailors.", "It hurt some sailors.", ("sailors", "sailors", 0.9))
    told = compared(
        "The storm hurt 53 sailors.", "Some sailors were hurt, 53 in all.", ("sailors", "sailors", 0.9)
    )
    assert texts(small, FactKind.NUMBER) == texts(told, FactKind.NUMBER) == []


def test_two_quotations_of_one_statement_are_listed_together() -> None:
    entries = compared(
        "Halloran called the plan “too simple an answer.”",
        "The plan, Halloran said, is “not that simple, friends.”",
        ("plan", "plan", 0.9),
        ("simple", "simple", 0.9),
    )
    assert texts(entries, FactKind.QUOTATION) == [("“too simple an answer.”", "“not that simple, friends.”")]


def test_quotations_without_aligned_words_and_parts_of_each_other_are_not_listed() -> None:
    apart = compared(
        "Halloran called it “a harbour scandal.”", "Halloran called it “deeply troubling.”",
        ("called", "called", 0.9),
    )  # fmt: skip
    part = compared(
        "Halloran called it a “harbour scandal.”", "“It is a harbour scandal of ours,” Halloran said.",
        ("scandal", "scandal", 0.9),
    )  # fmt: skip
    assert texts(apart, FactKind.QUOTATION) == texts(part, FactKind.QUOTATION) == []


def test_two_days_in_one_place_are_a_conflict_of_dates_and_not_of_spelling() -> None:
    entries = compared(
        "The debate of Thursday was loud.", "The debate of Tuesday was loud.", ("Thursday", "Tuesday", 0.9)
    )
    assert {d.kind for d in entries} == {FactKind.DATE}


def test_short_forms_of_places_are_no_conflict_of_names() -> None:
    left = "The storm hit Fort Myers in the south of the state on its way north."
    right = "The storm hit Ft. Myers in the south of the state on its way north."
    assert compared(left, right) == []


def test_the_day_of_a_statement_is_not_the_day_of_what_it_says() -> None:
    left = "A fire killed at least 12 people late on Tuesday, the coastguard said."
    said = "At least 12 people were killed, the coastguard said on Wednesday."
    told = "At least 12 people were killed there on Wednesday, the coastguard said."
    aligned = ("Tuesday", "Wednesday", 0.8), ("killed", "killed", 0.9), ("coastguard", "coastguard", 0.9)
    assert texts(compared(left, told, *aligned), FactKind.DATE) == [("Tuesday", "Wednesday")]
    assert texts(compared(left, said, *aligned), FactKind.DATE) == []
