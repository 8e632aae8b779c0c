"""A worker at the other end of a channel."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from socket import socketpair
from threading import Event as ThreadEvent
from threading import Thread

import pytest

from tests.examples import FERRY, QUAY, article
from tests.terminal import LIMIT
from tui.analysis.compare import WordComparison, compare
from tui.analysis.differences.ledger import differences
from tui.analysis.encoder import EncodedText
from tui.analysis.encoder.folder import EncoderError
from tui.analysis.progress import ProgressCallback
from tui.engine.aligner import Aligner
from tui.engine.answers import answer
from tui.engine.article_vectors import ArticleVectors
from tui.engine.channel import Channel
from tui.engine.protocol import (
    AllLinksFound,
    CommandDone,
    Compare,
    DifferencesFound,
    Done,
    Event,
    Failed,
    FindDifferences,
    FirstFrameDrawn,
    FullArticles,
    LinksFound,
    NamedSource,
    Open,
    Progress,
    Ready,
    Recalled,
    Resume,
    Start,
)
from tui.engine.questions import Answer, CompareWords, FindSimilar, Question, SimilarFound, Words
from tui.engine.request_queue import RequestQueue
from tui.engine.worker import Prepare, Worker
from tui.model import Article, Comparison
from tui.model.comparison import MIN_SCORE
from tui.model.corrections import Corrections
from tui.model.difference import Ledger
from tui.settings.settings import NO_MODEL, Settings
from tui.sources.load import bundled_pair

LEFT = article(("The harbour board said on Monday that 12 people were hurt in the ferry fire.",))
RIGHT = article(("The harbour board said on Monday that 15 people were hurt in the ferry fire.",))


def no_command(arguments: Sequence[str]) -> CommandDone:
    raise AssertionError("nobody asked for it")


def nothing_saved(request: Open, articles: Sequence[Article]) -> Recalled:
    return Recalled()


@pytest.fixture
def connect() -> Iterator[Callable[..., Channel]]:
    """Start workers, each in a thread, and give the other ends of their channels."""
    channels: list[Channel] = []
    threads: list[Thread] = []

    def start(
        prepare: Prepare = no_command,
        recall: Callable[[Open, Sequence[Article]], Recalled] = nothing_saved,
    ) -> Channel:
        ours, theirs = map(Channel, socketpair())
        thread = Thread(target=Worker(theirs, prepare, recall).run)
        thread.start()
        channels.extend((ours, theirs))
        threads.append(thread)
        return ours

    yield start
    for channel in channels:
        channel.shut_down()
    for thread in threads:
        thread.join(LIMIT)
        assert not thread.is_alive(), "a worker ends with its channel"
    for channel in channels:
        channel.close()


def answers(channel: Channel, last: type[Event]) -> list[tuple[int, Event]]:
    """The events up to the first of that type, without the progress."""
    events: list[tuple[int, Event]] = []
    while not events or not isinstance(events[-1][1], last):
        number, event = channel.receive()
        assert isinstance(event, Event)
        if not isinstance(event, Progress | Done):
            events.append((number, event))
    return events


def test_opening_gives_articles_links_and_differences(connect: Callable[..., Channel]) -> None:
    channel = connect()
    channel.send(7, Open((LEFT, RIGHT)))
    (_, full), (_, links), (_, rest), (_, words), (number, found) = answers(channel, DifferencesFound)
    assert isinstance(full, FullArticles) and isinstance(found, DifferencesFound)
    assert isinstance(links, LinksFound) and isinstance(rest, AllLinksFound)
    assert number == 7
    assert isinstance(words, Words) and set(words.words) == {(0, 0)}
    assert full.comparison == WordComparison(LEFT, RIGHT).comparison
    whole = compare(LEFT, RIGHT)
    assert (links.links, rest.comparison.topics) == (whole.links, whole.topics)
    assert found.ledger.entries == differences(whole, whole.threshold) != ()


def test_on_a_single_processor_the_articles_come_before_their_links(
    connect: Callable[..., Channel], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.engine.pipeline.processors", lambda: 1)
    channel = connect()
    channel.send(1, Open((LEFT, RIGHT)))
    (_, full), (_, links), *_ = answers(channel, DifferencesFound)
    assert isinstance(full, FullArticles) and isinstance(links, LinksFound)
    assert not full.comparison.aligned and not full.comparison.links
    assert links.links == compare(LEFT, RIGHT).links


def test_on_a_single_processor_links_wait_until_the_first_frame_is_drawn(
    connect: Callable[..., Channel], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("pipeline", "worker"):
        monkeypatch.setattr(f"tui.engine.{module}.processors", lambda: 1)
    monkeypatch.setattr("tui.engine.worker.LONGEST_START", LIMIT)
    drawn = False

    def by_words_once_drawn(aligner: Aligner, *arguments: object) -> Comparison:
        assert drawn, "the screen has the processor for itself until then"
        return by_words(aligner, *arguments)  # type: ignore[arg-type]

    by_words = Aligner.by_words
    monkeypatch.setattr(Aligner, "by_words", by_words_once_drawn)
    sources = bundled_pair()
    channel = connect(prepare=lambda arguments: Settings(sources, keep_state=False, model=NO_MODEL))
    channel.send(1, Start(sources))
    *_, (_, full) = answers(channel, FullArticles)
    assert isinstance(full, FullArticles) and not full.comparison.aligned
    channel.send(2, CompareWords(((0, 0),)))
    assert [type(event) for _, event in answers(channel, Words)] == [Words]
    drawn = True
    channel.send(1, FirstFrameDrawn())
    types = [type(event) for _, event in answers(channel, DifferencesFound)]
    assert types[0] is LinksFound and Failed not in types


def test_links_are_refined_after_the_first_and_words_do_not_wait_for_that(
    connect: Callable[..., Channel], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, refined = ThreadEvent(), Aligner.refined

    def refined_once_asked(aligner: Aligner, progress: ProgressCallback) -> Comparison:
        assert asked.wait(LIMIT)
        return refined(aligner, progress)

    monkeypatch.setattr(Aligner, "refined", refined_once_asked)
    channel = connect()
    channel.send(1, Open((LEFT, RIGHT), model=""))
    full = answers(channel, FullArticles)[-1][1]
    assert isinstance(full, FullArticles) and full.refining and not full.comparison.model
    channel.send(2, CompareWords(((0, 0),)))
    assert [number for number, _ in answers(channel, Words)] == [2]
    asked.set()
    events = [event for _, event in answers(channel, DifferencesFound)]
    links = [LinksFound, AllLinksFound]
    assert [type(event) for event in events] == [*links, *links, Words, DifferencesFound]
    refined_links, grouped = events[1], events[3]
    for event in (refined_links, grouped):
        assert isinstance(event, AllLinksFound) and event.comparison.model.startswith("multilingual-e5-small")
        assert not event.refining and event.grouping is (event is refined_links)
        assert bool(event.comparison.topics) is (event is grouped)


def test_questions_are_about_the_refined_links_while_topics_are_found(
    connect: Callable[..., Channel], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, grouped = ThreadEvent(), Aligner.grouped
    models: list[str] = []

    def grouped_once_answered(aligner: Aligner, progress: ProgressCallback) -> Comparison:
        assert answered.wait(LIMIT)
        return grouped(aligner, progress)

    def noting(question: Question, comparison: Comparison, aligner: Aligner) -> Answer:
        models.append(comparison.model)
        return answer(question, comparison, aligner)

    monkeypatch.setattr(Aligner, "grouped", grouped_once_answered)
    monkeypatch.setattr("tui.engine.worker.answer", noting)
    channel = connect()
    channel.send(1, Open((LEFT, RIGHT), model=""))
    assert [type(event) for _, event in answers(channel, AllLinksFound)][-1] is AllLinksFound
    channel.send(2, CompareWords(((0, 0),)))
    answers(channel, Words)
    assert models and models[0].startswith("multilingual-e5-small")
    answered.set()
    answers(channel, DifferencesFound)


def test_if_names_cannot_be_encoded_topics_are_named_by_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(vectors: ArticleVectors, names: Sequence[str]) -> Sequence[EncodedText]:
        raise EncoderError("no model")

    expected = Aligner("").compared(article(FERRY), article(QUAY), MIN_SCORE)
    monkeypatch.setattr(ArticleVectors, "of_names", failing)
    found = Aligner("").compared(article(FERRY), article(QUAY), MIN_SCORE)
    assert found.model == expected.model
    assert [link.score for link in found.links] == [link.score for link in expected.links]
    assert any(topic.label for topic in found.topics)


def test_without_a_usable_model_the_links_by_words_stay(
    connect: Callable[..., Channel], tmp_path: Path
) -> None:
    channel = connect()
    channel.send(1, Open((LEFT, RIGHT), model=str(tmp_path)))
    _, failed, *_, found = [event for _, event in answers(channel, DifferencesFound)]
    assert isinstance(failed, Failed) and str(tmp_path) in failed.reason
    assert isinstance(found, DifferencesFound) and found.ledger.open_entries


def test_a_command_line_is_prepared_and_opened(connect: Callable[..., Channel]) -> None:
    settings = Settings(bundled_pair(), model=NO_MODEL, keep_state=False)
    channel = connect(lambda arguments: settings if arguments == ("a", "b") else CommandDone(2))
    channel.send(1, Start(("a", "b")))
    kinds = [type(event) for _, event in answers(channel, DifferencesFound)]
    assert kinds == [Ready, FullArticles, LinksFound, AllLinksFound, Words, DifferencesFound]


def test_a_command_that_needs_no_app_is_done(connect: Callable[..., Channel]) -> None:
    channel = connect(lambda arguments: CommandDone(2, "no such option"))
    channel.send(1, Start(("--nonsense",)))
    assert channel.receive() == (1, CommandDone(2, "no such option"))


def test_differences_are_found_in_the_links_that_the_reader_left(connect: Callable[..., Channel]) -> None:
    removed, back = Corrections(rejected=frozenset({(0, 0)})), Corrections()
    channel = connect(recall=lambda request, articles: Recalled("session", removed, None))
    channel.send(1, Open((LEFT, RIGHT), recall=True))
    assert answers(channel, DifferencesFound)[-1] == (1, DifferencesFound(Ledger()))
    channel.send(2, FindDifferences(50.0, back))
    number, found = answers(channel, DifferencesFound)[-1]
    assert number == 2
    assert isinstance(found, DifferencesFound) and found.ledger.open_entries


def test_a_lower_threshold_brings_links_that_were_not_kept(connect: Callable[..., Channel]) -> None:
    channel = connect()
    channel.send(1, Open((article(FERRY), article(QUAY))))
    answers(channel, DifferencesFound)
    channel.send(2, Compare(0.0))
    (_, links), (number, _) = answers(channel, AllLinksFound)
    assert number == 2
    assert isinstance(links, LinksFound)
    assert links.links == compare(article(FERRY), article(QUAY), 0.0).links


def test_a_source_that_cannot_be_read_is_one_line(connect: Callable[..., Channel]) -> None:
    channel = connect()
    channel.send(3, Open((NamedSource("nowhere.txt"), RIGHT)))
    number, failed = answers(channel, Failed)[-1]
    assert number == 3
    assert isinstance(failed, Failed) and failed.reason.startswith("nowhere.txt: no such file")
    channel.send(4, Open((LEFT, RIGHT)))
    assert answers(channel, DifferencesFound)[-1][0] == 4, "the worker goes on"


def test_of_requests_of_one_kind_that_wait_only_the_newest_is_answered() -> None:
    requests = RequestQueue()
    for number in range(1, 4):
        requests.put(number, FindDifferences(50.0 + number))
    requests.put(4, Compare(0.0))
    requests.put(5, Resume.of(Comparison(), NO_MODEL))
    assert requests.take() == [
        (5, Resume.of(Comparison(), NO_MODEL)),
        (3, FindDifferences(53.0)),
        (4, Compare(0.0)),
    ]
    requests.put(6, Compare(1.0))
    assert requests.take() == [(6, Compare(1.0))]
    requests.close()
    assert requests.take() == []


def test_linked_passages_are_compared_word_by_word(connect: Callable[..., Channel]) -> None:
    channel = connect()
    channel.send(1, Open((LEFT, RIGHT)))
    answers(channel, DifferencesFound)
    channel.send(2, CompareWords(((0, 0),)))
    number, words = answers(channel, Words)[-1]
    assert number == 2
    assert isinstance(words, Words)
    assert words.words[0, 0].differing == (("12", "15"),)


def test_a_question_is_answered_while_differences_are_being_found(
    connect: Callable[..., Channel], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = ThreadEvent()

    def found_once_answered(*arguments: object) -> tuple[()]:
        assert answered.wait(LIMIT)
        return ()

    channel = connect()
    channel.send(1, Open((LEFT, RIGHT)))
    answers(channel, DifferencesFound)
    monkeypatch.setattr("tui.analysis.differences.ledger.differences", found_once_answered)
    channel.send(2, FindDifferences(50.0))
    channel.send(3, FindSimilar("harbuor"))
    (number, found) = answers(channel, SimilarFound)[-1]
    assert isinstance(found, SimilarFound) and (number, len(found.hits)) == (3, 2)
    answered.set()
    assert answers(channel, DifferencesFound)[-1][0] == 2
    while not isinstance((done := channel.receive())[1], Done):
        pass
    assert done[0] == 3, "all is answered now"


def test_a_question_waits_for_the_articles(connect: Callable[..., Channel]) -> None:
    channel = connect()
    channel.send(1, FindSimilar("harbuor"))
    channel.send(2, Resume.of(compare(LEFT, RIGHT), NO_MODEL))
    found = answers(channel, SimilarFound)[-1][1]
    assert isinstance(found, SimilarFound) and len(found.hits) == 2


def test_a_comparison_made_before_is_gone_on_with(connect: Callable[..., Channel]) -> None:
    channel = connect()
    channel.send(1, Resume.of(compare(LEFT, RIGHT), NO_MODEL))
    channel.send(2, FindDifferences(50.0))
    number, found = answers(channel, DifferencesFound)[-1]
    assert number == 2
    assert isinstance(found, DifferencesFound) and found.ledger.open_entries
