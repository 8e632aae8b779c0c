"""The line that says what a key steps over, and where the reader is."""

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
    """Left the current link, or what has just happened; right the filters and the counts."""

    COMPONENT_CLASSES = {"status-line--message"}

    def watch_scene(self, old: Scene, new: Scene) -> None:
        if (
            (old.message, old.pending) != (new.message, new.pending)
            or old.reading != new.reading
            or old.view.locked != new.view.locked
            or not old.ledger.same_disagreements(new.ledger)
        ):
            self.refresh()

    def strip_at(self, y: int) -> Strip:
        base, reading = self.base, self.scene.reading
        link = reading.link
        style = base + (self.topic_style(link.topic) if link else Style())
        message, pending = self.scene.message, self.scene.pending
        if pending or message:
            style = self.look("status-line--message", base)
        if not message and (reading.links or not pending):  # there is a position to speak of
            message = position(reading, self.signs)
        room = self.size.width - 2
        left = fit(" · ".join(part for part in (pending, message) if part), room)
        right = summary(self.scene, room - cell_len(left) - 2, self.signs)
        gap = room - cell_len(left) - cell_len(right)
        return self.finished(
            [Segment(" ", base), Segment(left, style), Segment(" " * gap + right + " ", base)]
        )


def position(reading: Reading, signs: Symbols = UNICODE) -> str:
    """What the reader is at: `link 3 of 11 · sanctions · score 71 · ≈ same`."""
    place = reading.hit_number
    hit = f"hit {place or '-'} of {len(reading.hits)} · " if reading.hits else ""
    link = reading.link
    if link is None:
        return hit + _without_link(reading)
    topics = reading.comparison.topics
    label = f"{topics[link.topic].label} · " if link.topic >= 0 else ""
    order = f"{hit}link {reading.link_number} of {len(reading.links)}"
    said = [f"{signs.of(link)} {link.relation.value}"]
    if reading.visible.is_moved(link):
        said.append("moved")
    if link.pinned:
        said.append("pinned")
    return f"{order} · {label}score {link.score:.0f} · {', '.join(said)}"


def _without_link(reading: Reading) -> str:
    count = len(reading.links)
    here = reading.passage(reading.side)
    alone = here is not None and here.index in reading.visible.unmatched[reading.side]
    if not count:
        return nothing_shown(reading)
    where = "only here · " if alone and here is not None and here.kind is Kind.BODY else ""
    return f"{where}{plural(count, 'link')}, n goes to the next"


def nothing_shown(reading: Reading) -> str:
    """Why there is no link to step to."""
    if not reading.comparison.links:
        return not_comparable(reading) or "these two articles have nothing in common"
    if reading.visible.filter.narrows_links:
        return "no link passes this filter: escape shows all, - is looser"
    return f"no link with a score of {reading.threshold:.0f} or more: - is looser"


def not_comparable(reading: Reading) -> str:
    """Why the two articles cannot be compared at all, if so; asked only where nothing was found."""
    from tui.analysis.comparability import incomparable_reason

    return incomparable_reason(reading.comparison.left, reading.comparison.right)


def summary(scene: Scene, room: int, signs: Symbols = UNICODE) -> str:
    """The filters and the counts that fit: `≥ 50 · all topics · 11 links · 3 differ · only L 9, R 12`."""
    reading = scene.reading
    aligned = reading.comparison.aligned
    alone = ", ".join(f"{side.initial} {len(reading.visible.unmatched[side])}" for side in Side)
    count, differing = len(reading.links), len(scene.ledger.disagreements)
    parts = (
        f"{signs.at_least} {reading.threshold:.0f}",
        filters(reading),
        "" if scene.view.locked else "scrolling apart",
        f"{plural(count, 'link')}{'' if aligned else ' so far'}",
        f"{differing} {signs.differs}" if differing else "",
        f"only {alone}" if aligned else "",
    )
    said = ""
    for part in parts:
        longer = " · ".join(one for one in (said, part) if one)
        if cell_len(longer) <= room:
            said = longer
    return said


def filters(reading: Reading) -> str:
    """What is kept: a topic, a relation, a trait, what stands alone; `all topics` if nothing is."""
    chosen = reading.visible.filter
    kept = []
    if chosen.topic != ALL_TOPICS and chosen.topic < len(reading.comparison.topics):
        kept.append(f"topic {chosen.topic + 1} {reading.comparison.topics[chosen.topic].label}")
    if chosen.relation:
        kept.append(f"{chosen.relation.value} only")
    if chosen.trait:
        kept.append(f"with {chosen.trait.value}" if chosen.trait.value[-1] == "s" else chosen.trait.value)
    if chosen.only_unmatched:
        kept.append("only here")
    return ", ".join(kept) or "all topics"
