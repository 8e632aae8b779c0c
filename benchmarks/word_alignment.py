"""Measure the word alignment against words that people aligned: MultiMWA.

    python benchmarks/word_alignment.py TSV... [--most 500]

TSV are files of the MultiMWA data (Lan, Jiang & Xu 2021, "Neural semi-Markov CRF for monolingual word
alignment"; public repository chaojiang06/neural-Jacana): in each line a name, a sentence, its other version,
both with spaces between words, and pairs of places `i-j`, sure ones and then possible ones. Prints for each
file precision, recall and F over all pairs of places; how many are found of those whose words are in one
pair only, as ours are; and the figures for pairs of two different content words, as differences have them.
Sure and possible pairs count alike; marks of punctuation are left out.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from tui.analysis.encoder import load_encoder
from tui.analysis.stemming import stop_words_of
from tui.analysis.word_alignment import LAYER, WordAligner
from tui.model import Span

Pairs = set[tuple[int, int]]


class AlignedByPeople(Struct, frozen=True):
    """Two sentences, word by word, and the places that stand for each other."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    pairs: frozenset[tuple[int, int]]


def read(path: Path, most: int) -> list[AlignedByPeople]:
    """The first pairs of a file that have an alignment."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        marks = [mark.split("-") for column in columns[7:9] for mark in column.split()]
        pairs = frozenset((int(i), int(j)) for i, j in marks)
        left, right = (tuple(columns[k].split(" ")) for k in (1, 3))
        if pairs:
            found.append(AlignedByPeople(left, right, _words_only(pairs, left, right)))
    return found[:most]


def _words_only(
    pairs: frozenset[tuple[int, int]] | Pairs, left: Sequence[str], right: Sequence[str]
) -> frozenset[tuple[int, int]]:
    return frozenset((i, j) for i, j in pairs if _is_word(left[i]) and _is_word(right[j]))


def _is_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def place_of(words: Sequence[str], span: Span) -> int:
    """The place of the word in which a span of the joined text begins."""
    end = -1
    for place, word in enumerate(words):
        end += len(word) + 1
        if span.start < end:
            return place
    return len(words) - 1


def figures(found: Sequence[Pairs], gold: Sequence[Pairs]) -> str:
    right = sum(len(mine & its) for mine, its in zip(found, gold, strict=True))
    precision = right / max(1, sum(map(len, found)))
    recall = right / max(1, sum(map(len, gold)))
    f = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F {f:.3f}"


def one_to_one(pairs: Pairs) -> Pairs:
    """The pairs whose two words are in no other pair."""
    lefts, rights = Counter(i for i, _ in pairs), Counter(j for _, j in pairs)
    return {(i, j) for i, j in pairs if lefts[i] == rights[j] == 1}


def measure(sentences: Sequence[AlignedByPeople]) -> list[Pairs]:
    """The pairs of places that the program aligns; vectors are centred on all sentences of the file."""
    encoder = load_encoder(None)
    texts = [(" ".join(s.left), " ".join(s.right)) for s in sentences]
    encoded = [encoder.encode(list(pair), (LAYER,)) for pair in texts]
    aligner = WordAligner([left for left, _ in encoded], [right for _, right in encoded], "en")
    found = []
    for sentence, (left, right), vectors in zip(sentences, texts, encoded, strict=True):
        words = aligner.align((left, vectors[0]), (right, vectors[1]))
        pairs = {(place_of(sentence.left, w.left), place_of(sentence.right, w.right)) for w in words}
        found.append(set(_words_only(pairs, sentence.left, sentence.right)))
    return found


def of_content(sentences: Sequence[AlignedByPeople]) -> Callable[[Sequence[Pairs]], list[Pairs]]:
    """Keeps the pairs of two different content words."""
    stop_words = stop_words_of("en")

    def kept(pairs: Sequence[Pairs]) -> list[Pairs]:
        return [
            {
                (i, j)
                for i, j in own
                if (words := (s.left[i].lower(), s.right[j].lower()))[0] != words[1]
                and not {*words} & stop_words
            }
            for s, own in zip(sentences, pairs, strict=True)
        ]

    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=500)
    arguments = parser.parse_args()
    for path in arguments.files:
        sentences = read(path, arguments.most)
        found, gold = measure(sentences), [set(s.pairs) for s in sentences]
        content = of_content(sentences)
        print(f"{path.stem}: {len(sentences)} pairs of sentences; {figures(found, gold)}")
        single = [one_to_one(pairs) for pairs in gold]
        covered = sum(len(mine & its) for mine, its in zip(found, single, strict=True))
        count = sum(map(len, single))
        share = count / max(1, sum(map(len, gold)))
        print(f"  one word for one ({share:.2f} of all): {covered / max(1, count):.3f} of them found")
        print(f"  two different content words: {figures(content(found), content(gold))}")


if __name__ == "__main__":
    main()
