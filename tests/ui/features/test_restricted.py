"""`--restricted`: the two articles named, and no others."""

import pytest
from msgspec.structs import replace

from tests.stores import memory_store
from tests.ui.engine import WatchedEngine
from tests.ui.features.scenes import SETTINGS, NotedEffects, scene_of
from tui.ui.features import ONLY_THESE, FeatureSet
from tui.ui.keys import KEYS


@pytest.mark.parametrize("key", ["open", "open.recent", "save"])
def test_nothing_else_is_opened_or_saved(key: str, engine: WatchedEngine) -> None:
    host = NotedEffects()
    features = FeatureSet(host, engine, memory_store(), replace(SETTINGS, restricted=True))
    before = scene_of()
    scene = features.run(KEYS[key], before)
    assert (scene.message, scene.prompt, host.panels) == (ONLY_THESE, before.prompt, [])


def test_nothing_is_pasted(engine: WatchedEngine) -> None:
    text = "The mayor of Kessel said talks on the harbour would go on until Friday. " * 3
    features = FeatureSet(NotedEffects(), engine, memory_store(), replace(SETTINGS, restricted=True))
    assert features.paste(scene_of(), text).message == ONLY_THESE
    assert engine.opened == []
    free = FeatureSet(NotedEffects(), engine, memory_store(), SETTINGS)
    assert free.paste(scene_of(), text).opening


def test_all_other_keys_work(engine: WatchedEngine) -> None:
    features = FeatureSet(NotedEffects(), engine, memory_store(), replace(SETTINGS, restricted=True))
    assert features.run(KEYS["link.next"], scene_of()).message != ONLY_THESE
