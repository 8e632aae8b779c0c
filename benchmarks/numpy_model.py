"""Compare the links that the language model makes run by numpy with those run by onnxruntime.

    python benchmarks/numpy_model.py GOLD_DIR [--only dev10 dev15 ...]

GOLD_DIR is as for `alignment.py`. Prints how far the two chances of a link lie apart at most, and the links
that one has and the other has not, or calls something else, with the distance of their chances from the
limit: without onnxruntime the links must be the same but for chances within .02 of one.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median
from time import perf_counter

from gold import folders, read_articles

from tui.analysis.compare import WordComparison
from tui.analysis.encoder import encode_passages
from tui.analysis.encoder.encoder import Encoder, load_encoder
from tui.analysis.encoder.folder import BUNDLED, read_manifest
from tui.analysis.encoder.numpy_model import NumpyModel
from tui.analysis.encoder.tokenizer import load_tokenizer
from tui.analysis.progress import no_progress
from tui.model import Article, Link
from tui.model.comparison import DEFAULT_THRESHOLD, MIN_SCORE, PassagePair

NEAR = 2.0
"""Per cent of a limit within which a link may differ."""


def links(encoder: Encoder, left: Article, right: Article) -> dict[PassagePair, Link]:
    words = WordComparison(left, right, MIN_SCORE, no_progress)
    refined = words.refine(encode_passages(encoder, left), encode_passages(encoder, right))
    return {link.pair: link for link in refined.links}


def calls(link: Link | None) -> tuple[bool, bool]:
    """Whether a link is shown by default, and whether it is called the same statement."""
    shown = link is not None and link.score >= DEFAULT_THRESHOLD
    return shown, shown and link is not None and link.same >= DEFAULT_THRESHOLD


def distance(one: Link | None, other: Link | None) -> float:
    """Per cent that the farther of the two chances is away from the limit between them."""
    (shown, _), (also, _) = calls(one), calls(other)
    kind = "same" if shown and also else "score"
    chances: list[float] = [0.0 if link is None else getattr(link, kind) for link in (one, other)]
    return max(abs(chance - DEFAULT_THRESHOLD) for chance in chances)


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare numpy's links with onnxruntime's.")
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--only", nargs="*", help="names of pairs; all by default")
    args = parser.parse_args()
    manifest = read_manifest(BUNDLED)
    encoders = load_encoder(), Encoder(manifest, load_tokenizer(BUNDLED), NumpyModel(BUNDLED, manifest))
    apart, total, differ, far, ratios = 0.0, 0, 0, 0, []
    for folder in folders(args.gold_dir):
        if args.only and folder.name not in args.only:
            continue
        articles = read_articles(folder)
        made, times = [], []
        for encoder in encoders:
            start = perf_counter()
            made.append(links(encoder, *articles))
            times.append(perf_counter() - start)
        ratios.append(times[1] / times[0])
        one, other = made
        for pair in sorted({*one, *other}):
            a, b = one.get(pair), other.get(pair)
            total += calls(a)[0]
            if a and b:
                apart = max(apart, abs(a.score - b.score), abs(a.same - b.same))
            if calls(a) != calls(b):
                differ += 1
                far += distance(a, b) > NEAR
                print(f"{folder.name} {pair}: {calls(a)} and {calls(b)}, {distance(a, b):.2f} from the limit")
    print(f"{total} links shown by onnxruntime; chances at most {apart:.2f} per cent apart")
    print(
        f"{differ} links shown or called otherwise by numpy, {far} of them farther than {NEAR} from a limit"
    )
    print(f"time of a comparison with numpy: {median(ratios):.1f} times that with onnxruntime (median)")


if __name__ == "__main__":
    main()
