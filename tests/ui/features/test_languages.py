"""Saying in which language an article is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.session.examples import store_in
from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import SETTINGS, SOURCES, NotedEffects, scene_of, sessions
from tui.engine.protocol import NamedSource, Open, Source
from tui.model import Article, Side
from tui.session import Store
from tui.settings.read_options import ReadOptions
from tui.ui.features.comparing import Comparing
from tui.ui.features.inquiries import Inquiries
from tui.ui.features.languages import Languages
from tui.ui.features.opening import Opening
from tui.ui.features.reports import Reports

UKRAINIAN = ReadOptions(language="uk")


@pytest.fixture
def host() -> NotedEffects:
    return NotedEffects()


@pytest.fixture
def engine() -> Iterator[WatchedEngine]:
    engine = WatchedEngine(never_answer)
    yield engine
    engine.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = store_in(tmp_path)
    yield store
    store.close()


@pytest.fixture
def opening(host: NotedEffects, engine: WatchedEngine, store: Store) -> Opening:
    comparing = Comparing(engine, sessions(), Inquiries(engine).drop_all)
    reports = Reports(engine, sessions(), comparing)
    return Opening(host, engine, store, sessions(), comparing, SETTINGS.read_options, lambda: reports)


@pytest.fixture
def languages(host: NotedEffects, opening: Opening, store: Store) -> Languages:
    return Languages(host, opening, store)


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


def test_a_language_is_kept_for_its_source_until_it_is_detected_again(
    languages: Languages, store: Store
) -> None:
    languages.choose(scene_of(), "uk")
    assert store.languages(SOURCES) == {"left.txt": "uk"}
    languages.choose(scene_of(), "")
    assert store.languages(SOURCES) == {}


def test_a_source_opened_later_has_the_language_that_was_kept(
    engine: WatchedEngine, opening: Opening, store: Store
) -> None:
    store.save_language("other.txt", Article(), "uk")
    opening.source(scene_of(), Side.RIGHT, "other.txt")
    assert sources(engine)[1] == NamedSource("other.txt", UKRAINIAN)
    opening.source(scene_of(), Side.RIGHT, "new.txt")
    assert sources(engine)[1] == NamedSource("new.txt")


def test_a_language_is_taken_though_it_cannot_be_kept(
    engine: WatchedEngine, languages: Languages, store: Store, tmp_path: Path
) -> None:
    store.recents()  # opens the file
    with store_in(tmp_path)._database._opened.db as other:
        other.execute("BEGIN EXCLUSIVE")
        languages.choose(scene_of(), "uk")
        other.execute("ROLLBACK")
    assert sources(engine)[0] == NamedSource("left.txt", UKRAINIAN)
