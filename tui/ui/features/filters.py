"""Filters: threshold, topic, relation and kind, unmatched passages, boilerplate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Side
from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import THRESHOLD_STEP, Reading
from tui.ui.features.sessions import GROUPING, REFINING
from tui.ui.keys import KeySigns
from tui.ui.scene import NOT_ALIGNED, Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.panels.filters import FilterChoice


class Filters:
    """Changes which links and passages are shown."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def threshold(self, scene: Scene, step: int) -> Scene:
        """Raise the threshold by a step (1), or lower it (-1)."""
        there = scene.reading.with_threshold(scene.reading.threshold + step * THRESHOLD_STEP)
        before, after = len(scene.reading.links), len(there.links)
        return scene.at(
            there,
            stay=True,
            message=f"threshold {there.threshold:.0f}: {before} → {plural(after, 'link')}",
        )

    def topic(self, scene: Scene, topic: int) -> Scene:
        """Show only the links of one topic, or ALL_TOPICS."""
        if topic != ALL_TOPICS and not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        if topic >= len(scene.reading.comparison.topics):
            return scene.refusing(_no_topic(scene, topic))
        there = scene.reading.with_topic(topic)
        return scene.at(there, level=topic != ALL_TOPICS, message=_topic_message(there, scene.keys))

    def topics(self, scene: Scene) -> Scene:
        """List the topics of both articles, to show only one."""
        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        if not scene.reading.comparison.topics:
            return scene.refusing(_no_topic(scene))
        from tui.ui.panels.topics import TopicsScreen

        self._host.ask(TopicsScreen(scene.reading), self.topic)
        return scene

    def choose(self, scene: Scene) -> Scene:
        """List the relations and traits of links, to show only one."""
        from tui.ui.panels.filters import FiltersScreen

        self._host.ask(FiltersScreen(scene.reading), self.links)
        return scene

    def links(self, scene: Scene, choice: FilterChoice) -> Scene:
        return scene.at(scene.reading.with_relation(choice.relation).with_trait(choice.trait))

    def unmatched(self, scene: Scene) -> Scene:
        """Show only unmatched passages, or all passages."""
        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        only = not scene.reading.visible.filter.only_unmatched
        folded = f"linked passages are folded ({scene.keys.of('only.filter')} to unfold)"
        message = folded if only else "all passages"
        return scene.at(scene.reading.with_only_unmatched(only), message=message)

    def boilerplate(self, scene: Scene) -> Scene:
        """Unfold bylines, captions and credits, or fold them."""
        unfolded = not scene.reading.visible.filter.show_boilerplate
        there = scene.reading.with_boilerplate(unfolded)
        folded = scene.reading if unfolded else there
        count = sum(len(folded.visible.folded[side]) for side in Side)
        message = f"{plural(count, 'line')} {'unfolded' if unfolded else 'folded'}"
        return scene.at(there, message=message)

    def unfold(self, scene: Scene) -> Scene:
        """Open a fold, whichever filter made it."""
        return (
            self.unmatched(scene) if scene.reading.visible.filter.only_unmatched else self.boilerplate(scene)
        )


def pairs_folded(scene: Scene) -> str:
    """Why no step leads to a pair while only unmatched passages are shown."""
    return f"the pairs are folded: {scene.keys.of('only.filter')} shows them"


def _no_topic(scene: Scene, topic: int = 0) -> str:
    """Why there is no such topic."""
    if scene.reading.comparison.topics:
        return f"there is no topic {topic + 1}: {scene.keys.of('topic.list')} lists them"
    if scene.pending.startswith((REFINING, GROUPING)):
        return "the topics are not there yet: try again in a moment"
    return "the articles have no topic in common"


def _topic_message(reading: Reading, keys: KeySigns) -> str:
    """What a topic filter does: how many pairs it leaves, and how to leave it."""
    if reading.topic == ALL_TOPICS:
        return "all topics"
    pairs = len(reading.visible.stops)
    if not pairs:
        return ""  # the status line says why
    return f"{plural(pairs, 'pair')}, the rest is dimmed: {keys.of('topic.all')} shows all"
