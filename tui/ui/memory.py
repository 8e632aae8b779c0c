"""Memory that is free but not given back."""

from __future__ import annotations

import sys


def give_back_memory() -> None:
    """Give free memory back to the system, where the C library can: glibc keeps what lies between used parts.

    Random keys on two texts of 3,000 sentences leave 7 MB of it in 2,000 keys. It takes 1 to 3 ms.
    """
    if sys.platform != "linux":
        return
    import ctypes  # not on the way to the first frame

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
    if trim:
        trim(0)
