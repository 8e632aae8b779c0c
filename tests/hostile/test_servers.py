"""Misbehaving servers: each load ends in an article or an error of one line, in time."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.hostile.conftest import QUICK, address_of, load_article, load_error, load_outcome
from tests.hostile.responses import (
    ARTICLE,
    PAGE,
    READABLE,
    REFUSED,
    SENTENCES,
    continues,
    growing,
    needs_login,
    page,
    slow_body,
    slow_headers,
    stalls,
)
from tests.hostile.server import Exchange, Responder, Site, ok, redirect, serving
from tui.model import Article, Kind
from tui.settings.limits import Limits
from tui.settings.read_options import ReadOptions
from tui.sources.load import LoadError, load
from tui.sources.web.fetch import fetch

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving({**READABLE, **{path: response for path, (response, _) in REFUSED.items()}}) as site:
        yield site


@pytest.mark.parametrize("path", READABLE)
def test_odd_responses_with_an_article_are_read(site: Site, path: str) -> None:
    article = load_article(address_of(site, path))
    text = " ".join(passage.text for passage in article.body)
    assert "Hanne Vogt" in text and text.endswith("Ms. Vogt said.")
    assert not any(words in article.text for words in ("TRACK", "abcdefgh", "\ufffdWe", "â€œ", "alert("))
    assert "/beacon" not in site.requested


@pytest.mark.parametrize("path", REFUSED)
def test_responses_without_an_article_are_refused_with_a_reason(site: Site, path: str) -> None:
    message = load_error(address_of(site, path))
    assert REFUSED[path][1] in message
    assert not any(words in message for words in ("ERRORPAGE", "DATAREDIRECT", "root:", "TITLE"))
    assert "/beacon" not in site.requested


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (
            slow_body,
            "took too long: more than 2 seconds (the site is too slow); try again, or give it more time",
        ),
        (slow_headers, "took too long"),
        (stalls, "took too long"),
        (Exchange.wait, "took too long"),
        (continues, "took too long"),
    ],
)
def test_slow_servers_end_at_the_time_limit(response: Responder, words: str) -> None:
    with serving({"/": response}) as site:
        message = load_error(address_of(site, "/"), replace(Limits(), seconds=2.0))
    assert words in message


def late(exchange: Exchange) -> None:
    """A good page, after a silence of 1.3 seconds."""
    page = ok(PAGE)
    exchange.drip(page[:1], 1.3)
    exchange.send(page[1:])


def test_a_page_may_take_all_of_the_time_limit_to_come() -> None:
    with serving({"/": late}) as site:
        assert load_article(address_of(site, "/"), Limits().raised(seconds=2.0)).passages


def test_silence_may_last_as_long_as_the_time_that_the_user_gave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.sources.web.fetch.READ_SECONDS", 0.5)
    with serving({"/": late}) as site:
        address = address_of(site, "/")
        with pytest.raises(LoadError, match=r"sent nothing for 0\.5 seconds, the limit; .* --max-time"):
            fetch(address, Limits(), lambda step: None)
        assert fetch(address, Limits().raised(seconds=20), lambda step: None).data


def test_redirects_without_end_are_followed_up_to_the_limit() -> None:
    with serving({"*": growing}) as site:
        assert "more than 15 redirects, the limit" in load_error(address_of(site, "/x"))
    assert len(site.requested) == 16


def test_a_closed_port_and_an_unknown_host_are_named() -> None:
    with serving({}) as site:
        closed = site.base
    assert "127.0.0.1:" in closed and "refuses the connection; check the address" in load_error(closed)
    message = load_error("http://nowhere.invalid/")
    assert "there is no host nowhere.invalid" in message or "nowhere.invalid cannot be looked up" in message


def test_an_untrusted_certificate_is_final(tmp_path: Path) -> None:
    pem = tmp_path / "self-signed.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=elsewhere.example",
         "-days", "2", "-keyout", str(pem), "-out", str(tmp_path / "certificate")],
        check=True, capture_output=True,
    )  # fmt: skip
    with pem.open("ab") as file:
        file.write((tmp_path / "certificate").read_bytes())
    with serving({"/": ok(PAGE)}, pem) as site:
        message = load_error(address_of(site, "/"))
    assert "certificate of 127.0.0.1" in message and "self-signed certificate" in message
    assert site.requested == []


def test_a_password_is_used_for_its_host_and_never_shown_or_stored(cache_home: Path) -> None:
    with serving({"/": needs_login}) as site:
        address = site.base.replace("//", "//user:s3cretpw@") + "/"
        article = load_article(address)
        wrong = load_error(address.replace("s3cretpw", "wr0ng"))
    assert article.address == site.base + "/"
    assert "s3cretpw" not in repr(article) and "wr0ng" not in wrong and "user:" not in wrong
    assert not [path for path in cache_home.rglob("*") if path.is_file()]


def test_a_password_does_not_follow_a_redirect_to_another_host() -> None:
    with serving({"/": ok(PAGE)}) as other, serving({"/": redirect(other.base + "/")}) as site:
        load_article(site.base.replace("//", "//user:s3cretpw@") + "/")
    assert "authorization" in site.request_headers[0].lower()
    assert "authorization" not in other.request_headers[0].lower()


def test_the_request_is_polite_and_offers_only_what_can_be_read(site: Site) -> None:
    load_article(address_of(site, "/gzip"))
    sent = site.request_headers[-1]
    assert "User-Agent: compare-tui/" in sent
    assert "Accept-Encoding: gzip, deflate\r\n" in sent
    assert "Cookie" not in sent


def test_a_teaser_is_read_with_a_warning(site: Site) -> None:
    wall = f"<p>{SENTENCES[0]}</p><div class=paywall><p>To continue reading, subscribe or sign in.</p></div>"
    with serving({"/": ok(page(f"<article><h1>Closed</h1>{wall}</article>"))}) as site:
        article = load_article(address_of(site, "/"))
    assert any(
        "maybe incomplete: only 19 words are free, the rest is for subscribers" in n for n in article.notes
    )
    assert [p.kind for p in article.passages if "subscribe" in p.text] == [Kind.NAVIGATION]


def test_the_first_of_several_pages_is_read_with_a_warning() -> None:
    with serving({"/": ok(page(head="<link rel=next href='/?page=2'>"))}) as site:
        assert load_article(address_of(site, "/")).notes == (
            "maybe incomplete: the article continues on another page",
        )


def test_hostile_characters_of_a_page_are_removed() -> None:
    head = (
        "<meta name=author content='Eve\x1b]0;TITLE\x07'><meta property=og:site_name content='X\x9b31m Post'>"
    )
    body = (
        ARTICLE
        + "<p>Raw \x1b]52;c;c3RlYWw=\x07 and &#27;[2J and &#x9b;2J and &#65535; and \u202ereversed words "
    )
    body += "stand in this paragraph of the story. The words &#2&#27;7; are there as well.</p>"
    with serving({"/": ok(page(body, head, title="[/]\x1b]0;TITLE\x07[@click=app.quit]press"))}) as site:
        article = load_article(address_of(site, "/"))  # checks that all of it is printable
    assert "stand in this paragraph" in article.text
    assert article.byline == "Eve" and article.source == "X Post"
    assert any("control characters removed" in note for note in article.notes)


def test_the_limit_on_size_can_be_raised() -> None:
    limits = QUICK.raised(megabytes=1)
    with serving({"/": ok(page(ARTICLE + "<!--" + "x" * 1_100_000 + "-->"))}) as site:
        assert "more than 1 MB, the limit for a web page" in load_error(address_of(site, "/"), limits)
        assert load_article(address_of(site, "/"), limits.raised(megabytes=2))


@pytest.mark.parametrize(
    "address",
    ["http://", "http:///x", "http://[::1", "http://a b/", "http://x:99999/", "http://x:0/", "ftp://x/y",
     "file:///etc/passwd", "gopher://x/", "http://\x1b]0;TITLE\x07/", "https://exa\tmple/ \x00", "http:x", "ws://x"],
)  # fmt: skip
def test_an_invalid_address_is_refused_without_a_request(address: str) -> None:
    assert "TITLE" not in load_error(address)


def test_a_readable_response_is_an_article_and_a_missing_page_is_an_error(site: Site) -> None:
    assert isinstance(load_outcome(address_of(site, "/plain")), Article)
    with pytest.raises(LoadError):
        load(address_of(site, "/unknown-path"), ReadOptions(limits=QUICK))
