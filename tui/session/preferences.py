"""How the reader likes the screen: divider, layout, strip. Kept from one session to the next."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from tui.model.arrangement import Arrangement

FILE = "screen.json"


class Preferences(Struct, frozen=True):
    """What the keys `<`, `>`, `w` and `d` have set."""

    divider: int = 0
    """Cells the gutter stands right of the middle; left, if negative."""
    arrangement: str = Arrangement.AUTO.name
    strip: bool = True


def preferences_path() -> Path:
    from platformdirs import user_state_path

    return user_state_path("compare-tui") / FILE


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
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.write_bytes(json.encode(preferences))
        beside.replace(path)
    except OSError:
        return False
    return True
