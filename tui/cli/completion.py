"""Completion of the command line in a shell, through shtab."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

SHELLS = ("bash", "zsh", "fish")

_FILES = {"bash": "_shtab_compgen_files", "zsh": "_files", "fish": "__fish_complete_path"}


class PrintCompletion(argparse.Action):
    """`--print-completion SHELL`: print the shell's completion of this very parser, and end."""

    def __init__(self, option_strings: Sequence[str], dest: str, **how: Any) -> None:
        super().__init__(
            option_strings, dest=argparse.SUPPRESS, choices=SHELLS, default=argparse.SUPPRESS, **how
        )

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: object, values: Any, option: Any = None
    ) -> None:
        print(script(parser, str(values)), end="")
        parser.exit()


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """What a shell of SHELLS must read to complete the parser's options; files where a file is asked for."""
    import shtab  # here, since only who asks for a script needs it

    for action in parser._actions:
        if action.dest == "sources" or action.metavar == "FILE":
            action.complete = _FILES  # type: ignore[attr-defined]
    return str(shtab.complete(parser, shell)).rstrip("\n") + "\n"
