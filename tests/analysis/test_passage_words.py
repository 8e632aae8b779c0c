"""Phrases of a passage as they are shown."""

import pytest

from tui.analysis.passage_words import PassageWords

TEXT = "The “reasonable security concerns” of every country, he said, “must be met. Nobody may “be left out.”"


@pytest.mark.parametrize(
    ("first", "last", "phrase"),
    [
        ("reasonable", "country", "“reasonable security concerns” of every country"),
        ("security", "country", "security concerns of every country"),
        ("The", "concerns", "The “reasonable security concerns”"),
        ("The", "security", "The reasonable security"),
        ("left", "out", "left out"),
    ],
)
def test_a_phrase_has_both_marks_of_a_quotation_or_none(first: str, last: str, phrase: str) -> None:
    words = PassageWords.of(TEXT, "en")
    places = [TEXT[start:end] for start, end in words.spans]
    assert words.phrase(places.index(first), places.index(last)) == phrase
