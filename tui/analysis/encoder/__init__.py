"""A language model that turns the word pieces of a text into vectors: near in meaning, near in direction.

`load_encoder` reads a folder (`folder.py`; docs/formats.md describes it), by default the one in this package.
`Encoder.encode` (`encoder.py`) takes the texts of one article and returns the pieces of each
(`tokenizer.py`), with their places in the text and their vectors. onnxruntime runs the model
(`onnx_model.py`), and numpy where there is no onnxruntime (`numpy_model.py`). Neither is imported before a
model is loaded, which only the worker does.
"""

from tui.analysis.encoder.encoder import EncodedText, Encoder, load_encoder, revision_of
from tui.analysis.encoder.folder import EncoderError

__all__ = ["EncodedText", "Encoder", "EncoderError", "load_encoder", "revision_of"]
