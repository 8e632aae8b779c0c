"""Decode bytes: detect their encoding, and describe it in a note."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from tui.model.wording import plural
from tui.sources.lazy_pattern import lazy_pattern

MAX_DAMAGE = 0.1
"""Unreadable characters per readable non-ASCII one, up to which a text is taken for UTF-8."""
MAX_DAMAGE_LATIN = 2.0
"""MAX_DAMAGE of a nearly ASCII text, where no legacy encoding looks like UTF-8 by chance."""
_NEARLY_ASCII = 0.1
"""Share of non-ASCII bytes below which a text is nearly ASCII."""

_SAMPLE = 1 << 18
"""Bytes from which an encoding is guessed. Detection needs no more, and is slow on more."""

# Byte order marks, the longer ones first: that of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

# Encodings of news texts besides Unicode. A longer list only adds wrong guesses.
_LEGACY = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r",
    "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip

_NON_ASCII = lazy_pattern("[^\x00-\x7f]+")
_CONTROL_BYTES = bytes(range(9)) + bytes(range(14, 32)) + b"\x7f"
_HIGH_BYTES = bytes(range(0x80, 0x100))

# Labels that pages declare, with the meaning that browsers give them.
_LABELS = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "x-euc-jp": "euc_jp", "koi8-r": "koi8_r",
}  # fmt: skip
_WEB = lazy_pattern(r"cp(?:125\d|874|866|932|949)|iso-8859-\d{1,2}|koi8[_-][ru]|euc[_-]jp|gb18030|big5")

_NAMES = {"cp125": "windows-125", "shift_jis": "Shift JIS", "cp932": "Shift JIS", "gb18030": "GB 18030"}


def decode(data: bytes, declared: Sequence[str] = ()) -> tuple[str, str] | None:
    """The text and a note on its encoding, empty for plain UTF-8; None if no encoding fits.

    Tried in this order: byte order mark, strict UTF-8, mostly valid UTF-8 with replacements, the
    declared encodings, a guess among the encodings of news texts. A detector alone would take slightly
    damaged UTF-8 for a legacy encoding, and get every quotation mark wrong.
    """
    for mark, encoding, name in _MARKS:
        if data.startswith(mark):
            return _decode_with_mark(data[len(mark) :], encoding, name)
    try:
        return _iso_2022_jp(data) or (data.decode("utf-8"), "")
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _decode_declared(data, declared) or _guess(data)


def utf16_without_mark(data: bytes) -> str:
    """`utf-16-le` or `utf-16-be` if zero bytes are placed as in Latin-script UTF-16, else empty."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if half and many > 0.7 * half and few < 0.02 * half:
            text = sample[: half * 2].decode(encoding, "replace")
            readable = sum(char.isalnum() or char.isspace() for char in text)
            spaces = sum(char.isspace() for char in text)
            if readable > 0.8 * len(text) and spaces > 0.02 * len(text):
                return encoding
    return ""


def decode_utf16(data: bytes, encoding: str) -> tuple[str, str]:
    """The text of UTF-16 without a byte order mark, and the note."""
    return data.decode(encoding, "replace"), "read as UTF-16 without a byte order mark"


def _decode_with_mark(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    note = f"read as {name}" if name else ""
    try:
        return data.decode(encoding), note
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        damage = _unreadable(text.count("\ufffd"))
        return text, f"{note}, {damage}" if note else damage


def _iso_2022_jp(data: bytes) -> tuple[str, str] | None:
    """ISO-2022-JP has only ASCII bytes; its shift sequences give it away."""
    if b"\x1b$B" not in data[:_SAMPLE] and b"\x1b$@" not in data[:_SAMPLE]:
        return None
    try:
        return data.decode("iso2022_jp"), "read as ISO-2022-JP"
    except UnicodeDecodeError:
        return None


def _mostly_utf8(data: bytes) -> tuple[str, str] | None:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(map(len, _NON_ASCII.findall(text))) - bad
    high = len(data) - len(data.translate(None, _HIGH_BYTES))
    latin = high < _NEARLY_ASCII * len(data)
    if bad > good * (MAX_DAMAGE_LATIN if latin else MAX_DAMAGE):
        return None
    return text, _unreadable(bad)


def _decode_declared(data: bytes, declared: Sequence[str]) -> tuple[str, str] | None:
    """Decode with the first declared encoding that is used on the web and fits every byte."""
    for name in declared:
        label = name.strip("\"' ").lower()
        encoding = _LABELS.get(label, label.replace("windows-", "cp"))
        if not _WEB.fullmatch(encoding):
            continue
        try:
            return data.decode(encoding), f"read as {_name(encoding)}"
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _guess(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes  # 40 ms to import, and few texts need it

    # Control bytes, which are removed later, would make the detector give up.
    sample = data[:_SAMPLE].translate(None, _CONTROL_BYTES)
    matches = from_bytes(sample, cp_isolation=list(_LEGACY), enable_fallback=False)
    best = matches.best()
    if best is None:
        return None
    ties = {
        name: match.language
        for match in matches
        if (match.chaos, match.coherence) == (best.chaos, best.coherence)
        for name in match.could_be_from_charset
    }
    turkish = ties.get("cp1254") == "Turkish"
    encoding = "cp1254" if turkish else min(ties, key=_rank)
    try:
        text, damage = data.decode(encoding), ""
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        damage = ", " + _unreadable(text.count("\ufffd"))
    return text, f"read as {_name(encoding)}{damage}"


def _rank(encoding: str) -> int:
    """Place in the list: of encodings that fit equally well the most common one is the likeliest."""
    return _LEGACY.index(encoding) if encoding in _LEGACY else len(_LEGACY)


def _name(encoding: str) -> str:
    for python, common in _NAMES.items():
        if encoding.startswith(python):
            return common + encoding.removeprefix(python)
    return encoding.replace("_", "-").upper()


def _unreadable(count: int) -> str:
    return f"{plural(count, 'unreadable character')} replaced"
