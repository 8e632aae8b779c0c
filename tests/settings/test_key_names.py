import string

import pytest
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.keys import _character_to_key

from tui.settings.key_names import SENT_AS, SPECIAL_KEYS, is_key, key_name, key_names, meant
from tui.ui.keys import READING_KEYS


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("/", "slash"),
        ("?", "question_mark"),
        ("-", "minus"),
        ("n", "n"),
        ("f7", "f7"),
        ("+", "plus"),
        ("ctrl+/", "ctrl+slash"),
        ("ctrl++", "ctrl+plus"),
        ("ctrl+@", "ctrl+@"),
    ],
)
def test_characters_have_textuals_names(key: str, name: str) -> None:
    assert key_name(key) == name
    assert is_key(key)


def test_every_key_that_textual_reads_from_a_terminal_is_one() -> None:
    old = {key.value for keys in ANSI_SEQUENCES_KEYS.values() if isinstance(keys, tuple) for key in keys}
    new = set(FUNCTIONAL_KEYS.values()) - MODIFIER_FUNCTIONAL_KEYS
    sent = {key for key in old | new if not key.startswith("<")}  # <scroll-up> is the mouse
    assert len(sent) > 150
    assert [key for key in sent if not is_key(key)] == []
    assert {*FUNCTIONAL_KEYS.values(), "space"} >= SPECIAL_KEYS


def test_a_key_that_old_terminals_name_otherwise_has_both_names() -> None:
    assert key_names("ctrl+/, n") == ("ctrl+slash", "n", "ctrl+underscore")
    assert key_names("ctrl+space") == ("ctrl+space", "ctrl+@")
    assert sent("\x1f") == "ctrl+underscore" and sent("\x00") == "ctrl+@"


@pytest.mark.parametrize(("key", "other"), SENT_AS.items())
def test_some_keys_come_as_another_one(key: str, other: str) -> None:
    name = key.removeprefix("ctrl+")
    letter = "[" if len(name) > 1 else name
    assert key_name(f"ctrl+{letter}") == key
    assert sent(chr(ord(letter.upper()) - 64)) == other


def sent(character: str) -> str:
    """The key as which Textual takes a control character of a terminal."""
    keys = ANSI_SEQUENCES_KEYS[character]
    assert isinstance(keys, tuple)
    return str(keys[0].value)


def test_every_character_that_is_typed_is_a_key() -> None:
    typed = f"{string.ascii_letters}{string.digits}{string.punctuation}äÖñ§«€я中"
    assert [character for character in typed if not is_key(character)] == []
    assert [key_name(character) for character in typed] == [_character_to_key(c) for c in typed]


def test_a_character_may_be_written_by_its_name() -> None:
    names = map(_character_to_key, f"{string.ascii_letters}{string.digits}{string.punctuation} äÖñ§€я中")
    assert [name for name in names if not is_key(name)] == []


def test_every_default_key_is_one() -> None:
    names = [name for key in READING_KEYS for name in key.keys.split(",")]
    assert [name for name in names if not is_key(name)] == []


@pytest.mark.parametrize(
    "key", ["alt+n", "alt+shift+n", "ctrl+shift+n", "alt+down", "shift+space", "super+c"]
)
def test_modifiers_stand_before_a_key_in_the_order_of_the_alphabet(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("F4", "f4"),
        ("Space", "space"),
        ("esc", "escape"),
        ("PgDn", "pagedown"),
        ("enterr", "enter"),
        ("solidus", "slash"),
        ("question-mark", "question_mark"),
        ("shift+n", "N"),
        ("shift+slash", "slash"),
        ("ctrl+N", "ctrl+shift+n"),
        ("Ctrl+X", "ctrl+shift+x"),
        ("C-x", "ctrl+x"),
        ("<C-x>", "ctrl+x"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("ctrl+ctrl+x", "ctrl+x"),
        ("nope", ""),
        ("ctrl+", ""),
        ("left_control", ""),
        ("", ""),
    ],
)
def test_a_key_that_never_comes_is_none_and_the_one_meant_is_found(wrong: str, right: str) -> None:
    assert not is_key(wrong)
    assert meant(wrong) == right
