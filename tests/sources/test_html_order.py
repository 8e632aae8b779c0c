"""Paragraphs of a page in its order: the lead, what the extractor loses, and boilerplate in its place."""

from __future__ import annotations

import time

import pytest

from tests.hostile.documents import STORY
from tests.sources.test_html import ARTICLE, read
from tui.model import Kind
from tui.sources.readers.html.match import match_pieces, stray_pieces
from tui.sources.readers.html.pieces import join_wrapped

TITLE = "Lake stays shut after a crack in the dam"
HEAD = f"<title>{TITLE}</title>"
LEAD = "The water office wants to be sure that the dam holds before anybody swims there again."
PARAGRAPHS = [f"<p>{text}</p>" for text in STORY[1:]]


def kinds(body: str, head: str = HEAD) -> dict[str, Kind]:
    return {passage.text: passage.kind for passage in read(body, head).passages}


@pytest.mark.parametrize(
    "lead",
    [
        f"<p class=intro>{LEAD}</p>",
        f"<div class=teaser>{LEAD}</div>",
        f"<h2>{LEAD}</h2>",
        f"<header><div><span>{LEAD}</span></div></header>",
        f"<p>{LEAD}</p><p>By Ida Holm</p><button>Share</button>",
    ],
)
def test_a_sentence_between_title_and_text_is_the_lead(lead: str) -> None:
    page = kinds(f"<nav><a href=/>Home</a></nav><h1>{TITLE}</h1>{lead}<div>{ARTICLE}</div>")
    assert page[LEAD] is Kind.BODY


@pytest.mark.parametrize(
    "line",
    [
        f"<nav>{LEAD}</nav>",
        f"<aside>{LEAD}</aside>",
        f"<p><a href=/other>{LEAD}</a></p>",
        "<p>Sign up for our newsletter and read the news in your inbox every morning.</p>",
        f"<div class=newsletter>{LEAD}</div>",
    ],
)
def test_other_lines_above_the_text_are_no_lead(line: str) -> None:
    page = kinds(f"<h1>{TITLE}</h1>{line}<div>{ARTICLE}</div>")
    assert Kind.BODY not in {kind for text, kind in page.items() if text in line}


def test_the_pages_description_is_the_lead_without_a_full_stop() -> None:
    lead = LEAD.rstrip(".")
    head = f"{HEAD}<meta property=og:description content='{lead[:70]}...'>"
    assert kinds(f"<h1>{TITLE}</h1><p>{lead}</p><div>{ARTICLE}</div>", head)[lead] is Kind.BODY


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<div class=embed><blockquote><p>", "</p></blockquote></div>"),
        ("<figure><blockquote>", "</blockquote></figure>"),
        ("<table><tr><td><ul><li>", "</ul></table>"),
    ],
)
def test_a_post_among_the_paragraphs_is_article_text(start: str, end: str) -> None:
    post = "The beach is closed, and so is the footpath below the dam, until further notice."
    story = "".join([*PARAGRAPHS[:2], start, post, end, *PARAGRAPHS[2:]])
    assert kinds(f"<article><h1>{TITLE}</h1>{story}</article>")[post] is Kind.BODY


def test_a_short_line_that_the_menu_has_too_leaves_the_order_alone() -> None:
    story = "".join([*PARAGRAPHS[:2], "<p>Weather</p>", *PARAGRAPHS[2:]])
    article = read(
        f"<div>Weather</div><div>Sport and traffic in the whole valley</div><h1>{TITLE}</h1>"
        f"<article>{story}</article>",
        HEAD,
    )
    texts = [passage.text for passage in article.passages]
    assert texts.index("Weather · Sport and traffic in the whole valley") < texts.index(TITLE)
    assert texts.index(TITLE) < next(n for n, text in enumerate(texts) if text in STORY[1])


def test_lines_are_matched_without_crossing_and_with_the_most_letters() -> None:
    page = ["short", "afirstparagraph", "asecondone", "short", "athirdparagraph"]
    assert match_pieces(["a first paragraph", "short", "a third paragraph"], page) == {1: 0, 3: 1, 4: 2}
    assert match_pieces(["1931 | 14 m", "end of it"], ["1931", "14m", "endofit"]) == {0: 0, 1: 0, 2: 1}


def test_a_paragraph_that_the_extractor_joined_or_cut_keeps_its_place() -> None:
    page = ["menu", "thefirstlineofanaddress", "itssecondline", "theendofthestory"]
    article = ["The first line of an address, its second line", "The end of the story"]
    assert match_pieces(article, page) == {1: 0, 3: 1}


