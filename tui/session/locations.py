"""Paths and addresses as values of the state file."""

from __future__ import annotations

import os


def encoded_location(location: str) -> bytes:
    """The bytes of a path; empty if it could not be opened again."""
    try:
        return os.fsencode(location)
    except UnicodeEncodeError:
        return b""


def decoded_location(value: object) -> str:
    """The path in the encoding of the system; shown only through `display_name`."""
    return os.fsdecode(value) if isinstance(value, bytes) and b"\0" not in value else ""
