"""A worker as the client sees it: its events, put together from the parts that it sends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.launcher import WorkerHandle
from tui.engine.protocol import (
    Aligned,
    AllLinksFound,
    Event,
    FullArticles,
    LinksFound,
    PairCompared,
    StoryRead,
    StoryTopicsFound,
)
from tui.model import Article, Comparison, Link, PassagePair

if TYPE_CHECKING:
    from tui.model.story import Story


class Connection:
    """A worker, and the comparison assembled from the parts that it sends."""

    def __init__(
        self,
        worker: WorkerHandle,
        number: int,
        comparison: Comparison | None = None,
        before: Comparison | None = None,
        story: Story | None = None,
    ) -> None:
        """`before`: what is on the screen. Parts of it may come again, and one copy of them will do.

        `story`: what is known already of the reports that are being opened.
        """
        self.worker = worker
        self._before = before or Comparison()
        self.number = number
        """Number of the latest request that is answered; the story's events carry older ones."""
        self.comparison = comparison or Comparison()
        self.links: list[Link] = []
        self._known: dict[PassagePair, Link] = {}
        """The links before those that are arriving."""
        self._refined_before = False
        """Whether links come that were refined before: those stay until all is there, with topics."""
        self.ended = False
        self.story = story
        """The reports of which the two on the screen are a part."""

    def receive(self) -> tuple[int, Event | None]:
        """The next event, None for a part of one. Raises ChannelClosed."""
        number, event = self.worker.channel.receive()
        self.number = max(self.number, number)
        if isinstance(event, FullArticles):
            event = self._with_known_articles(event)
            self.comparison = event.comparison
            same = self._before.articles == self.comparison.articles
            self._refined_before = same and bool(self._before.model) and not self.comparison.aligned
        elif isinstance(event, LinksFound):
            known = self._known = self._known or self._known_links()
            self.links += [known[k.pair] if known.get(k.pair) == k else k for k in event.links]
            return number, None
        elif isinstance(event, AllLinksFound):
            return number, self._aligned(event)
        elif isinstance(event, StoryRead):
            event = StoryRead(self._with_known_pairs(event.story))
            self.story = event.story
        elif isinstance(event, PairCompared):
            event = self._with_articles(event)
        elif isinstance(event, StoryTopicsFound) and self.story:
            self.story = replace(self.story, topics=event.topics)
        assert isinstance(event, Event)
        return number, event

    def _aligned(self, event: AllLinksFound) -> Aligned:
        links, self.links, self._known = tuple(self.links), [], {}
        more = event.refining or event.grouping
        if more and self._refined_before:
            self.comparison = self._before
        else:
            left, right = self.comparison.articles
            self.comparison = replace(event.comparison, left=left, right=right, links=links)
        if not more:
            self._before, self._refined_before = Comparison(), False
        return Aligned(self.comparison, event.refining, event.grouping)

    def _with_known_pairs(self, story: Story) -> Story:
        """A story that was read, with the articles that are there already and the pairs of those."""
        former = self._articles or self.comparison.articles
        articles = _as_known(story.articles, former, self.comparison.articles)
        same = {k for k, (new, old) in enumerate(zip(articles, self._articles, strict=False)) if new is old}
        pairs = self.story.pairs if self.story else {}
        kept = {pair: compared for pair, compared in pairs.items() if same.issuperset(pair)}
        return replace(story, articles=articles, pairs=kept)

    def _with_articles(self, event: PairCompared) -> PairCompared:
        """A pair with its articles, recorded in the story."""
        assert self.story, "the story comes before its pairs"
        left, right = (self.story.articles[k] for k in event.pair)
        comparison = replace(event.compared.comparison, left=left, right=right)
        event = replace(event, compared=replace(event.compared, comparison=comparison))
        self.story = self.story.with_pair(event.pair, event.compared)
        return event

    @property
    def _articles(self) -> Sequence[Article]:
        return self.story.articles if self.story else ()

    def _with_known_articles(self, event: FullArticles) -> FullArticles:
        before = self._before.articles
        former = [self._articles[k] for k in event.reports] if self._articles else before
        left, right = _as_known(event.comparison.articles, former, (*before, *self._articles))
        return replace(event, comparison=replace(event.comparison, left=left, right=right))

    def _known_links(self) -> dict[PassagePair, Link]:
        """Links that may come again: those on the screen between the same articles, else those of now."""
        same = self._before.articles == self.comparison.articles
        return {link.pair: link for link in (self._before if same else self.comparison).links}


def _as_known(
    articles: Sequence[Article], former: Sequence[Article], others: Sequence[Article]
) -> tuple[Article, ...]:
    """Articles that come again as the objects that are there: that in the same place, else one of that text.

    `former`: those in the same places before. Of two with one text, each keeps its own.
    """
    known = {article.text: article for article in (*others, *former)}
    in_place = zip_longest(articles, former[: len(articles)])
    candidates = ((article, old if old == article else known.get(article.text)) for article, old in in_place)
    return tuple(old if old and old == article else article for article, old in candidates)
