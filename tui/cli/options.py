"""Parse and check the command line. Imports no Textual."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from tui import __version__
from tui.cli.completion import PrintCompletion
from tui.cli.serve import LOOPBACK
from tui.cli.streams import DONE, WRONG_USAGE, print_message, print_output
from tui.model.wording import plural
from tui.report import FORMATS, SUFFIXES, format_of
from tui.settings.config_file import Config, ConfigError, config_path, keymap, read_config
from tui.settings.limits import Limits
from tui.settings.read_options import Copies, Extraction, ReadOptions
from tui.settings.settings import NO_MODEL, Settings
from tui.sources.load import CLIPBOARD, STDIN, bundled_pair, display_name, same_source
from tui.ui.keys import READING_KEYS, RENAMED_KEYS

THEMES = tuple(
    "ansi-dark ansi-light atom-one-dark atom-one-light catppuccin-frappe catppuccin-latte "
    "catppuccin-macchiato catppuccin-mocha dracula flexoki gruvbox monokai nord "
    "rose-pine rose-pine-dawn rose-pine-moon solarized-dark solarized-light "
    "textual-dark textual-light tokyo-night".split()
)
"""Textual's themes, named here so that a report is not held up by importing Textual."""

EPILOG = """\
A source is a text, Markdown, HTML, PDF, Word (.docx) or EPUB file, an e-mail (.eml), a web address,
or - for standard input (one side only). Without sources the bundled pair opens. In the app, ? lists
the keys.

exit status: 0 done, 1 a source cannot be read or the report cannot be written, 2 wrong usage
"""


class Options(Struct, frozen=True):
    """A checked command line."""

    settings: Settings
    format: str | None = None
    """A report format, or None for the app."""
    output: Path | None = None
    serve: tuple[str, ...] | None = None
    """Arguments of the app for each page that is served; None to serve nothing."""
    host: str = LOOPBACK
    port: int = 0


def parse(argv: Sequence[str], to_terminal: bool) -> Options:
    """Parse `argv`; the default is a report if standard output is no terminal.

    Raises SystemExit with status 2 and one line on standard error, if they make no sense.
    """
    parser = _parser()
    args = parser.parse_args(argv)
    left, right = _sources(parser, args)
    format = args.format
    if args.serve and (format or args.output):
        parser.error("--serve opens the app: leave --format and --output out")
    if args.serve and STDIN in (left, right):
        parser.error("standard input cannot be served: name two sources")
    if not args.serve and format is None and (args.output is not None or not to_terminal):
        format = _format_by_name(parser, args.output) if args.output else "text"
    if args.recent and (args.sources or args.paste):
        parser.error("--recent lists comparisons to open: leave the sources out")
    if args.recent and format:
        parser.error("--recent opens the app, in a terminal: leave --format and --output out")
    if args.restricted and args.recent:
        parser.error("--restricted shows two sources and no others: leave --recent out")
    if args.log and any(same_source(str(args.log), name) for name in (left, right, str(args.output or "-"))):
        parser.error(f"{display_name(str(args.log))} is named twice: write the log to another file")
    serve = _unserved(argv) if args.serve else None
    config = _config(parser)
    model = _model(parser, config.model if args.model is None else args.model)
    theme = _theme(parser, args.theme or config.theme)
    settings = replace(_settings(args, (left, right), config, theme), model=model)
    return Options(settings, format, args.output, serve, args.host, args.port)


def _format_by_name(parser: argparse.ArgumentParser, output: Path) -> str:
    """The format that the name of a report asks for."""
    format = format_of(output)
    if format is None:
        name = display_name(str(output))
        parser.error(f"{name} has an unknown ending: add --format, or end it with {', '.join(SUFFIXES)}")
    return format


def _theme(parser: argparse.ArgumentParser, theme: str) -> str:
    if theme and theme not in THEMES:
        parser.error(f"unknown theme {theme!r}; choose one of {', '.join(THEMES)}")
    return theme


def _model(parser: argparse.ArgumentParser, model: str) -> str:
    """The folder of a language model as an absolute path, checked before the screen is there."""
    if model in ("", NO_MODEL):
        return model
    from tui.analysis.encoder.folder import EncoderError, read_manifest

    folder = Path(model).expanduser().absolute()
    try:
        read_manifest(folder)
    except EncoderError as error:
        parser.error(str(error))
    return str(folder)


