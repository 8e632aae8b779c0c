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
    if not story or story.story.count < 3:
        return scene
    pair = min(story.shown), max(story.shown)
    return replace(scene, story=story.dismissing({**story.dismissed, pair: keys}))


def dismissing_saved(scene: Scene, store: Store) -> Scene:
    """The scene of a story without the differences that were dismissed before, in any two of its reports."""
    reading = scene.story
    if not reading or reading.story.count < 3:
        return scene
    story = reading.story
    pairs, names = story.all_pairs, story.sources or ("",) * story.count
    sources = [Sources.of([story.articles[k] for k in pair], [names[k] for k in pair]) for pair in pairs]
    saved = dict(zip(pairs, store.dismissed(sources), strict=True))
    return replace(scene, story=reading.dismissing(saved))
