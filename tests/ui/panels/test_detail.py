from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static

from tests.examples import article, ferry, strangers
from tests.ui.features.scenes import ask_at_once, scene_of
from tui.model import Comparison, Evidence, Link, Relation, Side
from tui.reading.reading import Reading
from tui.ui.panels.detail import DetailScreen
from tui.ui.widgets.row_widget import theme_variables

SIZES = [(120, 40), (80, 24), (60, 20)]


class DetailApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self, reading: Reading, *, ascii: bool = False) -> None:
        super().__init__()
        self.reading = reading
        self.plain = ascii
        self.closed = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def on_mount(self) -> None:
        def close(_: None) -> None:
            self.closed = True

        scene = replace(scene_of(self.reading.comparison), reading=self.reading)
        self.push_screen(DetailScreen(scene, ask_at_once(self.reading.comparison), self.plain), close)

    def part(self, name: str) -> Static:
        return self.screen.query_one(f"#detail-{name}", Static)

    def text(self, name: str) -> str:
        """The lines of a part."""
        part = self.part(name)
        lines = part.render_lines(part.size.region)
        return "\n".join(strip.text.rstrip() for strip in lines).rstrip()

    def words(self, name: str) -> str:
        """The text of a part, without line breaks."""
        return " ".join(self.text(name).split())

    @property
    def marked(self) -> dict[str, list[str]]:
        """The underlined text of a side."""
        return {
            side.value: [
                segment.text
                for strip in self.part(side.value).render_lines(self.part(side.value).size.region)
                for segment in strip
                if segment.style and segment.style.underline
            ]
            for side in Side
        }


def at_link(number: int, comparison: Comparison | None = None) -> Reading:
    shown = comparison or ferry()
    return Reading.of(shown).at_link(shown.links[number])


@pytest.mark.parametrize("size", SIZES)
async def test_both_passages_are_shown_in_full_with_the_evidence(size: tuple[int, int]) -> None:
    app = DetailApp(at_link(2))
    async with app.run_test(size=size):
        assert app.words("title") == "pair 3 of 5 · score 91 · = same words · smoke everywhere"
        assert app.words("left").endswith(ferry().left.passages[4].text)
        assert app.words("right").endswith(ferry().right.passages[3].text)
        assert "Left · Ferry burns off Kessel · 2024-05-14" in app.words("left")
        assert "quotation “there was smoke everywhere”" in app.words("why")
        assert "closest other on the left: none" in app.words("why")


@pytest.mark.parametrize(("size", "beside"), [((120, 40), True), ((80, 24), True), ((60, 20), False)])
async def test_the_passages_are_side_by_side_in_a_wide_terminal(size: tuple[int, int], beside: bool) -> None:
    app = DetailApp(at_link(2))
    async with app.run_test(size=size):
        left, right = app.part("left").region, app.part("right").region
        assert (left.y == right.y) is beside
        assert (left.x == right.x) is not beside


async def test_shared_words_are_marked_in_both_texts() -> None:
    app = DetailApp(at_link(0))
    async with app.run_test(size=(120, 40)):
        assert app.marked == {"left": ["ferry", "people"], "right": ["ferry", "people"]}


async def test_a_step_shows_the_next_link_of_the_same_passages() -> None:
    app = DetailApp(at_link(1))
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.text("others").splitlines() == [
            "2 links of these passages",
            f"▸ right score 64  ≈ {ferry().right.passages[5].text}",
            f"  left  score 58  ~ {ferry().left.passages[6].text}",
        ]
        await pilot.press("n")
        assert app.words("title").startswith("pair 5 of 5 · score 58")
        assert app.words("left").endswith(ferry().left.passages[6].text)
        assert app.text("others").splitlines()[2].startswith("▸ left  score 58")
        await pilot.press("n")
        assert app.words("title").startswith("pair 5 of 5")
        await pilot.press("N")
        assert app.words("title").startswith("pair 2 of 5")


async def test_a_passage_without_a_link_shows_its_closest_match() -> None:
    app = DetailApp(Reading.of(ferry()).at_passage_only(Side.LEFT, 7))
    async with app.run_test(size=(80, 24)):
        assert app.words("title") == "closest match · not shown: below 50 · score 21 · ? weak"
        assert app.words("right").endswith(ferry().right.passages[6].text)
        assert app.text("others").startswith("Closest matches in the right article, none of them shown")


async def test_a_passage_without_any_candidate_is_only_in_its_article() -> None:
    app = DetailApp(Reading.of(strangers()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.words("title") == "only in the left article: no similar passage in the other one"
        await pilot.press("n", "N", "j", "escape")
        assert app.closed


async def test_boilerplate_is_not_compared() -> None:
    app = DetailApp(Reading.of(ferry()).at_passage_only(Side.LEFT, 1))
    async with app.run_test(size=(80, 24)):
        assert app.words("title") == "byline: not compared"


async def test_a_comparison_without_passages_opens() -> None:
    app = DetailApp(Reading())
    async with app.run_test(size=(80, 24)):
        assert app.words("title") == "no text"


def long_passages() -> Comparison:
    passages = article(("The council spoke of the new tram line at length and for hours. " * 40,))
    return Comparison(passages, passages, (Link(0, 0, 100.0, Relation.SAME, Evidence(terms=("council",))),))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_long_passages_scroll_with_the_keys_of_a_pager(size: tuple[int, int]) -> None:
    app = DetailApp(at_link(0, long_passages()))
    async with app.run_test(size=size) as pilot:
        page = app.screen.query_one("#detail", VerticalScroll)
        assert page.max_scroll_y > 0
        await pilot.press("j", "j", "k")
        assert page.scroll_offset.y == 1
        await pilot.press("G")
        assert page.scroll_offset.y == page.max_scroll_y
        await pilot.press("b", "g")
        assert page.scroll_offset.y == 0
        await pilot.press("space")
        assert page.scroll_offset.y == min(page.size.height, page.max_scroll_y)


@pytest.mark.parametrize("key", ["escape", "enter", "q"])
async def test_it_closes(key: str) -> None:
    app = DetailApp(at_link(0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert app.closed


@pytest.mark.slow
async def test_a_resize_wraps_again_with_the_same_link() -> None:
    app = DetailApp(at_link(1))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        for size in [(60, 20), (250, 70), (30, 8), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.words("left").endswith(ferry().left.passages[6].text)
            assert app.text("others").splitlines()[2].startswith("▸ left  score 58")


async def test_markup_in_an_article_is_shown_as_text() -> None:
    passages = article(("The [bold]mayor[/bold] spoke [AP].",), source="[red]source", title="[/]")
    link = Link(0, 0, 100.0, Relation.SAME, Evidence(terms=("mayor",), quotation="[bold]mayor[/bold]"))
    app = DetailApp(at_link(0, Comparison(passages, passages, (link,))))
    async with app.run_test(size=(120, 40)):
        assert app.words("left").endswith("The [bold]mayor[/bold] spoke [AP].")
        assert "[red]source" in app.text("left")
        assert "“[bold]mayor[/bold]”" in app.text("why")


async def test_in_ascii_only_the_articles_are_beyond_it() -> None:
    original = ferry()
    links = (replace(original.links[0], evidence=Evidence(neighbours=((3, 5),))), *original.links[1:])
    app = DetailApp(at_link(0, replace(original, links=links)), ascii=True)
    async with app.run_test(size=(80, 24)):
        for part in ("title", "left", "right", "why", "others"):
            assert app.text(part).isascii(), part
