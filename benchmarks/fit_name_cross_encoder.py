"""Fit the cross-encoder that reads names together with passages, and measure it.

    python benchmarks/fit_name_cross_encoder.py GOLD_DIR [--articles FOLDER] [--save FILE] [--folds N]

GOLD_DIR has the pairs of `data/name_verdicts.json`. FOLDER has the articles of the public repository
ramybaly/Article-Bias-Prediction (`data/jsons`), whose groups and verdicts are in
`data/fresh_name_verdicts.json`; without it the model is fitted to the former alone. Cross-validated by pairs
of GOLD_DIR; the other pairs are in all folds. `--save` fits to everything and writes the file of the program.

The layers begin as layers 10 to 12 of the bundled encoder. The loss is the squared error of the worth of each
name, and the divergence of the softmax of all names of a group from that of their worths.

Needs torch 2.13, scikit-learn and numpy. On one core of a Xeon with AMX 10 minutes for each fold.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np
import torch
from name_model import JudgedGroup, fit, save
from name_verdicts import digest, judged_rows, read_verdicts
from sklearn.linear_model import Ridge
from topic_sheets import Group, read_sheets

from tui.analysis.encoder import EncodedText, Encoder, load_encoder
from tui.analysis.encoder.encoder import NAMES_LAYER
from tui.analysis.encoder.folder import BUNDLED, read_manifest
from tui.analysis.encoder.numpy_model import NumpyModel
from tui.analysis.name_candidates import FITTED
from tui.analysis.name_cross_encoder import MOST_NAME_PIECES, MOST_PASSAGES, MOST_PIECES
from tui.analysis.name_meaning import READ_SHARE, NameMeaning
from tui.analysis.profile import Profile, profiles
from tui.analysis.topic_evidence import passage_vectors
from tui.analysis.topic_names import TopicNamer
from tui.sources.load import load_text

FRESH = Path(__file__).parent / "data" / "fresh_name_verdicts.json"
RIDGE = 30.0
"""Strength of the linear model beside it."""
SUREST = 0.8
"""Share of the names, the surest ones, that are reported apart."""


def judged_groups(
    pair: str,
    sides: tuple[Sequence[Profile], Sequence[Profile]],
    judged: Sequence[tuple[Group, Mapping[str, str]]],
    encoder: Encoder,
) -> Iterator[JudgedGroup]:
    """The groups of one pair of reports, with those names that the program still makes."""
    texts = [encoder.encode([p.passage.text for p in side], encoder.name_layers) for side in sides]
    both: list[EncodedText] = [*texts[0], *texts[1]]
    meaning = NameMeaning(passage_vectors(*texts), encoder.encode_names, both)
    namer = TopicNamer(*sides, [group for group, _ in judged], FITTED)
    found = judged_rows(namer, judged)
    labels = [[label for label, _ in names] for names in found]
    members = [namer.members(group) for group, _ in judged]
    nearness = meaning.nearness(labels, members)
    for names, near, (_, verdicts), own in zip(found, nearness, judged, members, strict=True):
        if not names:
            continue
        read = [both[k].layers[NAMES_LAYER][:MOST_PIECES] for k in meaning.central(own)[:MOST_PASSAGES]]
        encoded = encoder.encode_names([label for label, _ in names])
        yield JudgedGroup(
            pair,
            np.concatenate(read),
            [text.layers[NAMES_LAYER][:MOST_NAME_PIECES] for text in encoded],
            np.array([[*row, value] for (_, row), value in zip(names, near, strict=True)], np.float32),
            [verdicts[digest(label)] for label, _ in names],
        )


def gold_groups(gold_dir: Path, encoder: Encoder) -> list[JudgedGroup]:
    verdicts = read_verdicts()
    return [
        group
        for sheet in read_sheets(gold_dir, encoder)
        for group in judged_groups(
            sheet.name, (sheet.left, sheet.right), verdicts.get(sheet.name, []), encoder
        )
    ]


def fresh_groups(folder: Path, encoder: Encoder) -> Iterator[JudgedGroup]:
    """The groups of the public articles."""
    for pair, judged in read_verdicts(FRESH).items():
        left, right = (profiles(load_text(article_text(folder / name))) for name in pair.split(" "))
        yield from judged_groups(pair, (left, right), judged, encoder)


_SPACED = tuple(
    (re.compile(form), new)
    for form, new in (
        (r"[’'] (s|t|re|ve|ll|d|m)\b", r"’\1"),
        (r"\s+([,.;:!?%)\]])", r"\1"),
        (r"([(\[$#])\s+", r"\1"),
        (r"“\s+", "“"),
        (r"\s+”", "”"),
        (r"\s+’(s|re|ve|ll|d|m|t)\b", r"’\1"),
        (r"\s+'(s|re|ve|ll|d|m)\b", r"'\1"),
        (r"\b(\w+) n([’'])t\b", r"\1n\2t"),
        (r"‘\s+", "‘"),
        (r"\s+’", "’"),
        (r"(\w) '( |$)", r"\1'\2"),
    )
)
"""Spaces between words and marks, and what stands there without."""


def article_text(path: Path) -> str:
    """Title and text of a public article, without the spaces between its words and marks."""
    article: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = str(article["content"]).replace("\n", "\n\n").replace("``", "“").replace("''", "”")
    for form, new in _SPACED:
        text = form.sub(new, text)
    return f"{str(article['title']).strip()}\n\n{text}"


def cross_validate(
    gold: Sequence[JudgedGroup], fresh: Sequence[JudgedGroup], weights: Mapping[str, np.ndarray], folds: int
) -> None:
    pairs = sorted({group.pair for group in gold})
    random.Random(3).shuffle(pairs)
    fold_of = {pair: number % folds for number, pair in enumerate(pairs)}
    done: list[JudgedGroup] = []
    for fold in range(folds):
        train = [*(group for group in gold if fold_of[group.pair] != fold), *fresh]
        kept = [group for group in gold if fold_of[group.pair] == fold]
        model = fit(train, weights)
        rows = np.concatenate([group.rows for group in train])
        centre, spread = rows.mean(0), rows.std(0) + 1e-6
        linear = Ridge(RIDGE).fit((rows - centre) / spread, np.concatenate([g.worths for g in train]))
        for group in kept:
            with torch.no_grad():
                group.read = model([group])[0].numpy()
            group.linear = linear.predict((group.rows - centre) / spread)
        done += kept
        print(f"after fold {fold}:", flush=True)
        for name, share in (("linear", 0.0), ("read", 1.0), ("both", READ_SHARE)):
            _report(name, done, share)


def _report(name: str, groups: Sequence[JudgedGroup], share: float) -> None:
    best = []
    for group in groups:
        assert group.read is not None and group.linear is not None
        worths = share * group.read + (1 - share) * group.linear
        best.append((float(worths.max()), group.verdicts[int(worths.argmax())]))
    best.sort(reverse=True)
    for part in (best, best[: round(SUREST * len(best))]):
        keep, wrong = (mean(v.count(letter) / len(v) for _, v in part) for letter in "KW")
        least = part[-1][0]
        print(f"  {name}: {len(part)} names, worth from {least:.3f}: keep {keep:.3f}, wrong {wrong:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--folds", type=int, default=4)
    options = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    encoder = load_encoder()
    weights = NumpyModel(BUNDLED, read_manifest(BUNDLED)).weights
    gold = gold_groups(options.gold_dir, encoder)
    fresh = [*fresh_groups(options.articles, encoder)] if options.articles else []
    print(f"{len(gold)} groups with {sum(len(g.names) for g in gold)} names, and {len(fresh)} fresh ones")
    if options.save:
        save(fit([*gold, *fresh], weights), options.save)
    else:
        cross_validate(gold, fresh, weights, options.folds)


if __name__ == "__main__":
    main()
