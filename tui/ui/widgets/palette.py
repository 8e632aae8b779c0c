"""The colours that carry meaning, in one place for every widget."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

TOPIC_COLOURS = 9
"""Topics beyond this many share colours; the number keys reach as many."""

_COLOURS = (
    "#4a9ede",
    "#d9822b",
    "#2e9e6b",
    "#c05fc9",
    "#d1495b",
    "#8a8f2a",
    "#1e9aa5",
    "#a0703c",
    "#7a78e0",
)
"""Of middle brightness: a contrast of 3 or more against Textual's dark and light backgrounds."""


def theme_variables() -> dict[str, str]:
    """Our own meanings as theme variables, so that a theme may change them."""
    return {f"topic-{k + 1}": colour for k, colour in enumerate(_COLOURS)}


def topic_style(variables: Mapping[str, str], topic: int) -> Style:
    """The colour of a topic, by its index; no colour for a link of no topic."""
    if topic < 0:
        return Style()
    return Style(color=variables[f"topic-{topic % TOPIC_COLOURS + 1}"])
