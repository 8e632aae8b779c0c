"""The article at a web address, from the network or from the page cache."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from msgspec.structs import replace

from tui.model import Article
from tui.settings.limits import Limits
from tui.settings.read_options import Copies
from tui.sources.errors import LoadError
from tui.sources.passages.build_article import build_article
from tui.sources.readers.by_kind import draft_of
from tui.sources.readers.draft import SourceBytes
from tui.sources.sandbox.request import Request, too_slow
from tui.sources.web.address import Address, parse
from tui.sources.web.page_cache import WebPage, cache_page, cached_page

Progress = Callable[[str], None]

_EXTRACTION_SECONDS = 3.0
"""Kept back of a load's time for reading the page, or its copy, once it is there or late."""


def article_at(request: Request, progress: Progress) -> Article:
    """Read the page at the request's address, or the cached one. Raises LoadError.

    Sets an alarm, so it needs a process of its own.
    """
    source, options = request.source, request.options
    address = parse(source, source)
    cached = None
    if options.copies is not Copies.NONE and not address.login:
        cached = cached_page(address.url, max_bytes=options.limits.source_bytes)
    if options.copies is Copies.ONLY and cached is None:
        raise LoadError(source, "not in the page cache", "open it once with the network")
    if cached is not None and options.copies in (Copies.ONLY, Copies.PREFERRED):
        return _read(cached, request, f"cached page of {_local_time(cached)}")
    try:
        return _fetch_and_read(request, address, progress)
    except LoadError as error:
        if cached is None:
            raise
        return _read(cached, request, f"cached page of {_local_time(cached)}; today: {error.wrong}")


def _fetch_and_read(request: Request, address: Address, progress: Progress) -> Article:
    with _alarm(request):
        page = _fetched(request.source, request.options.limits, progress)
    progress("finding the article in the page")
    article = _read(page, request)
    if request.options.copies is not Copies.NONE and not address.login:
        cache_page(address.url, page)
    return article


def _fetched(source: str, limits: Limits, progress: Progress) -> WebPage:
    try:
        import urllib3  # noqa: F401
    except ImportError:
        wrong = "reading web pages is an extra that is not installed"
        raise LoadError(source, wrong, "install it with: pip install 'compare-tui[web]'") from None
    from tui.sources.web.fetch import fetch

    return fetch(source, limits, progress)


@contextmanager
def _alarm(request: Request) -> Iterator[None]:
    """End the fetching a little before the load's time is over, wherever it hangs."""
    seconds = max(request.options.limits.seconds - _EXTRACTION_SECONDS, request.options.limits.seconds / 2)

    def late(*_: object) -> None:
        raise too_slow(request.source, seconds, "the site is too slow")

    previous = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _read(page: WebPage, request: Request, note: str = "") -> Article:
    given = SourceBytes(
        page.data,
        request.source,
        page.media_type,
        page.charset,
        request.options.extraction,
        request.options.limits,
    )
    draft = draft_of(given)
    notes = (note, *draft.notes) if note else draft.notes
    draft = replace(draft, address=page.address, retrieved=page.retrieved, notes=notes)
    return build_article(draft, request.source)


def _local_time(page: WebPage) -> str:
    """When the page was fetched, in local time, to the minute."""
    try:
        return datetime.fromisoformat(page.retrieved).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OSError, OverflowError):
        return "an unknown day"
