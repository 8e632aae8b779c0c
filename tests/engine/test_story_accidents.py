"""Several reports when something comes in between: a replacement, a failure, another worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as ThreadEvent

import pytest
from msgspec.structs import replace

from tests.engine.story_client import A, B, C, Client, D, pairs_of
from tests.examples import FERRY, QUAY, article
from tests.terminal import LIMIT
from tui.analysis.compare import compare
from tui.engine.protocol import (
    AddReport,
    DifferencesFound,
    Done,
    Failed,
    FullArticles,
    NamedSource,
    Open,
    Recalled,
    Resume,
    StoryRead,
    StoryTopicsFound,
    Turn,
)
from tui.engine.questions import CompareWords, Words
from tui.model import Article, Comparison
from tui.model.story import ReportPair, Story
from tui.settings.settings import NO_MODEL

GARDEN = article(("In spring the gardeners of the palace plant nothing but white tulips.",))
TWIN = replace(A, source="wire.txt")
NO_MEMORY = "not enough memory for texts of this length"


def out_of_memory(*_: object, **__: object) -> None:
    raise MemoryError


def story_of(client: Client) -> Story:
    assert client.connection.story
    return client.connection.story


def links_of(client: Client, pair: ReportPair) -> list[tuple[int, int, float]]:
    return scores(story_of(client).pairs[pair].comparison)


def scores(comparison: Comparison) -> list[tuple[int, int, float]]:
    return [(link.left, link.right, link.score) for link in comparison.links]


@pytest.mark.parametrize(("names", "sources"), [(("a", "b"), ("a", "b", "c")), ((), ("", "", "c"))])
def test_articles_of_another_worker_keep_their_names_beside_an_added_report(
    start: Callable[..., Client], names: tuple[str, ...], sources: tuple[str, ...]
) -> None:
    client = start()
    client.request(Resume.of(compare(A, B), NO_MODEL, names=names))
    client.request(AddReport(C, "c"))
    client.compared()
    assert story_of(client).sources == sources


def test_what_could_not_be_read_stays_missing_in_another_worker(
    start: Callable[..., Client], tmp_path: Path
) -> None:
    client = start()
    client.request(Open((A, B, NamedSource(str(tmp_path / "gone.txt")), C)))
    client.compared()
    story = story_of(client)
    other = start()
    other.connection.story = story
    other.request(Resume.of(compare(A, B), NO_MODEL, story))
    other.request(AddReport(D))
    other.until(StoryRead)
    assert story_of(other).missing == story.missing != ()


def test_a_report_replaced_while_others_are_compared_is_compared_again(start: Callable[..., Client]) -> None:
    comes, goes_on = ThreadEvent(), ThreadEvent()

    def wait_at_the_second_pair(request: Open, articles: Sequence[Article]) -> Recalled:
        if tuple(articles) == (A, C):
            comes.set()
            assert goes_on.wait(LIMIT)
        return Recalled()

    client = start(wait_at_the_second_pair)
    client.request(Open((A, B, C), recall=True))
    assert comes.wait(LIMIT)
    number = client.request(AddReport(GARDEN, replacing=1))
    while not isinstance(client.until(Done)[-1][1], Done) or client.connection.number < number:
        pass
    goes_on.set()
    client.until(StoryRead)
    client.compared()
    assert links_of(client, (0, 1)) == scores(compare(A, GARDEN))
    assert links_of(client, (0, 1)) != scores(compare(A, B))


def test_the_links_of_a_pair_turned_to_are_not_taken_for_the_first_pair(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = start()
    with monkeypatch.context() as broken:
        broken.setattr("tui.engine.gathering.Gathering._next", out_of_memory)
        client.request(Open((A, B, GARDEN)))
        client.until(Failed)
    client.request(Turn(1, 2))
    client.compared()
    assert links_of(client, (0, 1)) == scores(compare(A, B)) != []
    assert links_of(client, (1, 2)) == scores(compare(B, GARDEN))


def test_a_first_pair_that_failed_on_the_screen_is_compared_with_the_others(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.engine.pipeline.processors", lambda: 1)  # no links come with the articles
    monkeypatch.setattr("tui.engine.worker.group", out_of_memory)
    client = start()
    client.request(Open((A, B, C)))
    client.compared()
    assert links_of(client, (0, 1)) == scores(compare(A, B)) != []


def test_pairs_of_reports_with_one_text_stay_when_a_report_is_added(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, TWIN, B)))
    client.compared()
    before = story_of(client)
    client.request(AddReport(D))
    client.compared()
    assert story_of(client).articles == (A, TWIN, B, D)
    assert all(story_of(client).pairs[pair] is compared for pair, compared in before.pairs.items())


def test_a_report_of_the_panes_is_the_one_of_its_number(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, TWIN, B)))
    client.compared()
    client.request(Turn(0, 2))
    full = client.until(FullArticles)[-1][1]
    assert isinstance(full, FullArticles)
    assert full.comparison.left is story_of(client).articles[0]


def test_an_added_report_for_which_memory_fails_is_answered_and_the_others_go_on(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = start()
    client.request(Open((A, B, C)))
    client.until(StoryTopicsFound)
    before = story_of(client)
    with monkeypatch.context() as broken:
        broken.setattr("tui.engine.gathering.new_story", out_of_memory)
        number = client.request(AddReport(D))
        assert client.until(Failed)[-1] == (number, Failed(NO_MEMORY))
    assert client.connection.story is before
    client.request(AddReport(GARDEN))
    assert pairs_of(client.compared()) == [(0, 3), (1, 3), (2, 3)]
    assert story_of(client).articles == (A, B, C, GARDEN)


def test_a_source_for_which_memory_fails_is_missing_and_the_others_are_compared(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    large = tmp_path / "large.txt"
    large.write_text("A text that is not large.")
    monkeypatch.setattr("tui.engine.pipeline.load", out_of_memory)
    client = start()
    client.request(Open((A, B, NamedSource(str(large)), C)))
    assert pairs_of(client.compared()) == [(0, 1), (0, 2), (1, 2)]
    (missing,) = story_of(client).missing
    assert (Path(missing.name).name, missing.reason) == ("large.txt", NO_MEMORY)


def test_after_a_turn_that_failed_words_are_compared_as_before(start: Callable[..., Client]) -> None:
    left, right = article(FERRY), article(QUAY)

    def fail_for_others(request: Open, articles: Sequence[Article]) -> Recalled:
        if C in articles and client.number > 1:
            raise MemoryError
        return Recalled()

    client = start(fail_for_others)
    client.request(Open((left, right, C), model="", recall=True))
    client.until(DifferencesFound)
    asked = CompareWords(tuple(link.pair for link in client.connection.comparison.links))
    client.compared()
    client.request(asked)
    before = client.until(Words)[-1][1]
    client.request(Turn(0, 2))
    client.until(Failed)
    client.request(asked)
    assert client.until(Words)[-1][1] == before


def test_links_go_down_to_the_threshold_in_every_pair(start: Callable[..., Client]) -> None:
    client = start()
    client.request(Open((A, B, C), threshold=1.0))
    client.compared()
    assert {pair.comparison.min_score for pair in story_of(client).pairs.values()} == {1.0}
