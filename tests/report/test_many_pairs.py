"""Many comparisons at once, as `xargs -P` runs them: independent, and one line for each failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.sources.load import bundled_pair

pytestmark = pytest.mark.slow


def test_many_writers_at_once_leave_only_their_reports(tmp_path: Path) -> None:
    left, right = bundled_pair()
    lines = [f"{left} {right} {tmp_path}/{k}.json" for k in range(6)]
    lines.insert(3, f"{left} {tmp_path}/gone.txt {tmp_path}/never.json")
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        ["xargs", "-P", "4", "-L", "1", "sh", "-c", f'"{sys.executable}" -m tui "$0" "$1" --output "$2"'],
        input="\n".join(lines) + "\n",
        env={**os.environ, "HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 123, "xargs: some command ended with a status from 1 to 125"
    assert done.stdout == ""
    [complaint] = done.stderr.splitlines()
    assert complaint.startswith("compare-tui: ") and "gone.txt" in complaint
    reports = {(tmp_path / f"{k}.json").read_bytes() for k in range(6)}
    assert len(reports) == 1
    assert json.loads(reports.pop())["links"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [*(f"{k}.json" for k in range(6)), "home"]
    assert list(home.rglob("*")) == []
