"""The files of a folder, as sources."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tui.sources.errors import LoadError
from tui.sources.web.address import is_address


def with_folders_expanded(names: Sequence[str], most: int) -> list[str]:
    """The names of sources, with the files of each folder in its place, by name; without its subfolders.

    Files whose names begin with a dot are left out. Raises LoadError for a folder that cannot be read, has
    no file, or has more than `most`.
    """
    expanded: list[str] = []
    for name in names:
        expanded += _files(name, most) if _is_folder(name) else [name]
    return expanded


def _is_folder(name: str) -> bool:
    try:
        return not is_address(name) and Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _files(folder: str, most: int) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if not e.name.startswith(".") and e.is_file())
    except OSError as error:
        raise LoadError(folder, f"cannot be read: {error.strerror or error}", "name its files") from None
    if not names:
        raise LoadError(folder, "this folder has no files", "name files, or a folder that has some")
    if len(names) > most:
        wrong = f"this folder has {len(names):,} files, and at most {most} reports are compared"
        raise LoadError(folder, wrong, "name the files")
    return [os.path.join(folder, name) for name in names]  # noqa: PTH118 (a path keeps no leading dot)
