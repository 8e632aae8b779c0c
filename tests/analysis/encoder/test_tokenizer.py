"""Pieces and their places."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.encoder.folder import BUNDLED
from tui.analysis.encoder.tokenizer import MARKER, Tokenizer, Unigram, WordPiece, load_tokenizer

TOKENIZER = load_tokenizer(BUNDLED)
AWKWARD = st.sampled_from(
    ["e\u0301", "ﬁ", "½", "\u200b", "\x00", "\t", "\u3000", "한", "\u1112\u1161", "👩\u200d🚀", "हिन्दी", "שָׁ"]
)
TEXTS = st.lists(st.text(max_size=8) | AWKWARD | st.sampled_from(["Thursday", " ", "“", "日本語", "ا"])).map(
    "".join
)
WORDPIECE = WordPiece(
    {
        "pieces": [
            "[CLS]",
            "[SEP]",
            "[PAD]",
            "[UNK]",
            "talks",
            "un",
            "##afford",
            "##able",
            ",",
            "cafe",
            "中",
        ],
        "first": "[CLS]",
        "last": "[SEP]",
        "padding": "[PAD]",
        "unknown": "[UNK]",
        "lower": True,
    }
)


def cut(tokenizer: Tokenizer, text: str) -> list[str]:
    return [text[start:end] for start, end in tokenizer.cut(text).spans]


@given(TEXTS)
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    ids, spans = TOKENIZER.cut(text)
    assert len(ids) == len(spans)
    assert all(0 <= piece < TOKENIZER.size for piece in ids)
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(TEXTS)
def test_every_letter_and_digit_is_in_a_piece(text: str) -> None:
    covered = {index for start, end in TOKENIZER.cut(text).spans for index in range(start, end)}
    visible = {index for index, character in enumerate(text) if unicodedata.category(character)[0] in "LN"}
    assert visible <= covered


@given(TEXTS)
def test_spaces_around_a_text_change_nothing(text: str) -> None:
    assert TOKENIZER.cut(f"  {text} ").ids == TOKENIZER.cut(text).ids


@given(st.text())
def test_wordpiece_spans_are_in_order_and_inside_the_text(text: str) -> None:
    spans = WORDPIECE.cut(text).spans
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_words_of_the_news_are_whole() -> None:
    text = "Thursday the Republican investigation announced military aid to Ukraine"
    assert cut(TOKENIZER, text) == text.split()


def test_a_text_without_characters_has_no_pieces() -> None:
    assert TOKENIZER.cut("") == TOKENIZER.cut(" \n ") == ([], [])


def test_the_space_before_a_word_is_not_in_its_span() -> None:
    assert TOKENIZER.cut("the  visit").spans == [(0, 3), (5, 10)]


def test_the_marker_before_chinese_has_an_empty_span() -> None:
    ids, spans = TOKENIZER.cut("国务卿表示。")
    assert isinstance(TOKENIZER, Unigram)
    assert ids[0] == TOKENIZER.ids[MARKER]
    assert spans[0] == (0, 0)
    assert cut(TOKENIZER, "国务卿表示。") == ["", "国", "务", "卿", "表示", "。"]


def test_composed_and_decomposed_letters_are_the_same_pieces() -> None:
    text = "Café naïve Việt Nam für 한국"
    decomposed = unicodedata.normalize("NFD", text)
    assert TOKENIZER.cut(decomposed).ids == TOKENIZER.cut(text).ids
    assert TOKENIZER.cut(decomposed).spans[-1][1] == len(decomposed)


def test_unknown_characters_in_a_row_are_a_single_piece() -> None:
    ids, spans = TOKENIZER.cut("𓀀𓀁𓀂")
    assert isinstance(TOKENIZER, Unigram)
    assert ids[-1] == TOKENIZER.unknown
    assert spans[-1] == (0, 3)


# What the library sentencepiece 0.2.3 makes of these texts with all pieces.
@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Putin's visit cost $1.5 million.", "▁Putin|'|s|▁visit|▁cost|▁$|1.5|▁million|."),
        ("Der Präsident reiste nach Großbritannien.", "▁Der|▁Präsident|▁reis|te|▁nach|▁Großbritannien|."),
        ("«Россия» и Украина", "▁«|Россия|»|▁и|▁Украина"),
        ("ﬁne  “talks”\u200b … ½", "▁fine|▁“|talk|s|”|▁...|▁1⁄2"),
        ("国务卿表示。", "▁|国|务|卿|表示|。"),
        ("🙂 ok", "▁🙂|▁ok"),
    ],
)
def test_the_cut_is_that_of_the_library(text: str, pieces: str) -> None:
    assert isinstance(TOKENIZER, Unigram)
    names = {index: piece for piece, index in TOKENIZER.ids.items()}
    assert "|".join(names[index] for index in TOKENIZER.cut(text).ids) == pieces


def test_wordpiece_takes_the_longest_pieces() -> None:
    assert cut(WORDPIECE, "Talks, unaffordable Café 中中") == [
        "Talks", ",", "un", "afford", "able", "Café", "中", "中",
    ]  # fmt: skip
    assert WORDPIECE.cut("unafford").ids == [5, 6]


def test_wordpiece_knows_a_word_whole_or_not_at_all() -> None:
    assert WORDPIECE.cut("unsaid talks") == ([3, 4], [(0, 6), (7, 12)])
