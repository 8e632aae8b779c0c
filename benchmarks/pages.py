"""Measure the reading of web pages on a set of annotated ones.

python benchmarks/pages.py SET [--every N] [--save FILE] [--trafilatura]

SET is a folder such as `tests` of trafilatura's repository: `evaldata.json` names, for each page in `eval` or
`cache` below it, phrases which its article has (`with`) and phrases around it (`without`), a title and a day.
Printed are, over every N-th page: precision, recall and F1 of the phrases in the body with its headlines;
body passages with a phrase from around the article, per 1,000; titles; days; pages whose passages are not
in its order; pages which are refused; and the processor time, without that of loading modules for the first
page. `--trafilatura` measures the library alone beside it, `--save` writes what was read as JSON, for a
comparison of two versions.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from tui.model import Article, Kind
from tui.settings.limits import DEFAULT_LIMITS
from tui.sources.draft import SourceBytes
from tui.sources.errors import LoadError
from tui.sources.readers.by_kind import read_article

MIN_PLACED = 40
"""Characters from which a passage that the page has once has a place in it."""


class Phrases(Struct):
    """Phrases of the article and of the rest of the page, in what was taken for the article."""

    right: int = 0
    missed: int = 0
    wrong: int = 0

    def add(self, annotation: dict[str, Any], text: str) -> None:
        """Count the phrases of one page in a text; white space does not matter."""
        text = _spaces(text)
        wanted = [_spaces(phrase) in text for phrase in annotation["with"]]
        self.right += sum(wanted)
        self.missed += len(wanted) - sum(wanted)
        self.wrong += sum(_spaces(phrase) in text for phrase in annotation["without"])

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.missed + self.wrong)
        return f"F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}"


def _spaces(text: str) -> str:
    return " ".join(text.split())


def pages(folder: Path, every: int) -> Iterator[tuple[str, dict[str, Any], bytes]]:
    """Address, annotation and bytes of every N-th page."""
    annotations = json.loads((folder / "evaldata.json").read_text("utf-8"))
    for address in sorted(annotations)[::every]:
        annotation = annotations[address]
        paths = (folder / place / annotation["file"] for place in ("cache", "eval"))
        yield address, annotation, next(path for path in paths if path.is_file()).read_bytes()


def body_text(article: Article) -> str:
    """The body with its headlines."""
    kinds = (Kind.BODY, Kind.HEADLINE)
    return "\n".join(passage.text for passage in article.passages if passage.kind in kinds)


def tell_title(title: str, annotated: str) -> str:
    """`right`, `outlet` if something stands behind or before the annotated title, else `other`."""
    title, annotated = (re.sub(r"\W+", " ", text).strip().casefold() for text in (title, annotated))
    if title == annotated:
        return "right"
    return "outlet" if title.startswith(annotated) or title.endswith(annotated) else "other"


def in_order(article: Article, page: str) -> bool:
    """Whether the passages that the page has once stand in its order."""
    letters = re.sub(r"\W+", "", page)
    places = []
    for passage in article.passages:
        text = re.sub(r"\W+", "", passage.text)
        if len(text) >= MIN_PLACED and letters.count(text) == 1:
            places.append(letters.index(text))
    return places == sorted(places)


def page_letters(data: bytes) -> str:
    """The text of a page, without its scripts."""
    from trafilatura import load_html

    tree = load_html(data)
    if tree is None:
        return ""
    for element in list(tree.iter("script", "style", "noscript", "head")):
        element.drop_tree()
    return str(tree.text_content())


class Report(Struct):
    """Sums over the pages."""

    phrases: Phrases
    counts: Counter[str]

    def add(self, annotation: dict[str, Any], article: Article, data: bytes) -> None:
        """Count one page that was read."""
        self.phrases.add(annotation, body_text(article))
        unwanted = [_spaces(phrase) for phrase in annotation["without"]]
        self.counts["passages"] += len(article.body)
        self.counts["boilerplate"] += sum(
            any(phrase in _spaces(passage.text) for phrase in unwanted) for passage in article.body
        )
        if annotation.get("title"):
            self.counts[f"title {tell_title(article.title, annotation['title'])}"] += 1
        if day := annotation.get("date"):
            verdict = "right" if article.published == day else "wrong" if article.published else "missing"
            self.counts[f"day {verdict}"] += 1
        self.counts["order wrong"] += not in_order(article, page_letters(data))

    def print(self, name: str, seconds: float) -> None:
        per_mille = 1000 * self.counts["boilerplate"] / max(1, self.counts["passages"])
        print(f"{name:12} {self.phrases}  {seconds:.1f} s")
        if self.counts:
            print(f"  boilerplate {per_mille:.1f} per 1,000 of {self.counts['passages']} passages")
            print("  " + ", ".join(f"{key} {value}" for key, value in sorted(self.counts.items())))


def read_page(address: str, data: bytes) -> Article:
    """The article of a page. Raises LoadError."""
    return read_article(SourceBytes(data, address, "text/html", limits=DEFAULT_LIMITS))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("set", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--trafilatura", action="store_true")
    options = parser.parse_args()
    report, library = Report(Phrases(), Counter()), Report(Phrases(), Counter())
    seconds = library_seconds = 0.0
    saved: dict[str, Any] = {}
    first, _, page = next(pages(options.set, options.every))
    read_page(first, page)
    for address, annotation, data in pages(options.set, options.every):
        begun = time.process_time()
        try:
            article = read_page(address, data)
        except LoadError as error:
            seconds += time.process_time() - begun
            report.phrases.add(annotation, "")
            report.counts["refused"] += 1
            saved[address] = str(error)
            print(f"  refused: {annotation['file']}: {error.wrong}", file=sys.stderr)
        else:
            seconds += time.process_time() - begun
            report.add(annotation, article, data)
            passages = [f"{passage.kind.value}\t{passage.text}" for passage in article.passages]
            saved[address] = [article.title, article.published, article.language, *passages]
        if options.trafilatura:
            from trafilatura import extract

            begun = time.process_time()
            text = extract(data, include_comments=False) or ""
            library_seconds += time.process_time() - begun
            library.phrases.add(annotation, text)
    report.print("compare-tui", seconds)
    if options.trafilatura:
        library.print("trafilatura", library_seconds)
    if options.save:
        options.save.write_text(json.dumps(saved, ensure_ascii=False, indent=0), "utf-8")


if __name__ == "__main__":
    main()
