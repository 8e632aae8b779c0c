"""Fit and measure the topics against those that readers made.

    python benchmarks/fit_topics.py GOLD_DIR [--model none] [--write FILE] [--worst 20]

Prints the figures of `topic_sheets.figures`, cross-validated: the weights are fitted without the pairs they
judge. --write fits to all pairs, with and without the encoder, and writes the weights. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import pprint
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

import numpy as np
from name_verdicts import JudgedName, best_judged, judged_names, read_verdicts
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler
from topic_sheets import Group, Named, Sheet, best_match, figures, label_stems, read_sheets

from tui.analysis.encoder import Encoder, load_encoder
from tui.analysis.keyword_groups import keyword_groups
from tui.analysis.name_candidates import NameCandidates, NameWeights
from tui.analysis.name_words import NAME_FEATURES, NEARNESS, WORD_FEATURES
from tui.analysis.topic_evidence import Model, Weights, chances, feature_names, neighbours, topic_chances
from tui.analysis.topic_groups import group_passages
from tui.analysis.topic_names import TopicNamer
from tui.analysis.topic_weights import NAME_WORDS
from tui.analysis.topics import name_meaning, name_topics, sure_topics

ROUNDS = 3
INNER_FOLDS = 4
FOLDS = 8
NAME_RIDGE = 200.0
"""Strength of the penalty on the weights of names; from 20 to 200 nothing changes."""
LEAST_MATCH = 0.3
"""Overlap with a topic of the readers from which its name is taught for a group of ours."""


def fit_evidence(sheets: Sequence[Sheet], vectors: bool) -> list[Model]:
    """Fit the models in sequence: each sees chances by models that were fitted without the pair."""
    rows = [sheet.evidence.first_rows() for sheet in sheets]
    models: list[Model] = []
    for number in range(ROUNDS):
        names = feature_names(number, vectors)
        models.append(_fit_model(sheets, rows, names))
        if number == ROUNDS - 1:
            break
        wider: dict[int, np.ndarray] = {}
        for fold in range(INNER_FOLDS):
            train = [k for k in range(len(sheets)) if k % INNER_FOLDS != fold]
            model = _fit_model([sheets[k] for k in train], [rows[k] for k in train], names)
            for k in range(fold, len(sheets), INNER_FOLDS):
                chance = chances(rows[k], names, sheets[k].cross, model)
                wider[k] = np.concatenate([rows[k], sheets[k].evidence.context_rows(chance)], 1)
        rows = [wider[k] for k in range(len(sheets))]
    return models


def _fit_model(sheets: Sequence[Sheet], rows: Sequence[np.ndarray], names: Sequence[str]) -> Model:
    table, cross = np.concatenate(rows), np.concatenate([sheet.cross for sheet in sheets])
    together = np.concatenate([sheet.together for sheet in sheets])
    one_side, both = (_logistic(table[cross == c], together[cross == c], names, 0.3) for c in (False, True))
    return one_side, both


def _logistic(table: np.ndarray, truth: np.ndarray, names: Sequence[str], strength: float) -> Weights:
    scale = StandardScaler().fit(table)
    model = LogisticRegression(C=strength, solver="newton-cholesky").fit(scale.transform(table), truth)
    weights = model.coef_[0] / scale.scale_
    start = float(model.intercept_[0] - weights @ scale.mean_)
    return {"": start, **dict(zip(names, weights.tolist(), strict=True))}


def fit_words(sheets: Sequence[Sheet], groups: Sequence[Sequence[Group]]) -> Weights:
    """Fit the chances of words on the readers' groups, and on those of ours that match one of theirs."""
    table: list[list[float]] = []
    truth: list[bool] = []
    for k, sheet in enumerate(sheets):
        for namer, group, label in _examples(sheet, groups[k]):
            for stem, row in namer.word_rows(group).items():
                table.append(row)
                truth.append(stem[:5] in label_stems(label))
    return _logistic(np.array(table, float), np.array(truth), WORD_FEATURES, 0.1)


