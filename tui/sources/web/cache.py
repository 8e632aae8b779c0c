"""Copies of pages that were read, so that a comparison opens again without the network.

One file a page, named by a hash of its address: a line of JSON, then the compressed bytes. Folder and
files are the user's alone; the oldest go when there are too many.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tui.settings.limits import CACHED_BYTES, CACHED_PAGES, SOURCE_BYTES

_SUFFIX, _UNFINISHED = ".page", ".part"


def cache_folder() -> Path:
    """Where the copies are kept."""
    from platformdirs import user_cache_path

    return Path(user_cache_path("compare-tui", appauthor=False)) / "pages"


def cache_page(url: str, page: WebPage, folder: Path | None = None) -> None:
    """Keep a copy of the page for this address; quietly none where the folder cannot be written."""
    folder = folder or cache_folder()
    about = {
        "url": url,
        "address": page.address,
        "retrieved": page.retrieved,
        "media_type": page.media_type,
        "charset": page.charset,
    }
    content = json.dumps(about).encode() + b"\n" + zlib.compress(page.data)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        handle, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=folder)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(_path(folder, url))
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _prune(folder)


def cached_page(url: str, folder: Path | None = None, most: int = SOURCE_BYTES) -> WebPage | None:
    """The copy kept for this address, None if there is none that is whole."""
    path = _path(folder or cache_folder(), url)
    try:
        content = path.read_bytes()
        head, _, body = content.partition(b"\n")
        about = json.loads(head)
        inflater = zlib.decompressobj()
        data = inflater.decompress(body, most)
        if about.pop("url") != url or not inflater.eof:
            return None
        page = WebPage(data, **{name: str(value) for name, value in about.items()})
    except (OSError, ValueError, TypeError, AttributeError, KeyError, zlib.error):
        return None
    with suppress(OSError):
        os.utime(path)
    return page


def clear_cache(folder: Path | None = None) -> int:
    """Delete every copy; returns how many there were."""
    count = 0
    for path in _files(folder or cache_folder()):
        with suppress(OSError):
            path.unlink()
            count += path.suffix == _SUFFIX
    return count


def _path(folder: Path, url: str) -> Path:
    return folder / (hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:40] + _SUFFIX)


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [path for path in folder.iterdir() if path.suffix in (_SUFFIX, _UNFINISHED)]
    return []


def _prune(folder: Path) -> None:
    """Drop the copies that were not read for longest, beyond the limits in number and bytes."""
    found = []
    for path in _files(folder):
        with suppress(OSError):
            found.append((path.stat().st_mtime, path.stat().st_size, path))
    size = 0
    for number, (_, bytes_, path) in enumerate(sorted(found, reverse=True), start=1):
        size += bytes_
        if number > CACHED_PAGES or size > CACHED_BYTES:
            with suppress(OSError):
                path.unlink()


class WebPage(Struct, frozen=True):
    """What a server sent, inflated, and where and when it came from."""

    data: bytes
    address: str
    """The one it came from in the end, without user and password."""
    retrieved: str
    """ISO 8601, UTC, to the second."""
    media_type: str = ""
    charset: str = ""
