"""Every encoding news is found in comes out right, and the note says which was taken."""

from __future__ import annotations

import codecs

import pytest

from tui.sources.readers.decode import decode, utf16_without_mark

ENGLISH = "“We will talk,” the minister said — at last. The café paid €5 more. " * 5
FRENCH = "Les présidents ont été reçus à l'Élysée ; leurs équipes négociaient déjà. " * 5
RUSSIAN = "Президент заявил, что переговоры начнутся завтра утром в столице. " * 8
JAPANESE = "大統領は明日の朝、首都で会談を始めると述べた。外務省の報道官も認めた。" * 8


def decoded(data: bytes) -> tuple[str, str]:
    found = decode(data)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (ENGLISH.encode(), ""),
        (codecs.BOM_UTF8 + ENGLISH.encode(), ""),
        (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), "read as UTF-16"),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "read as UTF-16"),
        (codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"), "read as UTF-32"),
        (ENGLISH.encode("cp1252"), "read as windows-1252"),
    ],
)
def test_english_comes_out_the_same_from_every_encoding(data: bytes, note: str) -> None:
    assert decoded(data) == (ENGLISH, note)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "cp1252", "windows-1252"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8_r", "KOI8-R"),
        (JAPANESE, "shift_jis", "Shift JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
    ],
)
def test_old_encodings_are_told_apart(text: str, encoding: str, name: str) -> None:
    assert decoded(text.encode(encoding)) == (text, f"read as {name}")


def test_damaged_utf8_is_not_taken_for_an_old_code_page() -> None:
    text, note = decoded(ENGLISH.encode() + b"The last \xff word \xc3")
    assert text.startswith(ENGLISH)
    assert note == "2 unreadable characters replaced"


def test_utf16_of_odd_length_loses_one_character_only() -> None:
    text, note = decoded(codecs.BOM_UTF16_LE + "We talk.".encode("utf-16-le")[:-1])
    assert text == "We talk\ufffd"
    assert note == "read as UTF-16, 1 unreadable character replaced"


def test_utf16_without_a_mark_is_known_by_its_zero_bytes() -> None:
    plain = "The two met in the capital on Friday. " * 5
    assert utf16_without_mark(plain.encode("utf-16-le")) == "utf-16-le"
    assert utf16_without_mark(plain.encode("utf-16-be")) == "utf-16-be"
    assert utf16_without_mark(plain.encode()) == ""
    assert utf16_without_mark(bytes([1, 0]) * 200) == ""
