"""Differences that the reader dismissed: they are marked nowhere, in no pair of a story."""

from __future__ import annotations

from msgspec.structs import replace

from tui.session import Mark, MarkKind, Session, Sources, Store
from tui.ui.scene import Scene


def dismissals(session: Session) -> list[Mark]:
    """The marks of dismissed differences, in the order they were made; the text of each is a key."""
    return [mark for mark in session.marks if mark.kind is MarkKind.DISMISSED]


def dismissed_keys(session: Session) -> frozenset[str]:
    """The keys of the differences dismissed in a session."""
    return frozenset(mark.text for mark in dismissals(session))


def dismissing(scene: Scene, keys: frozenset[str]) -> Scene:
    """The scene without the differences of those keys between the two articles on the panes."""
    scene = replace(scene, ledger=scene.ledger.dismissing(keys))
    story = scene.story
    if story is None or not scene.several:
        return scene
    from tui.model.story import in_order  # the first frame of two articles does without

    return replace(scene, story=story.dismissing({**story.dismissed, in_order(story.shown): keys}))


def dismissing_saved(scene: Scene, store: Store) -> Scene:
    """The scene of a story without the differences that were dismissed before, in any two of its reports."""
    reading = scene.story
    if reading is None or not scene.several:
        return scene
    story = reading.story
    sources = [Sources.of(*story.as_given(pair)) for pair in story.all_pairs]
    saved = dict(zip(story.all_pairs, store.dismissed(sources), strict=True))
    return replace(scene, story=reading.dismissing(saved))
