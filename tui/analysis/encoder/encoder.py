"""Load an encoder, and encode the texts of an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from tui.analysis.encoder.folder import BUNDLED, Manifest, read_manifest, wrong_model
from tui.analysis.encoder.tokenizer import Pieces, Tokenizer, load_tokenizer
from tui.settings.processors import processors

if TYPE_CHECKING:
    import numpy as np


NAMES_LAYER = 9
"""Layer in which NameCrossEncoder takes names and passages; that of passages serves word alignment too."""


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

    def __init__(
        self,
        manifest: Manifest,
        tokenizer: Tokenizer,
        model: Model,
        threads: int = 0,
        *,
        bundled: bool = False,
    ) -> None:
        """`threads`: texts encoded at once, 0 for as many as there are processors.

        `bundled`: whether it is the one in the package, to whose vectors others of our models are fitted.
        """
        self.name = manifest.name
        self.revision = manifest.line
        """One line for overview and reports."""
        self.width = manifest.width
        self.layers = manifest.layers
        self.name_layers = (NAMES_LAYER, manifest.layers[-1]) if bundled else manifest.layers[-1:]
        """Layers for which names of topics are encoded."""
        self._window = manifest.window
        self._tokenizer = tokenizer
        self._model = model
        self._prefix = tokenizer.cut(manifest.prefix).ids
        self._threads = threads or processors()

    def encode(
        self,
        texts: Sequence[str],
        layers: Sequence[int] = (),
        progress: Callable[[int, int], object] = lambda done, total: None,
    ) -> list[EncodedText]:
        """Encode texts, by default for the last layer; the results are in the order of the texts.

        Each text is run through the model by itself, several at once. Products of 7-bit weights depend on
        what is multiplied together, so this way the vectors of a text depend on nothing but the text. It is
        also faster than batches: in those of sixteen a quarter of the pieces are padding, and two threads
        that share a text wait for each other. `progress` is called with the numbers of texts done and of all.
        """
        layers = tuple(layers) or self.layers[-1:]
        pieces = [self._tokenizer.cut(text) for text in texts]
        encoded: list[EncodedText] = []
        # Threads have the priority of the one that starts them, so they are made for each call.
        pool = ThreadPoolExecutor(self._threads)
        try:
            for cut, states in zip(pieces, pool.map(partial(self._states, layers), pieces), strict=True):
                encoded.append(_encoded(cut, dict(zip(layers, states, strict=True))))
                progress(len(encoded), len(texts))
        finally:  # an interrupt does not wait for the texts that are left
            pool.shutdown(cancel_futures=True)
        return encoded

    def encode_names(self, names: Sequence[str]) -> list[EncodedText]:
        """Encode names of topics: for the last layer, and where it is fitted for NameCrossEncoder too."""
        return self.encode(names, self.name_layers)

    def _states(self, layers: Sequence[int], pieces: Pieces) -> list[np.ndarray]:
        """For each layer the vectors of a text's pieces."""
        import numpy as np

        windows = [
            pieces.ids[start : start + self._window] for start in range(0, len(pieces.ids), self._window)
        ]
        none = [np.zeros((0, self.width), np.float32) for _ in layers]
        parts = [none, *(self._run(window, layers) for window in windows)]
        return [np.concatenate(states) for states in zip(*parts, strict=True)]

    def _run(self, ids: list[int], layers: Sequence[int]) -> list[np.ndarray]:
        """For each layer the vectors of a window's pieces."""
        import numpy as np

        before = [self._tokenizer.first, *self._prefix]
        row = np.array([[*before, *ids, self._tokenizer.last]], np.int64)
        states = self._model.run(row, np.ones_like(row), layers)
        return [state[0, len(before) : len(before) + len(ids)] for state in states]


def _encoded(pieces: Pieces, layers: dict[int, np.ndarray]) -> EncodedText:
    import numpy as np

    spans = np.array(pieces.spans, np.int32).reshape(-1, 2)
    return EncodedText(np.array(pieces.ids, np.int32), spans, layers)


def load_encoder(folder: Path | None = None, threads: int = 0) -> Encoder:
    """Load the encoder of a folder, by default the bundled one.

    `threads`: texts encoded at once, 0 for as many as there are processors. Raises EncoderError, with a
    message fit to show.
    """
    folder = folder or BUNDLED
    manifest = read_manifest(folder)
    with ThreadPoolExecutor(1) as pool:
        model = pool.submit(_model, folder, manifest)
        tokenizer = load_tokenizer(folder)
        encoder = Encoder(manifest, tokenizer, model.result(), threads, bundled=folder == BUNDLED)
    _try(encoder, folder, tokenizer)
    return encoder


def revision_of(folder: Path | None) -> str:
    """`Encoder.revision` of a folder's encoder, by default the bundled one. Raises EncoderError."""
    return read_manifest(folder or BUNDLED).line


def _model(folder: Path, manifest: Manifest) -> Model:
    if find_spec("onnxruntime") is not None:
        from tui.analysis.encoder.onnx_model import OnnxModel

        return OnnxModel(folder, manifest)
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
