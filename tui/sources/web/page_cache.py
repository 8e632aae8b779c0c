"""Cache of fetched web pages, so that a comparison opens again without the network.

One file per page: a line of JSON with its metadata, then the compressed bytes.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path

from msgspec import Struct

from tui.settings.limits import CACHED_BYTES, CACHED_PAGES, SOURCE_BYTES
from tui.storage.bounded_cache import BoundedCache
from tui.storage.folders import cache_folder


class WebPage(Struct, frozen=True):
    """The decompressed response of a server, with its address and time."""

    data: bytes
    address: str
    """The address after redirects, without user and password."""
    retrieved: str
    """ISO 8601, UTC, to the second."""
    media_type: str = ""
    charset: str = ""


def page_cache(folder: Path | None = None) -> BoundedCache:
    """The cache in that folder, or in the user's cache folder."""
    return BoundedCache(folder or cache_folder("pages"), ".page", CACHED_PAGES, CACHED_BYTES)


def cache_page(url: str, page: WebPage, folder: Path | None = None) -> None:
    """Store the page under its address; does nothing where the folder cannot be written."""
    metadata = {
        "url": url,
        "address": page.address,
        "retrieved": page.retrieved,
        "media_type": page.media_type,
        "charset": page.charset,
    }
    page_cache(folder).write(url, json.dumps(metadata).encode() + b"\n" + zlib.compress(page.data))


def cached_page(url: str, folder: Path | None = None, max_bytes: int = SOURCE_BYTES) -> WebPage | None:
    """The page stored under this address; None if there is none, or it is damaged or over `max_bytes`."""
    content = page_cache(folder).read(url)
    if content is None:
        return None
    try:
        header, _, body = content.partition(b"\n")
        metadata = json.loads(header)
        decompressor = zlib.decompressobj()
        data = decompressor.decompress(body, max_bytes)
        if metadata.pop("url") != url or not decompressor.eof:
            return None
        return WebPage(data, **{name: str(value) for name, value in metadata.items()})
    except (ValueError, TypeError, AttributeError, KeyError, zlib.error):
        return None


def clear_page_cache(folder: Path | None = None) -> int:
    """Delete all cached pages. Returns their number."""
    return page_cache(folder).clear()