def test_a_paragraph_that_the_extractor_moved_is_found_where_the_page_has_it() -> None:
    first, second, moved = "a" * 40, "b" * 40, "c" * 35
    page = [first, moved, second]
    places = match_pieces([first, second, moved], page)
    assert stray_pieces([first, second, moved], page, places) == ({1: [2]}, set())
    assert stray_pieces([first, second, moved], [*page, moved], places)[0] == {}, "not if it is there twice"


def test_parts_of_a_paragraph_are_found_in_it() -> None:
    parts = ["short", "the very first sentence of all of them", "and the second one, which is much longer"]
    letters = ["menu", "andmore", "".join(parts).replace(" ", "").replace(",", "")]
    assert stray_pieces(parts, letters, {}) == ({2: [1, 2]}, set())


def test_a_short_paragraph_stays_with_the_stray_before_it() -> None:
    strays, _ = stray_pieces(["a" * 40, "short", "b" * 40], ["b" * 40, "menu", "a" * 40], {})
    assert strays == {0: [2], 2: [0, 1]}


def test_a_paragraph_that_the_page_has_only_the_beginning_or_the_end_of_is_found() -> None:
    page = ["menu", "a" * 60 + "x", "y" + "b" * 60]
    assert stray_pieces(["a" * 60 + "end", "beginning" + "b" * 60], page, {})[0] == {1: [0], 2: [1]}


def test_what_the_extractor_has_twice_and_the_page_once_comes_once() -> None:
    step = "rice and stir for two minutes until it is hot"
    article, page = [step, step, "serve"], [step.replace(" ", ""), "serve"]
    strays, copies = stray_pieces(article, page, match_pieces(article, page))
    assert (strays, len(copies)) == ({}, 1)


def test_text_of_hidden_elements_stands_where_the_page_has_it() -> None:
    hidden = [(-1, "a" * 40), (1, "c" * 40)]
    places = match_pieces(["b" * 40], ["b" * 40, "menu"])
    strays, _ = stray_pieces(["b" * 40, "c" * 40, "a" * 40], ["b" * 40, "menu"], places, hidden)
    assert strays == {-1: [2], 1: [1]}


def test_of_several_copies_the_one_beside_the_text_is_the_articles() -> None:
    title, first = "lake stays shut after a crack", "the water office has shut the lake"
    letters = [text.replace(" ", "") for text in (title, "menu", first[:25], "more", title, first)]
    assert match_pieces([title, first], letters) == {4: 0, 5: 1}


def test_of_many_rows_that_begin_alike_the_right_one_is_matched() -> None:
    rows = [f"{'result of the ' * 4} {number} {'final ' * 8}" for number in range(9)]
    page = [row.replace(" ", "") for row in rows]
    assert match_pieces([f"{row} and more" for row in rows], page) == {n: n for n in range(9)}


def test_strays_are_found_in_little_time() -> None:
    page = [f"{number:040}" for number in range(20_000)]
    begun = time.process_time()
    assert stray_pieces([f"x{number:040}" for number in range(20_000)], page, {})[0] == {}
    assert time.process_time() - begun < 5


def test_a_title_that_the_page_does_not_show_stands_above_the_text() -> None:
    texts = [p.text for p in read(f"<nav><a href=/>Sport</a></nav>{ARTICLE}", HEAD).passages]
    assert texts.index("Sport") < texts.index(TITLE) < texts.index(next(t for t in texts if t in STORY[1]))


def test_repeated_lines_are_matched_in_little_time() -> None:
    begun = time.process_time()
    match_pieces(["the same line of some length"] * 20_000, ["thesamelineofsomelength"] * 20_000)
    assert time.process_time() - begun < 5


def test_a_headline_that_comes_again_is_boilerplate() -> None:
    article = read(f"<h1>{TITLE}</h1>{ARTICLE}<h2>{TITLE}</h2><h2>Read next</h2>", HEAD)
    assert [p.kind for p in article.passages if p.text == TITLE][:1] == [Kind.HEADLINE]
    assert [p.text for p in article.passages if p.kind is Kind.HEADLINE] == [TITLE]


def test_the_headline_is_shown_where_the_page_has_it() -> None:
    article = read(
        f"<div>{TITLE}</div><p>Tickets for the beach are sold out</p><h1>{TITLE}</h1>{ARTICLE}", HEAD
    )
    texts = [passage.text for passage in article.passages]
    headline = next(p.index for p in article.passages if p.kind is Kind.HEADLINE)
    assert texts[headline] == TITLE and headline > texts.index("Tickets for the beach are sold out")


