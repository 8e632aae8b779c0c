"""The wrapping of a message that was sent on: a few words, a header as text, quotation marks, a signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Kind
from tui.sources.clean import clean_line
from tui.sources.draft import Draft, DraftParagraph
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.publication_date import iso_day

# Names of fields in the mail programs' languages: English, German, French, Spanish, Italian, Portuguese,
# Dutch, Polish, Swedish, Danish and Norwegian, Russian, Ukrainian.
_FIELDS = {
    "from": "from|von|de|da|van|od|från|fra|от|від",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|ämne|emne|тема",
    "date": "date|sent|datum|gesendet|fecha|enviado(?: el)?|envoyé|data|inviato|enviada|verzonden|wysłano"
    "|skickat|sendt|dato|дата|отправлено",
    "to": "to|an|à|para|a|aan|do|till|til|кому|cc|kopie|reply-to",
}
_NAMED = "|".join(f"(?P<{field}>{names})" for field, names in _FIELDS.items())
_FIELD = lazy_pattern(rf"[*_]{{0,2}}(?:{_NAMED})[*_]{{0,2}}\s?:[*_]{{0,2}}(?:\s+(?P<value>.*))?$", re.I)
MIN_FIELDS = 3
"""Fields in a row from which they are the header of a message."""
MAX_FIELDS = 12
MAX_SEARCHED = 200
"""First paragraphs among which the header is looked for."""
_FORWARD_PREFIX = lazy_pattern(r"(?:\s*(?:fwd?|wg|tr|rv|i|enc|doorst|vb|vs|пересл)\s*:)+\s*", re.I)
_QUOTED = lazy_pattern(r"(?:> ?)+")
_MIN_QUOTED = 0.6
"""Share of the paragraphs that begin with `>` from which the whole message is quoted."""
_SIGNATURE = lazy_pattern(r"(?:--|__+|—)\s*$")
_MAX_SIGNATURE = 12
"""Paragraphs below the dashes up to which they are a signature."""
_SUBSCRIPTION = lazy_pattern(
    r"\bunsubscribe\b|view (?:this|it|the) (?:e-?mail |message |newsletter )?in (?:your|a) browser"
    r"|you(?:['’]re| are) receiving (?:this|these)|you received this (?:e-?mail|message|newsletter)"
    r"|(?:update|manage|change) (?:your )?(?:e-?mail |subscription )?preferences|was sent to \S+@"
    r"|forwarded this (?:e-?mail|message|newsletter)\?|\babbestellen\b|\babmelden\b|im browser (?:an|öffnen)"
    r"|se désabonner|désinscri|darse de baja|annulla l.iscrizione|отписаться",
    re.I,
)
_MAX_SUBSCRIPTION = 60
"""Words of a paragraph up to which it may be about the subscription."""


class _Header(Struct, frozen=True):
    """The header of a message that was sent on, as text."""

    end: int
    """Number of the first paragraph below it."""
    values: dict[str, str]


def without_wrapping(draft: Draft) -> Draft:
    """The draft of an e-mail with all labelled as navigation that is not the message itself.

    Title, day and sender are those of the message that was sent on, if it is one.
    """
    blocks = list(draft.blocks)
    header = _find_header(blocks)
    if header is not None:
        before = [DraftParagraph(block.text, Kind.NAVIGATION) for block in blocks[: header.end]]
        blocks = before + _unquoted(blocks[header.end :])
        draft = replace(
            draft,
            title=header.values.get("subject") or draft.title,
            published=iso_day(header.values.get("date", "")) or draft.published,
            source=_name(header.values.get("from", "")) or draft.source,
        )
    draft = replace(draft, title=clean_line(_FORWARD_PREFIX.sub("", draft.title, count=1)))
    return replace(draft, blocks=tuple(_labelled(_without_signature(blocks), draft.title)))


def _find_header(blocks: Sequence[DraftParagraph]) -> _Header | None:
    """The last header of at least three fields: a message may have been sent on more than once.

    A field's value may stand in a paragraph of its own, as in tables.
    """
    found: _Header | None = None
    number = 0
    while number < min(len(blocks), MAX_SEARCHED):
        end, values = _fields(blocks, number)
        if len(values) >= MIN_FIELDS and "from" in values and "subject" in values and end < len(blocks):
            found = _Header(end, values)
        number = max(end, number + 1)
    return found


def _fields(blocks: Sequence[DraftParagraph], start: int) -> tuple[int, dict[str, str]]:
    """The fields from a paragraph on, and the number of the first paragraph below them."""
    values: dict[str, str] = {}
    number = start
    while number < min(len(blocks), start + 2 * MAX_FIELDS):
        match = _FIELD.match(_QUOTED.sub("", blocks[number].text[:500], count=1))
        if match is None:
            break
        value = (match["value"] or "").strip()
        number += 1
        if not value and number < len(blocks):
            value, number = blocks[number].text, number + 1
        values.setdefault(next(field for field in _FIELDS if match[field]), value)
    return number, values


def _unquoted(blocks: list[DraftParagraph]) -> list[DraftParagraph]:
    """The paragraphs without the marks of a quotation, if most have them."""
    quoted = sum(block.text.startswith(">") for block in blocks)
    if quoted < _MIN_QUOTED * len(blocks):
        return blocks
    texts = ((_QUOTED.sub("", block.text, count=1).strip(), block.kind) for block in blocks)
    return [DraftParagraph(text, kind) for text, kind in texts if text]


def _without_signature(blocks: Sequence[DraftParagraph]) -> list[DraftParagraph]:
    """The paragraphs, those of a signature labelled."""
    starts = [n for n, block in enumerate(blocks) if _SIGNATURE.match(block.text)]
    start = next((n for n in starts if len(blocks) - n - 1 <= _MAX_SIGNATURE), len(blocks))
    if not any(block.kind is None for block in blocks[:start]):
        return list(blocks)
    return [
        DraftParagraph(block.text, Kind.NAVIGATION) if number >= start else block
        for number, block in enumerate(blocks)
    ]


def _labelled(blocks: Sequence[DraftParagraph], title: str) -> list[DraftParagraph]:
    """The paragraphs, those about the subscription labelled; the title is a headline wherever it stands."""
    labelled = []
    for block in blocks:
        words = len(block.text.split())
        if block.kind is None and words <= _MAX_SUBSCRIPTION and _SUBSCRIPTION.search(block.text):
            block = DraftParagraph(block.text, Kind.NAVIGATION)
        elif block.kind is None and title and block.text.casefold() == title.casefold():
            block = DraftParagraph(block.text, Kind.HEADLINE)
        labelled.append(block)
    return labelled


def _name(sender: str) -> str:
    """The name in `Name <address>` or `Name [mailto:address]`, else the address."""
    name = re.split(r"\s*[<\[(]", sender, maxsplit=1)[0].strip(" \"'")
    return clean_line(name or sender.strip("<> "))
