"""The documents keep up with the program, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.cli.parser import make_parser
from tui.settings.config_file import SETTINGS
from tui.settings.key_names import key_name
from tui.ui.keys import READING_KEYS

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "seeds" / "README.md"])
README_LINES = 120
"""A README that is longer is not read; what is said in more words belongs in `docs`."""

LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```", re.M | re.S)
IN_BACKTICKS = re.compile(r"`([^`\n]+)`")
NUMBERED = re.compile(r"`(\S*?)(\d)` to `\1(\d)`")
"""`topic.keep_1` to `topic.keep_9`."""


@pytest.fixture(scope="module")
def guide() -> str:
    return (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", document.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def in_backticks(cell: str) -> list[str]:
    """The names in a cell of a table; a range of numbered ones in full."""

    def in_full(match: re.Match[str]) -> str:
        name, first, last = match.groups()
        return " ".join(f"`{name}{k}`" for k in range(int(first), int(last) + 1))

    return IN_BACKTICKS.findall(NUMBERED.sub(in_full, cell))


def keys_in(guide: str) -> dict[str, set[str]]:
    """The keys of every action in the guide's tables, by the action's name, in Textual's words."""
    table: dict[str, set[str]] = {}
    for cells in re.findall(r"^\| (.+) \| .+ \| (.+) \|$", guide, re.M):
        keys, names = map(in_backticks, cells)
        of_each = [keys] if len(names) == 1 else [[key] for key in keys]
        table |= {name: set(map(key_name, own)) for name, own in zip(names, of_each, strict=False)}
    return table


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    for target in LINK.findall(CODE.sub("", document.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (document.parent / path).resolve() if path else document
        assert there.exists(), f"{document.name} links to {target}"
        assert not anchor or anchor in anchors(there), f"{document.name} links to {target}"


def test_the_architecture_names_files_that_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    paths = [path for path in IN_BACKTICKS.findall(text) if re.fullmatch(r"(?:tui|tests)/[\w./]+", path)]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
    for name, path in re.findall(r"`(\w+)` in\s`(tui/[\w/]+\.py)`", text):
        assert re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8")), (
            f"{name} is not in {path}"
        )


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in ROOT.glob("tui/*/__init__.py")}
    assert rooms == set(re.findall(r"^\| `tui/(\w+)/` \|", text, re.M))


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= README_LINES


def test_the_guide_has_every_key(guide: str) -> None:
    table = keys_in(guide)
    assert {key.id: set(key.keys.split(",")) for key in READING_KEYS}.items() <= table.items()


def test_the_guide_has_every_option(guide: str) -> None:
    options = {name for action in make_parser()._actions for name in action.option_strings}
    listed = guide.partition("\n## Options\n")[2]
    assert options == {name.split()[0] for name in IN_BACKTICKS.findall(listed) if name.startswith("-")}


def test_the_guide_has_every_setting(guide: str) -> None:
    section = guide.partition("\n## Configuration file\n")[2].partition("\n## ")[0]
    assert set(SETTINGS) == set(re.findall(r"^\| `(\w+)` \|", section, re.M))
