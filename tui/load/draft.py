"""What a reader hands on: blocks of clean text, and what the source says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import Kind


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of clean text on one line."""

    text: str
    kind: Kind | None = None
    """What the source's own marks say it is; None where the words must tell."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is cut into passages."""

    blocks: tuple[Block, ...] = ()
    title: str = ""
    published: str = ""
    source: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()
