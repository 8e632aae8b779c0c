"""Folders of the app: configuration, state, cache.

The only module that knows platformdirs, which it imports on the first call: 3 ms.
"""

from __future__ import annotations

from pathlib import Path

APP = "compare-tui"


def config_folder() -> Path:
    """Folder of the configuration file. It may not exist."""
    from platformdirs import user_config_path

    return user_config_path(APP)


def state_folder() -> Path:
    """Folder of sessions and preferences. It may not exist."""
    from platformdirs import user_state_path

    return user_state_path(APP)


def cache_folder(name: str) -> Path:
    """Folder of the cache of that name. It may not exist."""
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False) / name


def make_private(folder: Path) -> None:
    """Create the folder if it is missing, and close it to other users. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
