"""What only looks like a difference in real reports, each beside one like it that is one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.differences.scoring import SentencePair, article, linked
from tests.analysis.differences.test_same_place import compared, texts
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.sentence import sentence_of
from tui.model import Kind
from tui.model.difference import Difference, FactKind, State


def listed(left: str, right: str) -> list[Difference]:
    """The entries of the open sections."""
    return [entry for entry in SentencePair(1, left, right).disagreements() if entry.default]


def notes(left: str, right: str) -> list[str]:
    return [entry.note for entry in quotations(left, right) if entry.default]


def quotations(left: str, right: str) -> list[Difference]:
    found = SentencePair(1, left, right).disagreements()
    return [entry for entry in found if entry.kind is FactKind.QUOTATION]


WHOLE = (
    "“The board closed the old harbour because the pilots refused the dangerous night shift without lights,” "
    "Lang said."
)


def test_words_that_the_other_side_tells_outside_the_marks_are_not_left_out() -> None:
    cut = "“The board closed the old harbour,” Lang said."
    told = "“The board closed the old harbour,” Lang said, as pilots had refused the shift at night."
    assert notes(WHOLE, cut) == [
        "right leaves out “because the pilots refused the dangerous night shift without lights”"
    ]
    assert notes(WHOLE, told) == []


def test_what_is_left_out_before_a_quotation_is_less_sure_and_nothing_before_a_part() -> None:
    whole = "“Beyond all the noise of lawyers, the board closed the old harbour for good,” Lang said."
    part = "Lang said that “the board closed the old harbour for good.”"
    sentence = "“The board closed the old harbour for good,” Lang said."
    assert quotations(whole, part) == []
    (entry,) = quotations(whole, sentence)
    assert (entry.note, entry.default) == ("right leaves out “Beyond all the noise of lawyers”", False)


def test_a_word_left_out_after_the_first_is_none_before_the_quotation() -> None:
    left, right = (
        "Lang called it a “partisan political attack dog.”",
        "Lang called it a “partisan attack dog gang.”",
    )
    assert notes(left, right) == ["right leaves out “political”; left leaves out “gang”"]


def test_an_end_that_is_left_out_counts_in_a_part_too() -> None:
    whole = "“The board closed the old harbour until every pilot is paid,” Lang said."
    assert notes(whole, "Lang said that “the board closed the old harbour.”") == [
        "right leaves out “until every pilot is paid”"
    ]


def test_two_speakers_who_use_the_same_words_do_not_differ_in_one() -> None:
    def changed(name: str, other: str) -> list[Difference]:
        left = f"“We must release the whole harbour report to the people,” {name} said."
        return quotations(left, f"“We must release the whole harbour report to the pilots,” {other} said.")

    assert len(changed("Lang", "Lang")) == len(changed("Lang", "he")) == 1
    assert changed("Lang", "Warren") == []


def test_any_and_anything_are_one_quantifier() -> None:
    def turned(word: str, other: str) -> list[Difference]:
        sides = (f"“I do not think the board did {w} worse than that,” Lang said." for w in (word, other))
        return [entry for entry in listed(*sides) if entry.note.startswith("in ")]

    assert turned("anything", "any") == []
    assert turned("nothing", "anything") != []


def test_a_day_is_no_other_than_the_limit_of_a_time() -> None:
    aligned = ("program", "program", 0.9), ("2007", "2009", 0.8)

    def days(left: str, right: str) -> list[tuple[str, str]]:
        return texts(compared(left, right, *aligned), FactKind.DATE)

    launched = "The program launched in 2007 is secret."
    assert days(launched, "The program started in 2009 is secret.") == [("2007", "2009")]
    assert days(launched, "Of the program known since 2009 little is left.") == []


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("The board dismissed Anna Lang on Sunday.", "The board dismissed Anna Lang on Friday.", True),
        ("Pressure grew on Anna Lang on Sunday.", "Friends came out for Anna Lang on Friday.", False),
        ("Anna Lang on Friday defended the board.", "Anna Lang tried Saturday to find proof.", False),
    ],
)
def test_days_need_a_shared_act_and_not_a_shared_name(left: str, right: str, differs: bool) -> None:
    assert bool(listed(left, right)) == differs


def test_a_share_in_a_list_is_not_compared() -> None:
    poll = "In the poll, Lang garnered 11 percent of support."
    groups = (
        "Among pilots Royce had 20 percent of support, Brandt 17 percent, Lang 9 percent, Holm 5 percent."
    )
    one = "In the poll, Lang garnered 9 percent of support."
    assert [d.kind for d in listed(poll, one)] == [FactKind.PERCENTAGE]
    assert listed(poll, groups) == []


def counted(text: str) -> list[tuple[str, str]]:
    facts = find_facts(sentence_of(article(text), 0, "en"))
    return [(f.fact.text, f.counted_noun) for f in facts if f.fact.kind is FactKind.NUMBER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It released 3,000 of Ms. Lang's work-related emails.", ("3,000", "email")),
        ("It closed 40 of the city's schools.", ("40", "school")),
        ("He took 25 of the old boats to Lang's harbour.", ("25", "boat")),
        ("It released 3,000 emails of Ms. Lang's.", ("3,000", "email")),
    ],
)
def test_what_belongs_to_somebody_is_counted_by_its_noun(text: str, expected: tuple[str, str]) -> None:
    assert counted(text) == [expected]


def test_the_day_of_the_attacks_after_a_count_is_one_day() -> None:
    assert [text for text, _ in counted("Fifteen of the 19 Sept. 11 hijackers came.")] == ["Fifteen", "19"]
    assert [text for text, _ in counted("On 19 Sept. 11 people came.")] == ["11"]
    assert listed("Of the 19 hijackers 15 came.", "Of the 19 Sept. 11 hijackers 15 came.") == []


def test_a_vague_count_is_shown_whole() -> None:
    left, right = "It hurt 700,000 sailors.", "It hurt hundreds of thousands of sailors."
    entries = compared(left, right, ("sailors", "sailors", 0.9))
    assert texts(entries, FactKind.NUMBER) == [("700,000", "hundreds of thousands of sailors")]


def test_a_name_in_two_spellings_is_listed_by_default() -> None:
    aligned = ("Norwalk", "Norfolk", 0.8), ("harbour", "harbour", 0.9)
    entries = compared("He spoke at the harbour of Norwalk.", "He spoke at the harbour of Norfolk.", *aligned)
    assert [(d.kind, d.default) for d in entries] == [(FactKind.SPELLING, True)]
    both = "He spoke at the harbour of Norfolk, then at Norwalk."
    assert compared("He spoke at the harbour of Norwalk.", both, *aligned) == []


@pytest.mark.parametrize(("same", "default"), [(55.0, False), (65.0, True)])
def test_values_of_passages_that_may_tell_two_things_are_less_sure(same: float, default: bool) -> None:
    aligned = ("boats", "boats", 0.9), ("19", "23", 0.8)
    entries = compared("The board bought 19 boats.", "The board bought 23 boats.", *aligned, same=same)
    assert [(d.kind, d.default) for d in entries] == [(FactKind.NUMBER, default)]


def test_half_of_two_roles_is_no_other_role() -> None:
    def roles(left: str, right: str) -> list[Difference]:
        return [d for d in SentencePair(1, left, right).disagreements() if d.kind is FactKind.ROLE]

    left = "Harbour pilot Anna Lang won the vote."
    assert len(roles(left, "Radio host Anna Lang won the vote.")) == 1
    assert roles(left, "Former pilot and radio host Anna Lang won the vote.") == []


def test_a_scrap_of_a_long_sentence_is_less_sure() -> None:
    whole = (
        "“The board wants the only harbour of free sailors where every pilot and every captain of the town "
        "has a vote and a say,” Lang said."
    )
    scrap = "Lang wants “the only harbour of free sailors” for the town."
    (entry,) = quotations(whole, scrap)
    assert not entry.default
    long_scrap = "Lang said “the board wants the only harbour of free sailors where every pilot” counts."
    assert [entry.default for entry in quotations(whole, long_scrap)] == [True]


def test_accents_are_no_other_spelling() -> None:
    def spellings(name: str, other: str) -> list[Difference]:
        aligned = (name, other, 0.9), ("won", "won", 0.9)
        return compared(f"There {name} won the vote.", f"There {other} won the vote.", *aligned)

    assert spellings("Sanchez", "Sánchez") == []
    assert [d.kind for d in spellings("Sanchez", "Sanchaz")] == [FactKind.SPELLING]


def test_a_word_joined_to_a_number_is_not_what_it_counts() -> None:
    assert counted("They bought seven-seat boats.") == [("seven", "")]


def test_a_word_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    left = (
        "Pilots cheered a few hours after Anna Lang said for the first time that she favours the new harbour."
    )
    right = (
        "Following Lang's speech that favours the new harbour, pilots cheered for the first time for hours."
    )
    assert [d for d in listed(left, right) if d.kind is FactKind.NAME] == []


def test_years_before_two_things_are_of_two_things() -> None:
    election = "The inquiry into the 2016 council election in Kessel has ended."
    assert listed(election, "The inquiry into the 2020 council candidates of Kessel has ended.") == []
    (entry,) = listed(election, "The inquiry into the 2012 council election in Kessel has ended.")
    assert entry.kind is FactKind.DATE


def test_the_name_of_a_place_and_who_is_from_it_are_no_two_names() -> None:
    left = "Mayor Paul Costa Rica said the ferry will run again."
    assert listed(left, "Mayor Paul Costa Rican said the ferry will run again.") == []
    (entry,) = listed(left, "Mayor Paul Costa Ravelo said the ferry will run again.")
    assert entry.kind is FactKind.NAME


def test_days_of_two_acts_are_no_conflict() -> None:
    left = "The aide apologized on Saturday for a post about the mayor’s daughters."
    assert listed(left, "The aide resigned on Monday after a post about the mayor’s daughters.") == []
    (entry,) = listed(left, "The aide apologized on Monday for a post about the mayor’s daughters.")
    assert entry.kind is FactKind.DATE


def test_a_large_number_without_its_last_digits_is_no_other() -> None:
    left = "The couple paid $43 million in taxes to the city of Kessel."
    assert listed(left, "The couple paid $43,885,310 in taxes to the city of Kessel.") == []
    (entry,) = listed(left, "The couple paid $41,385,310 in taxes to the city of Kessel.")
    assert entry.kind is FactKind.MONEY


def test_measures_far_apart_are_of_two_things() -> None:
    left = "The talks in Kessel lasted 90 minutes."
    assert listed(left, "The talks in Kessel lasted 22 days.") == []
    (entry,) = listed(left, "The talks in Kessel lasted five hours.")
    assert entry.kind is FactKind.QUANTITY


def test_counts_of_two_things_far_apart_are_no_conflict() -> None:
    words = ("order", "order", 0.9), ("10", "900", 0.6), ("firms", "workers", 0.7)
    left = "The new order applies to 10 firms."
    assert texts(compared(left, "The new order applies to 900 workers.", *words), FactKind.NUMBER) == []
    near = compared(left, "The new order applies to 12 workers.", words[0], ("10", "12", 0.6), words[2])
    assert texts(near, FactKind.NUMBER) == [("10", "12")]


def test_conflicts_with_a_headline_are_less_sure() -> None:
    left = article("The bridge of Kessel will cost $3 million.")
    body = article("The bridge of Kessel will cost $5 million.")
    headline = replace(body, passages=tuple(replace(p, kind=Kind.HEADLINE) for p in body.passages))
    for right, default in ((body, True), (headline, False)):
        (entry,) = [d for d in differences(linked(left, right, (0, 0)), 50.0) if d.state is State.DIFFERS]
        assert (entry.kind, entry.default) == (FactKind.MONEY, default)


def test_a_place_and_who_is_from_it_are_no_two_spellings() -> None:
    left, pair = "The judge sent the Florida man to jail.", ("Florida", "Floridian", 0.8)
    assert texts(compared(left, "The judge sent the Floridian to jail.", pair), FactKind.SPELLING) == []
    other = compared(left, "The judge sent the Flordia man to jail.", ("Florida", "Flordia", 0.8))
    assert texts(other, FactKind.SPELLING) == [("Florida", "Flordia")]


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("The town gave half billion doses to the poor.", "The town gave 500 million doses to the poor.",
         "The town gave 300 million doses to the poor."),
        ("He was sent to prison for 22 1/2 years.", "He was sent to prison for 270 months.",
         "He was sent to prison for 250 months."),
        ("The Group of 7 nations pledged doses.", "The 100 nations were pledged doses.", ""),
        ("Seven Kessel Police officers sued the mayor.", "U.K. Kessel Police officers sued the mayor.", ""),
    ],
)  # fmt: skip
def test_forms_that_were_read_as_another_value(left: str, right: str, other: str) -> None:
    assert listed(left, right) == []
    assert not other or [entry.default for entry in listed(left, other)] == [True]


def test_of_several_shares_in_one_passage_none_is_sure() -> None:
    left = "Prices in Kessel rose 0.9 percent in June; over the year prices rose 5.4 percent."
    right = "Prices in Kessel rose 0.9 percent in June; in May prices rose 0.6 percent."
    shares = ("Prices", "Prices", 0.9), ("rose", "rose", 0.9), ("5.4", "0.6", 0.7)
    assert [(d.kind, d.default) for d in compared(left, right, *shares)] == [(FactKind.PERCENTAGE, False)]
    alone = compared("Prices in Kessel rose 5.4 percent.", "Prices in Kessel rose 0.6 percent.", *shares)
    assert [(d.kind, d.default) for d in alone] == [(FactKind.PERCENTAGE, True)]


def test_years_of_age_are_an_age() -> None:
    sentence = sentence_of(article("The vaccine is for people 16 years of age or older."), 0, "en")
    assert [found.fact.kind for found in find_facts(sentence)] == [FactKind.AGE]


def test_amounts_far_apart_are_less_sure() -> None:
    left = "Sales of the vaccine in Kessel brought $3.5 billion."
    for amount, default in (("$72.5 billion", False), ("$4.5 billion", True)):
        (entry,) = SentencePair(1, left, f"Sales of the vaccine in Kessel brought {amount}.").disagreements()
        assert (entry.kind, entry.default) == (FactKind.MONEY, default)


def test_two_weekdays_are_no_two_spellings() -> None:
    pair = ("Tuesday", "Thursday", 0.8)
    entries = compared("It fell, papers said Tuesday.", "It fell early Thursday.", pair)
    assert texts(entries, FactKind.DATE) == texts(entries, FactKind.SPELLING) == []
