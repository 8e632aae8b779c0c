from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.widgets import OptionList, Static, TextArea

from tests.examples import ferry
from tests.stores import memory_store, open_store
from tests.ui.screens.reading_app import NAMED, SETTINGS, ReadingApp
from tui.engine.protocol import Aligned, FullArticles, Preview, Recalled
from tui.layout import on_screen
from tui.model import Comparison, Relation, Side
from tui.reading.reading import Reading
from tui.session import MarkKind, Session, Sources
from tui.session.session import ReadingPosition, ViewSettings
from tui.ui.screens.main import MainScreen


@pytest.mark.slow
async def test_a_mark_is_kept_listed_and_gone_to(tmp_path: Path) -> None:
    app = ReadingApp(store=open_store(tmp_path / "state"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "n", "m")
        assert app.status.startswith("marked this pair")
        await pilot.press("n", "n", "apostrophe", "enter")
        assert app.main.reading.pair == (3, 5)
        await pilot.press("m")
        assert app.status.startswith("mark removed")


async def test_a_note_is_on_the_disk_when_it_is_confirmed(tmp_path: Path) -> None:
    app = ReadingApp(store=open_store(tmp_path / "state"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "a")
        app.screen.query_one(TextArea).text = "who counted?"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.status.startswith("note saved")
        kept = open_store(tmp_path / "state").session(
            (ferry().left, ferry().right), ("left.txt", "right.txt")
        )
        note = kept.mark_at(MarkKind.NOTE, 2, 1)
        assert note is not None
        assert note.text == "who counted?"


@pytest.mark.slow
async def test_a_session_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    first = ReadingApp(store=open_store(tmp_path / "state"))
    async with first.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "n", "n", "P", "n", "n", "+", "+")
        left = first.main.reading
        first.main.save()
    again = ReadingApp(store=open_store(tmp_path / "state"))
    async with again.run_test(size=(120, 40)):
        there = again.main.reading
        assert (there.pair, there.threshold) == (left.pair, left.threshold)
        assert (4, 3) not in {k.pair for k in there.links}, "the correction holds"


async def test_the_tour_goes_from_topic_to_topic() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        met = []
        for _ in range(3):
            await pilot.press("T")
            link = app.main.reading.link
            assert link is not None
            met.append(link.topic)
        assert len(set(met)) == 3


async def test_the_short_route_promises_minutes_and_comes_back_to_the_place() -> None:
    app = ReadingApp()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("n", "r")
        said = str(app.screen.query_one("#route-title", Static).visual)
        assert "instead of" in said
        await pilot.press("n", "n", "backslash", "n", "r")
        assert app.screen is app.main
        assert app.main.reading.passage(Side.LEFT) is not None


async def test_the_overview_says_how_much_is_seen_and_how_long_the_rest_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(on_screen, "SEEN_SECONDS", 3600.0)
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert "You have seen 0 % of it; the rest takes 0." in text
        assert "at 238 words a minute." in text


async def test_the_overview_knows_what_has_been_read_until_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_screen, "SEEN_SECONDS", 0.0)
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert text.count("You have seen 100 % of it") == 2


@pytest.mark.parametrize("filtered", ["topic", "relation", "unmatched"])
async def test_the_overview_counts_the_same_whatever_is_filtered_and_names_the_filter(filtered: str) -> None:
    app = ReadingApp()
    reading = Reading.of(app.comparison)
    named = {
        "topic": (reading.with_topic(1), "only topic: "),
        "relation": (reading.with_relation(Relation.RELATED), "only related"),
        "unmatched": (reading.with_only_unmatched(True), "only passages without counterpart"),
    }
    async with app.run_test(size=(120, 60)) as pilot:
        app.read(named[filtered][0])
        await pilot.press("i")
        text = " ".join(str(app.screen.query_one("#page-text", Static).visual).split())
        assert f"{len(reading.visible.stops)} passages of the left article have a counterpart" in text
        assert f"There are {len(reading.links)} links in all, with a score of 50 or more." in text
        assert f"All links are counted, not only those shown now ({named[filtered][1]}" in text


async def test_the_overview_says_that_the_differences_are_still_to_come() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.main.scene = replace(app.main.scene, ledger_current=False)
        await pilot.press("i")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert "The differences are still being computed." in text


