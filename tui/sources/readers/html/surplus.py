"""Remove from a page what the extractor takes for article: dialogs to sign in, messages, further articles."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, cast

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.html.boxes import names_of
from tui.sources.readers.html.match import letters_of
from tui.sources.readers.html.prepare import drop

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ELEMENTS = 2_000
"""Fields, messages and articles that are looked at."""
MAX_MESSAGE = 150
"""Characters of a message: `Copied to the clipboard`."""
MIN_FURTHER_WORDS = 40
"""Words of the page's own article from which it is one, and no teaser above others."""
_DIALOG_NAMES = lazy_pattern(r"(?<![a-z])(?:dialog|modal|overlay|popup|offcanvas|lightbox)(?![a-z])", re.I)


def remove_surplus(tree: _Element, title: str) -> None:
    """Remove dialogs that ask for a password, messages to a screen reader, and articles of other titles."""
    fields = [field for field in tree.iter("input") if field.get("type") == "password"]
    for field in fields[:MAX_ELEMENTS]:
        if (dialog := _dialog(field)) is not None:
            _remove(dialog)
    messages = tree.xpath("//*[@role='status' or @role='tooltip'][not(ancestor::main or ancestor::article)]")
    for message in cast("list[_Element]", messages)[:MAX_ELEMENTS]:
        if len(" ".join("".join(islice(message.itertext(), 50)).split())) <= MAX_MESSAGE:
            _remove(message)
    _remove_further(tree, letters_of(title))


def _dialog(field: _Element) -> _Element | None:
    """The outermost dialog around a field, without the page's main part."""
    dialog = None
    for element in field.iterancestors():
        if element.tag in ("html", "body", "main") or next(element.iter("main", "h1"), None) is not None:
            break
        names = names_of(element.tag, element)
        named = element.get("role") in ("dialog", "alertdialog") or _DIALOG_NAMES.search(names)
        if named or element.tag == "dialog":
            dialog = element
    return dialog


def _remove_further(tree: _Element, title: str) -> None:
    """Remove the articles below the one that has the page's title, beside it and with one of its classes.

    Some outlets put their next reports below the one that was asked for. The parts of one report, or the
    entries of a live blog, have no main heading each.
    """
    if not title:
        return
    articles = [
        article
        for article in islice(tree.iter("article"), MAX_ELEMENTS)
        if len(list(islice(article.iter("h1"), 2))) == 1
    ]
    own = next((article for article in articles if _heading(article) == title), None)
    if own is None or len("".join(own.itertext()).split()) < MIN_FURTHER_WORDS:
        return
    for article in articles:
        beside = set(islice(article.iterancestors(), 3)) & set(islice(own.iterancestors(), 3))
        if (
            beside
            and _classes(article) & _classes(own)
            and own not in article.iterancestors()
            and _heading(article) != title
        ):
            _remove(article)


def _classes(article: _Element) -> set[str]:
    return set((article.get("class") or "").split()) or {""}


def _heading(article: _Element) -> str:
    """The letters of its main heading."""
    return letters_of("".join(next(article.iter("h1")).itertext()))


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        drop(parent, element)
