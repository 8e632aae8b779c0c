"""What a server's refusals and a connection's failures mean, and what to do about them."""

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


def refusal(status: int, retry_after: str = "", now: datetime | None = None) -> tuple[str, str]:
    """What is wrong and what to do, for a status that is not that of a page."""
    if status in _STATUS:
        wrong, remedy = _STATUS[status]
    elif status >= 500:
        wrong, remedy = ("the site has a fault", LATER) if status < 600 else ("the site refuses", SAVE)
    elif status >= 400:
        wrong, remedy = "the site refuses the request", SAVE
    else:
        wrong, remedy = "the site answers without a page", "check the address"
    wait = waiting_time(retry_after, now or datetime.now(UTC)) if remedy == LATER else ""
    return f"{wrong} ({status})", f"try again {wait}" if wait else remedy


def waiting_time(retry_after: str, now: datetime) -> str:
    """A `Retry-After` in words such as `in 5 minutes`; empty if it says nothing sensible."""
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


def failure(error: BaseException, place: str) -> tuple[str, str]:
    """What is wrong and what to do, for a connection that failed."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message or "not valid"
            return f"the certificate of {place} is not to be trusted: {reason}", "check the address"
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
    """The error and what it wraps, the innermost last."""
    seen: list[BaseException] = []
    waiting = [error]
    while waiting and len(seen) < 20:
        one = waiting.pop(0)
        if one is None or one in seen:
            continue
        seen.append(one)
        yield one
        waiting += [one.__cause__, one.__context__, *(a for a in one.args if isinstance(a, BaseException))]
        reason = getattr(one, "reason", None)
        if isinstance(reason, BaseException):
            waiting.append(reason)
