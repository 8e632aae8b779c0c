"""The key table names features that there are."""

import inspect
from collections.abc import Iterator

import pytest

from tests.stores import memory_store
from tests.ui.engine import WatchedEngine
from tests.ui.features.scenes import SETTINGS, NotedEffects
from tui.ui.features import LATER, FeatureSet
from tui.ui.keys import APP, READING_KEYS, Key


@pytest.fixture(scope="module")
def features() -> Iterator[FeatureSet]:
    engine = WatchedEngine()
    yield FeatureSet(NotedEffects(), engine, memory_store(), SETTINGS)
    engine.close()


@pytest.mark.parametrize("key", [key for key in READING_KEYS if key.feature != APP], ids=lambda key: key.id)
def test_every_key_fits_a_method_of_a_feature(features: FeatureSet, key: Key) -> None:
    method = getattr(getattr(features, key.feature), key.method)
    inspect.signature(method).bind("scene", *key.arguments)


def test_every_feature_is_imported_before_its_key_is_pressed() -> None:
    used = {key.feature for key in READING_KEYS} - {APP}
    assert used <= {*LATER, "sessions", "panes", "comparing"}
