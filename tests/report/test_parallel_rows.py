"""The rows that both articles share in the HTML report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Article, Comparison, Kind, Link, Passage, Relation, Side, Span
from tui.report.parallel_rows import lay_out_parallel

MakeArticle = Callable[..., Article]


def rows(comparison: Comparison, side: Side) -> list[int]:
    return [cell.row for cell in lay_out_parallel(comparison, comparison.links).cells[side]]


def linked(*pairs: tuple[int, int], left: Article, right: Article) -> Comparison:
    links = tuple(Link(a, b, 80.0, Relation.SAME) for a, b in sorted(pairs))
    return Comparison(left, right, links)


def test_links_in_the_same_order_are_level(make_article: MakeArticle) -> None:
    left, right = make_article("abcde"), make_article("xyz")
    rows = lay_out_parallel(both := linked((1, 0), (4, 2), left=left, right=right), both.links)
    assert rows.row_of[Side.LEFT, 1] == rows.row_of[Side.RIGHT, 0]
    assert rows.row_of[Side.LEFT, 4] == rows.row_of[Side.RIGHT, 2]


def test_passages_between_two_level_links_start_in_the_same_row(make_article: MakeArticle) -> None:
    both = linked((0, 0), (3, 2), left=make_article("abcd"), right=make_article("wxyz"))
    assert rows(both, Side.LEFT) == [1, 2, 3, 4]
    assert rows(both, Side.RIGHT) == [1, 2, 4, 5]


def test_without_links_both_run_side_by_side(make_article: MakeArticle) -> None:
    both = Comparison(make_article("abc"), make_article("xy"))
    assert rows(both, Side.LEFT) == [1, 2, 3]
    assert rows(both, Side.RIGHT) == [1, 2]


def test_furniture_without_a_link_is_folded_together(make_article: MakeArticle) -> None:
    left = make_article(
        [
            (Kind.HEADLINE, "Head"),
            (Kind.BYLINE, "By A"),
            (Kind.CREDIT, "Photo"),
            "Text.",
            (Kind.CAPTION, "Seen"),
        ]
    )
    both = linked((4, 0), left=left, right=make_article(["Told."]))
    cells = lay_out_parallel(both, both.links).cells[Side.LEFT]
    assert [(cell.passages, cell.folded) for cell in cells] == [
        ((0,), False),
        ((1, 2), True),
        ((3,), False),
        ((4,), False),
    ]


def test_a_headline_that_repeats_the_title_is_folded_unless_it_is_linked(make_article: MakeArticle) -> None:
    left = make_article([(Kind.HEADLINE, "Head"), (Kind.HEADLINE, "Other"), "Text."], title="Head")
    for pair, folded in (((2, 0), [True, False, False]), ((0, 0), [False, False, False])):
        both = linked(pair, left=left, right=make_article(["Told."]))
        assert [cell.folded for cell in lay_out_parallel(both, both.links).cells[Side.LEFT]] == folded


def test_empty_articles_have_no_rows() -> None:
    assert lay_out_parallel(Comparison(), ()).count == 0


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    def article() -> Article:
        kinds = draw(
            st.lists(
                st.sampled_from((Kind.BODY, Kind.BODY, Kind.CAPTION, Kind.CREDIT)), min_size=1, max_size=12
            )
        )
        return Article(passages=tuple(Passage(k, k, Span(0, 0), kind, "x") for k, kind in enumerate(kinds)))

    left, right = article(), article()
    ends = st.tuples(st.integers(0, len(left.passages) - 1), st.integers(0, len(right.passages) - 1))
    return linked(*draw(st.sets(ends, max_size=15)), left=left, right=right)


@pytest.mark.slow
@given(comparisons())
def test_every_passage_has_one_cell_in_the_order_of_its_article(comparison: Comparison) -> None:
    rows = lay_out_parallel(comparison, comparison.links)
    for side in Side:
        placed = [index for cell in rows.cells[side] for index in cell.passages]
        assert placed == list(range(len(comparison.article(side).passages)))
        down = [cell.row for cell in rows.cells[side]]
        assert down == sorted(set(down))
        assert max(down) <= rows.count
        folded = {index for cell in rows.cells[side] if cell.folded for index in cell.passages}
        assert not folded & {link.at(side) for link in comparison.links}
