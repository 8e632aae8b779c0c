"""The sub-topics that two articles share: links grouped by the phrases of both sides.

The name comes first and the group second, as in Lingo (Osiński & Weiss, 2005): a phrase that many
links share, and few other passages, names a topic; the links that have it make it up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.align import ScoredPair
from tui.analysis.clustering import cluster
from tui.analysis.link_phrases import LinkPhrases
from tui.analysis.phrases import Phrase, as_written, contains
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.tokens import normal_form
from tui.model import Link, PassagePair, Topic

# Set as the constants of `link_phrases.py`.
MAX_TOPICS_TO_JOIN = 2
"""Topics of a passage up to which a link without a good name joins them; a lead has too many."""
MIN_DICE = 0.5
"""Dice coefficient of the passages of two groups from which they are one topic."""
MIN_WIDER_SHARE = 0.5
"""Share of the passages with a name that must have a longer phrase for the topic to be named by that."""
MAX_TERMS = 8
MAX_LABEL_WORDS = 4
"""Words of a quotation that still reads as a label."""


class TopicGroup(Struct, frozen=True):
    """Links with one name, by their numbers."""

    name: Phrase
    members: list[int]


class TopicGrouping(Struct, frozen=True):
    """The topics, the largest first, and the index of the topic of each link."""

    topics: tuple[Topic, ...]
    topic_of: dict[PassagePair, int]
    """Index of the topic by the positions of the passages among the linkable ones, as in `ScoredPair`."""


def group_links(
    left: Sequence[Profile],
    right: Sequence[Profile],
    links: Sequence[ScoredPair],
    report_share: ProgressCallback = no_progress,
) -> TopicGrouping:
    """Group links into topics, and name each."""
    phrases = LinkPhrases(left, right, links, subrange(report_share, 0.0, 0.5))
    groups = _named_groups(phrases)
    report_share(0.6)
    passages = [phrases.passages(group.members) for group in groups]
    clusters = [[groups[k] for k in numbers] for numbers in cluster(passages, MIN_DICE)]
    report_share(0.7)
    named = _unique_names(phrases, [[k for group in groups for k in group.members] for groups in clusters])
    stage = subrange(report_share, 0.7, 1.0)
    made = [(_topic(phrases, topic), topic.members) for topic in with_progress(named, len(clusters), stage)]
    made.sort(key=lambda pair: (-len(pair[0].left) - len(pair[0].right), pair[0].left, pair[0].right))
    topic_of = {links[k].pair: number for number, (_, members) in enumerate(made) for k in members}
    return TopicGrouping(tuple(topic for topic, _ in made), topic_of)


def _named_groups(phrases: LinkPhrases) -> list[TopicGroup]:
    """Group the links by their best name; those without a good one join the groups of their passages.

    A link whose passages have no group gets the best name there is.
    """
    free = set(range(len(phrases.links)))
    groups = _greedy_cover(phrases, free, {p for p in phrases.links_of if not phrases.weak[p]})
    counts: dict[Hashable, Counter[int]] = defaultdict(Counter)
    for number, group in enumerate(groups):
        for k in group.members:
            for passage in phrases.ends[k]:
                counts[passage][number] += 1
    for k in sorted(free):
        votes: Counter[int] = Counter()
        for passage in phrases.ends[k]:
            if len(counts[passage]) <= MAX_TOPICS_TO_JOIN:
                votes.update(counts[passage])
        if votes:
            best = min(votes, key=lambda number: (-votes[number], number))
            groups[best].members.append(k)
            free.discard(k)
    rest = _greedy_cover(phrases, free, set(phrases.links_of))
    return groups + rest + [TopicGroup((), [k]) for k in sorted(free)]


def _greedy_cover(phrases: LinkPhrases, free: set[int], names: set[Phrase]) -> list[TopicGroup]:
    """Take the name of most worth for the free links, then that for the rest, and so on.

    The links that got a name are taken out of `free`.
    """
    heap = [(-phrases.worth(name, phrases.links_of[name]), name) for name in names]
    heapify(heap)
    groups: list[TopicGroup] = []
    while heap and free:
        _, name = heappop(heap)
        members = [k for k in phrases.links_of[name] if k in free]
        if not members:
            continue
        worth = phrases.worth(name, members)
        if heap and worth < -heap[0][0]:
            heappush(heap, (-worth, name))
            continue
        free.difference_update(members)
        groups.append(TopicGroup(name, members))
    return groups


class _NamedTopic(Struct, frozen=True):
    members: list[int]
    """The numbers of its links."""
    ranked: list[Phrase]
    """The phrases that they share, the best first."""
    name: Phrase


def _unique_names(phrases: LinkPhrases, topics: Sequence[Iterable[int]]) -> list[_NamedTopic]:
    """Name the topics, given by their links; those that would get the same name become one."""
    by_name: dict[Hashable, list[_NamedTopic]] = {}
    for number, members in enumerate(topics):
        named = _named(phrases, members)
        by_name.setdefault(named.name or number, []).append(named)
    return [
        same[0] if len(same) == 1 else _named(phrases, [k for named in same for k in named.members])
        for same in by_name.values()
    ]


def _named(phrases: LinkPhrases, links: Iterable[int]) -> _NamedTopic:
    members = sorted(set(links))
    ranked = phrases.ranked(members)
    return _NamedTopic(members, ranked, _widened(phrases, ranked[0], members) if ranked else ())


def _widened(phrases: LinkPhrases, name: Phrase, members: Iterable[int]) -> Phrase:
    """The longer phrase around the name that most of the topic's passages have: "security concerns".

    At least two passages must have it, and MIN_WIDER_SHARE of those with the name.
    """
    counts: Counter[Phrase] = Counter()
    for side, place in phrases.passages(members):
        own = phrases.places[side][place]
        if name in own:
            counts.update([p for p in own if name[0] in p and (p == name or contains(p, name))])
    wider = [
        phrase
        for phrase, n in counts.items()
        if n >= max(2, MIN_WIDER_SHARE * counts[name]) and phrase != name
        if phrases.is_name(phrase) or not phrases.weak[phrase]
    ]
    return min(wider, key=lambda p: (-counts[p], p), default=name)


def _topic(phrases: LinkPhrases, named: _NamedTopic) -> Topic:
    lefts = sorted({phrases.links[k].left for k in named.members})
    rights = sorted({phrases.links[k].right for k in named.members})
    left, right = phrases.sides
    return Topic(
        label=_label(phrases, named.name, lefts, rights) if named.ranked else "",
        terms=tuple(dict.fromkeys(stem for phrase in named.ranked for stem in phrase))[:MAX_TERMS],
        left=tuple(left[i].passage.index for i in lefts),
        right=tuple(right[j].passage.index for j in rights),
    )


def _label(phrases: LinkPhrases, name: Phrase, lefts: Sequence[int], rights: Sequence[int]) -> str:
    return as_written(
        (phrases.sides[side][k], phrases.places[side][k][name])
        for side, places in enumerate((lefts, rights))
        for k in places
        if name in phrases.places[side][k]
    )


def quote_labels(topics: Sequence[Topic], links: Iterable[Link]) -> tuple[Topic, ...]:
    """Label a topic by a short quotation that its passages share, if that contains the label: `no limits`."""
    quotations: dict[int, set[str]] = defaultdict(set)
    for link in links:
        if link.evidence.quotation and 2 <= len(link.evidence.quotation.split()) <= MAX_LABEL_WORDS:
            quotations[link.topic].add(link.evidence.quotation)
    return tuple(_quoted_label(topic, quotations[number]) for number, topic in enumerate(topics))


def _quoted_label(topic: Topic, quotations: Iterable[str]) -> Topic:
    words = {normal_form(word) for word in topic.label.split()}
    containing = [text for text in quotations if words <= {normal_form(word) for word in text.split()}]
    if not containing:
        return topic
    return replace(topic, label=min(containing, key=lambda text: (len(text), text)))
