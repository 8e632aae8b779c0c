"""Metadata of a page: JSON-LD, Open Graph, HTML `meta`, the most reliable first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from tui.sources.clean import clean_line
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.publication_date import iso_day, local_day
from tui.sources.readers.html.embedded import is_story, json_ld_nodes, line_of, story_body
from tui.sources.readers.html.title import is_outlet, outlet_names, without_outlet

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_METAS, MAX_HEADINGS, MAX_TIMES = 1000, 20, 20
MAX_AUTHORS = 5

_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_DAY = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date",
    "publishdate", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_DESCRIPTION = ("og:description", "description", "twitter:description")
_LANGUAGE = ("og:locale", "content-language", "dc.language", "inlanguage")
_NAMES = frozenset((*_TITLE, *_DAY, *_UPDATED, *_AUTHOR, *_OUTLET, *_DESCRIPTION, *_LANGUAGE, "og:url"))
_ADDRESS_DAY = lazy_pattern(r"[/-]((?:19|20)\d\d([/-]?)[01]\d\2[0-3]\d)(?=[/._-]|$)")
_EPOCH = lazy_pattern(r"1\d{9}(?:\d{3})?")
_TITLE_AND_OUTLET = lazy_pattern(r"(.{10,})\s[|–—»·-]\s[^|–—»·]{2,40}$")


class Metadata(Struct):
    """Metadata of a page; empty where unknown."""

    title: str = ""
    published: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    description: str = ""
    """The page's description of itself, often the article's lead."""
    own: tuple[str, ...] = ()
    """The outlet's name and the page's addresses."""
    address_day: str = ""
    """The day in the page's address, such as `/2026/03/12/`."""
    body: str = ""
    """The whole article from JSON-LD, as plain text."""
    paywalled: bool = False
    """Whether the page declares that it is not free to read."""
    story: dict[str, Any] = field(default_factory=dict)


def read_metadata(tree: _Element, lines: Sequence[str] = ()) -> Metadata:
    """Read the page's metadata; each value but the body is one clean line.

    `lines` are those below the headline that may tell the day on which it was published in its own zone.
    """
    story = next((node for node in json_ld_nodes(tree) if is_story(node)), {})
    metas = _metas(tree)
    outlets = (_people(story.get("publisher")), *(metas.get(name, "").lstrip("@") for name in _OUTLET))
    canonical = next((e.get("href") or "" for e in tree.iter("link") if e.get("rel") == "canonical"), "")
    names = outlet_names(outlets, (metas.get("og:url", ""), canonical))
    address = next(filter(_ADDRESS_DAY.search, (canonical, metas.get("og:url", ""))), "")
    day = match[1] if (match := _ADDRESS_DAY.search(address)) else ""
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    times = tuple(islice(tree.iter("time"), MAX_TIMES))
    moments = [(time.get("datetime") or "")[:100] for time in times]
    others = (
        _moment(story.get("dateModified")),
        *(metas.get(name, "") for name in (*_UPDATED, *_DAY)),
        *moments,
    )
    shown = (*(clean_line("".join(time.itertext())[:200]) for time in times[:1]), *lines)
    moment = _moment(story.get("datePublished")) or _first(metas, _DAY)
    return Metadata(
        title=_title(tree, story, metas, names),
        published=local_day(moment, others, shown)
        or iso_day(_first(metas, _DAY))
        or next(filter(None, (local_day(moment, moments, shown) for moment in moments[:1])), ""),
        byline=_people(story.get("author")) or _author(metas),
        outlet=next(filter(None, outlets), ""),
        language=_code(language)
        or _code(line_of(story.get("inLanguage")))
        or _code(_first(metas, _LANGUAGE)),
        description=_first(metas, _DESCRIPTION) or line_of(story.get("description")),
        own=(next(filter(None, outlets), ""), canonical, metas.get("og:url", "")),
        address_day=iso_day(day),
        body=story_body(story),
        paywalled=str(story.get("isAccessibleForFree")).lower() == "false",
    )


def _metas(tree: _Element) -> dict[str, str]:
    """The page's `meta` elements that are asked for, by name, the first of each name."""
    metas: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), MAX_METAS):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.get(attribute)):
                name = name[:80].strip().lower()
                if name in _NAMES and name not in metas:
                    metas[name] = clean_line(content)
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _moment(value: Any) -> str:
    """A time in any of the forms that JSON-LD has: a text, one in a list or an object, seconds since 1970."""
    if isinstance(value, list):
        value = next(iter(value), None)
    if isinstance(value, dict):
        value = value.get("@value")
    number = str(value) if isinstance(value, int) else value
    if isinstance(number, str) and _EPOCH.fullmatch(number):
        return datetime.fromtimestamp(int(number[:10]), UTC).isoformat()
    return line_of(value)


def _people(value: Any) -> str:
    """The names of persons or organisations, in any of the forms that JSON-LD allows."""
    values = value if isinstance(value, list) else [value]
    names = [line_of(v.get("name") if isinstance(v, dict) else v) for v in values[:MAX_AUTHORS]]
    return clean_line(", ".join(dict.fromkeys(n for n in names if n and "://" not in n)))


def _author(metas: dict[str, str]) -> str:
    names = (metas[name] for name in _AUTHOR if metas.get(name))
    return next((re.sub(r"^by\s+", "", name, flags=re.I) for name in names if "://" not in name), "")


def _title(tree: _Element, story: dict[str, Any], metas: dict[str, str], names: frozenset[str]) -> str:
    """The title in the metadata, the only `h1` or the window's title, without the outlet's name.

    A title that is the outlet's name is passed over, if there is another.
    """
    headings = [clean_line(" ".join(h.itertext())) for h in islice(tree.iter("h1", "h2"), MAX_HEADINGS)]
    first = [clean_line(" ".join(h.itertext())) for h in islice(tree.iter("h1"), 2)]
    window = next((clean_line(" ".join(t.itertext())) for t in tree.iter("title")), "")
    alone = without_outlet(window, names, headings)
    both = _TITLE_AND_OUTLET.match(window) if alone == window else None
    titles = [
        line_of(story.get("headline")),
        _first(metas, _TITLE),
        first[0] if len(first) == 1 else "",
        both[1] if both and window not in headings else window,
    ]
    proper = [title for title in titles if title and not is_outlet(title, names)] or list(
        filter(None, titles)
    )
    titles = [without_outlet(title, names, headings) for title in proper]
    return next((title for title in titles if not is_outlet(title, names)), titles[0] if titles else "")


def _code(value: str) -> str:
    """`en` for `en`, `en-GB` or `en_US`."""
    code = re.split("[-_]", value, maxsplit=1)[0].lower()
    return code if re.fullmatch("[a-z]{2}", code) else ""
