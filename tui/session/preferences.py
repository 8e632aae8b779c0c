"""Screen preferences: divider, layout and details bar, saved from one run to the next."""

from __future__ import annotations

from pathlib import Path

from msgspec import DecodeError, Struct, field, json
from msgspec.structs import replace

from tui.model.arrangement import Arrangement
from tui.storage.atomic_write import atomic_write
from tui.storage.folders import make_private, state_folder

FILE_NAME = "screen.json"


class Preferences(Struct, frozen=True):
    """The settings of the keys `<`, `>`, `w` and `d`."""

    divider: int = 0
    """Cells by which the gutter is right of the middle; left, if negative."""
    arrangement: str = Arrangement.AUTO.name
    """Name of an `Arrangement`."""
    details: bool = field(default=True, name="strip")
    """Whether the details bar is shown; stored under the name it had in version 0.1.0."""


def preferences_path() -> Path:
    return state_folder() / FILE_NAME


def read_preferences(path: Path) -> Preferences:
    """The saved preferences, with the default for each that is missing or invalid."""
    try:
        data = json.decode(path.read_bytes())
    except (OSError, DecodeError):
        return Preferences()
    preferences = Preferences()
    if not isinstance(data, dict):
        return preferences
    if type(data.get("divider")) is int:
        preferences = replace(preferences, divider=max(-500, min(500, data["divider"])))
    if data.get("arrangement") in Arrangement.__members__:
        preferences = replace(preferences, arrangement=data["arrangement"])
    if type(data.get("strip")) is bool:
        preferences = replace(preferences, details=data["strip"])
    return preferences


def save_preferences(path: Path, preferences: Preferences) -> bool:
    """Save the preferences; False if that is not possible, which is no reason to stop."""
    try:
        make_private(path.parent)
        atomic_write(path, json.encode(preferences), mode=0o600, durable=False)
    except OSError:
        return False
    return True
