"""Atomic writing: the old content or the new, never a part and nothing left beside it."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from tui.storage.atomic_write import atomic_write


@pytest.fixture(params=[True, False], ids=["hard links", "no hard links"])
def target(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to write, on file systems of both kinds."""
    if not request.param:

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.EPERM, "no hard links here")

        monkeypatch.setattr(os, "link", refuse)
    return tmp_path / "target"


def test_a_new_file_replaces_nothing(target: Path) -> None:
    assert atomic_write(target, b"new") is False
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_replacing_a_file_is_reported(target: Path) -> None:
    target.write_bytes(b"old")
    assert atomic_write(target, b"new", durable=False) is True
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_a_file_stays_without_overwrite(target: Path) -> None:
    target.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        atomic_write(target, b"new", overwrite=False)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_check_may_keep_the_old_file(target: Path) -> None:
    def refuse(path: Path) -> None:
        raise ValueError(path)

    assert atomic_write(target, b"old", before_overwriting=refuse) is False
    with pytest.raises(ValueError):
        atomic_write(target, b"new", before_overwriting=refuse)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_the_mode_is_the_given_one(target: Path) -> None:
    atomic_write(target, b"new", mode=0o640)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_missing_folder_is_an_error(target: Path) -> None:
    with pytest.raises(FileNotFoundError):
        atomic_write(target / "nowhere", b"new")
