"""Servers that answer badly: each ends in an article or in one clear line, in time."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.hostile.conftest import QUICK, at, outcome, refused, story
from tests.hostile.responses import (
    ARTICLE,
    PAGE,
    SENTENCES,
    SOUND,
    UNSOUND,
    continues,
    growing,
    needs_login,
    page,
    slow_body,
    slow_headers,
    stalls,
)
from tests.hostile.server import Answer, Site, Talk, moved, ok, serving
from tui.model import Article, Kind
from tui.settings.limits import Limits
from tui.settings.read_options import ReadOptions
from tui.sources.load import LoadError, load

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving({**SOUND, **{path: answer for path, (answer, _) in UNSOUND.items()}}) as site:
        yield site


@pytest.mark.parametrize("path", SOUND)
def test_odd_answers_with_an_article_are_read(site: Site, path: str) -> None:
    article = story(at(site, path))
    text = " ".join(passage.text for passage in article.body)
    assert "Hanne Vogt" in text and text.endswith("Ms. Vogt said.")
    assert not any(words in article.text for words in ("TRACK", "abcdefgh", "\ufffdWe", "â€œ", "alert("))
    assert "/beacon" not in site.asked


@pytest.mark.parametrize("path", UNSOUND)
def test_answers_without_an_article_are_refused_in_words(site: Site, path: str) -> None:
    message = refused(at(site, path))
    assert UNSOUND[path][1] in message
    assert not any(words in message for words in ("ERRORPAGE", "DATAREDIRECT", "root:", "TITLE"))
    assert "/beacon" not in site.asked


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (
            slow_body,
            "took too long: more than 1 seconds (the site is too slow); try again, or give it more time",
        ),
        (slow_headers, "took too long"),
        (stalls, "took too long"),
        (Talk.wait, "took too long"),
        (continues, "took too long"),
    ],
)
def test_slow_servers_are_not_waited_for_beyond_the_limit(answer: Answer, words: str) -> None:
    with serving({"/": answer}) as site:
        message = refused(at(site, "/"), replace(Limits(), seconds=2.0))
    assert words in message


def test_redirects_without_end_are_followed_up_to_the_limit() -> None:
    with serving({"*": growing}) as site:
        assert "more than 15 redirects, the limit" in refused(at(site, "/x"))
    assert len(site.asked) == 16


def test_a_closed_port_and_a_host_that_is_none_are_named() -> None:
    with serving({}) as site:
        closed = site.base
    assert "127.0.0.1:" in closed and "refuses the connection; check the address" in refused(closed)
    message = refused("http://nowhere.invalid/")
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
        message = refused(at(site, "/"))
    assert "certificate of 127.0.0.1" in message and "self-signed certificate" in message
    assert site.asked == []


def test_a_password_is_used_for_its_host_and_never_shown_or_kept(cache_home: Path) -> None:
    with serving({"/": needs_login}) as site:
        address = site.base.replace("//", "//user:s3cretpw@") + "/"
        article = story(address)
        wrong = refused(address.replace("s3cretpw", "wr0ng"))
    assert article.address == site.base + "/"
    assert "s3cretpw" not in repr(article) and "wr0ng" not in wrong and "user:" not in wrong
    assert not [path for path in cache_home.rglob("*") if path.is_file()]


def test_a_password_does_not_follow_a_redirect_to_another_host() -> None:
    with serving({"/": ok(PAGE)}) as other, serving({"/": moved(other.base + "/")}) as site:
        story(site.base.replace("//", "//user:s3cretpw@") + "/")
    assert "authorization" in site.sent_headers[0].lower()
    assert "authorization" not in other.sent_headers[0].lower()


def test_the_request_is_polite_and_offers_only_what_can_be_read(site: Site) -> None:
    story(at(site, "/gzip"))
    sent = site.sent_headers[-1]
    assert "User-Agent: compare-tui/" in sent
    assert "Accept-Encoding: gzip, deflate\r\n" in sent
    assert "Cookie" not in sent


def test_a_teaser_is_read_with_a_warning(site: Site) -> None:
    wall = f"<p>{SENTENCES[0]}</p><div class=paywall><p>To continue reading, subscribe or sign in.</p></div>"
    with serving({"/": ok(page(f"<article><h1>Closed</h1>{wall}</article>"))}) as site:
        article = story(at(site, "/"))
    assert any(
        "maybe incomplete: only 19 words are free, the rest is for subscribers" in n for n in article.notes
    )
    assert [p.kind for p in article.passages if "subscribe" in p.text] == [Kind.NAVIGATION]


def test_the_first_of_several_pages_is_read_with_a_warning() -> None:
    with serving({"/": ok(page(head="<link rel=next href='/?page=2'>"))}) as site:
        assert story(at(site, "/")).notes == ("maybe incomplete: the article continues on another page",)


def test_hostile_characters_of_a_page_reach_nobody() -> None:
    head = (
        "<meta name=author content='Eve\x1b]0;TITLE\x07'><meta property=og:site_name content='X\x9b31m Post'>"
    )
    body = (
        ARTICLE
        + "<p>Raw \x1b]52;c;c3RlYWw=\x07 and &#27;[2J and &#x9b;2J and &#65535; and \u202ereversed words "
    )
    body += "stand in this paragraph of the story. The words &#2&#27;7; are there as well.</p>"
    with serving({"/": ok(page(body, head, title="[/]\x1b]0;TITLE\x07[@click=app.quit]press"))}) as site:
        article = story(at(site, "/"))  # checks that all of it is printable
    assert "stand in this paragraph" in article.text
    assert article.byline == "Eve" and article.source == "X Post"
    assert any("control characters removed" in note for note in article.notes)


def test_the_limit_on_size_can_be_raised(site: Site) -> None:
    large = page(ARTICLE + "<!--" + "x" * 9_000_000 + "-->")
    with serving({"/": ok(large)}) as other:
        assert "more than 8 MB, the limit for a web page" in refused(at(other, "/"))
        assert story(at(other, "/"), QUICK.raised(megabytes=12))


@pytest.mark.parametrize(
    "address",
    ["http://", "http:///x", "http://[::1", "http://a b/", "http://x:99999/", "http://x:0/", "ftp://x/y",
     "file:///etc/passwd", "gopher://x/", "http://\x1b]0;TITLE\x07/", "https://exa\tmple/ \x00", "http:x", "ws://x"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused_unasked(address: str) -> None:
    assert "TITLE" not in refused(address)


def test_each_answer_that_is_read_is_an_article(site: Site) -> None:
    assert isinstance(outcome(at(site, "/plain")), Article)
    with pytest.raises(LoadError):
        load(at(site, "/unknown-path"), ReadOptions(limits=QUICK))
