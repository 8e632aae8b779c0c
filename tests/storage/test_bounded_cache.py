"""A bounded cache: private, limited in files and bytes, the least recently used deleted first."""

from __future__ import annotations

import os
from pathlib import Path

from tui.storage.atomic_write import TEMPORARY_PREFIX
from tui.storage.bounded_cache import BoundedCache


def cache_in(folder: Path, max_files: int = 100, max_bytes: int = 1_000_000) -> BoundedCache:
    return BoundedCache(folder, ".entry", max_files, max_bytes)


def test_data_comes_back_under_its_key_only(tmp_path: Path) -> None:
    cache = cache_in(tmp_path / "cache")
    assert cache.write("key", b"data")
    assert cache.read("key") == b"data"
    assert cache.read("other key") is None


def test_any_text_is_a_key(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    for key in ("", "../up", "a\x00b", "\udcff", "n" * 5000):
        assert cache.write(key, key.encode("utf-8", "replace"))
        assert cache.read(key) == key.encode("utf-8", "replace")
    assert {path.suffix for path in tmp_path.iterdir()} == {".entry"}


def test_only_the_user_may_read_the_files(tmp_path: Path) -> None:
    cache = cache_in(tmp_path / "cache")
    cache.write("key", b"data")
    assert cache.folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in cache.folder.iterdir()] == [0o600]


def test_the_least_recently_used_entries_are_deleted_first(tmp_path: Path) -> None:
    cache = cache_in(tmp_path, max_files=3)
    for number in range(5):
        cache.write(str(number), b"data")
        for path in tmp_path.iterdir():
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
        if number == 2:
            assert cache.read("0")
    assert [number for number in range(5) if cache.read(str(number))] == [0, 3, 4]


def test_the_files_are_bounded_in_bytes(tmp_path: Path) -> None:
    cache = cache_in(tmp_path, max_bytes=25_000)
    for number in range(10):
        cache.write(str(number), bytes(10_000))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) == 20_000


def test_clearing_deletes_unfinished_files_too_and_counts_the_entries(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    cache.write("left", b"data")
    cache.write("right", b"data")
    (tmp_path / f"{TEMPORARY_PREFIX}0123").write_bytes(b"unfinished")
    (tmp_path / "else.txt").write_bytes(b"not ours")
    assert cache.clear() == 2
    assert [path.name for path in tmp_path.iterdir()] == ["else.txt"]


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    assert cache_in(tmp_path / "none").clear() == 0
    assert cache_in(tmp_path / "none").read("key") is None


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert not cache_in(tmp_path / "file" / "cache").write("key", b"data")
