"""The reading screen with several reports of a story."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import astuple
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tests.ferry_reports import write_reports
from tests.ui.engine import WatchedEngine, until
from tests.ui.screens.reading_app import ReadingApp
from tests.ui.screens.story_app import FIVE, StoryApp, ferry_story, with_missing, without_pairs
from tui.engine.protocol import FullArticles, NamedSource, Open, StoryRead
from tui.model.story import Story
from tui.settings.settings import Settings
from tui.ui.app import CompareApp
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.details_bar import DetailsBar
from tui.ui.widgets.row_widget import RowWidget
from tui.ui.widgets.status_line import StatusLine
from tui.ui.widgets.title_bar import ReportsLine, TitleBar


def header(app: StoryApp) -> str:
    return app.main.query_one(ReportsLine).strip_at(0).text.rstrip()


@pytest.mark.slow
async def test_the_reports_are_listed_and_those_on_the_panes_stand_out() -> None:
    app = StoryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(app.main.query(ReportsLine)))
        assert header(app) == " [A post][B quay] C herald  D wire  E mirror"
        title = app.main.query(TitleBar).first().strip_at(0).text
        assert title.startswith("▸A Ferry burns off Kessel")


async def test_a_source_that_could_not_be_read_is_listed_with_the_reason() -> None:
    app = StoryApp(with_missing(ferry_story(("post", "quay"))))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: bool(app.main.query(ReportsLine)))
        assert header(app) == " [A post][B quay] · not read: gone.txt (no such file)"
        assert app.main.scene.geometry.letters == 0


async def test_the_margin_has_the_letters_of_the_reports_that_state_a_passage() -> None:
    app = StoryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.scene.story is not None)
        await app.engine.settle(pilot)
        left, right = app.rows(0), app.rows(1)
        assert any(row.startswith("▌≠ =C=D  A fire aboard") for row in left)
        assert any(row.startswith("▌  E≠B   Marla killed") for row in left)
        assert any(row.startswith(" ≠ Survivors have told") for row in right)


async def test_the_details_bar_says_who_states_the_passage() -> None:
    app = StoryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.scene.story is not None)
        app.read(app.main.reading.at_pair(1, 1))
        await pilot.pause()
        assert app.main.query_one(DetailsBar).strip_at(0).text.strip() == (
            "A: Stated by C, D and E (A, C and D carry one text, counted once), B differs."
        )


async def test_the_status_line_says_how_many_pairs_are_compared() -> None:
    app = StoryApp(without_pairs(ferry_story()))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.scene.story is not None)
        assert "compared 0 of 10 pairs of reports" in app.main.query_one(StatusLine).strip_at(0).text


@pytest.mark.parametrize("several", [True, False])
async def test_help_says_what_the_letters_mean_where_there_are_several_reports(several: bool) -> None:
    app = StoryApp() if several else ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: bool(app.main.scene.story) == several)
        await pilot.press("question_mark")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert ("B and D carry one text" in text) == several


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (20, 6), (20, 5), (7, 3), (1, 1)])
@pytest.mark.slow
async def test_a_story_fits_every_terminal(size: tuple[int, int]) -> None:
    app = StoryApp()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.main.scene.story is not None)
        await pilot.press("n", "n", "tab", "d", "w", "w")
        geometry = app.main.scene.geometry
        assert geometry.rows[0] >= 1
        boxes = geometry.boxes(*size)
        cells = [
            (x, y)
            for box in boxes.values()
            for x in range(box.x, box.x + box.width)
            for y in range(box.y, box.y + box.height)
        ]
        assert len(cells) == len(set(cells)), "no part is over another"
        shown = {widget.id: widget.region for widget in app.main.query_children(RowWidget) if widget.display}
        assert set(shown) == set(boxes)
        assert (boxes["first-text"].x, boxes["first-text"].y) < size
        if size[1] >= 6:
            assert set(cells) == {(x, y) for x in range(size[0]) for y in range(size[1])}
            assert all(tuple(shown[name]) == tuple(astuple(box)) for name, box in boxes.items())


class FiveApp(CompareApp):
    """The app with five sources, read and compared by its own engine."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.engine = WatchedEngine()
        number = self.engine.open(Open(tuple(NamedSource(name) for name in names), names))
        first = next(event for _, event in self.engine.events())
        assert isinstance(first, FullArticles)
        super().__init__(Settings(names, keep_state=False), first, self.engine, number=number)

    @property
    def main(self) -> MainScreen:
        assert isinstance(self.screen, MainScreen)
        return self.screen

    @property
    def story_now(self) -> Story:
        assert self.main.scene.story
        return self.main.scene.story.story

    def on_unmount(self) -> None:
        super().on_unmount()
        self.engine.close()


