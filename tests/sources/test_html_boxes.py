"""Boxes within an article: its author, teasers, comments, offers; notes in brackets; Markdown in JSON."""

from __future__ import annotations

import pytest

from tests.hostile.documents import STORY
from tests.sources.test_html import ARTICLE, json_ld, read
from tests.sources.test_html_order import HEAD, PARAGRAPHS, TITLE, kinds
from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.readers.html.boxes import with_teasers
from tui.sources.readers.html.pieces import Piece
from tui.sources.readers.html.tidy import tidy_blocks
from tui.sources.readers.markdown import without_marks

LINE = "She has lived by the quarry for years and knows everybody there by name."


def boxed(attributes: str, line: str = LINE, tag: str = "div") -> Kind:
    """The kind of a sentence in an element after the second paragraph of an article."""
    box = f"<{tag} {attributes}><p>{line}</p></{tag}>"
    return kinds(f"<article><h1>{TITLE}</h1>{PARAGRAPHS[0]}{PARAGRAPHS[1]}{box}{PARAGRAPHS[2]}</article>")[
        line
    ]


@pytest.mark.parametrize(
    "attributes",
    [
        "class=author-bio", "class=TestReport__AuthorBox", "class=saboxplugin-wrap",
        "class='about-the-author x'",
        "id=mab-1 class=m-a-box", "class=author_short_bio", "class=authors", "class=bio", "class=autor-info",
    ],
)  # fmt: skip
def test_a_box_about_the_author_is_a_life(attributes: str) -> None:
    assert boxed(attributes) is Kind.BIOGRAPHY


@pytest.mark.parametrize(
    "attributes",
    [
        "class=crp-list", "class=related-posts", "id=newsletter-modal", "class=Artikel-Spende",
        "class='box cta'",
        "class=kommentare", "id=comments", "class=recommended", "class=affiliateText", "class=inline-teaser",
        "class=yarpp-related", "class=read-more-stories id=outbrain",
    ],
)  # fmt: skip
def test_a_box_with_teasers_or_offers_is_navigation(attributes: str) -> None:
    assert boxed(attributes) is Kind.NAVIGATION


@pytest.mark.parametrize(
    "attributes",
    [
        "class=author", "class=byline", "class=biology", "class=authority", "class=article-teaser",
        "class=js_readmore", "class=commented-text", "class=has-sharing", "class=unrelated", "class=infobox",
        "class=responsive", "class=contact", "class=disclosure", "class=tagged", "id=biographers",
        "class=donated-boats",
        "class=popularity", "class=global-affiliate-network", "class=signature", "class=recommendable",
        "class=x",
    ],
)  # fmt: skip
def test_a_box_with_other_names_is_article_text(attributes: str) -> None:
    assert boxed(attributes) is Kind.BODY


@pytest.mark.parametrize(
    "page",
    [
        "<div class='post author-info'>{0}</div>", "<main class=authors>{0}</main>",
        "<body class=related>{0}",
        "<div class=cta>{0}</div>", "<article class=sponsored>{0}</article>",
    ],
)  # fmt: skip
def test_a_box_around_the_article_is_none(page: str) -> None:
    story = f"<h1>{TITLE}</h1>{''.join(PARAGRAPHS)}"
    body = " ".join(passage.text for passage in read(page.format(story), HEAD).body)
    assert all(text in body for text in STORY[1:])


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[All about the lake is <a href=/live>in our live blog</a>.]", Kind.NAVIGATION),
        ("[Read here: <a href=/dam>how the dam was built</a>]", Kind.NAVIGATION),
        ("[The lake] will stay closed <a href=/dam>until the dam</a> is mended.", Kind.BODY),
        ("[This report was corrected: the dam is ninety years old.]", Kind.BODY),
        ("All about the lake is <a href=/live>in a book</a> of 1931.", Kind.BODY),
    ],
)
def test_a_note_in_brackets_with_a_link_is_a_pointer(line: str, kind: Kind) -> None:
    page = read(
        f"<article><h1>{TITLE}</h1>{PARAGRAPHS[0]}<p>{line}</p>{PARAGRAPHS[1]}{PARAGRAPHS[2]}</article>"
    )
    text = line[:14].split("<")[0]
    assert next(passage.kind for passage in page.passages if passage.text.startswith(text)) is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The Valley Post", Kind.NAVIGATION),
        ("THE VALLEY POST", Kind.NAVIGATION),
        ("The Valley Post was founded in 1931.", Kind.BODY),
        ("The Valley", Kind.BODY),
    ],
)
def test_a_line_with_the_outlets_name_is_navigation(line: str, kind: Kind) -> None:
    head = f"{HEAD}<meta property=og:site_name content='The Valley Post'>"
    page = f"<article><h1>{TITLE}</h1>{PARAGRAPHS[0]}<p>{line}</p>{PARAGRAPHS[1]}{PARAGRAPHS[2]}</article>"
    assert kinds(page, head)[line] is kind


