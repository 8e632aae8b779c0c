"""Fetch one page by HTTP: bounded in time, size and redirects; no retries, and nothing but that page."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import Message
from http.cookies import CookieError, SimpleCookie
from urllib.request import getproxies, proxy_bypass

import certifi
from msgspec import Struct
from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, ReadTimeoutError
from urllib3.util import make_headers

from tui import __version__
from tui.settings.limits import (
    CODINGS,
    CONNECT_SECONDS,
    COOKIES,
    READ_SECONDS,
    REDIRECTS,
    SIZE_OPTION,
    TIME_OPTION,
    Limits,
    megabytes,
    size_limit_message,
)
from tui.sources.clean import clean_line
from tui.sources.deadline import ProgressCallback
from tui.sources.draft import HTML_TYPES
from tui.sources.errors import LoadError, display_name
from tui.sources.web.address import Address, parse_address, redirect_target
from tui.sources.web.decompress import CODING_NAMES, Damaged, Decompressor, TooLarge
from tui.sources.web.page_cache import WebPage
from tui.sources.web.responses import SAVE, connection_error, status_error

USER_AGENT = f"compare-tui/{__version__} (reads single pages on request)"
_REDIRECT_STATUSES = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.9,"
    "application/epub+zip;q=0.9,*/*;q=0.5",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate",
}
_MEDIA = ("image/", "video/", "audio/", "font/", "model/")
"""Types without text; refused before the body is read."""
_CHUNK = 1 << 16
_PROGRESS_SECONDS = 0.25
"""Time between two progress messages on the size so far."""


class _Load(Struct, frozen=True):
    """Values shared by the steps of one fetch."""

    source: str
    limits: Limits
    progress: ProgressCallback


def fetch(source: str, limits: Limits, progress: ProgressCallback) -> WebPage:
    """Fetch the page at an address, following redirects. Raises LoadError."""
    load = _Load(source, limits, progress)
    address = parse_address(source, source)
    cookies: dict[str, str] = {}
    visited: set[tuple[str, str]] = set()
    for _ in range(REDIRECTS + 1):
        cookie_header = "; ".join(f"{name}={value}" for name, value in cookies.items())
        if (address.url, cookie_header) in visited:
            wrong = f"redirect loop (at {display_name(address.url)[:80]})"
            raise LoadError(source, wrong, SAVE)
        visited.add((address.url, cookie_header))
        progress(f"waiting for {address.host_and_port}")
        with _request(address, cookie_header, load) as response:
            if response.status not in _REDIRECT_STATUSES:
                return _read_page(response, address, load)
            location = response.headers.get("Location", "").strip()
            if not location:
                raise LoadError(source, f"a redirect ({response.status}) that leads nowhere", SAVE)
            target = redirect_target(address, location, source)
            cookies = _updated_cookies(cookies, response) if target.host == address.host else {}
            address = target
    raise LoadError(source, f"more than {REDIRECTS} redirects, the limit", SAVE)


@contextmanager
def _request(address: Address, cookies: str, load: _Load) -> Iterator[BaseHTTPResponse]:
    """Send the request; yields the response with its body unread. Connection errors become LoadError."""
    connect, silence = load.limits.silence(CONNECT_SECONDS), load.limits.silence(READ_SECONDS)
    headers = dict(_HEADERS)
    if address.login:
        headers |= make_headers(basic_auth=address.login)
    if cookies:
        headers["Cookie"] = cookies
    try:
        with _pool(address) as pool:
            yield pool.request(
                "GET",
                address.url,
                headers=headers,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=Timeout(connect=connect, read=silence),
            )
    except ReadTimeoutError:
        wrong = f"{address.host_and_port} is too slow: it sent nothing for {silence:g} seconds, the limit"
        remedy = f"try again later, or give it more time with {TIME_OPTION}"
        raise LoadError(load.source, wrong, remedy) from None
    except (HTTPError, OSError, ValueError) as error:
        wrong, remedy = connection_error(error, address.host_and_port)
        if not wrong and isinstance(error, ConnectTimeoutError):
            wrong = f"no connection to {address.host_and_port} in {connect:g} seconds, the limit"
            remedy = "check the address and the network"
        wrong = wrong or f"the response of {address.host_and_port} is broken or breaks off"
        raise LoadError(load.source, wrong, remedy or f"try again, or {SAVE}") from None


def _pool(address: Address) -> PoolManager:
    """A connection pool for one request, through the proxy that the environment names."""
    tls = _tls() if address.scheme == "https" else None
    proxy = getproxies().get(address.scheme, "")
    if proxy and not proxy_bypass(address.host):
        return ProxyManager(proxy if "://" in proxy else f"http://{proxy}", ssl_context=tls)
    return PoolManager(ssl_context=tls)


def _tls() -> ssl.SSLContext:
    """Certificates of the system, and certifi's for systems that keep theirs where Python does not look."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _updated_cookies(cookies: dict[str, str], response: BaseHTTPResponse) -> dict[str, str]:
    """The cookies with those of the response, for later requests to the same host; never stored."""
    cookies = dict(cookies)
    for header in response.headers.getlist("Set-Cookie")[:COOKIES]:
        jar: SimpleCookie = SimpleCookie()
        try:
            jar.load(header)
        except CookieError:
            continue
        for name, morsel in jar.items():
            if len(cookies) < COOKIES and morsel.coded_value.isascii():
                cookies[name] = morsel.coded_value
    return cookies


