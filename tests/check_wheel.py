"""Check a built wheel, and the program that was installed from it into an environment of its own.

    python -m tests.check_wheel WHEEL ENVIRONMENT

The environment must lie away from the checkout, or the program would find the checkout's files.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.terminal import Terminal, is_ready

NEEDED = (
    "tui/py.typed",
    "tui/report/templates/report.html",
    "tui/ui/app.tcss",
    "tui/seeds/call-2022.md",
    "tui/analysis/encoder/e5-small/weights.safetensors",
    "tui/analysis/encoder/e5-small-names.safetensors",
)
"""One file of each kind, in case the checkout lacks them too."""


def files_of_the_checkout() -> set[str]:
    """The files that belong in a wheel, by their names in it."""
    files = [path for path in Path("tui").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    files += (Path("tui", path) for path in Path("seeds").iterdir())
    return {path.as_posix() for path in files}


def check_files(wheel: Path) -> None:
    """Compare the files of the wheel with those of the checkout."""
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == files_of_the_checkout(), names ^ files_of_the_checkout()
    assert names >= {*NEEDED}, names
    print(f"{wheel.name} holds {len(names)} files, those of the checkout")


def check_report(command: str, home: Path) -> None:
    """Let the program compare the bundled pair without a terminal."""
    done = subprocess.run([command, "--format", "json"], cwd=home, capture_output=True, check=True)
    report = json.loads(done.stdout)
    assert len(report["links"]) >= 8, report["links"]
    print(f"it compares the bundled pair: {len(report['links'])} links, {len(report['topics'])} topics")


def check_terminal(command: str, home: Path) -> None:
    """Start the program in a terminal, go to the first link and leave."""
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    with Terminal([command], environment=own, cwd=home) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n")
        terminal.wait_for("Pair 1 of")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    print("it runs in a terminal")


def main() -> None:
    wheel, environment = map(Path, sys.argv[1:])
    os.environ.pop("PYTHONPATH", None)
    check_files(wheel)
    command = str(environment / "bin" / "compare-tui")
    check_report(command, environment)
    check_terminal(command, environment)


if __name__ == "__main__":
    main()
