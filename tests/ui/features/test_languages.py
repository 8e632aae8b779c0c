"""Saying in which language an article is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.session.examples import store_in
from tests.ui.engine import WatchedEngine
from tests.ui.features.scenes import SETTINGS, SOURCES, NotedEffects, scene_of, sessions
from tests.ui.screens.story_app import ferry_story
from tui.engine.protocol import Failed, FullArticles, NamedSource, Open, Source, StoryRead
from tui.model import Article, Side
from tui.reading.story_reading import StoryReading
from tui.session import Store
from tui.settings.read_options import ReadOptions
from tui.ui.features.comparing import Comparing
from tui.ui.features.inquiries import Inquiries
from tui.ui.features.languages import Languages
from tui.ui.features.opening import Opening
from tui.ui.features.reports import Reports
from tui.ui.scene import Scene

UKRAINIAN = ReadOptions(language="uk")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = store_in(tmp_path)
    yield store
    store.close()


@pytest.fixture
def comparing(engine: WatchedEngine) -> Comparing:
    return Comparing(engine, sessions(), Inquiries(engine).drop_all)


@pytest.fixture
def reports(engine: WatchedEngine, comparing: Comparing) -> Reports:
    return Reports(engine, sessions(), comparing)


@pytest.fixture
def opening(
    host: NotedEffects, engine: WatchedEngine, store: Store, comparing: Comparing, reports: Reports
) -> Opening:
    return Opening(host, engine, store, sessions(), comparing, SETTINGS.read_options, lambda: reports)


@pytest.fixture
def languages(host: NotedEffects, opening: Opening) -> Languages:
    return Languages(host, opening)


def sources(engine: WatchedEngine) -> tuple[Source, ...]:
    request = engine.opened[-1]
    assert isinstance(request, Open)
    return request.sources


def test_an_article_is_read_again_in_the_language_the_reader_picks(
    host: NotedEffects, engine: WatchedEngine, languages: Languages
) -> None:
    scene = languages.list(scene_of())
    panel = host.panels[-1]
    codes = [code for _, code in panel.rows()]
    assert panel.title_line() == "Language of the left article"
    assert codes[panel.current_row()] == "" and "uk" in codes
    host.answer(scene, "uk")
    left, right = sources(engine)
    assert left == NamedSource("left.txt", UKRAINIAN)
    assert right is scene.reading.comparison.right


def test_text_that_cannot_be_read_again_takes_the_language_as_it_is(
    engine: WatchedEngine, languages: Languages, store: Store
) -> None:
    scene = replace(scene_of(), sources=("-", "right.txt"))
    languages.choose(scene, "uk")
    assert sources(engine)[0] == replace(scene.reading.comparison.left, language="uk")
    assert store.languages(["-"]) == {}


def taken(opening: Opening, engine: WatchedEngine, scene: Scene) -> Scene:
    """The scene once the articles that were requested last are there."""
    return opening.take(scene, engine.requests, FullArticles(ferry()))


def test_a_language_is_kept_for_its_source_until_it_is_detected_again(
    engine: WatchedEngine, opening: Opening, languages: Languages, store: Store
) -> None:
    scene = taken(opening, engine, languages.choose(scene_of(), "uk"))
    assert store.languages(SOURCES) == {"left.txt": "uk"}
    taken(opening, engine, languages.choose(scene, ""))
    assert store.languages(SOURCES) == {}


@pytest.mark.parametrize("how", ["refused", "failed", "cancelled"])
def test_a_language_in_which_nothing_was_read_is_not_kept(
    how: str, engine: WatchedEngine, opening: Opening, languages: Languages, store: Store
) -> None:
    scene = languages.choose(replace(scene_of(), awaited=2 if how == "refused" else 0), "uk")
    if how == "failed":
        opening.take(scene, engine.requests, Failed("no such file"))
    elif how == "cancelled":
        opening.cancel(scene)
    assert store.languages(SOURCES) == {}
    assert opening.options.of("left.txt") == SETTINGS.read_options


def test_undoing_takes_the_language_back_and_undoing_that_brings_it_again(
    engine: WatchedEngine, opening: Opening, languages: Languages, store: Store
) -> None:
    store.save_language("left.txt", Article(), "ar")
    scene = taken(opening, engine, languages.choose(scene_of(), "uk"))
    assert opening.options.of("left.txt") == UKRAINIAN
    scene = opening.undo(scene)
    assert store.languages(SOURCES) == {"left.txt": "ar"}
    assert opening.options.of("left.txt") == SETTINGS.read_options
    opening.undo(scene)
    assert store.languages(SOURCES) == {"left.txt": "uk"}
    assert opening.options.of("left.txt") == UKRAINIAN


def test_undoing_before_the_articles_were_aligned_takes_the_language_back_once_they_are_there(
    engine: WatchedEngine, opening: Opening, languages: Languages, store: Store
) -> None:
    scene = scene_of()
    scene = replace(scene, alignment=replace(scene.alignment, aligned=False))
    scene = opening.undo(taken(opening, engine, languages.choose(scene, "uk")))
    assert sources(engine) == tuple(map(NamedSource, SOURCES))
    assert store.languages(SOURCES) == {"left.txt": "uk"}
    taken(opening, engine, scene)
    assert store.languages(SOURCES) == {}


def test_in_a_story_a_language_is_kept_once_it_is_read_and_taken_back_too(
    engine: WatchedEngine, opening: Opening, reports: Reports, languages: Languages, store: Store
) -> None:
    story = ferry_story()
    scene = replace(scene_of(story.pairs[0, 1].comparison), story=StoryReading(story))
    scene = languages.choose(scene, "uk")
    assert store.languages(SOURCES) == {}
    scene = reports.take(scene, engine.requests, StoryRead(story))
    assert (store.languages(SOURCES), opening.options.of("left.txt")) == ({"left.txt": "uk"}, UKRAINIAN)
    scene = opening.undo(scene)
    reports.take(scene, engine.requests, StoryRead(story))
    assert (store.languages(SOURCES), opening.options.of("left.txt")) == ({}, SETTINGS.read_options)


def test_a_source_opened_later_has_the_language_that_was_kept(
    engine: WatchedEngine, opening: Opening, store: Store
) -> None:
    store.save_language("other.txt", Article(), "uk")
    opening.source(scene_of(), Side.RIGHT, "other.txt")
    assert sources(engine)[1] == NamedSource("other.txt", UKRAINIAN)
    opening.source(scene_of(), Side.RIGHT, "new.txt")
    assert sources(engine)[1] == NamedSource("new.txt")


def test_a_language_is_taken_though_it_cannot_be_kept(
    engine: WatchedEngine, opening: Opening, languages: Languages, store: Store, tmp_path: Path
) -> None:
    store.recents()  # opens the file
    with store_in(tmp_path)._database._opened.db as other:
        other.execute("BEGIN EXCLUSIVE")
        scene = taken(opening, engine, languages.choose(scene_of(), "uk"))
        other.execute("ROLLBACK")
    assert sources(engine)[0] == NamedSource("left.txt", UKRAINIAN)
    assert scene.message.startswith("the left article: Ukrainian (could not save: ")
