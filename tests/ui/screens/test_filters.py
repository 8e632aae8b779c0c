import pytest
from msgspec.structs import replace
from textual import events
from textual.widgets import OptionList

from tests.examples import ferry
from tests.ui.screens.reading_app import ReadingApp
from tui.model import Side
from tui.ui.features.sessions import GROUPING, REFINING
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.gutter import Gutter
from tui.ui.widgets.input_lines import BottomLine, SearchLine


async def test_a_search_shows_hits_as_it_is_typed_and_n_steps_over_them() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"smoke")
        assert [(hit.side, hit.index) for hit in app.main.reading.hits] == [(Side.LEFT, 4), (Side.RIGHT, 3)]
        assert app.main.reading.left == 4
        await pilot.press("enter")
        assert not app.main.query(SearchLine)
        assert app.status.startswith("Hit 1 of 2")
        await pilot.press("n")
        assert app.status.startswith("Hit 2 of 2")
        assert app.main.reading.side is Side.RIGHT
        await pilot.press("n")
        assert app.status.startswith("the search goes on at the first hit")


@pytest.mark.slow
async def test_brackets_step_over_links_while_a_search_is_live() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"smoke", "enter", "right_square_bracket")
        assert app.main.reading.pair == (5, 2)
        await pilot.press("left_square_bracket")
        assert app.main.reading.pair == (4, 3)


async def test_escape_while_typing_goes_back_to_where_the_search_began() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "slash", *"clinic")
        assert app.main.reading.left == 7
        await pilot.press("escape")
        assert app.main.reading.pair == (2, 1)
        assert app.main.reading.hits == ()


async def test_escape_after_a_search_gives_n_back_to_the_links() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"smoke", "enter", "escape", "n")
        assert app.status.startswith("Pair 4 of 5")


@pytest.mark.slow
async def test_a_slip_of_the_fingers_is_found_all_the_same() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"inspektion", "enter")
        assert app.main.reading.left == 6


async def test_only_here_steps_from_the_weightiest_passage_on_and_says_why() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        assert app.status.startswith("only in the left article · 1 of 1, weightiest first")
        await pilot.press("o")
        assert app.status.startswith("only in the right article · 1 of 2, weightiest first")
        await pilot.press("o", "o")
        assert app.status.startswith("this is the last passage that only one article has")
        await pilot.press("O")
        assert app.status.startswith("only in the right article · 1 of 2, weightiest first")


async def test_u_folds_what_both_articles_have() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u")
        rows = [row.strip() for row in app.rows(0) if row.strip()]
        assert "linked passages" in " ".join(rows)
        assert any("Two crew members" in row for row in rows)
        assert not any("A fire aboard" in row for row in rows)
        await pilot.press("u", "g")
        assert any("A fire aboard" in row for row in app.rows(0))


async def test_a_passage_without_a_link_is_marked_alone_and_no_line_is_drawn_to_a_fold() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        assert any(row.startswith("▌") for row in app.rows(0))
        assert not any(row.startswith("▌") for row in app.rows(1))
        await pilot.press("u")
        gutter = app.main.query_one(Gutter)
        assert not "".join(gutter.strip_at(y).text for y in range(gutter.size.height)).strip()


async def test_the_filter_keeps_links_of_one_relation_and_escape_shows_all() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f", "j", "enter")
        assert len(app.main.reading.links) == 3
        assert "only same statements" in app.status
        await pilot.press("escape")
        assert len(app.main.reading.links) == 5


async def test_the_filter_lists_how_many_links_each_choice_leaves() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f")
        options = app.screen.query_one(OptionList)
        counts = [int(str(options.get_option_at_index(k).prompt).split()[-1]) for k in range(9)]
        assert counts[:3] == [5, 3, 2]
        assert counts[3] == 1  # the one shared quotation
        await pilot.press("escape")
        assert app.main.reading.links == ferry().links[:5]


async def test_what_is_pasted_into_the_search_is_cleaned() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        line = app.main.query_one(SearchLine)
        line.post_message(events.Paste("smo\x1b]0;owned\x07ke\u202e"))
        await pilot.pause()
        await pilot.pause()
        assert line.value == "smoke"


@pytest.mark.slow
@pytest.mark.parametrize("key", ["slash", "colon"])
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_what_is_typed_stands_in_the_last_row(key: str, size: tuple[int, int]) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press(key, *"quay")
        await pilot.pause()
        widget, region = app.screen.get_widget_at(1, size[1] - 1)
        assert isinstance(widget, BottomLine)
        assert (region.y, region.height, region.width) == (size[1] - 1, 1, size[0])
        assert widget.value == "quay"


def signs(app: ReadingApp, start: str) -> list[str]:
    """The signs before the rows of the left pane whose text starts so."""
    return [row[1] for row in app.rows(0) if row[1:].lstrip("=≈~?!· ").startswith(start)]


async def test_what_a_filter_hides_is_not_shown_as_only_in_this_article() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        before = signs(app, "Rescue boats"), signs(app, "Two crew")
        assert before[1] == ["·"]
        await pilot.press("3")
        assert app.main.reading.topic == 2
        assert (signs(app, "Rescue boats"), signs(app, "Two crew")) == before


async def test_a_topic_without_a_linked_pair_says_so_at_its_first_passage() -> None:
    whole = ferry()
    topics = (*whole.topics, replace(whole.topics[0], label="burns", left=(7,), right=(4, 6)))
    app = ReadingApp(replace(whole, topics=topics))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(str(len(topics)))
        assert app.main.reading.left == 7
        said = f"Topic {len(topics)} has passages in both articles but no linked pair; 0 shows all"
        assert app.status.startswith(said)
        assert "only topic: burns - 0 shows all" in app.status


async def test_the_filter_stands_in_the_status_line_of_a_small_terminal_too() -> None:
    app = ReadingApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("3")
        assert app.status == "2 pairs, the rest is dimmed: 0 shows all"
        await pilot.press("n")
        assert app.status.startswith("Pair 2 of 2")
        assert app.status.endswith("only topic: the Marla - 0 shows all")


async def test_passages_outside_a_topic_are_dimmed_whole() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        visible = app.main.reading.visible
        inside = {k for k in range(len(ferry().left.passages)) if not visible.is_outside(Side.LEFT, k)}
        assert inside == set(ferry().topics[2].left)
        assert len(dimmed_rows(app)) > 5
        await pilot.press("0")
        assert dimmed_rows(app) == []


def dimmed_rows(app: ReadingApp) -> list[str]:
    """The rows of the left pane whose text is dimmed."""
    pane = app.main.query_one(ArticlePane)
    faint = pane.component_style("article-pane--outside", pane.base).color
    strips = pane.strips(range(pane.size.height))
    return [strip.text for strip in strips if faint in {s.style.color for s in strip if s.style}]


async def test_the_list_of_topics_begins_at_a_topic_and_goes_to_its_first_pair() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "enter")
        assert app.main.reading.topic == 0
        assert app.main.reading.pair == app.main.reading.visible.stops[0].pair


@pytest.mark.parametrize(
    ("pending", "said"),
    [
        (REFINING, "not there yet"),
        (f"{GROUPING} 10%", "not there yet"),
        ("", "no topic in common"),
    ],
)
async def test_without_topics_the_list_says_why(pending: str, said: str) -> None:
    app = ReadingApp(replace(ferry(), topics=(), links=tuple(replace(k, topic=-1) for k in ferry().links)))
    async with app.run_test(size=(120, 40)) as pilot:
        app.main.scene = replace(app.main.scene, pending=pending)
        await pilot.press("t")
        assert said in app.status
