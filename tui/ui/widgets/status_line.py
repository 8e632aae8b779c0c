"""The status line: the current pair or a message, and what is set apart from the usual."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.layout.wrap import cell_len, fit
from tui.model import Kind, Relation
from tui.model.direction import isolated_label
from tui.model.symbols import relation_text
from tui.model.wording import plural, score_text
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import Reading
from tui.ui.keys import DEFAULT_SIGNS, KeySigns
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget

FEWEST_LABEL = 8
"""Cells from which on the beginning of a topic's name says something."""
_POSITION = 22
"""Cells that the current pair needs beside a filter: `Pair 2 of 12 · the Ma…`."""


class StatusLine(RowWidget):
    """On the left the current pair or a message; on the right what differs from the usual."""

    COMPONENT_CLASSES = {"status-line--message"}

    def watch_scene(self, old: Scene, new: Scene) -> None:
        if (
            _messages(old) != _messages(new)
            or old.reading != new.reading
            or old.view.locked != new.view.locked
            or not old.ledger.same_open_entries(new.ledger)
        ):
            self.refresh()

    def strip_at(self, y: int) -> Strip:
        base, reading = self.base, self.scene.reading
        link = reading.link
        style = base + (self.topic_style(link.topic) if link else Style())
        message = self.scene.message
        pending = " · ".join(part for part in _messages(self.scene)[2:] if part)
        if pending or message:
            style = self.component_style("status-line--message", base)
        room, keys = self.size.width - 2, self.scene.keys
        kept = "" if message else filters(reading, max(room // 2, room - _POSITION), keys)
        space = room - cell_len(kept) - 2 if kept else room
        if not message and (reading.links or not pending):  # there is a current link
            before = cell_len(f"{pending} · ") if pending else 0
            message = self.scene.hint or position(reading, keys, space - before)
        left = fitted(pending, message, space, answered=bool(self.scene.message))
        right = settings(self.scene, room - cell_len(left) - 2)
        right = right if filters(reading, keys=keys) in right else kept
        gap = room - cell_len(left) - cell_len(right)
        return self.full_strip(
            [Segment(" ", base), Segment(left, style), Segment(" " * gap + right + " ", base)]
        )


def fitted(pending: str, told: str, width: int, *, answered: bool = False) -> str:
    """What is still to come, and after it the position or a message, in at most so many cells.

    Where both have no room, what is to come is told in fewer words, and of the position only the number of
    the pair. The answer to a key (`answered`) comes whole before what is to come.
    """
    if not pending or not told:
        return fit(pending or told, width)
    briefly = pending.removeprefix("links by words, ").removesuffix(" of reports")
    shorter = [told] if answered else [f"{briefly} · {told.split(' · ')[0].split(':')[0]}", briefly]
    forms = [f"{pending} · {told}", f"{briefly} · {told}", *shorter]
    return next((form for form in forms if cell_len(form) <= width), fit(forms[-1], width))


def _messages(scene: Scene) -> tuple[str, ...]:
    return scene.message, scene.hint, scene.unsaved, scene.pending, scene.story_progress


def position(reading: Reading, keys: KeySigns = DEFAULT_SIGNS, width: int = 1_000) -> str:
    """The current position: `Pair 3 of 11 · sanctions · same statement, score 71`.

    A topic that is too long for so many cells is cut; it is left out if only a few are left for it, then the
    word before the score, then the relation.
    """
    place = reading.hit_number
    hit = f"hit {place or '-'} of {len(reading.hits):,} · " if reading.hits else ""
    link = reading.link
    if link is None:
        return _sentence(hit + _without_link(reading, keys))
    topics = reading.comparison.topics
    facts = [relation_text(link), score_text(link.score)]
    if reading.visible.is_moved(link):
        facts.append("moved")
    if link.pinned:
        facts.append("pinned")
    order = f"{hit}pair {reading.pair_number:,} of {len(reading.visible.stops):,} · "
    told = ", ".join(facts)
    if cell_len(order + told) > width:
        told = ", ".join([facts[0], facts[1].removeprefix("score "), *facts[2:]])
    if cell_len(order + told) > width:
        told = ", ".join(facts[1:])
    room = width - cell_len(order) - cell_len(told) - len(" · ")
    if link.topic >= 0 and room >= FEWEST_LABEL:
        order += f"{fit(isolated_label(topics[link.topic].label), room)} · "
    return _sentence(order + told)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _without_link(reading: Reading, keys: KeySigns) -> str:
    count = len(reading.visible.stops)
    passage = reading.passage(reading.side)
    if not count:
        return nothing_shown(reading, keys)
    unmatched = reading.visible.unmatched[reading.side]
    only = passage is not None and passage.index in unmatched and passage.kind is Kind.BODY
    so_far = "" if reading.comparison.aligned else " so far"
    lead = f"only in the {reading.side.value} article · " if only else ""
    # With hits of a search the key goes to the next of them.
    onward = "" if reading.hits else f": {keys.of('link.next')} goes to the next"
    return f"{lead}{plural(count, 'pair')}{so_far}{onward}"


def nothing_shown(reading: Reading, keys: KeySigns = DEFAULT_SIGNS) -> str:
    """Why no link is shown."""
    if not reading.comparison.links:
        return not_comparable(reading) or "these two articles have nothing in common"
    topic, lower = reading.topic, keys.of("threshold.lower")
    linked = any(link.topic == topic for link in reading.visible.above_threshold.links)
    if 0 <= topic < len(reading.comparison.topics) and not linked:
        side = reading.comparison.topics[topic].side
        where = f"the {side.value} article" if side else "both articles"
        return (
            f"topic {topic + 1} has passages in {where} but no linked pair; {keys.of('topic.all')} shows all"
        )
    if reading.visible.filter.narrows_links:
        return f"no pair passes this filter: {keys.of('close')} shows all, {lower} lowers the threshold"
    return f"no pair with a score of {reading.threshold:.0f} or more: {lower} lowers the threshold"


def not_comparable(reading: Reading) -> str:
    """Why the two articles cannot be compared by words; empty if they can be, or a model compared them.

    Used only if there is no link.
    """
    if reading.comparison.model:
        return ""
    from tui.analysis.comparability import incomparable_reason

    return incomparable_reason(reading.comparison.left, reading.comparison.right)


def settings(scene: Scene, room: int) -> str:
    """What differs from the usual, as far as it fits: `threshold 30 · only topic 3: sanctions`."""
    reading = scene.reading
    parts = (
        "" if reading.threshold == reading.comparison.threshold else f"threshold {reading.threshold:.0f}",
        filters(reading, keys=scene.keys),
        "" if scene.view.locked else "scroll lock off",
    )
    fitting = ""
    for part in parts:
        longer = " · ".join(text for text in (fitting, part) if text)
        if cell_len(longer) <= room:
            fitting = longer
    return fitting


def filters(reading: Reading, width: int = 1_000, keys: KeySigns = DEFAULT_SIGNS) -> str:
    """`only topic: the Marla - 0 shows all`: the active filters, cut before the key that ends them.

    Empty if there is none.
    """
    chosen = reading.visible.filter
    active = []
    if chosen.topic != ALL_TOPICS and chosen.topic < len(reading.comparison.topics):
        active.append(f"only topic: {isolated_label(reading.comparison.topics[chosen.topic].label)}")
    if chosen.relation:
        active.append("only same statements" if chosen.relation is Relation.SAME else "only related")
    if chosen.trait:
        active.append(f"only {'with ' if chosen.trait.value[-1] == 's' else ''}{chosen.trait.value}")
    if chosen.only_unmatched:
        active.append("only passages without counterpart")
    if not active:
        return ""
    only_topic = len(active) == 1 and chosen.topic != ALL_TOPICS
    ending = f" - {keys.of('topic.all' if only_topic else 'close')} shows all"
    return fit(" · ".join(active), width - cell_len(ending)) + ending
