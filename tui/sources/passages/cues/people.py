"""Cues to the authors: bylines, roles, biographies, contacts, contributions."""

from __future__ import annotations

import re

from tui.sources.lazy_pattern import has_any, lazy_pattern
from tui.sources.passages.cues.time import is_timestamp

MAX_NAME, MAX_BYLINE, MAX_CONTACT, MAX_CONTRIBUTION, MAX_BIOGRAPHY = 60, 160, 200, 300, 500
"""Longest name, byline, contact, contribution and line about an author, in characters."""

_PARTICLE = "(?:de|da|di|la|le|van|von|der|den|bin|al|el|ten|dos|du)(?= )"
_NAME_WORD = rf"(?:[^\W\d_a-z][\w'.-]{{0,24}}|{_PARTICLE})"
"""For texts with straight apostrophes: a class with a character beyond Latin-1 takes thirty times as long to
compile, and this one stands in many patterns."""
_NAME = lazy_pattern(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,4}}")
_NOT_IN_NAMES = frozenset(
    word
    for line in (
        "the a an of to for in on at and or is are was were be with from by about after how why",
        "what who when where this that these those it i we you he she they his her its our your",
        "their no not new",
    )
    for word in line.split()
)
"""Words that occur in headlines and never in names."""

_ROLES = (
    "reporter|writer|correspondent|editor|columnist|journalist|contributor|producer|photographer"
    "|analyst|fellow|author|broadcaster|anchor|critic|blogger|freelancer|bureau chief|staff"
)
_ROLE = lazy_pattern(rf"(?:[\w.,&'/-]+ ){{0,5}}(?:{_ROLES})s?")
_BY = lazy_pattern(
    r"(?:authors?\s?:|(?:written |reported |story |words |analysis |text )?by"
    r"|(?:(?:ein|eine) (?:kommentar|gastbeitrag|essay|analyse|bericht|interview|reportage) )?von"
    r"|(?:publicado |escrito |redacción )?por|par|autor(?:in|es|a)?\s?:|redaktion:|mitarbeit:|redacción:"
    r"|übersetzung:|faktencheck:|übersetzt von|aus dem \w+ (?:übersetzt )?von|texte? de|texto?:"
    r"|tekst:|la información es de|door|av)\s*:?\s+"
)
_AUTHOR = lazy_pattern(
    r"(?:autor(?:[*:_]?in)?(?:nen)?: (?:\S+ ){2,8}(?:ist|war|arbeitet|leitet|lehrt)"
    r"|(?:der|die|unser|unsere) autor(?:in)? (?:ist|war|arbeitet|lebt|schreibt|studiert|lehrt)"
    r"|the (?:author|writer) is (?:a|an|the|chief|professor|director)|el autor es|la autora es"
    r"|l['’]auteure? est|o autor é|a autora é|l['’]autore è)\b"
)
_INSTITUTION = lazy_pattern(r"By (?:[A-Z][A-Z.&'-]*,? ){1,7}[A-Z][A-Z.&'-]+")
"""A byline in capitals: `By PORT AND BORDER OFFICE`."""
_KOREAN = lazy_pattern(r"\w{2,4} (?:기자|특파원)(?: 외 \d{1,2}명)?")
_KOREAN_ROLES = ("기자", "특파원")
_FOREIGN_ROLE = lazy_pattern(
    r"(?:redakteur|korrespondent|reporter|volontär|chefredakteur|ressortleiter|kolumnist)(?:in)?"
    r" (?:in|im|für|bei|der|des) [^.,:;]{2,60}\.?"
)
_FOREIGN_ROLES = (
    "redakteur",
    "korrespondent",
    "reporter",
    "volontär",
    "chefredakteur",
    "ressortleiter",
    "kolumnist",
)
_LONE = lazy_pattern(r"(?:text|autor(?:in)?|redaktion|author|auteur|autore)\s?:")
"""The label of a byline whose name is on the next line."""
_SITE = lazy_pattern(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}")
_BETWEEN = lazy_pattern(r"\s*(?:,|\||•|·|/|;| and | & | with | — | – | - |\()\s*|\s+(?=(?:in|for|of) )", re.I)
_OUTLET = lazy_pattern(
    rf"(?:the )?(?:{_ROLES}|associated press|ap|reuters|afp|bloomberg|wires?|news service|press"
    r"|agency|agencies|special to|updated|published|cnn|bbc|npr|upi|post|times|guardian)\b"
)
_PLACE = lazy_pattern(rf"(?:in|for|of)(?: [Tt]he)?(?: {_NAME_WORD}){{1,4}}")
_BIOGRAPHY = lazy_pattern(
    rf"(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,4}})(?: \([^()]{{1,60}}\))?,? "
    r"(?:is|was|has been|works as|covers|reports|writes|joined)\b(?P<rest>.{0,160})"
)
_TITLES = r"(?:(?:Dr|Prof|Mag|Dipl|Sir|Dame)\b\.?[\w.-]* )*"
_LIFE = lazy_pattern(
    rf"{_TITLES}(?P<name>{_NAME_WORD}(?: {_NAME_WORD}){{1,4}})(?: \([^()]{{1,60}}\))?,? "
    r"(?:ist|war|arbeitet|schreibt|leitet|lebt|studierte?|berichtet|kam|wurde|lehrt|forscht|is|was|has"
    r"|covers|writes"
    r"|works|joined|reports|leads|es|escribe|trabaja|est|écrit|travaille|é|escreve|è|scrive|jest|pisze|geb\."
    r"|born)(?!\w)(?P<rest>.{0,160})"
)
_LIFE_ROLE = lazy_pattern(
    r"\b(?:(?:co-?)?(?:authors?|autor(?:in|a)?|auteure?)|writer|editor|reporter|columnist|correspondent"
    r"|contributor"
    r"|journalist(?:in|a)?|journaliste|periodista|dziennikar\w+|giornalista|jornalista|blogger(?:in)?"
    r"|freelance\w*"
    r"|redakteur(?:in)?|kolumnist(?:in)?|korrespondent(?:in)?|publizist(?:in)?|professor(?:in)?|profesora?"
    r"|professeure?|lecturer|fellow)\b"
)
_ABOUT_AUTHORS = lazy_pattern(
    r"(?:(?:zu[mr]?|über) (?:den|die|der|das)? ?(?:autor(?:[*:_]?innen|in|en)?"
    r"|verfasser(?:in)?"
    r"|person des autors)"
    r"|autor(?:[*:_]innen|:innen)|about the (?:authors?|writers?)|sobre (?:el|la|los|las) autor(?:a|es|as)?"
    r"|à propos (?:de l['’]auteure?|des auteure?s)|sobre [oa]s? autor(?:a|es|as)?|sull['’]autore"
    r"|o autorze)\s?:?"
)
_BIOGRAPHY_ROLE = lazy_pattern(rf"\b(?:{_ROLES})s?\b|^ (?:on|about|for|from)\b")

