from pathlib import Path

import pytest

from tests.stores import memory_store, open_store
from tests.ui.features.scenes import NotedQuestions, scene_of
from tui.model import Side
from tui.model.corrections import Corrections
from tui.session import MarkKind, Session, StateError, Store
from tui.ui.features.corrections import LinkCorrections
from tui.ui.features.navigation import Navigation
from tui.ui.features.search import Search

GO = Navigation(NotedQuestions().inquiries)


@pytest.fixture
def correct() -> LinkCorrections:
    return LinkCorrections(memory_store())


def test_a_removed_link_is_gone_at_once_and_can_be_brought_back(correct: LinkCorrections) -> None:
    scene = GO.next(scene_of(), 1)
    gone = correct.remove(scene)
    assert gone.message == "link removed (P to undo)"
    assert (2, 1) not in {link.pair for link in gone.reading.links}
    back = correct.remove(gone)
    assert back.reading.pair == (2, 1)
    assert back.reading.comparison == scene.reading.comparison


def test_a_pin_is_undone_by_the_same_key(correct: LinkCorrections) -> None:
    scene = correct.pin(GO.next(scene_of(), 1))
    assert scene.message == "pinned (p to undo)"
    assert scene.reading.link is not None and scene.reading.link.pinned
    scene = correct.pin(scene)
    assert scene.reading.link is not None and not scene.reading.link.pinned


def test_two_passages_without_a_link_are_pinned_one_after_the_other(correct: LinkCorrections) -> None:
    scene = correct.pin(scene_of().at(scene_of().reading.at_passage(Side.LEFT, 7)))
    assert scene.reading.pinning == (Side.LEFT, 7)
    assert "same article" in correct.pin(scene).message
    assert Search(lambda scene: scene, NotedQuestions().inquiries).close(scene).reading.pinning is None
    scene = correct.pin(scene.at(scene.reading.at_passage(Side.RIGHT, 4)))
    link = scene.reading.link
    assert link is not None
    assert (link.pair, link.score, link.pinned) == ((7, 4), 100.0, True)
    assert scene.reading.pinning is None


def test_corrections_are_in_the_store_at_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = LinkCorrections(store).remove(GO.next(scene_of(store=store), 1))
    assert scene.session.corrections == Corrections(rejected=frozenset({(2, 1)}))
    assert scene_of(store=open_store(tmp_path / "state")).corrections == scene.corrections


class FullDisk(Store):
    """A store that can save nothing."""

    def save_corrections(self, session: Session, corrections: Corrections) -> Session:
        raise StateError("no space left")


def test_what_cannot_be_saved_holds_all_the_same() -> None:
    scene = LinkCorrections(FullDisk(None)).remove(GO.next(scene_of(), 1))
    assert scene.message == "no space left"
    assert (2, 1) not in {link.pair for link in scene.reading.links}


def test_links_come_from_the_alignment_and_not_from_what_was_corrected(correct: LinkCorrections) -> None:
    scene = GO.next(scene_of(), 1)
    gone = correct.remove(scene)
    assert gone.alignment is scene.alignment
    assert len(gone.reading.comparison.links) == len(scene.alignment.links) - 1


def test_the_last_corrections_are_taken_back_one_by_one(correct: LinkCorrections) -> None:
    scene = scene_of()
    scene = scene.at(scene.reading.at_pair(2, 1))
    removed = correct.remove(scene)
    pinned = correct.pin(removed.at(removed.reading.at_pair(4, 3)))
    once = correct.undo(pinned)
    assert (once.corrections, once.reading.pair) == (removed.corrections, (4, 3))
    assert once.message == "undone: pinning the pair; it is not pinned"
    twice = correct.undo(once)
    assert twice.corrections == scene.corrections
    assert twice.reading.pair == (2, 1)
    assert correct.undo(twice).bells == twice.bells + 1


def test_corrections_of_earlier_runs_are_taken_back_too_the_latest_first(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = LinkCorrections(store).pin(GO.next(scene_of(store=store), 1))
    scene = LinkCorrections(store).remove(GO.next(scene, 1))
    store.add(scene.session, scene.session.new_mark(MarkKind.MARK, 2, 1))
    later = open_store(tmp_path / "state")
    feature, again = LinkCorrections(later), scene_of(store=later)
    once = feature.undo(again)
    assert once.corrections == again.corrections.withdraw((3, 5)) != again.corrections
    assert (once.message, once.reading.pair) == ("undone: removing the link; the link is back", (3, 5))
    twice = feature.undo(once)
    assert twice.corrections == Corrections()
    assert (twice.message, twice.reading.pair) == ("undone: pinning the pair; it is not pinned", (2, 1))
    nothing = feature.undo(twice)
    assert (nothing.message, nothing.bells) == ("nothing to take back: no link is pinned or removed", 1)
    assert scene_of(store=open_store(tmp_path / "state")).corrections == Corrections()


def test_what_is_taken_back_is_said_with_how_the_link_stands_then(correct: LinkCorrections) -> None:
    scene = GO.next(scene_of(), 1)
    removed = correct.remove(scene)
    assert correct.undo(removed).message == "undone: removing the link; the link is back"
    restored = correct.remove(removed)
    undone = correct.undo(restored)
    assert undone.corrections == removed.corrections
    assert undone.message.startswith("undone: bringing the link back; it is removed, as before")
    pinned = correct.pin(scene)
    assert correct.undo(correct.pin(pinned)).message == "undone: unpinning the pair; it is pinned, as before"
    unlinked = correct.remove(pinned)
    assert correct.undo(unlinked).message == "undone: removing the link; the link is pinned again"
