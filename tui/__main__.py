"""Entry point of `compare-tui` and `python -m tui`."""

import gc
import os
import signal
import sys

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as in the background
    # ctrl+c ends the process at once: nothing has to be undone, and an exception could come anywhere.
    # Here and not in `main`, since every millisecond before it ctrl+c is a traceback.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def main() -> int:
    """Run the program; returns its exit status."""
    gc.disable()  # nothing is garbage while modules are imported; the app enables it after the first frame
    try:
        from tui.cli.main import main

        return main()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not _lacks_memory(error):
            raise
        os.write(2, b"compare-tui: not enough memory\n")
        return 1


def _lacks_memory(error: Exception) -> bool:
    try:
        from tui.sources.errors import ran_out_of_memory
    except MemoryError:
        return True
    return ran_out_of_memory(error)


if __name__ == "__main__":
    sys.exit(main())
