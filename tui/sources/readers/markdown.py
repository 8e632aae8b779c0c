"""Markdown, with or without front matter: readable text without its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Kind
from tui.settings.limits import MARKDOWN_CHARACTERS
from tui.sources.clean import clean_text
from tui.sources.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.front_matter import split_front_matter
from tui.sources.readers.paragraphs import split_paragraphs
from tui.sources.readers.text import clean_source, without_tags

if TYPE_CHECKING:
    from markdown_it.token import Token


_MARK = lazy_pattern(
    r"\[[^\[\]\n]{1,200}\]\((?:https?:|/)[^\s()]*\)|^#{1,6} \S|\*\*[^\s*][^*\n]{0,200}\*\*", re.M
)
"""A link, heading or emphasis of Markdown; nothing that prose has."""
_ATTRIBUTES = lazy_pattern(r"\{:[^{}\n]{1,100}\}")
"""Attributes that some add to a link: `{: target="_blank"}`."""


def read_markdown(source_bytes: SourceBytes) -> Draft:
    """Read the paragraphs, headings, list items and captions of a Markdown text. Raises LoadError."""
    text, notes = clean_source(source_bytes)
    front_matter, body = split_front_matter(text)
    if len(body) > MARKDOWN_CHARACTERS:
        notes = (*notes, "too long for Markdown, read as plain text")
        return replace(front_matter, blocks=tuple(map(DraftParagraph, split_paragraphs(body))), notes=notes)
    blocks = tuple(block for raw in _blocks(_parse(body)) for block in _clean(raw))
    return replace(front_matter, blocks=blocks, notes=notes)


def _parse(text: str) -> Sequence[Token]:
    from markdown_it import MarkdownIt  # 30 ms to import

    return MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(text)


def without_marks(text: str) -> str:
    """The lines of a text without the marks of headings, emphasis, links and pictures.

    For a text that is not known to be Markdown: a line that begins with `1.` or a dash stays as it is, and
    so does a text without such a mark.
    """
    if not _MARK.search(text) or len(text) > MARKDOWN_CHARACTERS:
        return text
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["heading", "emphasis", "link", "image"])
    blocks = _blocks(parser.parse(re.sub(r"\n[ \t]*", "\n\n", text)))
    lines = (block.text for block in blocks if block.text and block.kind is not Kind.CAPTION)
    return _ATTRIBUTES.sub("", "\n".join(lines))


def _blocks(tokens: Sequence[Token]) -> Iterator[DraftParagraph]:
    """The blocks of the token stream in reading order, their text not clean yet."""
    cells: list[str] | None = None
    opened = ""
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield DraftParagraph(" | ".join(filter(None, cells)))
            cells = None
        elif token.type.endswith("_open"):
            opened = token.type
        elif token.type == "inline":
            text, captions = _inline(token.children or [])
            if cells is not None:
                cells.append(text)
            else:
                yield DraftParagraph(text, Kind.HEADLINE if opened == "heading_open" else None)
            yield from (DraftParagraph(caption, Kind.CAPTION) for caption in captions)
        elif token.type in ("fence", "code_block"):
            yield from (DraftParagraph(line) for line in token.content.split("\n"))
        elif token.type == "html_block":
            yield from (DraftParagraph(line) for line in without_tags(token.content).split("\n"))


def _inline(tokens: Sequence[Token]) -> tuple[str, list[str]]:
    """The text of a paragraph, and the captions of its pictures."""
    parts: list[str] = []
    captions: list[str] = []
    for token in tokens:
        if token.type == "image":
            captions.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
        else:  # text, code, raw HTML; opening and closing tokens have no content
            parts.append(token.content)
    text = "".join(parts)
    if any(token.type == "html_inline" for token in tokens):
        text = without_tags(text)
    return text, captions


def _clean(block: DraftParagraph) -> Iterator[DraftParagraph]:
    """The block as clean single lines: resolved character references may have added controls."""
    for line in re.split(r"\n+", clean_text(block.text)[0]):
        if line := " ".join(line.split()):
            yield DraftParagraph(line, block.kind)
