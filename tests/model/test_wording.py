"""Counts and signs in plain text."""

from __future__ import annotations

from datetime import datetime

import pytest

from tui.model.symbols import ASCII, UNICODE, to_ascii
from tui.model.wording import day_and_time, plural, score_text, share_text


@pytest.mark.parametrize(
    ("count", "noun", "expected"),
    [
        (1, "link", "1 link"),
        (0, "link", "0 links"),
        (2, "copy", "2 copies"),
        (2, "day", "2 days"),
        (2, "match", "2 matches"),
        (1200, "word", "1,200 words"),
        (2, "navigation", "2 navigation"),
    ],
)
def test_a_count_agrees_with_its_noun(count: int, noun: str, expected: str) -> None:
    assert plural(count, noun) == expected


def test_ascii_replaces_signs_by_signs_of_the_same_width() -> None:
    text = "“L8–R7” · score 87 → ‘moved’ … │"
    assert to_ascii(text) == "\"L8-R7\" - score 87 > 'moved' ~ |"
    assert len(to_ascii(text)) == len(text)
    assert to_ascii(text, ascii_only=False) == text


def test_letters_stay_in_ascii_mode() -> None:
    assert to_ascii("Zażółć") == "Zażółć"


def test_every_sign_has_an_ascii_form() -> None:
    assert all(getattr(ASCII, name).isascii() for name in UNICODE.__struct_fields__)


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-11-29 19:54", "today at 19:54"),
        ("2026-11-28 23:59", "yesterday at 23:59"),
        ("2026-11-24 07:05", "on Tuesday at 07:05"),
        ("2026-11-22 07:05", "on 2026-11-22 at 07:05"),
        ("2026-11-30 07:05", "on 2026-11-30 at 07:05"),
    ],
)
def test_a_time_is_told_by_its_day(then: str, said: str) -> None:
    assert day_and_time(datetime.fromisoformat(then), datetime(2026, 11, 29, 20, 0)) == said


@pytest.mark.parametrize(("score", "text"), [(49.97, "score 49"), (50.0, "score 50"), (100.0, "score 100")])
def test_no_score_is_shown_as_more_than_it_is(score: float, text: str) -> None:
    assert score_text(score) == text


def test_a_share_is_shown_in_per_cent() -> None:
    assert [share_text(share) for share in (0.0, 0.076, 1.0)] == ["0 %", "8 %", "100 %"]