_ADDRESS = lazy_pattern(
    r"\[[Ee]mail\s*protected\]|[\w.+-]{1,64}@[\w-]{1,64}\.[\w-]{2,24}|(?<!\w)@\w{2,30}"
    r"|\b(?:twitter|facebook|instagram|linkedin)\.com/[\w./-]{3,}"
)
_ADDRESS_CUES = ("@", "protected]", ".com/")
_CONTACT = lazy_pattern(
    r"(?:you can )?(?:contact|reach|e-?mail|write to|follow)\b.{0,60}?(?:\b(?:at|on|via)\b|@)"
    r"|(?:[\w.'’-]+ ){1,4}(?:can be (?:reached|contacted|followed)|tweets) (?:at|on|via|by|as)\b"
)
_FOLLOWED = lazy_pattern(r"[.!?] follow (?:him|her|them|me) (?:on|at)\b")
"""At the end of a life."""
_CONTRIBUTION = lazy_pattern(
    r"\(?(?:(?:additional |with )?(?:reporting|writing|editing|research)"
    r"(?: and (?:writing|editing))? by .{3,200}"
    r"|mit (?:agenturmaterial|material (?:von|der|des) .{2,60}|informationen von .{2,60})"
    r"|(?:with )?(?:files|reporting|material|reports|(?:agency )?inputs?) from .{3,100})\)?\.?"
)
_CONTRIBUTIONS = tuple(
    "additional with reporting writing editing research mit files material reports agency input".split()
)
_REPORTED = lazy_pattern(
    r"(?:[A-Z][\w'-]{1,24}(?: [A-Z][\w'-]{1,24}){0,2} reported from [A-Z][^.!?“\"]{2,60}(?:, |,? and |\."
    r" ?)?){1,3}\.?"
)
"""`Doe reported from Leeds and Roe from York.`"""
_STAFF = lazy_pattern(
    r"(?:(?:übersetzung|(?:schluss|bild)?redaktion|fotos?|audioversion|text|illustration(?:en)?|styling|haare|make-up"
    r"|mitarbeit|video|photos?|words|editing|translation): [^,:.]{3,60}(?:, | ?[/|] ?| und |\. ?|$)){2,}"
)
"""`Übersetzung: Jane Doe, Redaktion: John Roe`"""
_CONTRIBUTED = lazy_pattern(
    r"(?:_+ ?)?(?:[^.!?“\"]{3,120} reported from [^!?“\"]{3,100}\. )?[^.!?“\"]{3,160}\bcontributed"
    r" (?:reporting|research|to this (?:report|article|story))\b"
    r"[^.]{0,60}\.?"
)


def _straight(text: str) -> str:
    """The text with straight apostrophes, character by character."""
    return text.replace("’", "'")


