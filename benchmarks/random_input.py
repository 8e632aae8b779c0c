"""Random keys, mouse events, pastes and resizes on two texts of 3,000 sentences, for ten seeds.

    python benchmarks/random_input.py [--seeds 10] [--events 5000] [--reports 0]

With `--reports 5` five short reports of one story are open instead.
Prints a line for each seed. The exit status is 1 if the program ended or wrote a traceback; then the events
that led to it are printed too. The same seed draws the same events.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.ferry_reports import write_reports
from tests.random_input import EVENTS, send_events, started, write_texts


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--events", type=int, default=EVENTS)
    parser.add_argument("--reports", type=int, default=0, choices=range(7))
    options = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        count = options.reports
        paths = write_reports(Path(folder))[:count] if count else write_texts(Path(folder))
        for seed in range(1, options.seeds + 1):
            began = time.monotonic()
            with started(paths, Path(folder) / str(seed)) as terminal:
                error = send_events(terminal, seed, options.events)
            failures += bool(error)
            print(f"seed {seed}: {error or 'alive'}, {time.monotonic() - began:.0f} s", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
