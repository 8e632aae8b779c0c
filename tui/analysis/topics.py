"""The sub-topics of two articles: passages grouped by what they are about, each group with a name.

Links, shared words, places and, with an encoder, the meaning of whole passages tell which belong together
(`topic_evidence.py`); `topic_groups.py` groups them and `topic_names.py` names the groups. numpy is imported
with the first comparison, not with this module: it takes a tenth of a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.analysis.align import ScoredPair
from tui.analysis.keyword_groups import Keyword, keyword_groups
from tui.analysis.name_candidates import NameCandidates, NameWeights
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress
from tui.analysis.topic_groups import RULES, Rules, group_passages, uncovered
from tui.analysis.topic_names import TopicName, TopicNamer
from tui.model import PassagePair, Side, Topic
from tui.model.comparison import DEFAULT_THRESHOLD

if TYPE_CHECKING:
    import numpy as np

    from tui.analysis.encoder import EncodedText
    from tui.analysis.name_meaning import EncodeTexts, NameMeaning

MIN_ONE_SIDED = 2
"""Passages of a topic that only one article has."""
LONG_RULES = Rules(rounds=1)
"""Rules for long articles: the later rounds change little and take as long as the first."""
MOST_TOPICS = 100
"""Topics of both articles: of very long ones those that hold most."""
MOST_BY_WORDS = 0.5
"""Topics found by one word for each other topic of both articles."""
LEAST_BY_WORDS = 4
"""Topics found by one word that are always taken; only of reports with few other topics does it matter."""
SMALL_TOPIC = 4
"""Passages of a topic of both articles that is shown only if its name is likely to fit. Readers kept 3 in 10
names of such topics, and half of those of larger ones."""
LEAST_WORTH = 0.05
"""Worth of the name of a small topic, or of one named by a single word, below which it is not shown; set on
the pairs that the weights are fitted to. English only."""
LEAST_SURE = 3
"""Topics of both articles that must be left for any to be hidden."""
MOST_SHOWN = 10
"""Topics of both articles that are shown of reports of ordinary length."""
PASSAGES_A_TOPIC = 10
"""Passages of both articles for each topic that is shown of long reports."""
MOST_ONE_SIDED = 20
"""Topics that only one article has, of both together."""


class TopicGrouping(Struct, frozen=True):
    """The topics, those that hold most of both articles first, and the topics of each pair of passages."""

    topics: tuple[Topic, ...] = ()
    """Those that both articles have."""
    one_sided: tuple[Topic, ...] = ()
    """Those that only one has."""
    named_by: Side = Side.LEFT
    """The article whose words name the topics of reports in two languages."""
    topics_of: dict[PassagePair, tuple[int, ...]] = {}
    """Indices in `topics` by the positions of the passages among the linkable ones, as in `ScoredPair`."""


def group_links(
    left: Sequence[Profile],
    right: Sequence[Profile],
    links: Sequence[ScoredPair],
    encoded: tuple[Sequence[EncodedText], Sequence[EncodedText]] | None = None,
    encode: EncodeTexts | None = None,
    report_share: ProgressCallback = no_progress,
) -> TopicGrouping:
    """Group the passages into topics, and name each.

    Takes the links with a low least score, and with an encoder the passages encoded, and what encodes names;
    of long articles only some passages are encoded, and then meaning is left out.
    """
    if not left or not right or not links:
        return TopicGrouping()
    from tui.analysis.topic_evidence import TopicEvidence, neighbours, topic_chances

    vectors = _vectors((*left, *right), encoded)
    evidence = TopicEvidence(left, right, links, vectors)
    report_share(0.2)
    chances = neighbours(evidence.pairs, topic_chances(evidence))
    report_share(0.5)
    rules = RULES if evidence.pairs.in_full else LONG_RULES
    groups = group_passages(chances, len(left), rules)
    report_share(0.7)
    split = len(left)
    weight = [len(p.content_places) + 1 for p in (*left, *right)]
    totals = sum(weight[:split]), sum(weight[split:])

    def held(group: frozenset[int]) -> float:
        """How much of both articles a group holds."""
        return sum([weight[k] / totals[k >= split] for k in group])

    groups.sort(key=lambda group: (-held(group), sorted(group)))
    both = [group for group in groups if min(group) < split <= max(group)][:MOST_TOPICS]
    one_sided = [g for g in groups if not min(g) < split <= max(g) and len(g) >= MIN_ONE_SIDED]
    one_sided = one_sided[:MOST_ONE_SIDED]
    candidates = NameCandidates(left, right, both)
    words = keyword_groups(candidates, chances, both) if evidence.pairs.in_full else []
    meaning = name_meaning((*left, *right), vectors, encode, encoded)
    found = name_topics(candidates, both + one_sided, words, meaning=meaning)
    report_share(1.0)
    in_both = [pair for pair in found if min(pair[1]) < split <= max(pair[1])]
    alone = sorted((pair for pair in found if pair not in in_both), key=lambda pair: -held(pair[1]))
    shared = sorted(sure_topics(candidates, in_both), key=lambda pair: -held(pair[1]))
    return TopicGrouping(
        tuple([_topic(left, right, *pair) for pair in shared]),
        tuple([_topic(left, right, *pair) for pair in alone]),
        Side.RIGHT if candidates.named_by_right else Side.LEFT,
        _topics_of(links, [group for _, group in shared], split),
    )


def _vectors(
    passages: Sequence[Profile], encoded: tuple[Sequence[EncodedText], Sequence[EncodedText]] | None
) -> np.ndarray | None:
    """A vector for each passage; None unless all that have words are encoded."""
    from tui.analysis.topic_evidence import passage_vectors

    if encoded is None:
        return None
    texts = (*encoded[0], *encoded[1])
    if any(p.words and not len(text.ids) for p, text in zip(passages, texts, strict=True)):
        return None
    return passage_vectors(*encoded)


def name_meaning(
    passages: Sequence[Profile],
    vectors: np.ndarray | None,
    encode: EncodeTexts | None,
    encoded: Sequence[Sequence[EncodedText]] | None,
) -> NameMeaning | None:
    """What judges names of passages with those vectors, `encoded` by article; None without an encoder.

    Only English names are read with the passages: the readers who judged names saw no others.
    """
    if vectors is None or encode is None or encoded is None:
        return None
    from tui.analysis.name_meaning import NameMeaning

    english = all(profile.language == "en" for profile in passages)
    return NameMeaning(vectors, encode, [*chain.from_iterable(encoded)] if english else None)


def name_topics(
    candidates: NameCandidates,
    groups: Sequence[frozenset[int]],
    words: Sequence[tuple[Keyword, frozenset[int]]] = (),
    weights: NameWeights | None = None,
    meaning: NameMeaning | None = None,
) -> list[tuple[TopicName, frozenset[int]]]:
    """The groups that can be named, then as many of those by words as add a topic.

    A group whose name would say the same as an earlier one's joins that group.
    """
    every = [*groups, *(group for _, group in words)]
    split = candidates.split
    left, right = candidates.profiles[:split], candidates.profiles[split:]
    namer = TopicNamer(left, right, every, weights, candidates)
    names = namer.names([word for word, _ in words], meaning)
    joined = [*every]
    for name, group in zip(names[: len(groups)], groups, strict=True):
        if name.same_as >= 0:
            joined[name.same_as] |= group
    named = list(zip(names, joined, strict=True))
    # Passages without a phrase that could name them, such as two titles of one word, are no topic.
    first, added = (
        [pair for pair in own if pair[0].label] for own in (named[: len(groups)], named[len(groups) :])
    )
    both = sum(min(group) < split <= max(group) for group in groups)
    return _without_covered(first + added[: max(LEAST_BY_WORDS, round(MOST_BY_WORDS * both))])


def _without_covered(
    found: Sequence[tuple[TopicName, frozenset[int]]],
) -> list[tuple[TopicName, frozenset[int]]]:
    """The topics without those that a larger one has mostly."""
    staying = {*uncovered([group for _, group in found], RULES.covered)}
    return [pair for pair in found if pair[1] in staying]


def sure_topics(
    candidates: NameCandidates, found: Sequence[tuple[TopicName, frozenset[int]]]
) -> list[tuple[TopicName, frozenset[int]]]:
    """The topics of both articles that are large or likely to have a fitting name; all if those are few.

    Of more than MOST_SHOWN or one for PASSAGES_A_TOPIC those whose names are likely to fit best.
    """
    sure = [pair for pair in found if pair[0].worth >= LEAST_WORTH or _is_large_with_phrase(*pair)]
    english = all(profile.language == "en" for profile in candidates.profiles)
    shown = sure if english and len(sure) >= LEAST_SURE else list(found)
    most = max(MOST_SHOWN, len(candidates.profiles) // PASSAGES_A_TOPIC)
    fitting = sorted(range(len(shown)), key=lambda number: -shown[number][0].worth)[:most]
    return [shown[number] for number in sorted(fitting)]


def _is_large_with_phrase(name: TopicName, group: frozenset[int]) -> bool:
    """Whether a topic is large and its name more than a word: it is shown though the name may not fit."""
    return len(group) > SMALL_TOPIC and " " in name.label


def _topic(
    left: Sequence[Profile], right: Sequence[Profile], name: TopicName, group: frozenset[int]
) -> Topic:
    split = len(left)
    return Topic(
        label=name.label,
        terms=name.stems,
        left=tuple([left[k].passage.index for k in sorted(group) if k < split]),
        right=tuple([right[k - split].passage.index for k in sorted(group) if k >= split]),
    )


def _topics_of(
    links: Sequence[ScoredPair], groups: Sequence[frozenset[int]], split: int
) -> dict[PassagePair, tuple[int, ...]]:
    """The topics that have both passages of each link that is shown by default."""
    holding: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for k in group:
            holding[k].add(number)
    result: dict[PassagePair, tuple[int, ...]] = {}
    for link in links:
        if link.score >= DEFAULT_THRESHOLD and (both := holding[link.left] & holding[split + link.right]):
            result[link.pair] = tuple(sorted(both))
    return result
