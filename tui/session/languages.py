"""Languages in which sources are read, as the reader has said; kept by source, in whatever comparison it is.

Text without a name (standard input, the clipboard, a paste) has none that could be kept.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from os import path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.session.identity import digest, without_user
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
            store.save_languages(dict.fromkeys(saved, ""))
        return settings
    said = settings.languages or ("",) * len(settings.sources)
    languages = tuple(own or saved.get(name, "") for name, own in zip(settings.sources, said, strict=True))
    return replace(settings, languages=languages) if any(languages) else settings


def source_key(name: str) -> str:
    """Key of a source by its name, as that of its articles; empty for one that can be read only once."""
    # Imported here: the first frame does without the room that reads sources.
    from tui.sources.errors import READ_ONCE
    from tui.sources.web.address import is_address

    if not name or name in READ_ONCE:
        return ""
    return digest(without_user(name).split("#")[0] if is_address(name) else path.realpath(name))


def read_languages(db: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """The codes of the named sources that have one, by name."""
    languages = {}
    for name in names:
        row = db.execute("SELECT code FROM language WHERE source = ?", (source_key(name),)).fetchone()
        if row and isinstance(row[0], str) and _CODE.fullmatch(row[0]):
            languages[name] = row[0]
    return languages


def write_languages(db: sqlite3.Connection, codes: Mapping[str, str]) -> None:
    """Save codes by the names of sources; an empty one has the language detected from now on."""
    keys = {key: code for name, code in codes.items() if (key := source_key(name))}
    db.executemany("DELETE FROM language WHERE source = ?", [(key,) for key in keys])
    rows = [(key, code, time.time()) for key, code in keys.items() if code]
    db.executemany("INSERT INTO language VALUES (?, ?, ?)", rows)
    db.execute(
        "DELETE FROM language WHERE source NOT IN (SELECT source FROM language ORDER BY made DESC LIMIT ?)",
        (MOST_LANGUAGES,),
    )


def forget_unused_languages(db: sqlite3.Connection) -> None:
    """Delete the languages of sources that are in no comparison and in no story any more."""
    db.execute(
        "DELETE FROM language WHERE source NOT IN (SELECT key FROM article)"
        " AND source NOT IN (SELECT key FROM story_article)"
    )
