"""The engine opens articles again that are on the screen."""

from __future__ import annotations

from operator import is_

from msgspec.structs import replace

from tests.engine.conftest import Begin
from tests.examples import FERRY, QUAY, article
from tui.engine.channel import Channel
from tui.engine.protocol import Aligned, AllLinksFound, FullArticles, LinksFound, NamedSource, Open
from tui.model import Comparison, Link, Relation

ARTICLES = Comparison(article(FERRY), article(QUAY))
LINKS = tuple(Link(k, k, 80.0, Relation.SAME) for k in range(4))
AGAIN = Open((NamedSource("a.txt"), NamedSource("b.txt")))


def test_what_is_opened_again_is_held_once(begin: Begin) -> None:
    def serve(channel: Channel) -> None:
        number, _ = channel.receive()
        channel.send(number, FullArticles(ARTICLES))
        doubtful = tuple(replace(link, score=60.0) for link in LINKS)
        for links, refining in ((doubtful, True), (LINKS, False)):
            channel.send(number, LinksFound(links))
            channel.send(number, AllLinksFound(Comparison(), refining))
        channel.receive()

    engine = begin(serve)
    events = engine.events()
    comparisons = []
    for _ in range(2):
        engine.open(AGAIN)
        *_, (_, aligned) = (next(events) for _ in range(3))
        assert isinstance(aligned, Aligned)
        comparisons.append(aligned.comparison)
    first, again = comparisons
    assert first.left is again.left and first.right is again.right
    assert len(again.links) == len(LINKS) and all(map(is_, first.links, again.links))


def test_links_refined_before_are_there_at_once_when_long_articles_are_opened_again(begin: Begin) -> None:
    def serve(channel: Channel) -> None:
        number, _ = channel.receive()
        channel.send(number, FullArticles(replace(ARTICLES, aligned=False)))
        for links, model, grouping in ((LINKS[:1], "", False), (LINKS[:2], "e5", True), (LINKS, "e5", False)):
            channel.send(number, LinksFound(links))
            channel.send(number, AllLinksFound(Comparison(model=model), not model, grouping))
        channel.receive()

    engine = begin(serve)
    events = engine.events()
    found = []
    for _ in range(2):
        engine.open(AGAIN)
        for _, event in (next(events) for _ in range(4)):
            if isinstance(event, Aligned):
                found.append((len(event.comparison.links), event.refining, event.grouping))
    coming = [(True, False), (False, True), (False, False)]
    assert found == [(links, *more) for links, more in zip((1, 2, 4, 4, 4, 4), coming * 2, strict=True)]
