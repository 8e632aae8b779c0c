"""Articles and refusals as JSON, on their way from the process that read them.

JSON and not pickle: what a broken parser could be made to send must stay data.
"""

from __future__ import annotations

from typing import Any

from tui.model import Article, Kind, Passage, Span
from tui.sources.errors import LoadError

_PLAIN = ("title", "text", "source", "published", "language", "byline", "address", "retrieved")


def pack(article: Article) -> dict[str, Any]:
    """The article as plain data."""
    packed: dict[str, Any] = {name: getattr(article, name) for name in _PLAIN}
    packed["notes"] = list(article.notes)
    packed["passages"] = [[p.paragraph, p.span.start, p.span.end, p.kind.value] for p in article.passages]
    return packed


def unpack(packed: dict[str, Any]) -> Article:
    """The article again. Raises KeyError, TypeError or ValueError for what `pack` never made."""
    text = str(packed["text"])
    passages = []
    for index, (paragraph, start, end, kind) in enumerate(packed["passages"]):
        span = Span(int(start), int(end))
        passages.append(Passage(index, int(paragraph), span, Kind(kind), span.cut(text)))
    plain = {name: str(packed[name]) for name in _PLAIN}
    return Article(**plain, passages=tuple(passages), notes=tuple(map(str, packed["notes"])))


def pack_refusal(error: LoadError) -> dict[str, str]:
    """What was wrong and what to do, without the source's name: the parent knows it."""
    return {"wrong": error.wrong, "remedy": error.remedy}
