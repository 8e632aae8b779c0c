"""Stores for tests: each is closed when its test ends."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from tui.session import Store

_at_the_end = ExitStack()


def open_store(path: Path | None = None) -> Store:
    """The store in that file, or in the user's state folder."""
    return _closed_later(Store.open(path))


def memory_store() -> Store:
    """A store that writes nothing."""
    return _closed_later(Store.in_memory())


def _closed_later(store: Store) -> Store:
    _at_the_end.callback(store.close)
    return store


def close_stores() -> None:
    """Close the stores of the test that ends."""
    _at_the_end.close()
