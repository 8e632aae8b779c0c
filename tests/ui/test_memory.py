from __future__ import annotations

import ctypes
from pathlib import Path

import pytest

from tui.ui.memory import give_back_memory

BLOCK = 1 << 16
"""Bytes that the allocator takes from its heap, not from the system by themselves."""


def resident_pages() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1])


@pytest.mark.skipif(
    not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="only glibc is asked to give memory back"
)
def test_what_lies_free_between_used_parts_is_given_back() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    libc.free.argtypes = [ctypes.c_void_p]
    blocks = [libc.malloc(BLOCK) for _ in range(400)]
    for block in blocks:
        ctypes.memset(block, 1, BLOCK)
    for block in blocks[:-1]:  # the last one keeps the heap from shrinking
        libc.free(block)
    before = resident_pages()
    give_back_memory()
    given_back = before - resident_pages()
    libc.free(blocks[-1])
    assert given_back > 300 * BLOCK // 4096
