"""The status line: the current link or a message, and the filters and counts."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.layout.wrap import cell_len, fit
from tui.model import Kind, Side
from tui.model.symbols import UNICODE, Symbols
from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import Reading
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget


class StatusLine(RowWidget):
    """On the left the current link or a message; on the right filters and counts."""

    COMPONENT_CLASSES = {"status-line--message"}

    def watch_scene(self, old: Scene, new: Scene) -> None:
        if (
            (old.message, old.pending, old.unsaved) != (new.message, new.pending, new.unsaved)
            or old.reading != new.reading
            or old.view.locked != new.view.locked
            or not old.ledger.same_disagreements(new.ledger)
        ):
            self.refresh()

    def strip_at(self, y: int) -> Strip:
        base, reading = self.base, self.scene.reading
        link = reading.link
        style = base + (self.topic_style(link.topic) if link else Style())
        message = self.scene.message
        pending = " · ".join(part for part in (self.scene.unsaved, self.scene.pending) if part)
        if pending or message:
            style = self.component_style("status-line--message", base)
        if not message and (reading.links or not pending):  # there is a current link
            message = position(reading, self.signs)
        room = self.size.width - 2
        left = fit(" · ".join(part for part in (pending, message) if part), room)
        right = summary(self.scene, room - cell_len(left) - 2, self.signs)
        gap = room - cell_len(left) - cell_len(right)
        return self.full_strip(
            [Segment(" ", base), Segment(left, style), Segment(" " * gap + right + " ", base)]
        )


def position(reading: Reading, signs: Symbols = UNICODE) -> str:
    """The current position: `link 3 of 11 · sanctions · score 71 · ≈ same`."""
    place = reading.hit_number
    hit = f"hit {place or '-'} of {len(reading.hits)} · " if reading.hits else ""
    link = reading.link
    if link is None:
        return hit + _without_link(reading)
    topics = reading.comparison.topics
    label = f"{topics[link.topic].label} · " if link.topic >= 0 else ""
    order = f"{hit}link {reading.link_number} of {len(reading.links)}"
    facts = [f"{signs.of(link)} {link.relation_name}"]
    if reading.visible.is_moved(link):
        facts.append("moved")
    if link.pinned:
        facts.append("pinned")
    return f"{order} · {label}score {link.score:.0f} · {', '.join(facts)}"


def _without_link(reading: Reading) -> str:
    count = len(reading.links)
    passage = reading.passage(reading.side)
    if not count:
        return nothing_shown(reading)
    unmatched = reading.visible.unmatched[reading.side]
    only = passage is not None and passage.index in unmatched and passage.kind is Kind.BODY
    return f"{f'only in {reading.side.value} · ' if only else ''}{plural(count, 'link')}, n goes to the next"


def nothing_shown(reading: Reading) -> str:
    """Why no link is shown."""
    if not reading.comparison.links:
        return not_comparable(reading) or "these two articles have nothing in common"
    if reading.visible.filter.narrows_links:
        return "no link passes this filter: escape shows all, - lowers the threshold"
    return f"no link with a score of {reading.threshold:.0f} or more: - lowers the threshold"


def not_comparable(reading: Reading) -> str:
    """Why the two articles cannot be compared at all; empty if they can. Used only if there is no link."""
    from tui.analysis.comparability import incomparable_reason

    return incomparable_reason(reading.comparison.left, reading.comparison.right)


def summary(scene: Scene, room: int, signs: Symbols = UNICODE) -> str:
    """The filters and counts that fit: `≥ 50 · all topics · 11 links · 3 ! · only L 9, R 12`."""
    reading = scene.reading
    aligned = reading.comparison.aligned
    unmatched = ", ".join(f"{side.initial} {len(reading.visible.unmatched[side])}" for side in Side)
    count, differing = len(reading.links), len(scene.ledger.disagreements)
    parts = (
        f"{signs.at_least} {reading.threshold:.0f}",
        filters(reading),
        "" if scene.view.locked else "scroll lock off",
        f"{plural(count, 'link')}{'' if aligned else ' so far'}",
        f"{differing} {signs.differs}" if differing else "",
        f"only {unmatched}" if aligned else "",
    )
    fitting = ""
    for part in parts:
        longer = " · ".join(text for text in (fitting, part) if text)
        if cell_len(longer) <= room:
            fitting = longer
    return fitting


def filters(reading: Reading) -> str:
    """The active filters: a topic, a relation, a trait, unmatched passages; `all topics` if there is none."""
    chosen = reading.visible.filter
    active = []
    if chosen.topic != ALL_TOPICS and chosen.topic < len(reading.comparison.topics):
        active.append(f"topic {chosen.topic + 1} {reading.comparison.topics[chosen.topic].label}")
    if chosen.relation:
        active.append(f"{chosen.relation.value} only")
    if chosen.trait:
        active.append(f"with {chosen.trait.value}" if chosen.trait.value[-1] == "s" else chosen.trait.value)
    if chosen.only_unmatched:
        active.append("only unmatched")
    return ", ".join(active) or "all topics"
