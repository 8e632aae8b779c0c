"""Messages between the screen and a worker: requests one way, events the other.

Every request has a number, and every event carries the number of the request that it answers.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.questions import Answer, Question
from tui.model import Article, Comparison, Link
from tui.model.corrections import Corrections
from tui.model.difference import Ledger
from tui.settings.read_options import ReadOptions
from tui.settings.settings import NO_MODEL, Settings

if TYPE_CHECKING:  # the first frame may do without
    from tui.model.story import ComparedPair, ReportPair, Story, StoryTopic

LINKS_PER_PART = 1000
"""Links that are pickled at once."""


class NamedSource(Struct, frozen=True):
    """A source to be read."""

    name: str
    """A path, an address, `-` or `clipboard:`."""
    options: ReadOptions = ReadOptions()


class PastedText(Struct, frozen=True):
    """The text of an article, pasted by the reader."""

    text: str
    options: ReadOptions = ReadOptions()


Source = NamedSource | PastedText | Article
"""A source to open; an article is used as it is."""


class Start(Struct, frozen=True):
    """Carry out a command line: open its sources, or do what it asks for without the app."""

    arguments: tuple[str, ...]


class WriteLog(Struct, frozen=True):
    """Write a log to that file; goes before a worker's other requests."""

    path: str


class Open(Struct, frozen=True):
    """Read sources, align them and find their differences.

    Of more than two, the first two that can be read are shown, and the others are compared afterwards.
    """

    sources: tuple[Source, ...]
    names: tuple[str, ...] = ()
    """Names of the sources as the reader gave them; empty for a paste."""
    threshold: float | None = None
    """Least score of a link that is shown, 0 to 100; None for the default."""
    recall: bool = False
    """Whether to look up what was saved: the session of these articles, and their vectors."""
    fresh: bool = False
    """Whether the session starts over."""
    model: str = NO_MODEL
    """Folder of the language model that refines the links; NO_MODEL, or empty for the one in the package."""


class Turn(Struct, frozen=True):
    """Compare two other reports of the story, by their numbers, for the panes; answered as an `Open`."""

    left: int
    right: int


class AddReport(Struct, frozen=True):
    """Read one more report of the story, or one instead of another; answered by `StoryRead`."""

    source: Source
    name: str = ""
    """As the reader gave it; empty for a paste."""
    replacing: int | None = None  # the number of a report


class Resume(Struct, frozen=True):
    """Continue with articles that are already read and aligned."""

    without_links: Comparison
    links: tuple[bytes, ...]
    """The links in parts, each pickled: 24,000 pickled at once take 23 MB for a moment."""
    model: str = NO_MODEL
    """As in `Open`, for links with lower scores."""
    story: Story | None = None
    """Their story, if there are more; pairs that it has are not compared again."""
    recall: bool = False
    """As in `Open`."""
    names: tuple[str, ...] = ()
    """As in `Open`, of the two articles."""

    @classmethod
    def of(
        cls,
        comparison: Comparison,
        model: str,
        story: Story | None = None,
        recall: bool = False,
        names: tuple[str, ...] = (),
    ) -> Resume:
        links = comparison.links
        parts = (links[first : first + LINKS_PER_PART] for first in range(0, len(links), LINKS_PER_PART))
        pickled = tuple(pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in parts)
        bare = story and replace(story, pairs=dict.fromkeys(story.pairs))
        return cls(replace(comparison, links=()), pickled, model, bare, recall, names)

    @property
    def comparison(self) -> Comparison:
        """The comparison with its links."""
        links = tuple(link for part in self.links for link in pickle.loads(part))
        return replace(self.without_links, links=links)


class Compare(Struct, frozen=True):
    """Align the articles again, down to a lower threshold."""

    threshold: float


class FindDifferences(Struct, frozen=True):
    """Find the differences in the links from a threshold on."""

    threshold: float
    corrections: Corrections = Corrections()


class FindReportedDifferences(Struct, frozen=True):
    """Find the differences for a report; no request for those on the screen supersedes it."""

    threshold: float
    corrections: Corrections = Corrections()


class FirstFrameDrawn(Struct, frozen=True):
    """Tell the worker that the articles of a `Start` are on the screen. Never answered."""


Request = (
    Start
    | WriteLog
    | Open
    | Resume
    | Turn
    | AddReport
    | Compare
    | FindDifferences
    | FindReportedDifferences
    | FirstFrameDrawn
    | Question
)


# -- events
class CommandDone(Struct, frozen=True):
    """The command needs no app: it is done, or it failed."""

    status: int
    """The exit status."""
    error: str = ""
    """One line for standard error; empty if nothing is wrong or the line has been printed."""


class Ready(Struct, frozen=True):
    """The app is needed; the sources of the command line are being opened."""

    settings: Settings


class Recalled(Struct, frozen=True):
    """Session of two articles saved in an earlier run."""

    session: object = None
    """The saved session, which the engine passes on without looking at it."""
    corrections: Corrections = Corrections()
    threshold: float | None = None


class Preview(Struct, frozen=True):
    """The beginnings of long articles, with links between them; the rest is being read."""

    comparison: Comparison


class FullArticles(Struct, frozen=True):
    """All articles are read. Those of ordinary length are aligned already."""

    comparison: Comparison
    recalled: Recalled = Recalled()
    refining: bool = False
    """Whether these links will be refined: `Aligned` brings others."""
    reports: ReportPair = (0, 1)
    """Numbers of the left and the right article in their story."""
    sources: tuple[str, ...] = ()
    """Names of the two sources as the reader gave them; empty if not known."""


class StoryRead(Struct, frozen=True):
    """All reports of a story are read, or one more is. Pairs follow, those with the left report first."""

    story: Story  # with all pairs known so far; the worker sends it without them


class PairCompared(Struct, frozen=True):
    """Two reports of the story are compared. The links have no evidence, which takes longer than they."""

    pair: ReportPair
    compared: ComparedPair  # from the worker without its articles


class StoryTopicsFound(Struct, frozen=True):
    """The topics over all reports; comes when all pairs are compared."""

    topics: tuple[StoryTopic, ...]


class LinksFound(Struct, frozen=True):
    """Some of the links, in order; `AllLinksFound` comes after the last of them."""

    links: tuple[Link, ...]


class AllLinksFound(Struct, frozen=True):
    """All links have been sent."""

    comparison: Comparison
    """What goes with them; without articles and links."""
    refining: bool = False
    """Whether they will be refined."""
    grouping: bool = False
    """Whether they are refined, and their topics will come."""


class Aligned(Struct, frozen=True):
    """The articles are aligned. The client assembles this event from the parts that the worker sends."""

    comparison: Comparison
    refining: bool = False
    """Whether these links will be refined: another event like this brings others."""
    grouping: bool = False
    """Whether the next event like this brings their topics."""


class DifferencesFound(Struct, frozen=True):
    """The differences between the articles."""

    ledger: Ledger


class Progress(Struct, frozen=True):
    """The current step in a few words."""

    text: str


class Failed(Struct, frozen=True):
    """A request could not be carried out; `reason` is one line fit to show."""

    reason: str


class Done(Struct, frozen=True):
    """All requests up to this one are answered, or superseded by a newer one of their kind."""


Event = (
    CommandDone
    | Ready
    | Preview
    | FullArticles
    | StoryRead
    | PairCompared
    | StoryTopicsFound
    | LinksFound
    | AllLinksFound
    | Aligned
    | DifferencesFound
    | Progress
    | Failed
    | Done
    | Answer
)
