from __future__ import annotations

import pytest
from textual.widgets import Static

from tests.examples import article, ferry
from tests.ui.features.scenes import ask_at_once
from tests.ui.panels.panel_app import SIZES, PanelApp
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.quotation_list import listed_quotations
from tui.engine.questions import ListQuotations
from tui.model import Comparison, Kind, Link, Relation
from tui.model.difference import Ledger
from tui.ui.panels.differences import DifferencesRequest, DifferencesScreen


def panel(dismissed: tuple[str, ...] = (), ascii: bool = False) -> DifferencesScreen:
    comparison = ferry()
    ledger = Ledger(differences(comparison, comparison.threshold))
    ask = ask_at_once(comparison)
    return DifferencesScreen(
        ledger,
        comparison.articles,
        lambda take: ask(ListQuotations(comparison.threshold), take),
        dismissed=dismissed,
        ascii=ascii,
    )


def preview(app: PanelApp) -> str:
    return str(app.screen.query_one("#preview", Static).visual)


@pytest.mark.parametrize("size", SIZES)
async def test_below_the_list_stand_both_sentences(size: tuple[int, int]) -> None:
    app = PanelApp(panel())
    async with app.run_test(size=size):
        assert app.highlighted.split() == ["≠", "number", "≥", "12", "≠", "15"]
        assert "12" in preview(app).splitlines()[0]
        assert "15" in preview(app).splitlines()[1]
        assert "left: " in app.picture
        assert "right: " in app.picture or size == SIZES[-1]


async def test_the_words_around_a_value_are_whole_and_of_its_passage() -> None:
    before = "It was said by many people who had been on the quay that night, and who were sure of it, that "
    after = (
        " people were killed in the fire, which went on burning through the night and into the morning of it."
    )
    sides = [
        article((("Ferry burns", Kind.HEADLINE), f"{before}{count}{after}", "Rain fell."))
        for count in ("12", "15")
    ]
    comparison = Comparison(sides[0], sides[1], (Link(1, 1, 99.0, Relation.SAME),))
    ledger = Ledger(differences(comparison, 50.0))
    app = PanelApp(DifferencesScreen(ledger, comparison.articles, lambda take: None))
    async with app.run_test():
        words = preview(app).splitlines()[0].removeprefix("left: ").split()
        assert words[0] == words[-1] == "..."
        assert set(words[1:-1]) <= set(sides[0].passages[1].text.split())
    app = PanelApp(panel())
    async with app.run_test():
        shown = preview(app).splitlines()[0].removeprefix("left: ").removeprefix("... ").removesuffix(" ...")
        assert shown in ferry().left.passages[2].text


async def test_of_a_cut_quotation_the_row_has_the_words_that_are_left_out() -> None:
    saying = "We will never surrender our land to any board of pilots that meets behind closed doors"
    whole, part = (f'"{saying}{rest}," Lang said.' for rest in (", and we will rebuild every town", ""))
    sides = article((whole,)), article((part,))
    comparison = Comparison(*sides, (Link(0, 0, 99.0, Relation.SAME),))
    app = PanelApp(
        DifferencesScreen(Ledger(differences(comparison, 50.0)), comparison.articles, lambda take: None)
    )
    async with app.run_test() as pilot:
        await pilot.press("a")
        (row,) = [row for row in app.rows if row.startswith("” quotation")]
        assert "right leaves out “and we will rebuild every town”" in row


async def test_signs_have_a_form_in_ascii() -> None:
    app = PanelApp(panel(ascii=True))
    async with app.run_test() as pilot:
        await pilot.press("a")
        assert all(row.isascii() for row in app.rows)
        assert any(row.startswith("! number") for row in app.rows)
        assert any(row.startswith('" quotation') for row in app.rows)


async def test_the_title_says_what_a_opens_and_hides() -> None:
    app = PanelApp(panel())
    async with app.run_test() as pilot:
        rows, closed = app.rows, app.title_text
        assert "· 8 more in closed sections (a opens them)" in closed
        await pilot.press("a")
        assert len(app.rows) == len(rows) + 8
        assert "· a hides the other 8" in app.title_text
        await pilot.press("a")
        assert (app.rows, app.title_text) == (rows, closed)


async def test_of_what_one_side_has_alone_the_side_is_told_once() -> None:
    app = PanelApp(panel())
    async with app.run_test() as pilot:
        await pilot.press("a")
        alone = [row for row in app.rows if "only L" in row or "only R" in row]
        assert alone
        assert all(row.count("only") == 1 for row in alone)


async def test_y_copies_a_difference_with_both_sentences() -> None:
    app = PanelApp(panel())
    async with app.run_test() as pilot:
        await pilot.press("y")
        first, left, right, *rest = app.clipboard.splitlines()
        assert first == "≠ number: ≥ 12 ≠ 15"
        assert left.startswith("“") and right.startswith("“") and rest == []


async def test_a_row_is_dismissed_and_taken_back() -> None:
    app = PanelApp(panel())
    async with app.run_test() as pilot:
        rows, first = app.rows, app.highlighted
        await pilot.press("P")
        assert len(app.rows) < len(rows)
        assert "1 dismissed" in app.title_text
        await pilot.press("ctrl+z")
        assert (app.rows, app.highlighted) == (rows, first)
        await pilot.press("P", "escape")
        (answer,) = app.answers
        assert answer.go_to is None
        assert len(answer.dismissed) == 1


async def test_what_was_dismissed_earlier_is_not_listed() -> None:
    comparison = ferry()
    first = Ledger(differences(comparison, comparison.threshold)).open_entries[0]
    app = PanelApp(panel((first.key,)))
    async with app.run_test() as pilot:
        assert "1 dismissed" in app.title_text
        await pilot.press("ctrl+z", "escape")
        assert app.answers == [DifferencesRequest()]


async def test_all_quotations_are_listed_with_their_speakers_and_gone_to() -> None:
    app = PanelApp(panel())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("Q")
        await pilot.pause()
        assert "1 quotation, 1 in both articles" in app.picture
        assert preview(app).startswith("left: ")
        await pilot.press("enter")
        await pilot.pause()
        (answer,) = app.answers
        assert answer.go_to in {q.pair for q in listed_quotations(ferry(), ferry().threshold)}
