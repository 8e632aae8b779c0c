"""No test reads or writes what belongs to the person who runs it."""

import gc
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.stores import close_stores
from tui.engine.pipeline import multiply_in_one_thread
from tui.settings.processors import processors

multiply_in_one_thread()  # as the program does, before a test imports numpy

# A deadline of 200 ms for each example fails at random on a busy machine. Hypothesis has none in CI either,
# and speed has tests of its own.
settings.register_profile("default", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=20)
"""For the inner loop; the full check tries as many examples as each test asks for."""


def pytest_xdist_auto_num_workers() -> int:
    """Workers of `-n auto`: one more than processors, since some tests mostly wait for a clock."""
    return processors() + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes minutes: at the end it would leave the other processors idle."""
    items.sort(key=lambda item: item.get_closest_marker("minutes") is None)


def pytest_collection_finish() -> None:
    """Leave the collected tests out of every garbage collection, of which they would be the largest part."""
    gc.freeze()


def settle_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have configuration, state and cache in a new folder, and no set size of the terminal."""
    home.mkdir()
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Iterator[Path]]:
    """Paths of new folders; the first is for what is started once for many tests, such as a server.

    Pytest's own numbered folders take longer the more there are.
    """
    base = tmp_path_factory.mktemp("homes")
    paths = (base / str(number) for number in count())
    with pytest.MonkeyPatch.context() as monkeypatch:
        settle_in(next(paths), monkeypatch)
        yield paths


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test folders of its own."""
    home = next(homes)
    settle_in(home, monkeypatch)
    return home


@pytest.fixture(autouse=True)
def closed_stores() -> Iterator[None]:
    """Close the stores that the test opened."""
    yield
    close_stores()


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have links in the first frame, also where there is one processor."""
    monkeypatch.setattr("tui.engine.pipeline.processors", lambda: 2)
