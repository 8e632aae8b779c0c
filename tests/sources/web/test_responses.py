"""Messages for refusals of a server."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tui.sources.web.responses import status_error, waiting_time

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("1", "in 1 second"),
        ("90", "in 2 minutes"),
        ("3600", "in 1 hour"),
        ("200000", "in 2 days"),
        ("999999999", "next year or later"),
        ("Wed, 11 Mar 2026 12:20:00 GMT", "in 20 minutes"),
        ("Fri, 31 Dec 2999 23:59:59 GMT", "next year or later"),
        ("Wed, 11 Mar 2020 12:20:00 GMT", ""),
        ("0", ""),
        ("-1", ""),
        ("-1e999", ""),
        ("9" * 40, ""),
        ("soon", ""),
        ("", ""),
        ("Wed, 99 Mar 99999 12:20:00 GMT", ""),
    ],
)
def test_the_waiting_time_is_put_in_words(header: str, words: str) -> None:
    assert waiting_time(header, NOW) == words


@pytest.mark.parametrize("status", [*range(100, 600), 999, 0, -1])
def test_every_status_has_words_and_names_itself(status: int) -> None:
    wrong, remedy = status_error(status)
    assert wrong.endswith(f"({status})") and remedy


def test_only_a_temporary_refusal_has_a_waiting_time() -> None:
    assert status_error(429, "60", NOW)[1] == "try again in 1 minute"
    assert status_error(404, "60", NOW)[1] == "check the address"
