"""The error of keeping."""

from __future__ import annotations


class NotKept(Exception):
    """What was to be kept is not; the message is one line fit to show."""
