"""An app that opens on a story of made-up reports, all pairs compared by words."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from tests.ferry_reports import REPORTS
from tests.ui.screens.reading_app import ReadingApp
from tui.analysis.compare import compare
from tui.analysis.differences.ledger import all_differences
from tui.analysis.story.pair import compared_pair, new_story
from tui.engine.protocol import StoryRead
from tui.model.story import MissingSource, Story
from tui.sources.load import load_text

FIVE = ("post", "quay", "herald", "wire", "mirror")


@cache
def ferry_story(names: tuple[str, ...] = FIVE) -> Story:
    """The story of those reports; all pairs are compared."""
    articles = [replace(load_text(REPORTS[name]), source=f"{name}.txt") for name in names]
    story = new_story(articles, (), [article.source for article in articles])
    for pair in story.all_pairs:
        comparison = compare(articles[pair[0]], articles[pair[1]])
        entries = all_differences(comparison, comparison.threshold)
        story = story.with_pair(pair, compared_pair(comparison, entries))
    return story


def without_pairs(story: Story) -> Story:
    """The same reports before any two of them are compared."""
    return replace(story, pairs={})


def with_missing(story: Story) -> Story:
    """The same, with a source that could not be read."""
    return replace(story, missing=(MissingSource("gone.txt", "no such file"),))


class StoryApp(ReadingApp):
    """It has the first two reports on its panes, and receives the story at once."""

    def __init__(self, story: Story | None = None) -> None:
        self.story = story or ferry_story()
        known = self.story.pairs or ferry_story().pairs
        super().__init__(known[0, 1].comparison)

    def on_mount(self) -> None:  # Textual calls that of the base class as well
        self.call_after_refresh(self.receive, StoryRead(self.story), 1)
