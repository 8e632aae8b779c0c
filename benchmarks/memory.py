"""Memory of the process that shows, over 20,000 random keys on two texts of 3,000 sentences.

    python benchmarks/memory.py [--seed 1] [--keys 20000] [--sentences 3000]

Prints the resident memory at the start, after both texts have been paged through once, and after every 1,000
keys: drawn from the wheel and all keys but those that quit. The same seed draws the same keys.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.memory import after_keys, after_paging, resident_megabytes, settled
from tests.random_input import SENTENCES, RandomInput, started, write_texts

EVERY = 1000
"""Keys between two lines."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keys", type=int, default=20_000)
    parser.add_argument("--sentences", type=int, default=SENTENCES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = write_texts(Path(folder), options.sentences)
        with started(paths, Path(folder) / "home") as terminal:
            settled(terminal)
            print(f"at the start: {resident_megabytes(terminal.pid):.0f} MB", flush=True)
            paged = after_paging(terminal)
            print(f"both texts paged through: {paged:.0f} MB", flush=True)
            dice, most = RandomInput(options.seed), paged
            for keys in range(EVERY, options.keys + 1, EVERY):
                now = after_keys(terminal, dice, EVERY)
                most = max(most, now)
                print(f"{keys} keys: {now:.0f} MB", flush=True)
            print(f"most: {most:.0f} MB, {most / paged:.2f} times what it was after paging")


if __name__ == "__main__":
    main()
