"""Memory of the process that shows does not grow with the keys that are pressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.memory import MEGABYTES, TIMES, after_keys, after_paging, settled
from tests.random_input import WORDS_ONLY, RandomInput, started, write_texts

pytestmark = pytest.mark.slow

KEYS = 1000


@pytest.mark.minutes
def test_memory_does_not_grow_with_keys(tmp_path: Path) -> None:
    with started(write_texts(tmp_path), tmp_path / "home", WORDS_ONLY) as terminal:
        settled(terminal)
        paged = after_paging(terminal)
        now = after_keys(terminal, RandomInput(1), KEYS)
        assert now <= TIMES * paged
        assert now <= MEGABYTES
