"""The article and the metadata of a web page, without a server."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.documents import STORY
from tui.model import Article, Kind
from tui.settings.read_options import Extraction
from tui.sources.clean import clean_text
from tui.sources.draft import SourceBytes
from tui.sources.load import LoadError
from tui.sources.readers.by_kind import read_article

ARTICLE = "<article>" + "".join(f"<p>{text}</p>" for text in STORY[1:]) + "</article>"


def read(body: str = ARTICLE, head: str = "", attributes: str = "", encoding: str = "utf-8") -> Article:
    text = f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{body}</body></html>"
    return read_article(SourceBytes(text.encode(encoding), "page.html"))


def json_ld(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Lake stays shut | The Post</title>", "Lake stays shut"),
        ("<title>Lake | shut - The Post</title>", "Lake | shut"),
        ("<title>x</title><meta property=og:title content='From Open Graph'>", "From Open Graph"),
        ("<meta property=og:title content='x'>" + json_ld(headline="From &quot;JSON&quot;"), 'From "JSON"'),
        (json_ld(headline=["no", "text"]) + "<title>Window</title>", "Window"),
        ("<script type='application/ld+json'>{broken</script><title>Window</title>", "Window"),
    ],
)
def test_the_title_comes_from_the_most_reliable_source(head: str, title: str) -> None:
    article = read(head=head)
    assert article.title == title
    assert (article.passages[0].kind, article.passages[0].text) == (Kind.HEADLINE, title)


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ("<meta name=author content='By Ida Holm'>", "Ida Holm"),
        ("<meta property=article:author content='https://x.example/ida'>", ""),
        (json_ld(author="Ida Holm"), "Ida Holm"),
        (json_ld(author={"name": "Ida Holm"}), "Ida Holm"),
        (
            json_ld(author=[{"name": "Ida Holm"}, {"name": "Ivo Berg"}, {"name": "Ida Holm"}]),
            "Ida Holm, Ivo Berg",
        ),
        (json_ld(author=[None, 7, {"name": None}]), ""),
    ],
)
def test_the_author_is_read_from_any_form(head: str, byline: str) -> None:
    assert read(head=head).byline == byline


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (json_ld(datePublished="2026-03-11T23:30:00+09:00"), "2026-03-11"),
        ("<meta property=article:published_time content=2026-03-11T07:00Z>", "2026-03-11"),
        ("<meta name=date content='March 11, 2026'>", "2026-03-11"),
        ("<meta name=date content='999999-99-99'>", ""),
        ("", ""),
    ],
)
def test_the_day_is_that_of_publication_or_empty(head: str, day: str) -> None:
    assert read(head=head).published == day


def test_outlet_and_language_come_from_the_page() -> None:
    article = read(head="<meta property=og:site_name content='The &lt;b&gt; Post'>", attributes="lang=en-GB")
    assert (article.source, article.language) == ("The <b> Post", "en")
    assert read(head=json_ld(publisher={"name": "Wire"})).source == "Wire"
    assert read().source == "page.html"


def test_old_references_are_corrected_and_controls_removed() -> None:
    body = ARTICLE.replace("a crack", "&#147;a crack&#148; &#27;[31m&#x1b;&#65535;&#xD800;&#99999999999;")
    article = read(body)
    assert "“a crack”" in article.text and "\x1b" not in article.text
    assert article.notes == ("5 control characters removed",)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "shift_jis", "koi8_r"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    letters = {"cp1252": "café", "cp1251": "озеро", "koi8_r": "озеро", "shift_jis": "湖は閉鎖"}[encoding]
    name = {"cp1252": "ISO-8859-1", "cp1251": "windows-1251", "koi8_r": "KOI8-R"}.get(encoding, "Shift_JIS")
    article = read("<article><p>" + f"{letters}. " * 60, f"<meta charset={name}>", encoding=encoding)
    assert letters in article.text


def test_subheadings_tables_and_lists_belong_to_the_article() -> None:
    more = "<h2>In figures</h2><p>The dam was built in 1931 and raised twice since, in 1954 and in 1978.</p>"
    more += "<table><tr><th>Year</th><th>Depth</th></tr><tr><td>1931</td><td>14 m</td></tr></table>"
    more += (
        "<ul><li>The beach is closed for all visitors.</li><li>The kiosk stays open on weekends.</li></ul>"
    )
    kinds = {p.text: p.kind for p in read(ARTICLE.replace("</article>", more + "</article>")).passages}
    assert kinds["In figures"] is Kind.HEADLINE
    assert kinds["1931 | 14 m"] is Kind.BODY
    assert kinds["The kiosk stays open on weekends."] is Kind.BODY


def test_hidden_text_is_left_out() -> None:
    hidden = "<div hidden>SECRET</div><p style='display: none'>SECRET</p><div aria-hidden=true>SECRET</div>"
    assert "SECRET" not in read(ARTICLE + hidden).text


def test_boilerplate_is_bounded() -> None:
    comments = "".join(f"<p>Comment number {n} has its own opinion on the matter.</p>" for n in range(1000))
    article = read(ARTICLE + f"<section id=comments class=comments>{comments}</section>")
    assert sum(p.kind is Kind.NAVIGATION for p in article.passages) <= 200


def test_reading_a_page_again_gives_the_same_text() -> None:
    assert len({read().text for _ in range(5)}) == 1


# fmt: off
PIECES = st.sampled_from([
    "<p>", "</p>", "<div>", "</div>", "<article>", "<table>", "<tr>", "<td>", "<li>", "<h1>", "<h2>",
    "<figure>", "<figcaption>", "<br>", "<b>", "<!--", "-->", "<script>", "</script>", "<noscript>",
    "<title>", "<p hidden>", "<meta name=date content='",
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"", "&#27;",
    "&amp;#27;", "&#x9b;", "&", "<", "'>", "The water office closed the lake on Monday. ",
    "“We do not know,” she said. ", "subscribe to read", "\x1b[31m", "\u202e", "<base href='http://x'>",
    "<![CDATA[", "<?xml version='1.0'?>", "<html lang=en>", "<body>", "</html>", "é", "湖",
])
# fmt: on


@pytest.mark.slow
@given(st.lists(PIECES | st.text(max_size=5), max_size=40), st.sampled_from(list(Extraction)))
@settings(max_examples=150, deadline=None)
def test_any_page_makes_an_article_or_a_load_error(pieces: list[str], extraction: Extraction) -> None:
    data = ("<!doctype html>" + "".join(pieces)).encode("utf-8", "replace")
    try:
        article = read_article(SourceBytes(data, "page.html", extraction=extraction))
    except LoadError as error:
        assert "\n" not in str(error)
        return
    assert all(
        clean_text(text)[1] == 0 for text in (article.title, article.text, article.byline, article.source)
    )
    assert all(p.span.cut(article.text) == p.text for p in article.passages)
