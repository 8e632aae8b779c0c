"""The page cache: a page comes back whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tui.settings.limits import CACHED_BYTES, CACHED_PAGES
from tui.sources.web.page_cache import WebPage, cache_page, cached_page, clear_page_cache, page_cache

URL = "https://news.example/story"
PAGE = WebPage(
    b"<p>The talks went on.</p>" * 50, URL + "/2", "2026-03-11T08:00:00+00:00", "text/html", "utf-8"
)


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    cache_page(URL, PAGE, tmp_path / "pages")
    assert cached_page(URL, tmp_path / "pages") == PAGE
    assert cached_page(URL + "?other", tmp_path / "pages") is None


def test_a_later_page_replaces_an_earlier_one(tmp_path: Path) -> None:
    cache_page(URL, PAGE, tmp_path)
    cache_page(URL, replace(PAGE, data=b"later"), tmp_path)
    page = cached_page(URL, tmp_path)
    assert page is not None and page.data == b"later"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"[]\nx", b"\xff\n\xff", b'{"url": 1}\nx', b"no line"])
def test_a_damaged_page_is_not_read(tmp_path: Path, damage: bytes) -> None:
    cache_page(URL, PAGE, tmp_path)
    path = next(tmp_path.iterdir())
    whole = path.read_bytes()
    for content in (damage, whole[:-5], whole.replace(b"story", b"other")):
        path.write_bytes(content)
        assert cached_page(URL, tmp_path) is None


def test_a_page_that_decompresses_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    cache_page(URL, replace(PAGE, data=bytes(10**6)), tmp_path)
    assert cached_page(URL, tmp_path, max_bytes=10**5) is None


def test_the_cache_has_the_limits_of_the_settings(own_folders: Path) -> None:
    cache = page_cache()
    assert (cache.max_files, cache.max_bytes) == (CACHED_PAGES, CACHED_BYTES)
    assert own_folders / "cache" in cache.folder.parents


def test_clearing_counts_the_pages(tmp_path: Path) -> None:
    cache_page(URL, PAGE, tmp_path)
    cache_page(URL + "/2", PAGE, tmp_path)
    assert clear_page_cache(tmp_path) == 2
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache_page(URL, PAGE, tmp_path / "file" / "pages")
    assert cached_page(URL, tmp_path / "file" / "pages") is None
