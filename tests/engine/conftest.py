from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tui.engine.client import Engine
from tui.engine.launcher import ProcessLauncher, Serve, ThreadLauncher

Begin = Callable[[Serve], Engine]


@pytest.fixture(params=[ProcessLauncher, ThreadLauncher])
def begin(request: pytest.FixtureRequest) -> Iterator[Begin]:
    """Start an engine whose workers are processes, and one whose workers are threads."""
    with ExitStack() as stack:

        def start(serve: Serve) -> Engine:
            engine = Engine(request.param(serve))
            stack.callback(engine.close)
            return engine

        yield start
