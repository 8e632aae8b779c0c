"""Copies of pages: private, bounded, whole or absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from tui.sources.web import cache
from tui.sources.web.cache import WebPage, cache_page, cached_page, clear_cache

URL = "https://news.example/story"
PAGE = WebPage(
    b"<p>The talks went on.</p>" * 50, URL + "/2", "2026-03-11T08:00:00+00:00", "text/html", "utf-8"
)


def test_a_copy_comes_back_as_it_was(tmp_path: Path) -> None:
    cache_page(URL, PAGE, tmp_path / "pages")
    assert cached_page(URL, tmp_path / "pages") == PAGE
    assert cached_page(URL + "?other", tmp_path / "pages") is None


def test_only_the_user_may_read_copies(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    cache_page(URL, PAGE, folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]


def test_a_later_copy_takes_the_place_of_an_earlier(tmp_path: Path) -> None:
    cache_page(URL, PAGE, tmp_path)
    cache_page(URL, replace(PAGE, data=b"later"), tmp_path)
    copy = cached_page(URL, tmp_path)
    assert copy is not None and copy.data == b"later"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"[]\nx", b"\xff\n\xff", b'{"url": 1}\nx', b"no line"])
def test_a_damaged_copy_is_none(tmp_path: Path, damage: bytes) -> None:
    cache_page(URL, PAGE, tmp_path)
    path = next(tmp_path.iterdir())
    whole = path.read_bytes()
    for content in (damage, whole[:-5], whole.replace(b"story", b"other")):
        path.write_bytes(content)
        assert cached_page(URL, tmp_path) is None


def test_a_copy_that_grew_beyond_the_limit_is_none(tmp_path: Path) -> None:
    cache_page(URL, replace(PAGE, data=bytes(10**6)), tmp_path)
    assert cached_page(URL, tmp_path, most=10**5) is None


def test_the_copies_read_longest_ago_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHED_PAGES", 3)
    for number in range(5):
        cache_page(f"{URL}/{number}", PAGE, tmp_path)
        for path in tmp_path.iterdir():
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
        if number == 2:
            assert cached_page(f"{URL}/0", tmp_path)
    there = [number for number in range(5) if cached_page(f"{URL}/{number}", tmp_path)]
    assert there == [0, 3, 4]


def test_the_copies_are_bounded_in_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "CACHED_BYTES", 25_000)
    for number in range(10):
        cache_page(f"{URL}/{number}", replace(PAGE, data=os.urandom(10_000)), tmp_path)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 25_000


def test_clearing_leaves_nothing_and_counts(tmp_path: Path) -> None:
    cache_page(URL, PAGE, tmp_path)
    cache_page(URL + "/2", PAGE, tmp_path)
    (tmp_path / "stale.part").write_bytes(b"x")
    (tmp_path / "else.txt").write_bytes(b"not ours")
    assert clear_cache(tmp_path) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["else.txt"]
    assert clear_cache(tmp_path / "none") == 0


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    cache_page(URL, PAGE, tmp_path / "file" / "pages")
    assert cached_page(URL, tmp_path / "file" / "pages") is None
