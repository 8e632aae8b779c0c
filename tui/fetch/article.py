"""The article at a web address, from the network or from the copy kept of it."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from msgspec.structs import replace

from tui.fetch.address import Address, parse
from tui.fetch.cache import keep, kept
from tui.fetch.page import Page
from tui.load.article import article
from tui.load.draft import Given
from tui.load.errors import LoadError
from tui.load.limits import Limits
from tui.load.readers import draft_of
from tui.load.request import Copies, Request, too_slow
from tui.model import Article

Progress = Callable[[str], None]

_EXTRACTION_SECONDS = 3.0
"""Kept back of a load's time for reading the page, or its copy, once it is there or late."""


def article_at(request: Request, progress: Progress) -> Article:
    """Read the page at the request's address. For a process of its own: sets an alarm.

    Raises LoadError.
    """
    source = request.source
    address = parse(source, source)
    copy = None
    if request.copies is not Copies.NONE and not address.login:
        copy = kept(address.url, most=request.limits.source_bytes)
    if request.copies is Copies.ONLY and copy is None:
        raise LoadError(source, "no copy of it is kept", "open it once with the network")
    if copy is not None and request.copies in (Copies.ONLY, Copies.PREFERRED):
        return _read(copy, request, f"the copy of {_moment(copy)}")
    try:
        return _fresh(request, address, progress)
    except LoadError as error:
        if copy is None:
            raise
        return _read(copy, request, f"the copy of {_moment(copy)}, because today: {error.wrong}")


def _fresh(request: Request, address: Address, progress: Progress) -> Article:
    with _alarm(request):
        page = _fetched(request.source, request.limits, progress)
    progress("finding the article in the page")
    found = _read(page, request)
    if request.copies is not Copies.NONE and not address.login:
        keep(address.url, page)
    return found


def _fetched(source: str, limits: Limits, progress: Progress) -> Page:
    try:
        import urllib3  # noqa: F401
    except ImportError:
        wrong = "reading web pages is an extra that is not installed"
        raise LoadError(source, wrong, "install it with: pip install 'compare-tui[web]'") from None
    from tui.fetch.fetch import fetch

    return fetch(source, limits, progress)


@contextmanager
def _alarm(request: Request) -> Iterator[None]:
    """End the fetching a little before the load's time is over, wherever it hangs."""
    seconds = max(request.limits.seconds - _EXTRACTION_SECONDS, request.limits.seconds / 2)

    def late(*_: object) -> None:
        raise too_slow(request.source, seconds, "the site is too slow")

    previous = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _read(page: Page, request: Request, note: str = "") -> Article:
    given = Given(
        page.data, request.source, page.media_type, page.charset, request.extraction, request.limits
    )
    draft = draft_of(given)
    notes = (note, *draft.notes) if note else draft.notes
    draft = replace(draft, address=page.address, retrieved=page.retrieved, notes=notes)
    return article(draft, request.source)


def _moment(page: Page) -> str:
    """When it was fetched, in the reader's own time, to the minute."""
    try:
        return datetime.fromisoformat(page.retrieved).astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OSError, OverflowError):
        return "an unknown day"
