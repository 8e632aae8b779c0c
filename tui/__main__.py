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
        os._exit(1)  # the interpreter's own end takes memory, and prints what it makes of having none


_SPARE = 4 << 20
"""Bytes. A program that cannot have them when it has given up all else failed for want of memory."""


def _lacks_memory(error: Exception) -> bool:
    """Whether a failed allocation caused the error, whatever the interpreter made of it on the way."""
    try:
        bytearray(_SPARE)
        from tui.sources.errors import ran_out_of_memory
    except (MemoryError, OSError, ImportError, SystemError):
        return True
    return ran_out_of_memory(error)


if __name__ == "__main__":
    sys.exit(main())
