from pathlib import Path

import pytest

from tui.settings.config_file import Config, ConfigError, check_keys, keymap, read_config
from tui.ui.keys import READING_KEYS, RENAMED_KEYS

KEYS = {key.id: key.keys for key in READING_KEYS}


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_settings_are_the_defaults(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml", KEYS) == Config()


def test_settings_and_keys_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path, 'ascii = true\nthreshold = 60\n[keys]\n"link.next" = "f7,+"\n"threshold.raise" = "K"\n'
    )
    config = read_config(path, KEYS)
    assert (config.ascii, config.threshold) == (True, 60)
    assert keymap(config) == {"link.next": "f7,plus", "threshold.raise": "K"}


def test_key_ids_of_earlier_versions_are_renamed(tmp_path: Path) -> None:
    path = write(tmp_path, '[keys]\n"strip.toggle" = "f7"\n"recents" = "f8"\n"open.recent" = "f9"\n')
    config = read_config(path, KEYS, RENAMED_KEYS)
    assert config.keys == {"details.toggle": "f7", "open.recent": "f9"}


def test_every_renamed_id_leads_to_one_there_is_and_is_not_in_use() -> None:
    assert set(RENAMED_KEYS.values()) <= set(KEYS)
    assert not set(RENAMED_KEYS) & set(KEYS)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("threshold = 101", ["threshold", "0 to 100"]),
        ("treshold = 50", ["treshold", "threshold"]),
        ("ascii = 1", ["ascii", "wrong type"]),
        ("theme = true", ["theme", "wrong type"]),
        ("nonsense", ["TOML"]),
        ('[keys]\n"link.nxt" = "x"', ["link.nxt", "link.next"]),
        ('[keys]\n"link.next" = "t"', ["t is the key of both", "link.next", "topic.list"]),
        ('[keys]\n"link.next" = ""', ["link.next", "no key"]),
        ('[keys]\n"link.next" = "n,"', ["link.next", "no key", "'n,'"]),
        ('[keys]\n"link.next" = 5', ["link.next", "quotation marks", "5"]),
        ('[keys]\n"link.next" = ["n", "f7"]', ["link.next", "quotation marks"]),
        ('[keys]\n"link.next" = "f7,nope"', ["link.next", "'nope'", "one character", "f1 to f12"]),
        ('[keys]\n"strip.toggle" = "F4"', ["strip.toggle", "'F4'", "did you mean f4?", "one character"]),
        ('[keys]\n"link.next" = "ctrl+p"', ["link.next", "ctrl+p", "palette"]),
        ('[keys]\n"link.next" = "ctrl+i"', ["link.next", "ctrl+i", "tab"]),
        ('[keys]\n"link.next" = "ctrl+["', ["link.next", "ctrl+[", "escape"]),
        ('[keys]\n"link.next" = "ctrl+/"\n"find" = "ctrl+_"', ["ctrl+underscore", "link.next", "find"]),
        ('[keys]\n"quit" = "Q"\n"link.next" = "ctrl+q"', ["link.next", "ctrl+q", "quit"]),
    ],
)
def test_an_invalid_setting_is_an_error_of_one_line_that_names_it(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    with pytest.raises(ConfigError) as raised:
        read_config(write(tmp_path, text), KEYS, RENAMED_KEYS)
    said = str(raised.value)
    assert "\n" not in said
    assert all(word in said for word in [*words, "config.toml"])


def test_a_key_freed_by_a_setting_may_be_used_for_another_action() -> None:
    check_keys(KEYS, {"link.next": "t", "topic.list": "f9"}, "here")


def test_no_key_has_two_actions_by_default() -> None:
    check_keys(KEYS, {}, "here")
