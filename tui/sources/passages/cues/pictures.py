"""Cues to credits and captions of pictures, and to copyright lines."""

from __future__ import annotations

from tui.sources.lazy_pattern import has_any, lazy_pattern
from tui.sources.passages.cues.languages import has_picture_credit, is_foreign_credit, is_foreign_rights

MAX_CREDIT, MAX_COPYRIGHT = 120, 400
"""Longest credit and copyright line, in characters."""
MIN_CAPTION = 20
MAX_CREDITED = 300
"""Longest caption that ends like `Foto: Jane Doe`; a longer text may be a paragraph above a picture."""
MAX_MARKED_WORDS = 60

_AGENCIES = frozenset(
    " ".join(agency.split())
    for agency in """
    AP, A.P., AFP, Reuters, REUTERS, EPA, EPA-EFE, EFE, Getty, Getty Images, Xinhua, Sputnik, TASS,
    Bloomberg, Shutterstock, Alamy, Zuma, ZUMA, ZUMA Press, UPI, PA, PA Wire, PA Images, PA Media, Kyodo,
    Yonhap, DPA, dpa, ANSA, NurPhoto, Anadolu, Anadolu Agency, AA, SIPA, Sipa, Sipa USA, Magnum, Redux,
    Pool, Kremlin Pool, Reuters Pool, POOL, Handout, HANDOUT, iStock, iStockphoto, Unsplash, Flickr, Corbis,
    Wikimedia, Wikimedia Commons, Picture Alliance, Picture alliance, picture Alliance, picture alliance,
    Associated Press, Agence France-Presse, Maxar, Maxar Technologies, AP Photo, AP Images, PAP, APA,
    KEYSTONE, Keystone, SDA, EPD, epd, KNA, IMAGO, Imago, imago, Adobe Stock, ddp, Ritzau, TT, NTB, ANP,
    Belga, Europa Press, Bestimage, Agencja Gazeta, WireImage, FilmMagic, MediaPunch, Pool Photo, File
    """.split(",")
)
_PERSON = r"[^\W\d_a-z][\w'.-]{0,24}(?: [^\W\d_a-z][\w'.-]{0,24}){0,4}"
"""For texts with straight apostrophes."""
_VIA = rf"{_PERSON}(?:\s*/\s*{_PERSON})?,? "
_PEOPLE, _PEOPLE_VIA = lazy_pattern(_PERSON), lazy_pattern(_VIA)
_CREDITS = tuple(
    (cues, lazy_pattern(rf"[(\[]?(?:{form})[)\]]?\.?"))
    for cues, form in (
        # Jane Doe | Getty Images
        (
            ("Getty", "AP Photo", "Shutterstock"),
            rf"(?:{_PERSON}\s*[|—–,-]\s*)?(?:Getty Images|AP Photo|Shutterstock|AFP/Getty(?: Images)?)",
        ),
        # AP Photo/Jane Doe, File
        (
            ("hoto",),
            r"(?:AP|File|Pool|Handout|Reuters|Courtesy) [Pp]hoto"
            rf"(?:\s*/\s*{_PERSON}|:? (?:by|of|courtesy of) {_PERSON})?(?:, [Ff]ile)?",
        ),
        # Photo: Jane Doe; Image credit by Jane Doe
        (
            ("hoto", "PHOTO", "mage", "icture", "redit", "llustration"),
            r"(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture|[Cc]redit|[Ii]llustration)s?(?: [Cc]redit)?"
            rf"(?: by|:| by:| courtesy of|: courtesy of)\s+{_PERSON}(?:\s*[/|,]\s*{_PERSON}){{0,3}}",
        ),
        # iStock/jane
        (
            ("/",),
            r"(?:iStock(?:photo)?|Shutterstock|Adobe ?Stock|Getty Images|Unsplash|Pixabay|Pexels"
            r"|Depositphotos|Imago)\s*/\s*[\w.-]{2,30}(?: [\w.-]{2,30}){0,2}",
        ),
        # Jane Doe/pictures.example
        (("/",), rf"{_PERSON}\s*/\s*(?:www\.)?[a-z\d-]{{2,40}}(?:\.[a-z\d-]{{2,20}}){{1,3}}"),
        (("ourtesy of",), rf"[Cc]ourtesy of {_PERSON}"),
    )
)
"""Forms of a credit, each with cues one of which it has and few other texts have."""
_MAX_PEOPLE, _MAX_AGENCIES = 3, 4
"""Most names and agencies in a credit."""
_SLASH = lazy_pattern(r"\s*/\s*")
_CREDIT_START = lazy_pattern(r"\s*(?=[(\[])|(?<=[.!?”\"’])\s+")
"""In a caption the credit is in brackets or follows the last sentence."""
_TAIL = 160
"""Last characters of a caption, in which its credit is looked for."""

