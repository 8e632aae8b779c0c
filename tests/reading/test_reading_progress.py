from __future__ import annotations

import pytest

from tests.examples import article, ferry
from tui.layout.on_screen import on_screen
from tui.layout.page import lay_out
from tui.layout.view import View
from tui.model import Article, Comparison, Side
from tui.reading.reading_progress import ReadingProgress, minutes, reading_progress, share_seen
from tui.reading.visible_links import Filter, VisibleLinks

LONG = article(tuple(f"Sentence number {k} of a long report about the harbour." for k in range(40)))


def view(comparison: Comparison, rows: int, width: int = 30, folded: bool = True) -> View:
    left, right = (
        lay_out(
            comparison.article(side),
            width,
            VisibleLinks(comparison, Filter()).folded[side] if folded else frozenset(),
        )
        for side in Side
    )
    return View(left, right, left_rows=rows, right_rows=rows)


def test_words_are_those_of_the_body() -> None:
    told = ferry().left
    everything = reading_progress(told, range(len(told.passages)))
    assert everything == ReadingProgress(told.words, told.words)
    assert reading_progress(told, {0, 1}) == ReadingProgress(told.words, 0), "a headline and a byline"


def test_the_share_is_of_both_texts() -> None:
    told = ferry()
    seen = {Side.LEFT: range(8), Side.RIGHT: ()}
    words = told.left.words, told.right.words
    assert share_seen(told.left, told.right, seen) == pytest.approx(words[0] / sum(words))
    assert share_seen(Article(), Article(), {side: () for side in Side}) == 1.0


def test_minutes_left_are_words_by_speed() -> None:
    assert ReadingProgress(1000, 405).minutes_left(238) == pytest.approx(2.5)
    assert (ReadingProgress(10, 4) + ReadingProgress(20, 20)).left == 6


def test_a_passage_is_seen_when_its_last_line_is_on_the_screen() -> None:
    comparison = ferry()
    everything = view(comparison, 200)
    assert on_screen(everything)[Side.LEFT] == {0, 2, 3, 4, 5, 6, 7}, "the byline is folded"
    page = everything.left
    last_row = page.top(3) + page.lines(3) - 1
    short = view(comparison, last_row)
    assert 3 not in on_screen(short)[Side.LEFT]
    assert 3 in on_screen(view(comparison, last_row + 1))[Side.LEFT]


def test_scrolling_through_a_text_a_page_at_a_time_sees_all_of_it() -> None:
    comparison = Comparison(LONG, LONG)
    there, seen = view(comparison, 7), set[int]()
    while True:
        seen |= on_screen(there)[Side.LEFT]
        onward = there.at(Side.LEFT, min(there.left_top + 6, there.end(Side.LEFT)))
        if onward == there:
            break
        there = onward
    assert seen == set(range(40))


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_pane_that_is_hidden_or_shows_blank_rows_only_shows_nothing(rows: int) -> None:
    comparison = ferry()
    there = view(comparison, rows).at(Side.LEFT, -3)
    assert on_screen(there)[Side.LEFT] == set()
    assert on_screen(there.at(Side.LEFT, 10_000))[Side.LEFT] == set()
    assert on_screen(View())[Side.RIGHT] == set()
    assert on_screen(view(comparison, 200), [Side.LEFT])[Side.RIGHT] == set()


@pytest.mark.parametrize(
    ("words", "said"),
    [(0, "0 min"), (5, "½ min"), (238, "1 min"), (357, "1½ min"), (2300, "9½ min"), (2618, "11 min")],
)
def test_minutes_are_told_as_people_do(words: int, said: str) -> None:
    assert minutes(words) == said
