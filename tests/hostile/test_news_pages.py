"""Two news pages as sites serve them, with everything around the article."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.conftest import address_of, load_article
from tests.hostile.server import Site, ok, redirect, serving
from tui.model import Article, Kind
from tui.settings.read_options import Extraction, ReadOptions
from tui.sources.load import load

pytestmark = pytest.mark.slow

PAGES = Path(__file__).parents[1] / "pages"
POST = (PAGES / "harbour-post.html").read_bytes()
WIRE = (PAGES / "valley-wire.html").read_bytes()

POST_BEGINS, POST_ENDS = "A storm surge ran up the Marrow", "out of the last cellars by Sunday."
WIRE_BEGINS, WIRE_ENDS = "LOWER SALLOW – More than sixty houses", "a crew will sleep at the lock."

AROUND_POST = (
    "partners store", "Accept all", "Tide tables", "Subscribe for 2 crowns", "Rubber boots", "Share on",
    "Get our newsletter", "Flood insurance", "new logo last year", "two men and a mule", "Mussel farmers",
    "Interactive map", "All rights reserved", "TRACKERCODE", "margin: 0",
)  # fmt: skip
AROUND_WIRE = (
    "Classifieds", "Obituaries", "Pumps for hire", "Email this", "Bakery to reopen", "my uncle greased",
    "Home delivery", "Legal notice", "document.write",
)  # fmt: skip

REAL_HEADERS = (
    "Server: nginx", "Date: Wed, 11 Mar 2026 08:00:00 GMT", "Vary: Accept-Encoding, Cookie",
    "ETag: W/\"5f-18e\"",
    "Cache-Control: max-age=60, public", "Strict-Transport-Security: max-age=63072000",
    "Content-Security-Policy: upgrade-insecure-requests", "Set-Cookie: visit=1; Path=/; HttpOnly",
)  # fmt: skip


@pytest.fixture
def site() -> Iterator[Site]:
    responses = {
        "/news/tidal-gate": ok(gzip.compress(POST), *REAL_HEADERS, "Content-Encoding: gzip"),
        "/old/tidal-gate": redirect("/news/tidal-gate", "301 Moved Permanently"),
        "/story?id=7": ok(WIRE, *REAL_HEADERS, kind="text/html"),
    }
    with serving(responses) as site:
        yield site


def body(article: Article) -> str:
    return "\n".join(passage.text for passage in article.body)


def test_the_passages_of_a_modern_page_are_the_articles(site: Site) -> None:
    article = load_article(address_of(site, "/old/tidal-gate#comments"))
    assert body(article).startswith(("Engineers had warned", POST_BEGINS))
    assert POST_BEGINS in body(article) and body(article).endswith(POST_ENDS)
    assert [words for words in AROUND_POST if words in body(article)] == []
    assert (article.title, article.source, article.published, article.language, article.byline) == (
        "Tidal gate stuck open as Marrow estuary floods 60 homes",
        "The Harbour Post",
        "2026-03-11",
        "en",
        "Priya Lindqvist, Tom Abara",
    )
    assert article.address == address_of(site, "/news/tidal-gate")
    assert article.retrieved.endswith("+00:00")
    assert article.notes == ()
    assert site.requested == ["/old/tidal-gate", "/news/tidal-gate"], (
        "one page, none of its pictures or frames"
    )


def test_the_passages_of_an_old_page_are_the_articles(site: Site) -> None:
    article = load_article(address_of(site, "/story?id=7"))
    assert body(article).startswith(WIRE_BEGINS) and body(article).endswith(WIRE_ENDS)
    assert [words for words in AROUND_WIRE if words in body(article)] == []
    assert "“We waited, and that was wrong.”" in body(article)
    assert (article.title, article.published, article.byline) == (
        "Lower Sallow under water after gate fails",
        "2026-03-11",
        "Jonas Pereira",
    )
    assert site.requested == ["/story?id=7"]


def test_the_rest_of_the_page_is_boilerplate_in_its_place(site: Site) -> None:
    passages = load_article(address_of(site, "/news/tidal-gate")).passages
    kinds = {passage.text: passage.kind for passage in passages}
    texts = list(kinds)
    assert kinds["The gate at Sallow Lock stood half open at dawn on Wednesday."] is Kind.CAPTION
    assert kinds["Tidal gate stuck open as Marrow estuary floods 60 homes"] is Kind.HEADLINE
    assert kinds["By Priya Lindqvist and Tom Abara"] is Kind.BYLINE
    advertisement = "Flood insurance without small print. Ask Delta Mutual today."
    assert kinds[advertisement] is Kind.NAVIGATION
    before = next(n for n, text in enumerate(texts) if text.startswith("A new bearing was ordered"))
    after = next(n for n, text in enumerate(texts) if text.startswith("“I am not going to hide"))
    assert before < texts.index(advertisement) < after
    assert not any(words in text for text in texts for words in ("TRACKERCODE", "dataLayer", "margin: 0"))


@pytest.mark.parametrize("extraction", list(Extraction))
@pytest.mark.parametrize(("name", "begins", "ends"), [
    ("harbour-post.html", POST_BEGINS, POST_ENDS), ("valley-wire.html", WIRE_BEGINS, WIRE_ENDS),
])  # fmt: skip
def test_a_saved_page_is_read_with_each_extraction(
    extraction: Extraction, name: str, begins: str, ends: str
) -> None:
    article = load(str(PAGES / name), ReadOptions(extraction=extraction))
    assert begins in body(article) and body(article).endswith(ends)


def test_the_two_reports_are_about_the_same_events() -> None:
    """So that they serve as a pair, and each has news that the other has not."""
    post, wire = (body(load(str(PAGES / name))) for name in ("harbour-post.html", "valley-wire.html"))
    for words in ("We waited, and that was wrong.", "86,000 crowns", "Ferry Lane", "4.31"):
        assert words in post and words in wire
    assert "accordion" not in wire and "parrot" not in post
