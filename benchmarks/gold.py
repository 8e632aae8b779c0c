"""Read a folder of gold links: pairs of reports whose links were made by careful reading."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from measures import Gold

from tui.model import Article, Kind, Passage, Span
from tui.sources.passages.language import detect_language


def folders(gold_dir: Path) -> list[Path]:
    """The folders of a gold directory, one per pair of reports."""
    return sorted(path.parent for path in gold_dir.glob("*/gold.json"))


def read_gold(folder: Path) -> Gold:
    """The sentences, links and topics of one pair."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    level = {(i, j): level for i, j, level in gold["links"]}
    return Gold(folder.name, gold["a"], gold["b"], level, gold.get("topics", []))


def read_articles(folder: Path) -> tuple[Article, Article]:
    """The two articles, with the gold sentences as their passages."""
    gold = read_gold(folder)
    return (
        _article(folder / "a.txt", gold.left),
        _article(folder / "b.txt", gold.right),
    )


def _article(path: Path, sentences: Sequence[str]) -> Article:
    text = path.read_text(encoding="utf-8")
    passages: list[Passage] = []
    paragraph = end = 0
    for index, sentence in enumerate(sentences):
        start = text.index(sentence, end)
        paragraph += "\n\n" in text[end:start]
        end = start + len(sentence)
        passages.append(Passage(index, paragraph, Span(start, end), Kind.BODY, sentence))
    return Article(text=text, passages=tuple(passages), source=path.name, language=detect_language(text))
