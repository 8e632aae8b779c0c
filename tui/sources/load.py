"""Load a source as an article: the public functions of this room.

Everything from outside is checked and cleaned here or below.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import BinaryIO

from tui.model import Article
from tui.settings.limits import PAGE_SECONDS
from tui.settings.read_options import ReadOptions
from tui.sources.deadline import Deadline, ProgressCallback
from tui.sources.errors import CLIPBOARD, STDIN, LoadCancelled, LoadError, display_name
from tui.sources.read_bytes import is_large_file, read_bytes, same_source
from tui.sources.web.address import is_address

__all__ = [
    "CLIPBOARD",
    "SAMPLE_LANGUAGES",
    "STDIN",
    "LoadCancelled",
    "LoadError",
    "ProgressCallback",
    "bundled_pair",
    "display_name",
    "load",
    "load_preview",
    "load_text",
    "same_source",
]

PREVIEW_BYTES = 32 * 1024
"""Bytes of a long text that are read for its preview: a dozen screens, in a thirtieth of a second."""
MIN_PREVIEWED_BYTES = 3 * PREVIEW_BYTES
"""Bytes from which a text has a preview."""

_BUNDLED = ("call-2022", "visit-2023")
SAMPLE_LANGUAGES = ("de", "es", "ru", "zh")
"""Languages in which the right article of the bundled pair is there, beside English."""


def load(
    source: str,
    options: ReadOptions | None = None,
    *,
    stdin: BinaryIO | None = None,
    progress: ProgressCallback | None = None,
    cancel: threading.Event | None = None,
) -> Article:
    """Load an article from a path, a web address, STDIN (or the file `stdin`) or CLIPBOARD.

    `progress` is called with each step. If `cancel` is set, the load ends within a tenth of a
    second and leaves no process behind. Raises LoadError, with a message of one line fit to show, if
    there is no article, and its subclass LoadCancelled if cancelled.
    """
    options = options or ReadOptions()
    page_seconds = PAGE_SECONDS if is_address(source) else 0
    deadline = Deadline(options.limits.seconds + page_seconds, progress, cancel)
    deadline.check(source)
    if is_address(source) or is_large_file(source):
        return _read_in_sandbox(source, options, None, deadline)
    return _read(source, options, read_bytes(source, options.limits, deadline, stdin), deadline)


def load_text(text: str, source: str = "pasted text", options: ReadOptions | None = None) -> Article:
    """Load an article from a text that was pasted or typed. Raises LoadError."""
    options = options or ReadOptions()
    return _read(source, options, text.encode("utf-8", "replace"), Deadline(options.limits.seconds))


def load_preview(source: str, options: ReadOptions | None = None) -> Article | None:
    """Load the first paragraphs of a long text file, to be shown while the whole is loaded.

    Returns None for every other source and for every error: loading the whole reports it.
    """
    options = options or ReadOptions()
    limits = options.limits
    try:
        path = Path(source)
        if not path.is_file() or not MIN_PREVIEWED_BYTES <= path.stat().st_size <= limits.text_bytes:
            return None
        with path.open("rb") as file:
            data = file.read(PREVIEW_BYTES)
    except (OSError, ValueError):
        return None
    from tui.sources.draft import SourceBytes
    from tui.sources.readers.by_kind import read_article
    from tui.sources.readers.kinds import SourceKind, kind_of

    end = max(data.rfind(b"\n\n"), data.rfind(b"\r\n\r\n"))
    source_bytes = SourceBytes(data[: max(0, end)], source, limits=limits, language=options.language)
    try:
        is_text = bool(source_bytes.data) and kind_of(source_bytes) is SourceKind.TEXT
        return read_article(source_bytes) if is_text else None
    except LoadError:
        return None


def is_web_page(source: str) -> bool:
    """Whether a source is a web address, or by its name a web page in a file."""
    from tui.sources.readers.kinds import HTML_SUFFIXES

    return is_address(source) or Path(source).suffix.lower() in HTML_SUFFIXES


def bundled_pair(language: str = "en") -> tuple[str, str]:
    """Paths of the two articles that open when no source is named: in the wheel, or in the checkout.

    The right one is in English or one of SAMPLE_LANGUAGES.
    """
    package = Path(__file__).parents[1]
    folder = package / "seeds"
    if not folder.is_dir():
        folder = package.parent / "seeds"
    left, right = _BUNDLED
    suffix = "md" if language == "en" else f"{language}.md"
    return str(folder / f"{left}.md"), str(folder / f"{right}.{suffix}")


def _read(source: str, options: ReadOptions, data: bytes, deadline: Deadline) -> Article:
    # Imported here: they bring segmentation and language detection along.
    from tui.sources.draft import SourceBytes
    from tui.sources.readers.by_kind import is_quick, read_article

    source_bytes = SourceBytes(
        data, source, extraction=options.extraction, limits=options.limits, language=options.language
    )
    if is_quick(source_bytes):
        return read_article(source_bytes)
    return _read_in_sandbox(source, options, data, deadline)


def _read_in_sandbox(source: str, options: ReadOptions, data: bytes | None, deadline: Deadline) -> Article:
    # Imported here: 10 ms, and many comparisons need no sandbox.
    from tui.sources.sandbox.parent import read_in_sandbox
    from tui.sources.sandbox.protocol import ReadRequest

    return read_in_sandbox(ReadRequest(source, options), data, deadline)
