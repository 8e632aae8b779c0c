"""Features of the candidate pairs of two articles, and the probabilities of their rivals."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import compress
from operator import itemgetter

from tui.analysis.candidates import candidates, cutoff, limits_for, repeated_pairs, shared_quotation_pairs
from tui.analysis.chances import WordEvidence
from tui.analysis.context import ContextTable, ProbabilityRow, probability_units
from tui.analysis.features import POSITION, FeatureExtractor, FeatureRow, Features
from tui.analysis.lead_topics import lead_topic_pairs
from tui.analysis.pair_scorer import PairScorer
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.model import Kind

MARKS = tuple([Features._fields.index(name) for name in WordEvidence._fields if name in Features._fields])
"""The places of the features of a pair that are evidence as they are."""
_marks_of = itemgetter(*MARKS)
LEAD_PAIR = 0, 0
"""The leads, which may report the same without a common word: "walkout", "strike"."""
LEAD_NEIGHBOURS = (0, 1), (1, 0)
"""A lead and the sentence after the other lead may also report the same, if they share many synonyms."""


class CandidateFeatures:
    """The candidates of two articles: their features, and the probabilities of those not scored in full."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        report_share: ProgressCallback = no_progress,
        *,
        every: bool = False,
    ) -> None:
        """`every`: whether the features of every pair will be asked for; then they are measured at once."""
        self.extractor = FeatureExtractor(left, right, subrange(report_share, 0.0, 0.3))
        size = len(left) + len(right)
        limits = limits_for(size)
        synonym_matches = partial(self.extractor.synonyms.at_least, limits.min_synonym_overlap)
        rows = candidates(self.extractor.index, synonym_matches, limits, subrange(report_share, 0.3, 0.4))
        self.lead_topics = lead_topic_pairs(left, right)
        """Pairs that are always scored, like those with the same words or quotations."""
        certain = self._certain(left, right, limits.quoted_run, synonym_matches)
        self._every: list[tuple[list[float], ...]] | None = [] if every else None
        """The overlaps of each left passage with every right one."""
        overlaps: list[list[array[float]]] = []
        quick_log_odds: list[array[float]] = []
        for i in with_progress(range(len(left)), len(left), subrange(report_share, 0.4, 0.6)):
            row = rows[i]
            row.update({j: self.extractor.index.value(i, j) for j in certain[i].difference(row)})
            rows[i] = row = {j: row[j] for j in sorted(row)}
            # Arrays: texts of 10,000 sentences have a hundred thousand such pairs.
            columns = [array("d", column) for column in self._measured(i, row)]
            overlaps.append(columns)
            quick_log_odds.append(array("d", self.extractor.quick_log_odds(i, row, columns)))
        self.compared = sum(map(len, rows))
        """The number of candidates; all have their quick features."""
        values = [-odds for row_odds in quick_log_odds for odds in row_odds]
        least = max(limits.min_log_odds, -cutoff(values, limits.most_scored * size))
        self.scored: list[array[int]] = []
        """The pairs scored in full: for each left passage the right ones, in order."""
        self.rivals: list[ProbabilityRow] = []
        """The other candidates, which count as rivals, with their probabilities by the quick model."""
        self._overlaps: list[list[array[float]]] = []
        """Of the pairs scored in full."""
        for i in with_progress(range(len(left)), len(left), subrange(report_share, 0.6, 0.7)):
            scored = [odds >= least for odds in quick_log_odds[i]]
            if certain[i]:
                scored = [chosen or j in certain[i] for j, chosen in zip(rows[i], scored, strict=True)]
            self.scored.append(array("l", compress(rows[i], scored)))
            self._overlaps.append([array("d", compress(column, scored)) for column in overlaps[i]])
            others = [not chosen for chosen in scored]
            units = probability_units(compress(quick_log_odds[i], others))
            self.rivals.append(dict(zip(compress(rows[i], others), units, strict=True)))
        self._report_share = report_share
        self.lengths = self.extractor.sides[0].length, self.extractor.sides[1].length
        """ln(1 + content words) of each passage of either side."""
        self.body = [[p.passage.kind is Kind.BODY for p in side] for side in (left, right)]
        """Of each passage of either side whether it belongs to the body."""

    def _measured(self, i: int, candidates: Mapping[int, float]) -> Iterable[Iterable[float]]:
        """The overlaps of left passage `i` with those right ones, which have their values by the index."""
        if self._every is None:
            return self.extractor.overlaps(i, candidates)
        every = self.extractor.overlaps(i, self.extractor.index.row(i))
        self._every.append(every)
        return [map(column.__getitem__, candidates) for column in every]

    def every_pair(self, i: int) -> list[Sequence[float]]:
        """For each feature the values of left passage `i` with every right passage."""
        extractor = self.extractor
        overlaps = self._every[i] if self._every else extractor.overlaps(i, extractor.index.row(i))
        return extractor.columns(i, range(len(self.lengths[1])), overlaps)

    @cached_property
    def rows(self) -> list[dict[int, FeatureRow]]:
        """All features of the pairs scored in full: one row per left passage, by the right passage."""
        report_share = subrange(self._report_share, 0.7, 0.8)
        both = zip(self.scored, self._overlaps, strict=True)
        return [
            dict(zip(places, zip(*self.extractor.columns(i, places, overlaps), strict=True), strict=True))
            for i, (places, overlaps) in with_progress(enumerate(both), len(self.scored), report_share)
        ]

    def _certain(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        quoted_run: int,
        synonym_matches: partial[list[int]],
    ) -> list[set[int]]:
        """The right passages, for each left one, that are scored in any case."""
        lefts, rights = self.extractor.sides
        in_reach = [(i, j) for i, j in LEAD_NEIGHBOURS if i < len(left) and j < len(right)]
        certain: list[set[int]] = [set() for _ in left]
        for i, j in {
            *self.lead_topics,
            *repeated_pairs([p.stems for p in left], [p.stems for p in right]),
            *shared_quotation_pairs(lefts.quoted, rights.quoted, quoted_run),
            *((i, j) for i, j in in_reach if synonym_matches(i, (j,))),
            LEAD_PAIR,
        }:
            certain[i].add(j)
        return certain

    def release(self) -> None:
        """Free the memory needed only for further pairs, a quarter of the total."""
        _ = self.rows  # they are computed by what is freed
        del self.extractor, self._overlaps

    def second_rows(self, scorer: PairScorer) -> Iterator[dict[int, tuple[float, ...]]]:
        """Yield the SECOND_FEATURES of each left passage, by the right passage, for `rows`."""
        rows, count = self.rows, len(self.rows)
        report_share = subrange(self._report_share, 0.8, 1.0)
        first: list[tuple[list[float], list[float]]] = []
        probabilities: list[ProbabilityRow] = []
        for row in with_progress(rows, count, subrange(report_share, 0.0, 0.4)):
            features = row.values()
            same, related = scorer.first_same.log_odds(features), scorer.first_related.log_odds(features)
            first.append((same, related))
            probabilities.append(dict(zip(row, probability_units(related), strict=True)))
        table = self._context_table(probabilities, subrange(report_share, 0.4, 0.6))
        for i, row in with_progress(enumerate(rows), count, subrange(report_share, 0.6, 1.0)):
            pairs = zip(row.items(), *first[i], table.row(i, probabilities[i]), strict=True)
            yield {
                j: (same, related, *context, features[POSITION])
                for (j, features), same, related, context in pairs
            }

    def word_evidence(self, scorer: PairScorer) -> Iterator[dict[int, tuple[float, ...]]]:
        """Yield the WordEvidence, as plain tuples, of each left passage, by the right passage, for `rows`."""
        lefts, rights = self.lengths
        for i, (row, second) in enumerate(zip(self.rows, self.second_rows(scorer), strict=True)):
            own, context = lefts[i], second.values()
            same, related = scorer.same.log_odds(context), scorer.related.log_odds(context)
            yield {
                j: (
                    odds,
                    other_odds,
                    *_marks_of(features),
                    *((own, other) if own < (other := rights[j]) else (other, own)),
                )
                for (j, features), odds, other_odds in zip(row.items(), same, related, strict=True)
            }

    def _context_table(
        self, probabilities: Sequence[ProbabilityRow], report_share: ProgressCallback
    ) -> ContextTable:
        """The table of all candidates in the bodies.

        A headline or caption gets its context from the table, but is no rival to a passage that says the
        same in full.
        """
        lefts, rights = self.body
        not_body = {j for j, body in enumerate(rights) if not body}
        table: list[ProbabilityRow] = []
        for row, rivals, body in zip(probabilities, self.rivals, lefts, strict=True):
            others = {**row, **rivals} if body else {}
            for j in not_body & others.keys():
                del others[j]
            table.append(others)
        return ContextTable(table, len(rights), self.size, report_share)

    @property
    def size(self) -> int:
        """Twice the number of body passages of the shorter article."""
        lefts, rights = self.body
        return 2 * min(sum(lefts), sum(rights))
