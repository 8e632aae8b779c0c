"""The key table names features that there are, and no key has two actions."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.screen import Screen

from tests.stores import memory_store
from tests.ui.engine import WatchedEngine
from tests.ui.features.scenes import SETTINGS, NotedEffects
from tui.ui import panels
from tui.ui.features import LATER, OF_STORIES, FeatureSet
from tui.ui.keys import APP, READING_KEYS, Key, key_sign
from tui.ui.panels.page import Panel


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
    assert used <= {*LATER, *OF_STORIES, "sessions", "panes", "comparing"}


def test_no_key_has_two_actions_and_no_action_two_rows() -> None:
    keys = [name for key in READING_KEYS for name in key.keys.split(",")]
    assert len(keys) == len(set(keys))
    ids = [key.id for key in READING_KEYS]
    assert len(ids) == len(set(ids))


def panel_screens() -> list[type[Screen[object]]]:
    """The screens in `tui.ui.panels`."""
    modules = [
        importlib.import_module(f"{panels.__name__}.{m.name}") for m in pkgutil.iter_modules(panels.__path__)
    ]
    return [
        value
        for module in modules
        for value in vars(module).values()
        if inspect.isclass(value) and issubclass(value, Screen) and value.__module__ == module.__name__
        if value is not Panel
    ]


def bindings_of(panel: type[Screen[object]]) -> list[Binding]:
    """The bindings of a panel and those it inherits from other panels."""
    own = [cls for cls in panel.__mro__ if cls.__module__.startswith(panels.__name__)]
    return [b for cls in own for b in cls.__dict__.get("BINDINGS", ()) if isinstance(b, Binding)]


@pytest.mark.parametrize("panel", panel_screens(), ids=lambda panel: panel.__name__)
def test_in_a_panel_no_key_has_two_actions_and_all_close_alike(panel: type[Screen[object]]) -> None:
    keys = [name for binding in bindings_of(panel) for name in binding.key.split(",")]
    assert len(keys) == len(set(keys))
    assert "escape" in keys
    assert "q" in keys or panel.__name__ == "NoteScreen"  # there it is a letter


def test_keys_are_shown_as_they_are_typed() -> None:
    assert [key_sign(name) for name in ("less_than_sign", "ctrl+s", "n")] == ["<", "ctrl+s", "n"]
    names = {name for key in READING_KEYS for name in key.keys.split(",")}
    assert [name for name in names if "_" in key_sign(name)] == []
