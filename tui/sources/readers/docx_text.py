"""The paragraphs of a Word document."""

from __future__ import annotations

from msgspec import Struct, field

from tui.model import Kind
from tui.model.wording import plural
from tui.sources.clean import clean_text
from tui.sources.draft import DraftParagraph
from tui.sources.readers.docx_styles import Numbered, Numbering, Styles, is_on, local_name
from tui.sources.readers.zipped_xml import XmlHandler, attribute_of

_HEADINGS = ("heading", "title", "überschrift", "titre", "título", "titel")
_HIDDEN_TAGS = ("del", "moveFrom", "instrText", "delText", "Fallback")
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class _Paragraph(Struct):
    """A paragraph that is being read."""

    parts: list[str] = field(default_factory=list)
    style: str = ""
    numbered: Numbered = field(default_factory=Numbered)
    mark_deleted: bool = False
    """Whether the end of the paragraph was deleted: the next one continues it."""
    in_properties: bool = False
    run: int = 0
    """Parts before the run that is being read."""
    run_hidden: bool | None = None
    run_style: str = ""


class WordText(XmlHandler):
    """The paragraphs of `word/document.xml`, and behind them its notes: `[1]` stands for the first."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.notes: dict[tuple[str, str], int] = {}
        """Number of each note that the text refers to, by its kind and identifier."""
        self._styles = styles
        self._numbering = numbering
        self._paragraphs: list[tuple[str, Kind | None]] = []
        self._stack: list[_Paragraph] = []
        self._hidden_depth = 0
        self._in_text = False
        self._joined: list[str] = []
        """Parts of paragraphs whose marks were deleted."""
        self._unnumbered = 0
        self._note = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag in ("footnote", "endnote"):
            number = self.notes.get((tag, attribute_of(attributes, "id")))
            self._note = f"[{number}] " if number else ""
            self._hidden_depth += not number
        elif tag in _HIDDEN_TAGS:
            if self._stack and self._stack[-1].in_properties and tag in ("del", "moveFrom"):
                self._stack[-1].mark_deleted = True
            self._hidden_depth += 1
        elif tag == "p":
            self._stack.append(_Paragraph([self._note] if self._note else []))
            self._note = ""
        elif tag == "t":
            self._in_text = True
        elif self._stack:
            self._begin_inside(self._stack[-1], tag, attributes)

    def _begin_inside(self, paragraph: _Paragraph, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element inside a paragraph."""
        if tag == "pPr":
            paragraph.in_properties = True
        elif paragraph.in_properties:
            if tag == "pStyle":
                paragraph.style = attribute_of(attributes, "val")
            paragraph.numbered.set(tag, attribute_of(attributes, "val"))
        elif tag == "r":
            paragraph.run, paragraph.run_hidden, paragraph.run_style = len(paragraph.parts), None, ""
        elif tag == "rStyle":
            paragraph.run_style = attribute_of(attributes, "val")
        elif tag == "vanish":
            paragraph.run_hidden = is_on(attributes)
        elif self._hidden_depth:
            return
        elif tag in ("footnoteReference", "endnoteReference"):
            key = (tag.removesuffix("Reference"), attribute_of(attributes, "id"))
            paragraph.parts.append(f"[{self.notes.setdefault(key, len(self.notes) + 1)}]")
        elif tag in _CHARACTERS:
            paragraph.parts.append(_CHARACTERS[tag])

    def end(self, name: str) -> None:
        tag = _local(name)
        if tag in _HIDDEN_TAGS:
            self._hidden_depth -= 1
        elif tag in ("footnote", "endnote"):
            self._hidden_depth = 0
        elif tag == "t":
            self._in_text = False
        elif not self._stack:
            return
        elif tag == "pPr":
            self._stack[-1].in_properties = False
        elif tag == "r":
            self._end_run(self._stack[-1])
        elif tag == "p":
            self._end_paragraph(self._stack.pop())

    def _end_run(self, paragraph: _Paragraph) -> None:
        hidden = paragraph.run_hidden
        if hidden is None and paragraph.run_style:
            hidden = self._styles.is_hidden(paragraph.run_style)
        if hidden is None:
            hidden = self._styles.is_hidden(paragraph.style)
        if hidden:
            del paragraph.parts[paragraph.run :]

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        parts, self._joined = [*self._joined, *paragraph.parts], []
        if paragraph.mark_deleted and not self._stack:
            self._joined = parts
            return
        text = "".join(parts)
        style = paragraph.style.lower()
        kind = Kind.HEADLINE if style.startswith(_HEADINGS) else None
        kind = Kind.CAPTION if style.startswith("caption") else kind
        if label := self._label(paragraph) if text.strip() else "":
            text = f"{label} {text}"
        self._paragraphs.append((text, kind))

    def _label(self, paragraph: _Paragraph) -> str:
        """The number of a list item, which Word makes only when it shows it; empty for other paragraphs."""
        numbered = paragraph.numbered
        if not numbered.list_id:
            by_style = self._styles.numbering(paragraph.style)
            numbered = Numbered(by_style.list_id, numbered.level or by_style.level)
        if numbered.list_id in ("", "0"):
            return ""
        if not self._numbering.is_known(numbered.list_id):
            self._unnumbered += 1
            return ""
        return self._numbering.next_label(numbered)

    def characters(self, text: str) -> None:
        if self._in_text and self._stack and not self._hidden_depth:
            self._stack[-1].parts.append(text)

    def lists_note(self) -> str:
        """A note on numbers that are lost since the document does not say how its lists are numbered."""
        if not self._unnumbered:
            return ""
        return f"the numbers or bullets of {plural(self._unnumbered, 'list item')} are not in the text"

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


def _local(name: str) -> str:
    """The element's local name, empty if it is none of Word's. `Fallback` is the copy of a text box for old
    programs, and has a namespace of its own."""
    return "Fallback" if name.endswith(" Fallback") else local_name(name)
