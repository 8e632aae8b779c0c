"""A language model that turns the word pieces of a text into vectors: near in meaning, near in direction.

`load_encoder` reads a folder (`folder.py`; docs/formats.md describes it), by default the one in this package.
`encode_passages` (`passages.py`) takes an article and `Encoder.encode` (`encoder.py`) texts; both return the
pieces of each (`tokenizer.py`), with their places in the text and their vectors. onnxruntime runs the model
(`onnx_model.py`), and numpy where there is no onnxruntime (`numpy_model.py`). Neither is imported before a
model is loaded, which only the worker does.
"""

from tui.analysis.encoder.encoder import EncodedText, Encoder, load_encoder, revision_of
from tui.analysis.encoder.folder import EncoderError
from tui.analysis.encoder.passages import encode_passages

__all__ = ["EncodedText", "Encoder", "EncoderError", "encode_passages", "load_encoder", "revision_of"]
