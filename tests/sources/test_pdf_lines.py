"""Lines of PDF pages: columns, note marks, soft hyphens, ligatures."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

import pytest

from tests.hostile.documents import STORY, pdf
from tui.model import Article
from tui.sources.draft import SourceBytes
from tui.sources.readers.by_kind import read_article

LEFT = (
    " ".join(STORY[1:]) + " The mayor wants the path around the lake to stay open for walkers and for dogs."
)
RIGHT = (
    "Swimmers meet at the old mill now, where the water is cold and the bank steep. The town may put up "
    "steps there, but not before the summer of next year, when the new road is built and paid for in full. "
    "Until then a rope has to do, which the fire brigade tied to the two oldest trees of the whole valley. "
    "Nobody has fallen in so far, they say, apart from a dog that wanted to be there before everybody else."
)
TABLE = [(f"Place number {n}", f"{n} swimmers", f"{n} June") for n in range(12)]


def draw(pieces: list[tuple[int, int, str]], size: int = 10) -> str:
    """Operators that draw each text at its place."""
    shown = " ".join(f"1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj" for x, y, text in pieces)
    return f"BT /F1 {size} Tf {shown} ET"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def side_by_side(rows: Sequence[tuple[str, ...]], places: tuple[int, ...]) -> str:
    """Rows of cells, each row drawn from left to right before the next one."""
    return draw(
        [
            (x, 700 - 14 * number, text)
            for number, row in enumerate(rows)
            for x, text in zip(places, row, strict=True)
            if text
        ]
    )


def read(*contents: str) -> Article:
    data = pdf([["x"]], content="\n".join(contents).encode("cp1252"))
    return read_article(SourceBytes(data, "page.pdf"))


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def two_columns() -> str:
    rows = zip_longest(textwrap.wrap(LEFT, 42), textwrap.wrap(RIGHT, 42), fillvalue="")
    return side_by_side(list(rows), (60, 310))


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    assert " ".join(paragraphs(read(two_columns()))) == f"{LEFT} {RIGHT}"


def test_a_line_across_the_columns_stays_above_them() -> None:
    title = "The lake at Elmsted stays closed for the whole of the summer, and perhaps longer than that"
    text = read(draw([(60, 730, title)], 12), two_columns()).text.replace("\n\n", " ")
    assert text.startswith(title) and text.endswith(RIGHT)


def test_three_columns_are_read_one_after_the_other() -> None:
    texts = (LEFT, RIGHT, " ".join(STORY[1:]))
    rows = list(zip_longest(*(textwrap.wrap(text, 28) for text in texts), fillvalue=""))
    assert " ".join(paragraphs(read(side_by_side(rows, (40, 215, 390))))) == " ".join(texts)


def test_a_table_is_read_row_by_row() -> None:
    article = read(side_by_side(TABLE, (60, 310, 450)))
    assert "Place number 3 3 swimmers 3 June" in article.text


def mark(mark: str, rise: int, size: int) -> str:
    return draw([(60, 700, "The lake is shut.")]) + draw([(137, 700 + rise, mark)], size)


@pytest.mark.parametrize(("rise", "size"), [(3, 7), (4, 6), (6, 5), (8, 7)])
def test_a_raised_note_mark_belongs_to_its_line(rise: int, size: int) -> None:
    behind = draw([(145, 700, "Nobody swims in the cold"), (60, 686, "water until July.")])
    article = read(mark("1", rise, size), behind)
    assert [passage.text for passage in article.passages] == [
        "The lake is shut.[1]",
        "Nobody swims in the cold water until July.",
    ]


def test_a_mark_raised_by_the_font_belongs_to_its_line() -> None:
    raised = "BT /F1 11 Tf 60 700 Td (The lake is shut.) Tj 4 Ts /F1 7 Tf (1) Tj 0 Ts /F1 11 Tf"
    raised += " ( It is cold.) Tj ET"
    assert read(raised).text == "The lake is shut.[1] It is cold."


def test_the_number_of_a_note_stands_before_it() -> None:
    note = draw([(66, 640, "By order of the water office of the district.")]) + draw([(60, 644, "1")], 6)
    text = draw([(60, 700, "The lake is shut, the water office said on Monday.")])
    assert paragraphs(read(text, note))[-1].endswith("[1] By order of the water office of the district.")


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("The lake has 3 km", "2", "3 km²"),
        ("It is the set R", "3", "the set R³"),
        ("in 2019", "4", "2019[4]"),
    ],
)
def test_a_raised_digit_may_be_a_power(before: str, raised: str, text: str) -> None:
    behind = draw([(60, 686, "and nobody knows what that means for swimmers.")])
    assert text in read(draw([(60, 700, before)]) + draw([(200, 704, raised)], 6), behind).text


def test_lowered_digits_and_page_numbers_are_no_marks() -> None:
    lowered = (
        "BT /F1 11 Tf 60 700 Td (The CO) Tj -2 Ts /F1 7 Tf (2) Tj 0 Ts /F1 11 Tf ( of the lake is low.) Tj ET"
    )
    assert read(lowered).text == "The CO2 of the lake is low."
    below = draw([(60, 700, "The lake is shut for the summer.")]) + draw([(60, 40, "7")], 6)
    assert "[7]" not in read(below).text


def test_a_soft_hyphen_at_a_line_end_only_divides() -> None:
    lines = draw(
        [(60, 700, "Nobody knew about the water\xad"), (60, 686, "works below the lake, they said.")]
    )
    assert read(lines).text == "Nobody knew about the waterworks below the lake, they said."


def test_ligatures_are_letters() -> None:
    coded = pdf([["x"]], content=b"BT /F1 11 Tf 60 700 Td (The o\\002ce \\001nds a cra\\003.) Tj ET").replace(
        b"/Encoding/WinAnsiEncoding", b"/Encoding<</Differences[1/fi/ffi/ft]>>"
    )
    assert read_article(SourceBytes(coded, "page.pdf")).text.startswith("The office finds a cra")
