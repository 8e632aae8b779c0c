"""Marks and notes on links and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Side
from tui.model.wording import quoted_words
from tui.reading.reading import Reading
from tui.session import MarkKind, StateError, Store
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.panels.marks import MarksRequest
    from tui.ui.panels.note import EditedNote

Target = tuple[int | None, int | None]
"""Left and right passage of a mark: both for a link, one of them for a passage."""


class Marks:
    """Adds and removes marks and notes; each is saved before it is reported, or the report says it is not."""

    def __init__(self, host: Host, store: Store) -> None:
        self._host, self._store = host, store

    def mark(self, scene: Scene) -> Scene:
        """Mark the current link or passage, or remove its mark."""
        here, session = _target(scene.reading), scene.session
        mark = session.mark_at(MarkKind.MARK, *here)
        try:
            if mark:
                return replace(scene, session=self._store.remove(session, mark.uid), message="mark removed")
            session = self._store.add(session, session.new_mark(MarkKind.MARK, *here))
        except StateError as error:
            return scene.refusing(str(error))
        what, key = "passage" if None in here else "pair", scene.keys.of("marks")
        message = f"marked this {what}: {key} lists marks{self._how_long}"
        return replace(scene, session=session, message=message)

    @property
    def _how_long(self) -> str:
        if self._store.queue.waiting:
            return " (to be written once another program unlocks the state file)"
        return "" if self._store.persistent else " (for this run only)"

    def note(self, scene: Scene) -> Scene:
        """Write a note on the current link or passage; continues an existing draft."""
        from tui.ui.panels.note import NoteScreen

        here = _target(scene.reading)
        marks = [scene.session.mark_at(kind, *here) for kind in (MarkKind.NOTE, MarkKind.DRAFT)]
        note, draft = (mark.text if mark else "" for mark in marks)
        panel = NoteScreen(_target_name(scene.reading, here), note, draft, self._host.ascii)
        self._host.ask(panel, lambda scene, answer: self.write_note(scene, here, answer))
        return scene

    def write_note(self, scene: Scene, target: Target, answer: EditedNote) -> Scene:
        write = self._store.save_note if answer.saved else self._store.save_draft
        try:
            session = write(scene.session, *target, answer.text)
        except StateError as error:
            draft = scene.session.new_mark(MarkKind.DRAFT, *target, answer.text)
            scene = replace(scene, session=scene.session.with_mark(draft))
            return scene.refusing(f"{error}; {scene.keys.of('note')} opens it again")
        message = f"note saved{self._how_long}" if answer.saved and answer.text else ""
        return replace(scene, session=session, message=message)

    def list(self, scene: Scene) -> Scene:
        """List marks and notes, including those added by other instances."""
        from tui.ui.panels.marks import MarksScreen

        if scene.complete:  # else marks on what is still being read would be looked for in the beginning
            scene = replace(scene, session=self._store.reload(scene.session))
        self._host.ask(MarksScreen(scene.session, self._host.ascii, scene.keys), self.take_list)
        return scene

    def take_list(self, scene: Scene, answer: MarksRequest) -> Scene:
        """Remove the marks removed from the list, and go to the one picked."""
        try:
            scene = replace(scene, session=self._store.remove(scene.session, *answer.removed))
        except StateError as error:
            scene = scene.refusing(str(error))
        if answer.go_to is None:
            return scene
        left, right = answer.go_to.passages
        if left is not None and right is not None:
            there = scene.reading.at_pair(left, right)
        elif left is not None:
            there = scene.reading.at_passage(Side.LEFT, left)
        elif right is not None:
            there = scene.reading.at_passage(Side.RIGHT, right)
        else:
            return scene
        return scene.at(there, level=True, jump=True, message=scene.message)


def _target(reading: Reading) -> Target:
    if reading.pair:
        return reading.pair
    return (reading.left, None) if reading.side is Side.LEFT else (None, reading.right)


def _target_name(reading: Reading, target: Target) -> str:
    """`“Mr. Putin answered that Moscow was …” and its counterpart`, or only the words."""
    side = Side.RIGHT if target[0] is None else Side.LEFT
    index = target[1] if target[0] is None else target[0]
    passages = reading.comparison.article(side).passages
    words = (
        quoted_words(passages[index].text) if index is not None and index < len(passages) else "the passage"
    )
    return words if None in target else f"{words} and its counterpart"
