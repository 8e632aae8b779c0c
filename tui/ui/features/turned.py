"""Where the panes are once other reports of the story are on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from tui.model import Side
from tui.model.statement import letter
from tui.model.story import ComparedPair, ReportPair, in_order
from tui.reading.reading import Reading
from tui.ui.scene import Scene

Target = Callable[[Scene, Scene], Reading]
"""From the scene before a turn and the one after it, still at its start, the reading to go to."""


def in_place(before: Scene, after: Scene, target: Target) -> Scene:
    """The scene of the other reports where a turn leads, the left text unmoved if it is the same."""
    assert before.story and after.story, "both are scenes of a story"
    reading = target(before, after)
    there = after.at(reading, level=True)
    same = before.story.read == after.story.read and before.reading.left == reading.left
    if not same or before.view.left.height != there.view.left.height:
        return there
    if not before.view.shows(Side.LEFT, reading.left):
        return there
    view = there.view.with_top(Side.LEFT, before.view.left_top)
    if not reading.pair:
        return there.looking(view)
    stacked = there.geometry.stacked
    right = reading.right
    return there.looking(
        view.scrolled_to_both(reading.left, right) if stacked else view.level_with(reading.left, right)
    )


def start(before: Scene, after: Scene) -> Reading:
    """Where the session was left, or the beginning."""
    return after.reading


def counterpart(left: int | None, before: Scene, after: Scene) -> Reading:
    """At the left passage that was read, or the one given, and its counterpart in the report on the right."""
    assert after.story, "reports are of a story"
    left = before.reading.left if left is None else left
    shown = after.story.shown
    right = after.story.passage_in(shown[1], left, after.reading.threshold)
    if right is None and in_order(shown) in after.story.story.pairs:
        # A link by words may be here until the links are refined; the story knows better.
        there = after.reading.at_passage_only(Side.LEFT, _within(after, Side.LEFT, left))
        return replace(there, side=before.reading.side)
    return replace(at_places(left, right, before, after), side=before.reading.side)


def counterpart_note(scene: Scene) -> str:
    """Why the left passage has no counterpart on the right pane; empty if it has one."""
    assert scene.story, "reports are of a story"
    read, report = scene.story.shown
    known = scene.story.passage_in(report, scene.reading.left, scene.reading.threshold)
    if scene.reading.pair or known is not None:
        return ""
    if report in scene.story.story.pending(read):
        return f"{letter(report)} is not compared with {letter(read)} yet"
    return f"{letter(report)} has no counterpart of this passage"


def with_pair(scene: Scene, pair: ReportPair, compared: ComparedPair) -> Scene:
    """The scene once two more reports are compared; who was told to wait for a counterpart comes to it."""
    assert scene.story, "pairs are of a story"
    after = replace(scene, story=scene.story.with_story(scene.story.story.with_pair(pair, compared)))
    waits = scene.message and not scene.turning and set(pair) == set(scene.story.shown)
    if not waits or scene.message != counterpart_note(scene):
        return after
    there = in_place(after, after, partial(counterpart, None))
    return there.saying(counterpart_note(there))


def swapped(before: Scene, after: Scene) -> Reading:
    """At the same passages, each on the other side."""
    here = before.reading
    if here.pair:
        return at_places(here.right, here.left, before, after)
    there = after.reading.at_passage_only(Side.LEFT, _within(after, Side.LEFT, here.right))
    return replace(there, right=_within(after, Side.RIGHT, here.left))


def at_places(left: int | None, right: int | None, before: Scene, after: Scene) -> Reading:
    """At a passage of each side, or at one and what is linked to it."""
    reading = after.reading
    if left is not None and right is not None:
        pair = _within(after, Side.LEFT, left), _within(after, Side.RIGHT, right)
        return replace(reading, side=Side.LEFT).at_pair(*pair)
    if left is not None:
        return reading.at_passage(Side.LEFT, _within(after, Side.LEFT, left))
    if right is not None:
        return reading.at_passage(Side.RIGHT, _within(after, Side.RIGHT, right))
    return reading


def _within(scene: Scene, side: Side, index: int) -> int:
    """An index that the article has: it may have been read again, and be shorter now."""
    return max(0, min(index, len(scene.reading.comparison.article(side).passages) - 1))
