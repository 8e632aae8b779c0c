"""Move between links, passages and hits."""

from __future__ import annotations

from msgspec.structs import replace

from tui.engine.questions import Answer, FindSimilar, RankUnmatched, UnmatchedRanked
from tui.model import PassagePair, Side
from tui.reading.reading import Position, Reading
from tui.ui.features.filters import pairs_folded
from tui.ui.features.inquiries import Inquiries
from tui.ui.scene import NOT_ALIGNED, Scene

WEIGHING = "weighing what only one article has ..."


class Navigation:
    """Moves the reading position."""

    def __init__(self, inquiries: Inquiries) -> None:
        self._inquiries = inquiries
        self._steps_from: Position | None = None
        """Where the reader asked for an unmatched passage before they were ranked."""

    def next(self, scene: Scene, step: int) -> Scene:
        """Go to the next hit while a search is active, else to the next pair (step -1: the previous one)."""
        if self._inquiries.awaits(FindSimilar):
            self._inquiries.then(FindSimilar, lambda scene: self.next(scene, step))
            return scene
        if not scene.reading.hits:
            return self.next_link(scene, step)
        before, there = scene.reading.hit_number, scene.reading.next_hit(step)
        wrapped = before and (there.hit_number - before) * step <= 0
        end = "first" if step > 0 else "last"
        message = f"the search goes on at the {end} hit" if wrapped else ""
        return scene.at(there, level=True, jump=True, message=message)

    def next_link(self, scene: Scene, step: int) -> Scene:
        """Go to the next pair after the current passage or, if that is off screen, the top of the pane.

        A pair is a linked left passage with its best counterpart.
        """
        if scene.reading.visible.filter.only_unmatched:
            return scene.refusing(pairs_folded(scene))
        start = _start(scene)
        there = start.next_link(step)
        if there is not start:
            return scene.at(there, level=True, jump=True)
        so_far = "" if scene.aligned else " so far"
        if not start.links:
            return scene.refusing("")
        if start.link:
            return scene.refusing(f"this is the {_end(step)} pair{so_far}")
        return scene.refusing(f"no pair {_way(step)}{so_far}")

    def next_counterpart(self, scene: Scene, step: int) -> Scene:
        """Go to the next counterpart of the current passage, the best first (step -1: the previous one)."""
        count = len(scene.reading.counterparts)
        there = scene.reading.next_counterpart(step)
        if not count:
            return scene.refusing("this passage has no counterpart")
        if there is scene.reading:
            only = "only" if count == 1 else _end(step)
            return scene.refusing(f"this is the {only} counterpart of this passage")
        return scene.at(there, level=True, jump=True)

    def next_passage(self, scene: Scene, step: int) -> Scene:
        there = scene.reading.next_passage(step)
        if there is scene.reading:
            return scene.refusing(f"no passage {_way(step)}")
        return scene.at(there, level=True)

    def next_unmatched(self, scene: Scene, step: int) -> Scene:
        """Go to the next unmatched passage, by weight: those of the active article first, when it begins."""
        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        ranking = scene.ranking
        if ranking is None:
            return self._rank_first(scene, step)
        here = scene.reading.side, scene.reading.passage_index(scene.reading.side)
        passages = [(passage.side, passage.index) for passage in ranking]
        if not ranking:
            return scene.refusing("every passage has a counterpart")
        own = [k for k, (side, _) in enumerate(passages) if side is here[0]] or range(len(passages))
        position = passages.index(here) + step if here in passages else own[0 if step > 0 else -1]
        if not 0 <= position < len(ranking):
            return scene.refusing(f"this is the {_end(step)} passage that only one article has")
        passage = ranking[position]
        why = f" · {passage.why}" if passage.why else ""
        there = [other.index for other in ranking if other.side is passage.side]
        place = f"{there.index(passage.index) + 1} of {len(there)}, weightiest first"
        message = f"only in the {passage.side.value} article · {place}{why}"
        return scene.at(scene.reading.at_passage(passage.side, passage.index), jump=True, message=message)

    def _rank_first(self, scene: Scene, step: int) -> Scene:
        """Have a worker rank the unmatched passages; the step follows, unless the reader goes elsewhere."""
        question = _ranking_of(scene.reading)

        def take(scene: Scene, answer: Answer) -> Scene:
            assert isinstance(answer, UnmatchedRanked)
            if _ranking_of(scene.reading) != question:
                return scene
            scene = replace(scene, ranking=answer.passages)
            if scene.reading.place != self._steps_from:
                return scene
            scene = self.next_unmatched(scene, step)
            self._steps_from = scene.reading.place
            return scene

        self._steps_from = scene.reading.place
        self._inquiries.ask(question, take)
        return scene.saying(WEIGHING)

    def cross(self, scene: Scene) -> Scene:
        """Go to the other article."""
        return scene.at(scene.reading.in_other_article(), level=True)

    def level(self, scene: Scene) -> Scene:
        """Put both passages of the link on one row."""
        if not scene.reading.pair:
            return scene.refusing("no link here to put on one row")
        return scene.at(scene.reading, level=True)

    def back(self, scene: Scene) -> Scene:
        """Go back to before the last jump, as far as the current filters show it."""
        if not scene.jumps:
            return scene.refusing("nowhere to go back to")
        side, index = scene.jumps[-1]
        there = scene.reading.at_passage_only(side, index).at_passage(side, index)
        return replace(scene, jumps=scene.jumps[:-1]).at(there, level=True, message="back")

    # -- targets that the reader points at

    def to_passage(self, scene: Scene, side: Side, index: int) -> Scene:
        return scene.at(scene.reading.at_passage(side, index), level=True, jump=True)

    def to_pair(self, scene: Scene, pair: PassagePair) -> Scene:
        return scene.at(scene.reading.at_pair(*pair), level=True, jump=True)

    def to_link(self, scene: Scene, number: int) -> Scene:
        """Go to a link by its number among those shown, from 1."""
        return scene.at(scene.reading.at_link(scene.reading.links[number - 1]), level=True, jump=True)


def _ranking_of(reading: Reading) -> RankUnmatched:
    left, right = (tuple(sorted(reading.visible.unmatched[side])) for side in Side)
    return RankUnmatched(left, right)


def _start(scene: Scene) -> Reading:
    """Where a step starts: here or, if that is off screen, at the first passage on the screen.

    Nothing has been read at the top of the text: there the headline comes first, too.
    """
    here = scene.reading
    if here.untouched and not scene.view.left_top:
        return replace(here, left=0)
    if scene.view.shows(here.side, here.passage_index(here.side)):
        return here
    return here.at_passage_only(here.side, scene.view.first_visible(here.side))


def _way(step: int) -> str:
    return "after this" if step > 0 else "before this"


def _end(step: int) -> str:
    return "last" if step > 0 else "first"
