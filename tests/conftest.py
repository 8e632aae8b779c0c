"""No test reads or writes what belongs to the person who runs it."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.stores import close_stores

# A deadline of 200 ms for each example fails at random on a busy machine. Hypothesis has none in CI either,
# and speed has tests of its own.
settings.register_profile("default", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=20)
"""For the inner loop; the full check tries as many examples as each test asks for."""


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Paths of new folders. Pytest's own numbered folders take longer with each that is there."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_folders(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test folders of its own for configuration, state and cache, and no set terminal width."""
    home = next(homes)
    home.mkdir()
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    monkeypatch.delenv("COLUMNS", raising=False)
    return home


@pytest.fixture(autouse=True)
def closed_stores() -> Iterator[None]:
    """Close the stores that the test opened."""
    yield
    close_stores()
