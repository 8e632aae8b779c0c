"""Arguments -> a report on standard output, or the app. Loads no Textual until the app is wanted."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from tui import __version__
from tui.ahead import begun
from tui.bundled import bundled_pair
from tui.config import Config, ConfigError, config_path, keymap, read_config
from tui.load import CLIPBOARD, Copies, Extraction, Limits, LoadError, display_name, same_source
from tui.load.clean import clean_line
from tui.progress import WORDS_PER_MINUTE
from tui.start import Start, begin
from tui.wanted import Wanted

FORMATS = ("text", "json")
STDIN = "-"
DONE, UNREADABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

EPILOG = """\
a source is a text, Markdown, HTML, PDF or Word (.docx) file, a web address, or - for standard input
(one side only). Without sources the bundled pair opens. Keys are listed by ? in the app.

exit status: 0 done, 1 a source that cannot be read, 2 wrong usage
"""


@dataclass(frozen=True)
class Options:
    """What was asked for, checked."""

    left: str
    right: str
    format: str | None
    """A report format, or None for the app."""
    output: Path | None
    threshold: float | None
    """0 to 100, or None for the alignment's own."""
    theme: str = ""
    ascii: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    wanted: Wanted = field(default_factory=Wanted)
    """How the sources are to be read."""
    speed: float = WORDS_PER_MINUTE
    fresh: bool = False
    stateless: bool = False
    recents: bool = False


def parse(argv: Sequence[str], to_terminal: bool) -> Options:
    """The options in `argv`; a report where standard output is no terminal.

    Raises SystemExit with status 2 and one line on standard error, if they make no sense.
    """
    parser = _parser()
    args = parser.parse_args(argv)
    left, right = _sources(parser, args)
    format = args.format
    if format is None and (args.output is not None or not to_terminal):
        format = "json" if args.output and args.output.suffix == ".json" else "text"
    config = _config(parser)
    threshold = config.threshold if args.threshold is None else args.threshold
    theme, ascii = args.theme or config.theme, args.ascii or config.ascii
    copies = Copies.ONLY if args.offline else Copies.NONE if args.no_cache else Copies.FALLBACK
    limits = Limits().raised(seconds=args.max_time, megabytes=args.max_size)
    wanted = Wanted(limits, Extraction[args.extract.upper()], copies)
    return Options(
        left,
        right,
        format,
        args.output,
        threshold,
        theme,
        ascii,
        keymap(config),
        wanted,
        config.words_per_minute,
        args.fresh,
        args.no_state,
        args.recent,
    )


def _sources(parser: argparse.ArgumentParser, args: argparse.Namespace) -> tuple[str, str]:
    given = [*args.sources, CLIPBOARD] if args.paste else args.sources
    if len(given) not in (0, 2):
        beside = " and --paste" if args.paste else ""
        count = len(args.sources)
        parser.error(f"two sources are needed, {count}{beside} given: name LEFT and RIGHT")
    left, right = given or bundled_pair()
    if left == right == STDIN:
        parser.error("standard input can be one side only: name a file for the other")
    if same_source(left, right):
        parser.error(f"{display_name(left)} is named twice: name two different articles")
    return left, right


