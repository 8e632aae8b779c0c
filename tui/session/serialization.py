"""Encode a session as values of the state file, and decode them.

Values read are not trusted: they are cleaned and checked, or left out. The names in the JSON are those of
version 0.1.0, whatever the fields are called now. Position and passages seen are limited to two panes.
"""

from __future__ import annotations

import json
import math
from base64 import b64decode, b64encode
from binascii import Error as InvalidBase64
from collections.abc import Iterable, Mapping
from enum import Enum
from hashlib import blake2b
from typing import Any, TypeVar

from msgspec import to_builtins

from tui.model import Article, Relation, Side
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.reading.filters import Trait
from tui.session.anchors import CONTEXT_LENGTH, MAX_QUOTE_LENGTH, Anchor
from tui.session.identity import Sources
from tui.session.marks import MAX_DRAFT_LENGTH, Mark, MarkKind
from tui.session.preferences import stored_values
from tui.session.session import ReadingPosition, Seen, Session, ViewSettings
from tui.sources.clean import clean_line, clean_text

FORMER_DEFAULT = 28.0
"""The threshold of version 0.1.0 unless the reader chose another."""
_FINGERPRINT_BYTES = 3
"""Bytes of a passage's fingerprint: one passage in 16 million is mistaken for another."""
E = TypeVar("E", bound=Enum)


def parse_object(text: object) -> dict[str, Any]:
    """Parse a JSON object; an empty one if the text is anything else."""
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def clean_line_of(value: object) -> str:
    """A clean line of text; empty for any other value."""
    return clean_line(value) if isinstance(value, str) else ""


