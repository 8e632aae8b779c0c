"""The bundled model, loaded once for all tests."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.analysis.encoder import Encoder, load_encoder
from tui.analysis.encoder.folder import BUNDLED
from tui.analysis.encoder.tokenizer import Tokenizer, load_tokenizer


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load_encoder(threads=1)


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return load_tokenizer(BUNDLED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled folder that a test may break."""
    copy = tmp_path / "model"
    copy.mkdir()
    for path in BUNDLED.iterdir():
        try:
            os.link(path, copy / path.name)
        except OSError:
            shutil.copy(path, copy / path.name)
    return copy


@pytest.fixture
def change(folder: Path) -> Callable[..., None]:
    """Changes values of the copy's manifest."""

    def change(**values: Any) -> None:
        path = folder / "encoder.json"
        manifest = json.loads(path.read_text("utf-8")) | values
        path.unlink()
        path.write_text(json.dumps(manifest), "utf-8")

    return change
