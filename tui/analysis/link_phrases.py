"""Phrases that linked passages share, ranked as names of a topic."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.analysis.align import ScoredPair
from tui.analysis.phrases import Phrase, phrase_places
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, subrange, with_progress
from tui.analysis.synonyms import SynonymGroup, synonym_groups_of
from tui.analysis.weak_phrases import WeakPhrases, noun_counts

# Set on the topics that readers named in 32 pairs of news reports: by how well the passages are
# grouped (B-cubed F1) and how many of their names share a word with ours.
COVERAGE_EXPONENT = 0.5
"""The worth of a phrase grows with the scores of the links it covers to this power."""
LENGTH_EXPONENT = 0.5
"""The worth of a phrase grows with its words to this power: a longer one says more, but is rarer as well."""
SYNONYM_WEIGHT = 0.5
"""Weight of a link for a phrase of which one passage has only a synonym."""
NAME_WEIGHT = 0.5
"""Worth of a proper name beside other words: who did it says less than what was done."""

PassageEnd = tuple[int, int]
"""A passage: side (0 left, 1 right) and place among the linkable passages."""


class LinkPhrases:
    """The phrases that both passages of each link have."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        links: Sequence[ScoredPair],
        report_share: ProgressCallback,
    ) -> None:
        self.sides = (left, right)
        self.links = links
        both = (*left, *right)
        total = len(both)
        all_places = [phrase_places(p) for p in with_progress(both, total, subrange(report_share, 0.0, 0.3))]
        self.places = (all_places[: len(left)], all_places[len(left) :])
        """The phrases of each passage of each side, with the places of their words."""
        self._holders: dict[Phrase, list[int]] = defaultdict(list)
        stage = subrange(report_share, 0.3, 0.5)
        for k, phrases in with_progress(enumerate(all_places), total, stage):
            for phrase in phrases:
                self._holders[phrase].append(k)
        self._idf = [0.0, *(math.log((total + 1) / n) for n in range(1, total + 1))]
        """Rarity of a phrase by the number of passages that have it."""
        self._synonyms = synonym_groups_of(left[0].language if left else "")
        self._names = frozenset().union(*[profile.names for profile in both])
        # A phrase of one passage only names no link, unless it has a synonym.
        repeated = {phrase[0] for phrase, places in self._holders.items() if len(places) > 1}
        passages = with_progress(both, total, subrange(report_share, 0.5, 0.7))
        noun_count = noun_counts(passages, repeated | self._synonyms.keys())
        self.weak = WeakPhrases(both, all_places, self._holders, noun_count)
        self._mark_subjects_weak(self._names & repeated)
        report_share(0.8)
        self._groups: dict[PassageEnd, dict[Phrase, frozenset[SynonymGroup]]] = {}
        self.of_link: list[dict[Phrase, float]] = [self._shared(link) for link in links]
        """The phrases of each link, with the weight of the link for each, 0 to 1."""
        self.links_of: dict[Phrase, list[int]] = defaultdict(list)
        """The numbers of the links with each phrase."""
        for k, shared in enumerate(self.of_link):
            for phrase in shared:
                self.links_of[phrase].append(k)
        self.ends: list[tuple[PassageEnd, PassageEnd]] = [((0, k.left), (1, k.right)) for k in links]

    def _shared(self, link: ScoredPair) -> dict[Phrase, float]:
        """The phrases of both passages, and single words of which the other passage has a synonym."""
        lefts, rights = self.places[0][link.left], self.places[1][link.right]
        both = lefts.keys() & rights.keys()
        weights = dict.fromkeys(both, link.score / 100)
        left_groups, right_groups = self._groups_of((0, link.left)), self._groups_of((1, link.right))
        for phrase, groups in left_groups.items():
            for other, others_groups in right_groups.items():
                if phrase not in both and other not in both and not groups.isdisjoint(others_groups):
                    weights[phrase] = weights[other] = link.score / 100 * SYNONYM_WEIGHT
        return weights

    def _groups_of(self, end: PassageEnd) -> dict[Phrase, frozenset[SynonymGroup]]:
        """The single words of a passage that could be a name, with their synonym groups."""
        if end not in self._groups:
            side, place = end
            table = self._synonyms
            self._groups[end] = {
                phrase: frozenset(table[phrase[0]])
                for phrase in self.places[side][place]
                if len(phrase) == 1 and phrase[0] in table and not self.weak[phrase]
            }
        return self._groups[end]

    def is_name(self, phrase: Phrase) -> bool:
        """Whether the phrase is a proper name."""
        return self._names.issuperset(phrase)

    def _mark_subjects_weak(self, names: Iterable[str]) -> None:
        """Mark the subject of the story as weak: every longer name with it, and the parts of these.

        A name of one passage only is no subject.
        """
        subjects = {stem for stem in names if (stem,) in self._holders and self.weak[stem,]}
        for phrase in self._holders:
            if not subjects.isdisjoint(phrase) and self.is_name(phrase):
                self.weak.update(dict.fromkeys((phrase, *((stem,) for stem in phrase)), True))

    def worth(self, phrase: Phrase, members: Iterable[int]) -> float:
        """The worth of a phrase as the name of those links, 0 and more."""
        return self._worth(phrase, [self.of_link[k][phrase] for k in members])

    def _worth(self, phrase: Phrase, weights: Sequence[float]) -> float:
        """The worth of a phrase by the weights of the links it covers."""
        kind = NAME_WEIGHT if self.is_name(phrase) else 1.0
        idf = self._idf[len(self._holders[phrase])]
        covered = math.fsum(weights)
        return kind * idf * float(covered**COVERAGE_EXPONENT) * float(len(phrase) ** LENGTH_EXPONENT)

    def passages(self, members: Iterable[int]) -> frozenset[PassageEnd]:
        """The passages of those links."""
        return frozenset(end for k in members for end in self.ends[k])

    def ranked(self, members: Iterable[int]) -> list[Phrase]:
        """The phrases of those links, the best name first."""
        weights: dict[Phrase, list[float]] = defaultdict(list)
        for k in members:
            for phrase, weight in self.of_link[k].items():
                weights[phrase].append(weight)
        weak, is_name = self.weak, self.is_name
        ranked = [
            (
                (is_weak := weak[phrase]),
                is_weak and not is_name(phrase),
                -self._worth(phrase, covered),
                phrase,
            )
            for phrase, covered in weights.items()
        ]
        ranked.sort()
        return [phrase for _, _, _, phrase in ranked]
