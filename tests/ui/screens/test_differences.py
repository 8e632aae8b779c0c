import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tests.examples import article, ferry
from tests.ui.screens.reading_app import ReadingApp
from tui.model import Comparison, Link, Relation
from tui.model.difference import Ledger
from tui.ui.widgets.details_bar import DetailsBar


async def worked_out(app: ReadingApp, pilot: Pilot[None]) -> None:
    """Wait until the differences are there."""
    await app.engine.settle(pilot)


async def test_differences_are_counted_marked_and_stepped_through() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        await pilot.press("x")
        count = len({entry.pair for entry in app.main.scene.ledger.open_entries})
        assert app.status.startswith(f"difference 1 of {count}")
        pair = app.main.reading.pair
        assert pair is not None
        assert app.main.scene.ledger.of(*pair)
        assert all(any(row.startswith("▌≠") for row in app.rows(pane)) for pane in (0, 1))
        await pilot.press(*"xxxxxxxxx")
        assert app.status.startswith("this is the last difference")


async def test_beside_another_counterpart_a_passage_has_no_sign_of_its_differences() -> None:
    links = (*ferry().links, Link(2, 5, 80.0))
    app = ReadingApp(replace(ferry(), links=tuple(sorted(links, key=lambda link: link.pair))))
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        app.read(app.main.reading.at_pair(2, 1))
        await pilot.pause()
        assert any(row.startswith("▌≠") for row in app.rows(0))
        app.read(app.main.reading.at_pair(2, 5))
        await pilot.pause()
        assert any(row.startswith("▌~") for row in app.rows(0))


async def test_a_difference_found_in_several_pairs_is_marked_in_all_of_them() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        scene = app.main.scene
        entry, other = scene.ledger.of(2, 1)[0], (6, 5)
        assert not scene.ledger.of(*other)
        app.main.scene = replace(scene, ledger=Ledger((replace(entry, elsewhere=(other,)),)))
        app.read(app.main.reading.at_pair(*other))
        await pilot.pause()
        assert all(any(row.startswith("▌≠") for row in app.rows(pane)) for pane in (0, 1))
        assert "They disagree" in app.main.query_one(DetailsBar).strip_at(0).text


async def test_the_strip_gives_both_values() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        await pilot.press("n")
        first = app.main.query_one(DetailsBar).strip_at(0).text
        assert "They disagree: number ≥ 12 here, 15 there." in first


@pytest.mark.slow
async def test_the_ledger_lists_every_difference_and_goes_to_the_one_picked() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        await pilot.press("D")
        options = app.screen.query_one(OptionList)
        ledger = app.main.scene.ledger
        sections = len({entry.section for entry in ledger.entries})
        assert options.option_count == len(ledger.open_entries) + sections
        await pilot.press("enter")
        assert app.main.reading.link is not None
        await pilot.press("D", "a")
        assert app.screen.query_one(OptionList).option_count == len(ledger.entries) + sections
        await pilot.press("escape")
        assert app.screen is app.main


async def test_a_stricter_threshold_takes_differences_away_with_their_links() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        before = len(app.main.scene.ledger.open_entries)
        await pilot.press(*"++++++++++")
        await worked_out(app, pilot)
        assert len(app.main.scene.ledger.open_entries) < before


async def test_the_words_screen_searches_for_a_word_one_article_uses_more() -> None:
    repeated = tuple(f"The harbour pilot spoke of storms on day {k}." for k in range(8))
    left = article((*repeated, "Rescue boats reached the ship within 40 minutes."))
    other = tuple(f"Dockers and clerks filled form {k} at the customs house." for k in range(8))
    right = article(("Rescue boats reached the ship within 40 minutes.", *other))
    link = Link(8, 0, 99.0, Relation.SAME)
    app = ReadingApp(Comparison(left, right, (link,)))
    async with app.run_test(size=(120, 40)) as pilot:
        await worked_out(app, pilot)
        await pilot.press("C")
        assert app.screen.query_one(OptionList).option_count >= 2
        await pilot.press("enter")
        assert app.screen is app.main
        assert len(app.main.reading.hits) == 8


async def test_the_detail_draws_what_each_side_cut_from_a_quotation() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        app.read(app.main.reading.at_link(ferry().links[2]))
        await pilot.press("enter")
        said = str(app.screen.query_one("#detail-why", Static).visual)
        assert "[We heard a bang and then]" in " ".join(said.split())
