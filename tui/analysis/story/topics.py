"""The sub-topics of all reports of a story, with the share of each report that treats them.

Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from tui.analysis.align import ScoredPair
from tui.analysis.name_candidates import NameCandidates
from tui.analysis.profile import Lexicon, Profile, profiles
from tui.analysis.topic_evidence import TopicEvidence, neighbours, passage_vectors, topic_chances
from tui.analysis.topic_groups import RULES, group_passages
from tui.analysis.topics import LONG_RULES, name_meaning, name_topics
from tui.model import Article, PassagePair
from tui.model.comparison import MIN_SCORE
from tui.model.story import ReportPair, StoryTopic

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText
    from tui.analysis.name_meaning import EncodeTexts

MOST_TOPICS = 12
"""Topics of a story: those that hold most of its reports."""
MOST_NAMED = 2 * MOST_TOPICS
"""Topics that are named, since some get no name. Twelve reports have six times as many as are shown. In seven
stories of three to twelve reports 3 of 84 names are others than if all topics were named."""
Scores = Mapping[ReportPair, Iterable[tuple[PassagePair, float]]]
"""For each pair of reports the links as indices of passages, with their scores."""


def story_topics(
    articles: Sequence[Article],
    scores: Scores,
    encoded: Sequence[Sequence[EncodedText]] | None = None,
    encode: EncodeTexts | None = None,
) -> tuple[StoryTopic, ...]:
    """Group the passages of all reports into topics of at least two of them, those that hold most first.

    The models are those of two reports: two passages of one report are judged as there, and two of different
    reports as those of left and right.
    """
    lexicons: dict[str, Lexicon] = {}
    reports = [profiles(article, lexicons) for article in articles]
    if not all(reports):
        return ()
    first, rest = reports[0], list(chain.from_iterable(reports[1:]))
    starts = _starts(reports)
    links = [*_links(reports, starts, scores)]
    vectors = passage_vectors(encoded[0], [*chain.from_iterable(encoded[1:])]) if encoded else None
    evidence = TopicEvidence(first, rest, links, vectors, [len(report) for report in reports])
    chances = neighbours(evidence.pairs, topic_chances(evidence))
    rules = RULES if evidence.pairs.in_full else LONG_RULES
    grouped = group_passages(chances, len(first), rules)
    made = [(_topic("", group, reports, starts), group) for group in grouped]
    shared = [pair for pair in made if sum(map(bool, pair[0].passages)) > 1]
    shared.sort(key=lambda pair: _by_weight(pair[0]))
    groups = [group for _, group in shared]
    meaning = name_meaning((*first, *rest), vectors, encode, encoded)
    named = name_topics(NameCandidates(first, rest, groups), groups[:MOST_NAMED], meaning=meaning)
    topics = (_topic(name.label, group, reports, starts) for name, group in named)
    return tuple(sorted(topics, key=_by_weight))[:MOST_TOPICS]


def _by_weight(topic: StoryTopic) -> tuple[float, Sequence[Sequence[int]]]:
    """Sorts topics by how much they hold of the reports, the most first."""
    return -sum(topic.shares), topic.passages


def _starts(reports: Sequence[Sequence[Profile]]) -> list[int]:
    """The number of passages before each report."""
    starts = [0]
    for report in reports:
        starts.append(starts[-1] + len(report))
    return starts


def _links(
    reports: Sequence[Sequence[Profile]], starts: Sequence[int], scores: Scores
) -> Iterable[ScoredPair]:
    """The links between the passages of all reports, the second counted from the end of the first report."""
    places = [
        {profile.passage.index: start + k for k, profile in enumerate(report)}
        for report, start in zip(reports, starts, strict=False)
    ]
    for (one, other), links in sorted(scores.items()):
        for (left, right), score in links:
            if score >= MIN_SCORE and left in places[one] and right in places[other]:
                yield ScoredPair(places[one][left], places[other][right] - starts[1], score, 0.0)


def _topic(
    label: str, group: frozenset[int], reports: Sequence[Sequence[Profile]], starts: Sequence[int]
) -> StoryTopic:
    """A group as a topic with that name, which may be empty."""
    passages, shares = [], []
    for report, start in zip(reports, starts, strict=False):
        own = [report[k - start] for k in sorted(group) if start <= k < start + len(report)]
        words = sum(len(profile.words) for profile in report)
        passages.append(tuple(profile.passage.index for profile in own))
        shares.append(sum(len(profile.words) for profile in own) / max(1, words))
    return StoryTopic(label, tuple(passages), tuple(shares))
