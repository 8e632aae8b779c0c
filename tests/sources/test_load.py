"""`load`: any source becomes an article or an error of one line."""

from __future__ import annotations

import io
import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.model import Article, Kind
from tui.settings.limits import QUICK_BYTES, SOURCE_BYTES, TEXT_BYTES, Limits
from tui.settings.read_options import ReadOptions
from tui.sources.load import LoadError, load, same_source

STORY = """Ferries go electric

By Jane Doe
Published: Feb. 25, 2022

The port voted on Tuesday to replace its boats. “It is time,” Dr. Roe said.

The first two are due in 2027.
"""


def load_stdin(data: bytes) -> Article:
    return load("-", stdin=io.BytesIO(data))


LARGE = QUICK_BYTES // len(STORY) + 1
"""Number of stories that is too large for a quick read."""


@pytest.mark.slow
@pytest.mark.parametrize("times", [1, LARGE])
def test_a_file_and_a_pipe_of_any_size_give_one_article(tmp_path: Path, times: int) -> None:
    data = (STORY * times).encode()
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    assert load(str(path)).text == load_stdin(data).text


def test_standard_input_is_not_taken_for_a_large_file_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-").write_bytes((STORY * LARGE).encode())
    monkeypatch.chdir(tmp_path)
    assert "electric" not in load_stdin(b"Rain fell on Kessel all night.").text


def test_a_large_file_is_refused_like_a_small_one(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(bytes(range(256)) * 2000)
    assert "binary" in load_error(str(path))


def load_error(source: str, stdin: bytes = b"") -> str:
    with pytest.raises(LoadError) as caught:
        load(source, stdin=io.BytesIO(stdin))
    message = str(caught.value)
    assert "\n" not in message and message.isprintable()
    return message


def check(article: Article) -> None:
    """Check properties of every article."""
    assert article.title
    assert [p.index for p in article.passages] == list(range(len(article.passages)))
    assert all(p.span.cut(article.text) == p.text and p.text.strip() == p.text for p in article.passages)
    paragraphs = [p.paragraph for p in article.passages]
    assert sorted(set(paragraphs)) == list(range(paragraphs[-1] + 1))
    assert paragraphs == sorted(paragraphs)
    assert any(p.kind is Kind.BODY for p in article.passages)


def test_a_file_becomes_an_article(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    article = load(str(path))
    check(article)
    assert article.title == "Ferries go electric"
    assert article.published == "2022-02-25"
    assert article.source == str(path)
    assert article.language == "en"
    assert article.notes == ()
    assert [(p.kind, p.text) for p in article.passages] == [
        (Kind.HEADLINE, "Ferries go electric"),
        (Kind.BYLINE, "By Jane Doe"),
        (Kind.TIMESTAMP, "Published: Feb. 25, 2022"),
        (Kind.BODY, "The port voted on Tuesday to replace its boats."),
        (Kind.BODY, "“It is time,” Dr. Roe said."),
        (Kind.BODY, "The first two are due in 2027."),
    ]


def test_standard_input_is_read_like_a_file() -> None:
    article = load_stdin(STORY.encode())
    assert article.title == "Ferries go electric"
    assert article.source == "standard input"


def test_a_pipe_is_read_to_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, STORY.encode())
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert load("-", stdin=pipe).title == "Ferries go electric"


def test_front_matter_makes_standard_input_markdown() -> None:
    article = load_stdin(b"---\ntitle: Own title\nsource: The Daily\n---\nThe *port* voted today.")
    assert (article.title, article.source) == ("Own title", "The Daily")
    assert article.text == "The port voted today."


def test_a_text_without_headline_is_titled_by_its_first_words() -> None:
    article = load_stdin(b"The port voted on Tuesday to replace all of its old boats. It is done.")
    assert article.title == "The port voted on Tuesday to replace all of its…"


def test_notes_name_the_encoding_and_removed_controls() -> None:
    article = load_stdin("The café\x1b[31m paid\x00 for it all.".encode("cp1252"))
    assert article.text == "The café paid for it all."
    assert article.notes == ("read as windows-1252", "2 control characters removed")


def test_markup_in_a_plain_text_is_text() -> None:
    text = "The [bold]talks[/bold] went [@click=app.quit]on[/]. # No heading <b>here</b>."
    assert load_stdin(text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "empty"),
        (b" \n\t\xc2\xa0\xe2\x80\x8b\xef\xbb\xbf ", "empty"),
        (b"Word", "one word"),
        (b"... !!! ---", "no words"),
        (b"%PDF-1.7 x", "damaged or truncated PDF"),
        (b"PK\x03\x04 ... word/document.xml", "damaged or truncated DOCX"),
        (b"PK\x03\x04 ... opendocument.text", "OpenDocument"),
        (b"PK\x03\x04 ... application/epub+zip", "damaged or truncated EPUB"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "a feed"),
        (b"<?xml version='1.0'?><data>Two words</data>", "XML data"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1 Hello there}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"<!DOCTYPE html><html><p>Two words</p></html>", "no article text in this page"),
        (b"By Jane Doe\n\nShare\n\nAdvertisement\n", "no article text"),
    ],
)
def test_bad_content_is_an_error_of_one_line_with_a_remedy(data: bytes, wrong: str) -> None:
    message = load_error("-", data)
    assert message.startswith("standard input: ")
    assert wrong in message and "; " in message


