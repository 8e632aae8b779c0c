"""What only looks like a difference in real reports, each beside one like it that is one."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article as article_of
from tests.analysis.differences.scoring import SentencePair, article, linked
from tests.analysis.differences.test_same_place import compared, texts
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.sentence import sentence_of
from tui.model.difference import Difference, FactKind, Section


def listed(left: str, right: str) -> list[Difference]:
    """The entries of the open sections."""
    return [entry for entry in SentencePair(1, left, right).disagreements() if entry.default]


def found(left: str, right: str) -> list[Difference]:
    """The entries of all sections."""
    return SentencePair(1, left, right).disagreements()


def notes(left: str, right: str) -> list[str]:
    return [entry.note for entry in quotations(left, right) if entry.default]


def quotations(left: str, right: str) -> list[Difference]:
    return [entry for entry in found(left, right) if entry.kind is FactKind.QUOTATION]


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
    (entry,) = quotations(left, right)
    assert (entry.note, entry.default) == ("right leaves out “political”; left leaves out “gang”", False)


def test_an_end_that_is_left_out_counts_in_a_part_too() -> None:
    whole = "“The board closed the old harbour until every single pilot is paid,” Lang said."
    (entry,) = quotations(whole, "Lang said that “the board closed the old harbour.”")
    assert entry.note == "right leaves out “until every single pilot is paid”"


@pytest.mark.parametrize(
    ("rest", "sure"),
    [
        (" in order to heal", False),
        (" until every harbour pilot agrees", False),
        (" until every harbour pilot of Brelling agrees in writing", True),
    ],
)
def test_a_few_words_less_are_less_sure(rest: str, sure: bool) -> None:
    whole = f"“The town needs a long rest from building{rest},” Lang said."
    (entry,) = quotations(whole, "“The town needs a long rest from building,” Lang said.")
    assert (entry.note, entry.default) == (f"right leaves out “{rest.strip()}”", sure)


def test_words_told_some_passages_away_are_left_out_less_surely() -> None:
    def default(told: str) -> list[bool]:
        left = article(
            "“The board closed the harbour after pilots refused dangerous night shifts without lights,” "
            "Lang said."
        )
        right = article_of(["“The board closed the harbour,” Lang said.", "It rained.", "It was cold.", told])
        entries = differences(linked(left, right, (0, 0)), 50.0)
        return [entry.default for entry in entries if entry.kind is FactKind.QUOTATION]

    assert default("Pilots had refused dangerous night shifts without lights.") == [False]
    assert default("The mayor was away.") == [True]


def test_two_speakers_who_use_the_same_words_do_not_differ_in_one() -> None:
    def changed(name: str, other: str) -> list[Difference]:
        left = f"“We must release the whole harbour report to the people,” {name} said."
        return quotations(left, f"“We must release the whole harbour report to the pilots,” {other} said.")

    assert len(changed("Lang", "Lang")) == len(changed("Lang", "he")) == 1
    assert changed("Lang", "Warren") == []


def test_any_and_anything_are_one_quantifier() -> None:
    def turned(word: str, other: str) -> list[Difference]:
        sides = (f"“I do not think the board did {w} worse than that,” Lang said." for w in (word, other))
        return [entry for entry in found(*sides) if entry.note.startswith("in ")]

    assert [entry.weight for entry in turned("anything", "any")] != [0.7]
    ((weight, default),) = ((entry.weight, entry.default) for entry in turned("nothing", "anything"))
    assert (weight, default) == (0.7, False)


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
    entries = found(left, right)
    assert [entry.kind for entry in entries] == [FactKind.DATE] * differs
    assert not any(entry.default for entry in entries)  # few days that differ are worth a look


def test_a_share_in_a_list_is_not_compared() -> None:
    poll = "In the poll, Lang garnered 11 percent of support."
    groups = (
        "Among pilots Royce had 20 percent of support, Brandt 17 percent, Lang 9 percent, Holm 5 percent."
    )
    one = "In the poll, Lang garnered 9 percent of support."
    assert [d.kind for d in found(poll, one)] == [FactKind.PERCENTAGE]
    assert found(poll, groups) == []


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


def test_a_name_in_two_spellings_stands_with_the_names() -> None:
    aligned = ("Norwalk", "Norfolk", 0.8), ("harbour", "harbour", 0.9)
    entries = compared("He spoke at the harbour of Norwalk.", "He spoke at the harbour of Norfolk.", *aligned)
    assert [(d.kind, d.section, d.default) for d in entries] == [(FactKind.SPELLING, Section.NAMES, False)]
    both = "He spoke at the harbour of Norfolk, then at Norwalk."
    assert compared("He spoke at the harbour of Norwalk.", both, *aligned) == []


@pytest.mark.parametrize(("same", "default"), [(55.0, False), (65.0, True)])
def test_values_of_passages_that_may_tell_two_things_are_less_sure(same: float, default: bool) -> None:
    aligned = ("boats", "boats", 0.9), ("19", "22", 0.8)
    entries = compared("The board bought 19 boats.", "The board bought 22 boats.", *aligned, same=same)
    assert [(d.kind, d.default) for d in entries] == [(FactKind.NUMBER, default)]


def test_half_of_two_roles_is_no_other_role() -> None:
    def roles(left: str, right: str) -> list[Difference]:
        return [d for d in SentencePair(1, left, right).disagreements() if d.kind is FactKind.ROLE]

    left = "Harbour pilot Anna Lang won the vote."
    assert len(roles(left, "Radio host Anna Lang won the vote.")) == 1
    assert roles(left, "Former pilot and radio host Anna Lang won the vote.") == []


def test_a_scrap_of_a_long_sentence_is_less_sure() -> None:
    whole = (
        "“The board wants the only harbour of free sailors where every pilot and every captain, guard and "
        "cook of the wide bay has a vote and a say,” Lang said."
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
    assert [d for d in found(left, right) if d.kind is FactKind.NAME] == []
