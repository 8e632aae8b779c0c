"""Who says it, how surely, by what name, in which words."""

from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import SentencePair, article, linked
from tui.analysis.differences.attribution import Attribution, find_attributions
from tui.analysis.differences.distinctive_words import distinctive_words
from tui.analysis.differences.names import find_names, fullest_form, name_conflict, same_given_name
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.word_choice import exchanged_words, word_pairs
from tui.model.difference import FactKind, State


def sentence(text: str) -> Sentence:
    whole = article(text)
    return Sentence(whole, whole.passages[0], "en")


def said(text: str) -> tuple[str, Attribution]:
    read = sentence(text)
    (saying,) = find_attributions(read)
    return read.written(saying.first, saying.end), saying


@pytest.mark.parametrize(
    ("text", "speaker", "level"),
    [
        ("The bridge is closed, police said.", "police", "said"),
        ("“It is over,” said Mayor Jane Doyle.", "Mayor Jane Doyle", "said"),
        ("The ministry has denied that it knew.", "The ministry", "denied"),
        ("According to the report, the cable broke.", "the report", "said"),
        ("The cable broke, according to witnesses.", "witnesses", "said"),
        ("Dmitry Orlov, a spokesman for the port, claimed victory.", "Dmitry Orlov", "claimed"),
        ("His family later confirmed the death.", "His family", "confirmed"),
    ],
)
def test_a_saying_has_a_speaker_and_a_degree_of_certainty(text: str, speaker: str, level: str) -> None:
    written, saying = said(text)
    assert (written, saying.level) == (speaker, level)


def test_words_inside_quotation_marks_say_nothing_for_the_report() -> None:
    assert [
        saying.level for saying in find_attributions(sentence("“He said it was claimed,” she said."))
    ] == ["said"]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [("bob", "robert", True), ("j", "john", True), ("dan", "daniel", True), ("daniel", "david", False)],
)
def test_short_forms_of_given_names(one: str, two: str, same: bool) -> None:
    assert same_given_name(one, two) is same
    assert same_given_name(two, one) is same


def test_a_short_name_stands_for_the_full_one() -> None:
    names = find_names(sentence("There Xi Jinping met Mr. Putin, and Xi left."))
    assert fullest_form(names[-1], names) == ("xi", "jinping")


def test_two_moores_leave_a_moore_open() -> None:
    names = find_names(sentence("There Ann Moore met Paul Moore, and Moore left."))
    assert fullest_form(names[-1], names) == ("moore",)


@pytest.mark.parametrize(
    ("one", "two", "two_names"),
    [
        ("It was Robert Hale who drove.", "It was Richard Hale who drove.", True),
        ("It was Robert Hale who drove.", "It was Bob Hale who drove.", False),
        ("We met Volodymyr Zelensky there.", "We met Volodymyr Zelenskyy there.", False),
        ("Then Mayor Jane Doyle left.", "Then Mayor Carol Finch left.", True),
        ("Then Jane Doyle left.", "Then Carol Finch left.", False),
    ],
)
def test_two_names_in_one_place(one: str, two: str, two_names: bool) -> None:
    (left,), (right,) = find_names(sentence(one)), find_names(sentence(two))
    assert bool(name_conflict(left, right)) is two_names
    assert name_conflict(left, right) == name_conflict(right, left)


def test_a_source_that_one_side_alone_names_is_no_disagreement() -> None:
    pair = SentencePair(
        1, "The driver fell asleep at the wheel, police said.", "The driver fell asleep at the wheel."
    )
    assert pair.disagreements() == []


def test_words_of_one_family_are_listed_with_counts_and_places() -> None:
    left = article("The invasion of the island began at dawn.", "The invasion shocked the island.")
    right = article("The crisis on the island began at dawn.", "The island was calm.")
    (pair,) = word_pairs(linked(left, right, (0, 0)), 50.0)
    assert (pair.left, pair.right, pair.listed) == ("invasion", "crisis", True)
    assert (pair.passages, pair.left_count, pair.right_count) == (((0, 0),), 2, 1)


def test_words_exchanged_between_shared_runs() -> None:
    left = "Her eldest daughter runs the family company."
    right = "Her oldest daughter runs the family company."
    assert exchanged_words(left, right) == [("eldest", "oldest")]


def test_a_word_both_use_alike_sets_neither_apart() -> None:
    left = article("Tax tax tax returns. " + "Harbour news of ships and men. " * 5)
    right = article("Harbour news of ships and women. " * 5)
    mine, _ = distinctive_words(linked(left, right))
    assert [word.word for word in mine] == ["tax", "men"] or "harbour" not in [word.word for word in mine]
    assert all(word.weight >= 3.84 for word in mine)


def test_a_hedge_stands_against_a_flat_statement() -> None:
    pair = SentencePair(1, "The coach allegedly struck the tall player.", "The coach struck the tall player.")
    (entry,) = pair.disagreements()
    assert (entry.kind, entry.state) == (FactKind.CERTAINTY, State.DIFFERS)
    assert (entry.left and entry.left.text) == "allegedly"
