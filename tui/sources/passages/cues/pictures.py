"""Cues to credits and captions of pictures, and to copyright lines."""

from __future__ import annotations

import re
from functools import cache

from tui.sources.passages.cues.languages import has_picture_credit, is_foreign_credit, is_foreign_rights

MAX_CREDIT, MAX_COPYRIGHT = 120, 400
"""Longest credit and copyright line, in characters."""
MIN_CAPTION = 20
MAX_CREDITED = 300
"""Longest caption that ends like `Foto: Jane Doe`; a longer text may be a paragraph above a picture."""
MAX_MARKED_WORDS = 60

_AGENCY = (
    r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|EPA|EPA-EFE|EFE|Getty(?: Images)?|Xinhua|Sputnik|TASS"
    r"|Bloomberg|Shutterstock|Alamy|Zuma|ZUMA(?: Press)?|UPI|PA(?: Wire| Images| Media)?|Kyodo"
    r"|Yonhap|DPA|dpa|ANSA|NurPhoto|Anadolu(?: Agency)?|AA|SIPA|Sipa(?: USA)?|Magnum|Redux"
    r"|(?:Kremlin |Reuters )?Pool|POOL|Handout|HANDOUT|iStock(?:photo)?|Unsplash|Flickr|Corbis"
    r"|Wikimedia(?: Commons)?|[Pp]icture [Aa]lliance|Associated Press|Agence France-Presse"
    r"|Maxar(?: Technologies)?|AP Photo|AP Images|PAP|APA|KEYSTONE|Keystone|SDA|EPD|epd|KNA|IMAGO"
    r"|Imago|imago|Adobe Stock"
    r"|ddp|Ritzau|TT|NTB|ANP|Belga"
    r"|Europa Press|Bestimage"
    r"|Agencja Gazeta"
    r"|WireImage|FilmMagic|MediaPunch|Pool Photo|File)"
)
_PERSON = r"[^\W\d_a-z][\w'’.-]{0,24}(?: [^\W\d_a-z][\w'’.-]{0,24}){0,4}"
_CREDITS = (
    # Jane Doe/Agency/AFP via Getty Images
    (
        ("/",),
        rf"(?:{_PERSON}\s*/\s*){{1,3}}{_AGENCY}(?:\s*/\s*{_AGENCY}){{0,3}}(?: via {_AGENCY})?(?: File)?",
    ),
    # via Reuters
    (("via ",), rf"(?:{_PERSON}(?:\s*/\s*{_PERSON})?,? )?via {_AGENCY}"),
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
"""Forms of a credit, each with cues one of which it has and few other texts have: to compile a form takes
up to 6 ms, so only those whose cues a text has are."""
_CREDIT_START = re.compile(r"\s*(?=[(\[])|(?<=[.!?”\"’])\s+")
"""In a caption the credit is in brackets or follows the last sentence."""
_TAIL = 160
"""Last characters of a caption, in which its credit is looked for."""

_MARKED = re.compile(r"(?:(?:image |photo )?caption|file photo)\s*[:,—–-]\s*\S|image caption\b", re.I)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)).{0,120}\b(?:19|20)\d\d\b.{0,200}"
    r"|copyright\W+(?:c\W+|by )?(?:19|20)\d\d\b.{0,200}"
    r"|.{0,160}\ball rights reserved\b.{0,200}",
    re.I,
)


@cache
def _credit(form: str) -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:{form})[)\]]?\.?")


def _is_credit(text: str, start: int = 0) -> bool:
    """Whether the text from `start` on is a credit."""
    for cues, form in _CREDITS:
        for cue in cues:
            if cue in text and _credit(form).fullmatch(text, start):
                return True
    return False


def is_credit(text: str) -> bool:
    """Whether a line is just a picture's credit: `Jane Doe/AFP via Getty Images`, `Photo: AP`."""
    text = text.strip()
    return len(text) <= MAX_CREDIT and (_is_credit(text) or is_foreign_credit(text))


def is_copyright(text: str) -> bool:
    """Whether it is like `© 2022 The Daily. All rights reserved.`"""
    return len(text) <= MAX_COPYRIGHT and (
        bool(_COPYRIGHT.fullmatch(text.strip())) or is_foreign_rights(text)
    )


def caption_words(text: str) -> str:
    """A caption without the credit at its end; empty if the text is not a caption."""
    if len(text) < MIN_CAPTION:
        return ""
    for start in _CREDIT_START.finditer(text, max(0, len(text) - _TAIL)):
        if _is_credit(text, start.end()) or (
            len(text) <= MAX_CREDITED and has_picture_credit(text, start.end())
        ):
            return text[: start.start()].strip()
    return text.strip() if _MARKED.match(text) and len(text.split()) <= MAX_MARKED_WORDS else ""
