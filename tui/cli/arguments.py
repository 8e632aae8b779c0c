"""The values of the command line, before they are checked against each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from msgspec import Struct

from tui.cli.serve import LOOPBACK
from tui.cli.streams import PROGRAM, WRONG_USAGE, print_message
from tui.settings.read_options import Extraction

_ERROR_LENGTH = 400
"""Characters of an error; the names of all themes are 300."""


class Arguments(Struct, frozen=True):
    """The value of each option, and the default of one that is not given."""

    sources: Sequence[str] = ()
    format: str | None = None
    output: str | None = None
    threshold: float | None = None
    model: str | None = None
    language_left: str = ""
    language_right: str = ""
    sample: str | None = None
    paste: bool = False
    extract: str = Extraction.BALANCED.name.lower()
    offline: bool = False
    no_cache: bool = False
    max_time: float | None = None
    max_size: float | None = None
    recent: bool = False
    restricted: bool = False
    fresh: bool = False
    no_state: bool = False
    theme: str = ""
    ascii: bool = False
    right_to_left: str = ""
    serve: bool = False
    host: str = LOOPBACK
    port: int = 0
    log: Path | None = None


def read_arguments(argv: Sequence[str]) -> Arguments:
    """Read a command line. Raises SystemExit after one line on standard error if an option is wrong.

    Sources alone need no parser: importing and making it takes 4 ms of processor time.
    """
    if not any(argument.startswith("-") and argument != "-" for argument in argv):
        return Arguments(sources=tuple(argv))
    from tui.cli.parser import parse_arguments

    return parse_arguments(argv)


def wrong_usage(message: str) -> NoReturn:
    """End with one line on standard error that says what makes no sense."""
    from tui.sources.clean import clean_line

    print_message(f"{PROGRAM}: {clean_line(message, _ERROR_LENGTH)}; see {PROGRAM} --help\n")
    raise SystemExit(WRONG_USAGE)
