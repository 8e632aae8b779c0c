"""The app served to a real browser: the page shows it, keys work, and other origins are rejected."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, WSMsgType

from tests.browser.page import Page
from tui.sources.load import bundled_pair, load

pytestmark = pytest.mark.slow

LEFT, RIGHT = (load(source) for source in bundled_pair())


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The printed address at which the bundled pair is served."""
    command = [sys.executable, "-m", "tui", "--serve", "--port", "0", *bundled_pair()]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert server.stderr is not None
    line = server.stderr.readline()
    address = re.search(r"http://\S+", line)
    assert address, line + server.stderr.read()
    assert "only this machine" in server.stderr.readline()
    assert "any file that you can read" in server.stderr.readline()
    yield address[0]
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=20)
    assert (server.returncode, out, err) == (0, "", "")


def status(address: str, path: str, **headers: str) -> int:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=20)) as connection:
        connection.request("GET", path, headers=fields)
        return connection.getresponse().status


def test_the_page_shows_both_titles_and_n_moves_to_the_next_link(page: Page, address: str) -> None:
    page.wide(1400)
    page.open(address)
    shown = page.wait_for_terminal(lambda text: LEFT.title[:20] in text and RIGHT.title[:20] in text)
    assert "Pair 1 of" not in shown
    page.wait_for("return document.activeElement.ariaLabel === 'Terminal input'")
    page.press("n")
    page.wait_for_terminal(lambda text: "Pair 1 of" in text)
    page.press("n")
    page.wait_for_terminal(lambda text: "Pair 2 of" in text)


def test_the_page_sends_no_other_request_and_logs_no_error(page: Page, address: str) -> None:
    page.open(address)
    page.wait_for_terminal(lambda text: LEFT.title[:20] in text)
    server = urlsplit(address).netloc
    asked = [url for url in page.requests() if not url.startswith("data:")]
    assert asked and {urlsplit(url).netloc for url in asked} == {server}
    assert page.complaints(errors_only=True) == []
    assert page.ask("return document.title") == f"{LEFT.title} | {RIGHT.title}"


def test_only_who_has_the_key_is_answered(address: str) -> None:
    key = urlsplit(address).query
    assert status(address, f"/?{key}") == 200
    assert status(address, "/") == 403
    assert status(address, "/?key=guess") == 403
    assert status(address, "/ws?width=80&height=24") == 403
    assert status(address, "/static/js/textual.js") == 403


NONSENSE = (
    *("", "nonsense", "null", "[]", "{}", '"stdin"', "[1]", '["stdin"]', '["stdin", 1]', '["resize", 1]'),
    *('["resize", {"width": "a", "height": null}]', '["resize", {"width": -1, "height": 99999999}]'),
    *("[" * 5000, '["ping"]', '["stdin", "\\ud800"]'),
)


async def test_nonsense_is_ignored_without_a_word(address: str) -> None:
    async with ClientSession() as session, session.ws_connect(address.replace("/?", "/ws?")) as socket:
        for nonsense in NONSENSE:
            await socket.send_str(nonsense)
        await socket.send_bytes(b"\xff\x00")
        await socket.send_json(["ping", 42])
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.json() == ["pong", 42]:
                return
    raise AssertionError("the connection was closed")


def test_another_page_cannot_use_the_key(address: str) -> None:
    key = urlsplit(address).query
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13"}
    upgrade["Sec_WebSocket_Key"] = "AAAAAAAAAAAAAAAAAAAAAA=="
    assert status(address, f"/ws?{key}", Origin="http://192.0.2.1", **upgrade) == 403
    assert status(address, f"/ws?{key}", Origin="http://127.0.0.1:1", **upgrade) == 403


def test_a_port_in_use_is_one_line(address: str) -> None:
    port = str(urlsplit(address).port)
    command = [sys.executable, "-m", "tui", "--serve", "--port", port, *bundled_pair()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=dict(os.environ))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "cannot listen on" in done.stderr