_MARKED = lazy_pattern(r"(?:(?:image |photo )?caption|file photo)\s*[:,—–-]\s*\S|image caption\b")
_MARKS = ("caption", "file photo")
_COPYRIGHT = lazy_pattern(
    r"(?:©|\(c\)).{0,120}\b(?:19|20)\d\d\b.{0,200}"
    r"|copyright\W+(?:c\W+|by )?(?:19|20)\d\d\b.{0,200}"
    r"|.{0,160}\ball rights reserved\b.{0,200}"
)

_COPYRIGHT_CUES = ("©", "(c)", "copyright", "all rights reserved")


def _names_agency(text: str) -> bool:
    """Whether it is like `(Jane Doe/Pool/AFP via Getty Images)` or `Jane Doe, via Reuters`.

    By a set of agencies: a pattern of their names takes 3 ms to compile.
    """
    if "/" not in text and "via " not in text:
        return False
    bare = text[1:] if text[:1] in ("(", "[") else text
    for form in dict.fromkeys((bare, bare.removesuffix("."))):  # `A.P.` ends in a stop
        form = form[:-1] if form[-1:] in (")", "]") else form
        before, via, agency = form.rpartition("via ")
        if via and agency in _AGENCIES and (not before or _PEOPLE_VIA.fullmatch(before)):
            return True
        for names in dict.fromkeys((form, form.removesuffix(" File"))):
            before, via, agency = names.rpartition(" via ")
            if _are_names(before if via and agency in _AGENCIES else names):
                return True
    return False


def _are_names(text: str) -> bool:
    """Whether it is like `Jane Doe/John Roe/Pool/AFP`: names, and then agencies."""
    parts = _SLASH.split(text)
    agencies = next((n for n, part in enumerate(reversed(parts)) if part not in _AGENCIES), len(parts))
    fewest = max(1, len(parts) - min(agencies, _MAX_AGENCIES))
    return any(
        all(_PEOPLE.fullmatch(part) for part in parts[:people])
        for people in range(fewest, min(_MAX_PEOPLE, len(parts) - 1) + 1)
    )


def _is_credit(text: str, start: int = 0) -> bool:
    """Whether the text from `start` on is a credit."""
    text = text[start:].replace("’", "'")
    if _names_agency(text):
        return True
    return any(has_any(text, cues) and form.fullmatch(text) for cues, form in _CREDITS)


def is_credit(text: str) -> bool:
    """Whether a line is just a picture's credit: `Jane Doe/AFP via Getty Images`, `Photo: AP`."""
    text = text.strip()
    return len(text) <= MAX_CREDIT and (_is_credit(text) or is_foreign_credit(text))


def is_copyright(text: str) -> bool:
    """Whether it is like `© 2022 The Daily. All rights reserved.`"""
    if len(text) > MAX_COPYRIGHT:
        return False
    lower = text.strip().lower()
    return bool(has_any(lower, _COPYRIGHT_CUES) and _COPYRIGHT.fullmatch(lower)) or is_foreign_rights(text)


def caption_words(text: str) -> str:
    """A caption without the credit at its end; empty if the text is not a caption."""
    if len(text) < MIN_CAPTION:
        return ""
    for start in _CREDIT_START.finditer(text, max(0, len(text) - _TAIL)):
        if _is_credit(text, start.end()) or (
            len(text) <= MAX_CREDITED and has_picture_credit(text, start.end())
        ):
            return text[: start.start()].strip()
    lower = text.lower()
    marked = has_any(lower, _MARKS) and _MARKED.match(lower)
    return text.strip() if marked and len(text.split()) <= MAX_MARKED_WORDS else ""
