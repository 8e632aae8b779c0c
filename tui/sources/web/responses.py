"""Messages for status codes and connection errors, each with a remedy."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tui.model.wording import plural

SAVE = "open the page in a browser, save it, and give the file; or paste the text"
LATER = "try again later"

_STATUS = {
    400: ("the server does not understand the address", "check the address"),
    401: ("the page needs a user name and a password", SAVE),
    402: ("the page must be paid for", SAVE),
    403: ("the site refuses this program", SAVE),
    404: ("there is no such page", "check the address"),
    406: ("the site refuses this program", SAVE),
    408: ("the site waited too long for the request", LATER),
    410: ("the page has been removed", "look for it in a web archive"),
    414: ("the address is too long for the site", "check the address"),
    429: ("too many requests", LATER),
    451: ("the page is withheld for legal reasons", SAVE),
    503: ("the site is not available now", LATER),
}

_MAX_CAUSES = 20


def status_error(status: int, retry_after: str = "", now: datetime | None = None) -> tuple[str, str]:
    """Message and remedy for the status of a response without a page."""
    if status in _STATUS:
        wrong, remedy = _STATUS[status]
    elif status >= 500:
        wrong, remedy = ("the site has a fault", LATER) if status < 600 else ("the site refuses", SAVE)
    elif status >= 400:
        wrong, remedy = "the site refuses the request", SAVE
    else:
        wrong, remedy = "the site responds without a page", "check the address"
    wait = waiting_time(retry_after, now or datetime.now(UTC)) if remedy == LATER else ""
    return f"{wrong} ({status})", f"try again {wait}" if wait else remedy


def waiting_time(retry_after: str, now: datetime) -> str:
    """A `Retry-After` header in words such as `in 5 minutes`; empty if it is invalid or in the past."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        seconds = float(text)
    else:
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            return ""
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = (moment - now).total_seconds()
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60), ("second", 1)):
        count = round(seconds / size)
        if count >= 1 and (seconds >= size or unit == "second"):
            return "next year or later" if seconds > 366 * 86400 else f"in {plural(count, unit)}"
    return ""


def connection_error(error: BaseException, place: str) -> tuple[str, str]:
    """Message and remedy for a failed connection; both empty if the cause is unknown."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message or "not valid"
            return f"the certificate of {place} cannot be trusted: {reason}", "check the address"
        if isinstance(cause, ssl.SSLError):
            return f"no secure connection to {place}", "check the address; maybe it begins with http:"
        if isinstance(cause, socket.gaierror):
            if cause.errno == socket.EAI_AGAIN:
                return f"{place} cannot be looked up", "check the network"
            return f"there is no host {place}", "check the address and the network"
        if isinstance(cause, ConnectionRefusedError):
            return f"{place} refuses the connection", "check the address"
        if isinstance(cause, OSError) and cause.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
            return f"{place} cannot be reached", "check the network"
    return "", ""


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and the errors that it wraps, the innermost last."""
    seen: list[BaseException] = []
    queue = [error]
    while queue and len(seen) < _MAX_CAUSES:
        cause = queue.pop(0)
        if cause is None or cause in seen:
            continue
        seen.append(cause)
        yield cause
        queue += [
            cause.__cause__,
            cause.__context__,
            *(a for a in cause.args if isinstance(a, BaseException)),
        ]
        reason = getattr(cause, "reason", None)
        if isinstance(reason, BaseException):
            queue.append(reason)
