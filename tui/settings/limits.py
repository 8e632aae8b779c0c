"""Limits on everything that comes from outside, in one place. Messages name the limit that was hit."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

MB = 1024 * 1024

LOAD_SECONDS = 25.0
"""Time limit for one source: fetching, reading, extracting.
Standard input may be silent as long, since a person may be typing it."""
CONNECT_SECONDS = 8.0
READ_SECONDS = 10.0
"""Silence allowed of a server or a named pipe."""
PAGE_SECONDS = 3.0
"""Time to read a web page that came at the last moment, or the cached page in its place."""
CLIPBOARD_SECONDS = 5.0

SOURCE_BYTES = 32 * MB
"""Size of any source after decompression: more than any article and most reports in PDF."""
TEXT_BYTES = 16 * MB
"""Size of a plain text. One of this size is read in about ten seconds."""
HTML_BYTES = 8 * MB
"""Size of a web page. Extraction takes over a minute for 20 MB."""
MARKDOWN_CHARACTERS = 1_000_000
"""A longer text is read as plain text: the Markdown parser takes up to 20 seconds for a million hostile
characters."""
QUICK_BYTES = 256 * 1024
"""Size of a plain text that is read in a fraction of a second. A longer one is read in the sandbox."""
MEMORY_BYTES = 1536 * MB
"""Address space of the sandbox."""

MAX_REPORTS = 12
"""Most reports of one story: 66 pairs."""

REDIRECTS = 15
CODINGS = 2
"""Compressions of one response on top of each other."""
COOKIES = 50
"""Most cookies sent back while one page is fetched; without them some sites redirect forever."""

CACHED_PAGES = 200
CACHED_BYTES = 64 * MB
CACHED_VECTORS = 150
"""Files of vectors that are cached, of an article or of the names of topics, ..."""
CACHED_VECTORS_BYTES = 128 * MB
"""... and their size together: 100 KB a passage. One of more than a quarter of that is not cached."""

SIZE_OPTION, TIME_OPTION = "--max-size", "--max-time"
"""Options that raise the limits, for messages."""


class Limits(Struct, frozen=True):
    """The limits of one load that a user may raise."""

    seconds: float = LOAD_SECONDS
    given_seconds: float = 0.0
    """The time that the user gave; 0 if none."""
    source_bytes: int = SOURCE_BYTES
    text_bytes: int = TEXT_BYTES
    html_bytes: int = HTML_BYTES
    memory_bytes: int = MEMORY_BYTES

    def silence(self, usual: float) -> float:
        """Seconds to wait for a sign of life where that is usual: at least the time that the user gave."""
        return max(usual, self.given_seconds)

    def raised(self, seconds: float | None = None, megabytes: float | None = None) -> Limits:
        """These limits with that time, and that size for every kind of source.

        Memory grows in proportion to the size, and does not shrink.
        """
        limits = self if seconds is None else replace(self, seconds=seconds, given_seconds=seconds)
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
    """A number of bytes as `8 MB`, `1.5 MB` or `200 kB`."""
    if size < MB:
        return f"{max(size, 0) / 1024:.0f} kB"
    return f"{size / MB:.1f}".removesuffix(".0") + " MB"


def size_limit_message(size: int, noun: str) -> str:
    """The message for a source over the size limit."""
    return f"too large: more than {megabytes(size)}, the limit for {noun}"


def time_limit_message(seconds: float) -> str:
    """The message for a load over the time limit."""
    return f"took too long: more than {seconds:g} seconds"
