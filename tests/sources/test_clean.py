"""Nothing a terminal could obey gets past the cleaner; nothing a reader needs is lost."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.sources.clean import MAX_LINE, clean_line, clean_text

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SEEDS = st.sampled_from(
    ["\x1b]0;", "\x1b[", "\x9b", "\x07", "\x1b\\", "\u0301", "\u200d", "\n", "\u202e", "e", "👩"]
)


@given(st.lists(st.one_of(st.text(max_size=5), SEEDS)).map("".join))
def test_a_clean_text_has_no_control_and_stays_as_it_is(text: str) -> None:
    clean, _ = clean_text(text)
    assert not [c for c in clean if c != "\n" and unicodedata.category(c) in ("Cc", "Cs")]
    assert not set(clean) & set(BIDI)
    assert clean_text(clean) == (clean, 0)


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;title\x07",
        "\x1b]52;c;c3RlYWw=\x1b\\",
        "\x1b[31m",
        "\x1b[?1049h",
        "\x9b2J",
        "\x9d0;title\x9c",
        "\x1bPq#0\x1b\\",
        "\x1b_Gpayload\x1b\\",
        "\x1b(0",
        "\x1bc",
        "\x00",
        "\x7f",
        "\u202e",
        "\U000e0041",
        "\ufdd0",
        "\U0001ffff",
        "\ud800",
    ],
)
def test_a_hostile_sequence_is_removed_completely_and_counted(hostile: str) -> None:
    assert clean_text(f"The talks {hostile}went on.") == ("The talks went on.", 1)


def test_an_unterminated_escape_sequence_does_not_remove_the_article() -> None:
    assert clean_text("Before \x1b]0;after.\nNext line.")[0] == "Before 0;after.\nNext line."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_every_line_end_is_a_newline(end: str) -> None:
    assert clean_text(f"one{end}two{end}") == ("one\ntwo\n", 0)


def test_a_paragraph_separator_leaves_a_blank_line() -> None:
    assert clean_text("one\u2029two")[0] == "one\n\ntwo"


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2009", "\u202f", "\u3000"])
def test_odd_spaces_become_plain_and_are_not_counted(space: str) -> None:
    assert clean_text(f"10{space}km") == ("10 km", 0)


@pytest.mark.parametrize("empty", ["\u00ad", "\u200b", "\ufeff", "\u2060", "\u200d", "\u200c"])
def test_characters_that_only_look_empty_do_not_break_words(empty: str) -> None:
    assert clean_text(f"co{empty}operation") == ("cooperation", 0)


@pytest.mark.parametrize("needed", ["می‌خواهم", "क्‍ष", "ශ්‍රී"])
def test_joiners_that_are_spelling_stay(needed: str) -> None:
    assert clean_text(needed)[0] == needed


@pytest.mark.parametrize(
    ("fancy", "plain"),
    [
        ("👩‍👩‍👧", "👩👩👧"),
        ("✈️ ❤︎", "✈ ❤"),
        ("👍🏽 👋🏿", "👍 👋"),
        ("1️⃣", "1⃣"),
        ("🇫🇷🇩🇪 🇨", "🇫🇷🇩🇪 "),
        ("邊\U000e0101", "邊"),
    ],
)
def test_emoji_lose_what_makes_their_width_uncertain(fancy: str, plain: str) -> None:
    assert clean_text(fancy) == (plain, 0)


@given(
    st.text(
        st.characters(exclude_categories=["Cs"])
        | st.sampled_from("👍🏽👩\u200d\ufe0f\ufe0e1\u20e3🇫🇷✈e\u0301")
    )
)
def test_a_clean_text_is_as_wide_as_its_characters(text: str) -> None:
    """So that a line may be measured character by character, and each column stays where it is."""
    clean = clean_text(text)[0].replace("\u200d", "")  # spelling of Indic scripts, and nothing else
    assert cell_len(clean) == sum(map(cell_len, clean))


def test_marks_on_one_letter_are_limited() -> None:
    clean, _ = clean_text("z" + "\u0301\u0327" * 40 + "o")
    assert len(clean) < 10 and clean.endswith("o")


def test_letters_and_accents_are_composed() -> None:
    assert clean_text("Cafe\u0301")[0] == "Café"


def test_a_line_is_one_line_of_bounded_length() -> None:
    assert clean_line(" a\x1b[31m\n b\tc ") == "a b c"
    long = clean_line("word " * 1000)
    assert len(long) <= MAX_LINE and long.endswith("…")


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["\x1b]0;", "\x1b[", "\x9d", "e\u0301\u0301", "\u200d", "\u202e"])
def test_five_megabytes_of_anything_take_seconds(unit: str) -> None:
    begun = time.process_time()
    clean_text(unit * (5_000_000 // len(unit)))
    assert time.process_time() - begun < 15


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("می\u200cخواهد", "می\u200cخواهد"), ("ش\u200dر", "ش\u200dر"), ("क्\u200d\u200cष", "क्\u200cष"),
        ("ab\u200cc", "abc"), ("می\u200c", "می"), ("\u200cمی", "می"), ("می\u200c\u200cخ", "میخ"),
        ("क्\u200d", "क्"), ("👩\u200d👩", "👩👩"),
    ],
)  # fmt: skip
def test_a_joiner_stays_by_itself_between_letters_that_are_spelt_with_it(text: str, clean: str) -> None:
    assert clean_text(text)[0] == clean
