"""Front matter: metadata at the top of a text, between `---` (YAML) or `+++` (TOML)."""

from __future__ import annotations

import re

from tui.sources.clean import clean_line
from tui.sources.draft import Draft
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.publication_date import iso_day

MAX_LINES = 200
"""A block that is not closed within so many lines is article text."""

# Keys of common site generators, the most reliable first.
_KEYS = {
    "title": ("title", "headline"),
    "published": ("date", "published", "publishdate", "pubdate", "created"),
    "source": ("source", "publisher", "outlet", "publication", "site", "sitename"),
    "language": ("language", "lang", "locale"),
}
_ENTRY = {
    "---": lazy_pattern(r"([A-Za-z][\w -]{0,40}):(?:\s+(.*))?$"),
    "+++": lazy_pattern(r"([A-Za-z][\w-]{0,40})\s*=\s*(.+)$"),
}
_CONTINUATION = lazy_pattern(r"\s*$|\s+\S|#|- |\]|\}|\[")
_QUOTED = lazy_pattern(r"\s*(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)')\s*(?:#.*)?$")
_COMMENT = lazy_pattern(r"\s#.*$")
_STRUCTURE = "!&*{[|>%@"
"""First characters of values that are not plain strings. Such values are ignored."""


def split_front_matter(text: str) -> tuple[Draft, str]:
    """The front matter as a draft without blocks, and the text below it."""
    lines = text.split("\n", MAX_LINES)
    fence = lines[0].rstrip()
    if fence not in _ENTRY:
        return Draft(), text
    closing = (fence, "...") if fence == "---" else (fence,)
    end = next((n for n in range(1, len(lines)) if lines[n].rstrip() in closing), 0)
    entries = _entries(lines[1:end], _ENTRY[fence])
    if not entries:
        return Draft(), text
    day = _first(entries, "published")
    draft = Draft(
        title=_first(entries, "title"),
        published=iso_day(day),
        source=_first(entries, "source"),
        language=_language(_first(entries, "language")),
    )
    return draft, "\n".join(lines[end + 1 :])


def _entries(lines: list[str], entry: re.Pattern[str]) -> dict[str, str]:
    """The plain entries; none if a line is neither an entry nor a continuation of one."""
    entries: dict[str, str] = {}
    for line in lines:
        if match := entry.match(line):
            key = re.sub(r"[\s_-]", "", match[1]).lower()
            entries.setdefault(key, _plain(match[2] or ""))
        elif not _CONTINUATION.match(line):
            return {}
    return entries


def _plain(value: str) -> str:
    """A value without its quotation marks or comment; empty if it is not a plain string."""
    if quoted := _QUOTED.match(value):
        if quoted[1] is not None:
            return re.sub(r"\\(.)", r"\1", quoted[1])
        return (quoted[2] or "").replace("''", "'")
    value = _COMMENT.sub("", value).strip()
    return "" if value[:1] in tuple(_STRUCTURE) else value


def _first(entries: dict[str, str], field: str) -> str:
    return next((clean_line(entries[key]) for key in _KEYS[field] if entries.get(key)), "")


def _language(value: str) -> str:
    """`en` for `en`, `en-GB` or `en_US`; empty for anything longer, such as `English`."""
    code = re.split("[-_]", value, maxsplit=1)[0].lower()
    return code if re.fullmatch("[a-z]{2}", code) else ""
