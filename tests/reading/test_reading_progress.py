from __future__ import annotations

import pytest

from tests.examples import article, ferry
from tui.layout.on_screen import passages_seen
from tui.layout.page import lay_out
from tui.layout.view import View
from tui.model import Article, Comparison, Side
from tui.reading.filters import Filter
from tui.reading.reading_progress import ReadingProgress, reading_progress, share_seen
from tui.reading.visible_links import VisibleLinks

LONG = article(tuple(f"Sentence number {k} of a long report about the harbour." for k in range(40)))


def view(comparison: Comparison, rows: int, width: int = 30, folded: bool = True) -> View:
    left, right = (
        lay_out(
            comparison.article(side),
            width,
            VisibleLinks.of(comparison, Filter()).folded[side] if folded else frozenset(),
        )
        for side in Side
    )
    return View(left, right, left_rows=rows, right_rows=rows)


def test_words_are_those_of_the_body() -> None:
    left = ferry().left
    everything = reading_progress(left, range(len(left.passages)))
    assert everything == ReadingProgress(left.words, left.words)
    assert reading_progress(left, {0, 1}) == ReadingProgress(left.words, 0), "a headline and a byline"


def test_the_share_is_of_both_texts() -> None:
    comparison = ferry()
    words = comparison.left.words, comparison.right.words
    assert share_seen((comparison.left, comparison.right), (range(8), ())) == pytest.approx(
        words[0] / sum(words)
    )
    assert share_seen((Article(), Article()), ((), ())) == 1.0


def test_minutes_left_are_words_by_speed() -> None:
    assert ReadingProgress(1000, 405).minutes_left(238) == pytest.approx(2.5)
    assert (ReadingProgress(10, 4) + ReadingProgress(20, 20)).words_left == 6


def test_a_passage_is_seen_when_its_last_line_is_on_the_screen() -> None:
    comparison = ferry()
    everything = view(comparison, 200)
    assert passages_seen(everything)[Side.LEFT] == {0, 2, 3, 4, 5, 6, 7}, "the byline is folded"
    page = everything.left
    last_row = page.top(3) + page.lines(3) - 1
    short = view(comparison, last_row)
    assert 3 not in passages_seen(short)[Side.LEFT]
    assert 3 in passages_seen(view(comparison, last_row + 1))[Side.LEFT]


def test_scrolling_through_a_text_a_page_at_a_time_sees_all_of_it() -> None:
    comparison = Comparison(LONG, LONG)
    there, seen = view(comparison, 7), set[int]()
    while True:
        seen |= passages_seen(there)[Side.LEFT]
        onward = there.with_top(Side.LEFT, min(there.left_top + 6, there.max_offset(Side.LEFT)))
        if onward == there:
            break
        there = onward
    assert seen == set(range(40))


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_a_pane_that_is_hidden_or_shows_blank_rows_only_shows_nothing(rows: int) -> None:
    comparison = ferry()
    there = view(comparison, rows).with_top(Side.LEFT, -3)
    assert passages_seen(there)[Side.LEFT] == set()
    assert passages_seen(there.with_top(Side.LEFT, 10_000))[Side.LEFT] == set()
    assert passages_seen(View())[Side.RIGHT] == set()
    assert passages_seen(view(comparison, 200), [Side.LEFT])[Side.RIGHT] == set()