def test_a_line_that_is_only_a_link_points_to_another_article() -> None:
    line = "<p><a href=/ferry>Ferry to the island runs again after the winter</a></p>"
    story = "".join([*PARAGRAPHS[:2], line, *PARAGRAPHS[2:]])
    page = kinds(f"<article><h1>{TITLE}</h1>{story}</article>")
    assert page["Ferry to the island runs again after the winter"] is Kind.NAVIGATION


def test_a_figcaption_as_long_as_a_story_is_article_text() -> None:
    caption = "<figure><img src=a.jpg><figcaption>The dam in May.</figcaption></figure>"
    long = " ".join(STORY[1:]) * 2
    page = kinds(f"<article><h1>{TITLE}</h1>{caption}<figcaption>{long}</figcaption></article>")
    assert page["The dam in May."] is Kind.CAPTION
    assert list(page.values()).count(Kind.BODY) > 3


def test_the_headline_is_below_a_request_that_is_taken_for_text() -> None:
    request = (
        "JavaScript is turned off, and so this page does not look as it should. Turn it on in the settings."
    )
    article = read(f"<div><p>{request}</p><h1>{TITLE}</h1>{''.join(PARAGRAPHS)}</div>", HEAD)
    texts = [passage.text for passage in article.passages]
    assert [p.text for p in article.passages if p.kind is Kind.HEADLINE] == [TITLE]
    assert texts.index(TITLE) > next(n for n, text in enumerate(texts) if text in request)


@pytest.mark.parametrize("hide", ["style='display: none'", "hidden", "aria-hidden=true"])
def test_hidden_text_that_is_no_article_is_not_shown(hide: str) -> None:
    menu = "A menu that opens when the reader asks for it"
    assert menu not in kinds(f"<div {hide}><p>{menu}</p></div><h1>{TITLE}</h1>{ARTICLE}")


def test_lines_of_a_broken_sentence_are_joined() -> None:
    begun, rest = (
        "The water office has shut the lake after divers found a crack",
        "in the old dam near Foxley.",
    )
    wanted, more = (
        "Nobody knows how deep it goes, and the office has asked the",
        "Engineers of Leeds to look at it.",
    )
    page = kinds(
        f"<h1>{TITLE}</h1><article>{ARTICLE}<p>{begun}<br>{rest}<br>{wanted}<br>{more}</p></article>"
    )
    assert page[f"{begun} {rest}"] is page[f"{wanted} {more}"] is Kind.BODY
    assert not {rest, more} & page.keys()


def test_white_space_around_a_break_is_no_empty_line() -> None:
    begun, rest = (
        "The water office has shut the lake after divers found a crack",
        "in the old dam near Foxley.",
    )
    page = kinds(f"<h1>{TITLE}</h1><article>{ARTICLE}<p>{begun} <br />\n   {rest}</p></article>")
    assert page[f"{begun} {rest}"] is Kind.BODY
    parted = kinds(f"<h1>{TITLE}</h1><article>{ARTICLE}<p>{begun}.<br />\n<br />{rest}</p></article>")
    assert {f"{begun}.", rest} <= parted.keys()


def test_a_sentence_on_two_short_lines_is_joined() -> None:
    assert join_wrapped(["Runs on Windows 10", "and seven more."]) == ["Runs on Windows 10\nand seven more."]


@pytest.mark.parametrize(
    "lines",
    [
        ["The lake is deep", "The dam is old."],
        ["The lake is deep,", "and the dam is old."],
        ["The lake is deep", "and the dam is old.", "and so am I."],
        ["The lake is deep", "and the dam is old"],
        ["Boats that take people over the bay in the summer months:", "six small ones"],
        ["The boats cross the bay in the summer months, every hour.", "from May on"],
        ["The boats cross the bay in the summer months, every hour", "Tickets are sold on board"],
        ["The boats cross the bay in the summer months, every hour", "", "from May on"],
    ],
)
def test_lines_of_verses_and_lists_are_not_joined(lines: list[str]) -> None:
    assert join_wrapped(lines) == lines


def test_a_last_line_that_announces_links_is_boilerplate() -> None:
    page = kinds(f"<h1>{TITLE}</h1><article>{ARTICLE}<p>From our archive of boats:</p></article>")
    assert page["From our archive of boats:"] is Kind.NAVIGATION
