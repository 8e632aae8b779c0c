"""Prepare a page for the extractor, which takes long requests for consent and no article in an `aside`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.html.boxes import MAX_NAMES_HELD, PAGE_PARTS, names_of

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
    "|_?brlbs|embed-privacy|rcb-content-blocker|uc-embed|cmp-(?:embed|root|layer|modal|banner|overlay|wall|popup)"
    "|message-component|lgcookieslaw|ccm-(?:root|widget|modal)|pubtech-cmp|appconsent|snigel-cmp|sn-b-|ketch-"
)
"""Prefixes of the names that well-known consent managers give to their elements."""
_CONSENT = lazy_pattern(
    rf"(?:^|\s)(?:{_VENDORS})|(?:^|[\s_-])(?:cookies?|gdpr|dsgvo|rodo|lgpd|ccpa|consent|privacy)[_-]?"
    r"(?:banner|bar|box|consent|dialog|hint|info|layer|manager|message|modal|notice|notification|overlay"
    r"|panel|policy-?(?:banner|bar)|popup|preferences|prompt|settings|wall|warning|window|container|wrapper"
    r"|content)?(?:$|[\s_-])"
)
_CONSENT_TEXT = lazy_pattern(
    r"cookie|consen[st]|einwillig|privacy|privacidad|datenschutz|données|datos|dados|tracking|toestemming|zgod[aęyz]"
    r"|ciastecz|prywatnoś|samtyck|согласи|куки|プライバシー|クッキー|隐私",
    re.I,
)
_AGREE = lazy_pattern(
    r"\W*(?:i |yes,? i |ich |alle |alle cookies |tout |tous )?(?:accept|agree|allow|zustimm|stimme zu"
    r"|akzeptier"
    r"|einverstanden|j['’]accepte|aceptar|acepto|aceito|aceitar|accett|akkoord|akcept|zgadzam|принять|согла"
    r"|同意)\w*(?: (?:all|everything|and (?:close|continue)|cookies?|alle|und (?:weiter|schließen)|tout"
    r"|et (?:fermer|continuer)|y (?:cerrar|continuar)|todo|todas|tutti|wszystk\w+)){0,2}\W*",
    re.I,
)
"""The button of a request for consent."""
MIN_CONSENT_WORDS, MAX_PER_CONSENT_WORD = 3, 250
"""Words such as "cookie" in an element with such a button, and characters a word of it, to be a request."""
MAX_BUTTONS, MAX_AGREE, MAX_AROUND = 500, 5, 12
"""Buttons that are looked at, those to agree, and elements around each of these."""
_DIALOGS = ("dialog", "alertdialog")
_DIVISIONS = frozenset({"div", "section", "footer", "header", "aside"})


def remove_consent(tree: _Element) -> None:
    """Remove the elements that ask for consent, by their names and roles or a button, and what is in them.

    An element around the article is left: it has a `main`, `article` or `h1` in it.
    """
    named = cast(
        "list[_Element]",
        tree.xpath("descendant-or-self::*[@id or @class or @role or self::dialog or self::template]"),
    )
    requests = [element for element in named[:MAX_ELEMENTS] if _asks_for_consent(element)]
    for element in requests:
        parent = element.getparent()
        if parent is not None and next(element.iter("main", "article", "h1"), None) is None:
            drop(parent, element)
    buttons = list(islice(tree.iter("button"), MAX_BUTTONS))
    for button in islice(filter(_agrees, buttons), MAX_AGREE):
        if (request := _around(button)) is not None:
            drop(cast("_Element", request.getparent()), request)


def open_asides(tree: _Element) -> bool:
    """Make plain divisions of asides with as much text as an article; returns whether there were some.

    So of footers and elements with any names, such as `comments-enabled`, if the page's `h1` is in them.
    """
    opened = False
    around = (
        element for h1 in tree.iter("h1") for element in h1.iterancestors() if element.tag in _DIVISIONS
    )
    for element in [*islice(tree.iter("aside"), MAX_ASIDES), *islice(around, MAX_ASIDES)]:
        if sum(len("".join(p.itertext()).split()) for p in element.iter("p")) >= MIN_ASIDE_WORDS:
            opened = True
            element.tag = "div"
            for name in ("id", "class", "role"):
                element.attrib.pop(name, None)
    return opened


@lru_cache(MAX_NAMES_HELD)
def _names_consent(names: str) -> bool:
    """Whether an `id` and `class` are those of a request for consent; most occur many times."""
    return bool(_CONSENT.search(names.lower()))


def _asks_for_consent(element: _Element) -> bool:
    if element.tag in PAGE_PARTS:
        return False
    named = _names_consent(names_of(element.tag, element))
    if not named and element.get("role") not in _DIALOGS and element.tag not in ("dialog", "template"):
        return False
    text = "".join(islice(element.itertext(), 200))[:4000]
    return len(_CONSENT_TEXT.findall(text)) > (0 if named else 1)


def _agrees(button: _Element) -> bool:
    return bool(_AGREE.fullmatch("".join(islice(button.itertext(), 5))[:60].strip()))


def _around(button: _Element) -> _Element | None:
    """The smallest element around a button to agree that asks for consent, if there is one."""
    for element in islice(button.iterancestors(), MAX_AROUND):
        if (
            element.tag in PAGE_PARTS
            or element.getparent() is None
            or next(element.iter("main", "article", "h1"), None) is not None
        ):
            return None
        text = "".join(islice(element.itertext(), 2000))[:20_000]
        words = len(_CONSENT_TEXT.findall(text))
        if words >= MIN_CONSENT_WORDS:
            return element if len(text) <= words * MAX_PER_CONSENT_WORD else None
    return None


def drop(parent: _Element, element: _Element) -> None:
    """Remove the element; the text behind it stays."""
    tail = element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
