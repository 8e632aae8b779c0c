"""A server on the loopback interface that misbehaves as real servers do. The system chooses the port.

A response is bytes, which are sent as they are, or a function of an `Exchange`.
"""

from __future__ import annotations

import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

Responder = Callable[["Exchange"], None]


class Exchange:
    """One request, and the connection for its response."""

    def __init__(self, path: str, headers: str, handler: socketserver.StreamRequestHandler) -> None:
        self.path = path
        self.headers = headers
        self._handler = handler

    def send(self, data: bytes) -> None:
        """Send data. Raises OSError once the client has disconnected."""
        self._handler.wfile.write(data)

    def wait(self) -> None:
        """Send nothing until the client disconnects."""
        with suppress(OSError):
            self._handler.connection.recv(1)

    def drip(self, data: bytes, seconds: float) -> None:
        """Send data byte by byte, with a pause of so many seconds after each."""
        self._handler.connection.settimeout(seconds)
        for byte in data:
            self.send(bytes([byte]))
            try:
                if not self._handler.connection.recv(1):
                    return
            except TimeoutError:
                continue

    def flood(self, block: bytes) -> None:
        """Send a block again and again until the client disconnects."""
        while True:
            self.send(block)


def ok(body: bytes, *headers: str, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """A complete and correct response."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1") + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """A redirect."""
    head = f"HTTP/1.1 {status}\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    return head.encode("utf-8")


class Site:
    """A running server, and the requests it received."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.requested: list[str] = []
        self.request_headers: list[str] = []


@contextmanager
def serving(responses: Mapping[str, Responder | bytes], certificate: Path | None = None) -> Iterator[Site]:
    """Serve responses by path; the one for `*` is for all other paths."""

    class Handler(socketserver.StreamRequestHandler):
        timeout = 60

        def handle(self) -> None:
            with suppress(OSError):
                head = b""
                while not head.endswith(b"\r\n\r\n") and (line := self.rfile.readline(100_000)):
                    head += line
                text = head.decode("latin-1")
                path = [*text.split(" "), "", ""][1]
                site.requested.append(path)
                site.request_headers.append(text)
                response = responses.get(path, responses.get("*", ok(b"", status="404 Not Found")))
                if isinstance(response, bytes):
                    self.wfile.write(response)
                else:
                    response(Exchange(path, text, self))

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True
        request_queue_size = 64

        def handle_error(self, request: object, client_address: object) -> None:
            """Ignore errors: in these tests clients disconnect early."""

    with Server(("127.0.0.1", 0), Handler) as server:
        scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
            scheme = "https"
        site = Site(f"{scheme}://127.0.0.1:{server.server_address[1]}")
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
