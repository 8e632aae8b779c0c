"""EPUB books: the chapters in reading order. ZIP archives with XHTML in them, read by the standard library
and lxml.

Names in the book are looked up among the parts of the archive only, never on the disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urldefrag

from msgspec import Struct
from msgspec.structs import replace

from tui.model.wording import plural
from tui.settings.limits import SIZE_OPTION, size_limit_message
from tui.sources.clean import clean_line
from tui.sources.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.publication_date import iso_day
from tui.sources.readers.html.source import page_text
from tui.sources.readers.html.whole_page import whole_page
from tui.sources.readers.zipped_xml import Archive, XmlHandler, attribute_of, open_archive

MAX_CHAPTERS = 2000
MAX_CREATORS = 5

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_DATES = ("date", "publication", "original-publication", "issued")
_SAVE = "save its text as a .txt file, for example with `ebook-convert`"


def read_epub(source_bytes: SourceBytes) -> Draft:
    """Read the chapters of a book, or of news made into one. Raises LoadError."""
    source = source_bytes.source
    with open_archive(source_bytes, "EPUB", _SAVE) as archive:
        book = _read_package(archive)
        chapters = list(dict.fromkeys(book.chapters()))[:MAX_CHAPTERS]
        if not chapters:
            raise LoadError(source, "an EPUB that lists no chapters", _SAVE)
        present = [name for name in chapters if name in archive.names]
        if set(present) & _encrypted(archive):
            raise LoadError(
                source, "an encrypted EPUB (with copy protection)", "get it without, or paste its text"
            )
        pages = [archive.read(name) for name in present]
    blocks, notes = _blocks(pages, source_bytes)
    if not any(block.kind is None for block in blocks):
        wrong = (
            "an EPUB with no text in it: maybe its pages are pictures"
            if present
            else "a damaged EPUB: its chapters are missing"
        )
        raise LoadError(source, wrong, "check the file")
    if missing := len(chapters) - len(present):
        notes = (f"maybe incomplete: {plural(missing, 'chapter')} missing from the EPUB", *notes)
    return Draft(
        blocks=tuple(blocks),
        title=clean_line(book.first("title")),
        published=next(filter(None, map(_day, book.values.get("date", []))), ""),
        source=clean_line(book.first("publisher")),
        language=book.first("language")[:2].lower(),
        byline=clean_line(", ".join(book.values.get("creator", [])[:MAX_CREATORS])),
        notes=notes,
    )


def _read_package(archive: Archive) -> _Package:
    """The book's list of chapters. Raises KeyError if there is none."""
    container = _Container()
    archive.parse(_CONTAINER, container)
    package = _Package(posixpath.dirname(container.package))
    archive.parse(container.package, package)
    return package


def _encrypted(archive: Archive) -> set[str]:
    """Names of the encrypted parts. Fonts often are, in books that anybody may read."""
    if _ENCRYPTION not in archive.names:
        return set()
    encryption = _Encryption()
    archive.parse(_ENCRYPTION, encryption)
    return encryption.names


def _blocks(
    pages: Sequence[bytes], source_bytes: SourceBytes
) -> tuple[list[DraftParagraph], tuple[str, ...]]:
    """The paragraphs of the chapters, and notes for the user, each once."""
    blocks: list[DraftParagraph] = []
    notes: list[str] = []
    size = 0
    for data in pages:
        page = replace(source_bytes, data=data, media_type="", charset="")
        text, page_notes = page_text(page)
        notes += page_notes
        size += len(text)
        if size > source_bytes.limits.text_bytes:
            wrong = size_limit_message(source_bytes.limits.text_bytes, "a text")
            raise LoadError(source_bytes.source, wrong, f"{_SAVE}, or raise {SIZE_OPTION}")
        blocks += whole_page(text, source_bytes.source)
    return blocks, tuple(dict.fromkeys(notes))


def _day(text: str) -> str:
    """The day of a date in the book; empty for the year 101, which some programs write for none."""
    day = iso_day(text[:40])
    return day if day >= "1000" else ""


class _Container(XmlHandler):
    """The name of the package document, which says what the archive contains."""

    def __init__(self) -> None:
        self.package = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == "rootfile" and not self.package:
            self.package = _part(attribute_of(attributes, "full-path"))


class _Item(Struct, frozen=True):
    name: str
    media_type: str


class _Package(XmlHandler):
    """Properties, parts and reading order of a book."""

    def __init__(self, folder: str) -> None:
        self.values: dict[str, list[str]] = {}
        self._folder = folder
        self._items: dict[str, _Item] = {}
        self._order: list[str] = []
        self._name = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._name = ""
        if tag == "item":
            part = _part(attribute_of(attributes, "href"), self._folder)
            self._items[attribute_of(attributes, "id")] = _Item(part, attribute_of(attributes, "media-type"))
        elif tag == "itemref":
            self._order.append(attribute_of(attributes, "idref"))
        elif tag in ("title", "creator", "publisher", "language") or (
            tag == "date" and (attribute_of(attributes, "event") or "date") in _DATES
        ):
            self._name = tag
            self.values.setdefault(tag, []).append("")

    def end(self, name: str) -> None:
        self._name = ""

    def characters(self, text: str) -> None:
        if self._name:
            values = self.values[self._name]
            values[-1] = (values[-1] + text)[:1000]

    def first(self, name: str) -> str:
        """The first value of a property, empty if there is none."""
        return next((value.strip() for value in self.values.get(name, []) if value.strip()), "")

    def chapters(self) -> Iterator[str]:
        """Names of the parts with text, in reading order."""
        for identifier in self._order:
            item = self._items.get(identifier)
            if item is not None and item.media_type.lower() in _PAGES:
                yield item.name


class _Encryption(XmlHandler):
    """Names of the parts that are encrypted."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == "CipherReference":
            self.names.add(_part(attribute_of(attributes, "URI")))


def _part(address: str, folder: str = "") -> str:
    """The name of the part at a relative address, as the archive has it."""
    return posixpath.normpath(posixpath.join(folder, unquote(urldefrag(address).url))).lstrip("/")
