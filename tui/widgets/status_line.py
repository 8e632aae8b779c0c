"""The line that says what a key steps over, and where the reader is."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from tui.layout.wrap import cell_len, fit
from tui.model import Side
from tui.reading import ALL_TOPICS, Reading
from tui.widgets.canvas import Canvas
from tui.widgets.palette import sign, topic_style


class StatusLine(Canvas):
    """Left the current link, or what has just happened; right the filters and the counts."""

    COMPONENT_CLASSES = {"status-line--message"}

    reading: reactive[Reading] = reactive(Reading)
    message: reactive[str] = reactive("")

    def strip_at(self, y: int) -> Strip:
        base = self.rich_style
        link = self.reading.link
        colour = topic_style(self.app.theme_variables, link.topic) if link else Style()
        room = self.size.width - 2
        if self.message:
            colour = self.look("status-line--message", base)
        left = fit(self.message or position(self.reading), room)
        right = summary(self.reading, room - cell_len(left) - 2)
        gap = room - cell_len(left) - cell_len(right)
        return self.finished(
            [
                Segment(" ", base),
                Segment(left, base + colour),
                Segment(" " * gap + right + " ", base),
            ]
        )


def position(reading: Reading) -> str:
    """Which link the reader is at: `link 3 of 11 · sanctions · score 71 · ≈ same`."""
    count = len(reading.links)
    link = reading.link
    if link is None:
        if not count:
            return nothing_shown(reading)
        passage = reading.passage(reading.side)
        alone = passage and not reading.shown.at(reading.side, passage.index)
        here = "only here · " if alone and passage and passage.kind.value == "body" else ""
        return f"{here}{count} {'link' if count == 1 else 'links'}, n goes to the next"
    topics = reading.comparison.topics
    label = topics[link.topic].label if link.topic >= 0 else "no topic"
    order = f"link {reading.number} of {count}"
    return f"{order} · {label} · score {link.score:.0f} · {sign(link)} {link.relation.value}"


def nothing_shown(reading: Reading) -> str:
    """Why there is no link to step to."""
    if not reading.comparison.links:
        return "these two articles have nothing in common"
    if reading.topic != ALL_TOPICS:
        return "no link of this topic at this threshold: 0 shows all topics, - is looser"
    return f"no link with a score of {reading.threshold:.0f} or more: - is looser"


def summary(reading: Reading, room: int) -> str:
    """The filters and the counts that fit: `≥ 50 · 11 links · all topics · only L 9 · only R 12`."""
    topics = reading.comparison.topics
    topic = "all topics" if reading.topic == ALL_TOPICS else f"topic {reading.topic + 1}"
    if reading.topic != ALL_TOPICS and reading.topic < len(topics):
        topic += f" {topics[reading.topic].label}"
    alone = [
        f"only {side.initial} {len(reading.comparison.unmatched(side, reading.threshold))}" for side in Side
    ]
    count = len(reading.links)
    links = f"{count} {'link' if count == 1 else 'links'}"
    said = ""
    for part in (f"≥ {reading.threshold:.0f}", topic, " · ".join(alone), links):
        longer = f"{said} · {part}" if said else part
        if cell_len(longer) <= room:
            said = longer
    return said
