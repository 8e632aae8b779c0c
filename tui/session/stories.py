"""Queries on the stories of the state file: sets of reports that were opened together.

What the reader notes is stored with the comparison of two of the reports. A story makes the notes on one
passage known in every comparison of that report with another one of the story. Each function is called inside
a transaction.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

from tui.session.identity import Sources
from tui.session.locations import decoded_location, encoded_location
from tui.session.serialization import clean_line_of, number_in_range
from tui.session.session import Recent
from tui.sources.clean import clean_line

MOST_STORIES = 200
"""Stories that are remembered: the latest."""


def write_story(db: sqlite3.Connection, sources: Sources) -> None:
    """Record that these reports were opened together, now."""
    values = sources.key, time.time()
    db.execute(
        "INSERT INTO story (key, opened) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET opened = excluded.opened",
        values,
    )
    story = db.execute("SELECT id FROM story WHERE key = ?", (sources.key,)).fetchone()[0]
    for slot, source in enumerate(sources.items):
        row = story, slot, source.key, encoded_location(source.location), clean_line(source.article.title)
        db.execute("INSERT OR REPLACE INTO story_article VALUES (?, ?, ?, ?, ?)", row)
    db.execute(
        "DELETE FROM story WHERE id NOT IN (SELECT id FROM story ORDER BY opened DESC, id DESC LIMIT ?)",
        (MOST_STORIES,),
    )


_KIN = """
SELECT DISTINCT c.id FROM comparison c
JOIN article a ON a.comparison = c.id AND a.slot = 0
JOIN article b ON b.comparison = c.id AND b.slot = 1
JOIN story_article one ON one.key = a.key
JOIN story_article other ON other.key = b.key AND other.story = one.story
JOIN story_article x ON x.story = one.story AND x.key = ?
JOIN story_article y ON y.story = one.story AND y.key = ?
WHERE c.key != ?
"""


def comparisons_of_stories(db: sqlite3.Connection, sources: Sources) -> list[int]:
    """The other comparisons of reports that were opened together with both of these sources."""
    keys = *(source.key for source in sources.items), sources.key
    return [row[0] for row in db.execute(_KIN, keys)]


def read_stories(db: sqlite3.Connection) -> tuple[Recent, ...]:
    """The stories, the latest first; their ids are negative, those of comparisons are not."""
    rows = db.execute(
        "SELECT s.id, s.opened, a.title, a.location FROM story s JOIN story_article a ON a.story = s.id"
        " ORDER BY s.opened DESC, s.id DESC, a.slot"
    ).fetchall()
    stories: dict[int, list[Sequence[object]]] = {}
    for row in rows:
        stories.setdefault(int(row[0]), []).append(row)
    return tuple(
        Recent(
            -id,
            tuple(clean_line_of(row[2]) for row in own),
            tuple(decoded_location(row[3]) for row in own),
            number_in_range(own[0][1], 0, 1e11) or 0.0,
            0.0,
            0,
        )
        for id, own in stories.items()
    )


def forget_stories(db: sqlite3.Connection, ids: Sequence[int] | None) -> None:
    """Delete stories by their ids as in `read_stories`, or all; the notes of their comparisons stay."""
    if ids is None:
        db.execute("DELETE FROM story")
    else:
        db.executemany("DELETE FROM story WHERE id = ?", [(-id,) for id in ids])
