"""The configuration file: a user's settings for all sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from tui.settings.key_names import ALLOWED, SENT_AS, is_key, key_name, key_names, meant
from tui.settings.settings import MAX_WORDS_PER_MINUTE, MIN_WORDS_PER_MINUTE, WORDS_PER_MINUTE
from tui.storage.folders import config_folder

FILE = "config.toml"
SETTINGS: Mapping[str, type | tuple[type, ...]] = {
    "theme": str,
    "ascii": bool,
    "threshold": (int, float),
    "model": str,
    "words_per_minute": (int, float),
    "right_to_left": str,
    "keys": dict,
}
TAKEN_KEYS = {"ctrl+p": "palette", "ctrl+q": "quit"}
"""Keys that the app takes before any action, and what they do."""
REORDERERS = ("app", "terminal")
"""Who can reorder lines from right to left."""


class ConfigError(Exception):
    """The configuration is invalid. The message is one line fit to show."""


class Config(Struct, frozen=True):
    """Settings of the configuration file. The command line overrides them."""

    theme: str = ""
    """Name of a Textual theme; empty for the default."""
    ascii: bool = False
    threshold: float | None = None
    right_to_left: str = ""
    """Who reorders lines from right to left: REORDERERS; empty to decide by the terminal."""
    model: str = ""
    """Folder of another language model, or `none`; empty for the one in the package."""
    words_per_minute: float = WORDS_PER_MINUTE
    keys: Mapping[str, str] = field(default_factory=dict)
    """Ids of `tui.ui.keys` to key names separated by commas."""


def config_path() -> Path:
    """The configuration file, whether it exists or not."""
    return config_folder() / FILE


def read_config(
    path: Path, known_keys: Mapping[str, str], renamed_keys: Mapping[str, str] | None = None
) -> Config:
    """Read the settings in a file; the defaults if there is no file.

    `renamed_keys` maps key ids of earlier versions to today's, which take precedence. Raises ConfigError
    if the file cannot be read, is not TOML, or has an unknown setting or an invalid value.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    import tomllib  # 10 ms, and most users have no such file

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    for name, value in data.items():
        if name not in SETTINGS:
            raise ConfigError(f"{path}: unknown setting {name!r}{_suggestion(name, SETTINGS)}")
        if not isinstance(value, SETTINGS[name]) or (isinstance(value, bool) and name != "ascii"):
            raise ConfigError(f"{path}: {name} has a value of the wrong type: {value!r}")
    threshold = data.get("threshold")
    if threshold is not None and not 0 <= threshold <= 100:
        raise ConfigError(f"{path}: threshold is not a number from 0 to 100: {threshold}")
    speed = data.get("words_per_minute", WORDS_PER_MINUTE)
    if not MIN_WORDS_PER_MINUTE <= speed <= MAX_WORDS_PER_MINUTE:
        limits = f"{MIN_WORDS_PER_MINUTE} to {MAX_WORDS_PER_MINUTE}"
        raise ConfigError(f"{path}: words_per_minute is not a number from {limits}: {speed}")
    reorderer = data.get("right_to_left", "")
    if reorderer not in ("", *REORDERERS):
        raise ConfigError(f"{path}: right_to_left is not {' or '.join(REORDERERS)}: {reorderer}")
    _check_key_names(data.get("keys", {}), path)
    keys = _current_keys(data.get("keys", {}), renamed_keys or {})
    check_keys(known_keys, keys, str(path))
    model = data.get("model", "")
    return Config(data.get("theme", ""), data.get("ascii", False), threshold, reorderer, model, speed, keys)


def _current_keys(keys: Mapping[str, str], renamed: Mapping[str, str]) -> dict[str, str]:
    """The keys by their current ids; a current id takes precedence over its old name."""
    former = {renamed[name]: value for name, value in keys.items() if name in renamed}
    return former | {name: value for name, value in keys.items() if name not in renamed}


def _check_key_names(keys: Mapping[str, object], path: Path) -> None:
    """Raise ConfigError for the first name that is of no key, or of one that the app itself takes."""
    for name, value in keys.items():
        if not isinstance(value, str):
            raise ConfigError(f"{path}: {name} has no keys between quotation marks: {value!r}")
        for key in map(str.strip, value.split(",")):
            if not key:
                raise ConfigError(f"{path}: {name} has no key in {value!r}; {ALLOWED}")
            if not is_key(key):
                near = meant(key)
                hint = f" (did you mean {near}?)" if near else ""
                raise ConfigError(f"{path}: {name} has an unknown key {key!r}{hint}: {ALLOWED}")
            if other := SENT_AS.get(key_name(key)):
                raise ConfigError(f"{path}: {name} cannot have {key}, which most terminals send as {other}")
            if TAKEN_KEYS.get(key, name) != name:
                raise ConfigError(f"{path}: {name} cannot have {key}, which is always {TAKEN_KEYS[key]}")


def check_keys(known: Mapping[str, str], changed: Mapping[str, str], where: str) -> None:
    """Raise ConfigError if an id is unknown, or if one key has two actions; the message names both."""
    for name in changed:
        if name not in known:
            raise ConfigError(f"{where}: unknown key id {name!r}{_suggestion(name, known)}")
    owner: dict[str, str] = {}
    for name, keys in {**known, **changed}.items():
        for key in key_names(keys):
            if owner.setdefault(key, name) != name:
                raise ConfigError(f"{where}: {key} is the key of both {owner[key]} and {name}")


def keymap(config: Config) -> dict[str, str]:
    """The changed keys with the names that Textual gives them."""
    return {name: ",".join(key_names(keys)) for name, keys in config.keys.items()}


def _suggestion(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    matches = get_close_matches(name, known, n=1)
    return f": did you mean {matches[0]}?" if matches else f"; valid names: {', '.join(known)}"
