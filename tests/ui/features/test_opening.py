import pytest
from msgspec.structs import replace

from tests.examples import strangers
from tests.ui.features.scenes import SOURCES, NotedEffects, scene_of, sessions
from tui.model import Side
from tui.session import Recent, Store
from tui.ui.features.navigation import Navigation
from tui.ui.features.opening import Loading, NotOpened, Opened, Opening, OpenRequest
from tui.ui.panels.recents import RecentsRequest
from tui.ui.scene import Prompt


@pytest.fixture
def host() -> NotedEffects:
    return NotedEffects()


@pytest.fixture
def opening(host: NotedEffects) -> Opening:
    return Opening(host, Store.in_memory(), sessions())


def test_a_source_is_asked_for_by_name(host: NotedEffects, opening: Opening) -> None:
    scene = opening.open(scene_of())
    assert scene.prompt is Prompt.OPEN
    scene = opening.source(scene, Side.RIGHT, "board\x1b.txt")
    assert host.requests == [OpenRequest({Side.RIGHT: "board\x1b.txt"})]
    assert scene.prompt is Prompt.NONE
    assert scene.message.startswith("opening board")
    assert "\x1b" not in scene.message


def test_an_empty_name_opens_nothing(host: NotedEffects, opening: Opening) -> None:
    assert opening.source(opening.open(scene_of()), Side.LEFT, "").prompt is Prompt.NONE
    assert not host.requests


def test_text_is_pasted_on_the_side_under_the_keys(host: NotedEffects, opening: Opening) -> None:
    text = "The harbour board of Kessel fined the ferry company on Friday. " * 3
    opening.paste(Navigation().cross(scene_of()), text)
    assert host.requests == [OpenRequest({Side.RIGHT: ""}, text)]
    assert "too few words" in opening.paste(scene_of(), "two words").message


def test_nothing_is_opened_beside_a_beginning(host: NotedEffects, opening: Opening) -> None:
    scene = replace(scene_of(), complete=False)
    for refused in (opening.open(scene), opening.paste(scene, "words " * 50)):
        assert (refused.prompt, refused.bells) == (Prompt.NONE, 1)
    assert not host.requests


def test_other_articles_are_shown_and_undone(opening: Opening) -> None:
    scene = opening.take(scene_of(), Opened(strangers(), ("", "b.txt")))
    assert scene.message == "opened (U to undo)"
    assert scene.reading.comparison == strangers()
    back = opening.undo(scene)
    assert back.sources == SOURCES
    assert opening.undo(back).reading.comparison == strangers()
    assert opening.undo(scene_of()).message == "no article was open before"


def test_articles_that_were_never_aligned_are_opened_again(host: NotedEffects, opening: Opening) -> None:
    scene = scene_of()
    scene = replace(scene, alignment=replace(scene.alignment, aligned=False))
    opening.undo(opening.take(scene, Opened(strangers(), ("", ""))))
    assert host.requests == [OpenRequest(dict(zip(Side, SOURCES, strict=True)))]


def test_steps_and_failures_are_told(opening: Opening) -> None:
    assert opening.take(scene_of(), Loading("reading ...")).message == "reading ..."
    failed = opening.take(scene_of(), NotOpened("no such file"))
    assert (failed.message, failed.bells) == ("not opened: no such file", 1)


def test_a_recent_comparison_is_opened_again(host: NotedEffects, opening: Opening) -> None:
    scene = opening.recent(scene_of())
    recent = Recent(1, ("A", "B"), ("/a.txt", "/b.txt"), 0.0, 0.5, 0)
    assert host.answer(scene, RecentsRequest(recent)).message == "opening ..."
    assert host.requests == [OpenRequest({Side.LEFT: "/a.txt", Side.RIGHT: "/b.txt"})]
