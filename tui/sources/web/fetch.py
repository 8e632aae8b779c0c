"""One page by HTTP: bounded in time, size and redirects, without retries, nothing but that page."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING

from tui import __version__
from tui.settings.limits import (
    CODINGS,
    CONNECT_SECONDS,
    COOKIES,
    READ_SECONDS,
    REDIRECTS,
    SIZE_OPTION,
    Limits,
    larger,
    megabytes,
)
from tui.sources.clean import clean_line
from tui.sources.errors import LoadError, display_name
from tui.sources.readers.kinds import HTML_TYPES
from tui.sources.web.address import Address, parse, redirected
from tui.sources.web.inflate import KNOWN, Damaged, Inflater, TooLarge
from tui.sources.web.page_cache import WebPage
from tui.sources.web.responses import SAVE, failure, refusal

if TYPE_CHECKING:
    import ssl

    from urllib3 import BaseHTTPResponse, PoolManager

USER_AGENT = f"compare-tui/{__version__} (reads single pages on request)"
_MOVED = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate",
}
_UNREAD = ("image/", "video/", "audio/", "font/", "model/")
"""Types that hold no text whatever is in them; refused before they are read."""
_PART = 1 << 16
_TOLD_EVERY = 0.25
"""Seconds between two words on how much has come."""

Progress = Callable[[str], None]


def fetch(source: str, limits: Limits, progress: Progress) -> WebPage:
    """The page at an address. Raises LoadError, which says in one line why there is none."""
    address = parse(source, source)
    cookies: dict[str, str] = {}
    visited: set[tuple[str, str]] = set()
    for _ in range(REDIRECTS + 1):
        sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
        if (address.url, sent) in visited:
            wrong = f"the page redirects in a circle (at {display_name(address.url)[:80]})"
            raise LoadError(source, wrong, SAVE)
        visited.add((address.url, sent))
        progress(f"waiting for {address.place}")
        with _answer(address, sent, source) as answer:
            if answer.status not in _MOVED:
                return _page(answer, address, source, limits, progress)
            location = answer.headers.get("Location", "").strip()
            if not location:
                raise LoadError(source, f"a redirect ({answer.status}) that leads nowhere", SAVE)
            target = redirected(address, location, source)
            cookies = _cookies(answer, cookies) if target.host == address.host else {}
            address = target
    raise LoadError(source, f"more than {REDIRECTS} redirects, the limit", SAVE)


@contextmanager
def _answer(address: Address, cookies: str, source: str) -> Iterator[BaseHTTPResponse]:
    """The server's answer, its body not read yet. Connection failures become LoadError."""
    from urllib3 import Timeout
    from urllib3.exceptions import ConnectTimeoutError, HTTPError, ReadTimeoutError
    from urllib3.util import make_headers

    headers = dict(_HEADERS)
    if address.login:
        headers |= make_headers(basic_auth=address.login)
    if cookies:
        headers["Cookie"] = cookies
    try:
        with _pool(address) as pool:
            answer = pool.request(
                "GET",
                address.url,
                headers=headers,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
            )
            yield answer
    except ReadTimeoutError:
        wrong = f"{address.place} is too slow: it sent nothing for {READ_SECONDS:.0f} seconds, the limit"
        raise LoadError(source, wrong, "try again later") from None
    except (HTTPError, OSError, ValueError) as error:
        wrong, remedy = failure(error, address.place)
        if not wrong and isinstance(error, ConnectTimeoutError):
            wrong = f"no connection to {address.place} in {CONNECT_SECONDS:.0f} seconds, the limit"
            remedy = "check the address and the network"
        wrong = wrong or f"the answer of {address.place} is broken or breaks off"
        raise LoadError(source, wrong, remedy or f"try again, or {SAVE}") from None


