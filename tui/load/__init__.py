"""Reading a source into an article. Everything from the world is checked and cleaned here."""

from __future__ import annotations

import sys
import threading
from types import ModuleType
from typing import Any, BinaryIO

from tui.fetch.address import is_address
from tui.load.draft import Extraction, Given
from tui.load.errors import CLIPBOARD, STDIN, LoadCancelled, LoadError, display_name
from tui.load.limits import Limits
from tui.load.read import is_large_file, read_bytes, same_source
from tui.load.request import Copies, Patience, Progress, Request
from tui.model import Article

__all__ = [
    "CLIPBOARD",
    "STDIN",
    "Copies",
    "Extraction",
    "Limits",
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
    *,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    extraction: Extraction = Extraction.BALANCED,
    copies: Copies = Copies.FALLBACK,
    progress: Progress | None = None,
    cancel: threading.Event | None = None,
) -> Article:
    """Read an article from a path, a web address, STDIN (`stdin` if given) or CLIPBOARD.

    `progress` is told what is being done; once `cancel` is set, the load ends within a tenth of a
    second and leaves no process behind. Raises LoadError, with a message of one line fit to show, if
    there is no article to be had, and LoadCancelled, which is one, when cancelled.
    """
    limits = limits or Limits()
    request = Request(source, extraction, copies, limits)
    patience = Patience(limits.seconds, progress, cancel)
    patience.check(source)
    if is_address(source) or is_large_file(source):
        return _read_apart(request, None, patience)
    return _read(request, read_bytes(source, limits, patience, stdin), patience)


def load_text(text: str, source: str = "pasted text", *, limits: Limits | None = None) -> Article:
    """The article in a text that was pasted or typed. Raises LoadError."""
    request = Request(source, limits=limits or Limits())
    data = text.encode("utf-8", "replace")
    return _read(request, data, Patience(request.limits.seconds))


def _read(request: Request, data: bytes, patience: Patience) -> Article:
    from tui.load.readers import article_of, is_quick  # brings segmentation and language along

    given = Given(data, request.source, extraction=request.extraction, limits=request.limits)
    if is_quick(given):
        return article_of(given)
    return _read_apart(request, data, patience)


def _read_apart(request: Request, data: bytes | None, patience: Patience) -> Article:
    from tui.load.apart import read_apart  # 10 ms, and many comparisons need none

    return read_apart(request, data, patience)


class _Callable(ModuleType):
    """This package, which is a function too: `from tui import load` gives the package once it is imported."""

    def __call__(self, source: str, **how: Any) -> Article:
        return load(source, **how)


sys.modules[__name__].__class__ = _Callable