async def all_compared(pilot: Pilot[None], app: FiveApp) -> None:
    await until(pilot, lambda: bool(app.main.scene.story and app.main.scene.story.story.complete))


@pytest.fixture
def five(tmp_path: Path) -> FiveApp:
    return FiveApp(tuple(write_reports(tmp_path, ("post", "quay", "herald", "wire", "mirror"))))


@pytest.mark.slow
async def test_five_sources_are_read_and_all_pairs_compared(five: FiveApp) -> None:
    async with five.run_test(size=(120, 40)) as pilot:
        await all_compared(pilot, five)
        story = five.main.scene.story
        assert story
        assert story.story.names == ("post", "quay", "herald", "wire", "mirror")


@pytest.mark.slow
async def test_the_right_pane_turns_and_the_panes_swap(five: FiveApp) -> None:
    async with five.run_test(size=(80, 24)) as pilot:
        await all_compared(pilot, five)
        await pilot.press("n", "n")
        left, top = five.main.reading.left, five.main.scene.view.left_top
        await pilot.press("full_stop")
        await until(pilot, lambda: not five.main.scene.turning)
        assert five.main.scene.story
        assert five.main.scene.story.shown == (0, 2)
        assert (five.main.reading.left, five.main.scene.view.left_top) == (left, top)
        await pilot.press("comma")
        await until(pilot, lambda: not five.main.scene.turning)
        assert five.main.scene.story.shown == (0, 1)
        await pilot.press("backslash")
        await until(pilot, lambda: not five.main.scene.turning)
        assert five.main.scene.story.shown == (1, 0)
        assert five.main.reading.comparison.left.title == "Panic on a burning ferry"
        await five.engine.settle(pilot)
        await pilot.press("n", "x", "D", "escape")


@pytest.mark.slow
async def test_the_grid_leads_to_the_passages_of_other_reports(five: FiveApp) -> None:
    async with five.run_test(size=(80, 24)) as pilot:
        await all_compared(pilot, five)
        await pilot.press("S", "slash", *"prime minister", "enter", "enter")
        await until(pilot, lambda: isinstance(five.screen, MainScreen) and not five.main.scene.turning)
        story, reading = five.main.scene.story, five.main.reading
        assert story
        assert story.shown == (2, 4)
        assert reading.pair
        for article, index in zip(reading.comparison.articles, reading.pair, strict=True):
            assert "prime minister" in article.passages[index].text


@pytest.mark.slow
async def test_a_report_is_added_with_a_plus_before_its_source(five: FiveApp, tmp_path: Path) -> None:
    (garden,) = write_reports(tmp_path, ("garden",))
    async with five.run_test(size=(80, 24)) as pilot:
        await all_compared(pilot, five)
        await pilot.press("colon")
        for sign in f"+{garden}":
            await pilot.press("full_stop" if sign == "." else "slash" if sign == "/" else sign)
        await pilot.press("enter")
        await until(pilot, lambda: len(five.story_now.articles) == 6)
        await all_compared(pilot, five)
        assert five.story_now.names[5] == "garden"


async def test_a_list_begins_where_it_was_left_whichever_way() -> None:
    app = StoryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.scene.story is not None)
        await pilot.press("S", "j", "j", "escape", "S")
        assert app.screen.query_one(OptionList).highlighted == 2
        await pilot.press("escape")
        app.receive(StoryRead(ferry_story(FIVE[::-1])), 1)
        await until(pilot, lambda: app.main.scene.story is not None and "mirror" in header(app)[:12])
        await pilot.press("S")
        assert app.screen.query_one(OptionList).highlighted == 0, "those are other articles"


async def test_two_articles_stay_as_they_are() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.rows(0)
        await pilot.press("full_stop", "comma", "backslash", "S")
        assert app.rows(0) == before
        assert "only two reports" in app.status
        assert not app.main.query(ReportsLine)
        assert app.main.scene.geometry.letters == 0