@pytest.mark.slow
async def test_recents_lists_what_was_compared(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    app = ReadingApp(store=store)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("n", "R")
        options = app.screen.query_one(OptionList)
        assert options.option_count == 1
        await pilot.press("escape")
        assert app.screen is app.main


async def test_of_the_open_comparison_nothing_is_left_once_it_is_forgotten(tmp_path: Path) -> None:
    app = ReadingApp(store=open_store(tmp_path / "state"))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("n", "p", "n", "m", "R", "x", "u", "escape")
        assert len(app.main.scene.session.marks) == 2, "it was restored in the list"
        await pilot.press("R", "x", "escape")
        assert "forgotten" in app.status
        app.main.end()
        assert open_store(tmp_path / "state").recents() == ()
    again = ReadingApp(store=open_store(tmp_path / "state"))
    async with again.run_test(size=(100, 40)):
        assert again.main.scene.session.marks == ()
        assert not any(link.pinned for link in again.main.reading.links)


def beginning(comparison: Comparison, count: int) -> Comparison:
    """The first passages of both articles, not aligned."""
    left, right = (
        replace(article, text=article.text[: passages[-1].span.end], passages=passages)
        for article in comparison.articles
        if (passages := article.passages[:count])
    )
    return Comparison(left, right, threshold=comparison.threshold, aligned=False)


def unaligned(comparison: Comparison) -> Comparison:
    """The full articles before they are aligned."""
    return Comparison(comparison.left, comparison.right, aligned=False)


class PreviewApp(ReadingApp):
    """Opens on the beginnings of two articles; their rest comes when a test says so."""

    def reading_screen(self) -> MainScreen:
        return MainScreen(Preview(beginning(self.comparison, 5)), self.engine, SETTINGS, self.store)


def full(comparison: Comparison, session: Session | None = None) -> FullArticles:
    session = session or Session(Sources.of(comparison.articles, NAMED))
    return FullArticles(comparison, Recalled(session, session.corrections))


async def test_the_whole_articles_take_the_place_of_their_beginnings_where_they_are_read(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path / "state")
    app = PreviewApp(store=store)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "reading the rest" in app.status
        await pilot.press("right_curly_bracket", "right_curly_bracket", "m")
        read = app.main.reading.left
        app.main.save()
        whole = ferry()
        nothing = store.session((whole.left, whole.right), NAMED)
        assert nothing.position is None, "nothing is kept of a beginning"
        session = memory_store().session((whole.left, whole.right), NAMED)
        app.receive(full(unaligned(whole), session))
        await pilot.pause()
        assert app.main.reading.comparison.left == whole.left
        assert app.main.reading.left == read
        assert "aligning" in app.status
        assert [mark.kind for mark in app.main.scene.session.marks] == [MarkKind.MARK], (
            "what was marked meanwhile"
        )
        app.receive(Aligned(whole))
        await pilot.pause()
        assert app.main.reading.links
        assert app.main.reading.left == read
        app.main.save()
        assert store.session((whole.left, whole.right), NAMED).position is not None


async def test_a_threshold_set_while_the_beginnings_are_shown_is_that_of_the_whole() -> None:
    whole = ferry()
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("minus", "minus")
        least = app.main.reading.threshold
        assert least == whole.threshold - 10
        app.receive(full(whole))
        await pilot.pause()
        assert app.main.reading.threshold == least
        assert all(link.score >= least for link in app.main.reading.links)


@pytest.mark.slow
async def test_a_search_goes_on_in_the_whole_articles_when_they_come() -> None:
    whole = ferry()
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"ferr")
        app.receive(full(unaligned(whole)))
        await pilot.press("y")
        assert app.main.reading.hits
        assert app.main.reading.comparison.left is whole.left
        app.receive(Aligned(whole))
        await pilot.press("escape", "G")
        assert app.main.reading.comparison is whole
        await pilot.press("n")
        assert app.main.reading.link is not None


async def test_previous_articles_that_were_never_aligned_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, source in zip(NAMED, ferry().articles, strict=True):
        (tmp_path / name).write_text(source.text, encoding="utf-8")
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.main.post_message(events.Paste("One more word. " * 20))
        await app.engine.settle(pilot)
        assert app.main.reading.comparison.left.text.startswith("One more word.")
        assert app.main.reading.comparison.right.text == ferry().right.text.rstrip(), (
            "the whole, not its beginning"
        )
        await pilot.press("U")
        await app.engine.settle(pilot)
        assert app.status.startswith("back to the previous articles")
        assert app.main.reading.comparison.left.text == ferry().left.text.rstrip()


async def test_filters_set_on_the_beginnings_hold_for_the_whole_articles() -> None:
    whole = ferry()
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.read(app.main.reading.with_relation(Relation.SAME))
        app.receive(full(whole))
        await pilot.pause()
        assert {link.relation for link in app.main.reading.links} == {Relation.SAME}


@pytest.mark.slow
async def test_the_kept_topic_waits_until_the_articles_are_aligned() -> None:
    whole = ferry()
    topic = whole.topics[1].label
    pair = Sources.of((whole.left, whole.right), NAMED)
    session = Session(pair, view_settings=ViewSettings(whole.threshold, topic, only_unmatched=False))
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.receive(full(unaligned(whole), session))
        await pilot.pause()
        app.main.save()
        assert app.main.scene.session.view_settings is not None
        assert app.main.scene.session.view_settings.topic == topic
        app.receive(Aligned(whole))
        await pilot.pause()
        assert app.main.reading.topic == 1


async def test_what_was_scrolled_to_stays_when_the_whole_articles_come() -> None:
    whole = ferry()
    app = PreviewApp()
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("G")
        read = app.rows(0)
        assert app.main.scene.view.left_top > 0
        app.receive(full(unaligned(whole)))
        await pilot.pause()
        assert app.rows(0)[:3] == read[:3]


async def test_where_nothing_has_been_read_the_place_of_the_last_session_is_taken_up() -> None:
    whole = ferry()
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        session = Session(
            Sources.of((whole.left, whole.right), NAMED), position=ReadingPosition(6, 3, Side.RIGHT)
        )
        app.receive(full(unaligned(whole), session))
        await pilot.pause()
        here = app.main.reading
        assert (here.left, here.right, here.side) == (6, 3, Side.RIGHT)


async def test_whole_articles_that_come_aligned_are_not_waited_for() -> None:
    whole = ferry()
    app = PreviewApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.receive(full(whole))
        await pilot.pause()
        assert app.main.scene.pending == ""
        await pilot.press("n")
        assert app.main.reading.pair is not None
