"""Tables of the state file, and the migrations from earlier versions.

A comparison has two articles (slots 0 and 1); `swapped` tells their order on the screen. A story has three
to twelve, in the order of the screen; what is noted on two of them belongs to the comparison of these two.
The language of a source, as the reader says, belongs to the source alone: to each name of it (`source`) that
led to the article with that key (`article`).
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x636D7031
"""SQLite application id of our files: "cmp1"."""

_FIRST = """
CREATE TABLE comparison (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    opened REAL NOT NULL,
    view TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX comparison_opened ON comparison (opened);
CREATE TABLE article (
    comparison INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    slot INTEGER NOT NULL,
    key TEXT NOT NULL,
    location BLOB NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    published TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (comparison, slot)
) WITHOUT ROWID;
CREATE TABLE mark (
    uid TEXT PRIMARY KEY,
    comparison INTEGER NOT NULL REFERENCES comparison (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    made REAL NOT NULL,
    text TEXT NOT NULL,
    anchors TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX mark_comparison ON mark (comparison);
"""

_PROGRESS = """
ALTER TABLE comparison ADD COLUMN progress REAL NOT NULL DEFAULT 0;
ALTER TABLE comparison ADD COLUMN swapped INTEGER NOT NULL DEFAULT 0;
"""

_STORIES = """
CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    opened REAL NOT NULL
);
CREATE TABLE story_article (
    story INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
    slot INTEGER NOT NULL,
    key TEXT NOT NULL,
    location BLOB NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (story, slot)
) WITHOUT ROWID;
CREATE INDEX story_article_key ON story_article (key)
"""

_LANGUAGES = """
CREATE TABLE language (
    source TEXT PRIMARY KEY, code TEXT NOT NULL, made REAL NOT NULL, article TEXT NOT NULL
) WITHOUT ROWID
"""

MIGRATIONS = (_FIRST, _PROGRESS, _STORIES, _LANGUAGES)
"""Migration n brings a file of version n to version n + 1. A released one is never edited."""
VERSION = len(MIGRATIONS)


def migrate(db: sqlite3.Connection) -> None:
    """Migrate a file to this version in one transaction."""
    db.execute("BEGIN IMMEDIATE")
    try:
        # Read inside the transaction: another instance may have migrated the file meanwhile.
        for step in MIGRATIONS[version(db) :]:
            for statement in filter(str.strip, step.split(";")):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
