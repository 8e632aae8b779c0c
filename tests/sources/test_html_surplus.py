"""Dialogs to sign in, messages, further articles on a page; paragraphs that the extractor joins or parts."""

from __future__ import annotations

import pytest
from trafilatura import load_html

from tests.hostile.documents import STORY
from tests.sources.test_html import ARTICLE
from tests.sources.test_html_order import TITLE, kinds
from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.readers.html.merge import merge_pieces
from tui.sources.readers.html.pieces import Piece
from tui.sources.readers.html.regroup import regroup
from tui.sources.readers.html.surplus import remove_surplus

NOTE = "You will get a message from us in a moment."
OTHER = "<p>A baby seal was found on the beach of Leeds this morning by two walkers and their dog.</p>" * 3
FIELD = "<form><input type=password></form>"


def left(page: str, title: str = TITLE) -> str:
    """The text of a page without what is surplus."""
    tree = load_html(f"<html><body>{page}</body></html>")
    assert tree is not None
    remove_surplus(tree, title)
    return " ".join(" ".join(tree.itertext()).split())


@pytest.mark.parametrize(
    "page",
    [
        "<div class='b-dialog x-login'><article>{note}{field}</article></div>",
        "<div role=dialog><p>{note}</p>{field}</div>",
        "<dialog>{field}<p>{note}</p></dialog>",
        "<div id=login-modal><div class=inner>{field}</div><p>{note}</p></div>",
        "<span role=status>{note}</span>",
        "<div><p role=tooltip>\n   {note}\n   </p></div>",
    ],
)
def test_dialogs_to_sign_in_and_messages_are_removed(page: str) -> None:
    text = left(f"<main><h1>{TITLE}</h1>{ARTICLE}</main>{page.format(note=NOTE, field=FIELD)}")
    assert NOTE not in text
    assert all(paragraph in text for paragraph in STORY[1:])


@pytest.mark.parametrize(
    "page",
    [
        "<div class=login><p>{note}</p>{field}</div>",
        "<div class=modal><main><p>{note}</p>{field}</main></div>",
        "<div class=offcanvas-wrap><h1>x</h1><p>{note}</p>{field}</div>",
        "<div class=dialog><p>{note}</p><input type=text></div>",
        "<article><p role=status>{note}</p></article>",
        "<div role=status>{note} " + "The lake is shut. " * 10 + "</div>",
        "<div class=dialogue-of-the-week><p>{note}</p>{field}</div>",
    ],
)
def test_other_divisions_stay(page: str) -> None:
    assert NOTE in left(page.format(note=NOTE, field=FIELD))


def further(own: str, other: str, title: str = TITLE) -> bool:
    """Whether a second article stays on a page."""
    return "baby seal" in left(f"<section>{own}{other}</section>", title)


OWN = f"<article class=entry><header><h1>{TITLE}</h1></header>{ARTICLE}</article>"


def test_further_articles_are_removed() -> None:
    assert not further(OWN, f"<article class=entry><h1>Seal found</h1>{OTHER}</article>")
    own, other = f"<div>{OWN}</div>", f"<div><article class=entry><h1>Seal found</h1>{OTHER}</article></div>"
    assert not further(own, other)
    assert not further(other, own)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (OWN, f"<article class=entry><h2>Seal found</h2>{OTHER}</article>"),
        (OWN, f"<article class=part><h1>Seal found</h1>{OTHER}</article>"),
        (OWN, f"<article class=entry><h1>{TITLE}</h1>{OTHER}</article>"),
        (f"<h1>{TITLE}</h1>{ARTICLE}", f"<article class=entry><h1>Seal found</h1>{OTHER}</article>" * 2),
        (
            f"<article class=entry><h1>{TITLE}</h1></article>",
            f"<article class=entry><h1>x</h1>{OTHER}</article>",
        ),
        (OWN.replace("</article>", f"<article class=entry><h1>Seal</h1>{OTHER}</article></article>"), ""),
        (f"{'<div>' * 4}{OWN}{'</div>' * 4}", f"<article class=entry><h1>x</h1>{OTHER}</article>"),
    ],
)  # fmt: skip
def test_parts_of_the_article_stay(own: str, other: str) -> None:
    assert further(own, other)


def test_without_a_title_nothing_is_removed() -> None:
    assert further(OWN, f"<article class=entry><h1>Seal found</h1>{OTHER}</article>", "")


def test_a_further_article_is_boilerplate() -> None:
    other = f"<article class=entry><h1>Seal found</h1>{OTHER}</article>"
    page = kinds(f"<section><div>{OWN}</div><div>{other}</div></section>")
    assert {kind for text, kind in page.items() if "baby seal" in text} <= {Kind.NAVIGATION}


A, B, C = (
    "The lake is shut.",
    "The dam that they built has a crack and the office looks at it.",
    "Nobody may swim.",
)


def texts(article: list[str], page: list[str]) -> list[str]:
    return [
        piece.text for piece in regroup([Piece(text) for text in article], [Piece(text) for text in page])
    ]


def test_one_paragraph_that_is_several_of_the_page_is_split() -> None:
    assert texts([f"{A} {B} {C}"], ["Menu", A, B, C, "Imprint"]) == [A, B, C]
    page = [Piece("Menu"), Piece(A, heading=2), Piece(B), Piece(C)]
    page.append(Piece("Imprint", linked=1.0))
    assert [piece.text for piece in regroup([Piece(f"{A} {B} {C} Imprint")], page)] == [A, B, C]
    assert [piece.heading for piece in regroup([Piece(f"{A} {B} {C}")], page)] == [2, 0, 0]


def test_a_word_before_a_link_is_part_of_its_paragraph() -> None:
    assert texts(
        [A, "The", "dam that they built has a crack and", "the office looks at it.", C], [A, B, C]
    ) == [
        A,
        B,
        C,
    ]
    assert texts(["The", A, C], [A, C]) == ["The", A, C]
    label = ["Topics:", "dams and lakes of the valley"]
    assert texts([A, *label], [A, "Topics: dams and lakes of the valley"]) == [A, *label]


def test_lines_that_are_one_paragraph_of_the_page_are_joined() -> None:
    assert texts([A, "The dam that they built has a crack and", "the office looks at it.", C], [A, B, C]) == [
        A,
        B,
        C,
    ]


@pytest.mark.parametrize(
    ("article", "page"),
    [
        ([f"{A} {B}"], [A, B]),
        ([f"{A} {B} {C}"], [A, C, "Imprint"]),
        ([f"{A} {B} {C}"], [f"{A} {B} {C}"]),
        ([A, B, C], [A, B, C]),
        ([A, B, C], [A, B, C, f"{B} {C}"]),
        ([A, "The dam that they built has a crack and", "Imprint"], [A, B, C]),
        ([A, B], []),
    ],
)
def test_other_paragraphs_stay_as_they_are(article: list[str], page: list[str]) -> None:
    assert texts(article, page) == article


def test_spaces_that_the_extractor_lost_are_the_pages() -> None:
    glued, shown = "Lay it on the rackfor 1hour.", "Lay it on the rack for 1 hour."
    merged = merge_pieces([Piece(A), Piece(glued)], [Piece(A), Piece(shown)], "")
    assert merged == (DraftParagraph(A), DraftParagraph(shown))
    other = merge_pieces([Piece(A), Piece("1931 | 14 m")], [Piece(A), Piece("1931"), Piece("14 m")], "")
    assert [block.text for block in other] == [A, "1931 | 14 m"]
