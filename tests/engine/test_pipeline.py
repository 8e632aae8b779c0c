"""Reading and aligning, as a worker and a report do it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import tui.engine.pipeline
from tests.examples import FERRY, QUAY, article
from tui.analysis.compare import WordComparison
from tui.engine.aligner import Aligner
from tui.engine.pipeline import PreviewOnly, align, compare_sources, group, open_sources, send_links
from tui.engine.protocol import (
    AllLinksFound,
    Event,
    FullArticles,
    LinksFound,
    NamedSource,
    Open,
    PastedText,
    Preview,
    Progress,
    Recalled,
)
from tui.model import Article
from tui.model.corrections import Corrections
from tui.settings.limits import Limits
from tui.settings.read_options import ReadOptions
from tui.sources.load import LoadError, bundled_pair, load

PINNED = Recalled("a session", Corrections(frozenset({(0, 0)})), 35.0)


def nothing_saved(request: Open, articles: Sequence[Article]) -> Recalled:
    raise AssertionError("nobody asked for it")


def claims(path: Path, verb: str, count: int = 2500) -> str:
    lines = (f"The court in Kessel {verb} claim {k} of docker {k * 7} on the quay." for k in range(count))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return str(path)


def test_articles_of_ordinary_length_come_aligned() -> None:
    events: list[Event] = []
    pair = tuple(NamedSource(name) for name in bundled_pair())
    comparison, _ = open_sources(Open(pair), Aligner(), events.append, nothing_saved)
    assert [type(event) for event in events] == [FullArticles]
    left, right = map(load, bundled_pair())
    assert comparison == WordComparison(left, right).comparison
    assert not comparison.topics, "they come later"


def test_what_was_saved_is_looked_up_where_that_is_asked_for() -> None:
    asked: list[object] = []

    def recall(request: Open, articles: Sequence[Article]) -> Recalled:
        asked.append((request, [article.title for article in articles]))
        return PINNED

    events: list[Event] = []
    request = Open((article(FERRY, "Ferry"), article(QUAY, "Quay")), names=("a", "b"), recall=True)
    _, recalled = open_sources(request, Aligner(), events.append, recall)
    assert recalled is PINNED
    assert asked == [(request, ["Ferry", "Quay"])]
    assert isinstance(events[0], FullArticles)
    assert events[0].recalled is PINNED


def test_a_long_text_is_previewed_and_its_links_come_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.engine.pipeline, "LINKS_PER_MESSAGE", 100)
    events: list[Event] = []
    names = claims(tmp_path / "left.txt", "heard"), claims(tmp_path / "right.txt", "listened to", 300)
    aligner = Aligner()
    beginnings, _ = open_sources(Open(tuple(map(NamedSource, names))), aligner, events.append, nothing_saved)
    assert [type(event) for event in events if not isinstance(event, Progress)] == [Preview, FullArticles]
    align(aligner, *beginnings.articles, beginnings.min_score, events.append)
    comparison = group(aligner, *beginnings.articles, events.append)
    send_links(comparison, events.append)
    assert isinstance(events[-1], AllLinksFound)
    preview, full = events[0], next(event for event in events if isinstance(event, FullArticles))
    assert isinstance(preview, Preview)
    assert len(preview.comparison.left.passages) < len(full.comparison.left.passages) == 2500
    assert not preview.comparison.aligned and not full.comparison.aligned
    assert preview.comparison.links and full.comparison.links
    sent = [link for event in events if isinstance(event, LinksFound) for link in event.links]
    assert tuple(sent) == comparison.links
    shares = [event.text for event in events if isinstance(event, Progress) and "aligning" in event.text]
    assert shares[0] == "aligning ... 0%" and shares[-1] == "aligning ... 100%"


def test_a_long_text_that_cannot_be_read_whole_leaves_its_preview(tmp_path: Path) -> None:
    name = claims(tmp_path / "left.txt", "heard", 6000)
    other = claims(tmp_path / "right.txt", "listened to", 3)
    options = ReadOptions(Limits(memory_bytes=1 << 20))
    events: list[Event] = []
    with pytest.raises(PreviewOnly, match=r"only the beginning could be read: .*left\.txt"):
        open_sources(
            Open((NamedSource(name, options), NamedSource(other))), Aligner(), events.append, nothing_saved
        )
    assert [type(event) for event in events if not isinstance(event, Progress)] == [Preview]


def test_pasted_text_is_a_source() -> None:
    text = "The harbour board of Kessel fined the ferry company on Friday."
    comparison = compare_sources((PastedText(text), article(FERRY)))
    assert comparison.left.text == text
    assert comparison.right.text == article(FERRY).text


def test_a_source_that_cannot_be_read_ends_it(tmp_path: Path) -> None:
    events: list[Event] = []
    with pytest.raises(LoadError, match=r"gone\.txt"):
        open_sources(
            Open((NamedSource(str(tmp_path / "gone.txt")), article(FERRY))),
            Aligner(),
            events.append,
            nothing_saved,
        )
    assert events == []


def test_links_below_the_usual_floor_are_found_where_they_are_asked_for() -> None:
    usual = compare_sources((article(FERRY), article(QUAY)))
    every = compare_sources((article(FERRY), article(QUAY)), 0.0)
    assert {link.pair for link in every.links} > {link.pair for link in usual.links}
