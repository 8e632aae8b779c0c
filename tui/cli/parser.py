"""The parser of the command line: all options, and the errors they have by themselves."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from tui import __version__
from tui.cli.arguments import Arguments, wrong_usage
from tui.cli.completion import PrintCompletion
from tui.cli.serve import LOOPBACK
from tui.cli.streams import DONE, PROGRAM, print_message, print_output
from tui.model.languages import LANGUAGES
from tui.model.wording import plural
from tui.report import FORMATS
from tui.settings.config_file import REORDERERS
from tui.settings.read_options import Extraction
from tui.settings.settings import NO_MODEL
from tui.sources.load import SAMPLE_LANGUAGES

EPILOG = """\
A source is a text, Markdown, HTML, PDF, Word (.docx) or EPUB file, an e-mail (.eml), a web address,
or - for standard input (one side only). A folder stands for its files by name. Without sources the
bundled pair opens. In the app, ? lists the keys.

exit status: 0 done, 1 a source cannot be read or the report cannot be written, 2 wrong usage
"""


class Parser(argparse.ArgumentParser):
    """An argument parser whose error is one clean line, and which fails if its output cannot be written."""

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is not sys.stdout:
            print_message(message)
        elif status := print_output(message):
            raise SystemExit(status)

    def error(self, message: str) -> NoReturn:
        wrong_usage(message)


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Read a command line with options.

    Raises SystemExit after one line on standard error if one is wrong.
    """
    parser = make_parser()
    # Options may stand between sources. With `--` they may not: what follows it would be read as options.
    parse = parser.parse_args if "--" in argv else parser.parse_intermixed_args
    given = vars(parse(argv))
    return Arguments(**{**given, "sources": tuple(given.get("sources", ()))})


def make_parser() -> Parser:
    """The parser of the command line."""
    parser = Parser(
        prog=PROGRAM,
        description="Read two reports of one story side by side, aligned, in a terminal.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        argument_default=argparse.SUPPRESS,  # those of Arguments
    )
    _add_reading_options(parser)
    _add_app_options(parser)
    return parser


def _add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add the sources, and the options for reading and reporting them."""
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="LEFT RIGHT",
        help="the two articles; up to twelve reports of one story, or folders of them",
    )
    parser.add_argument(
        "--format", choices=tuple(FORMATS), help="print a report of this format instead of opening the app"
    )
    parser.add_argument("--output", metavar="FILE", help="write the report to FILE, or - to print it")
    parser.add_argument(
        "--threshold",
        type=_score,
        metavar="N",
        help="show links with a score of N or more, 0 to 100 (0: every pair that shares anything)",
    )
    parser.add_argument(
        "--model",
        metavar="FOLDER",
        help=f"folder of another language model for the links; {NO_MODEL}: links from words alone",
    )
    for side in ("left", "right"):
        parser.add_argument(
            f"--language-{side}",
            choices=tuple(LANGUAGES),
            metavar="CODE",
            help=f"language of the {side} article, such as de or zh, where it is detected wrongly",
        )
    parser.add_argument(
        "--sample",
        choices=SAMPLE_LANGUAGES,
        help="open the bundled pair, its right article in this language",
    )
    parser.add_argument("--paste", action="store_true", help="take the right article from the clipboard")
    parser.add_argument(
        "--extract",
        choices=[one.name.lower() for one in Extraction],
        help="how much of a web page is taken for the article",
    )
    parser.add_argument("--offline", action="store_true", help="read web pages from the page cache only")
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write the page cache")
    parser.add_argument("--clear-cache", action=_ClearCache, nargs=0, help="clear all caches and exit")
    parser.add_argument("--max-time", type=_positive, metavar="SECONDS", help="maximum seconds per source")
    parser.add_argument("--max-size", type=_positive, metavar="MB", help="maximum MB per source")


def _add_app_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of the app and of the program itself."""
    parser.add_argument("--recent", action="store_true", help="choose among recent comparisons")
    parser.add_argument(
        "--restricted",
        action="store_true",
        help="open no other sources (also not by paste or from recent comparisons) and save no reports",
    )
    parser.add_argument("--fresh", action="store_true", help="start over; marks, notes and pins stay")
    parser.add_argument(
        "--no-state",
        action="store_true",
        help="keep and read nothing: no sessions, recent comparisons, screen settings or caches",
    )
    parser.add_argument("--theme", metavar="NAME", help="colour theme: ansi-dark, textual-light ...")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    parser.add_argument(
        "--right-to-left",
        choices=REORDERERS,
        help="whether the app or the terminal reorders Arabic, Hebrew and Persian (default: the app, unless"
        " the terminal is known to do it)",
    )
    parser.add_argument("--serve", action="store_true", help="serve the app to a browser on this machine")
    parser.add_argument("--host", metavar="ADDRESS", help=f"serve on this address instead of {LOOPBACK}")
    parser.add_argument("--port", type=_port, metavar="N", help="serve on this port instead of a free one")
    parser.add_argument(
        "--log",
        type=Path,
        metavar="FILE",
        help="append to FILE what a bug report needs; no text of an article",
    )
    parser.add_argument(
        "--print-completion", action=PrintCompletion, help="print the completion script for a shell and exit"
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")


class _ClearCache(argparse.Action):
    """Clear the caches and exit."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> NoReturn:
        from tui.analysis.encoder.vector_cache import clear_vector_cache as clear_vectors
        from tui.sources.web.page_cache import clear_page_cache as clear_pages

        pages, files = plural(clear_pages(), "cached page"), plural(clear_vectors(), "file")
        parser.exit(DONE, f"{pages} and {files} of vectors deleted\n")


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return number


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 65535")
    return int(text)


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 100")
    return score
