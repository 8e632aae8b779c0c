"""Languages in which sources are read, as the reader has said; kept by source, in whatever comparison it is.

Text without a name (standard input, the clipboard, a paste) has none that could be kept.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Article
from tui.session.identity import source_key, source_of
from tui.session.session import StateError
from tui.settings.settings import Settings

if TYPE_CHECKING:
    from tui.session.store import Store

MOST_LANGUAGES = 2000
"""Sources whose language is kept: the latest."""
_CODE = re.compile("[a-z]{2,3}")


def with_saved_languages(settings: Settings, store: Store) -> Settings:
    """Settings in which each source has its saved language, unless the command line names one.

    Who starts over has the saved ones forgotten.
    """
    if not settings.keep_state or not settings.sources:
        return settings
    saved = store.languages(settings.sources)
    if settings.fresh:
        with suppress(StateError):  # they may come back the next time, which is no reason to open nothing
            store.forget_languages(saved)
        return settings
    given = settings.languages or ("",) * len(settings.sources)
    languages = tuple(own or saved.get(name, "") for name, own in zip(settings.sources, given, strict=True))
    return replace(settings, languages=languages) if any(languages) else settings


def read_languages(db: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """The codes of the named sources that have one, by name."""
    languages = {}
    for name in names:
        row = db.execute("SELECT code FROM language WHERE source = ?", (source_key(name),)).fetchone()
        if row and isinstance(row[0], str) and _CODE.fullmatch(row[0]):
            languages[name] = row[0]
    return languages


def look_up_languages(file: Path, names: Iterable[str]) -> dict[str, str]:
    """As `read_languages`, in a state file that is left as it is even if it is damaged; none if so."""
    from tui.session.database_file import open_to_look

    try:
        db = open_to_look(file)
        if db is None:
            return {}
        with closing(db):
            return read_languages(db, names)
    except sqlite3.Error:
        return {}


def write_language(db: sqlite3.Connection, name: str, article: Article, code: str) -> None:
    """Save the language of a source; an empty code has it detected from now on.

    It is found by the name and by the address that the name led to, and kept as long as the article.
    """
    named = source_key(name)
    if not named:
        return
    key = source_of(article, name).key
    if not code:
        forget_languages(db, [name])
        db.execute("DELETE FROM language WHERE article = ?", (key,))
        return
    now = time.time()
    db.execute("UPDATE language SET code = ?, made = ? WHERE article = ?", (code, now, key))
    rows = [(source, code, now, key) for source in {named, key}]
    db.executemany("INSERT OR REPLACE INTO language (source, code, made, article) VALUES (?, ?, ?, ?)", rows)
    db.execute(
        "DELETE FROM language WHERE source NOT IN (SELECT source FROM language ORDER BY made DESC LIMIT ?)",
        (MOST_LANGUAGES,),
    )


def forget_languages(db: sqlite3.Connection, names: Iterable[str]) -> None:
    """Have the languages of named sources detected from now on."""
    for name in names:
        db.execute(
            "DELETE FROM language WHERE article IN (SELECT article FROM language WHERE source = ?)",
            (source_key(name),),
        )


def forget_unused_languages(db: sqlite3.Connection) -> None:
    """Delete the languages of sources that are in no comparison and in no story any more."""
    db.execute(
        "DELETE FROM language WHERE article NOT IN (SELECT key FROM article)"
        " AND article NOT IN (SELECT key FROM story_article)"
    )
