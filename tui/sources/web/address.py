"""Web addresses: recognise, check and normalise them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.sources.errors import LoadError
from tui.sources.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_ADDRESS = lazy_pattern(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]{1,20}://|https?:)")
_SCHEME = lazy_pattern(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):")
_UNFIT = lazy_pattern(r"[\x00-\x20\x7f-\x9f<>\"\\^`]")
_HOST = lazy_pattern(r"[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]+\]")
_SAFE = "/%:@!$&'()*+,;=~?-._[]|{}"
_PORTS = {"http": 80, "https": 443}


class Address(Struct, frozen=True):
    """A checked address of a page, ready to be requested."""

    url: str
    """The URL without user, password and fragment, percent-encoded."""
    scheme: str
    host: str
    port: int
    login: str = ""
    """`user:password`, for this host only."""

    def __repr__(self) -> str:
        """Leave the login out: printed text may end up in a log."""
        return f"Address({self.url!r})"

    @property
    def host_and_port(self) -> str:
        """Host and port, for progress and messages."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"


def is_address(source: str) -> bool:
    """Whether a source is a web address and not a path."""
    return bool(_ADDRESS.match(source))


def parse_address(text: str, source: str) -> Address:
    """Parse an address. Raises LoadError, naming `source`, if it cannot be requested."""
    from urllib.parse import quote, unquote, urlsplit  # 3 ms, and files have no address

    text = text.strip()
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _invalid_address(source, "not a web address") from None
    if parts.scheme not in _PORTS:
        scheme = f"{parts.scheme}:" if parts.scheme else "nothing"
        if parts.scheme == "file":
            raise LoadError(
                source, "not allowed: `file:` is not an address on the web", "give the file's path"
            )
        raise _invalid_address(source, f"not allowed: it begins with {scheme} and not with http: or https:")
    host = _host(parts, source)
    if _UNFIT.search(parts.path + parts.query) or port == 0:
        raise _invalid_address(source, "not a web address: it has invalid characters or an invalid port")
    login = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}" if parts.username else ""
    netloc = host if port is None else f"{host}:{port}"
    path = quote(parts.path, safe=_SAFE) or "/"
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    url = f"{parts.scheme}://{netloc}{path}{query}"
    return Address(url, parts.scheme, host, port or _PORTS[parts.scheme], login)


def redirect_target(address: Address, location: str, source: str) -> Address:
    """The target of a redirect. Raises LoadError for anything but another web page."""
    from urllib.parse import urljoin

    with suppress(UnicodeError):
        # Headers are decoded as Latin-1; non-ASCII addresses in them are UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    scheme = _SCHEME.match(location)
    shown = scheme[0] if scheme and scheme[1].lower() not in _PORTS else "not a web address"
    try:
        target = parse_address(urljoin(address.url, location.strip()), source)
    except (LoadError, ValueError):
        wrong = f"a redirect that is not allowed (to {shown})"
        raise LoadError(source, wrong, "check the address") from None
    same = (target.scheme, target.host, target.port) == (address.scheme, address.host, address.port)
    login = address.login if same else ""
    return Address(target.url, target.scheme, target.host, target.port, login)


def _host(parts: SplitResult, source: str) -> str:
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        try:
            host = host.encode("idna").decode()
        except UnicodeError:
            raise _invalid_address(source, "not a web address: its host is not a name") from None
    if not _HOST.fullmatch(host):
        raise _invalid_address(source, "not a web address: its host is missing or not a name")
    return host


def _invalid_address(source: str, wrong: str) -> LoadError:
    return LoadError(source, wrong, "give one such as https://news.example/story")
