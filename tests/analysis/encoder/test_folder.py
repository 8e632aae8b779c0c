"""Folders that are incomplete, wrong or too large: one clear line each."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.analysis.encoder import EncoderError, load_encoder
from tui.analysis.encoder.folder import BUNDLED, GRAPH, TOKENIZER, WEIGHTS, read_manifest

MB = 1024 * 1024


def replace_file(folder: Path, name: str, data: bytes) -> None:
    (folder / name).unlink()  # it may be a link to the bundled file
    (folder / name).write_bytes(data)


def file(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def files(folder: Path) -> dict[str, object]:
    names = (GRAPH, WEIGHTS, TOKENIZER)
    return {name: file((folder / name).read_bytes()) for name in names if (folder / name).exists()}


def message(folder: Path) -> str:
    with pytest.raises(EncoderError) as error:
        load_encoder(folder, threads=1)
    text = str(error.value)
    assert "\n" not in text and text.endswith("or leave out --model")
    return text


def test_the_bundled_files_are_those_that_were_made() -> None:
    manifest = read_manifest(BUNDLED)
    for name, made in manifest.files.items():
        assert hashlib.sha256((BUNDLED / name).read_bytes()).hexdigest() == made.sha256
    assert {path.name for path in BUNDLED.iterdir()} == {*manifest.files, "encoder.json", "LICENSE"}


def test_a_copy_of_the_folder_works(folder: Path) -> None:
    assert load_encoder(folder, threads=1).width == 384


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    assert message(tmp_path).startswith(f"{tmp_path}/encoder.json: cannot be read: No such file")


def test_a_manifest_that_is_not_json(folder: Path) -> None:
    replace_file(folder, "encoder.json", b"{nonsense")
    assert "encoder.json: is not a manifest: JSON is malformed" in message(folder)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"format": 2}, "has format 2"),
        ({"layers": [12, 3]}, "`layers` must be"),
        ({"layers": []}, "`layers` must be"),
        ({"layers": "all"}, "is not a manifest: Expected `array`"),
        ({"width": 0}, "`width` and `window`"),
        ({"outliers": {"layer1.inner": {"7": 0.0}}}, "`outliers` must be columns, each with 1 to 10,000"),
        ({"outliers": {"layer1.inner": {"-1": 2.0}}}, "`outliers` must be columns"),
        ({"outliers": {"layer1.inner": {"5000": 2.0}}}, "is not of the shape that is expected"),
        ({"files": {}}, "does not name graph.onnx"),
        ({"width": 768}, "instead of 768|`width` is not 768"),
        ({"layers": [3, 6, 9, 12, 13]}, "layer13"),
    ],
)
def test_a_manifest_with_wrong_values(
    folder: Path, change: Callable[..., None], values: dict[str, object], reason: str
) -> None:
    change(**values)
    assert re.search(reason, message(folder))


def test_a_missing_file(folder: Path) -> None:
    (folder / WEIGHTS).unlink()
    assert f"{folder / WEIGHTS}: cannot be read: No such file" in message(folder)


def test_a_file_cut_short(folder: Path) -> None:
    replace_file(folder, WEIGHTS, (BUNDLED / WEIGHTS).read_bytes()[:-1])
    assert re.search(r"weights.safetensors: has [\d,]+ bytes instead of [\d,]+;", message(folder))


def test_a_folder_that_is_too_large(folder: Path, change: Callable[..., None]) -> None:
    change(files=files(folder) | {"more.bin": {"bytes": 2100 * MB, "sha256": "0"}})
    assert "too large: 214" in message(folder)


def test_a_file_outside_the_folder_is_refused(folder: Path, change: Callable[..., None]) -> None:
    change(files=files(folder) | {"../secret": {"bytes": 1, "sha256": "0"}})
    assert "'../secret' is not the name of a file in the folder" in message(folder)


@pytest.mark.parametrize("name", [GRAPH, WEIGHTS])
def test_a_file_that_is_something_else(folder: Path, change: Callable[..., None], name: str) -> None:
    replace_file(folder, name, b"nothing of the kind")
    change(files=files(folder))
    assert re.search(f"{name}: (cannot be loaded|is not a safetensors file)", message(folder))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[]", "is not a JSON object"),
        (b"}", "is not JSON"),
        (b"{}", "`kind` must be one of unigram, wordpiece"),
        (b'{"kind": "unigram", "pieces": ["<s>"]}', "is incomplete or wrong"),
    ],
)
def test_a_wrong_tokenizer(folder: Path, change: Callable[..., None], content: bytes, reason: str) -> None:
    replace_file(folder, TOKENIZER, content)
    change(files=files(folder))
    assert f"tokenizer.json: {reason}" in message(folder)
