"""Measure how often the language of short texts is detected, compared with py3langid, which we do not use.

    python benchmarks/language_detection.py SENTENCES LANGUAGES

SENTENCES holds a file of sentences, one a line, for each language: `de.txt`, `ru.txt`. Some of the second
half of each are taken (the weights were tuned on the first): in all, 500 as long as headlines and 500
longer. LANGUAGES holds folders of gold links, named by the languages of their two sides ("en-es"): of each
language eight runs of twenty words are taken. py3langid is measured if it is installed.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from tui.model.wording import count_words
from tui.sources.passages.language import detect_language

TEXTS = 500
HEADLINE, SENTENCE = (25, 60), (60, 120)
"""Characters of a short text, and half of them where words are not spaced."""
UNSPACED = ("zh", "ja", "th")
RUNS, WORDS = 8, 20
OTHER_NAMES = {"nb": "no", "nn": "no"}

Texts = list[tuple[str, str]]
"""The code of the right language, and a text."""


def short_texts(folder: Path, length: tuple[int, int]) -> Texts:
    """Sentences of all languages, spread evenly over the second half of each file."""
    files = sorted(folder.glob("*.txt"))
    texts: Texts = []
    for number, path in enumerate(files):
        share = 2 if path.stem in UNSPACED else 1
        lines = path.read_text(encoding="utf-8").splitlines()
        fitting = [
            line.strip()
            for line in lines[len(lines) // 2 :]
            if length[0] <= share * len(line.strip()) <= length[1]
        ]
        count = TEXTS * (number + 1) // len(files) - TEXTS * number // len(files)
        texts += [(path.stem, line) for line in fitting[:: max(1, len(fitting) // count)][:count]]
    return texts


def runs_of_words(folder: Path) -> Texts:
    """Runs of twenty words of the right side of the pairs with English, and of their left sides."""
    texts: Texts = []
    for code, name in [("en", "en-de/*/a.txt"), *((c, f"en-{c}/*/b.txt") for c in ("de", "es", "ru", "zh"))]:
        runs: Texts = []
        for path in sorted(folder.glob(name)):
            text = path.read_text(encoding="utf-8")
            units = [*"".join(text.split())] if code in UNSPACED else text.split()
            size = 2 * WORDS if code in UNSPACED else WORDS
            space = "" if code in UNSPACED else " "
            runs += [(code, space.join(units[k * size : (k + 1) * size])) for k in (0, 5)]
        texts += runs[:RUNS]
    return texts


def library() -> Callable[[str], str] | None:
    """py3langid, if it is installed."""
    try:
        import py3langid
    except ImportError:
        return None

    def detect(text: str) -> str:
        code = str(py3langid.classify(text)[0])
        return OTHER_NAMES.get(code, code)

    return detect


def measure(name: str, detect: Callable[[str], str], texts: Sequence[tuple[str, str]]) -> None:
    start = perf_counter()
    answers = [(right, detect(text)) for right, text in texts]
    seconds = perf_counter() - start
    right = sum(code == answer for code, answer in answers) / len(texts)
    unsure = sum(not answer for _, answer in answers) / len(texts)
    print(
        f"  {name:10} {len(texts):4} texts: right {right:.1%}, not known {unsure:.1%}, "
        f"wrong {1 - right - unsure:.1%}; {1000 * seconds / len(texts):.2f} ms each"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("languages", type=Path)
    options = parser.parse_args()
    other = library()
    for title, texts in (
        ("as long as headlines", short_texts(options.sentences, HEADLINE)),
        ("sentences", short_texts(options.sentences, SENTENCE)),
        ("runs of twenty words", runs_of_words(options.languages)),
    ):
        mean = sum(count_words(text) for _, text in texts) / len(texts)
        print(f"{title}, {mean:.1f} words on average")
        measure("ours", detect_language, texts)
        if other:
            measure("py3langid", other, texts)


if __name__ == "__main__":
    main()
