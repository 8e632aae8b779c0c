from pathlib import Path

import pytest

from tui.settings.limits import Limits
from tui.settings.read_options import ReadOptions
from tui.sources.load import MIN_PREVIEWED_BYTES, PREVIEW_BYTES, load, load_preview


def text_of(size: int) -> str:
    """Paragraphs, each with a number of its own, of about that many bytes."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        number = len(paragraphs)
        paragraphs.append(
            f"Claim {number} was heard on the quay. “It took {number} minutes,” a docker said.\n\n"
        )
    return "".join(paragraphs)


def test_the_preview_has_the_first_passages_of_the_article(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text_of(MIN_PREVIEWED_BYTES), encoding="utf-8")
    preview, article = load_preview(str(path)), load(str(path))
    assert preview is not None
    assert 200 < len(preview.passages) < len(article.passages)
    assert preview.passages == article.passages[: len(preview.passages)]
    assert len(preview.text.encode()) <= PREVIEW_BYTES


def test_windows_line_ends_are_paragraphs_too(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(text_of(MIN_PREVIEWED_BYTES).replace("\n", "\r\n").encode())
    preview = load_preview(str(path))
    assert preview is not None
    assert preview.passages[0].text.startswith("Claim 0")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("short.txt", text_of(1000)),
        ("page.html", f"<!doctype html><p>{text_of(MIN_PREVIEWED_BYTES)}"),
        ("notes.md", f"# Notes\n\n{text_of(MIN_PREVIEWED_BYTES)}"),
        ("one.txt", "word " * MIN_PREVIEWED_BYTES),
        ("data.txt", "\x00" * MIN_PREVIEWED_BYTES),
    ],
)
def test_other_sources_have_no_preview(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert load_preview(str(path)) is None


@pytest.mark.parametrize("source", ["-", "clipboard:", "https://example.org/a", "no such file", "a\0b", "."])
def test_a_source_that_is_not_a_file_has_no_preview(source: str) -> None:
    assert load_preview(source) is None


def test_a_text_over_the_limit_has_no_preview(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text_of(MIN_PREVIEWED_BYTES), encoding="utf-8")
    assert load_preview(str(path), ReadOptions(Limits(text_bytes=MIN_PREVIEWED_BYTES // 2))) is None
