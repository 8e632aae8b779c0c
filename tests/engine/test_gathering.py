"""Stories of several reports at the other end of a channel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest

from tests.engine.story_client import A, B, C, Client, D, pairs_of
from tests.examples import FERRY, QUAY, article
from tests.terminal import LIMIT
from tui.analysis.compare import compare
from tui.engine.aligner import Aligner
from tui.engine.protocol import (
    AddReport,
    Aligned,
    DifferencesFound,
    Failed,
    FullArticles,
    NamedSource,
    Open,
    PairCompared,
    Recalled,
    Resume,
    Source,
    StoryRead,
    StoryTopicsFound,
    Turn,
)
from tui.model import Article
from tui.model.corrections import Corrections
from tui.settings.settings import NO_MODEL


def test_the_first_pair_comes_as_of_two_and_then_the_others(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C), names=("a", "b", "c")))
    events = client.compared()
    kinds = [type(event) for _, event in events]
    assert kinds.index(DifferencesFound) < kinds.index(StoryRead) < kinds.index(PairCompared)
    assert pairs_of(events) == [(0, 1), (0, 2), (1, 2)]
    full = next(event for _, event in events if isinstance(event, FullArticles))
    assert (full.comparison.articles, full.reports, full.sources) == ((A, B), (0, 1), ("a", "b"))
    assert client.connection.story
    assert client.connection.story.articles == (A, B, C)
    assert client.connection.story.sources == ("a", "b", "c")


def test_the_topics_of_all_reports_come_last(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C)))
    found = client.until(StoryTopicsFound)[-1][1]
    assert isinstance(found, StoryTopicsFound)
    assert client.complete
    assert client.connection.story
    assert client.connection.story.topics == found.topics
    assert [len(topic.passages) for topic in found.topics] == [3] * len(found.topics)


def test_the_links_of_a_pair_are_those_of_the_two_alone(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C)))
    client.compared()
    assert client.connection.story
    for (left, right), compared in client.connection.story.pairs.items():
        alone = compare((A, B, C)[left], (A, B, C)[right])
        found = [(k.pair, k.score, k.same, k.relation) for k in compared.comparison.links]
        assert found == [(k.pair, k.score, k.same, k.relation) for k in alone.links] != []
        assert compared.comparison.left is client.connection.story.articles[left]


def test_with_the_model_they_are_too() -> None:
    left, right = article(FERRY), article(QUAY)
    bare, full = Aligner("").links(left, right, 5.0), Aligner("").compared(left, right, 5.0)
    found, alone = ([(k.pair, k.score, k.same, k.relation) for k in one.links] for one in (bare, full))
    assert found == alone != []
    assert bare.model == full.model != ""


def test_a_source_that_cannot_be_read_is_missing_and_the_others_open(
    start: Callable[..., Client], tmp_path: Path
) -> None:
    client = start()
    gone = [NamedSource(str(tmp_path / name)) for name in ("first.txt", "last.txt")]
    client.request(Open((gone[0], A, B, gone[1], C), names=("first.txt", "a", "b", "last.txt", "c")))
    events = client.compared()
    full = next(event for _, event in events if isinstance(event, FullArticles))
    assert full.comparison.articles == (A, B)
    assert full.sources == ("a", "b")
    story = client.connection.story
    assert story
    assert (story.articles, story.sources) == ((A, B, C), ("a", "b", "c"))
    assert [Path(one.name).name for one in story.missing] == ["first.txt", "last.txt"]
    assert all(one.reason and "\n" not in one.reason for one in story.missing)


@pytest.mark.parametrize("gone_at", [0, 1, 2])
def test_of_three_sources_one_that_cannot_be_read_is_missing_wherever_it_stands(
    start: Callable[..., Client], tmp_path: Path, gone_at: int
) -> None:
    sources: list[Source] = [A, B]
    sources.insert(gone_at, NamedSource(str(tmp_path / "gone.txt")))
    client = start()
    client.request(Open(tuple(sources)))
    read = client.until(StoryRead)[-1][1]
    assert isinstance(read, StoryRead)
    assert read.story.articles == (A, B)
    assert [Path(one.name).name for one in read.story.missing] == ["gone.txt"]
    client.request(AddReport(C))
    client.until(StoryRead)
    client.compared()
    assert client.connection.story
    assert client.connection.story.articles == (A, B, C)


def test_fewer_than_two_that_can_be_read_open_nothing(start: Callable[..., Client], tmp_path: Path) -> None:
    client = start()
    gone = [NamedSource(str(tmp_path / name)) for name in ("b.txt", "c.txt")]
    client.request(Open((A, *gone)))
    failed = client.until(Failed)[-1][1]
    assert isinstance(failed, Failed)
    assert "b.txt" in failed.reason


def test_two_other_reports_come_to_the_panes(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C), names=("a", "b", "c")))
    client.until(StoryTopicsFound)
    number = client.request(Turn(2, 0))
    events = client.until(DifferencesFound)
    assert {one for one, _ in events} == {number}
    full = next(event for _, event in events if isinstance(event, FullArticles))
    aligned = next(event for _, event in events if isinstance(event, Aligned))
    assert (full.reports, full.sources) == ((2, 0), ("c", "a"))
    assert aligned.comparison.links == compare(C, A).links
    assert aligned.comparison.left is client.connection.story.articles[2]  # type: ignore[union-attr]


def test_the_report_on_the_left_is_compared_first(start: Callable[..., Client]) -> None:
    turned = Event()

    def recall(request: Open, articles: Sequence[Article]) -> Recalled:
        if request.names == ("d", "c"):
            turned.set()
        elif request.names != ("a", "b"):  # no second pair is compared before the turn is known
            assert turned.wait(LIMIT)
        return Recalled()

    client = start(recall)
    client.request(Open((A, B, C, D), names=("a", "b", "c", "d"), recall=True))
    client.until(StoryRead)
    client.request(Turn(3, 2))
    pairs = pairs_of(client.compared())
    assert sorted(pairs) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    assert pairs[-1] == (1, 2), "the last without the report on the left"


def test_a_report_that_is_not_there_cannot_be_turned_to(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B)))
    client.until(DifferencesFound)
    client.request(Turn(0, 2))
    assert isinstance(client.until(Failed)[-1][1], Failed)


def test_a_report_is_added_to_two(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B), names=("a", "b")))
    client.until(DifferencesFound)
    number = client.request(AddReport(C, "c"))
    events = client.compared()
    assert {one for one, event in events if isinstance(event, StoryRead | PairCompared)} == {number}
    assert pairs_of(events) == [(0, 1), (0, 2), (1, 2)]
    story = client.connection.story
    assert story
    assert (story.articles, story.sources) == ((A, B, C), ("a", "b", "c"))


def test_an_added_report_leaves_what_is_compared(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C)))
    client.compared()
    client.request(AddReport(D))
    assert pairs_of(client.compared()) == [(0, 3), (1, 3), (2, 3)]


def test_a_replaced_report_is_compared_again(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C), names=("a", "b", "c")))
    client.compared()
    client.request(AddReport(D, "d", replacing=1))
    assert pairs_of(client.compared()) == [(0, 1), (1, 2)]
    story = client.connection.story
    assert story
    assert (story.articles, story.sources) == ((A, D, C), ("a", "d", "c"))


def test_a_report_that_cannot_be_added_changes_nothing(start: Callable[..., Client], tmp_path: Path) -> None:
    client = start()
    client.request(Open((A, B, C)))
    client.until(StoryTopicsFound)
    before = client.connection.story
    number = client.request(AddReport(NamedSource(str(tmp_path / "gone.txt"))))
    assert client.until(Failed)[-1][0] == number
    assert client.connection.story is before


def test_what_fails_behind_the_screen_is_told_and_a_report_can_still_be_added(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise MemoryError

    client = start()
    with monkeypatch.context() as broken:
        broken.setattr("tui.engine.gathering.new_story", break_down)
        client.request(Open((A, B, C)))
        assert client.until(Failed)[-1][1] == Failed("not enough memory for texts of this length")
    client.request(AddReport(D))
    client.compared()
    assert client.connection.story
    assert client.connection.story.articles == (A, B, C, D)


def test_a_thirteenth_report_is_refused(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B)))
    client.until(DifferencesFound)
    for _ in range(11):
        client.request(AddReport(C))
    failed = client.until(Failed)[-1][1]
    assert failed == Failed("a story has at most 12 reports")


def test_corrections_of_a_pair_are_part_of_the_story(start: Callable[..., Client]) -> None:
    def recall(request: Open, articles: Sequence[Article]) -> Recalled:
        rejected = frozenset([(0, 0)]) if request.names == ("b", "c") else frozenset()
        return Recalled(corrections=Corrections(rejected=rejected))

    client = start(recall)
    client.request(Open((A, B, C), names=("a", "b", "c"), recall=True))
    client.compared()
    assert client.connection.story
    linked = {
        pair: any(link.pair == (0, 0) for link in compared.comparison.links)
        for pair, compared in client.connection.story.pairs.items()
    }
    assert linked == {(0, 1): True, (0, 2): True, (1, 2): False}


def test_another_worker_goes_on_with_the_pairs_that_are_left(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C), names=("a", "b", "c")))
    client.events(lambda event: isinstance(event, PairCompared))
    story = client.connection.story
    other = start()
    other.connection.story = story
    other.request(Resume.of(compare(A, B), NO_MODEL, story))
    assert pairs_of(other.compared()) == [(0, 2), (1, 2)]
