"""E-mails and saved web pages (MHTML): the message that matters, without the wrapping. Standard library only.

A message that was sent on is read in place of the one around it, be it attached or quoted below a few words.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from tui.model.wording import plural
from tui.sources.clean import clean_line, clean_text
from tui.sources.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.forwarded import without_wrapping
from tui.sources.readers.paragraphs import split_paragraphs
from tui.sources.readers.text import controls_note, decode_source

MAX_PARTS = 1000
MAX_HEADER = 2000
"""Characters of a field of the header that are looked at."""
_NAMED_ATTACHMENTS = 3
_SAVE = "save its text as a .txt file and give that"
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_TEXTS = ("text/plain", "text/html", "multipart/")
"""Types of text; a multipart that names no boundary is a text too."""
_NEXT_MESSAGE = lazy_pattern(rb"\r?\n\r?\nFrom [^\r\n]{1,200}\d{4}\r?\n[A-Za-z-]+:")
"""Where the next message begins in a mailbox of several."""

Part: TypeAlias = "Message[str, str]"


def read_email(source_bytes: SourceBytes) -> Draft:
    """Read an e-mail, its newest forwarded message, or a web page saved as MHTML. Raises LoadError."""
    data = source_bytes.data.lstrip().removeprefix(b"\xef\xbb\xbf")
    following = _NEXT_MESSAGE.search(data) if data.startswith(b"From ") else None
    notes = ("only the first e-mail of the mailbox is read",) if following else ()
    try:
        message = message_from_bytes(data[: following.start()] if following else data)
        draft = _read_message(message, source_bytes)
    except RecursionError:
        raise LoadError(source_bytes.source, "an e-mail that nests too deeply", _SAVE) from None
    return replace(draft, notes=(*notes, *draft.notes))


class _Contents(Struct):
    """The parts of one message, each in the order of the message."""

    rich: list[Part] = field(default_factory=list)
    """Text, as HTML wherever there is a choice."""
    plain: list[Part] = field(default_factory=list)
    """Text, as plain text wherever there is a choice."""
    messages: list[Part] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    parts: int = 0


def _read_message(message: Part, source_bytes: SourceBytes) -> Draft:
    contents = _Contents()
    _sort_parts(message, contents)
    if message.get_content_type() in _ENCRYPTED or (not contents.rich and _has_encrypted(message)):
        wrong, remedy = "an encrypted e-mail", "decrypt it in your mail program and save it from there"
        raise LoadError(source_bytes.source, wrong, remedy)
    if _is_saved_page(message) and contents.rich:
        return _read_page(contents.rich[0], message, source_bytes)
    blocks, notes = _read_parts(contents.rich, source_bytes)
    if contents.rich != contents.plain:
        plain, plain_notes = _read_parts(contents.plain, source_bytes)
        if _words(blocks) < _words(plain) / 2:
            blocks, notes = plain, plain_notes
    for attached in contents.messages:
        draft = _read_attached(attached, source_bytes)
        if draft is not None and _words(draft.blocks) > _words(blocks):
            return draft
    if contents.attachments:
        notes = (*notes, _attachments_note(contents.attachments))
    if not blocks:
        named = f" in it ({notes[-1]})" if contents.attachments else ""
        remedy = "save the attachment and give that" if named else "check the file"
        raise LoadError(source_bytes.source, f"an e-mail with no text{named}", remedy)
    header = Draft(
        title=_header(message, "Subject"),
        published=_day(message),
        source=_sender(message),
        notes=notes,
    )
    return without_wrapping(replace(header, blocks=tuple(blocks)))


def _read_attached(message: Part, source_bytes: SourceBytes) -> Draft | None:
    """An attached message; None if there is nothing to read in it."""
    try:
        draft = _read_message(message, source_bytes)
    except LoadError:
        return None
    return replace(draft, notes=(*draft.notes, "a message that was sent on as an attachment"))


def _sort_parts(part: Part, contents: _Contents, rich: bool = True, plain: bool = True) -> None:
    """Sort the part and all in it. `rich` and `plain` say for which of the two readings it is text."""
    contents.parts += 1
    if contents.parts > MAX_PARTS:
        return
    kind = part.get_content_type()
    children = [child for child in _payload(part) if isinstance(child, Message)]
    if kind == "message/rfc822":
        contents.messages += children
    elif part.is_multipart():
        if kind == "multipart/alternative":
            html = [_has_html(child) for child in children]
            for child, is_html in zip(children, html, strict=True):
                _sort_parts(
                    child,
                    contents,
                    rich and (is_html or not any(html)),
                    plain and not (is_html and not all(html)),
                )
            return
        for number, child in enumerate(children):
            if kind != "multipart/related" or number == 0:
                _sort_parts(child, contents, rich, plain)
    elif kind.startswith(_TEXTS) and part.get_content_disposition() != "attachment":
        contents.rich += [part] if rich else []
        contents.plain += [part] if plain else []
    elif name := _filename(part):
        contents.attachments.append(name)


def _payload(part: Part) -> list[object]:
    # Not asked for text, which it would decode as whatever the part declares.
    payload = part.get_payload() if part.is_multipart() else []
    return list(payload) if isinstance(payload, list) else []


def _has_html(part: Part) -> bool:
    return any(child.get_content_type() == "text/html" for child in part.walk())


def _has_encrypted(message: Part) -> bool:
    return any(part.get_content_type() in _ENCRYPTED for part in message.walk())


def _read_parts(parts: list[Part], source_bytes: SourceBytes) -> tuple[list[DraftParagraph], tuple[str, ...]]:
    """The paragraphs of the parts, and notes for the user, each once."""
    blocks: list[DraftParagraph] = []
    notes: list[str] = []
    for part in parts:
        page = _part_bytes(part, source_bytes)
        if not page.data.strip():
            continue
        if part.get_content_type() == "text/html":
            from tui.sources.readers.html.source import page_text
            from tui.sources.readers.html.whole_page import whole_page

            text, part_notes = page_text(page)
            blocks += whole_page(text, source_bytes.source)
        else:
            text, encoding_note = decode_source(page)
            text, removed = clean_text(text)
            part_notes = (encoding_note, controls_note(removed))
            blocks += map(DraftParagraph, split_paragraphs(_unflowed(text, part)))
        notes += filter(None, part_notes)
    return blocks, tuple(dict.fromkeys(notes))


def _part_bytes(part: Part, source_bytes: SourceBytes) -> SourceBytes:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or ""
    return replace(source_bytes, data=data, media_type=part.get_content_type(), charset=charset[:40])


def _unflowed(text: str, part: Part) -> str:
    """The text with lines joined that end in a space, if the part says that this means a soft break.

    The lines of a quotation begin with `>`, and only those of one depth belong together.
    """
    if str(part.get_param("format") or "").lower() != "flowed":
        return text
    deleted = str(part.get_param("delsp") or "").lower() == "yes"
    lines: list[str] = []
    for line in text.split("\n"):
        quote = re.match(r">*", line)
        depth = quote[0] if quote else ""
        body = line[len(depth) :].removeprefix(" ")
        before = lines[-1] if lines else ""
        soft = before.endswith(" ") and before != "-- " and (re.match(r">*", before) or [""])[0] == depth
        if soft:
            lines[-1] = (before[:-1] if deleted else before) + body
        else:
            lines.append(f"{depth} {body}" if depth else body)
    return "\n".join(lines)


def _is_saved_page(message: Part) -> bool:
    return message.get("Snapshot-Content-Location") is not None or (
        message.get_content_type() == "multipart/related" and message.get("To") is None
    )


def _read_page(part: Part, message: Part, source_bytes: SourceBytes) -> Draft:
    """A web page that a browser saved with all that belongs to it."""
    from tui.sources.readers.html import read_html

    address = _header(message, "Snapshot-Content-Location") or _header(part, "Content-Location")
    draft = read_html(_part_bytes(part, source_bytes))
    return replace(draft, address=address if address.startswith(("http://", "https://")) else "")


def _header(message: Part, name: str) -> str:
    """A field of the header as one clean line, decoded; empty if there is none."""
    value = message.get(name)
    if value is None:
        return ""
    raw = str(value)[:MAX_HEADER]
    try:
        return clean_line(str(make_header(decode_header(raw))))
    except (ValueError, LookupError, UnicodeError):  # an encoding that nobody knows
        return clean_line(raw)


def _sender(message: Part) -> str:
    name, address = parseaddr(_header(message, "From"))
    return name or address


def _day(message: Part) -> str:
    """The day on which it was sent, where the sender was; empty if unknown."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))[:100]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _filename(part: Part) -> str:
    try:
        return clean_line(str(make_header(decode_header(part.get_filename() or ""))), 60)
    except (ValueError, LookupError, UnicodeError):
        return "a file"


def _attachments_note(names: list[str]) -> str:
    more = len(names) - _NAMED_ATTACHMENTS
    listed = ", ".join(names[:_NAMED_ATTACHMENTS]) + (f" and {more} more" if more > 0 else "")
    return f"{plural(len(names), 'attachment')} not read: {listed}"


def _words(blocks: list[DraftParagraph] | tuple[DraftParagraph, ...]) -> int:
    return sum(len(block.text.split()) for block in blocks if block.kind is None)
