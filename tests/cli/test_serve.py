"""What is said of a served app before any browser comes; `tests/browser/test_serve.py` opens it."""

from __future__ import annotations

import pytest

from tui.cli.serve import ServeError, is_loopback, is_served, serve


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_is_this_machine_only(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org", ""])
def test_any_other_address_is_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 0), ("no such host.", 0), ("127.0.0.1", 99_999)])
def test_an_address_that_cannot_be_had_is_one_line(host: str, port: int) -> None:
    with pytest.raises(ServeError, match="cannot listen on") as caught:
        serve([], host=host, port=port)
    assert str(caught.value).isprintable()


def test_a_terminal_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    assert not is_served()
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert is_served()
