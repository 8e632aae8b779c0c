from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import article
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.sentence import Sentence


def facts(text: str) -> list[tuple[str, str, str]]:
    whole = article(text)
    of_sentence = find_facts(Sentence(whole, whole.passages[0], "en"))
    assert all(fact.fact.span.cut(whole.text) == fact.fact.text for fact in of_sentence)
    return [(fact.fact.kind.value, fact.fact.text, fact.fact.value) for fact in of_sentence]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("a fine of $1.5 billion", ("money", "$1.5 billion", "USD 1500000000")),
        ("it cost 340 million euros", ("money", "340 million euros", "EUR 340000000")),
        ("it cost €340m", ("money", "€340m", "EUR 340000000")),
        ("worth 2 million Swiss francs", ("money", "2 million Swiss francs", "CHF 2000000")),
        ("US$25 million in aid", ("money", "US$25 million", "USD 25000000")),
        ("half a million dollars", ("money", "half a million dollars", "USD 500000")),
        ("nearly $2 billion", ("money", "$2 billion", "≲ USD 2000000000")),
        ("he paid 500 pounds", ("money", "500 pounds", "GBP 500")),
        ("he weighs 180 pounds", ("quantity", "180 pounds", "180 pounds")),
        ("12 percent of voters", ("percentage", "12 percent", "12 %")),
        ("12% of voters", ("percentage", "12%", "12 %")),
        ("two thirds of the voters", ("percentage", "two thirds", "66.67 %")),
        ("3 percentage points", ("percentage", "3 percentage points", "3 points")),
        ("800 kilometers of road", ("quantity", "800 kilometers", "800 kilometers")),
        ("19 square miles of forest", ("quantity", "19 square miles", "19 miles")),
        ("for 18 months", ("quantity", "18 months", "18 months")),
        ("at 9:15 p.m. on the road", ("time", "9:15 p.m.", "21:15")),
        ("at noon", ("time", "noon", "12:00")),
        ("at 17:00", ("time", "17:00", "17:00")),
        ("at 7 p.m. EST", ("time", "7 p.m. EST", "19:00 UTC-5")),
        ("at 2130 GMT", ("time", "2130 GMT", "21:30 UTC+0")),
        ("Ana Duric, 34, was rescued", ("age", "34", "34 years")),
        ("a 34-year-old man", ("age", "34-year-old", "34 years")),
        ("a man of 42", ("age", "42", "42 years")),
        ("a woman in her 50s", ("age", "her 50s", "50–59 years")),
        ("killed 12 people", ("number", "12", "12")),
        ("voted 51-49 for it", ("number", "51-49", "51–49")),
    ],
)
def test_a_number_has_its_kind(text: str, fact: tuple[str, str, str]) -> None:
    assert facts(text) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-0147.",
        "He lives at 410 Maple Street.",
        "on Route 9",
        "COVID-19",
        "call 911",
        "the 2014 ban",
        "No. 10",
    ],
)
def test_names_with_a_number_count_nothing(text: str) -> None:
    assert [fact for fact in facts(text) if fact[0] == "number"] == []


def test_a_company_has_no_age() -> None:
    assert not [fact for fact in facts("the 34-year-old company") if fact[0] == "age"]
