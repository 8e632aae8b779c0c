"""Screen preferences: divider, layout and details bar, saved from one run to the next."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import DecodeError, Struct, field, json
from msgspec.structs import fields

from tui.model.arrangement import Arrangement
from tui.storage.folders import make_private, state_folder

FILE_NAME = "screen.json"


class Preferences(Struct, frozen=True):
    """The settings of the keys `<`, `>`, `w`, `d`, `#` and `W`."""

    divider: int = 0
    """Cells by which the gutter is right of the middle; left, if negative."""
    arrangement: str = Arrangement.AUTO.name
    """Name of an `Arrangement`."""
    details: bool = field(default=True, name="strip")
    """Whether the details bar is shown; stored under the name it had in version 0.1.0."""
    numbers: bool = False
    """Whether the numbers of the passages stand in the margin."""
    all_words: bool = False
    """Whether words are marked in all linked passages on the screen, and not in the current pair only."""


def preferences_path() -> Path:
    return state_folder() / FILE_NAME


def read_preferences(path: Path) -> Preferences:
    """The saved preferences, with the default for each that is missing or invalid."""
    try:
        data = json.decode(path.read_bytes())
    except (OSError, DecodeError):
        return Preferences()
    return decode_preferences(data) or Preferences()


def decode_preferences(data: object) -> Preferences | None:
    """Preferences in JSON, with the default for each that is missing or invalid; None if all are."""
    if not isinstance(data, dict):
        return None
    stored = stored_values(Preferences, data)
    valid: dict[str, Any] = {}
    if type(stored["divider"]) is int:
        valid["divider"] = max(-500, min(500, stored["divider"]))
    if stored["arrangement"] in list(Arrangement.__members__):
        valid["arrangement"] = stored["arrangement"]
    for name in ("details", "numbers", "all_words"):
        if type(stored[name]) is bool:
            valid[name] = stored[name]
    return Preferences(**valid) if valid else None


def stored_values(kind: type[Struct], data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a JSON object by the names of a struct's fields, which may be stored under others."""
    return {field.name: data.get(field.encode_name) for field in fields(kind)}


def save_preferences(path: Path, preferences: Preferences) -> bool:
    """Save the preferences; False if that is not possible, which is no reason to stop."""
    from tui.storage.atomic_write import atomic_write  # the first frame writes nothing

    try:
        make_private(path.parent)
        atomic_write(path, json.encode(preferences), mode=0o600, durable=False)
    except OSError:
        return False
    return True
