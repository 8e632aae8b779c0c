"""Pairs of reports whose topics readers made, as the fitting and the measuring of topics need them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import chain, combinations
from pathlib import Path
from statistics import mean

import numpy as np
from gold import folders, read_articles, read_gold
from msgspec import Struct

from tui.analysis.align import Alignment
from tui.analysis.encoder import EncodedText, Encoder
from tui.analysis.profile import Profile, profiles
from tui.analysis.topic_evidence import TopicEvidence, passage_vectors
from tui.model.comparison import MIN_SCORE

SMALL = frozenset(
    "the a an of to in on for and or by with at from as is are was were his her their its he she they this "
    "that".split()
)
"""Words of a name that count nothing when names are compared."""
Group = frozenset[int]
Named = tuple[str, Group]
"""A name and its passages: the left ones from 0, the right ones after them."""


class Sheet(Struct, eq=False):
    """One pair of reports: its passages, what each two have in common, and the readers' topics."""

    name: str
    left: list[Profile]
    right: list[Profile]
    evidence: TopicEvidence
    gold: list[Named]
    vectors: np.ndarray | None
    """Of the passages, if there is an encoder."""
    encoded: list[EncodedText]
    """The passages of both sides, likewise."""

    @property
    def together(self) -> np.ndarray:
        """Whether the readers put each pair of passages into one topic."""
        pairs = self.evidence.pairs
        result = np.zeros(len(pairs), bool)
        for _, group in self.gold:
            inside = np.zeros(pairs.count, bool)
            inside[list(group)] = True
            result |= inside[pairs.first] & inside[pairs.second]
        return result

    @property
    def cross(self) -> np.ndarray:
        return self.evidence.pairs.cross


def read_sheets(gold_dir: Path, encoder: Encoder | None) -> list[Sheet]:
    """The sheets of a gold directory, with links by words or, with an encoder, by meaning too."""
    return [read_sheet(folder, encoder) for folder in folders(gold_dir)]


def read_sheet(folder: Path, encoder: Encoder | None) -> Sheet:
    gold = read_gold(folder)
    left, right = (profiles(article) for article in read_articles(folder))
    alignment = Alignment(left, right)
    encoded: list[list[EncodedText]] = []
    if encoder:
        encoded = [
            encoder.encode([p.passage.text for p in side], encoder.name_layers) for side in (left, right)
        ]
        links = alignment.by_meaning(encoded[0], encoded[1], MIN_SCORE)
    else:
        links = alignment.by_words(MIN_SCORE)
    vectors = passage_vectors(encoded[0], encoded[1]) if encoder else None
    evidence = TopicEvidence(left, right, links, vectors)
    split = len(left)
    topics = [(str(t["label"]), frozenset([*t["a"], *(split + j for j in t["b"])])) for t in gold.topics]
    return Sheet(folder.name, left, right, evidence, topics, vectors, [*chain.from_iterable(encoded)])


def label_stems(label: str) -> set[str]:
    """The words of a name, as far as they are compared: five letters."""
    return {word.lower()[:5] for word in re.findall(r"\w+", label) if word.lower() not in SMALL}


def pairs_within(groups: Sequence[Set[int]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def best_match(group: Set[int], others: Sequence[Named]) -> Named:
    """The group that overlaps most, by the share of all passages of both that they have in common."""
    return max(
        others,
        key=lambda other: len(other[1] & group) / max(1, len(other[1] | group)),
        default=("", frozenset()),
    )


def figures(ours: Sequence[Named], theirs: Sequence[Named]) -> dict[str, float]:
    """How well topics agree with those of readers.

    group_f1: F1 over pairs of passages in one topic. label_recall: share of the readers' topics whose best
    overlapping topic of ours has a name that shares a word with theirs. label_precision: share of our names
    that share a word with any of theirs. count: our topics per topic of theirs.
    """
    own, gold = pairs_within([g for _, g in ours]), pairs_within([g for _, g in theirs])
    hits = 0
    for label, group in theirs:
        match = best_match(group, ours)
        hits += bool(match[1] & group) and bool(label_stems(match[0]) & label_stems(label))
    words = set().union(*(label_stems(label) for label, _ in theirs))
    return {
        "group_f1": 2 * len(own & gold) / max(1, len(own) + len(gold)),
        "label_recall": hits / max(1, len(theirs)),
        "label_precision": mean([bool(label_stems(label) & words) for label, _ in ours]) if ours else 0.0,
        "count": len(ours) / max(1, len(theirs)),
    }