def _lower(text: str) -> str:
    """The text in lower case, character by character: `İ` by itself would become two."""
    return text.replace("İ", "I").lower()


def is_name(text: str) -> bool:
    """Whether a line may be just a person's name: two to five capitalised words."""
    if len(text) > MAX_NAME or not _NAME.fullmatch(_straight(text)) or text[-1] == ".":
        return False
    return not any(word.casefold() in _NOT_IN_NAMES for word in text.split())


def is_role(text: str) -> bool:
    """Whether a line is just an author's role: `Reporter`, `Senior Staff Writer`."""
    return len(text) <= MAX_NAME and bool(_ROLE.fullmatch(_lower(_straight(text).strip())))


def is_byline(text: str) -> bool:
    """Whether it is like `By Jane Doe`, `BY JANE DOE and JOHN ROE, Staff Writers`, `By Jane Doe | AP`."""
    if len(text) > MAX_BYLINE:
        return False
    bare = text.strip()
    if bare.startswith("By ") and _INSTITUTION.fullmatch(_straight(bare)):
        return True
    lower = _lower(text)
    by = _BY.match(lower)
    if not by:
        return bool(
            (bare.endswith(":") and _LONE.fullmatch(lower.strip()))
            or (lower.startswith(_FOREIGN_ROLES) and " " in lower and _FOREIGN_ROLE.fullmatch(lower))
            or (has_any(bare, _KOREAN_ROLES) and _KOREAN.fullmatch(bare))
        ) or _is_name_with_address_and_day(text)
    if text.rstrip()[-1] in '?!:;”"':
        return False
    first, *others = _BETWEEN.split(text[by.end() :].strip(" )"))
    named = is_name(first.rstrip(".")) or bool(_SITE.fullmatch(first))
    return named and all(_follows_name(other) for other in others)


def _is_name_with_address_and_day(text: str) -> bool:
    """Whether it is like `Jane Doe jane@example.org | 22 April 2022`."""
    address = _ADDRESS.search(text) if "|" in text else None
    if not address:
        return False
    rest = f"{text[: address.start()]}{text[address.end() :]}"
    name, _, day = rest.partition("|")
    return is_name(name.strip()) and is_timestamp(day)


def _follows_name(text: str) -> bool:
    if not text or is_name(text) or is_role(text) or is_timestamp(text):
        return True
    return bool(_OUTLET.match(text.lower()) or _PLACE.fullmatch(_straight(text)))


def biography_name(text: str) -> str:
    """The name in a paragraph that begins like "Jane Doe is a reporter ...", else empty."""
    match = _BIOGRAPHY.match(_straight(text))
    return text[: match.end("name")] if match and _BIOGRAPHY_ROLE.search(match["rest"].lower()) else ""


def life_name(text: str) -> tuple[str, bool]:
    """The name in a paragraph such as "Dr. Jane Doe is ...", else empty, and if she writes or teaches."""
    match = _LIFE.match(_straight(text))
    return (
        (text[slice(*match.span("name"))], bool(_LIFE_ROLE.search(match["rest"].lower())))
        if match
        else ("", False)
    )


def announces_authors(text: str) -> bool:
    """Whether it is just `About the author`, above lines on their lives."""
    text = text.strip().lower()
    may = len(text) <= MAX_NAME and ("aut" in text or "verfasser" in text or "writer" in text)
    return may and bool(_ABOUT_AUTHORS.fullmatch(text))


def has_address(text: str) -> bool:
    """Whether the text has a handle or a mail address, even one obfuscated by the page."""
    return has_any(text, _ADDRESS_CUES) and bool(_ADDRESS.search(text))


def is_contact(text: str) -> bool:
    """Whether it is like `Contact Jane at jane@example.org`, `Follow her at @jane`, `The author is ...`"""
    lower = text.lower()
    if ("aut" in lower[:15] or "the writer" in lower[:10]) and _AUTHOR.match(lower):
        return len(text) <= MAX_BIOGRAPHY or lower.startswith("autor")
    if len(text) > MAX_BIOGRAPHY or not has_address(text):
        return False
    return bool(_FOLLOWED.search(lower) or (len(text) <= MAX_CONTACT and _CONTACT.match(lower)))


def is_contribution(text: str) -> bool:
    """Whether it is like `(Reporting by ...)`, `... contributed to this report.`"""
    text = text.strip()
    if len(text) > MAX_CONTRIBUTION:
        return False
    lower = text.lower()
    return bool(
        (lower.lstrip("(").startswith(_CONTRIBUTIONS) and _CONTRIBUTION.fullmatch(lower))
        or (text.count(":") > 1 and _STAFF.fullmatch(lower))
        or ("contributed" in text and _CONTRIBUTED.fullmatch(text))
        or (" reported from " in text and _REPORTED.fullmatch(text))
    )