def test_markdown_in_the_metadata_is_read_as_text() -> None:
    text = f"## A crack\n{STORY[1]}\nThe **[water office](https://office.example/)** knows more.\n" + STORY[2]
    article = read("<p>Loading</p>", HEAD + json_ld(headline=TITLE, articleBody=f"{text}\n{STORY[3]}"))
    body = [passage.text for passage in article.body]
    assert "The water office knows more." in body
    assert not any(mark in line for line in body for mark in ("**", "##", "]("))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("# Lake\nShut", "Lake\nShut"),
        ("See [the dam](https://dam.example/x) now.", "See the dam now."),
        ("**Shut**: 1. FC leads\n1. FC Lake", "Shut: 1. FC leads\n1. FC Lake"),
        ("- [a](/b)\n- c", "- a\n- c"),
        ("![Dam](/d.png)\n**Shut**", "Shut"),
        ('[Dam](https://d.example){: target="_blank"} is shut', "Dam is shut"),
    ],
)
def test_marks_of_markdown_are_removed(text: str, plain: str) -> None:
    assert without_marks(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "He wrote [sic] (as before).", "2 * 3 * 4 = 24", "#dam #lake", "a_b and c_d", "* one\n* two",
        "5 ** 2",
        "1. FC Lake\n\n  shut", "[email protected] (lake)", "> quoted", "see [1](note)",
    ],
)  # fmt: skip
def test_a_text_without_markdown_stays_as_it_is(text: str) -> None:
    assert without_marks(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The lake [caption id=1]Dam[/caption] is shut", "Dam"),
        ("The lake [embed]x[/embed] is shut", "x"),
        ("The lake [#image: /photos/61979e49a]|||A dam.|||is shut", ""),
        ("+++group-2\nThe lake x is shut", "x"),
    ],
)
def test_shortcodes_in_the_metadata_are_removed(text: str, plain: str) -> None:
    article = read("<p>Loading</p>", json_ld(headline=TITLE, articleBody="\n".join([*STORY[1:], text])))
    assert " ".join(f"The lake {plain} is shut".split()) in [passage.text for passage in article.body]


def test_other_words_in_brackets_stay() -> None:
    text = "They [the caption writers] said the [video] was lost."
    article = read("<p>Loading</p>", json_ld(headline=TITLE, articleBody="\n".join([*STORY[1:], text])))
    assert "They [the caption writers] said the was lost." in [passage.text for passage in article.body]


def among(*lines: str) -> list[Kind]:
    """The kinds of lines after the second paragraph of an article."""
    shown = "".join(f"<p>{line}</p>" for line in lines)
    page = read(f"<article><h1>{TITLE}</h1>{PARAGRAPHS[0]}{PARAGRAPHS[1]}{shown}{PARAGRAPHS[2]}</article>")
    return [passage.kind for passage in page.passages if passage.text in lines]


def test_counters_of_pictures_are_navigation() -> None:
    assert among("1/4", "A dam.", "2/4", "A lake.", "3/4") == [
        Kind.NAVIGATION, Kind.BODY, Kind.NAVIGATION, Kind.BODY, Kind.NAVIGATION,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines", [("1/4", "Flour.", "3/4"), ("1/4", "2/4"), ("1/2", "1/3", "1/4"), ("9/4", "3/4")]
)
def test_other_quantities_are_article_text(lines: tuple[str, ...]) -> None:
    assert set(among(*lines)) == {Kind.BODY}


