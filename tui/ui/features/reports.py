"""Three and more reports of a story: which two are on the panes, adding and replacing them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.client import CRASHED, Engine
from tui.engine.protocol import (
    Event,
    Failed,
    FullArticles,
    NamedSource,
    PairCompared,
    Source,
    StoryRead,
    StoryTopicsFound,
)
from tui.model import Article, Side
from tui.model.statement import Place, labels, letter
from tui.model.story import ReportPair, Story, in_order
from tui.reading.story_reading import StoryReading
from tui.settings.limits import MAX_REPORTS
from tui.ui.features.comparing import NOT_ALL_READ, NOT_IN_FULL, TURNING, Comparing
from tui.ui.features.sessions import Sessions
from tui.ui.features.source_options import NO_CHANGES, Change, Changes
from tui.ui.features.turned import (
    Target,
    at_places,
    counterpart,
    counterpart_note,
    in_place,
    start,
    swapped,
    with_pair,
)
from tui.ui.scene import MAX_JUMPS, Scene


class _Turn(Struct, frozen=True):
    """Two reports on their way to the panes."""

    number: int
    """Number of the request."""
    shown: ReportPair
    target: Target
    left: int | None = None
    """The passage on the left; None for the one that is read then."""
    message: str | None = ""
    """What to say then; None to say why the passage has no counterpart, if so."""


_Former = Mapping[int, tuple[Article, str, Change | None]]
"""For each report that was replaced its article, the name of its source, and how that is read again."""


class _Coming(Struct, frozen=True):
    """A report that is being read."""

    replaced: int | None = None
    """Number of the report to be replaced; None if it is added."""
    group: int = 0
    """Number of the key press that replaces it, maybe with another."""
    message: str = ""
    """What to say once it is on its pane; empty to say that it was read."""
    change: Change | None = None
    """How its source is read from then on."""


class Reports:
    """Turns the panes to other reports of the story, and takes the story and its pairs as they come."""

    def __init__(self, engine: Engine, sessions: Sessions, comparing: Comparing) -> None:
        self._engine, self._sessions, self._comparing = engine, sessions, comparing
        self._turn: _Turn | None = None
        self._before: list[tuple[Place, Place]] = []
        """The passages on both panes before each jump to other reports, the latest last."""
        self._coming: dict[int, _Coming] = {}
        """The reports that were asked for, by number of the request."""
        self._former: _Former = {}
        """The reports that were replaced last, by one key press."""
        self._group = 0
        """Number of that key press."""
        self._groups = count(1)

    # -- keys

    def turn(self, scene: Scene, step: int) -> Scene:
        """Turn the right pane to the next report with a counterpart of the left passage (-1: previous)."""
        story = scene.story
        if not story or not scene.several:
            return refused(scene)
        passage, stays = scene.reading.left, None
        if self._turn:  # not there yet, and the reader is ahead
            story, stays = story.showing(self._turn.shown), self._turn.left
            passage = passage if stays is None else stays
        report = story.next_report(passage, scene.reading.threshold, step)
        return self._request(scene, (story.read, report), partial(counterpart, stays), stays, None)

    def swap(self, scene: Scene) -> Scene:
        """Read the report of the right pane, and have the one read so far beside it."""
        if not scene.story or scene.story.story.count < 2:
            return refused(scene)
        if self._turn:
            return scene.refusing(TURNING)
        left, right = scene.story.shown
        message = f"{letter(right)} is read now"
        return self._request(scene, (right, left), swapped, scene.reading.right, message)

    def show(self, scene: Scene, report: int) -> Scene:
        """Turn the right pane to that report."""
        if not scene.story or report in scene.story.shown:
            return scene
        return self._request(scene, (scene.story.read, report), partial(counterpart, None))

    def go(
        self, scene: Scene, left: Place | None, right: Place | None, message: str = "", *, jump: bool = True
    ) -> Scene:
        """Go to a passage of one report on the left, and to one of another on the right.

        A pane without one keeps its report, unless that goes to the other pane. After a `jump` the reader can
        go back.
        """
        story = scene.story
        assert story, "places are of a story"
        shown = self._turn.shown if self._turn else story.shown
        left_report = left[0] if left else shown[0] if not right or right[0] != shown[0] else shown[1]
        right_report = right[0] if right else shown[1] if left_report != shown[1] else shown[0]
        target = partial(at_places, left[1] if left else None, right[1] if right else None)
        if self._turn or (left_report, right_report) != story.shown:
            own = left[1] if left else None
            here = (story.shown[0], scene.reading.left), (story.shown[1], scene.reading.right)
            if jump:
                self._before = [*self._before[1 - MAX_JUMPS :], here]
            return self._request(scene, (left_report, right_report), target, own, message)
        return scene.at(target(scene, scene), level=True, jump=jump, message=message)

    def _request(
        self,
        scene: Scene,
        shown: ReportPair,
        target: Target,
        left: int | None = None,
        message: str | None = "",
    ) -> Scene:
        scene = self._sessions.save(scene)
        self._turn = _Turn(self._engine.turn(*shown), shown, target, left, message)
        return replace(scene, turning=True, message="")

    def back(self, scene: Scene) -> Scene:
        """Go back to before the last jump to other reports."""
        if not self._before:
            return scene.refusing("nowhere to go back to")
        return self.go(scene, *self._before.pop(), "back", jump=False)

    # -- adding and replacing

    def add(self, scene: Scene, source: Source, name: str) -> Scene:
        """Read one more report of the story; the first one that is added makes a story of two articles."""
        if not scene.complete:
            return scene.refusing(NOT_IN_FULL)
        if scene.story and scene.story.story.count >= MAX_REPORTS:
            return scene.refusing(f"a story has at most {MAX_REPORTS} reports")
        self._coming[self._engine.add(source, name)] = _Coming()
        return scene.saying(f"reading {_shown(name)} ...")

    def replace(
        self, scene: Scene, sources: Mapping[Side, Source], message: str = "", changes: Changes = NO_CHANGES
    ) -> Scene:
        """Read other sources in place of the reports of the panes; the letters stay.

        `message`: what to say once one is on its pane; empty to say that it was read. `changes`: how the
        sources are read from then on.
        """
        assert scene.story, "reports are replaced in a story"
        group = next(self._groups)
        for side, source in sources.items():
            name = source.name if isinstance(source, NamedSource) else ""
            report = scene.story.report(side)
            coming = _Coming(report, group, message, changes.get(side))
            self._coming[self._engine.add(source, name, report)] = coming
        return scene.saying("reading ...")

    def undo(self, scene: Scene) -> Scene | None:
        """Put back the reports that were replaced last, or again those put back; None if there are none."""
        group, message = next(self._groups), "back to the previous report (U again to return)"
        for report, (article, name, change) in self._former.items():
            number = self._engine.add(article, name, report)
            self._coming[number] = _Coming(report, group, message, change)
        return scene if self._former else None

    def forget(self) -> None:
        """Forget what was asked for: other articles are on the panes."""
        self._turn = None
        self._coming.clear()
        self._before.clear()
        self._former = {}

    def corrected(self, scene: Scene) -> Scene:
        """The scene whose story has the links of the panes as the reader has corrected them."""
        assert scene.story, "the links are of a story"
        shown, comparison = scene.story.shown, scene.reading.comparison
        pair = in_order(shown)
        known = scene.story.story.pairs.get(pair)
        if known is None or known.comparison.model != comparison.model:
            return scene  # it comes with what is saved
        turned = comparison if shown == pair else comparison.mirrored()
        story = scene.story.story.with_pair(pair, replace(known, comparison=turned))
        return replace(scene, story=scene.story.with_story(story))

    # -- events

    def owns(self, number: int) -> bool:
        """Whether a request is one of these, and still to be answered."""
        return number in self._coming or bool(self._turn and self._turn.number == number)

    def take(self, scene: Scene, number: int, event: Event) -> Scene:
        """The scene after an event about the story; the same scene after any other."""
        match event:
            case Failed(reason) if reason == CRASHED:
                return self._take_crash(scene)
            case StoryRead(story) if number >= self._comparing.opened_request:
                return self._take_story(scene, number, story)
            case PairCompared(pair, compared) if scene.story and number >= self._comparing.opened_request:
                return with_pair(scene, pair, compared)
            case StoryTopicsFound(topics) if scene.story and number >= self._comparing.opened_request:
                story = replace(scene.story.story, topics=topics)
                return replace(scene, story=scene.story.with_story(story))
            case FullArticles() if self._turn and number == self._turn.number:
                return self._take_turn(scene, self._turn, event)
            case Failed(reason) if self._turn and number == self._turn.number:
                self._turn = None
                return replace(scene, turning=False).refusing(reason)
            case Failed(reason) if number in self._coming:
                del self._coming[number]
                return scene.refusing(f"not opened: {reason}")
        return scene

    def _take_crash(self, scene: Scene) -> Scene:
        """Nothing that was asked for comes any more; the panes stay as they are, and the ways back too."""
        self._turn, coming = None, list(self._coming.values())
        self._coming.clear()
        scene = replace(scene, turning=False)
        if not coming:
            return scene
        done = "added" if any(one.replaced is None for one in coming) else "replaced"
        return scene.refusing(f"the report was not {done}: {CRASHED}")

    def _take_story(self, scene: Scene, number: int, story: Story) -> Scene:
        """Show the reports of the story; one that was replaced comes to its pane."""
        former = scene.story.story if scene.story else Story()
        reading = scene.story.with_story(story) if scene.story else StoryReading(story)
        scene = replace(scene, story=reading, awaited=0).arranged(*scene.terminal, scene.preferences)
        scene = self._sessions.record(scene, story)
        if number not in self._coming:
            return scene
        coming = self._coming.pop(number)
        replaced = coming.replaced
        if replaced is None:
            added = story.count - 1
            twins = next(([k for k in group if k != added] for group in story.twins if added in group), [])
            same = f" It has the same text as {labels(twins)}, and counts once." if twins else ""
            turn = scene.keys.of("report.next")
            return scene.saying(f"{story.name(added)} was added; {turn} turns to it.{same}")
        earlier = self._former if self._group == coming.group else {}
        undoing, problem = coming.change.apply(story.articles[replaced]) if coming.change else (None, "")
        before = former.articles[replaced], former.sources[replaced], undoing
        self._former = {**earlier, replaced: before}
        self._group = coming.group
        if replaced in reading.shown and all(one.replaced != replaced for one in self._coming.values()):
            target = partial(counterpart, None) if replaced == reading.shown[1] else start
            message = coming.message or f"{story.name(replaced)} was read"
            message += f" ({problem})" if problem else ""
            return self._request(scene, reading.shown, target, message=message)
        return scene

    def _take_turn(self, scene: Scene, turn: _Turn, event: FullArticles) -> Scene:
        """Show two other reports; the passage being read stays in its place."""
        assert scene.story, "only reports of a story are turned to"
        self._turn = None
        turned = replace(scene, story=scene.story.showing(turn.shown), turning=False)
        turned = self._sessions.opened(turned, event, event.sources, "")
        self._comparing.opened(turned, turn.number, event.recalled, turned=True)
        there = in_place(scene, turned, turn.target)
        return there.saying(counterpart_note(there) if turn.message is None else turn.message)


def refused(scene: Scene) -> Scene:
    """The scene that says why there are only two reports."""
    only_two = f"there are only two reports; {scene.keys.of('open')} with + before a source adds one"
    return scene.refusing(NOT_ALL_READ if scene.awaited else only_two)


def _shown(name: str) -> str:
    from tui.sources.clean import clean_line

    return clean_line(name) or "what was pasted"
