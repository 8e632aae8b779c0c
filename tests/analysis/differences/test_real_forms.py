"""Forms of numbers, quotations and sections that real reports have."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from tests.analysis.differences.scoring import SentencePair, article
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.slots import is_respelled
from tui.analysis.quotation_marks import quotation_offsets
from tui.model.difference import Difference, FactKind, Section, State

FORMS = [
    ("two and a half million people", "2500000"),
    ("2½ million people", "2500000"),
    ("1½ million people", "1500000"),
    ("a million and a half people", "1500000"),
    ("one and a half million people", "1500000"),
    ("three quarters of a million people", "750000"),
    ("three-quarters of a million people", "750000"),
    ("a quarter of a million people", "250000"),
    ("half a million people", "500000"),
    ("1.5m people", "1500000"),
    ("12 500 people", "12500"),
    ("12'500 people", "12500"),
    ("12’500 people", "12500"),
    ("12\u00a0500 people", "12500"),
    ("12\u202f500 people", "12500"),
    ("12,500 people", "12500"),
    ("two trillion people", "2000000000000"),
    ("three dozen people", "36"),
    ("twenty-one people", "21"),
    ("10-20 people", "10–20"),
    ("10 to 20 people", "10–20"),
    ("more than 60 people", "> 60"),
    ("$12\u00a0500", "USD 12500"),
    ("€12 500", "EUR 12500"),
    ("CHF 12'500", "CHF 12500"),
    ("$1 trillion", "USD 1000000000000"),
]
NO_NUMBERS = [
    "tens of thousands of people",
    "a couple of hundred people",
    "2012 attacks",
    "hundreds of people",
]


def values(text: str) -> list[str]:
    parsed = article(f"Officials counted {text}.")
    return [found.fact.value for found in find_facts(Sentence(parsed, parsed.passages[0], "en"))]


@pytest.mark.parametrize(("text", "value"), FORMS)
def test_a_number_in_several_words_or_groups_has_one_value(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_a_vague_number_and_a_year_are_no_counts(text: str) -> None:
    assert values(text) == []


def differing(left: str, right: str) -> list[Difference]:
    return SentencePair(
        1, f"The storm left {left} without power.", f"The storm left {right} without power."
    ).disagreements()


PEOPLE = [(text, value) for text, value in FORMS if "people" in text and "60" not in text]


@pytest.mark.parametrize(("form", "other"), pairwise(PEOPLE))
def test_two_forms_differ_if_their_values_do(form: tuple[str, str], other: tuple[str, str]) -> None:
    for left, right in ((form, other), (other, form)):
        assert bool(differing(left[0], right[0])) == (left[1] != right[1])


MONEY = [(text, value) for text, value in FORMS if value[:3].isalpha()] + [
    ("$12,500", "USD 12500"),
    ("$12\u202f500", "USD 12500"),
    ("€12'500", "EUR 12500"),
    ("€13 500", "EUR 13500"),
    ("CHF 12\u00a0500", "CHF 12500"),
    ("$1.5 trillion", "USD 1500000000000"),
]


@pytest.mark.parametrize(("form", "other"), list(combinations(MONEY, 2)))
def test_two_amounts_of_one_currency_differ_if_their_values_do(
    form: tuple[str, str], other: tuple[str, str]
) -> None:
    if form[1][:3] == other[1][:3]:
        for left, right in ((form, other), (other, form)):
            first, second = (f"The bridge cost {text[0]} to repair." for text in (left, right))
            assert bool(SentencePair(1, first, second).disagreements()) == (left[1] != right[1])


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("10-20 people", "10-30 people", True),
        ("more than 60 people", "63 people", False),
        ("roughly 141 million people", "139 million people", True),
        ("about 140 million people", "139 million people", False),
    ],
)
def test_ranges_and_bounds(left: str, right: str, differs: bool) -> None:
    assert bool(differing(left, right)) == bool(differing(right, left)) == differs


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said “it is so" and left. He came back.', ['“it is so"']),
        ('"I said "no" to him," he said. "Next."', ['"I said "no" to him,"', '"Next."']),
        ('"Open, he said. "Next."', ['"Next."']),
        ("“First goes on.\n\n“Second ends.” he said", ["“First goes on.", "“Second ends.”"]),
        ("A stray “ mark in narration.\n\nNext.", []),
        ("„Das ist gut“, sagte er.", ["„Das ist gut“"]),
        ("It's 5'10\" tall.", []),
    ],
)
def test_quotation_marks_may_be_mixed_nested_and_missing(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quotation_offsets(text)] == quoted


def test_a_quotation_that_he_said_interrupts_is_one() -> None:
    pair = SentencePair(
        1,
        "“We will never surrender our land,” he said, “and we will rebuild every town.”",
        "“We will never surrender our land, and we will rebuild every town,” he said.",
    )
    assert pair.disagreements() == []


def test_a_cut_quotation_tells_in_full_words_what_is_left_out() -> None:
    (entry,) = SentencePair(
        1,
        "“We will never surrender our ancient land,” the president said.",
        "“We will never surrender our ancient land unless Atlantis and the Royces attack our northern "
        "ports,” he said.",
    ).disagreements()
    assert entry.note == "left leaves out “unless Atlantis and the Royces attack our northern ports”"
    assert (entry.section, entry.default) == (Section.QUOTATIONS, True)


def test_a_source_that_only_one_side_names_is_no_entry() -> None:
    pair = SentencePair(
        1, "The bridge fell into the river at noon.", "Police said the bridge fell into the river at noon."
    )
    assert [entry for entry in pair.disagreements() if entry.kind is FactKind.ATTRIBUTION] == []


def test_a_name_in_two_spellings() -> None:
    def respelled(left: str, right: str) -> bool:
        sentences = [Sentence(a, a.passages[0], "en") for a in (article(left), article(right))]
        return is_respelled(sentences[0].words[0], sentences[1].words[0])

    assert respelled("Preibus", "Priebus")
    assert respelled("Vicente", "Vincente")
    assert not respelled("Dave", "David")
    assert not respelled("Russian", "Russians")
    assert not respelled("North", "South")


def test_only_open_sections_are_listed_by_default() -> None:
    assert not Difference(FactKind.WORDING, State.DIFFERS).default
    assert not Difference(FactKind.NUMBER, State.ONLY_LEFT).default
    assert Difference(FactKind.NUMBER, State.DIFFERS).default
