"""Queries on the state file. Each is called inside a transaction and leaves none open.

A comparison is stored with its articles in two slots, in the order of their keys.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from typing import Any

from tui.model import Side
from tui.reading.reading_progress import share_seen
from tui.session.identity import Sources
from tui.session.locations import decoded_location, encoded_location
from tui.session.marks import Mark, MarkKind
from tui.session.preferences import decode_preferences
from tui.session.serialization import (
    clean_line_of,
    decode_dropped_threshold,
    decode_mark,
    decode_position,
    decode_seen,
    decode_view_settings,
    encode_anchors,
    encode_view,
    number_in_range,
    parse_object,
    stored_sources,
)
from tui.session.session import Recent, Session
from tui.session.stories import comparisons_of_stories
from tui.sources.clean import clean_line

_ID = "SELECT id FROM comparison WHERE key = ?"
_MARK = ("uid", "kind", "made", "text", "anchors")


def read_session(db: sqlite3.Connection, sources: Sources) -> Session:
    """Read the session of a comparison; a new one if none is saved."""
    row = db.execute("SELECT id, opened, view FROM comparison WHERE key = ?", (sources.key,)).fetchone()
    others = _marks_of_stories(db, sources)
    if row is None:
        return Session(sources, _merged((), others))
    view = parse_object(row[2])
    known = dict(db.execute("SELECT key, fingerprint FROM article WHERE comparison = ?", (row[0],)))
    changed = (side for side in Side if known.get(sources.at(side).key) != sources.at(side).fingerprint)
    return Session(
        sources,
        _merged(_read_marks(db, row[0], sources), others),
        decode_position(view, sources),
        decode_view_settings(view),
        decode_seen(view, sources),
        decode_preferences(view.get("preferences")),
        tuple(changed),
        number_in_range(row[1], 0, 1e11) or 0.0,
        former_threshold=decode_dropped_threshold(view),
    )


def _read_marks(db: sqlite3.Connection, comparison: int, sources: Sources) -> tuple[Mark, ...]:
    query = f"SELECT {', '.join(_MARK)} FROM mark WHERE comparison = ? ORDER BY made, uid"
    rows = (dict(zip(_MARK, row, strict=True)) for row in db.execute(query, (comparison,)))
    return tuple(mark for row in rows if (mark := decode_mark(row, sources)))


def read_dismissed(db: sqlite3.Connection, sources: Sources) -> tuple[Mark, ...]:
    """Read the marks of differences that were dismissed in a comparison."""
    query = f"SELECT {', '.join(_MARK)} FROM mark WHERE kind = ? AND comparison = ({_ID})"
    rows = db.execute(query, (MarkKind.DISMISSED.value, sources.key))
    decoded = (decode_mark(dict(zip(_MARK, row, strict=True)), sources) for row in rows)
    return tuple(mark for mark in decoded if mark)


def _marks_of_stories(db: sqlite3.Connection, sources: Sources) -> tuple[Mark, ...]:
    """The marks that comparisons with other reports of the same stories have on passages of these sources."""
    keys = {source.key for source in sources.items}
    found: list[Mark] = []
    for comparison in comparisons_of_stories(db, sources):
        query = f"SELECT {', '.join(_MARK)} FROM mark WHERE comparison = ?"
        for values in db.execute(query, (comparison,)):
            row = dict(zip(_MARK, values, strict=True))
            mark = decode_mark(row, sources)
            if mark and mark.anchors and stored_sources(row["anchors"]) <= keys:
                found.append(mark)
    return tuple(found)


def _merged(own: Iterable[Mark], others: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of both, in the order they were made."""
    by_uid = {mark.uid: mark for mark in (*others, *own)}
    return tuple(sorted(by_uid.values(), key=lambda mark: (mark.created, mark.uid)))


def write_marks(db: sqlite3.Connection, session: Session, marks: Iterable[Mark]) -> None:
    comparison = _comparison_row(db, session)
    _insert_marks(db, comparison, marks)


def delete_marks(db: sqlite3.Connection, session: Session, uids: Iterable[str]) -> None:
    _comparison_row(db, session)
    db.executemany("DELETE FROM mark WHERE uid = ?", [(uid,) for uid in uids])


