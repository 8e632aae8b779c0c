"""One cache folder a test, and the ways to load."""

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

QUICK = replace(Limits(), seconds=6.0)
"""Long enough for the slowest sound case on a busy machine, and short enough for a test."""
MOST_SECONDS = 9.0
"""For any load under these limits, the start of a process included."""

Outcome = Callable[[str], Article | str]


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return home


def outcome(source: str, limits: Limits = QUICK) -> Article | str:
    """The article, or the message of its refusal; either way in time, and clean."""
    begun = time.monotonic()
    try:
        article = load(source, ReadOptions(limits=limits))
    except LoadError as error:
        message = str(error)
        assert message.isprintable() and "; " in message
        return message
    finally:
        assert time.monotonic() - begun < MOST_SECONDS
    shown = [article.title, article.text, article.source, article.byline, *article.notes]
    assert all(line.isprintable() for part in shown for line in part.split("\n"))
    return article


def story(source: str, limits: Limits = QUICK) -> Article:
    """The article, which there must be."""
    found = outcome(source, limits)
    assert isinstance(found, Article), found
    return found


def refused(source: str, limits: Limits = QUICK) -> str:
    """The message, which there must be."""
    found = outcome(source, limits)
    assert isinstance(found, str), found.text
    return found


def at(site: Site, path: str) -> str:
    return site.base + path
