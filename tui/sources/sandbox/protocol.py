"""Messages between the sandbox and its parent, each a line of JSON.

JSON and not pickle: what a broken parser could be made to send must stay data. The parent sends a
request, followed by the source's bytes if it has them; the child sends any number of progress
messages, then an article or an error.
"""

from __future__ import annotations

import json
from typing import Any

from msgspec import Struct, convert, to_builtins

from tui.model import Article, Kind, Passage, Span
from tui.settings.read_options import ReadOptions
from tui.sources.errors import LoadError

_STRINGS = ("title", "text", "source", "published", "language", "byline", "address", "retrieved")

Message = dict[str, Any]


class ReadRequest(Struct, frozen=True):
    """One source to read."""

    source: str
    options: ReadOptions = ReadOptions()
    size: int | None = None
    """Number of bytes that follow; None if the child opens the source itself."""


def encode_request(request: ReadRequest) -> bytes:
    """The request as one line."""
    return json.dumps(to_builtins(request)).encode() + b"\n"


def decode_request(line: bytes) -> ReadRequest:
    """The request in a line."""
    return convert(json.loads(line), ReadRequest)


def progress_message(step: str) -> Message:
    """The message for a step that begins."""
    return {"progress": step}


def error_message(error: LoadError) -> Message:
    """The message for a source that cannot be read; its name is left out, the parent knows it."""
    return {"error": {"wrong": error.wrong, "remedy": error.remedy}}


def article_message(article: Article) -> Message:
    """The message for an article. Passages are sent without their text, which is in the article's.

    They are sent as four long lists: a million short ones would keep the garbage collector busy.
    """
    packed: Message = {name: getattr(article, name) for name in _STRINGS}
    packed["notes"] = list(article.notes)
    passages = article.passages
    packed["paragraphs"] = [passage.paragraph for passage in passages]
    packed["starts"] = [passage.span.start for passage in passages]
    packed["ends"] = [passage.span.end for passage in passages]
    packed["kinds"] = [passage.kind.value for passage in passages]
    return {"article": packed}


def unpack_article(packed: Message) -> Article:
    """The article of a message. Raises KeyError, TypeError or ValueError if it is malformed."""
    text = str(packed["text"])
    kinds = {kind.value: kind for kind in Kind}
    passages = []
    columns = zip(*(packed[name] for name in ("paragraphs", "starts", "ends", "kinds")), strict=True)
    for index, (paragraph, start, end, kind) in enumerate(columns):
        span = Span(int(start), int(end))
        passages.append(Passage(index, int(paragraph), span, kinds[kind], text[span.start : span.end]))
    strings = {name: str(packed[name]) for name in _STRINGS}
    return Article(**strings, passages=tuple(passages), notes=tuple(map(str, packed["notes"])))
