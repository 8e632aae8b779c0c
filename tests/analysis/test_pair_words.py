"""What both of two passages say, what differs in the same place, and what only one says."""

from __future__ import annotations

from itertools import pairwise

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


def test_aligned_words_of_one_meaning_are_in_both_and_other_numbers_are_not() -> None:
    left, right = "Xi urged 12 men", "Xi called 15 men"
    spans = [(Span(0, 2), Span(0, 2), 0.9), (Span(3, 8), Span(3, 9), 0.7), (Span(9, 11), Span(10, 12), 0.9)]
    words = pair_words(left, right, aligned=spans)
    assert words.both == ("Xi urged", "men")
    assert words.differing == (("12", "15"),)


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
