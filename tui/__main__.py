"""The program: `compare-tui`, and the same as `python -m tui`."""

import gc
import sys


def main() -> int:
    """Run the program; returns its exit status."""
    gc.disable()  # nothing is garbage while modules are imported; the app enables it after the first frame
    from tui.cli.main import main

    return main()


if __name__ == "__main__":
    sys.exit(main())
