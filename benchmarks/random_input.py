"""Random keys, mouse events, pastes and resizes on two texts of 3,000 sentences, for ten seeds.

    python benchmarks/random_input.py [--seeds 10] [--events 5000]

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

from tests.random_input import EVENTS, send_events, started, write_texts


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--events", type=int, default=EVENTS)
    options = parser.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = write_texts(Path(folder))
        for seed in range(1, options.seeds + 1):
            began = time.monotonic()
            with started(paths, Path(folder) / str(seed)) as terminal:
                error = send_events(terminal, seed, options.events)
            failures += bool(error)
            print(f"seed {seed}: {error or 'alive'}, {time.monotonic() - began:.0f} s", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
