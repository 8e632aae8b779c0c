"""Reading a source into an article. Everything from the world is checked and cleaned here."""

from __future__ import annotations

import threading
from typing import BinaryIO

from tui.model import Article
from tui.settings.read_options import ReadOptions
from tui.sources.errors import CLIPBOARD, STDIN, LoadCancelled, LoadError, display_name
from tui.sources.read_bytes import is_large_file, read_bytes, same_source
from tui.sources.readers.draft import SourceBytes
from tui.sources.sandbox.request import Deadline, Progress, Request
from tui.sources.web.address import is_address

__all__ = [
    "CLIPBOARD",
    "STDIN",
    "LoadCancelled",
    "LoadError",
    "Progress",
    "display_name",
    "load",
    "load_text",
    "same_source",
]


def load(
    source: str,
    options: ReadOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    cancel: threading.Event | None = None,
) -> Article:
    """Read an article from a path, a web address, STDIN (`stdin` if given) or CLIPBOARD.

    `progress` is told what is being done; once `cancel` is set, the load ends within a tenth of a
    second and leaves no process behind. Raises LoadError, with a message of one line fit to show, if
    there is no article to be had, and LoadCancelled, which is one, when cancelled.
    """
    options = options or ReadOptions()
    request = Request(source, options)
    patience = Deadline(options.limits.seconds, progress, cancel)
    patience.check(source)
    if is_address(source) or is_large_file(source):
        return _read_apart(request, None, patience)
    return _read(request, read_bytes(source, options.limits, patience, stdin), patience)


def load_text(text: str, source: str = "pasted text", options: ReadOptions | None = None) -> Article:
    """The article in a text that was pasted or typed. Raises LoadError."""
    request = Request(source, options or ReadOptions())
    data = text.encode("utf-8", "replace")
    return _read(request, data, Deadline(request.options.limits.seconds))


def _read(request: Request, data: bytes, patience: Deadline) -> Article:
    from tui.sources.readers.by_kind import article_of, is_quick  # brings segmentation and language along

    given = SourceBytes(
        data, request.source, extraction=request.options.extraction, limits=request.options.limits
    )
    if is_quick(given):
        return article_of(given)
    return _read_apart(request, data, patience)


def _read_apart(request: Request, data: bytes | None, patience: Deadline) -> Article:
    from tui.sources.sandbox.parent import read_in_sandbox  # 10 ms, and many comparisons need none

    return read_in_sandbox(request, data, patience)
