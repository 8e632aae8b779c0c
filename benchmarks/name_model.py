"""The cross-encoder that reads names together with passages, as torch fits it. Needs torch."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

import numpy as np
import torch
from msgspec import Struct
from name_verdicts import WORTH
from torch import Tensor, nn
from torch.nn import functional
from weights_file import weights_file

from tui.analysis.encoder.numpy_model import HEAD_WIDTH
from tui.analysis.encoder.weights import PARTS
from tui.analysis.name_cross_encoder import LAYERS

EPOCHS, GROUPS_A_STEP = 4, 8
"""Times all groups are seen, and groups for each step."""
RATE, HEAD_RATE, DECAY, DROPOUT = 6e-5, 8e-4, 0.01, 0.1
"""Learning rates of the layers and of what is above them, weight decay, and share of values left out."""
SHARPNESS, LISTWISE = 2.5, 0.3
"""Factor of the worths in the softmax, and weight of the divergence in the loss."""
HIDDEN_UNITS = 64
"""Width of the network above the layers."""


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
    path.write_bytes(weights_file(arrays)[0])
