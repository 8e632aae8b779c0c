"""textual-serve's server with our own page and an access key. Needs the extra `serve`."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import signal
import socket
from pathlib import Path

import aiohttp_jinja2
from aiohttp import WSMsgType, web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.app_service import AppService
from textual_serve.server import Server, to_int

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Content security policy; inline styles are allowed because xterm.js adds style elements."""
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
MAX_CELLS = 1000
"""Columns and rows of a page, at most."""
_HERE = Path(__file__).parent
_REFUSED = "Open the whole address that compare-tui printed, its key too.\n"


class GuardedServer(Server):
    """Answers only requests with the key, and none from other sites; the page loads nothing external."""

    def __init__(self, command: str, title: str, key: str, port: int) -> None:
        super().__init__(command, port=port, title=title, templates_path=_HERE)
        self.key = key
        self.cookie = f"key-{port}"
        """Cookies know no ports: two comparisons on one machine need two names."""

    def run(self, listener: socket.socket) -> None:
        """Serve until the process gets a signal to end."""
        # A connection that breaks is no reason for a traceback on standard error.
        logging.getLogger().addHandler(logging.NullHandler())
        loop = asyncio.new_event_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.request_exit)
        made = self._make_app()
        web.run_app(
            made,
            sock=listener,
            handle_signals=False,
            loop=loop,
            print=None,
            access_log=None,
            shutdown_timeout=1.0,  # open pages must not keep the server from stopping
        )

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.router.add_get("/focus.js", _focus)
        app.middlewares.append(self._guard())
        app.on_response_prepare.append(_add_headers)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """No banner: standard output is for data."""

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page; it connects back by whatever host name the browser used."""
        context = {
            "title": self.title,
            "socket": f"ws://{request.host}/ws",
            "font_size": to_int(request.query.get("fontsize", "16"), 16),
        }
        return aiohttp_jinja2.render_template("index.html", request, context)

    async def _process_messages(self, websocket: web.WebSocketResponse, app_service: AppService) -> None:
        """Do what the page asks for, and ignore what no page of ours sends."""
        async for message in websocket:
            if message.type is WSMsgType.TEXT:
                await _obey(message.data, websocket, app_service)

    def _guard(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            named = request.query.get("key", "")
            given = named or request.cookies.get(self.cookie, "")
            origin = request.headers.get("Origin")
            foreign = origin is not None and origin != f"http://{request.host}"
            if foreign or not hmac.compare_digest(given.encode(), self.key.encode()):
                return web.Response(status=403, text=_REFUSED)
            response = await handler(request)
            if named and not response.prepared:
                response.set_cookie(self.cookie, self.key, httponly=True, samesite="Strict")
            return response

        return guard


async def _obey(data: str, websocket: web.WebSocketResponse, app_service: AppService) -> None:
    try:
        request = json.loads(data)
    except (ValueError, RecursionError):
        return
    match request:
        case ["stdin", str(keys)]:
            await app_service.send_bytes(keys.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await app_service.set_terminal_size(_cells(width), _cells(height))
        case ["ping", answer]:
            await websocket.send_json(["pong", answer])
        case ["blur", *_]:
            await app_service.blur()
        case ["focus", *_]:
            await app_service.focus()


def _cells(number: int) -> int:
    return max(1, min(number, MAX_CELLS))


async def _focus(request: web.Request) -> web.FileResponse:
    return web.FileResponse(_HERE / "focus.js")


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
