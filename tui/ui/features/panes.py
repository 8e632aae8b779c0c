"""The layout of the screen: arrangement, divider, details bar."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model.arrangement import Arrangement
from tui.session import Store
from tui.session.preferences import Preferences, preferences_path, read_preferences, save_preferences
from tui.ui.features.sessions import stopped_here
from tui.ui.keys import KeySigns
from tui.ui.scene import Scene

DIVIDER_STEP = 4
"""Cells that a key moves the divider."""


class Panes:
    """Arranges the panes; the arrangement is saved for the next session."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def start(self, scene: Scene, columns: int, rows: int) -> Scene:
        """Use the preferences of the session or of the last one; the defaults without a state file.

        Where the reader stopped last time, both passages are put on one row.
        """
        preferences = scene.session.preferences
        if preferences is None:
            preferences = read_preferences(preferences_path()) if self._store.has_file else Preferences()
            scene = replace(scene, hint=first_keys(scene.keys) if self._is_first(scene) else "")
        scene = scene.arranged(columns, rows, preferences)
        stopped = stopped_here(scene)
        messages = scene.message, scene.session.resume_message, stopped
        if stopped:
            scene = scene.at(scene.reading, level=True)
        return scene.saying("; ".join(part for part in messages if part))

    def finish(self, scene: Scene) -> Scene:
        """Save that the hint of the first start was followed, now that no key waits for it."""
        if self._is_first(scene) and not scene.hint:
            return self._prefer(scene, scene.preferences)
        return scene

    def _is_first(self, scene: Scene) -> bool:
        """Whether nothing was saved before this start."""
        return self._store.has_file and not scene.session.opened and not preferences_path().exists()

    def resize(self, scene: Scene, columns: int, rows: int) -> Scene:
        return scene.arranged(columns, rows, scene.preferences)

    def toggle_details(self, scene: Scene) -> Scene:
        return self._prefer(scene, replace(scene.preferences, details=not scene.preferences.details))

    def toggle_numbers(self, scene: Scene) -> Scene:
        return self._prefer(scene, replace(scene.preferences, numbers=not scene.preferences.numbers))

    def toggle_words(self, scene: Scene) -> Scene:
        """Mark the words of all linked passages on the screen, or of the current pair only."""
        marked = not scene.preferences.all_words
        scene = self._prefer(scene, replace(scene.preferences, all_words=marked))
        return scene.saying(f"words marked in {'all linked passages' if marked else 'the current pair'}")

    def next_layout(self, scene: Scene) -> Scene:
        """Use the next arrangement that looks different in this terminal."""
        order = [arrangement.name for arrangement in Arrangement]
        place = order.index(scene.preferences.arrangement)
        for following in (*order[place + 1 :], *order[:place]):
            changed = replace(scene.preferences, arrangement=following)
            if scene.arranged(*scene.terminal, changed).geometry != scene.geometry:
                return self._prefer(scene, changed).saying(f"layout: {Arrangement[following].value}")
        return scene.refusing("no other layout fits this terminal")

    def move_divider(self, scene: Scene, step: int) -> Scene:
        return self.drag_divider(scene, step * DIVIDER_STEP)

    def drag_divider(self, scene: Scene, cells: int) -> Scene:
        """Move the divider right (left, if negative), as far as both panes keep enough room."""
        panes, letters = scene.geometry.panes, scene.geometry.letters
        if scene.geometry.stacked:
            return scene
        middle = panes[0] - letters // 2 - sum(panes) // 2
        return self._prefer(scene, replace(scene.preferences, divider=middle + cells))

    def _prefer(self, scene: Scene, preferences: Preferences) -> Scene:
        scene = scene.arranged(*scene.terminal, preferences)
        if self._store.persistent and not save_preferences(preferences_path(), preferences):
            return scene.saying("the layout cannot be saved for the next session")
        return scene


def first_keys(keys: KeySigns) -> str:
    """The hint in the status line at the very first start."""
    return f"{keys.of('link.next')} next pair · {keys.of('help')} what the signs mean"
