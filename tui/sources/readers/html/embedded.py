"""JSON inside a page: JSON-LD, and the data of a page that JavaScript would draw."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from tui.sources.clean import clean_line
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.markdown import without_marks
from tui.sources.readers.text import without_tags

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SCRIPTS, MAX_NODES = 20, 2000
MAX_DATA_NODES = 50_000
"""Nodes of a page's own data that are looked at."""
MAX_SCRIPT = 1_000_000
"""Characters of one JSON-LD script."""
MAX_DATA = 5_000_000
"""Characters of a page's own data."""
MAX_UPDATES = 500
"""Entries of a live blog."""
MIN_DATA_WORDS = 60
"""Words from which a text in a page's own data may be its article."""

_STORY = lazy_pattern(r"(?:Article|Posting|Report|ScholarlyArticle|Review)$")
_ASSIGNED = lazy_pattern(
    r"\b(?:__(?:NUXT|APOLLO_STATE|INITIAL_STATE|INITIAL_DATA|PRELOADED_STATE|PRELOADED_DATA|DATA|STATE|PRODUCTION)__"
    r"|globalContent|initialState|preloadedState)\s*=\s*(?=[{\[])"
)
"""Names to which publishing systems assign a page's data."""
_SHORTCODE = lazy_pattern(
    r"\[/?(?:caption|embed|video|audio|gallery|youtube|twitter|playlist|vc_\w+|et_pb_\w+|su_\w+|ad|adrotate|newsletter)"
    r"(?: [^\[\]\n]{0,500})?/?\]|\[#\w+: ?/[^\[\]\n]{1,200}\](?:\|\|\|[^|\n]{0,900}\|\|\|)?|^\+\+\+[\w-]*$",
    re.M,
)
"""Shortcodes of WordPress, pictures and sections of Condé Nast."""
_TEXT_KEYS = ("html", "text", "content", "value", "body", "paragraph", "children")
"""Names under which sites keep the text of a paragraph."""


def json_ld_nodes(tree: _Element) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, outer ones first."""
    declared = (s for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower())
    for script in islice(declared, MAX_SCRIPTS):
        yield from _objects(_parse(script, MAX_SCRIPT), MAX_NODES)


def is_story(node: dict[str, Any]) -> bool:
    """Whether the object describes an article."""
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _STORY.search(kind) for kind in kinds)


def story_body(story: dict[str, Any]) -> str:
    """The article of a JSON-LD object, as plain text: its body, or the entries of a live blog with theirs."""
    body = _plain(story.get("articleBody")) or _plain(story.get("text"))
    updates = story.get("liveBlogUpdate")
    entries = [body] if body else []
    for update in islice(updates if isinstance(updates, list) else [updates], MAX_UPDATES):
        if isinstance(update, dict):
            entries += [line_of(update.get("headline")), story_body({**update, "liveBlogUpdate": None})]
    return "\n".join(filter(None, entries))


def page_data_body(tree: _Element) -> str:
    """The longest text in the data of a page that JavaScript draws (such as `__NEXT_DATA__`), else empty.

    It is one string, or the texts of one list of paragraphs.
    """
    best = ""
    for data in islice(_page_data(tree), MAX_SCRIPTS):
        strings = [{"": text} for text in data if isinstance(text, str)] if isinstance(data, list) else []
        for node in chain(_objects(data, MAX_DATA_NODES), strings):
            for value in node.values():
                body = "\n".join(_texts(value, 3)) if isinstance(value, (str, list)) else ""
                if len(body) > len(best):
                    best = body
    text = without_tags(html.unescape(best))
    return text if len(text.split()) >= MIN_DATA_WORDS and ". " in text else ""


def _page_data(tree: _Element) -> Iterator[Any]:
    """The data of a page's scripts: JSON, or JSON that is assigned to a name."""
    for script in tree.iter("script"):
        kind = (script.get("type") or "").lower()
        if kind == "application/json":
            yield _parse(script, MAX_DATA)
        elif kind in ("", "text/javascript", "module"):
            text = "".join(script.itertext())[:MAX_DATA]
            if assigned := _ASSIGNED.search(text):
                try:
                    yield json.JSONDecoder(strict=False).raw_decode(text, assigned.end())[0]
                except (ValueError, RecursionError):
                    continue


def line_of(value: Any) -> str:
    """A string as one clean line, without the references and tags that some sites put into their JSON."""
    return clean_line(without_tags(html.unescape(value[:4000]))) if isinstance(value, str) else ""


def _texts(value: Any, depth: int) -> Iterator[str]:
    """A text, or those of the paragraphs in a list."""
    if isinstance(value, str):
        if " " in value:
            yield value
    elif isinstance(value, list) and depth:
        for item in value[:MAX_NODES]:
            if isinstance(item, dict):
                key = next((key for key in _TEXT_KEYS if item.get(key)), "")
                yield from _texts(item.get(key), depth - 1)
            else:
                yield from _texts(item, depth - 1)


def _parse(script: _Element, size: int) -> Any:
    try:
        return json.loads("".join(script.itertext()).strip()[:size], strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, most: int) -> Iterator[dict[str, Any]]:
    """All objects in a value, outer ones first."""
    queue: list[Any] = [value]
    for number in range(most):
        if number >= len(queue):
            break
        node = queue[number]
        if isinstance(node, dict):
            yield node
            queue += [value for value in node.values() if isinstance(value, (dict, list))]
        elif isinstance(node, list):
            queue += node[:MAX_NODES]


def _plain(value: Any) -> str:
    """A text without tags, marks of Markdown and shortcodes of WordPress, which some sites leave in it."""
    if not isinstance(value, str):
        return ""
    return without_marks(_SHORTCODE.sub(" ", without_tags(html.unescape(value))))
