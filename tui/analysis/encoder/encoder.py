"""Load an encoder, and encode the texts of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from tui.analysis.encoder.folder import BUNDLED, Manifest, read_manifest, wrong_model
from tui.analysis.encoder.tokenizer import Pieces, Tokenizer, load_tokenizer

if TYPE_CHECKING:
    import numpy as np

BATCH = 16
"""Most rows encoded at once."""
SHORT = 8
"""A row of a batch has at most this many pieces more than twice those of the shortest: on 74 pairs of reports
8 % less is computed than with full batches, and one long passage cannot make its whole batch long."""


class EncodedText(Struct, frozen=True, eq=False):
    """The pieces of a text, without the model's prefix and special pieces."""

    ids: np.ndarray
    """Vocabulary ids, int32."""
    spans: np.ndarray
    """Half-open character spans of the text, int32, pieces x 2; see `Pieces.spans`."""
    layers: dict[int, np.ndarray]
    """By layer the vectors, float32, pieces x width; neither centred nor of length 1."""


class Model(Protocol):
    """Whatever runs the layers: onnxruntime or numpy."""

    def run(self, ids: np.ndarray, mask: np.ndarray, layers: Sequence[int]) -> list[np.ndarray]: ...


class Encoder:
    """A loaded model and its tokenizer."""

    def __init__(self, manifest: Manifest, tokenizer: Tokenizer, model: Model) -> None:
        self.name = manifest.name
        self.revision = manifest.line
        """One line for overview and reports."""
        self.width = manifest.width
        self.layers = manifest.layers
        self._window = manifest.window
        self._tokenizer = tokenizer
        self._model = model
        self._prefix = tokenizer.cut(manifest.prefix).ids

    def encode(
        self,
        texts: Sequence[str],
        layers: Sequence[int] = (),
        progress: Callable[[int, int], object] = lambda done, total: None,
    ) -> list[EncodedText]:
        """Encode texts, by default for the last layer; the results are in the order of the texts.

        Products of 7-bit weights depend a little on what is multiplied at once (cosines of .98 to .995). So
        batches are made in a fixed way, from this list alone: give one article, or fixed slices of a long
        one, in a call. `progress` is called with the numbers of rows done and of all.
        """
        import numpy as np

        layers = tuple(layers) or self.layers[-1:]
        pieces = [self._tokenizer.cut(text) for text in texts]
        rows = [
            (text, start) for text, cut in enumerate(pieces) for start in range(0, len(cut.ids), self._window)
        ]
        vectors = [
            {layer: np.zeros((len(cut.ids), self.width), np.float32) for layer in layers} for cut in pieces
        ]
        done = 0
        for batch in _batches([len(pieces[text].ids[start : start + self._window]) for text, start in rows]):
            places = [rows[index] for index in batch]
            states = self._run(
                [pieces[text].ids[start : start + self._window] for text, start in places], layers
            )
            for (text, start), *parts in zip(places, *states, strict=True):
                for layer, part in zip(layers, parts, strict=True):
                    vectors[text][layer][start : start + len(part)] = part
            done += len(batch)
            progress(done, len(rows))
        return [_encoded(cut, result) for cut, result in zip(pieces, vectors, strict=True)]

    def _run(self, rows: list[list[int]], layers: Sequence[int]) -> list[list[np.ndarray]]:
        """For each layer the vectors of each row's pieces."""
        import numpy as np

        tokenizer = self._tokenizer
        before = [tokenizer.first, *self._prefix]
        length = len(before) + max(map(len, rows)) + 1
        ids = np.full((len(rows), length), tokenizer.padding, np.int64)
        mask = np.zeros((len(rows), length), np.int64)
        for index, row in enumerate(rows):
            full = [*before, *row, tokenizer.last]
            ids[index, : len(full)] = full
            mask[index, : len(full)] = 1
        states = self._model.run(ids, mask, layers)
        return [
            [state[index, len(before) : len(before) + len(row)] for index, row in enumerate(rows)]
            for state in states
        ]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of rows of like length, so that little is computed for padding."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == BATCH or lengths[index] > 2 * lengths[batch[0]] + SHORT):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _encoded(pieces: Pieces, layers: dict[int, np.ndarray]) -> EncodedText:
    import numpy as np

    spans = np.array(pieces.spans, np.int32).reshape(-1, 2)
    return EncodedText(np.array(pieces.ids, np.int32), spans, layers)


def load_encoder(folder: Path | None = None, threads: int = 0) -> Encoder:
    """Load the encoder of a folder, by default the bundled one.

    `threads` is the number of threads, 0 for one per core. Raises EncoderError, with a message fit to show.
    """
    folder = folder or BUNDLED
    manifest = read_manifest(folder)
    tokenizer = load_tokenizer(folder)
    encoder = Encoder(manifest, tokenizer, _model(folder, manifest, threads))
    _try(encoder, folder, tokenizer)
    return encoder


def revision_of(folder: Path | None) -> str:
    """`Encoder.revision` of a folder's encoder, by default the bundled one. Raises EncoderError."""
    return read_manifest(folder or BUNDLED).line


def _model(folder: Path, manifest: Manifest, threads: int) -> Model:
    if find_spec("onnxruntime") is not None:
        from tui.analysis.encoder.onnx_model import OnnxModel

        return OnnxModel(folder, manifest, threads)
    if not manifest.packed:
        raise wrong_model(folder, "needs onnxruntime, which is not installed here")
    from tui.analysis.encoder.numpy_model import NumpyModel

    return NumpyModel(folder, manifest)


def _try(encoder: Encoder, folder: Path, tokenizer: Tokenizer) -> None:
    """Encode a word, so that a model of the wrong shape fails now and not in the middle of the work."""
    import numpy as np

    # The last piece has the greatest id, which a graph with fewer pieces would refuse.
    ids = np.array([[tokenizer.first, tokenizer.size - 1, tokenizer.last]], np.int64)
    try:
        states = encoder._model.run(ids, np.ones_like(ids), encoder.layers)
    except Exception as error:  # onnxruntime raises its own kinds, some of them plain RuntimeErrors
        raise wrong_model(folder, f"does not run: {error}") from None
    wrong = [state.shape for state in states if state.shape != (1, 3, encoder.width)]
    if wrong:
        raise wrong_model(folder, f"gives vectors of {wrong[0][-1]} numbers instead of {encoder.width}")
