"""The overview and the facts of a story."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.story.stories import link, story
from tests.ui.panels.panel_app import SIZES, PanelApp
from tests.ui.screens.story_app import ferry_story, with_missing, without_pairs
from tui.analysis.story.left_out import left_out
from tui.model.story import Story, StoryTopic
from tui.reading.story_reading import StoryReading
from tui.ui.panels.story_facts import StoryFactsScreen, differing_places
from tui.ui.panels.story_list import Ask, Places
from tui.ui.panels.story_overview import FIRST, StoryOverviewScreen

STORY = ferry_story()


def overview(story: Story = STORY, shown: tuple[int, int] = (0, 1)) -> StoryOverviewScreen:
    return StoryOverviewScreen(lambda: StoryReading(story, shown), 50.0)


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_it_begins_with_what_each_report_leaves_out(size: tuple[int, int]) -> None:
    app = PanelApp(overview())
    async with app.run_test(size=size):
        headings = [row.strip() for row in app.rows if " leaves out " in row]
        assert [heading[0] for heading in headings] == list("ABCDE")
        assert app.rows[0] == headings[0]
        for report, heading in enumerate(headings):
            count = len(left_out(STORY, report))
            assert heading.endswith(f"{count} statements" if count else "nothing")


@pytest.mark.parametrize(
    ("panel", "words"),
    [
        (overview(), "i counts of the two on the panes"),
        (StoryFactsScreen(lambda: StoryReading(STORY), 50.0), "D differences of the two on the panes"),
    ],
    ids=["overview", "facts"],
)
async def test_the_last_row_says_what_the_key_shows_of_two_reports(
    panel: StoryOverviewScreen | StoryFactsScreen, words: str
) -> None:
    app = PanelApp(panel)
    async with app.run_test(size=(80, 24)):
        assert words in app.picture.splitlines()[-1]


async def test_a_row_says_who_states_it_and_leads_to_the_passages() -> None:
    app = PanelApp(overview())
    async with app.run_test(size=(80, 24)) as pilot:
        row = next(k for k, text in enumerate(app.rows) if "Rescue boats" in text)
        assert app.rows[row].split()[:2] == ["2", "A=C"]
        await pilot.press(*"j" * (row - app.rows.index(app.highlighted)), "enter")
        (answer,) = app.answers
        assert isinstance(answer, Places)
        assert answer.left
        assert answer.right
        assert answer.left[0] == 0


async def test_a_long_list_is_opened_by_its_last_row() -> None:
    sentence = "The ferry number {} burned near the harbour of Kessel on Tuesday evening."
    many = [sentence.format(k) for k in range(FIRST + 3)]
    links = {(0, 1): [link(k, k) for k in range(len(many))]}
    made = story(
        [
            many,
            [f"Boat {k} stood in flames, witnesses say." for k in range(len(many))],
            ["Roses need little water."],
        ],
        links,
    )
    app = PanelApp(overview(made))
    async with app.run_test(size=(80, 24)) as pilot:
        before = len(app.rows)
        more = next(k for k, text in enumerate(app.rows) if text.endswith("3 more"))
        await pilot.press(*"j" * (more - app.rows.index(app.highlighted)), "enter")
        assert len(app.rows) == before + 2
        assert not app.answers


async def test_nothing_is_said_to_be_left_out_before_all_pairs_are_compared() -> None:
    app = PanelApp(overview(without_pairs(STORY)))
    async with app.run_test(size=(80, 24)):
        assert sum("not compared with all others yet" in row for row in app.rows) == 5
        assert not any(" leaves out " in row for row in app.rows)


async def test_topics_have_a_column_for_each_report_and_lead_to_their_passages() -> None:
    topic = StoryTopic("safety warnings", ((2,), (4,), (), (), (1,)), (0.2, 0.31, 0.0, 0.0, 1.0))
    app = PanelApp(overview(replace(STORY, topics=(topic,))))
    async with app.run_test(size=(80, 24)) as pilot:
        row = next(k for k, text in enumerate(app.rows) if "safety warnings" in text)
        assert app.rows[row].split() == ["safety", "warnings", "20", "%", "31", "%", "-", "-", "100", "%"]
        assert app.rows[row - 1].split()[:6] == ["Topics", *"ABCDE"]
        await pilot.press(*"j" * (row - app.rows.index(app.highlighted)), "enter")
        assert app.answers == [Places((0, 2), (1, 4))]


async def test_notes_say_what_is_missing_alike_or_of_another_event() -> None:
    twins = replace(with_missing(STORY), twins=((1, 3),))
    app = PanelApp(overview(twins))
    async with app.run_test(size=(120, 40)):
        assert "  Not read: gone.txt: no such file." in app.rows
        assert "  B and D have the same text and count as one witness." in app.rows
    app = PanelApp(overview(ferry_story(("post", "quay", "herald", "wire", "garden"))))
    async with app.run_test(size=(120, 40)):
        assert any(row.startswith("  E shares little with the others (0 %") for row in app.rows)


async def test_the_list_of_the_two_on_the_panes_is_asked_for() -> None:
    for panel, key in ((overview(), "i"), (StoryFactsScreen(lambda: StoryReading(STORY), 50.0), "D")):
        app = PanelApp(panel)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(key)
            assert app.answers == [Ask.PAIR]


async def test_a_fact_has_its_values_with_the_reports_that_give_them() -> None:
    app = PanelApp(StoryFactsScreen(lambda: StoryReading(STORY), 50.0))
    async with app.run_test(size=(80, 24)) as pilot:
        row = app.rows[0]
        assert row.startswith("≠ number")
        assert "≥ 15 (B)" in row
        await pilot.press("enter")
        (answer,) = app.answers
        assert answer.right == (1, 1) or answer.left == (1, 1)


async def test_where_room_is_short_a_fact_has_its_values_before_all_of_its_name() -> None:
    app = PanelApp(StoryFactsScreen(lambda: StoryReading(STORY), 50.0))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        row = next(line for line in app.picture.splitlines() if "≠ number" in line)
        assert "…: ≥ 12" in row and "≥ 15 (B)" in row
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "…" not in app.rows[0]


async def test_a_fact_is_found_by_words_that_are_cut_from_its_row() -> None:
    panel = StoryFactsScreen(lambda: StoryReading(STORY), 50.0)
    app = PanelApp(panel)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        word = panel.facts[0].label.split()[-1]
        assert word not in app.rows[0]
        await pilot.press("slash", *word)
        assert app.rows and "≥ 15 (B)" in app.rows[0]


def test_two_values_of_a_fact_are_gone_to_those_on_the_panes_first() -> None:
    panel = StoryFactsScreen(lambda: StoryReading(STORY), 50.0)
    panel.take(StoryReading(STORY))
    fact = next(
        fact for fact in panel.facts if {0, 1} <= {k for version in fact.versions for k in version.reports}
    )
    assert differing_places(fact, StoryReading(STORY)) == Places((0, 1), (1, 1))
    assert differing_places(fact, StoryReading(STORY, (1, 4))).left == (1, 1)