def _examples(sheet: Sheet, groups: Sequence[Group]) -> list[tuple[TopicNamer, Group, str]]:
    theirs = TopicNamer(sheet.left, sheet.right, [group for _, group in sheet.gold])
    own = TopicNamer(sheet.left, sheet.right, groups)
    examples = [(theirs, group, label) for label, group in sheet.gold]
    for group in groups:
        label, match = best_match(group, sheet.gold)
        if len(match & group) >= LEAST_MATCH * len(match | group):
            examples.append((own, group, label))
    return examples


def fit_names(words: Weights, judged: Sequence[Sequence[JudgedName]]) -> NameWeights:
    """Fit the names, by words alone and with their nearness, on what readers made of them."""
    names = [name for group in judged for name in group]
    worth = [name.worth for name in names]
    by_words = np.array([name.row for name in names], float)
    near = np.column_stack([by_words, [name.nearness for name in names]])
    return NameWeights(
        words, _linear(by_words, worth, NAME_FEATURES), _linear(near, worth, (*NAME_FEATURES, NEARNESS))
    )


def _linear(table: np.ndarray, truth: Sequence[float], names: Sequence[str]) -> Weights:
    scale = StandardScaler().fit(table)
    model = Ridge(NAME_RIDGE).fit(scale.transform(table), truth)
    weights = model.coef_ / scale.scale_
    start = float(model.intercept_ - weights @ scale.mean_)
    return {"": start, **dict(zip(names, weights.tolist(), strict=True))}


def groups_of(sheet: Sheet, chance: np.ndarray) -> list[Group]:
    """The groups of both sides, the largest first."""
    split = len(sheet.left)
    groups = group_passages(neighbours(sheet.evidence.pairs, chance), split)
    both = [group for group in groups if min(group) < split <= max(group)]
    return sorted(both, key=lambda group: (-len(group), sorted(group)))


def _named(
    sheet: Sheet, groups: Sequence[Group], chance: np.ndarray, weights: NameWeights, encoder: Encoder | None
) -> list[Named]:
    """Our topics of both sides, those found by one word last."""
    words = NameCandidates(sheet.left, sheet.right, groups)
    extra = keyword_groups(words, neighbours(sheet.evidence.pairs, chance), groups)
    passages = (*sheet.left, *sheet.right)
    meaning = name_meaning(
        passages, sheet.vectors, encoder.encode_names if encoder else None, [sheet.encoded]
    )
    found = name_topics(words, groups, extra, weights, meaning)
    return [(name.label, group) for name, group in sure_topics(words, found)]


def measure(sheets: Sequence[Sheet], encoder: Encoder | None) -> list[list[Named]]:
    """Print the figures, cross-validated; return our topics of each pair."""
    chance: dict[int, np.ndarray] = {}
    for fold in range(FOLDS):
        models = fit_evidence([s for k, s in enumerate(sheets) if k % FOLDS != fold], encoder is not None)
        for k in range(fold, len(sheets), FOLDS):
            chance[k] = topic_chances(sheets[k].evidence, models)
    groups = [groups_of(sheet, chance[k]) for k, sheet in enumerate(sheets)]
    verdicts = read_verdicts()
    named: dict[int, list[Named]] = {}
    chosen: list[tuple[float, str]] = []
    for fold in range(FOLDS):
        train = [k for k in range(len(sheets)) if k % FOLDS != fold]
        words = fit_words([sheets[k] for k in train], [groups[k] for k in train])
        judged = [judged_names(sheet, verdicts.get(sheet.name, []), words, encoder) for sheet in sheets]
        weights = fit_names(words, [group for k in train for group in judged[k]])
        for k in range(fold, len(sheets), FOLDS):
            named[k] = _named(sheets[k], groups[k], chance[k], weights, encoder)
            chosen += [best_judged(group, weights, encoder is not None) for group in judged[k] if group]
    topics = [named[k] for k in range(len(sheets))]
    rows = [figures(own, sheet.gold) for own, sheet in zip(topics, sheets, strict=True)]
    precision = mean(average_precision_score(sheet.together, chance[k]) for k, sheet in enumerate(sheets))
    print(f"{len(sheets)} pairs, average precision of the evidence {precision:.3f}")
    print("  ".join(f"{name} {mean(row[name] for row in rows):.3f}" for name in rows[0]))
    print_chosen(chosen)
    return topics


