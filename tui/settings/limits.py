"""Every limit on what comes from outside, in one place. Messages name the one that strikes."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

MB = 1024 * 1024

LOAD_SECONDS = 25.0
"""For one source from its name to its passages: fetching, reading, extracting. Standard input may be
silent for as long: it may be typed by a person."""
CONNECT_SECONDS = 8.0
READ_SECONDS = 10.0
"""For which a server, or a named pipe, may send nothing."""
CLIPBOARD_SECONDS = 5.0

SOURCE_BYTES = 32 * MB
"""Of any source, counted after inflation: more than any article, and than most reports as PDF."""
TEXT_BYTES = 16 * MB
"""Of a plain text; one of this size is read in about ten seconds."""
HTML_BYTES = 8 * MB
"""Of a web page; extraction takes over a minute for 20 MB."""
MARKDOWN_CHARACTERS = 1_000_000
"""The parser needs up to 20 seconds for a million hostile ones; longer is read as plain text."""
QUICK_BYTES = 256 * 1024
"""Of a plain text that is read in a fraction of a second; what is longer is read by a process of its own."""
MEMORY_BYTES = 1536 * MB
"""Of address space for the process that reads a source."""

REDIRECTS = 15
CODINGS = 2
"""Compressions of one answer on top of each other."""
COOKIES = 50
"""Kept while one page is fetched, for sites that lead in a circle without them."""

CACHED_PAGES = 200
CACHED_BYTES = 64 * MB

SIZE_OPTION, TIME_OPTION = "--max-size", "--max-time"
"""What raises the limits, for the messages."""


class Limits(Struct, frozen=True):
    """The limits of one load that a reader may raise."""

    seconds: float = LOAD_SECONDS
    source_bytes: int = SOURCE_BYTES
    text_bytes: int = TEXT_BYTES
    html_bytes: int = HTML_BYTES
    memory_bytes: int = MEMORY_BYTES

    def raised(self, seconds: float | None = None, megabytes: float | None = None) -> Limits:
        """With so many seconds in all, and so many megabytes for a source of any kind; memory grows
        along with the megabytes, and time is not less than before."""
        limits = self if seconds is None else replace(self, seconds=seconds)
        if megabytes is None:
            return limits
        size = int(megabytes * MB)
        return replace(
            limits,
            source_bytes=size,
            text_bytes=size,
            html_bytes=size,
            memory_bytes=max(self.memory_bytes, self.memory_bytes // SOURCE_BYTES * size),
        )


DEFAULT_LIMITS = Limits()


def megabytes(size: int) -> str:
    """A size as `8 MB`, `1.5 MB` or `200 kB`."""
    if size < MB:
        return f"{max(size, 0) / 1024:.0f} kB"
    return f"{size / MB:.1f}".removesuffix(".0") + " MB"


def larger(size: int, what: str) -> str:
    """The words for a source over a limit."""
    return f"too large: more than {megabytes(size)}, the limit for {what}"


def longer(seconds: float) -> str:
    """The words for a load that took too long."""
    return f"took too long: more than {seconds:g} seconds"


WORDS_PER_MINUTE = 238
"""Adults reading English non-fiction in silence: the mean of 190 studies with 18,573 readers
(Brysbaert, Journal of Memory and Language 109, 2019)."""


SLOWEST = 50


FASTEST = 1500
"""Words per minute that a reader may set."""