def _read_page(response: BaseHTTPResponse, address: Address, load: _Load) -> WebPage:
    if response.status not in (200, 203):
        raise LoadError(load.source, *status_error(response.status, response.headers.get("Retry-After", "")))
    content_type = Message()
    content_type["Content-Type"] = response.headers.get("Content-Type") or ""
    media_type = content_type.get_content_type() if response.headers.get("Content-Type") else ""
    if media_type.startswith(_MEDIA):
        indefinite = "an" if media_type.startswith(("image/", "audio/")) else "a"
        raise LoadError(load.source, f"not text but {indefinite} {clean_line(media_type)}", SAVE)
    return WebPage(
        data=_read_body(response, address, media_type in HTML_TYPES, load),
        address=address.url,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
        media_type=media_type,
        charset=str(content_type.get_param("charset") or ""),
    )


def _read_body(response: BaseHTTPResponse, address: Address, is_html: bool, load: _Load) -> bytes:
    """The whole body, decompressed."""
    limit = load.limits.html_bytes if is_html else load.limits.source_bytes
    wrong = size_limit_message(limit, "a web page" if is_html else "a source")
    too_large = LoadError(load.source, wrong, f"raise {SIZE_OPTION}")
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and len(length) < 30 and int(length) > limit:
        raise too_large
    decompressors = [Decompressor(coding, limit) for coding in reversed(_codings(response, load.source))]
    chunks: list[bytes] = []
    size = 0
    last_progress = time.monotonic()
    try:
        while chunk := response.read1(_CHUNK, decode_content=False):
            for decompressor in decompressors:
                chunk = decompressor.feed(chunk)
            size += len(chunk)
            if size > limit:
                raise TooLarge
            chunks.append(chunk)
            if time.monotonic() - last_progress > _PROGRESS_SECONDS:
                load.progress(f"reading from {address.host_and_port}: {megabytes(size)}")
                last_progress = time.monotonic()
        for decompressor in decompressors:
            decompressor.close()
    except TooLarge:
        raise too_large from None
    except Damaged:
        raise LoadError(load.source, "the page is damaged: its compression is broken", "try again") from None
    return b"".join(chunks)


def _codings(response: BaseHTTPResponse, source: str) -> list[str]:
    """The compressions of the body, in the order in which they were applied. Raises LoadError."""
    header = response.headers.get("Content-Encoding", "").lower()
    codings = [word for word in (part.strip() for part in header.split(",")) if word not in ("", "identity")]
    for coding in codings:
        if coding not in CODING_NAMES:
            wrong = f"uses an unsupported compression ({clean_line(coding)[:20]})"
            raise LoadError(source, wrong, SAVE)
    if len(codings) > CODINGS:
        wrong = f"compressed {len(codings)} times over, more than {CODINGS}, the limit"
        raise LoadError(source, wrong, SAVE)
    return codings
