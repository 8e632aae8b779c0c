"""Words, their normal forms, quotations."""

from __future__ import annotations

import pytest

from tui.analysis.tokens import char_ngrams, normal_form, quotation_offsets, token_offsets, with_ascii_digits


def words(text: str) -> list[str]:
    return [normal_form(text[start:end]) for start, end in token_offsets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. economy", ["the", "us", "economy"]),
        ("Putin’s talks, O'Brien's call", ["putin", "talks", "o'brien", "call"]),
        ("1,200 people paid $43.5 in the 1990s", ["1200", "people", "paid", "43.5", "in", "the", "1990s"]),
        ("third-party", ["third", "party"]),
        ("ﬁnal ＡＢＣ", ["final", "abc"]),
        ("Straße", ["strasse"]),
        ("", []),
        ("— …", []),
    ],
)
def test_words_have_one_form_however_written(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_scripts_without_spaces_give_pairs_of_letters() -> None:
    assert words("和平谈判 2022") == ["和平", "平谈", "谈判", "2022"]
    assert words("会") == ["会"]


def test_related_words_share_grams() -> None:
    assert set(char_ngrams("zelensky")) & set(char_ngrams("zelenskyy"))
    assert not set(char_ngrams("talks")) & set(char_ngrams("ships"))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no” twice.", ["“no”"]),
        ('He said "no" and "never".', ['"no"', '"never"']),
        ("Er sagte „nein“ dazu.", ["„nein“"]),
        ("Il a dit « non » hier.", ["« non »"]),
        ("The ‘people’s choice’ won, it’s said.", ["‘people’s choice’"]),
        ("“First.\n\n“Second.” End.", ["“First.", "“Second.”"]),
        ("It’s the workers’ day.", []),
    ],
)
def test_quotations_are_found(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quotation_offsets(text)] == inside


def test_a_possessive_by_itself_stays_a_word() -> None:
    assert normal_form("'s") == "'s"
    assert all(
        normal_form(text[start:end]) for text in ("偯ŋffice's", "’s") for start, end in token_offsets(text)
    )


def test_digits_of_all_scripts_become_those_of_ascii_in_their_places() -> None:
    assert with_ascii_digits("a ١٬٢٠٠٫٥ ۱۲ १२ ১২ １２ 12 é") == "a 1,200.5 12 12 12 12 12 é"
    assert with_ascii_digits("½ ² 二") == "½ ² 二"
