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
from msgspec import Struct
from name_verdicts import WORTH, digest, read_verdicts
from sklearn.linear_model import Ridge
from topic_sheets import Group, read_sheets
from torch import Tensor, nn
from torch.nn import functional

from tui.analysis.encoder import EncodedText, Encoder, load_encoder
from tui.analysis.encoder.encoder import NAMES_LAYER
from tui.analysis.encoder.folder import BUNDLED, read_manifest
from tui.analysis.encoder.numpy_model import HEAD_WIDTH, NumpyModel
from tui.analysis.name_candidates import FITTED
from tui.analysis.name_cross_encoder import LAYERS, MOST_NAME_PIECES, MOST_PASSAGES, MOST_PIECES
from tui.analysis.name_meaning import READ_SHARE, NameMeaning
from tui.analysis.profile import Profile, profiles
from tui.analysis.topic_evidence import passage_vectors
from tui.analysis.topic_names import TopicNamer
from tui.sources.load import load_text

FRESH = Path(__file__).parent / "data" / "fresh_name_verdicts.json"
EPOCHS, GROUPS_A_STEP = 4, 8
RATE, HEAD_RATE, DECAY, DROPOUT = 6e-5, 8e-4, 0.01, 0.1
SHARPNESS, LISTWISE = 2.5, 0.3
"""Factor of the worths in the softmax, and weight of the divergence in the loss."""
HIDDEN_UNITS = 64
RIDGE = 30.0
SUREST = 0.75
PARTS = ("query_key_value", "attention", "inner", "outer")


class JudgedGroup(Struct, eq=False):
    """A group of passages with the names that readers judged."""

    pair: str
    passages: np.ndarray
    """Vectors of the pieces of its passages, the most central ones first."""
    names: list[np.ndarray]
    """For each name the vectors of its pieces."""
    rows: np.ndarray
    """NAME_FEATURES and NEARNESS of each name."""
    verdicts: list[str]
    read: np.ndarray | None = None
    linear: np.ndarray | None = None

    @property
    def worths(self) -> np.ndarray:
        return np.array([mean(WORTH[letter] for letter in own) for own in self.verdicts], np.float32)


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
    found = [
        [(form.label, row) for form, row in namer.rows(group) if digest(form.label) in verdicts]
        for group, verdicts in judged
    ]
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


class Layer(nn.Module):
    """A layer of BERT that begins with given weights."""

    def __init__(self, weights: Mapping[str, np.ndarray], name: str) -> None:
        super().__init__()
        self.products = nn.ModuleDict({part: _product(weights, f"{name}.{part}") for part in PARTS})
        self.attention_norm = _norm(weights, f"{name}.attention.norm")
        self.norm = _norm(weights, f"{name}.norm")
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, state: Tensor, visible: Tensor) -> Tensor:
        batch, length, width = state.shape
        joint = self.products["query_key_value"](state).view(batch, length, 3, -1, HEAD_WIDTH)
        query, key, value = joint.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=visible)
        context = self.products["attention"](seen.transpose(1, 2).reshape(batch, length, width))
        state = self.attention_norm(state + self.dropout(context))
        inner = functional.gelu(self.products["inner"](state))
        return self.norm(state + self.dropout(self.products["outer"](inner)))


def _product(weights: Mapping[str, np.ndarray], name: str) -> nn.Linear:
    matrix = np.asarray(weights[f"{name}.weight"], np.float32)
    linear = nn.Linear(matrix.shape[1], matrix.shape[0])
    linear.weight.data = torch.tensor(matrix)
    linear.bias.data = torch.tensor(np.asarray(weights[f"{name}.bias"], np.float32))
    return linear


def _norm(weights: Mapping[str, np.ndarray], name: str) -> nn.LayerNorm:
    bias = torch.tensor(np.asarray(weights[f"{name}.bias"], np.float32))
    norm = nn.LayerNorm(len(bias), eps=1e-12)
    norm.weight.data, norm.bias.data = torch.tensor(np.asarray(weights[f"{name}.weight"], np.float32)), bias
    return norm


class CrossEncoder(nn.Module):
    """What `NameCrossEncoder` runs."""

    def __init__(self, weights: Mapping[str, np.ndarray], rows: np.ndarray) -> None:
        super().__init__()
        width = weights["positions"].shape[1]
        self.layers = nn.ModuleList(Layer(weights, f"layer{number}") for number in LAYERS)
        self.of_name = nn.Parameter(torch.zeros(width))
        self.mean, self.spread = torch.tensor(rows.mean(0)), torch.tensor(rows.std(0) + 1e-6)
        self.inner = nn.Linear(width + rows.shape[1], HIDDEN_UNITS)
        self.outer = nn.Linear(HIDDEN_UNITS, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, groups: Sequence[JudgedGroup]) -> list[Tensor]:
        state, owner = _batch(groups)
        same = owner[:, :, None] == owner[:, None, :]
        visible = (same | (owner[:, None, :] == 0)) & (owner[:, None, :] >= 0)
        visible |= torch.eye(owner.shape[1], dtype=torch.bool)  # padding sees itself
        state = state + (owner > 0)[..., None] * self.of_name
        for layer in self.layers:
            state = layer(state, visible[:, None])
        worths = []
        for own, names, group in zip(state, owner, groups, strict=True):
            of_name = (names[None] == torch.arange(1, len(group.names) + 1)[:, None]).to(own.dtype)
            means = of_name @ own / of_name.sum(1, keepdim=True)
            rows = (torch.from_numpy(group.rows) - self.mean) / self.spread
            joint = self.dropout(torch.cat([means, rows.to(means.dtype)], 1))
            worths.append(self.outer(functional.gelu(self.inner(joint)))[:, 0].float())
        return worths


