"""Blocks of lines that fit a width: paragraphs with a hanging label, and two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len

from tui.layout.wrap import lines, pad


def prose(text: str, width: int) -> list[str]:
    """`text` as one paragraph, wrapped to `width` cells; white space in it counts as one space."""
    return lines(" ".join(text.split()), width)


def hanging(label: str, text: str, width: int, indent: int) -> list[str]:
    """A paragraph indented by `indent` cells, its first line by `label` (which is narrower)."""
    first, *rest = prose(text, width - indent)
    return [pad(label, indent) + first, *(" " * indent + line for line in rest)]


def beside(left: Sequence[str], middle: Sequence[str], right: Sequence[str], at: int) -> list[str]:
    """Three blocks side by side; the right one begins at cell `at`, the middle one just before."""
    rows = []
    for ours, sign, theirs in zip_longest(left, middle, right, fillvalue=""):
        gap = at - cell_len(ours) - cell_len(sign) - 1
        rows.append(f"{ours}{' ' * gap}{sign} {theirs}".rstrip())
    return rows


def rule(title: str, width: int, line: str = "─") -> list[str]:
    """A heading that ends in a line; a heading wider than `width` is wrapped and has none."""
    rest = width - cell_len(title) - 1
    if rest < 1:
        return prose(title, width)
    return [f"{title} {line * rest}"]