def test_a_bad_path_is_an_error_of_one_line_with_a_remedy(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    (tmp_path / "file").write_text("x")
    for path, wrong in {
        tmp_path / "none.txt": "no such file; check the path",
        tmp_path: "a directory, not a file; give a file in it",
        Path("/dev/zero"): "a socket or device, not a file; give `-`",
        loop: "circle",
        tmp_path / "file" / "x": "not a directory",
        tmp_path / ("n" * 5000): "too long",
    }.items():
        assert wrong in load_error(str(path)), path
    for name in ("", "a\0b"):
        assert "name" in load_error(name)


def test_a_named_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    writer = threading.Thread(target=fifo.write_text, args=(STORY,))
    writer.start()
    assert load(str(fifo)).title == "Ferries go electric"
    writer.join()


def test_a_silent_pipe_ends_at_the_limit(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    reading, writing = os.pipe()
    limits = replace(Limits(), seconds=0.1)
    with os.fdopen(reading, "rb") as pipe:
        for source in (str(fifo), "-"):
            with pytest.raises(LoadError, match=r"nothing came for 0\.1 seconds, the limit; end"):
                load(source, stdin=pipe, options=ReadOptions(limits=limits))
    os.close(writing)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY)
    path.chmod(0)
    assert "permission denied" in load_error(str(path))


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(SOURCE_BYTES * 1000)
    assert "too large: more than 32 MB, the limit for a source" in load_error(str(path))


def test_an_endless_input_is_refused_at_the_limit() -> None:
    assert "more than 32 MB, the limit for a source" in load_error("-", b"yes " * (SOURCE_BYTES // 4 + 1))
    assert "more than 16 MB, the limit for a text" in load_error("-", b"yes " * (TEXT_BYTES // 4 + 1))


def test_a_pipe_may_be_silent_as_long_as_the_time_that_the_user_gave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.sources.read_bytes.READ_SECONDS", 0.1)
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for limits, seconds in ((Limits(), "0\\.1"), (Limits().raised(seconds=0.2), "0\\.2")):
        with pytest.raises(LoadError, match=f"nothing came for {seconds} seconds, the limit"):
            load(str(fifo), ReadOptions(limits=limits))


def test_the_limits_can_be_raised_as_the_message_says(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The talks went on all night. " * 50)
    small = Limits().raised(megabytes=0.001)
    with pytest.raises(LoadError, match=r"too large: more than 1 kB, .* or raise --max-size"):
        load(str(path), ReadOptions(limits=small))
    assert load(str(path), ReadOptions(limits=small.raised(megabytes=1))).passages


def test_a_hostile_name_is_cleaned_in_the_message(tmp_path: Path) -> None:
    message = load_error(str(tmp_path / "a\x1b]0;x\x07\u202e\n[bold]\udcff.txt"))
    assert message.endswith("/a [bold]\ufffd.txt: no such file; check the path")


def test_two_names_of_one_file_are_the_same_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    link = tmp_path / "b.txt"
    link.symlink_to(path)
    assert same_source(str(path), str(link))
    assert same_source("-", "-")
    assert not same_source(str(path), "-")
    assert not same_source(str(path), str(tmp_path / "none"))


@pytest.mark.slow
@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda t: t.encode("utf-16"))))
@settings(max_examples=300)
def test_any_bytes_make_an_article_or_a_load_error(data: bytes) -> None:
    try:
        check(load_stdin(data))
    except LoadError as error:
        assert "\n" not in str(error)


# fmt: off
PIECES = st.sampled_from([
    "By Jane Doe", "# Head", "Share", "He said so. ", "Feb. 25, 2022", "\n\n", "\n", "“Why?” ", "- ",
    "[a](b)", "---\n", "title: x\n", "> ", "<p>", "| a | b |\n", "Related Topics", "word ",
    "A Bo/AFP via Getty Images", "。",
])
# fmt: on


@pytest.mark.slow
@given(pieces=st.lists(PIECES, max_size=30))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_page_makes_an_article_or_a_load_error(tmp_path: Path, pieces: list[str]) -> None:
    for name in ("page.txt", "page.md"):
        path = tmp_path / name
        path.write_text("".join(pieces), encoding="utf-8")
        try:
            check(load(str(path)))
        except LoadError as error:
            assert name in str(error)


def test_an_article_with_many_controls_is_read_without_them(tmp_path: Path) -> None:
    path = tmp_path / "bells.txt"
    words = "The ferry company said on Monday that it would buy six electric boats for the harbour. " * 5
    path.write_bytes(words.encode() + b"\x07" * 5000)
    article = load(str(path))
    assert "electric boats" in article.text
    assert any("5000 control characters removed" in note.replace(",", "") for note in article.notes)
