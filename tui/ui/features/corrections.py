"""Correct the alignment: pin passages together, remove links."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model import PassagePair, Side
from tui.model.corrections import Corrections
from tui.session import StateError, Store
from tui.ui.scene import Scene


class LinkCorrections:
    """Applies the reader's corrections, which override the alignment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pin(self, scene: Scene) -> Scene:
        """Pin the current pair, or undo that; at a single passage, pin it to the next one chosen."""
        reading = scene.reading
        here = reading.side, reading.passage_index(reading.side)
        if reading.pinning is None and reading.pair:
            if reading.link and reading.link.pinned:
                corrections = scene.corrections.withdraw(reading.pair)
                return self._correct(scene, corrections, "no longer pinned")
            return self._correct(scene, scene.corrections.pin(reading.pair), _pinned(scene))
        if reading.pinning is None:
            return scene.at(replace(reading, pinning=here), message=_next_end(scene))
        if reading.pinning[0] is reading.side:
            across = scene.keys.of("side.cross")
            return scene.refusing(f"that passage is in the same article: {across} goes to the other one")
        ends = dict([reading.pinning, here])
        return self._pin_new(scene, (ends[Side.LEFT], ends[Side.RIGHT]))

    def _pin_new(self, scene: Scene, pair: PassagePair) -> Scene:
        scene = self._correct(scene, scene.corrections.pin(pair), _pinned(scene))
        return scene.at(
            replace(scene.reading.at_pair(*pair), pinning=None), level=True, message=scene.message
        )

    def remove(self, scene: Scene) -> Scene:
        """Remove the current link; at a passage without one, bring back the links removed there."""
        reading = scene.reading
        if reading.link:
            corrections = scene.corrections.reject(reading.link.pair)
            return self._correct(scene, corrections, f"link removed ({scene.keys.of('link.remove')} to undo)")
        here, end = reading.passage_index(reading.side), 0 if reading.side is Side.LEFT else 1
        removed = [pair for pair in scene.corrections.rejected if pair[end] == here]
        if not removed:
            return scene.refusing("no link here to remove")
        corrections = scene.corrections
        for pair in removed:
            corrections = corrections.withdraw(pair)
        scene = self._correct(scene, corrections, "link restored")
        return scene.at(scene.reading.at_passage(reading.side, here), level=True, message=scene.message)

    def undo(self, scene: Scene) -> Scene:
        """Take back the last pin or removal, at last those of earlier runs."""
        former = scene.former_corrections or _without_the_last(scene)
        if not former:
            return scene.refusing("nothing to take back: no link is pinned or removed")
        *earlier, before = former
        pair = next(iter(sorted(before.changed(scene.corrections))), None)
        back = self._correct(scene, before, _taken_back(scene, before, pair))
        back = replace(back, former_corrections=tuple(earlier))
        return back.at(back.reading.at_pair(*pair), level=True, message=back.message) if pair else back

    def _correct(self, scene: Scene, corrections: Corrections, message: str) -> Scene:
        """Apply corrections and save them. If they cannot be saved they hold until the program ends."""
        session = scene.session
        try:
            session = self._store.save_corrections(session, corrections)
        except StateError as error:
            message = str(error)
        former = (*scene.former_corrections, scene.corrections)
        scene = replace(scene, session=session, corrections=corrections, former_corrections=former)
        return scene.at(scene.reading.with_comparison(corrections.apply(scene.alignment)), message=message)


def _without_the_last(scene: Scene) -> tuple[Corrections, ...]:
    """The corrections before the last one that is saved; none if none is."""
    last = scene.session.last_corrected
    return (scene.corrections.withdraw(last),) if last else ()


def _next_end(scene: Scene) -> str:
    pin, close = scene.keys.of("pin"), scene.keys.of("close")
    return f"go to its counterpart in the other article and press {pin} ({close} to cancel)"


def _pinned(scene: Scene) -> str:
    return f"pinned ({scene.keys.of('pin')} to undo)"


def _taken_back(scene: Scene, before: Corrections, pair: PassagePair | None) -> str:
    """What the reader had done, and how the link stands after it was taken back."""
    now = scene.corrections
    if pair in now.rejected:
        state = "the link is pinned again" if pair in before.pinned else "the link is back"
        return f"undone: removing the link; {state}"
    if pair in now.pinned:
        state = "the link is removed, as before" if pair in before.rejected else "it is not pinned"
        return f"undone: pinning the pair; {state}"
    if pair in before.rejected:
        key = scene.keys.of("link.remove")
        return f"undone: bringing the link back; it is removed, as before ({key} to bring it back)"
    return "undone: unpinning the pair; it is pinned, as before"
