"""Word documents (DOCX): ZIP archives with the text as XML. Standard library only."""

from __future__ import annotations

from tui.sources.clean import clean_line
from tui.sources.draft import Draft, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.publication_date import iso_day
from tui.sources.readers.docx_styles import Numbering, Styles
from tui.sources.readers.docx_text import WordText
from tui.sources.readers.text import controls_note
from tui.sources.readers.zipped_xml import XmlHandler, open_archive

_STYLES, _NUMBERING = "word/styles.xml", "word/numbering.xml"
_PROPERTIES = "docProps/core.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_SAVE = "open it in a word processor and save its text as a .txt file"


def read_docx(source_bytes: SourceBytes) -> Draft:
    """Read the paragraphs of a Word document, without tracked deletions. Raises LoadError."""
    with open_archive(source_bytes, "DOCX", _SAVE) as archive:
        styles, numbering = Styles(), Numbering()
        parts: tuple[tuple[str, XmlHandler], ...] = ((_STYLES, styles), (_NUMBERING, numbering))
        for name, handler in parts:
            if name in archive.names:
                archive.parse(name, handler)
        text = WordText(styles, numbering)
        archive.parse("word/document.xml", text)
        for name in _NOTES:
            if text.notes and name in archive.names:
                archive.parse(name, text)
        properties = _Properties()
        if _PROPERTIES in archive.names:
            archive.parse(_PROPERTIES, properties)
    blocks, removed = text.blocks()
    if not blocks:
        raise LoadError(source_bytes.source, "a DOCX with no text in it", "check the file")
    return Draft(
        blocks=blocks,
        title=clean_line(properties.values.get("title", "")),
        byline=clean_line(properties.values.get("creator", "")),
        created=iso_day(properties.values.get("created", "")[:40]),
        notes=tuple(filter(None, [controls_note(removed), text.lists_note()])),
    )


class _Properties(XmlHandler):
    """Title, creator and day of creation."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self._name = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._name = name.rpartition(" ")[2]

    def end(self, name: str) -> None:
        self._name = ""

    def characters(self, text: str) -> None:
        if self._name in ("title", "creator", "created"):
            self.values[self._name] = (self.values.get(self._name, "") + text)[:1000]
