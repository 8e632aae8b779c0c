"""Word documents (DOCX): ZIP archives with the text as XML. Standard library only."""

from __future__ import annotations

from tui.model import Kind
from tui.model.wording import plural
from tui.sources.clean import clean_line, clean_text
from tui.sources.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.publication_date import iso_day
from tui.sources.readers.text import controls_note
from tui.sources.readers.zipped_xml import XmlHandler, attribute_of, open_archive

_WORD = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
         "http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
_HEADINGS = ("heading", "title", "überschrift", "titre", "título", "titel")
_HIDDEN_TAGS = ("del", "moveFrom", "instrText", "delText", "Fallback")
_PROPERTIES = "docProps/core.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_SAVE = "open it in a word processor and save its text as a .txt file"


def read_docx(source_bytes: SourceBytes) -> Draft:
    """Read the paragraphs of a Word document, without tracked deletions. Raises LoadError."""
    with open_archive(source_bytes, "DOCX", _SAVE) as archive:
        text = _Text()
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


class _Text(XmlHandler):
    """The paragraphs of `word/document.xml`, and behind them its notes: `[1]` stands for the first."""

    def __init__(self) -> None:
        self._paragraphs: list[tuple[str, Kind | None]] = []
        self._stack: list[tuple[list[str], str]] = []
        self._hidden_depth = 0
        self._in_text = False
        self._in_properties = False
        self._run = 0
        """Parts of the paragraph before the run."""
        self._vanished = False
        self._joined: list[str] = []
        """Parts of paragraphs whose marks were deleted: the next one continues them."""
        self._mark_deleted = False
        self._numbered = 0
        self.notes: dict[tuple[str, str], int] = {}
        """Number of each note that the text refers to, by its kind and identifier."""
        self._note = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name, _WORD)
        if tag in ("footnote", "endnote"):
            number = self.notes.get((tag, attribute_of(attributes, "id")))
            self._note = f"[{number}] " if number else ""
            self._hidden_depth += not number
        if tag in _HIDDEN_TAGS:
            self._mark_deleted |= tag == "del" and self._in_properties
            self._hidden_depth += 1
        elif tag == "p":
            self._stack.append(([self._note] if self._note else [], ""))
            self._note = ""
            self._mark_deleted = False
        elif tag == "r" and self._stack:
            self._run, self._vanished = len(self._stack[-1][0]), False
        elif tag == "vanish" and not self._in_properties:
            self._vanished = attribute_of(attributes, "val") not in ("0", "false")
        elif tag == "numPr":
            self._numbered += 1
        elif tag == "pPr":
            self._in_properties = True
        elif tag in ("footnoteReference", "endnoteReference") and self._stack and not self._hidden_depth:
            key = (tag.removesuffix("Reference"), attribute_of(attributes, "id"))
            self._stack[-1][0].append(f"[{self.notes.setdefault(key, len(self.notes) + 1)}]")
        elif tag == "t":
            self._in_text = True
        elif tag == "pStyle" and self._stack:
            self._stack[-1] = (self._stack[-1][0], attribute_of(attributes, "val").lower())
        elif self._stack and not self._hidden_depth:
            character = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(tag)
            if character:
                self._stack[-1][0].append(character)

    def end(self, name: str) -> None:
        tag = _local(name, _WORD)
        if tag in _HIDDEN_TAGS:
            self._hidden_depth -= 1
        elif tag in ("footnote", "endnote"):
            self._hidden_depth = 0
        elif tag == "t":
            self._in_text = False
        elif tag == "pPr":
            self._in_properties = False
        elif tag == "r" and self._stack and self._vanished:
            del self._stack[-1][0][self._run :]
        elif tag == "p" and self._stack:
            parts, style = self._stack.pop()
            parts, self._joined = [*self._joined, *parts], []
            if self._mark_deleted and not self._stack:
                self._joined, self._mark_deleted = parts, False
                return
            kind = Kind.HEADLINE if style.startswith(_HEADINGS) else None
            kind = Kind.CAPTION if style.startswith("caption") else kind
            self._paragraphs.append(("".join(parts), kind))

    def characters(self, text: str) -> None:
        if self._in_text and self._stack and not self._hidden_depth:
            self._stack[-1][0].append(text)

    def lists_note(self) -> str:
        """A note on the numbers of lists, which Word makes only when it shows them."""
        if not self._numbered:
            return ""
        return f"the numbers or bullets of {plural(self._numbered, 'list item')} are not in the text"

    def blocks(self) -> tuple[tuple[DraftParagraph, ...], int]:
        """The clean paragraphs, and the number of control characters removed."""
        blocks: list[DraftParagraph] = []
        removed = 0
        if self._joined:
            self._paragraphs.append(("".join(self._joined), None))
            self._joined = []
        for paragraph, kind in self._paragraphs:
            text, count = clean_text(paragraph)
            removed += count
            lines = (" ".join(line.split()) for line in text.split("\n"))
            blocks += [DraftParagraph(line, kind) for line in lines if line]
        return tuple(blocks), removed


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


def _local(name: str, spaces: tuple[str, ...]) -> str:
    """The element's local name, empty if it is of another namespace. `Fallback` is the copy of a text
    box for old programs, and has a namespace of its own."""
    space, _, local = name.rpartition(" ")
    return local if space in spaces or local == "Fallback" else ""
