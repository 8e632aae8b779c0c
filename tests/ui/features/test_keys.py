"""The key table names features that there are, and no key has two actions."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Label, Static

from tests.examples import ferry
from tests.stores import memory_store
from tests.ui.engine import WatchedApp, WatchedEngine
from tests.ui.features.scenes import SETTINGS, NotedEffects, NotedQuestions
from tui.engine.protocol import FullArticles
from tui.model import Side
from tui.session.preferences import Preferences
from tui.ui import panels
from tui.ui.features import LATER, OF_STORIES, FeatureSet
from tui.ui.features.corrections import LinkCorrections
from tui.ui.features.filters import Filters
from tui.ui.features.marks import Marks
from tui.ui.features.navigation import Navigation
from tui.ui.features.panes import first_keys
from tui.ui.features.reports import refused
from tui.ui.features.sessions import Sessions
from tui.ui.keys import APP, READING_KEYS, Key, key_sign
from tui.ui.panels.page import Panel
from tui.ui.widgets.status_line import position


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


def test_messages_name_the_keys_of_the_configuration() -> None:
    changed = {
        "link.next": "f7",
        "topic.all": "f8",
        "marks": "f9,apostrophe",
        "only.filter": "f10",
        "pin": "f6",
        "open": "f5",
        "side.cross": "f4",
    }
    settings = replace(SETTINGS, keys=changed)
    scene = Sessions(memory_store(), settings).start(FullArticles(ferry())).arranged(120, 40, Preferences())
    host, go = NotedEffects(), Navigation(NotedQuestions().inquiries)
    assert first_keys(scene.keys) == "f7 next pair · ? what the signs mean"
    assert position(scene.reading, scene.keys).endswith(": f7 goes to the next")
    assert Filters(host).topic(scene, 0).message.endswith("f8 shows all")
    assert Marks(host, memory_store()).mark(scene).message.startswith("marked this passage: f9 lists marks")
    folded = Filters(host).unmatched(scene)
    assert folded.message == "linked passages are folded (f10 to unfold)"
    assert go.next(folded, 1).message == "the pairs are folded: f10 shows them"
    pinned = LinkCorrections(memory_store()).pin(go.next(scene, 1))
    assert pinned.message == "pinned (f6 to undo)"
    assert refused(scene).message == "there are only two reports; f5 with + before a source adds one"
    corrections = LinkCorrections(memory_store())
    again = corrections.pin(corrections.pin(go.to_passage(scene, Side.LEFT, 7)))
    assert again.message == "that passage is in the same article: f4 goes to the other one"


@pytest.mark.parametrize(
    "id",
    ["topic.list", "filter", "difference.list", "overview", "map", "route", "marks", "help", "words", "save"],
)
async def test_a_panel_closes_by_the_configured_key_that_has_opened_it(id: str) -> None:
    app = WatchedApp(*ferry().articles, settings=replace(SETTINGS, keys={id: "f7"}, keep_state=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.engine.settle(pilot)
        await pilot.press("f7")
        assert isinstance(app.screen, Panel)
        await pilot.press("f8")
        assert isinstance(app.screen, Panel), "another key does nothing"
        await pilot.press("f7")
        assert len(app.screen_stack) == 1


async def test_panels_and_the_palette_name_the_keys_of_the_configuration() -> None:
    changed = {
        "link.next": "f7",
        "counterpart.next": "f8",
        "marks": "f9,apostrophe",
        "mark": "f10",
        "note": "f11",
        "words.all": "f12",
        "map": "ctrl+y,M",
        "scroll.up": "k,up",
        "close": "f4",
    }
    app = WatchedApp(*ferry().articles, settings=replace(SETTINGS, keys=changed, keep_state=False))
    async with app.run_test(size=(120, 40)) as pilot:
        commands = {command.title: command.help for command in app.get_system_commands(app.screen)}
        assert commands["Map of the whole comparison"] == "Read pairs: ctrl+y M"
        await pilot.press("f9")
        title = str(app.screen.query_one("#marks-title", Label).render())
        assert title == "no marks or notes yet: f10 sets a mark, f11 writes a note"
        await pilot.press("escape", "question_mark")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert "your mark or note, which f9 lists" in text
        assert "f7 and f8 go to them" in text
        assert "Words of a pair (f12:" in text
        assert "on the map (ctrl+y)" in text
        assert "q ctrl+q" in text, "all keys of an action, also those that the app takes first"
