"""Which words are web addresses, and what they become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.clean import clean_text
from tui.sources.load import LoadError, display_name, same_source
from tui.sources.web.address import is_address, parse_address, redirect_target


@pytest.mark.parametrize("source", ["http://x/", " HTTPS://x", "ftp://x", "file:///x", "http:x", "a.b+c://x"])
def test_a_source_with_a_scheme_is_an_address(source: str) -> None:
    assert is_address(source)


@pytest.mark.parametrize(
    "source", ["-", "x.txt", "/a/b:c", "C:/x.txt", "notes: today.txt", "clipboard:", "a//b"]
)
def test_a_path_is_not_an_address(source: str) -> None:
    assert not is_address(source)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://News.Example", "http://news.example/"),
        ("https://x.example/a b#c".replace(" ", "%20"), "https://x.example/a%20b"),
        ("http://x.example/文?q=é&a[]=1", "http://x.example/%E6%96%87?q=%C3%A9&a[]=1"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://user:pw@x.example:8080/", "http://x.example:8080/"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
    ],
)
def test_an_address_is_normalised(text: str, url: str) -> None:
    assert parse_address(text, text).url == url


def test_user_and_password_are_separate_and_not_shown() -> None:
    address = parse_address("https://me:p%40ss@x.example/", "")
    assert address.login == "me:p@ss"
    assert "p@ss" not in repr(address) and "ss" not in address.url


@pytest.mark.parametrize(
    "source", ["http://me:secret@x.example/p", "https:/me:secret@x", "HTTP://secret@x:8/?a@b"]
)
def test_a_shown_address_has_no_password(source: str) -> None:
    assert "secret" not in display_name(source) and "x" in display_name(source)


def test_one_page_named_twice_is_the_same_source() -> None:
    assert same_source("https://x.example/a#top", "HTTPS://X.example/a")
    assert not same_source("https://x.example/a", "https://x.example/b")


def test_a_login_stays_with_its_host_and_port() -> None:
    address = parse_address("http://me:pw@x.example/a/b", "")
    assert redirect_target(address, "../c", "").login == "me:pw"
    for elsewhere in ("//y.example/", "https://x.example/", "http://x.example:81/"):
        assert redirect_target(address, elsewhere, "").login == ""


def test_a_redirect_in_utf8_is_understood() -> None:
    address = parse_address("http://x.example/", "")
    assert redirect_target(address, "/文".encode().decode("latin-1"), "").url == "http://x.example/%E6%96%87"


@given(st.text(), st.text(alphabet="htp:/[]@%.#?x0 \x1b\u202eé"))
def test_any_text_is_an_address_or_refused(text: str, more: str) -> None:
    for source in (text, f"http://{text}", f"https://{more}", more):
        try:
            url = parse_address(source, source).url
        except LoadError as error:
            assert clean_text(str(error)) == (str(error), 0) and "\n" not in str(error)
        else:
            assert url.isascii() and url.isprintable() and " " not in url
            assert parse_address(url, url).url == url