def _settings(args: argparse.Namespace, sources: tuple[str, ...], config: Config, theme: str) -> Settings:
    """Join both; the command line overrides the configuration file."""
    no_copies = args.no_cache or args.no_state
    copies = Copies.ONLY if args.offline else Copies.NONE if no_copies else Copies.FALLBACK
    limits = Limits().raised(seconds=args.max_time, megabytes=args.max_size)
    return Settings(
        sources=sources,
        read_options=ReadOptions(limits, Extraction[args.extract.upper()], copies),
        threshold=config.threshold if args.threshold is None else args.threshold,
        theme=theme,
        ascii=args.ascii or config.ascii,
        keys=keymap(config),
        words_per_minute=config.words_per_minute,
        recents=args.recent,
        restricted=args.restricted,
        fresh=args.fresh,
        keep_state=not args.no_state,
        log=str(args.log.absolute()) if args.log else "",
    )


def _unserved(argv: Sequence[str]) -> tuple[str, ...]:
    """The arguments of the app for each page that is served."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--host")
    parser.add_argument("--port")
    return tuple(parser.parse_known_args(argv)[1])


def _sources(parser: argparse.ArgumentParser, args: argparse.Namespace) -> tuple[str, str]:
    given = [*args.sources, CLIPBOARD] if args.paste else args.sources
    if len(given) not in (0, 2):
        count = f"{len(args.sources)}{' and --paste' if args.paste else ''}"
        parser.error(f"two sources are needed, {count} given: name LEFT and RIGHT")
    left, right = given or bundled_pair()
    if left == right == STDIN:
        parser.error("standard input can be one side only: name a file for the other")
    if same_source(left, right):
        parser.error(f"{display_name(left)} is named twice: name two different articles")
    return left, right


def _config(parser: argparse.ArgumentParser) -> Config:
    try:
        return read_config(config_path(), {key.id: key.keys for key in READING_KEYS}, RENAMED_KEYS)
    except ConfigError as error:
        parser.error(str(error))


_ERROR_LENGTH = 400
"""Characters of an error; the names of all themes are 300."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose error is one clean line, and which fails if its output cannot be written."""

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is not sys.stdout:
            print_message(message)
        elif status := print_output(message):
            raise SystemExit(status)

    def error(self, message: str) -> NoReturn:
        from tui.sources.clean import clean_line

        text = clean_line(message, _ERROR_LENGTH)
        self.exit(WRONG_USAGE, f"{self.prog}: {text}; see {self.prog} --help\n")


def _parser() -> _Parser:
    parser = _Parser(
        prog="compare-tui",
        description="Read two reports of one story side by side, aligned, in a terminal.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_reading_options(parser)
    _add_app_options(parser)
    return parser


def _add_reading_options(parser: argparse.ArgumentParser) -> None:
    """Add the sources, and the options for reading and reporting them."""
    parser.add_argument("sources", nargs="*", metavar="LEFT RIGHT", help="the two articles")
    parser.add_argument(
        "--format", choices=tuple(FORMATS), help="print a report of this format instead of opening the app"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report to FILE")
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
    parser.add_argument("--paste", action="store_true", help="take the right article from the clipboard")
    parser.add_argument(
        "--extract",
        choices=[one.name.lower() for one in Extraction],
        default=Extraction.BALANCED.name.lower(),
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
    parser.add_argument(
        "--theme", metavar="NAME", default="", help="colour theme: ansi-dark, textual-light ..."
    )
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    parser.add_argument("--serve", action="store_true", help="serve the app to a browser on this machine")
    parser.add_argument(
        "--host", default=LOOPBACK, metavar="ADDRESS", help=f"serve on this address instead of {LOOPBACK}"
    )
    parser.add_argument(
        "--port", type=_port, default=0, metavar="N", help="serve on this port instead of a free one"
    )
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

        pages, articles = plural(clear_pages(), "cached page"), plural(clear_vectors(), "article")
        parser.exit(DONE, f"{pages} and the vectors of {articles} deleted\n")


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
