"""Values of the state file and back. What is read is not trusted: cleaned, checked, or left out."""

from __future__ import annotations

import json
import math
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Iterable, Mapping
from enum import Enum
from hashlib import blake2b
from typing import Any, TypeVar

from msgspec.structs import asdict

from tui.model import Article, Relation, Side
from tui.model.arrangement import Arrangement
from tui.reading.filters import Trait
from tui.session.anchors import CONTEXT, LONGEST_QUOTE, Anchor
from tui.session.identity import Sources
from tui.session.preferences import Preferences
from tui.session.session import LONGEST_NOTE, Mark, MarkKind, ReadingPosition, Seen, Session, ViewSettings
from tui.sources.clean import clean_line, clean_text

_PRINT = 3
"""Bytes that stand for a passage among those seen: one in 16 million passages is mistaken."""
E = TypeVar("E", bound=Enum)


def parsed(text: object) -> dict[str, Any]:
    """A JSON object; an empty one if it is none."""
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def line(value: object) -> str:
    """A clean line; empty for anything but text."""
    return clean_line(value) if isinstance(value, str) else ""


def number(value: object, least: float, most: float) -> float | None:
    """A number in that range; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return value if least <= value <= most else None


# -- marks


def anchors_text(anchors: Iterable[Anchor]) -> str:
    rows = [[a.source, a.index, a.quote, a.before, a.after] for a in anchors]
    return packed({"anchors": rows})


def anchors_of(text: object, sources: Sources) -> tuple[Anchor, ...]:
    """The valid anchors in the articles of a comparison, those of the left article first."""
    rows = parsed(text).get("anchors")
    found = [anchor for row in rows if (anchor := _anchor(row))] if isinstance(rows, list) else []
    keys = {source.key for source in sources.items}
    known = [a for a in found if a.source in keys]
    return tuple(sorted(known, key=lambda a: sources.side_of(a) is Side.RIGHT))


def _anchor(row: object) -> Anchor | None:
    if not isinstance(row, list) or len(row) != 5 or number(row[1], 0, 10**9) is None:
        return None
    texts = [row[0], *row[2:]]
    if not all(isinstance(text, str) for text in texts):
        return None
    source, quote, before, after = (clean_text(text)[0] for text in texts)
    return Anchor(source, int(row[1]), quote[:LONGEST_QUOTE], before[-CONTEXT:], after[:CONTEXT])


def mark_of(row: Mapping[str, Any], sources: Sources) -> Mark | None:
    """The mark in a row; None if it makes no sense. A note is kept though its passage be unknown."""
    anchors = anchors_of(row["anchors"], sources)
    kind = member(MarkKind, row["kind"])
    text = clean_text(row["text"])[0][:LONGEST_NOTE] if isinstance(row["text"], str) else ""
    if kind is None or not (anchors or text) or not isinstance(row["uid"], str):
        return None
    return Mark(row["uid"], kind, anchors, text, number(row["made"], 0, 1e11) or 0.0)


def member(kind: type[E], value: object) -> E | None:
    """The member of an enumeration with that value."""
    return next((one for one in kind if one.value == value), None)


# -- the rest of a session


def view_text(session: Session, before: object = None) -> str:
    """Place, filters, layout, and what has been seen, by this instance or `before` by another one."""
    sources, place, kept = session.sources, session.position, session.view_settings
    view: dict[str, Any] = {"seen": {}}
    earlier = parsed(before).get("seen")
    for side in Side:
        source = sources.at(side)
        seen = prints(source.article, session.seen[side])
        if isinstance(earlier, dict):
            seen |= _unpacked(earlier.get(source.key)) & prints(source.article)
        view["seen"][source.key] = b64encode(b"".join(sorted(seen))).decode()
    if place:
        ends = (
            anchor
            for side, k in ((Side.LEFT, place.left), (Side.RIGHT, place.right))
            if (anchor := _end(sources, side, k))
        )
        view["place"] = anchors_text(ends)
        view["under_keys"], view["linked"] = sources.at(place.side).key, place.linked
    if kept:
        # The stored names are those of version 0.1.0, whatever the fields are called by now.
        view["kept"] = {
            "threshold": kept.threshold,
            "topic": kept.topic,
            "relation": kept.relation and kept.relation.value,
            "trait": kept.trait and kept.trait.value,
            "furniture": kept.boilerplate,
            "alone": kept.only_unmatched,
        }
    if session.preferences:
        view["preferences"] = asdict(session.preferences)
    return packed(view)


def _end(sources: Sources, side: Side, index: int) -> Anchor | None:
    count = len(sources.at(side).article.passages)
    return sources.at(side).anchor(index) if 0 <= index < count else None


def prints(article: Article, indices: Iterable[int] | None = None) -> set[bytes]:
    """What stands for passages, wherever in the text they are: all of them, or those."""
    passages = article.passages
    chosen = range(len(passages)) if indices is None else indices
    return {_print(passages[k].text) for k in chosen if 0 <= k < len(passages)}


def _print(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_PRINT).digest()


def _unpacked(text: object) -> set[bytes]:
    try:
        data = b64decode(text, validate=True) if isinstance(text, str) else b""
    except (NoBase64, ValueError):
        return set()
    return {data[k : k + _PRINT] for k in range(0, len(data), _PRINT)}


def seen_of(view: Mapping[str, Any], sources: Sources) -> Seen:
    rows = view.get("seen")
    found = {}
    for side in Side:
        kept = _unpacked(rows.get(sources.at(side).key)) if isinstance(rows, dict) else set()
        passages = sources.at(side).article.passages if kept else ()
        found[side] = frozenset(p.index for p in passages if _print(p.text) in kept)
    return found


def place_of(view: Mapping[str, Any], sources: Sources) -> ReadingPosition | None:
    """The place, in the texts as they are now; the top of a text whose passage is lost."""
    anchors = anchors_of(view.get("place"), sources)
    if not anchors:
        return None
    ends = {sources.side_of(anchor): sources.find(anchor) for anchor in anchors}
    left, right = ends.get(Side.LEFT), ends.get(Side.RIGHT)
    side = Side.RIGHT if view.get("under_keys") == sources.at(Side.RIGHT).key else Side.LEFT
    linked = view.get("linked") is True and left is not None and right is not None
    return ReadingPosition(left or 0, right or 0, side, linked)


def kept_of(view: Mapping[str, Any]) -> ViewSettings | None:
    data = view.get("kept")
    threshold = number(data.get("threshold"), 0, 100) if isinstance(data, dict) else None
    if threshold is None or not isinstance(data, dict):
        return None
    return ViewSettings(
        float(threshold),
        line(data.get("topic")),
        member(Relation, data.get("relation")),
        member(Trait, data.get("trait")),
        data.get("furniture") is True,
        data.get("alone") is True,
    )


def preferences_of(view: Mapping[str, Any]) -> Preferences | None:
    data = view.get("preferences")
    if not isinstance(data, dict) or data.get("arrangement") not in list(Arrangement.__members__):
        return None
    divider = number(data.get("divider"), -500, 500) or 0
    return Preferences(int(divider), data["arrangement"], data.get("strip") is not False)
