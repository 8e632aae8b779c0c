"""Turn lists of differences in words into positions, which hold no text of the reports.

    python benchmarks/difference_positions.py GOLD_DIR OUTPUT.json ITEMS.json...

GOLD_DIR holds a folder with gold.json for each pair, ITEMS.json what the guide (`differences_guide.md`)
asks for: a list of {"pair", "kind", "weight", "left_index", "right_index", "left_words", "right_words"}.
Positions of all lists, and those already in OUTPUT.json, are written there; a pair that is listed anew
replaces what was there.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gold import read_gold
from msgspec import Struct

Spans = Sequence[Sequence[int]]


class Item(Struct, frozen=True):
    """A difference that a reader listed."""

    pair: str
    kind: str
    weight: int
    """3 must be known, 2 worth knowing, 1 trivial."""
    sentences: tuple[int | None, int | None]
    """Numbers of the sentences on the left and on the right, from 0; None where a side has none."""
    words: tuple[str, str]
    """The words on the left and on the right; empty for an absence."""


def read_items(path: Path, gold_dir: Path) -> list[Item]:
    """A list with words, or with positions in the sentences of gold.json."""
    return [_item(row, gold_dir) for row in json.loads(path.read_text(encoding="utf-8"))]


def _item(row: Mapping[str, Any], gold_dir: Path) -> Item:
    if "left_words" in row:
        sentences = row["left_index"], row["right_index"]
        words = row["left_words"] or "", row["right_words"] or ""
    else:
        sentences = row["left"][0], row["right"][0]
        gold = read_gold(gold_dir / row["pair"])
        words = _cut(gold.left, *row["left"]), _cut(gold.right, *row["right"])
    numbers = tuple([k if isinstance(k, int) else None for k in sentences])
    return Item(row["pair"], row["kind"], row["weight"], (numbers[0], numbers[1]), words)


def _cut(sentences: Sequence[str], index: int | None, spans: Spans) -> str:
    return "" if index is None else " ... ".join(sentences[index][start:end] for start, end in spans)


def position(item: Item, gold_dir: Path) -> dict[str, Any]:
    """An item by positions. Raises ValueError if its words do not stand in their sentence."""
    gold = read_gold(gold_dir / item.pair)
    ends = [
        (index, [] if index is None else spans_of(words, sentences[index]))
        for index, words, sentences in zip(item.sentences, item.words, (gold.left, gold.right), strict=True)
    ]
    return {"pair": item.pair, "kind": item.kind, "weight": item.weight, "left": ends[0], "right": ends[1]}


def spans_of(words: str, sentence: str) -> list[tuple[int, int]]:
    """The offsets of words in a sentence; `...` stands for words left out."""
    spans, end = [], 0
    for part in [words] if words in sentence else re.split(r"\s*(?:\.\.\.|…)\s*", words):
        if part:
            start = sentence.index(part, end)
            end = start + len(part)
            spans.append((start, end))
    return spans


def main() -> None:
    gold_dir, output, *lists = map(Path, sys.argv[1:])
    new = [item for path in lists for item in read_items(path, gold_dir)]
    replaced = {item.pair for item in new}
    old = read_items(output, gold_dir) if output.exists() else []
    items = sorted([item for item in old if item.pair not in replaced] + new, key=lambda item: item.pair)
    lines = [json.dumps(position(item, gold_dir)) for item in items]
    output.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{len(items)} items of {len({item.pair for item in items})} pairs")


if __name__ == "__main__":
    main()
