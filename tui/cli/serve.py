"""The app in a browser, through textual-serve (the extra `serve`): this machine only by default.

Anyone with the address can use the app, so the address contains a key that cannot be guessed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.streams import print_message

if TYPE_CHECKING:
    from socket import socket

LOOPBACK = "127.0.0.1"


class ServeError(Exception):
    """The app cannot be served. Its message is one clean line: what is wrong and what to do."""


def is_served() -> bool:
    """Whether this process runs the app for a page in a browser instead of a terminal."""
    return os.environ.get("TEXTUAL_DRIVER", "").endswith("web_driver:WebDriver")


def serve(
    arguments: Sequence[str],
    *,
    host: str = LOOPBACK,
    port: int = 0,
    title: str = "compare-tui",
    restricted: bool = False,
) -> int:
    """Serve `compare-tui ARGUMENTS`, a process for every page opened, until Ctrl+C; returns the exit status.

    Port 0 means any free port. The address is printed on standard error. Raises ServeError if the extra
    is not installed or it cannot listen on the address.
    """
    try:
        from tui.cli.server import GuardedServer
    except ImportError:
        raise ServeError("--serve needs the extra: pip install 'compare-tui[serve]'") from None
    import secrets  # imported here: every start imports this module, and few serve
    import shlex

    listener = _listen(host, port)
    port = listener.getsockname()[1]
    key = secrets.token_urlsafe(16)
    # -P: do not import a folder named `tui` from the current folder.
    command = shlex.join([sys.executable, "-P", "-m", "tui", *arguments])
    server = GuardedServer(command, title, key, port)
    name = f"[{host}]" if ":" in host else host
    lines = (
        f"serving on http://{name}:{port}/?key={key}",
        f"{_reach(host)}; press Ctrl+C to stop",
        *_rights(restricted),
    )
    print_message("".join(f"compare-tui: {line}\n" for line in lines))
    server.run(listener)
    return 0


def _listen(host: str, port: int) -> socket:
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        if not 0 <= port <= 65535:  # create_server raises this too, but leaves its socket open
            raise OverflowError("a port is a number from 0 to 65535")
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        from tui.sources.clean import clean_line

        where = clean_line(f"{host}:{port}")
        raise ServeError(f"cannot listen on {where}: {reason}; choose another --port or --host") from None


def _reach(host: str) -> str:
    if is_loopback(host):
        return "only this machine can reach it"
    return "OTHER MACHINES CAN REACH IT, unencrypted: anyone with this address can use the app"


def _rights(restricted: bool) -> tuple[str, ...]:
    """What to know of those who open the page."""
    if restricted:
        return ()
    return ("anyone with this address can open any file that you can read; --restricted forbids it",)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach that address."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