def _pool(address: Address) -> PoolManager:
    """A connection pool for one request, through the proxy that the environment names."""
    from urllib.request import getproxies, proxy_bypass

    from urllib3 import PoolManager, ProxyManager

    tls = _tls() if address.scheme == "https" else None
    proxy = getproxies().get(address.scheme, "")
    if proxy and not proxy_bypass(address.host):
        return ProxyManager(proxy if "://" in proxy else f"http://{proxy}", ssl_context=tls)
    return PoolManager(ssl_context=tls)


def _tls() -> ssl.SSLContext:
    """Certificates of the system, and of certifi for systems that keep theirs elsewhere."""
    import ssl

    context = ssl.create_default_context()
    try:
        import certifi
    except ImportError:
        return context
    context.load_verify_locations(certifi.where())
    return context


def _cookies(answer: BaseHTTPResponse, known: dict[str, str]) -> dict[str, str]:
    """The cookies to send on to the same host, for this one page only; never stored."""
    cookies = dict(known)
    for header in answer.headers.getlist("Set-Cookie")[:COOKIES]:
        jar: SimpleCookie = SimpleCookie()
        try:
            jar.load(header)
        except CookieError:
            continue
        for name, morsel in jar.items():
            if len(cookies) < COOKIES and morsel.coded_value.isascii():
                cookies[name] = morsel.coded_value
    return cookies


def _page(
    answer: BaseHTTPResponse, address: Address, source: str, limits: Limits, progress: Progress
) -> WebPage:
    if answer.status not in (200, 203):
        raise LoadError(source, *refusal(answer.status, answer.headers.get("Retry-After", "")))
    declared = Message()
    declared["Content-Type"] = answer.headers.get("Content-Type") or ""
    media_type = declared.get_content_type() if answer.headers.get("Content-Type") else ""
    if media_type.startswith(_UNREAD):
        raise LoadError(source, f"not text but an {clean_line(media_type)}".replace(" an v", " a v"), SAVE)
    return WebPage(
        data=_body(answer, address, source, limits, media_type, progress),
        address=address.url,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        media_type=media_type,
        charset=str(declared.get_param("charset") or ""),
    )


def _body(
    answer: BaseHTTPResponse,
    address: Address,
    source: str,
    limits: Limits,
    media_type: str,
    progress: Progress,
) -> bytes:
    """The whole body, inflated."""
    html = media_type in HTML_TYPES
    cap = limits.html_bytes if html else limits.source_bytes
    length = answer.headers.get("Content-Length", "")
    too_large = LoadError(source, larger(cap, "a web page" if html else "a source"), f"raise {SIZE_OPTION}")
    if length.isdigit() and len(length) < 30 and int(length) > cap:
        raise too_large
    layers = [Inflater(coding, cap) for coding in reversed(_codings(answer, source))]
    parts: list[bytes] = []
    size = 0
    told = time.monotonic()
    try:
        while part := answer.read1(_PART, decode_content=False):
            for layer in layers:
                part = layer.feed(part)
            size += len(part)
            if size > cap:
                raise TooLarge
            parts.append(part)
            if time.monotonic() - told > _TOLD_EVERY:
                progress(f"reading from {address.place}: {megabytes(size)}")
                told = time.monotonic()
        for layer in layers:
            layer.end()
    except TooLarge:
        raise too_large from None
    except Damaged:
        raise LoadError(source, "the page is damaged: its compression is broken", "try again") from None
    return b"".join(parts)


def _codings(answer: BaseHTTPResponse, source: str) -> list[str]:
    """The compressions of the body, in the order in which they were put on."""
    header = answer.headers.get("Content-Encoding", "").lower()
    codings = [word for word in (part.strip() for part in header.split(",")) if word not in ("", "identity")]
    for coding in codings:
        if coding not in KNOWN:
            wrong = f"compressed in a way that was not asked for ({clean_line(coding)[:20]})"
            raise LoadError(source, wrong, SAVE)
    if len(codings) > CODINGS:
        wrong = f"compressed {len(codings)} times over, more than {CODINGS}, the limit"
        raise LoadError(source, wrong, SAVE)
    return codings