def print_chosen(chosen: list[tuple[float, str]]) -> None:
    """Print what readers made of the best of the names that they judged, of all groups and of the surest."""
    chosen.sort(key=lambda name: -name[0])
    for share in (1.0, 0.8, 0.65):
        part = [verdicts for _, verdicts in chosen[: round(share * len(chosen))]]
        keep, wrong = (mean(v.count(letter) / len(v) for v in part) for letter in "KW")
        least = chosen[len(part) - 1][0]
        print(
            f"names of {len(part)} groups (worth from {least:.3f}): keep {keep:.3f}, wrong {wrong:.3f}",
            flush=True,
        )


def print_worst(sheets: Sequence[Sheet], topics: Sequence[Sequence[Named]], most: int) -> None:
    """Print names that share no word with the readers' name of the topic they overlap with most."""
    rows = []
    for sheet, own in zip(sheets, topics, strict=True):
        for label, group in own:
            theirs, match = best_match(group, sheet.gold)
            if not label_stems(label) & label_stems(theirs):
                rows.append((len(match & group) / len(match | group), sheet.name, label, theirs))
    for overlap, name, label, theirs in sorted(rows, reverse=True)[:most]:
        print(f"  {name:7} overlap {overlap:.2f}  {label!r} for {theirs!r}")


EVIDENCE = """Weights of the topics, fitted by `benchmarks/fit_topics.py`.

Fitted to the topics that careful readers made in pairs of news reports; no word of them is here.
The features are described in `topic_evidence.py` and `name_words.py`; "" is the intercept.
"""
NAMES = """Weights of the names of topics, by words alone and by meaning too.

Fitted by `benchmarks/fit_topics.py` to what careful readers made of names for groups of passages of news
reports; no word of them is here.
The features are described in `name_words.py`; "" is the intercept.
"""


def write_weights(path: Path, documentation: str, parts: Mapping[str, object]) -> None:
    """Write the weights as a module, in four digits."""
    text = f'"""{documentation}"""\n'
    for name, value in parts.items():
        text += f"\n{name} = {pprint.pformat(_rounded(value), width=105, sort_dicts=False)}\n"
    path.write_text(text, encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _rounded(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_rounded(part) for part in value)
    assert isinstance(value, float)
    return float(f"{value:.4g}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--model", choices=("e5", "none"), default="e5")
    parser.add_argument(
        "--write", type=Path, help="fit evidence and words to all pairs and write this module"
    )
    parser.add_argument("--write-names", type=Path, help="the same for the names, with the words as they are")
    parser.add_argument("--worst", type=int, default=20, help="number of the worst names to print")
    options = parser.parse_args()
    encoder = load_encoder() if options.model == "e5" else None
    sheets = read_sheets(options.gold_dir, encoder)
    if options.write:
        models = fit_evidence(sheets, True)
        groups = [groups_of(sheet, topic_chances(sheet.evidence, models)) for sheet in sheets]
        by_words = fit_evidence(read_sheets(options.gold_dir, None), False)
        words = fit_words(sheets, groups)
        write_weights(
            options.write, EVIDENCE, {"BY_WORDS": by_words, "BY_MEANING": models, "NAME_WORDS": words}
        )
        return
    if options.write_names:
        verdicts = read_verdicts()
        judged = [judged_names(s, verdicts.get(s.name, []), NAME_WORDS, encoder) for s in sheets]
        names = fit_names(NAME_WORDS, [group for sheet in judged for group in sheet])
        write_weights(options.write_names, NAMES, {"BY_WORDS": names.names, "BY_MEANING": names.near_names})
        return
    topics = measure(sheets, encoder)
    print_worst(sheets, topics, options.worst)


if __name__ == "__main__":
    main()