def _batch(groups: Sequence[JudgedGroup]) -> tuple[Tensor, Tensor]:
    """Vectors of the pieces, and whose they are: 0 the passages', from 1 on a name's, -1 nobody's."""
    rows = [np.concatenate([group.passages, *group.names]) for group in groups]
    length = max(map(len, rows))
    state = torch.zeros(len(groups), length, rows[0].shape[1])
    owner = torch.full((len(groups), length), -1)
    for k, (group, row) in enumerate(zip(groups, rows, strict=True)):
        sizes = [len(group.passages), *map(len, group.names)]
        state[k, : len(row)] = torch.from_numpy(row.astype(np.float32))
        owner[k, : len(row)] = torch.from_numpy(np.repeat(np.arange(len(sizes)), sizes))
    return state, owner


def fit(groups: Sequence[JudgedGroup], weights: Mapping[str, np.ndarray]) -> CrossEncoder:
    order = list(groups)
    model = CrossEncoder(weights, np.concatenate([group.rows for group in groups]))
    head = [*model.inner.parameters(), *model.outer.parameters()]
    layers = [*model.layers.parameters(), model.of_name]
    rates = [{"params": layers, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(rates, weight_decay=DECAY)
    steps = EPOCHS * -(-len(order) // GROUPS_A_STEP)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 30) * max(0.02, 1 - step / steps)
    )
    for _ in range(EPOCHS):
        model.train()
        random.shuffle(order)
        for start in range(0, len(order), GROUPS_A_STEP):
            batch = order[start : start + GROUPS_A_STEP]
            with torch.autocast("cpu", torch.bfloat16):
                worths = model(batch)
            losses = [_loss(own, torch.from_numpy(g.worths)) for own, g in zip(worths, batch, strict=True)]
            optimizer.zero_grad()
            torch.stack(losses).mean().backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return model.eval()


def _loss(worths: Tensor, truth: Tensor) -> Tensor:
    ours = functional.log_softmax(worths * SHARPNESS, 0)
    divergence = functional.kl_div(ours, functional.softmax(truth * SHARPNESS, 0), reduction="sum")
    return functional.mse_loss(worths, truth) + LISTWISE * divergence


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


def save(model: CrossEncoder, path: Path) -> None:
    """Write the weights: matrices of the layers as 8-bit integers with a step for each row."""
    arrays: dict[str, np.ndarray] = {}
    for number, layer in zip(LAYERS, model.layers, strict=True):
        assert isinstance(layer, Layer)
        for part, linear in layer.products.items():
            matrix = linear.weight.detach().numpy()
            step = (np.abs(matrix).max(1) / 127).astype(np.float16)
            name = f"layer{number}.{part}"
            integers = np.rint(matrix / step.astype(np.float32)[:, None])
            arrays[f"{name}.weight"] = np.clip(integers, -127, 127).astype(np.int8)
            arrays[f"{name}.step"] = step
            arrays[f"{name}.bias"] = linear.bias.detach().numpy().astype(np.float16)
        for name, norm in (("attention.norm", layer.attention_norm), ("norm", layer.norm)):
            arrays[f"layer{number}.{name}.weight"] = norm.weight.detach().numpy()
            arrays[f"layer{number}.{name}.bias"] = norm.bias.detach().numpy()
    for name, linear in (("inner", model.inner), ("outer", model.outer)):
        arrays[f"{name}.weight"] = linear.weight.detach().numpy()
        arrays[f"{name}.bias"] = linear.bias.detach().numpy()
    arrays["of_name"] = model.of_name.detach().numpy()
    arrays["rows.mean"], arrays["rows.spread"] = model.mean.numpy(), model.spread.numpy()
    types = {"int8": "I8", "float16": "F16", "float32": "F32"}
    header: dict[str, Any] = {}
    at = 0
    for name, array in arrays.items():
        offsets = [at, at + array.nbytes]
        header[name] = {"dtype": types[array.dtype.name], "shape": [*array.shape], "data_offsets": offsets}
        at += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    body = b"".join(np.ascontiguousarray(array).tobytes() for array in arrays.values())
    path.write_bytes(len(text).to_bytes(8, "little") + text + body)


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
