"""A store in a folder of its own, and sessions on the ferry's two articles."""

from __future__ import annotations

from pathlib import Path

from tests.examples import FERRY, QUAY, article
from tests.stores import open_store
from tui.model import Article
from tui.session import MarkKind, Session, Store

NAMED = "/news/ferry.txt", "/news/quay.txt"


def ferry(*changes: tuple[str, str], before: str = "") -> Article:
    """The left article; with words replaced, or with a sentence before its body."""
    lines = []
    for line in FERRY:
        text, kind = (line, None) if isinstance(line, str) else line
        for old, new in changes:
            text = text.replace(old, new)
        lines.append(text if kind is None else (text, kind))
    lead = (before, "") if before else ()
    return article((*lines[:2], *lead, *lines[2:]), "Ferry burns off Kessel")


def quay() -> Article:
    return article(QUAY, "Panic on a burning ferry")


def store_in(folder: Path) -> Store:
    return open_store(folder / "state" / "sessions.db")


def opened(store: Store) -> Session:
    return store.session((ferry(), quay()), NAMED)


def notes(session: Session) -> list[str]:
    return [located.mark.text for located in session.listed_marks]


def with_note(store: Store, text: str, left: int | None = 5, right: int | None = 2) -> Session:
    session = opened(store)
    return store.add(session, session.new_mark(MarkKind.NOTE, left, right, text))
