"""Hostile files: web pages, PDF, Word and EPUB documents and e-mails that a parser should fear."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.hostile.conftest import QUICK, load_article, load_error, load_outcome
from tests.hostile.documents import (
    STORY,
    chapter,
    docx,
    eml,
    epub,
    flate_bomb,
    paragraph,
    parts,
    pdf,
    word,
    zip_bomb,
)
from tui.model import Article

pytestmark = pytest.mark.slow

Make = Callable[[Path], bytes]

ARTICLE = f"<article><h1>{STORY[0]}</h1>" + "".join(f"<p>{text}</p>" for text in STORY[1:]) + "</article>"
BODY = "".join(map(paragraph, STORY))
SECRET = "THE-SECRET-OF-THE-FILE"
LAUGHS = "<!ENTITY a0 'LAUGHS'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))


CHAPTER = chapter(ARTICLE)


def mixed(*bodies: tuple[str, str]) -> bytes:
    kind, text = parts("mixed", *bodies)
    return eml(text, content_type=kind)


def nested(depth: int) -> bytes:
    """An e-mail with parts in parts, so many of them."""
    opened = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth)
    )
    return eml(f"--b\r\n{opened}\r\n{STORY[1]}", content_type='multipart/mixed; boundary="b"')


def html(body: str, head: str = "", doctype: str = "<!DOCTYPE html>") -> Make:
    head = f"<meta charset=utf-8><title>x</title>{head}"
    text = f"{doctype}<html lang=en><head>{head}</head><body>{body}</body></html>"
    return lambda folder: text.replace("FOLDER", str(folder)).encode()


def whole(data: bytes) -> Make:
    return lambda folder: data.replace(b"FOLDER", bytes(folder))


# Files with an article in them, by name.
READABLE: dict[str, Make] = {
    "script.html": html("<script>document.write('HARM')</script><style>HARM{}</style>" + ARTICLE),
    "soup.html": html(
        "<<p>>" + "<p>".join(STORY) + "</b></i></div><a href='x\"><!-- open --!> <![CDATA[x]]>"
    ),
    "fragment.html": whole("".join(f"<p>{text}</p>" for text in STORY).encode()),
    "open-comment.html": html(ARTICLE + "<!-- " + "x" * 1000),
    "entity-bomb.html": html(ARTICLE + "<p>&a9;</p>", doctype=f"<!DOCTYPE html [{LAUGHS}]>"),
    "external-entity.html": html(
        ARTICLE + "<p>&x;</p>", doctype="<!DOCTYPE html [<!ENTITY x SYSTEM 'file://FOLDER/secret.txt'>]>"
    ),
    "inner.html": html(ARTICLE + "<p>" + "<b>" * 50_000 + "deep" + "</b>" * 50_000),
    "references.html": html(ARTICLE + "<p>" + "&amp;&lt;&#65;" * 50_000 + "</p>"),
    "less-than.html": html(ARTICLE + "<p>" + "<" * 100_000),
    "long-title.html": html(ARTICLE, "<meta property='og:title' content='" + "T" * 500_000 + "'>"),
    "many-authors.html": html(ARTICLE, "".join(f"<meta name=author content=A{n}>" for n in range(3000))),
    "bad-json.html": html(ARTICLE, "<script type='application/ld+json'>" + "[" * 50_000 + "</script>"),
    "picture.html": html(
        f"<img src='data:image/png;base64,{base64.b64encode(bytes(500_000)).decode()}'>" + ARTICLE
    ),
    "twice.html": html(f"<div>{ARTICLE}</div><div style='display:none'>{ARTICLE}</div>"),
    "control.html": html(
        ARTICLE.replace("Hanne", "Han&#0;&#27;[31mne&#65535;").replace("Han", "Hanne Vogt Han")
    ),
    "windows.html": lambda _: html(ARTICLE)(Path()).decode().encode("cp1252"),
    "utf-16.html": lambda _: html(ARTICLE)(Path()).decode().encode("utf-16"),
    "only-json.html": html(
        "<div id=app></div>",
        "<script type='application/ld+json'>"
        + json.dumps({"@type": "NewsArticle", "headline": STORY[0], "articleBody": "\n\n".join(STORY[1:])})
        + "</script>",
    ),
    "plain.pdf": whole(pdf([STORY])),
    "page-loop.pdf": whole(pdf([STORY], kids="2 0 R")),
    "by-content.txt": whole(pdf([STORY])),
    "actions.pdf": whole(
        pdf([STORY], catalog="/OpenAction<</S/Launch/F(/bin/touch)>>/AA<</WC<</S/JavaScript>>>>")
    ),
    "plain.docx": whole(docx(word(BODY))),
    "many-entries.docx": lambda _: docx(word(BODY), [(f"word/media/{n}.png", b"x") for n in range(3000)]),
    "slip.docx": whole(docx(word(BODY), [("../../pwned.txt", b"x"), ("/tmp/pwned.txt", b"x")])),
    "plain.epub": whole(epub({"a.xhtml": CHAPTER})),
    "slip.epub": lambda folder: epub(
        {"../../../secret.txt": None, f"{folder}/secret.txt": None, "a.xhtml": CHAPTER},
        more=[("../../pwned.txt", "x"), ("/tmp/pwned.txt", "x")],
    ),
    "script.epub": whole(epub({"a.xhtml": CHAPTER.replace("<body>", "<body><script>HARM</script>")})),
    "entity-bomb.epub": whole(
        epub({"a.xhtml": CHAPTER.replace("<html", f"<!DOCTYPE html [{LAUGHS}]><html")})
    ),
    "external-entity.epub": lambda folder: epub(
        {
            "a.xhtml": CHAPTER.replace(
                "<html", f"<!DOCTYPE h [<!ENTITY x SYSTEM '{folder}/secret.txt'>]><html"
            ).replace("</body>", "<p>&x;</p></body>")
        }
    ),
    "plain.eml": whole(eml("\r\n\r\n".join(STORY))),
    "page.eml": whole(eml(ARTICLE, content_type="text/html; charset=utf-8")),
    "many-parts.eml": whole(
        mixed(*[("text/plain; charset=utf-8", "\r\n\r\n".join(STORY))], *[("a/b", "x")] * 5000)
    ),
    "no-end.eml": whole(mixed(("text/plain; charset=utf-8", "\r\n\r\n".join(STORY)))[:-8]),
    "long-header.eml": whole(eml("\r\n\r\n".join(STORY), "X-Long: " + "(" * 1_000_000 + "\r\n")),
    "long-subject.eml": whole(
        eml("\r\n\r\n".join(STORY)).replace(
            b"The quarry", b"=?utf-8?Q?" + b"=41" * 300_000 + b"?= The quarry"
        )
    ),
    "attachment-names.eml": whole(
        mixed(
            ("text/plain; charset=utf-8", "\r\n\r\n".join(STORY)),
            ('application/pdf; name="../../pwned.txt"', "x"),
            ('application/x-sh; name="\x1b]0;HARM\x07"', "HARM"),
        )
    ),
    "text-called.docx": whole("\n\n".join(STORY).encode()),
}

# Files without one, by name, with words that must be in the message.
REFUSED: dict[str, tuple[Make, str]] = {
    "menu.html": (
        html("<nav>" + "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(40)) + "</nav>"),
        "no article",
    ),
    "empty-body.html": (html(""), "no article text"),
    "binary.html": (whole(bytes(range(256)) * 100), "binary data"),
    "locked.pdf": (
        whole(
            pdf([STORY]).replace(
                b"/Info",
                b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<"
                + b"00" * 32
                + b">/U<"
                + b"00" * 32
                + b">>>/ID[<00><00>]/Info",
            )
        ),
        "needs a password",
    ),
    "cut.pdf": (whole(pdf([STORY])[:600]), "damaged or truncated PDF"),
    "scan.pdf": (whole(pdf([[]], content=b"q 400 0 0 500 72 100 cm /Im1 Do Q")), "no text: scanned pages"),
    "no-pages.pdf": (whole(pdf([])), "a PDF without pages"),
    "bomb.pdf": (lambda _: flate_bomb(), "more than 32 MB, the limit for a decompressed page of a PDF"),
    "cut.docx": (whole(docx(word(BODY))[:-60]), "damaged or truncated DOCX"),
    "no-document.docx": (whole(docx(None)), "without a document"),
    "bad-xml.docx": (whole(docx(word(BODY)[:-100])), "its XML is broken"),
    "no-text.docx": (whole(docx(word(""))), "no text in it"),
    "deep.docx": (
        whole(docx(word("<w:sdt>" * 5000 + BODY + "</w:sdt>" * 5000))),
        "nested more than 2000 deep",
    ),
    "entities.docx": (
        whole(docx(word(BODY + paragraph("&a9;"), f"<!DOCTYPE d [{LAUGHS}]>"))),
        "declares entities",
    ),
    "external.docx": (
        lambda folder: docx(
            word(BODY + paragraph("&x;"), f"<!DOCTYPE d [<!ENTITY x SYSTEM 'file://{folder}/secret.txt'>]>")
        ),
        "declares entities",
    ),
    "bomb.docx": (lambda _: zip_bomb(300), "more than 32 MB, the limit for a decompressed document"),
    "cut.epub": (whole(epub({"a.xhtml": CHAPTER})[:-60]), "damaged or truncated EPUB"),
    "no-package.epub": (whole(epub({"a.xhtml": CHAPTER}).replace(b"book.opf", b"look.opf")), "EPUB"),
    "bad-package.epub": (whole(epub({"a.xhtml": CHAPTER}, package="<package>")), "its XML is broken"),
    "entities.epub": (
        whole(epub({"a.xhtml": CHAPTER}, doctype=f"<!DOCTYPE p [{LAUGHS}]>")),
        "declares entities",
    ),
    "deep.epub": (
        whole(epub({"a.xhtml": CHAPTER}, package="<package>" * 5000 + "</package>" * 5000)),
        "nested more than 2000 deep",
    ),
    "bomb.epub": (
        lambda _: epub({f"{n}.xhtml": chapter("<p> </p>" * 1_000_000) for n in range(6)}),
        "more than 32 MB, the limit for a decompressed document",
    ),
    "deep.eml": (whole(nested(5000)), "nests too deeply"),
    "no-text.eml": (
        whole(mixed(("application/pdf; name=a.pdf", "x"))),
        "no text in it (1 attachment not read",
    ),
    "empty.eml": (whole(eml("")), "no text"),
    "binary.eml": (
        whole(eml("A" * 4 + "//8=" * 3000, "Content-Transfer-Encoding: base64\r\n", "text/plain")),
        "; ",
    ),
    "old.docx": (whole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)), "old Word"),
    "feed.xml": (whole(b"<?xml version='1.0'?><feed/>"), "a feed"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "secret.txt").write_text(SECRET)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", READABLE)
def test_odd_files_with_an_article_are_read(folder: Path, name: str) -> None:
    (folder / name).write_bytes(READABLE[name](folder))
    before = sorted(folder.rglob("*"))
    article = load_article(str(folder / name))
    text = " ".join(passage.text for passage in article.body)
    assert "a crack in the dam" in text and "by the end of July." in text and "Hanne Vogt" in text
    assert text.count("by the end of July.") == 1
    assert not any(words in article.text for words in (SECRET, "LAUGHSLAUGHS", "HARM", "endobj", "AAAAAAAA"))
    assert sorted(folder.rglob("*")) == before, "nothing is written beside it"


@pytest.mark.parametrize("name", REFUSED)
def test_files_without_an_article_are_refused_with_a_reason(folder: Path, name: str) -> None:
    make, words = REFUSED[name]
    (folder / name).write_bytes(make(folder))
    message = load_error(str(folder / name))
    assert words in message
    assert SECRET not in message


def test_a_parser_that_cannot_be_interrupted_is_killed(folder: Path) -> None:
    attributes = " ".join(f"a{n}=1" for n in range(100_000))
    (folder / "x.html").write_bytes(html(f"<div {attributes}>{ARTICLE}</div>")(folder))
    message = load_error(str(folder / "x.html"), QUICK.raised(seconds=1))
    assert (
        "took too long: more than 1 seconds (reading); try again, or give it more time with --max-time"
        in message
    )


@pytest.mark.parametrize("megabytes", [64, 70, 78, 84, 90])
def test_what_needs_more_memory_than_the_limit_is_refused(folder: Path, megabytes: int) -> None:
    """Where memory runs out differs with the limit: imports, parser, XPath, extraction."""
    (folder / "x.html").write_bytes(html(ARTICLE * 4000)(folder))
    message = load_error(str(folder / "x.html"), replace(QUICK, memory_bytes=megabytes << 20))
    assert f"needs more than {megabytes} MB of memory; " in message and "raise --max-size" in message


def test_a_memory_error_that_the_extractor_swallows_is_raised() -> None:
    import tui.sources.readers.html.extract  # noqa: F401

    with pytest.raises(MemoryError):
        logging.getLogger("trafilatura.utils").error("lxml parsing failed: %s", MemoryError())
    logging.getLogger("trafilatura.utils").error("lxml parsing failed: %s", ValueError("no tree"))


def test_a_page_nested_deeper_than_the_parser_reads_has_a_note(folder: Path) -> None:
    (folder / "x.html").write_bytes(html(ARTICLE + "<div>" * 400 + "<p>lost</p>" + "</div>" * 400)(folder))
    assert load_article(str(folder / "x.html")).notes == (
        "maybe incomplete: the page nests more than 250 elements",
    )


def test_a_page_of_nothing_but_nesting_is_read_or_refused(folder: Path) -> None:
    (folder / "x.html").write_bytes(html("<div>" * 60_000 + ARTICLE)(folder))
    assert isinstance(load_outcome(str(folder / "x.html")), Article | str)
