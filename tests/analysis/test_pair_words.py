"""What both of two passages say, what differs in the same place, and what only one says."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tui.analysis.pair_words import pair_words
from tui.model import Span
from tui.model.difference import MarkedWords, Sharing

BEFORE = "The fire killed 12 people on Tuesday, the harbour board said."
AFTER = "The fire killed 15 people on Tuesday, the harbour board of Kessel said."


def marked(text: str, marks: tuple[MarkedWords, ...], sharing: Sharing) -> list[str]:
    return [mark.span.cut(text) for mark in marks if mark.sharing is sharing]


def test_two_versions_of_a_sentence_read_like_a_word_diff() -> None:
    words = pair_words(BEFORE, AFTER)
    assert words.differing == (("12", "15"),)
    assert (words.only_left, words.only_right) == ((), ("of Kessel",))
    assert marked(BEFORE, words.left, Sharing.DIFFERS) == ["12"]
    assert marked(AFTER, words.right, Sharing.ONLY) == ["of Kessel"]
    assert marked(BEFORE, words.left, Sharing.BOTH)[0] == "fire killed"


def test_the_same_text_is_in_both_throughout() -> None:
    words = pair_words(BEFORE, BEFORE)
    assert {mark.sharing for mark in (*words.left, *words.right)} == {Sharing.BOTH}
    assert not words.differing and not words.only_left


def test_a_moved_run_is_in_both() -> None:
    words = pair_words("On Tuesday night a fire broke out.", "A fire broke out on Tuesday night.")
    assert "fire broke" in " ".join(words.both)
    assert not words.only_left and not words.only_right


def test_other_forms_of_a_word_are_the_same_word() -> None:
    assert "negotiating" in pair_words("They were negotiating.", "Kyiv negotiates today.").both


def test_a_negation_that_was_added_is_told() -> None:
    words = pair_words("The ship will sail.", "The ship will not sail.")
    assert words.only_right == ("not",)


def spans_of(text: str, other: str, *pairs: tuple[str, str]) -> list[tuple[Span, Span, float]]:
    """Those words of both texts aligned, and those that are equal, each as alike as two words can be."""

    def span(words: str, word: str) -> Span:
        found = re.search(rf"\b{word}\b", words)
        assert found
        return Span(*found.span())

    equal = [(word, word) for word in text.strip(".").split() if word in other.strip(".").split()]
    return [(span(text, left), span(other, right), 0.9) for left, right in (*pairs, *equal)]


def test_other_words_for_the_same_are_told_with_both_words_and_other_numbers_differ() -> None:
    left, right = "Xi urged 12 men", "Xi pressed 15 men"
    aligned = spans_of(left, right, ("urged", "pressed"), ("12", "15"))
    words = pair_words(left, right, aligned=aligned)
    assert words.both == ("Xi", "men")
    assert words.other_words == (("urged", "pressed"),)
    assert words.differing == (("12", "15"),)
    assert marked(left, words.left, Sharing.BOTH) == ["Xi urged", "men"]


@pytest.mark.parametrize(
    ("left", "right", "pair"),
    [
        ("He leaves in January.", "He leaves in February.", ("January", "February")),
        ("It came on Monday.", "It came on Tuesday.", ("Monday", "Tuesday")),
        ("A majority of packages came.", "Several of the packages came.", ("majority", "Several")),
        ("The first man spoke.", "The second man spoke.", ("first", "second")),
        ("Police went to Aventura.", "Police went to Plantation.", ("Aventura", "Plantation")),
        ("They never met.", "They once met.", ("never", "once")),
    ],
)
def test_another_day_count_or_name_is_another_fact(left: str, right: str, pair: tuple[str, str]) -> None:
    words = pair_words(left, right, aligned=spans_of(left, right, pair))
    assert pair in words.differing
    assert words.other_words == ()
    assert pair[0] not in " ".join(words.both)


def test_a_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    left, right = "Lawyers spoke.", "Attorneys spoke."
    words = pair_words(left, right, aligned=spans_of(left, right, ("Lawyers", "Attorneys")))
    assert words.other_words == (("Lawyers", "Attorneys"),)


def test_every_german_noun_has_a_capital() -> None:
    left, right = "Gestern trat die Regierung an.", "Gestern trat das Kabinett an."
    aligned = spans_of(left, right, ("Regierung", "Kabinett"))
    assert pair_words(left, right, ("de", "de"), aligned).other_words == (("Regierung", "Kabinett"),)


def test_long_runs_in_the_same_place_are_no_exchange() -> None:
    left = "Rain fell while the council of the old harbour town met without its mayor."
    right = "Rain ruined every open air concert that had been planned there for the summer weekend."
    assert pair_words(left, right).differing == ()


def test_the_marks_are_in_order_and_apart() -> None:
    words = pair_words(BEFORE, AFTER)
    for marks in (words.left, words.right):
        spans = [(mark.span.start, mark.span.end) for mark in marks]
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_a_passage_without_words_has_none_marked() -> None:
    assert pair_words("", BEFORE).left == pair_words("…", "…").left == ()


@pytest.mark.parametrize(
    ("left", "right", "differing"),
    [
        ("They meet on Feb. 25.", "They meet on Feb. 26.", (("Feb. 25", "Feb. 26"),)),
        ("They meet on March 5.", "They meet on 12 April.", (("March 5", "12 April"),)),
        ("It was on July 5, 2022.", "It was on June 5, 2022.", (("July 5, 2022", "June 5, 2022"),)),
        ("It may kill 12 people.", "It may kill 15 people.", (("12", "15"),)),
    ],
)
def test_a_date_that_differs_in_part_is_listed_whole(
    left: str, right: str, differing: tuple[tuple[str, str], ...]
) -> None:
    words = pair_words(left, right)
    assert words.differing == differing
    assert not any("Feb" in phrase or "2022" in phrase for phrase in words.both)


def test_an_abbreviation_keeps_its_full_stop() -> None:
    assert pair_words("It was cold in Feb. and dark.", "It was dark.").only_left == ("cold in Feb.",)
    assert pair_words("The ship will sail.", "The captain will sail.").differing == (("ship", "captain"),)


def test_words_that_say_nothing_by_themselves_are_not_listed() -> None:
    words = pair_words("She sat at the table.", "She sat by the table.")
    assert (words.differing, words.only_left, words.only_right) == ((), (), ())
    assert marked("She sat at the table.", words.left, Sharing.DIFFERS) == ["at"]


def test_how_much_is_listed_only_beside_another_amount() -> None:
    assert pair_words("They oppose blocs.", "They oppose any blocs.").only_right == ()
    assert pair_words("They oppose blocs.", "They oppose three blocs.").only_right == ("three",)


def test_a_phrase_of_one_side_does_not_end_in_a_word_that_says_nothing() -> None:
    words = pair_words(
        "The fire died out, he said to Dr. Smith in No. 10.", "A fire, he said to no one, died."
    )
    assert "Dr. Smith" in words.only_left
