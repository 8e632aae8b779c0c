"""How the reader likes the screen: divider, layout, strip. Kept from one session to the next."""

from __future__ import annotations

from pathlib import Path

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from tui.model.arrangement import Arrangement
from tui.storage.atomic_write import atomic_write
from tui.storage.folders import make_private, state_folder

FILE = "screen.json"


class Preferences(Struct, frozen=True):
    """What the keys `<`, `>`, `w` and `d` have set."""

    divider: int = 0
    """Cells the gutter stands right of the middle; left, if negative."""
    arrangement: str = Arrangement.AUTO.name
    strip: bool = True


def preferences_path() -> Path:
    return state_folder() / FILE


def read_preferences(path: Path) -> Preferences:
    """What was kept; the defaults where nothing was, or where it makes no sense."""
    try:
        data = json.decode(path.read_bytes())
    except (OSError, DecodeError):
        return Preferences()
    kept = Preferences()
    if not isinstance(data, dict):
        return kept
    if type(data.get("divider")) is int:
        kept = replace(kept, divider=max(-500, min(500, data["divider"])))
    if data.get("arrangement") in Arrangement.__members__:
        kept = replace(kept, arrangement=data["arrangement"])
    if type(data.get("strip")) is bool:
        kept = replace(kept, strip=data["strip"])
    return kept


def keep_preferences(path: Path, preferences: Preferences) -> bool:
    """Keep them, whole or not at all; False if that is not possible, which is no reason to stop."""
    try:
        make_private(path.parent)
        atomic_write(path, json.encode(preferences), mode=0o600, durable=False)
    except OSError:
        return False
    return True