def number_in_range(value: object, least: float, most: float) -> float | None:
    """A number in a range; None for any other value."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return value if least <= value <= most else None


def member_with_value(kind: type[E], value: object) -> E | None:
    """The member of an enumeration with a value, if there is one."""
    return next((member for member in kind if member.value == value), None)


# -- marks


def encode_anchors(anchors: Iterable[Anchor]) -> str:
    rows = [[a.source, a.index, a.quote, a.before, a.after] for a in anchors]
    return to_json({"anchors": rows})


def decode_anchors(text: object, sources: Sources) -> tuple[Anchor, ...]:
    """The valid anchors in the articles of a comparison, those of the left article first."""
    rows = parse_object(text).get("anchors")
    anchors = map(_decode_anchor, rows) if isinstance(rows, list) else ()
    keys = {source.key for source in sources.items}
    valid = [anchor for anchor in anchors if anchor and anchor.source in keys]
    return tuple(sorted(valid, key=lambda anchor: sources.side_of(anchor) is Side.RIGHT))


def stored_sources(text: object) -> set[object]:
    """The keys of all sources that stored anchors name."""
    rows = parse_object(text).get("anchors")
    return {row[0] for row in rows if isinstance(row, list) and row} if isinstance(rows, list) else set()


def _decode_anchor(row: object) -> Anchor | None:
    if not isinstance(row, list) or len(row) != 5 or number_in_range(row[1], 0, 10**9) is None:
        return None
    texts = [row[0], *row[2:]]
    if not all(isinstance(text, str) for text in texts):
        return None
    source, quote, before, after = (clean_text(text)[0] for text in texts)
    context = before[-CONTEXT_LENGTH:], after[:CONTEXT_LENGTH]
    return Anchor(source, int(row[1]), quote[:MAX_QUOTE_LENGTH], *context)


def decode_mark(row: Mapping[str, Any], sources: Sources) -> Mark | None:
    """The mark in a row; None if it is invalid. A note is valid even if its passage is unknown."""
    anchors = decode_anchors(row["anchors"], sources)
    kind = member_with_value(MarkKind, row["kind"])
    text = clean_text(row["text"])[0][:MAX_DRAFT_LENGTH] if isinstance(row["text"], str) else ""
    if kind is None or not (anchors or text) or not isinstance(row["uid"], str):
        return None
    return Mark(row["uid"], kind, anchors, text, number_in_range(row["made"], 0, 1e11) or 0.0)


# -- position, filters, preferences and passages seen


def encode_view(session: Session, previous: object = None) -> str:
    """Position, filters, preferences and passages seen, with those seen in the `previous` stored view."""
    sources, position = session.sources, session.position
    view: dict[str, Any] = {"seen": {}}
    seen_before = parse_object(previous).get("seen")
    for side in Side:
        source = sources.at(side)
        seen = fingerprints(source.article, session.seen[side])
        if isinstance(seen_before, dict):
            seen |= _decode_fingerprints(seen_before.get(source.key)) & fingerprints(source.article)
        view["seen"][source.key] = b64encode(b"".join(sorted(seen))).decode()
    if position:
        places = (sources.at(Side.LEFT), position.left), (sources.at(Side.RIGHT), position.right)
        anchors = (source.anchor(k) for source, k in places if 0 <= k < len(source.article.passages))
        view["place"] = encode_anchors(anchors)
        view["under_keys"], view["linked"] = sources.at(position.side).key, position.linked
    if session.view_settings:
        view["kept"] = to_builtins(session.view_settings)
    if session.preferences:
        view["preferences"] = to_builtins(session.preferences)
    return to_json(view)


def fingerprints(article: Article, indices: Iterable[int] | None = None) -> set[bytes]:
    """Fingerprints of some passages, or of all: the same wherever in the article they are."""
    passages = article.passages
    selected = range(len(passages)) if indices is None else indices
    return {_fingerprint(passages[k].text) for k in selected if 0 <= k < len(passages)}


def _fingerprint(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_FINGERPRINT_BYTES).digest()


def _decode_fingerprints(text: object) -> set[bytes]:
    try:
        data = b64decode(text, validate=True) if isinstance(text, str) else b""
    except (InvalidBase64, ValueError):
        return set()
    return {data[k : k + _FINGERPRINT_BYTES] for k in range(0, len(data), _FINGERPRINT_BYTES)}


def decode_seen(view: Mapping[str, Any], sources: Sources) -> Seen:
    rows = view.get("seen")
    seen = {}
    for side in Side:
        stored = _decode_fingerprints(rows.get(sources.at(side).key)) if isinstance(rows, dict) else set()
        passages = sources.at(side).article.passages if stored else ()
        seen[side] = frozenset(p.index for p in passages if _fingerprint(p.text) in stored)
    return seen


def decode_position(view: Mapping[str, Any], sources: Sources) -> ReadingPosition | None:
    """The position in the current articles; the start of an article whose passage is gone."""
    anchors = decode_anchors(view.get("place"), sources)
    if not anchors:
        return None
    indices = {sources.side_of(anchor): sources.find(anchor) for anchor in anchors}
    left, right = indices.get(Side.LEFT), indices.get(Side.RIGHT)
    side = Side.RIGHT if view.get("under_keys") == sources.at(Side.RIGHT).key else Side.LEFT
    linked = view.get("linked") is True and left is not None and right is not None
    return ReadingPosition(left or 0, right or 0, side, linked)


def decode_view_settings(view: Mapping[str, Any]) -> ViewSettings | None:
    data = view.get("kept")
    stored = stored_values(ViewSettings, data if isinstance(data, dict) else {})
    threshold = number_in_range(stored["threshold"], 0, 100)
    if threshold is None and decode_former_threshold(view) is not None:
        threshold = DEFAULT_THRESHOLD
    if threshold is None:
        return None
    return ViewSettings(
        float(threshold),
        clean_line_of(stored["topic"]),
        member_with_value(Relation, stored["relation"]),
        member_with_value(Trait, stored["trait"]),
        stored["boilerplate"] is True,
        stored["only_unmatched"] is True,
    )


def decode_former_threshold(view: Mapping[str, Any]) -> float | None:
    """The threshold that version 0.1.0 stored."""
    data = view.get("kept")
    return number_in_range(data.get("threshold"), 0, 100) if isinstance(data, dict) else None


def decode_dropped_threshold(view: Mapping[str, Any]) -> float | None:
    """The same if the reader chose it, and is to be told that it counts no more."""
    threshold = decode_former_threshold(view)
    return None if threshold == FORMER_DEFAULT else threshold
