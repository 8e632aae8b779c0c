from hypothesis import given
from hypothesis import strategies as st

from tests.examples import FERRY, article
from tui.layout.page import fold_text, lay_out
from tui.model import Article

ARTICLE = article(FERRY)


@given(st.integers(2, 90), st.sets(st.integers(0, 7)))
def test_every_row_belongs_to_one_block_and_every_passage_to_a_row(width: int, folded: set[int]) -> None:
    page = lay_out(ARTICLE, width, frozenset(folded))
    assert [page.locate(row) for row in range(page.height)] == [
        (number, row - page.tops[number])
        for number in range(len(page.blocks))
        for row in range(page.tops[number], page.tops[number + 1])
    ]
    for passage in ARTICLE.passages:
        block = page.blocks[page.locate(page.top(passage.index))[0]]
        assert block.first <= passage.index <= block.last


@given(st.integers(2, 90))
def test_a_passage_is_shown_whole(width: int) -> None:
    page = lay_out(ARTICLE, width)
    for block in page.blocks:
        words = "".join(block.line(k) for k in range(len(block.starts)))
        assert words.replace(" ", "") == ARTICLE.passages[block.first].text.replace(" ", "")


def test_a_blank_row_stands_between_paragraphs_only() -> None:
    page = lay_out(ARTICLE, 90)
    rows = [page.blocks[b].line(k) for b, k in map(page.locate, range(page.height))]
    assert rows[:5] == [FERRY[0][0], "", FERRY[1][0], "", FERRY[2]]
    assert rows[5] == FERRY[3]
    assert rows[-1] != ""


def test_folded_passages_take_one_line_together() -> None:
    page = lay_out(ARTICLE, 90, frozenset({0, 1}))
    assert page.blocks[0].line(0) == "2 lines folded: headline, byline"
    assert page.top(0) == page.top(1) == 0
    assert page.top(2) == 2


def test_a_fold_counts_what_is_in_it() -> None:
    byline, other = ARTICLE.passages[1], ARTICLE.passages[0]
    assert fold_text([byline, byline, other]) == "3 lines folded: 2 bylines, headline"
    assert fold_text([byline]) == "1 line folded: byline"


def test_an_empty_article_has_no_rows() -> None:
    page = lay_out(Article(), 40)
    assert page.height == 0
    assert page.passage_at(5) == 0
