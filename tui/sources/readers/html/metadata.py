"""Metadata of a page: JSON-LD, Open Graph, HTML `meta`, the most reliable first."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from tui.sources.clean import clean_line
from tui.sources.publication_date import iso_day
from tui.sources.readers.text import without_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_METAS, MAX_SCRIPTS, MAX_NODES = 1000, 20, 2000
MAX_SCRIPT = 1_000_000
"""Characters of one JSON-LD script."""
MAX_AUTHORS = 5

_STORY = re.compile(r"(?:Article|Posting|Report|ScholarlyArticle|Review)$")
_TITLE = ("og:title", "twitter:title", "dc.title", "headline")
_DAY = (
    "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publish-date",
    "publishdate", "publication_date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHOR = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")
_DESCRIPTION = ("og:description", "description", "twitter:description")
_LANGUAGE = ("og:locale", "content-language", "dc.language", "inlanguage")
_TITLE_AND_OUTLET = re.compile(r"(.{10,})\s[|–—»·-]\s[^|–—»·]{2,40}$")


class Metadata(Struct):
    """Metadata of a page; empty where unknown."""

    title: str = ""
    published: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    description: str = ""
    """The page's description of itself, often the article's lead."""
    body: str = ""
    """The whole article from JSON-LD, as plain text."""
    paywalled: bool = False
    """Whether the page declares that it is not free to read."""
    story: dict[str, Any] = field(default_factory=dict)


def read_metadata(tree: _Element) -> Metadata:
    """Read the page's metadata; each value but the body is one clean line."""
    story = next((node for node in _nodes(tree) if _is_story(node)), {})
    metas = _metas(tree)
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return Metadata(
        title=_text(story.get("headline")) or _first(metas, _TITLE) or _title(tree),
        published=iso_day(_text(story.get("datePublished"))) or iso_day(_first(metas, _DAY)) or _time(tree),
        byline=_people(story.get("author")) or _author(metas),
        outlet=_people(story.get("publisher")) or _first(metas, _OUTLET).lstrip("@"),
        language=_code(language) or _code(_text(story.get("inLanguage"))) or _code(_first(metas, _LANGUAGE)),
        description=_first(metas, _DESCRIPTION) or _text(story.get("description")),
        body=_body(story.get("articleBody")),
        paywalled=str(story.get("isAccessibleForFree")).lower() == "false",
    )


def _nodes(tree: _Element) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first."""
    scripts = tree.iter("script")
    declared = (s for s in scripts if "ld+json" in (s.get("type") or "").lower())
    for script in islice(declared, MAX_SCRIPTS):
        text = "".join(script.itertext()).strip()
        try:
            queue: list[Any] = [json.loads(text[:MAX_SCRIPT], strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(MAX_NODES):
            if not queue:
                break
            node = queue.pop(0)
            if isinstance(node, dict):
                yield node
                queue += [value for value in node.values() if isinstance(value, (dict, list))]
            elif isinstance(node, list):
                queue += node[:MAX_NODES]


def _is_story(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _STORY.search(kind) for kind in kinds)


def _metas(tree: _Element) -> dict[str, str]:
    """The page's `meta` elements by name, the first of each name."""
    metas: dict[str, str] = {}
    for meta in islice(tree.iter("meta"), MAX_METAS):
        content = (meta.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.get(attribute)):
                metas.setdefault(name[:80].strip().lower(), clean_line(content))
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _text(value: Any) -> str:
    """A string as one clean line, without the references and tags that some sites put into their JSON."""
    return clean_line(without_tags(html.unescape(value[:4000]))) if isinstance(value, str) else ""


def _people(value: Any) -> str:
    """The names of persons or organisations, in any of the forms that JSON-LD allows."""
    values = value if isinstance(value, list) else [value]
    names = [_text(v.get("name") if isinstance(v, dict) else v) for v in values[:MAX_AUTHORS]]
    return clean_line(", ".join(dict.fromkeys(n for n in names if n and "://" not in n)))


def _author(metas: dict[str, str]) -> str:
    names = (metas[name] for name in _AUTHOR if metas.get(name))
    return next((re.sub(r"^by\s+", "", name, flags=re.I) for name in names if "://" not in name), "")


def _title(tree: _Element) -> str:
    """The only `h1`, else the window's title without the outlet's name."""
    headings = [clean_line(" ".join(h.itertext())) for h in islice(tree.iter("h1"), 2)]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    window = next((clean_line(" ".join(t.itertext())) for t in tree.iter("title")), "")
    both = _TITLE_AND_OUTLET.match(window)
    return both[1] if both else window


def _time(tree: _Element) -> str:
    times = islice(tree.iter("time"), 1)
    return next((iso_day((t.get("datetime") or "")[:100]) for t in times), "")


def _body(value: Any) -> str:
    return without_tags(html.unescape(value)) if isinstance(value, str) else ""


def _code(value: str) -> str:
    """`en` for `en`, `en-GB` or `en_US`."""
    code = re.split("[-_]", value, maxsplit=1)[0].lower()
    return code if re.fullmatch("[a-z]{2}", code) else ""
