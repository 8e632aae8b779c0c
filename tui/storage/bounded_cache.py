"""A cache of files in one folder, bounded in number and bytes, readable by the user only."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tui.storage.atomic_write import TEMPORARY_PREFIX, atomic_write
from tui.storage.folders import make_private


class BoundedCache(Struct, frozen=True):
    """One file per key, named by the key's hash. The least recently used files are deleted first."""

    folder: Path
    suffix: str
    """Suffix of its files; other files in the folder are not touched."""
    max_files: int
    max_bytes: int

    def read(self, key: str) -> bytes | None:
        """The data stored under the key, None if there is none or it cannot be read."""
        path = self.path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return data

    def write(self, key: str, data: bytes) -> bool:
        """Store the data under the key, then delete what exceeds the limits.

        Returns False if the folder cannot be written: a cache is no reason to fail.
        """
        try:
            make_private(self.folder)
            atomic_write(self.path(key), data, mode=0o600)
        except OSError:
            return False
        self._prune()
        return True

    def clear(self) -> int:
        """Delete all files of the cache. Returns the number of entries."""
        count = 0
        for path in self._files():
            with suppress(OSError):
                path.unlink()
                count += path.suffix == self.suffix
        return count

    def path(self, key: str) -> Path:
        """The file for a key, whether it exists or not."""
        digest = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
        return self.folder / (digest[:40] + self.suffix)

    def _files(self) -> list[Path]:
        """The entries, and unfinished files left by a crash."""
        with suppress(OSError):
            return [
                path
                for path in self.folder.iterdir()
                if path.suffix == self.suffix or path.name.startswith(TEMPORARY_PREFIX)
            ]
        return []

    def _prune(self) -> None:
        files = []
        for path in self._files():
            with suppress(OSError):
                status = path.stat()
                files.append((status.st_mtime, status.st_size, path))
        total = 0
        for count, (_, size, path) in enumerate(sorted(files, reverse=True), start=1):
            total += size
            if count > self.max_files or total > self.max_bytes:
                with suppress(OSError):
                    path.unlink()