def copies(*lines: str) -> list[bool]:
    """Which of the lines are left as article text."""
    blocks = [DraftParagraph(STORY[1]), *map(DraftParagraph, lines), DraftParagraph(STORY[2])]
    return [block.kind is None for block in tidy_blocks(blocks)][1:-1]


def test_the_second_of_two_same_paragraphs_is_a_copy() -> None:
    assert copies(LINE, LINE.upper(), LINE) == [True, False, False]


@pytest.mark.parametrize(
    "lines", [("Shut!", "Shut!"), (LINE, "It is shut.", LINE), (LINE, f"{LINE} So do we.")]
)
def test_other_repeated_paragraphs_are_article_text(lines: tuple[str, ...]) -> None:
    assert all(copies(*lines))


def item(text: str, linked: float = 0.0, inside: bool = True) -> Piece:
    return Piece(text, linked=linked, item=inside)


@pytest.mark.parametrize(
    ("pieces", "marked"),
    [
        ([item("Why is the lake shut?", 1), item("Who built the dam?", 1)], [True, True]),
        ([item("VIDEO: How to swim in a lake", 0.8)], [True]),
        ([item("A SIMPLE GUIDE: How to swim in a lake", 0.7)], [True]),
        ([item("Why is the lake shut?", 1)], [False]),
        ([item("Why is the lake shut?", 1, False), item("Who built the dam?", 1, False)], [False, False]),
        ([item("The dam is ninety years old.", 0.3), item("The lake is older.", 0.4)], [False, False]),
        ([item("VIDEO: the office shows how the dam was built.", 0.1)], [False]),
        ([item("DOI: https://doi.example/12.34/5678901", 0.9)], [False]),
        ([item("KB3022345: the office's page", 0.8)], [False]),
        ([item("Tip: bring a towel and a hat to the lake.", 0.8)], [False]),
    ],
)
def test_items_that_are_only_links_are_teasers(pieces: list[Piece], marked: list[bool]) -> None:
    assert [piece.box is Kind.NAVIGATION for piece in with_teasers(pieces)] == marked


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (TITLE, Kind.NAVIGATION),
        (TITLE.upper(), Kind.NAVIGATION),
        ("https://post.example/lake", Kind.NAVIGATION),
        (f"{TITLE}, the office says.", Kind.BODY),
        ("https://post.example/dam", Kind.BODY),
    ],
)
def test_the_pages_title_and_address_among_the_text_are_navigation(line: str, kind: Kind) -> None:
    own = ["thepost", "httpspostexamplelake"]
    blocks = [DraftParagraph(TITLE, Kind.HEADLINE), *map(DraftParagraph, (STORY[1], line, STORY[2]))]
    assert (tidy_blocks(blocks, own)[2].kind or Kind.BODY) is kind


OFFERS = ("News about lakes and dams.", "A gift for new readers.")


@pytest.mark.parametrize(
    "wall",
    [
        "To view the full story, please subscribe to The Valley Post.",
        "To read the rest of this article, sign in or join us.",
        "Um den ganzen Artikel zu lesen, schließen Sie ein Abo ab.",
    ],
)
def test_what_stands_behind_a_wall_is_no_article(wall: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*STORY[1:], wall, *OFFERS))
    page = kinds(f"<article><h1>{TITLE}</h1>{paragraphs}</article>")
    assert page[STORY[3].split(". ")[0] + "."] is Kind.BODY
    assert {page[text] for text in (wall, *OFFERS)} == {Kind.NAVIGATION}


@pytest.mark.parametrize(
    "line",
    [
        "To view the full lake, visitors climb the tower and subscribe to silence.",
        "To read the full report, the council asked for a week.",
        "Subscribers read the full story on Monday.",
        "Um den ganzen See zu sehen, braucht niemand ein Abo.",
    ],
)
def test_a_report_on_reading_is_no_wall(line: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*STORY[1:], line, *OFFERS))
    page = kinds(f"<article><h1>{TITLE}</h1>{paragraphs}</article>")
    assert {page[text] for text in (line, *OFFERS)} == {Kind.BODY}


def test_the_article_alone_has_no_boxes() -> None:
    assert {passage.kind for passage in read(ARTICLE, HEAD).passages} == {Kind.BODY, Kind.HEADLINE}
