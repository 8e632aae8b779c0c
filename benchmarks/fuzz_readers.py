"""Fuzz every reader and the comparison with mutated pages, documents and texts.

    python benchmarks/fuzz_readers.py --minutes 10 [--seed N] [--only html]

Each reader must end in a draft or a LoadError, and each pair in a comparison. Anything else is printed,
its input is saved in the folder named at the end, and the exit status is 1. An input may take seconds,
but not more than the time limit of a load. Run it on an idle machine: the limit is wall time.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.hostile.documents import STORY, chapter, docx, eml, epub, paragraph, parts, pdf, word  # noqa: E402
from tui.analysis.compare import compare  # noqa: E402
from tui.report import render  # noqa: E402
from tui.settings.limits import LOAD_SECONDS  # noqa: E402
from tui.settings.read_options import Extraction  # noqa: E402
from tui.sources.clean import clean_text  # noqa: E402
from tui.sources.draft import SourceBytes  # noqa: E402
from tui.sources.load import LoadError, load_text  # noqa: E402
from tui.sources.readers.by_kind import read_article  # noqa: E402

TEXT = "\n\n".join(STORY)
TOKENS = [
    b"\x1b]0;x\x07", b"\x9b31m", "\u202e".encode(), "\u200d\ufe0f".encode(), b"\0", b"\xff\xfe",
    b"\xef\xbb\xbf", b"&#27;", b"&#x110000;", b"&amp", b"<!--", b"-->", b"<![CDATA[", b"</p>",
    b"<table><tr><td>", b"<script>", b"<p hidden>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;",
    b"\n\n", b"\r", "\u2028".encode(), b"---\n", b"# ", b"[](", b"![", b"`", b"> ",
    b"| a | b |\n|--|--|\n", b"endobj", b"stream", b"/Length -1", b"0 0 R", b"2 0 R",
    b"/Filter/LZWDecode", b"<</", b">>", b"(", b"[", b"1e999", b"999999999999", b"PK\x05\x06",
    b"PK\x01\x02", b"<w:p>", b"</w:p>", b"<w:del>", "。".encode(), b'"', b"'", "“".encode(),
    b"Feb. 30, 2022", b"By Jane Doe", b"{", b"}", b"\\", b"%", b"A" * 3000, b"<b>" * 300,
]  # fmt: skip


def seeds() -> dict[str, list[bytes]]:
    """Valid sources of each kind to start from."""
    pages = [path.read_bytes() for path in sorted((ROOT / "tests" / "pages").glob("*.html"))]
    markdown = [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.md"))]
    body = "".join(map(paragraph, STORY))
    kind, letter = parts("alternative", ("text/plain", TEXT), ("text/html", f"<p>{TEXT}"))
    core = "<x xmlns:d='d'><d:title>T</d:title><d:created>2026-03-11</d:created></x>"
    return {
        "text": [TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("cp1252", "replace")],
        "markdown": markdown,
        "html": pages,
        "pdf": [pdf([STORY, STORY], properties="/Title(T)/CreationDate(D:20260311)")],
        "docx": [docx(word(body), properties=core)],
        "epub": [epub({"a.xhtml": chapter(TEXT)})],
        "epub-xhtml": [chapter("".join(f"<p>{text}</p>" for text in STORY)).encode()],
        "email": [
            eml(TEXT),
            eml(letter, content_type=kind),
        ],
        # The XML inside, put into a valid archive: otherwise mutations would only reach the archive.
        "docx-xml": [word(body).encode()],
    }


SUFFIX = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "docx": ".docx",
    "docx-xml": ".docx",
    "epub": ".epub",
    "epub-xhtml": ".epub",
    "email": ".eml",
}


def mutate(data: bytes, other: bytes, rand: random.Random) -> bytes:
    """The data after one to eight flips, deletions, repetitions, splices and insertions."""
    out = bytearray(data)
    for _ in range(rand.choice([1, 1, 2, 3, 8])):
        size = len(out) or 1
        start = rand.randrange(size)
        end = min(size, start + rand.choice([1, 2, 8, 64, 1024]))
        action = rand.randrange(7)
        if action == 0 and out:
            out[start] ^= 1 << rand.randrange(8)
        elif action == 1:
            del out[start:end]
        elif action == 2:
            out[start:start] = out[start:end] * rand.choice([1, 3, 50])
        elif action == 3:
            cut = rand.randrange(len(other) or 1)
            out[start:end] = other[cut : cut + rand.choice([8, 200, 4000])]
        elif action == 4:
            out[start:end] = rand.randbytes(end - start)
        elif action == 5 and rand.random() < 0.2:
            del out[start:]
        else:
            out[start:start] = rand.choice(TOKENS) * rand.choice([1, 1, 1, 20])
    return bytes(out)


def read(kind: str, data: bytes, rand: random.Random) -> str:
    """Read the data as that kind; returns `read` or `refused`. Raises whatever should not be raised."""
    if kind == "docx-xml":
        data = docx(data.decode("utf-8", "replace"))
    elif kind == "epub-xhtml":
        data = epub({"a.xhtml": data})
    source_bytes = SourceBytes(data, "fuzzed" + SUFFIX[kind], extraction=rand.choice(list(Extraction)))
    try:
        article = read_article(source_bytes)
    except LoadError as error:
        assert clean_text(str(error)) == (str(error), 0), "a message with controls"
        return "refused"
    for text in (article.title, article.text, article.source, article.byline, *article.notes):
        assert clean_text(text)[1] == 0, "controls in an article"
    assert all(passage.span.cut(article.text) == passage.text for passage in article.passages)
    return "read"


def compare_texts(left: bytes, right: bytes, rand: random.Random) -> str:
    """Compare two mutated texts and report on them."""
    try:
        first, second = (load_text(data.decode("utf-8", "replace")) for data in (left, right))
    except LoadError:
        return "refused"
    comparison = compare(first, second)
    for format in ("text", "json"):
        report = render(
            comparison, format, threshold=comparison.threshold, width=rand.choice([20, 60, 100, 200])
        )
        assert clean_text(report)[1] == 0, "controls in a report"
    return "read"


def raise_timeout(*_: object) -> None:
    raise TimeoutError(f"more than {LOAD_SECONDS} seconds")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", choices=[*SUFFIX, "compare"])
    args = parser.parse_args()
    seed = random.randrange(10**6) if args.seed is None else args.seed
    print(f"seed {seed}", flush=True)
    return run(random.Random(seed), args.minutes * 60, args.only)


def run(rand: random.Random, seconds: float, only: str | None) -> int:
    """Try inputs for so many seconds and print counts. Returns the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-readers-"))
    sources = seeds()
    counts: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    signal.signal(signal.SIGALRM, raise_timeout)
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        kind = only or rand.choice([*SUFFIX, "compare"])
        data, other = (mutate(*_seed_pair(sources, kind, rand), rand) for _ in range(2))
        start = time.monotonic()
        outcome = _try_input(kind, data, other, rand, folder)
        counts[kind, outcome] += 1
        slowest[kind] = max(slowest.get(kind, 0.0), time.monotonic() - start)
    for (kind, outcome), count in sorted(counts.items()):
        print(f"{kind:9} {outcome:8} {count:7}   slowest {slowest[kind]:.1f} s")
    failures = sum(count for (_, outcome), count in counts.items() if outcome == "FAILED")
    print(
        f"{sum(counts.values())} inputs, {failures} failures" + (f", saved in {folder}" if failures else "")
    )
    if not failures:
        folder.rmdir()
    return 1 if failures else 0


def _seed_pair(sources: dict[str, list[bytes]], kind: str, rand: random.Random) -> tuple[bytes, bytes]:
    """A valid source of the kind, and another of any kind to splice in."""
    return rand.choice(sources["text" if kind == "compare" else kind]), rand.choice(
        rand.choice([*sources.values()])
    )


def _try_input(kind: str, data: bytes, other: bytes, rand: random.Random, folder: Path) -> str:
    signal.alarm(int(LOAD_SECONDS))
    try:
        return compare_texts(data, other, rand) if kind == "compare" else read(kind, data, rand)
    except Exception:
        number = len(list(folder.iterdir()))
        path = folder / f"{number}{SUFFIX.get(kind, '.txt')}"
        path.write_bytes(data)
        if kind == "compare":
            path.with_suffix(".right.txt").write_bytes(other)
        print(f"FAILED {kind}: {path}\n{traceback.format_exc(limit=-6)}", flush=True)
        return "FAILED"
    finally:
        signal.alarm(0)


if __name__ == "__main__":
    sys.exit(main())
