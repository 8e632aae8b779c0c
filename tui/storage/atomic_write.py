"""Atomic writing: at any moment a file has its old content or its new content, never a part."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

TEMPORARY_PREFIX = ".compare-tui-"
"""Start of the names of unfinished files. A crash may leave one behind."""


def atomic_write(
    path: Path,
    data: bytes,
    *,
    mode: int | None = None,
    overwrite: bool = True,
    durable: bool = True,
    before_overwriting: Callable[[Path], object] | None = None,
) -> bool:
    """Write the data to a temporary file in the same folder and rename it.

    Returns whether a file was replaced. `mode` is the file's permissions; without it the umask decides.
    `durable` waits until the data is on the disk. `before_overwriting` is called if there is a file to
    replace and may raise to keep it. Raises FileExistsError if there is one and not `overwrite`, and
    OSError. A failure leaves the old file and no temporary one.
    """
    # Not made from the file's own name, which may have the greatest length possible.
    temporary = path.parent / f"{TEMPORARY_PREFIX}{os.urandom(8).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                os.fchmod(descriptor, mode)
            file.write(data)
            if durable:
                file.flush()
                os.fsync(descriptor)
        replaced = _rename(temporary, path, overwrite, before_overwriting or (lambda _: None))
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        flush_folder(path.parent)
    return replaced


def _rename(
    temporary: Path, path: Path, overwrite: bool, before_overwriting: Callable[[Path], object]
) -> bool:
    """Give the file its final name. Returns whether it replaced a file, even one created just now."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        if not overwrite:
            raise
        before_overwriting(path)
        temporary.replace(path)
        return True
    except OSError:
        # File systems without hard links: here check and rename are two steps.
        exists = path.exists()
        if exists and not overwrite:
            raise FileExistsError from None
        if exists:
            before_overwriting(path)
        temporary.replace(path)
        return exists
    temporary.unlink()
    return False


def flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut. The data is on the disk already, so failure is no error."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
