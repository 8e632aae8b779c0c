"""Values and names that only look different: what fresh reports showed, each beside one that is."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.differences.scoring import article, linked
from tests.analysis.differences.test_false_conflicts import found, listed
from tests.analysis.differences.test_same_place import compared, texts
from tui.analysis.differences.fact_matching import values_agree, values_equal
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.sentence import sentence_of
from tui.model import Kind
from tui.model.difference import FactKind, Section, State


def test_years_before_two_things_are_of_two_things() -> None:
    election = "The inquiry into the 2016 council election in Kessel has ended."
    assert found(election, "The inquiry into the 2020 council candidates of Kessel has ended.") == []
    (entry,) = found(election, "The inquiry into the 2012 council election in Kessel has ended.")
    assert entry.kind is FactKind.DATE


def test_the_name_of_a_place_and_who_is_from_it_are_no_two_names() -> None:
    left = "Mayor Paul Costa Rica said the ferry will run again."
    names = found(left, "Mayor Paul Costa Rican said the ferry will run again.")
    assert not any(entry.kind is FactKind.NAME for entry in names)
    names = found(left, "Mayor Paul Costa Ravelo said the ferry will run again.")
    (entry,) = (entry for entry in names if entry.kind is FactKind.NAME)
    assert entry.section is Section.NAMES


def test_days_of_two_acts_are_no_conflict() -> None:
    left = "The aide apologized on Saturday for a post about the mayor’s daughters."
    assert found(left, "The aide resigned on Monday after a post about the mayor’s daughters.") == []
    (entry,) = found(left, "The aide apologized on Monday for a post about the mayor’s daughters.")
    assert entry.kind is FactKind.DATE


def test_a_large_number_without_its_last_digits_is_no_other() -> None:
    left = "The couple paid $43 million in taxes to the city of Kessel."
    assert found(left, "The couple paid $43,885,310 in taxes to the city of Kessel.") == []
    (entry,) = found(left, "The couple paid $41,385,310 in taxes to the city of Kessel.")
    assert entry.kind is FactKind.MONEY


def test_measures_far_apart_are_of_two_things() -> None:
    left = "The talks in Kessel lasted 90 minutes."
    assert found(left, "The talks in Kessel lasted 22 days.") == []
    words = ("talks", "talks", 0.9), ("90", "22", 0.6)
    assert texts(compared(left, "The talks in Kessel lasted 22 days.", *words), FactKind.QUANTITY) == []
    (entry,) = found(left, "The talks in Kessel lasted 70 minutes.")
    assert (entry.kind, entry.default) == (FactKind.QUANTITY, False)


def test_a_count_of_others_is_no_other_count() -> None:
    left = "Four men had accused the mayor of Kessel before."
    for others in ("Two other men", "Another two men"):
        assert found(left, f"{others} had accused the mayor of Kessel before.") == []
    (entry,) = found(left, "Two men had accused the mayor of Kessel before.")
    assert entry.kind is FactKind.NUMBER
    (entry,) = found("Three other men had accused the mayor.", "Two other men had accused the mayor.")
    assert entry.kind is FactKind.NUMBER


def test_counts_far_from_each_other_are_less_sure() -> None:
    def defaults(left: str, right: str) -> list[bool]:
        return [entry.default for entry in found(left, right) if entry.kind is FactKind.NUMBER]

    left = "The board of Kessel bought 40 boats."
    assert defaults(left, "The board of Kessel bought 46 boats.") == [True]
    assert defaults(left, "The board of Kessel bought 55 boats.") == [False]
    assert defaults("The flood killed 40 sailors.", "The flood killed 55 sailors.") == [True]
    assert defaults("The flood killed 12.", "The flood killed 15 people.") == [True]
    assert defaults("The flood killed 12.", "The flood killed 19 people.") == [False]


@pytest.mark.parametrize(
    ("left", "right", "default"),
    [("4,400", "4,000", False), ("6.5", "7", False), ("31", "30", True), ("4,400", "3,900", True)],
)
def test_a_count_that_may_be_the_other_rounded_is_less_sure(left: str, right: str, default: bool) -> None:
    entries = found(f"The board of Kessel bought {left} boats.", f"The board of Kessel bought {right} boats.")
    assert [entry.default for entry in entries] == [default]


def test_counts_of_polls_are_less_sure() -> None:
    left, right = "The mail of Kessel reached 922 voters.", "The mail of Kessel reached 992 voters."
    (entry,) = found(left, right)
    assert (entry.kind, entry.default) == (FactKind.NUMBER, True)
    for one, other in (("survey", "poll"), ("survey", "mail"), ("mail", "poll")):
        (entry,) = found(left.replace("mail", one), right.replace("mail", other))
        assert (entry.kind, entry.default) == (FactKind.NUMBER, False)


def test_one_unit_in_two_forms_is_not_converted() -> None:
    texts = "a 61 km ride", "a ride of 63 kilometers"
    facts = [find_facts(sentence_of(article(f"They told of {text}."), 0, "en"))[0] for text in texts]
    assert not values_agree(*facts)


def test_equal_counts_of_others_agree() -> None:
    assert found("12 others were injured in Kessel.", "12 people were injured in Kessel.") == []
    facts = [
        find_facts(sentence_of(article(f"{text} left Kessel."), 0, "en"))[0]
        for text in ("Two other men", "Four men")
    ]
    assert values_agree(*facts) and not values_equal(*facts)


def test_counts_of_two_things_far_apart_are_no_conflict() -> None:
    words = ("order", "order", 0.9), ("10", "900", 0.6), ("firms", "workers", 0.7)
    left = "The new order applies to 10 firms."
    assert texts(compared(left, "The new order applies to 900 workers.", *words), FactKind.NUMBER) == []
    near = compared(left, "The new order applies to 12 workers.", words[0], ("10", "12", 0.6), words[2])
    assert texts(near, FactKind.NUMBER) == [("10", "12")]
    assert [entry.default for entry in near if entry.kind is FactKind.NUMBER] == [False]


def test_conflicts_with_a_headline_are_less_sure() -> None:
    left = article("The flood killed 12 people in Kessel.")
    body = article("The flood killed 15 people in Kessel.")
    headline = replace(body, passages=tuple(replace(p, kind=Kind.HEADLINE) for p in body.passages))
    for right, default in ((body, True), (headline, False)):
        (entry,) = [d for d in differences(linked(left, right, (0, 0)), 50.0) if d.state is State.DIFFERS]
        assert (entry.kind, entry.default) == (FactKind.NUMBER, default)


def test_a_place_and_who_is_from_it_are_no_two_spellings() -> None:
    left, pair = "The judge sent the Florida man to jail.", ("Florida", "Floridian", 0.8)
    assert texts(compared(left, "The judge sent the Floridian to jail.", pair), FactKind.SPELLING) == []
    statue, pair = "It had Confederate statues.", ("Confederate", "Confederacy", 0.8)
    assert texts(compared(statue, "It had statues of the Confederacy.", pair), FactKind.SPELLING) == []
    other = compared(left, "The judge sent the Flordia man to jail.", ("Florida", "Flordia", 0.8))
    assert texts(other, FactKind.SPELLING) == [("Florida", "Flordia")]


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("The town gave half billion doses to the poor.", "The town gave 500 million doses to the poor.",
         "The town gave 440 million doses to the poor."),
        ("He was sent to prison for 22 1/2 years.", "He was sent to prison for 270 months.",
         ""),
        ("The Group of 7 nations pledged doses.", "The 100 nations were pledged doses.", ""),
        ("Seven Kessel Police officers sued the mayor.", "U.K. Kessel Police officers sued the mayor.", ""),
    ],
)  # fmt: skip
def test_forms_that_were_read_as_another_value(left: str, right: str, other: str) -> None:
    assert listed(left, right) == []
    assert not other or [entry.default for entry in listed(left, other)] == [True]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The board of Kessel raised its prices by 5 percent.",
         "The board of Kessel raised its prices by 9 percent.", FactKind.PERCENTAGE),
        ("Sales of the vaccine in Kessel brought $3.5 billion.",
         "Sales of the vaccine in Kessel brought $4.5 billion.", FactKind.MONEY),
        ("The ferry sank at 6:20 p.m. off Kessel.", "The ferry sank at 9:45 p.m. off Kessel.", FactKind.TIME),
        ("The pilot, 34, was dismissed by the board.", "The pilot, 36, was dismissed by the board.",
         FactKind.AGE),
    ],
)  # fmt: skip
def test_kinds_that_readers_found_of_little_use_are_less_sure(left: str, right: str, kind: FactKind) -> None:
    assert [(entry.kind, entry.default) for entry in found(left, right)] == [(kind, False)]


def test_a_margin_is_no_share() -> None:
    sentence = sentence_of(article("By a 47-11 percent margin voters feared the toll."), 0, "en")
    assert not any(fact.fact.kind is FactKind.PERCENTAGE for fact in find_facts(sentence))


def test_those_taken_to_hospital_are_not_all_who_were_hurt() -> None:
    left = "Forty people were injured in Kessel."
    assert found(left, "In Kessel 29 people were hospitalized.") == []
    assert [entry.default for entry in found(left, "In Kessel 29 people were wounded.")] == [True]


def test_the_category_of_a_storm_counts_nothing() -> None:
    sentence = sentence_of(article("Category 4 Hurricane Anna tore through Kessel."), 0, "en")
    assert find_facts(sentence) == []


def test_years_of_age_are_an_age() -> None:
    sentence = sentence_of(article("The vaccine is for people 16 years of age or older."), 0, "en")
    assert [found.fact.kind for found in find_facts(sentence)] == [FactKind.AGE]


def test_two_weekdays_are_no_two_spellings() -> None:
    pair = ("Tuesday", "Thursday", 0.8)
    entries = compared("It fell, papers said Tuesday.", "It fell early Thursday.", pair)
    assert texts(entries, FactKind.DATE) == texts(entries, FactKind.SPELLING) == []


def test_two_centuries_are_no_two_counts() -> None:
    left = "The tower of Kessel was rebuilt in the 18th century."
    assert found(left, "The tower of Kessel was rebuilt in the 19th century.") == []
    assert found(left.replace(" century", "-century style"), "The tower was of 19th-century style.") == []
    sold = "The shops of Kessel sold the iPhone 5 from Friday on."
    assert found(sold, sold.replace("5", "6")) == []
    assert found(sold.replace("the iPhone 5", "5 phones"), sold.replace("the iPhone 5", "6 phones")) != []
    left = "The swimmer from Kessel won her 18th medal."
    (entry,) = found(left, "The swimmer from Kessel won her 19th medal.")
    assert entry.kind is FactKind.NUMBER
