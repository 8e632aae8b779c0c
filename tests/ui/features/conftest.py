"""What the features of the tests act on: the effects they ask for, and an engine that never answers."""

from collections.abc import Iterator

import pytest

from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import NotedEffects


@pytest.fixture
def host() -> NotedEffects:
    return NotedEffects()


@pytest.fixture
def engine() -> Iterator[WatchedEngine]:
    engine = WatchedEngine(never_answer)
    yield engine
    engine.close()