def write_view(db: sqlite3.Connection, session: Session) -> None:
    """Write position, filters, preferences, passages seen, and the current titles."""
    comparison = _comparison_row(db, session)
    before = db.execute("SELECT view FROM comparison WHERE id = ?", (comparison,)).fetchone()[0]
    articles = (session.sources.at(side).article for side in Side)
    view = encode_view(session, None if session.fresh else before)
    seen = decode_seen(parse_object(view), session.sources)
    share = share_seen(articles, (seen[side] for side in Side))
    db.execute(
        "UPDATE comparison SET opened = ?, view = ?, progress = ?, swapped = ? WHERE id = ?",
        (time.time(), view, share, _swapped(session.sources), comparison),
    )
    _write_articles(db, comparison, session.sources)


def _comparison_row(db: sqlite3.Connection, session: Session) -> int:
    """The id of a comparison's row. If there is none (new, deleted, damaged), writes the whole session."""
    sources = session.sources
    row = db.execute(_ID, (sources.key,)).fetchone()
    if row:
        return int(row[0])
    values = sources.key, time.time(), encode_view(session), _swapped(sources)
    inserted = db.execute("INSERT INTO comparison (key, opened, view, swapped) VALUES (?, ?, ?, ?)", values)
    comparison = inserted.lastrowid or 0
    _write_articles(db, comparison, sources)
    _insert_marks(db, comparison, session.marks)
    return comparison


def _insert_marks(db: sqlite3.Connection, comparison: int, marks: Iterable[Mark]) -> None:
    rows = [(m.uid, comparison, m.kind.value, m.created, m.text, encode_anchors(m.anchors)) for m in marks]
    db.executemany(
        "INSERT OR REPLACE INTO mark (uid, comparison, kind, made, text, anchors) VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )


def _write_articles(db: sqlite3.Connection, comparison: int, sources: Sources) -> None:
    for slot, index in enumerate(sources.stored_order):
        source = sources.items[index]
        article = source.article
        about = (clean_line(text) for text in (article.title, article.source, article.published))
        row = (comparison, slot, source.key, encoded_location(source.location), *about, source.fingerprint)
        db.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _swapped(sources: Sources) -> int:
    return int(sources.stored_order[0] > 0)


# -- all comparisons

_RECENT = """
SELECT c.id, c.opened, c.progress, c.swapped, a.title, a.location, b.title, b.location,
       (SELECT count(*) FROM mark WHERE comparison = c.id AND kind IN ('mark', 'note'))
FROM comparison c
JOIN article a ON a.comparison = c.id AND a.slot = 0
JOIN article b ON b.comparison = c.id AND b.slot = 1
ORDER BY c.opened DESC, c.id DESC
"""


def read_recents(db: sqlite3.Connection) -> tuple[Recent, ...]:
    """Read the saved comparisons, the latest first."""
    return tuple(map(_recent, db.execute(_RECENT)))


def _recent(row: Sequence[Any]) -> Recent:
    opened, progress = number_in_range(row[1], 0, 1e11) or 0.0, number_in_range(row[2], 0, 1) or 0.0
    titles, locations = (
        (clean_line_of(row[4]), clean_line_of(row[6])),
        (decoded_location(row[5]), decoded_location(row[7])),
    )
    if row[3]:
        titles, locations = titles[::-1], locations[::-1]
    return Recent(row[0], titles, locations, opened, progress, row[8])


def prune(db: sqlite3.Connection, most: int) -> None:
    """Delete the oldest comparisons without marks beyond a number of comparisons."""
    surplus = db.execute("SELECT count(*) FROM comparison").fetchone()[0] - most
    if surplus > 0:
        db.execute(
            "DELETE FROM comparison WHERE id IN (SELECT id FROM comparison"
            " WHERE id NOT IN (SELECT comparison FROM mark) ORDER BY opened LIMIT ?)",
            (surplus,),
        )


def forget(db: sqlite3.Connection, ids: Iterable[int] | None) -> None:
    """Delete some comparisons with everything that belongs to them, or all comparisons."""
    if ids is None:
        db.execute("DELETE FROM comparison")
    else:
        db.executemany("DELETE FROM comparison WHERE id = ?", [(id,) for id in ids])
