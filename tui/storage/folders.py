"""Folders of the app: configuration, state, cache.

The only module that knows platformdirs. On Linux, where the rules are short, it does without: the import
takes as long as reading a short article, and would delay the first frame.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "compare-tui"


def config_folder() -> Path:
    """Folder of the configuration file. It may not exist."""
    if folder := _linux_folder("XDG_CONFIG_HOME", ".config"):
        return folder
    from platformdirs import user_config_path

    return user_config_path(APP)


def state_folder() -> Path:
    """Folder of sessions and preferences. It may not exist."""
    if folder := _linux_folder("XDG_STATE_HOME", ".local/state"):
        return folder
    from platformdirs import user_state_path

    return user_state_path(APP)


def cache_folder(name: str) -> Path:
    """Folder of the cache of that name. It may not exist."""
    if folder := _linux_folder("XDG_CACHE_HOME", ".cache"):
        return folder / name
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False) / name


def _linux_folder(variable: str, default: str) -> Path | None:
    """The app's folder by the XDG Base Directory Specification; None if that is for platformdirs to say."""
    if sys.platform != "linux":
        return None
    path, home = (Path(os.environ.get(name, "")) for name in (variable, "HOME"))
    if path.is_absolute():
        return path / APP
    return home / default / APP if home.is_absolute() else None


def can_be_written(folder: Path) -> bool:
    """Whether files can be made in the folder, or the folder itself in the nearest that exists."""
    while not os.access(folder, os.F_OK) and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK | os.X_OK)


def make_private(folder: Path) -> None:
    """Create the folder if it is missing, and close it to other users. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
