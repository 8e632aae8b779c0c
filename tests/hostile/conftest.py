"""One cache folder per test, and functions that load a source."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.hostile.server import Site
from tui.model import Article
from tui.settings.limits import Limits
from tui.settings.read_options import ReadOptions
from tui.sources.load import LoadError, load

QUICK = replace(Limits(), seconds=12.0)
"""Enough time for the slowest readable case on a busy machine, and short enough for a test."""
MAX_SECONDS = 16.0
"""For any load under these limits, with the start of its process."""

Outcome = Callable[[str], Article | str]


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return home


def load_outcome(source: str, limits: Limits = QUICK) -> Article | str:
    """Load the article or the error's message; checks that it is in time, and clean."""
    start = time.monotonic()
    try:
        article = load(source, ReadOptions(limits=limits))
    except LoadError as error:
        message = str(error)
        assert message.isprintable() and "; " in message
        return message
    finally:
        assert time.monotonic() - start < MAX_SECONDS
    shown = [article.title, article.text, article.source, article.byline, *article.notes]
    assert all(line.isprintable() for part in shown for line in part.split("\n"))
    return article


def load_article(source: str, limits: Limits = QUICK) -> Article:
    """Load the article; fails if there is none."""
    outcome = load_outcome(source, limits)
    assert isinstance(outcome, Article), outcome
    return outcome


def load_error(source: str, limits: Limits = QUICK) -> str:
    """The message of the error; fails if there is an article."""
    outcome = load_outcome(source, limits)
    assert isinstance(outcome, str), outcome.text
    return outcome


def address_of(site: Site, path: str) -> str:
    return site.base + path
