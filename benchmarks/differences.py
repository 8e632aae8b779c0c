"""How many differences between real reports are found, against lists that people made by reading.

    python benchmarks/differences.py GOLD_DIR ITEMS.json... [--least 2] [--words] [--list] [--misses]

GOLD_DIR holds a folder for each pair (a.txt, b.txt and gold.json with the sentences), ITEMS.json are lists
by the guide in `differences_guide.md`, in words or in positions (`difference_positions.py`). An entry
answers an item if its passages are the item's sentences, or beside them, and it shares a content word with
the item's words on both sides. Prints

- `recall`: share of the items of weight `--least` and more that an entry listed by default answers
- `listed`: entries listed by default; `supported`: share of them that answer an item of any weight. A true
  one that no reader listed counts against it
- the same with the closed sections, then by kind, and the time of a pair in milliseconds

`--words` does without the language model. `--list` prints every entry, `--misses` every item that none
answers.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from difference_positions import Item, read_items
from gold import read_articles
from msgspec import Struct

from tui.analysis.differences.ledger import differences
from tui.engine.aligner import Aligner
from tui.model.comparison import MIN_SCORE
from tui.model.difference import Difference, State
from tui.settings.settings import NO_MODEL

_SMALL = frozenset(
    "the a an of to in on for and or by with at from as is are was were be been his her their its he she "
    "they it that this said has had have".split()
)
_LETTERS = 6
"""Letters by which two words are the same."""


class Scored(Struct, frozen=True):
    """The entries of one pair, and the items that they answer."""

    pair: str
    items: Sequence[Item]
    entries: Sequence[Difference]
    milliseconds: float

    def found(self, by_default: bool) -> list[Item]:
        entries = [entry for entry in self.entries if listed(entry) or not by_default]
        return [item for item in self.items if any(answers(entry, item) for entry in entries)]

    def supported(self, entries: Sequence[Difference]) -> list[Difference]:
        return [entry for entry in entries if any(answers(entry, item) for item in self.items)]


def listed(entry: Difference) -> bool:
    """Whether an entry is listed by default."""
    return entry.default


def answers(entry: Difference, item: Item) -> bool:
    """Whether an entry is about the difference that a reader listed."""
    at = (entry.left_passage, entry.right_passage)
    if any(i is not None and abs(k - i) > 1 for k, i in zip(at, item.sentences, strict=True)):
        return False
    shared = []
    for fact, words in zip(entry.facts, item.words, strict=True):
        wanted = content(words)
        found = bool(wanted & content(fact.text if fact else ""))
        if wanted and not found:
            return False
        shared.append(found)
    return any(shared)


def content(text: str) -> set[str]:
    words = (word.lower() for word in re.findall(r"\w+", text))
    return {word[:_LETTERS] for word in words if word not in _SMALL}


def score(folder: Path, items: Sequence[Item], model: str) -> Scored:
    aligner = Aligner(model)
    comparison = aligner.compared(*read_articles(folder), MIN_SCORE)
    start = time.perf_counter()
    entries = differences(comparison, comparison.threshold, aligner.alignment(comparison))
    taken = (time.perf_counter() - start) * 1e3
    return Scored(folder.name, items, [e for e in entries if e.state is State.DIFFERS], taken)


def report(pairs: Sequence[Scored], least: int) -> None:
    wanted = [item for pair in pairs for item in pair.items if item.weight >= least]
    for title, by_default in (("by default", True), ("all", False)):
        chosen = [[e for e in pair.entries if listed(e) or not by_default] for pair in pairs]
        found = [item for pair in pairs for item in pair.found(by_default) if item.weight >= least]
        count, good = Counter[str](), Counter[str]()
        for pair, entries in zip(pairs, chosen, strict=True):
            count.update(entry.kind.value for entry in entries)
            good.update(entry.kind.value for entry in pair.supported(entries))
        total = count.total()
        print(
            f"{title}: recall {len(found) / max(1, len(wanted)):.3f} ({len(found)} of {len(wanted)}), "
            f"{total} listed, {good.total() / max(1, total):.3f} supported"
        )
        print("  entries: " + ", ".join(f"{kind} {good[kind]} of {n}" for kind, n in count.most_common()))
        of_kind, all_of_kind = Counter(i.kind for i in found), Counter(i.kind for i in wanted)
        print("  items: " + ", ".join(f"{k} {of_kind[k]} of {n}" for k, n in all_of_kind.most_common()))
    print(f"{statistics.median(pair.milliseconds for pair in pairs):.0f} ms a pair (median)")


def print_entries(pair: Scored) -> None:
    for entry in pair.entries:
        texts = " | ".join(fact.text if fact else "" for fact in entry.facts)
        signs = ("+" if pair.supported([entry]) else "-") + ("" if listed(entry) else " closed")
        print(f"{pair.pair} {signs} {entry.kind.value} {entry.pair}: {texts}")


def print_misses(pair: Scored, least: int) -> None:
    found = pair.found(by_default=False)
    for item in pair.items:
        if item.weight >= least and item not in found:
            print(f"{pair.pair} missed {item.kind} {item.sentences}: {' | '.join(item.words)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("items", type=Path, nargs="+")
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    items = [item for path in arguments.items for item in read_items(path, arguments.gold_dir)]
    pairs = []
    for name in sorted({item.pair for item in items}):
        own = [item for item in items if item.pair == name]
        pairs.append(score(arguments.gold_dir / name, own, NO_MODEL if arguments.words else ""))
        if arguments.list:
            print_entries(pairs[-1])
        if arguments.misses:
            print_misses(pairs[-1], arguments.least)
    report(pairs, arguments.least)


if __name__ == "__main__":
    main()
