"""The configuration file: what a reader has set for good."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from tui.settings.limits import FASTEST, SLOWEST, WORDS_PER_MINUTE
from tui.storage.folders import config_folder

FILE = "config.toml"
SETTINGS: Mapping[str, type | tuple[type, ...]] = {
    "theme": str,
    "ascii": bool,
    "threshold": (int, float),
    "words_per_minute": (int, float),
    "keys": dict,
}

_TEXTUAL_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Characters that Textual calls otherwise than Unicode does."""


class ConfigError(Exception):
    """The configuration makes no sense; the message is one line fit to show."""


class Config(Struct, frozen=True):
    """Settings; the command line outweighs them."""

    theme: str = ""
    """Name of a Textual theme; empty for the default."""
    ascii: bool = False
    threshold: float | None = None
    words_per_minute: float = WORDS_PER_MINUTE
    keys: Mapping[str, str] = field(default_factory=dict)
    """Ids of `tui.ui.keys` to names of keys separated by commas."""


def config_path() -> Path:
    """The configuration file, whether it exists or not."""
    return config_folder() / FILE


def read_config(
    path: Path, known_keys: Mapping[str, str], renamed_keys: Mapping[str, str] | None = None
) -> Config:
    """The settings in a file; the defaults if there is none.

    `renamed_keys`: ids of keys in files of earlier versions, and their ids now, which outweigh them.

    Raises ConfigError if it cannot be read, is no TOML, or has a setting unknown or of the wrong kind.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    import tomllib  # 10 ms, and most readers have no such file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: no valid TOML: {error}") from None
    for name, value in data.items():
        if name not in SETTINGS:
            raise ConfigError(f"{path}: unknown setting {name!r}{_nearest(name, SETTINGS)}")
        if not isinstance(value, SETTINGS[name]) or (isinstance(value, bool) and name != "ascii"):
            raise ConfigError(f"{path}: {name} has a value of the wrong kind: {value!r}")
    threshold = data.get("threshold")
    if threshold is not None and not 0 <= threshold <= 100:
        raise ConfigError(f"{path}: threshold is not a number from 0 to 100: {threshold}")
    speed = data.get("words_per_minute", WORDS_PER_MINUTE)
    if not SLOWEST <= speed <= FASTEST:
        raise ConfigError(f"{path}: words_per_minute is not from {SLOWEST:.0f} to {FASTEST:.0f}: {speed}")
    renamed = renamed_keys or {}
    named = {name: str(value) for name, value in data.get("keys", {}).items()}
    keys = {renamed.get(name, name): value for name, value in named.items()}
    keys.update({name: value for name, value in named.items() if name not in renamed})
    check_keys(known_keys, keys, str(path))
    return Config(data.get("theme", ""), data.get("ascii", False), threshold, speed, keys)


def check_keys(known: Mapping[str, str], changed: Mapping[str, str], where: str) -> None:
    """Raises ConfigError if an id is unknown, or if one key would do two things: both are named."""
    for name in changed:
        if name not in known:
            raise ConfigError(f"{where}: unknown key id {name!r}{_nearest(name, known)}")
    owner: dict[str, str] = {}
    for name, keys in {**known, **changed}.items():
        for key in map(key_name, keys.split(",")):
            if not key:
                raise ConfigError(f"{where}: {name} has no key")
            if owner.setdefault(key, name) != name:
                raise ConfigError(f"{where}: {key} is the key of both {owner[key]} and {name}")


def key_name(key: str) -> str:
    """Textual's name of a key: `?` is `question_mark`; names stay as they are."""
    key = key.strip()
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _TEXTUAL_NAMES.get(name, name)


def keymap(config: Config) -> dict[str, str]:
    """The changed keys under the names Textual has for them."""
    return {name: ",".join(map(key_name, keys.split(","))) for name, keys in config.keys.items()}


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f": did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
