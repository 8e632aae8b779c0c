"""The article at a web address, from the network or from the page cache."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from msgspec.structs import replace

from tui.model import Article
from tui.settings.read_options import Copies, ReadOptions
from tui.sources.deadline import ProgressCallback, timeout_error
from tui.sources.draft import SourceBytes
from tui.sources.errors import LoadError, import_failure
from tui.sources.passages.build_article import build_article
from tui.sources.readers.by_kind import read_draft
from tui.sources.web.address import Address, parse_address
from tui.sources.web.page_cache import WebPage, cache_page, cached_page


def read_web_article(source: str, options: ReadOptions, progress: ProgressCallback) -> Article:
    """Read the page at the address, or the cached one. Raises LoadError.

    Sets an alarm, so it needs a process of its own.
    """
    address = parse_address(source, source)
    cached = None
    if options.copies is not Copies.NONE and not address.login:
        cached = cached_page(address.url, max_bytes=options.limits.source_bytes)
    if options.copies is Copies.ONLY and cached is None:
        raise LoadError(source, "not in the page cache", "open it once with the network")
    if cached is not None and options.copies in (Copies.ONLY, Copies.PREFERRED):
        return _read(cached, source, options, f"cached page of {_local_time(cached)}")
    try:
        return _fetch_and_read(source, address, options, progress)
    except LoadError as error:
        if cached is None:
            raise
        note = f"cached page of {_local_time(cached)}; today: {error.wrong}"
        return _read(cached, source, options, note)


def _fetch_and_read(
    source: str, address: Address, options: ReadOptions, progress: ProgressCallback
) -> Article:
    with _alarm(source, options.limits.seconds):
        try:
            from tui.sources.web.fetch import fetch
        except ImportError as error:
            raise import_failure(source, error) from None
        page = fetch(source, options.limits, progress)
    progress("finding the article in the page")
    article = _read(page, source, options)
    if options.copies is not Copies.NONE and not address.login:
        cache_page(address.url, page)
    return article


@contextmanager
def _alarm(source: str, seconds: float) -> Iterator[None]:
    """End fetching at the time limit, wherever it hangs. Reading the page then has PAGE_SECONDS left."""

    def stop(*_: object) -> None:
        raise timeout_error(source, seconds, "the site is too slow")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _read(page: WebPage, source: str, options: ReadOptions, note: str = "") -> Article:
    source_bytes = SourceBytes(
        page.data, source, page.media_type, page.charset, options.extraction, options.limits
    )
    draft = read_draft(source_bytes)
    notes = (note, *draft.notes) if note else draft.notes
    draft = replace(draft, address=page.address, retrieved=page.retrieved, notes=notes)
    return build_article(draft, source, options.language)


def _local_time(page: WebPage) -> str:
    """Local time of fetching the page, to the minute."""
    try:
        return datetime.fromisoformat(page.retrieved).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OSError, OverflowError):
        return "an unknown day"
