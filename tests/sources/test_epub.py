"""EPUB books: chapters in their order, properties, and what no reader should trust."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.hostile.documents import STORY, chapter, epub
from tui.model import Article, Kind
from tui.sources.draft import SourceBytes
from tui.sources.load import LoadError
from tui.sources.readers.by_kind import read_article
from tui.sources.readers.kinds import SourceKind, kind_of

FIRST = chapter(f"<h1>{STORY[0]}</h1><p>{STORY[1]}</p>")
SECOND = chapter(f"<p>{STORY[2]}</p><p>{STORY[3]}</p>")
PROPERTIES = (
    "<dc:title>The lake</dc:title><dc:creator>Ida Holm</dc:creator><dc:creator>Bo Lind</dc:creator>"
    "<dc:publisher>The Elmsted Courier</dc:publisher><dc:language>en-GB</dc:language>"
    "<dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:date>2026-03-11</dc:date>"
)


def read(data: bytes) -> Article:
    return read_article(SourceBytes(data, "book.epub"))


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def test_chapters_come_in_reading_order_with_the_headings_of_their_markup() -> None:
    article = read(epub({"z.xhtml": FIRST, "a.xhtml": SECOND}))
    assert paragraphs(article) == list(STORY)
    assert article.passages[0].kind is Kind.HEADLINE


def test_the_properties_of_a_book_are_read() -> None:
    article = read(epub({"a.xhtml": FIRST, "b.xhtml": SECOND}, properties=PROPERTIES))
    assert (article.title, article.byline) == ("The lake", "Ida Holm, Bo Lind")
    assert (article.source, article.language) == ("The Elmsted Courier", "en")
    assert article.published == "2026-03-11", "the year 101 is what a program writes for no date"


def test_names_of_chapters_may_be_encoded_and_lead_through_folders() -> None:
    article = read(epub({"text/../one%20two.xhtml": None}, more=[("OEBPS/one two.xhtml", FIRST)]))
    assert paragraphs(article) == list(STORY[:2])


def test_a_chapter_listed_twice_is_read_once_and_one_that_is_missing_is_announced() -> None:
    assert read(epub({"a.xhtml": FIRST, "gone.xhtml": None})).notes == (
        "maybe incomplete: 1 chapter missing from the EPUB",
    )
    package = (
        "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='a'/></spine></package>"
    )
    assert paragraphs(read(epub({"a.xhtml": FIRST}, package=package))) == list(STORY[:2])


def test_contents_and_captions_are_not_the_text() -> None:
    contents = "<nav><ol><li><a href='b.xhtml'>The quarry lake</a></li><li>About the town</li></ol></nav>"
    picture = "<figure><img alt=''/><figcaption>The dam at Elmsted</figcaption></figure>"
    kinds = {
        p.text: p.kind for p in read(epub({"a.xhtml": chapter(contents + picture), "b": SECOND})).passages
    }
    assert kinds["The quarry lake"] is kinds["About the town"] is Kind.NAVIGATION
    assert kinds["The dam at Elmsted"] is Kind.CAPTION


def test_a_chapter_in_an_old_encoding_is_read_with_a_note() -> None:
    old = chapter("<p>The café at the lake stays open, its owner said.</p>").replace("utf-8", "iso-8859-1")
    article = read(epub({"a.xhtml": old.encode("cp1252")}))
    assert article.text == "The café at the lake stays open, its owner said."
    assert article.notes == ("read as windows-1252",)


def test_encrypted_fonts_do_not_matter_and_encrypted_chapters_do() -> None:
    def locked(name: str) -> tuple[str, str]:
        return "META-INF/encryption.xml", f"<e><CipherReference URI='OEBPS/{name}'/></e>"

    assert read(epub({"a.xhtml": FIRST}, more=[locked("font.otf")])).title == STORY[0]
    with pytest.raises(LoadError, match="an encrypted EPUB"):
        read(epub({"a.xhtml": FIRST}, more=[locked("a.xhtml")]))


def test_a_package_with_a_document_type_is_read() -> None:
    """Books of the old format have one, without entities."""
    doctype = "<!DOCTYPE package PUBLIC '+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN' 'http://x/oeb.dtd'>"
    assert paragraphs(read(epub({"a.xhtml": FIRST}, doctype=doctype))) == list(STORY[:2])


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (epub({}), "an EPUB that lists no chapters"),
        (epub({"a.xhtml": None}), "a damaged EPUB: its chapters are missing"),
        (epub({"a.xhtml": chapter("<img src='page.png'/>")}), "maybe its pages are pictures"),
        (epub({"../../../../etc/passwd": None}), "its chapters are missing"),
        (epub({"a.xhtml": FIRST})[:-40], "a damaged or truncated EPUB"),
        (epub({"a.xhtml": FIRST}, package="<package><manifest>"), "its XML is broken"),
        (epub({"a.xhtml": FIRST}, doctype="<!DOCTYPE p [<!ENTITY a 'b'>]>"), "declares entities"),
    ],
    ids=["no chapters", "chapters missing", "pictures", "path outside", "cut off", "package", "entities"],
)
def test_a_book_without_text_is_refused_in_one_line(data: bytes, wrong: str) -> None:
    with pytest.raises(LoadError, match=wrong) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_a_book_is_recognised_by_its_container_too() -> None:
    """Programs that zip a folder put `mimetype` anywhere."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(epub({"a.xhtml": FIRST}))) as book, zipfile.ZipFile(out, "w") as archive:
        for name in reversed(book.namelist()):
            archive.writestr(name, book.read(name))
    assert kind_of(SourceBytes(out.getvalue(), "a.zip")) is SourceKind.EPUB