def _config(parser: argparse.ArgumentParser) -> Config:
    try:
        return read_config(config_path())
    except ConfigError as error:
        parser.error(str(error))


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one clean line."""

    def error(self, message: str) -> NoReturn:
        text = clean_line(message)
        self.exit(WRONG_USAGE, f"{self.prog}: {text}; see {self.prog} --help\n")


def _parser() -> _Parser:
    parser = _Parser(
        prog="compare-tui",
        description="Read two reports of one story side by side, aligned, in a terminal.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", nargs="*", metavar="LEFT RIGHT", help="the two articles")
    parser.add_argument(
        "--format", choices=FORMATS, help="print a report of this format instead of opening the app"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report to FILE")
    parser.add_argument(
        "--threshold",
        type=_score,
        metavar="N",
        help="show links with a score of N or more, 0 to 100 (0: all that share anything)",
    )
    parser.add_argument("--paste", action="store_true", help="take the right article from the clipboard")
    parser.add_argument(
        "--extract",
        choices=[one.name.lower() for one in Extraction],
        default=Extraction.BALANCED.name.lower(),
        help="how much of a web page is taken for the article",
    )
    parser.add_argument("--offline", action="store_true", help="read web pages from kept copies only")
    parser.add_argument("--no-cache", action="store_true", help="keep no copies of web pages, read none")
    parser.add_argument("--clear-cache", action=_ClearCache, nargs=0, help="delete the kept copies, and end")
    parser.add_argument("--max-time", type=_positive, metavar="SECONDS", help="raise the limit of a source")
    parser.add_argument("--max-size", type=_positive, metavar="MB", help="raise the limit of a source")
    parser.add_argument("--recent", action="store_true", help="list the comparisons of late, and open one")
    parser.add_argument("--fresh", action="store_true", help="begin anew; marks, notes and pins stay")
    parser.add_argument("--no-state", action="store_true", help="keep nothing of this session, read nothing")
    parser.add_argument("--theme", metavar="NAME", default="", help="colours: ansi-dark, textual-light ...")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII characters only")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


class _ClearCache(argparse.Action):
    """Deletes the kept copies of web pages, says how many there were, and ends the program."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> NoReturn:
        from tui.fetch.cache import clear_cache

        count = clear_cache()
        parser.exit(DONE, f"{count} {'copy' if count == 1 else 'copies'} of web pages deleted\n")


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return number


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 100")
    return score


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    options = parse(sys.argv[1:] if argv is None else argv, sys.stdout.isatty())
    try:
        return _open_app(options) if options.format is None else _write_report(options)
    except LoadError as error:
        return _complain(str(error), UNREADABLE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _complain(message: str, status: int) -> int:
    print(f"compare-tui: {clean_line(message)}", file=sys.stderr)
    return status


def _write_report(options: Options) -> int:
    from tui.analysis import FLOOR, compare
    from tui.report import render

    left, right = options.wanted.load(options.left), options.wanted.load(options.right)
    floor = FLOOR if options.threshold is None else min(FLOOR, options.threshold)
    comparison = compare(left, right, floor=floor)
    threshold = comparison.threshold if options.threshold is None else options.threshold
    report = render(comparison, options.format or "text", threshold=threshold, width=_width())
    if options.output is None:
        return _print_report(report)
    try:
        options.output.write_text(report, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        return _complain(f"{options.output}: cannot be written: {reason}", UNREADABLE)
    return DONE


def _width() -> int:
    """Columns for a report: COLUMNS or the terminal's, else 100."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 100


def _print_report(report: str) -> int:
    """Data only, as UTF-8; a reader that stops reading early (`| head`) is no error."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(report.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _open_app(options: Options) -> int:
    opened = begun(lambda: _opened(options))
    # The child loads and aligns while Textual, which takes as long, is imported here.
    from textual.theme import BUILTIN_THEMES

    from tui.app import CompareApp
    from tui.session import Store

    start = opened()
    if isinstance(start, str):
        return _complain(start, UNREADABLE)
    if options.theme and options.theme not in BUILTIN_THEMES:
        known = ", ".join(sorted(BUILTIN_THEMES))
        return _complain(f"there is no theme {options.theme!r}; there are {known}", WRONG_USAGE)
    if not sys.stdin.isatty() and not _keys_from_terminal():
        return _complain("no terminal to read keys from: add --format text for a report", WRONG_USAGE)
    app = CompareApp(
        start,
        options.threshold,
        ascii=options.ascii,
        wanted=options.wanted,
        store=Store.nowhere() if options.stateless else Store.open(),
        named=(options.left, options.right),
        speed=options.speed,
        fresh=options.fresh,
        recents=options.recents,
    )
    app.set_keymap(options.keys)
    if options.theme:
        app.theme = options.theme
    app.run()
    return app.return_code or DONE


def _opened(options: Options) -> Start | str:
    """What the app starts with, or in one line why there is nothing to start with."""
    try:
        left, right = options.wanted.load(options.left), options.wanted.load(options.right)
    except LoadError as error:
        return str(error)
    return begin(left, right, options.threshold)


def _keys_from_terminal() -> bool:
    """An article came through standard input, so the keys must come from the terminal."""
    try:
        os.dup2(os.open("/dev/tty", os.O_RDWR), sys.stdin.fileno())
    except OSError:
        return False
    return True
