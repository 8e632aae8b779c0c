"""A page that was read opens again without the network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.hostile.conftest import address_of
from tests.hostile.responses import PAGE, SENTENCES
from tests.hostile.server import ok, serving
from tui.settings.read_options import Copies, Extraction, ReadOptions
from tui.sources.load import LoadError, load
from tui.sources.web.page_cache import clear_page_cache

pytestmark = pytest.mark.slow

CONSENT = ok(b"<!DOCTYPE html><h2>Before you continue</h2><p>We use cookies.</p><button>Accept all</button>")


@pytest.fixture
def offline_address() -> str:
    """The address of a page that was read once, and whose server has stopped."""
    with serving({"/": ok(PAGE)}) as site:
        load(address_of(site, "/"))
        return address_of(site, "/")


def test_without_the_network_the_cached_page_is_read_with_its_date(offline_address: str) -> None:
    article = load(offline_address)
    assert SENTENCES[0] in article.text
    date = r"\d{4}-\d\d-\d\d \d\d:\d\d"
    assert re.match(f"cached page of {date}; today: .* refuses the connection$", article.notes[0])
    assert article.address == offline_address and article.retrieved


def test_a_consent_page_does_not_replace_the_cached_page() -> None:
    responses = {"/": ok(PAGE)}
    with serving(responses) as site:
        load(address_of(site, "/"))
        responses["/"] = CONSENT
        assert "; today: no article: the page asks for consent" in load(address_of(site, "/")).notes[0]
        responses["/"] = ok(PAGE)
        assert load(address_of(site, "/")).notes == ()


def test_the_cached_page_can_be_preferred_and_read_with_another_extraction() -> None:
    with serving({"/": ok(PAGE)}) as site:
        load(address_of(site, "/"))
        article = load(
            address_of(site, "/"), ReadOptions(copies=Copies.PREFERRED, extraction=Extraction.GENEROUS)
        )
        assert site.requested == ["/"]
    assert article.notes[0].startswith("cached page of ") and SENTENCES[0] in article.text


def test_offline_nothing_is_fetched() -> None:
    with serving({"/": ok(PAGE)}) as site:
        with pytest.raises(LoadError, match="not in the page cache; open it once with the network"):
            load(address_of(site, "/"), ReadOptions(copies=Copies.ONLY))
        load(address_of(site, "/"))
        load(address_of(site, "/"), ReadOptions(copies=Copies.ONLY))
        assert site.requested == ["/"]


def test_without_the_cache_no_page_is_stored_or_read(cache_home: Path) -> None:
    with serving({"/": ok(PAGE)}) as site:
        load(address_of(site, "/"), ReadOptions(copies=Copies.NONE))
        assert not cache_home.exists()
        load(address_of(site, "/"))
    with pytest.raises(LoadError):
        load(address_of(site, "/"), ReadOptions(copies=Copies.NONE))


def test_cleared_pages_are_gone(offline_address: str, cache_home: Path) -> None:
    assert offline_address and clear_page_cache() == 1
    with pytest.raises(LoadError, match="refuses the connection"):
        load(offline_address)
    assert not [path for path in cache_home.rglob("*") if path.is_file()]
