"""Prepare a page for the extractor, which takes long requests for consent and no article in an `aside`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from tui.sources.readers.html.boxes import MAX_NAMES, MAX_NAMES_HELD

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ELEMENTS = 100_000
"""Elements that are looked at."""
MAX_ASIDES = 50
MIN_ASIDE_WORDS = 40
"""Words of an aside's paragraphs from which it may be the article of a page that has no other."""
_VENDORS = (
    "onetrust|cookiebot|cybotcookiebot|didomi|usercentrics|uc-banner|quantcast|qc-cmp2?|sp_message|truste"
    "|trustarc|iubenda|osano|complianz|cmplz|borlabs|klaro|tarteaucitron|axeptio|cookieyes|cky|fc-consent"
    "|evidon|termly|cc-window|cookie-law-info|cli-modal|moove_gdpr|hu-cookie|cookiefirst|consentmanager|cmpbox"
    "|_?brlbs|embed-privacy|rcb-content-blocker|uc-embed|cmp-embed"
)
"""Prefixes of the names that well-known consent managers give to their elements."""
_CONSENT = re.compile(
    rf"(?:^|\s)(?:{_VENDORS})|(?:^|[\s_-])(?:cookies?|gdpr|dsgvo|consent|privacy)[_-]?"
    r"(?:banner|bar|box|consent|dialog|hint|info|layer|manager|message|modal|notice|notification|overlay"
    r"|panel|policy-?(?:banner|bar)|popup|preferences|prompt|settings|wall|warning|window|container|wrapper"
    r"|content)?(?:$|[\s_-])",
    re.I,
)
_CONSENT_TEXT = re.compile(r"cookie|consent|einwillig|privacy|datenschutz|données|datos|tracking", re.I)
_DIALOGS = ("dialog", "alertdialog")
_PAGE_PARTS = frozenset({"html", "body", "main", "article", "head"})


def remove_consent(tree: _Element) -> None:
    """Remove the elements that ask for consent, by their names and roles, and what is in them.

    An element around the article is left: it has a `main`, `article` or `h1` in it.
    """
    named = cast(
        "list[_Element]", tree.xpath("descendant-or-self::*[@id or @class or @role or self::dialog]")
    )
    requests = [element for element in named[:MAX_ELEMENTS] if _asks_for_consent(element)]
    for element in requests:
        parent = element.getparent()
        if parent is not None and next(element.iter("main", "article", "h1"), None) is None:
            _drop(parent, element)


def open_asides(tree: _Element) -> bool:
    """Make plain divisions of asides with as much text as an article; returns whether there were some."""
    opened = False
    for element in list(islice(tree.iter("aside"), MAX_ASIDES)):
        if sum(len("".join(p.itertext()).split()) for p in element.iter("p")) >= MIN_ASIDE_WORDS:
            opened = True
            element.tag = "div"
            for name in ("id", "class", "role"):
                element.attrib.pop(name, None)
    return opened


@lru_cache(MAX_NAMES_HELD)
def _names_consent(names: str) -> bool:
    """Whether an `id` and `class` are those of a request for consent; most occur many times."""
    return bool(_CONSENT.search(names))


def _asks_for_consent(element: _Element) -> bool:
    if element.tag in _PAGE_PARTS:
        return False
    attributes = dict(element.items())
    names = f"{attributes.get('id', '')} {attributes.get('class', '')}"[:MAX_NAMES]
    named = len(names) > 2 and _names_consent(names)
    dialog = attributes.get("role") in _DIALOGS or element.tag == "dialog"
    if not named and not dialog:
        return False
    text = "".join(islice(element.itertext(), 200))[:4000]
    return len(_CONSENT_TEXT.findall(text)) > (0 if named else 1)


def _drop(parent: _Element, element: _Element) -> None:
    """Remove the element; the text behind it stays."""
    tail = element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
