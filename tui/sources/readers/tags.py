"""HTML inside Markdown: the text without its tags."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>|<!--|<[!?][^<>]*>")
_UNSEEN = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "head", "title"})
_BREAK = re.compile(
    "p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|section|article|aside|figure|figcaption|blockquote"
    "|header|footer|nav|pre|details|summary"
)


def without_tags(text: str) -> str:
    """The readable text of an HTML fragment; block elements break the line. Linear time.

    Scripts, styles and comments go with their content; one that never ends takes all that follows,
    as in a browser.
    """
    parts: list[str] = []
    position = 0
    while match := _TAG.search(text, position):
        parts.append(text[position : match.start()])
        position = match.end()
        name = (match[2] or "").lower()
        if match[0] == "<!--":
            end = text.find("-->", position)
            position = end + 3 if end >= 0 else len(text)
        elif name in _UNSEEN and not match[1] and not match[0].endswith("/>"):
            closing = re.compile(rf"</{name}\b[^<>]*>", re.I).search(text, position)
            position = closing.end() if closing else len(text)
        elif _BREAK.fullmatch(name):
            parts.append("\n")
    parts.append(text[position:])
    return html.unescape("".join(parts))
