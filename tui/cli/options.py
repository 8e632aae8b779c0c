"""Parse and check the command line. Imports no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.cli.arguments import Arguments, read_arguments, wrong_usage
from tui.cli.serve import LOOPBACK
from tui.settings.config_file import Config, ConfigError, config_path, keymap, read_config
from tui.settings.limits import MAX_REPORTS, Limits
from tui.settings.read_options import Copies, Extraction, ReadOptions
from tui.settings.settings import NO_MODEL, Settings
from tui.sources.errors import LoadError
from tui.sources.folder import with_folders_expanded
from tui.sources.load import CLIPBOARD, STDIN, bundled_pair, display_name, same_source
from tui.ui.keys import READING_KEYS, RENAMED_KEYS

THEMES = tuple(
    "ansi-dark ansi-light atom-one-dark atom-one-light catppuccin-frappe catppuccin-latte "
    "catppuccin-macchiato catppuccin-mocha dracula flexoki gruvbox monokai nord "
    "rose-pine rose-pine-dawn rose-pine-moon solarized-dark solarized-light "
    "textual-dark textual-light tokyo-night".split()
)
"""Textual's themes, named here so that a report is not held up by importing Textual."""
STDOUT = "-"
"""The `--output` that prints the report."""


class Options(Struct, frozen=True):
    """A checked command line."""

    settings: Settings
    format: str | None = None
    """A report format, or None for the app."""
    output: Path | None = None
    """The file of the report; None to print it."""
    serve: tuple[str, ...] | None = None
    """Arguments of the app for each page that is served; None to serve nothing."""
    host: str = LOOPBACK
    port: int = 0


def parse(argv: Sequence[str], to_terminal: bool) -> Options:
    """Parse `argv`; the default is a report if standard output is no terminal.

    Raises SystemExit with status 2 and one line on standard error, if they make no sense.
    """
    args = read_arguments(argv)
    sources = _sources(args)
    format = args.format
    output = None if args.output in (None, STDOUT) else Path(args.output)
    if args.serve and (format or args.output is not None):
        wrong_usage("--serve opens the app: leave --format and --output out")
    if args.serve and STDIN in sources:
        wrong_usage("standard input cannot be served: name two sources")
    if not args.serve and format is None and (args.output is not None or not to_terminal):
        format = _format_by_name(output) if output else "text"
    if args.restricted and output:
        wrong_usage("--restricted saves no reports: leave --output out, or print with --output -")
    if output and any(same_source(str(output), name) for name in sources):
        wrong_usage(
            f"{display_name(str(args.output))} is one of the articles: write the report to another file"
        )
    if format == "svg" and len(sources) > 2:
        wrong_usage("--format svg shows two reports: name two sources, or choose another format")
    languages = args.language_left, args.language_right
    if any(languages) and len(sources) > 2:
        wrong_usage("--language-left and --language-right are for two sources: leave them out")
    if args.recent and (args.sources or args.paste or args.sample or any(languages)):
        wrong_usage("--recent lists comparisons to open: leave the sources and their languages out")
    if args.recent and format:
        wrong_usage("--recent opens the app, in a terminal: leave --format and --output out")
    if args.restricted and args.recent:
        wrong_usage("--restricted shows two sources and no others: leave --recent out")
    if args.log and any(same_source(str(args.log), name) for name in (*sources, str(output or STDOUT))):
        wrong_usage(f"{display_name(str(args.log))} is named twice: write the log to another file")
    serve = _unserved(argv) if args.serve else None
    config = _config()
    model = _model(args.model, config)
    theme = _theme(args.theme, config)
    settings = replace(_settings(args, sources, config, theme), model=model)
    if any(languages):
        settings = replace(settings, languages=languages)
    return Options(settings, format, output, serve, args.host, args.port)


def _format_by_name(output: Path) -> str:
    """The format that the name of a report asks for."""
    from tui.report import SUFFIXES, format_of

    format = format_of(output)
    if format is None:
        name = display_name(str(output))
        wrong_usage(f"{name} has an unknown ending: add --format, or end it with {', '.join(SUFFIXES)}")
    return format


def _theme(option: str | None, config: Config) -> str:
    theme = option or config.theme
    if theme and theme not in THEMES:
        where = "" if option else f"{config_path()}: "
        wrong_usage(f"{where}unknown theme {theme!r}; choose one of {', '.join(THEMES)}")
    return theme


def _model(option: str | None, config: Config) -> str:
    """The folder of a language model as an absolute path, checked before the screen is there."""
    model = config.model if option is None else option
    if model in ("", NO_MODEL):
        return model
    from tui.analysis.encoder.folder import EncoderError, read_manifest

    folder = Path(model).expanduser().absolute()
    try:
        read_manifest(folder)
    except EncoderError as error:
        if option is None:
            wrong_usage(f"{config_path()}: model: {str(error).replace('--model', 'model')}")
        wrong_usage(str(error))
    return str(folder)


def _settings(args: Arguments, sources: tuple[str, ...], config: Config, theme: str) -> Settings:
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
        right_to_left=args.right_to_left or config.right_to_left,
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
    import argparse

    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--host")
    parser.add_argument("--port")
    return tuple(parser.parse_known_args(argv)[1])


def _sources(args: Arguments) -> tuple[str, ...]:
    """The names of two to twelve sources, those of a folder in its place."""
    given = [*args.sources, CLIPBOARD] if args.paste else args.sources
    try:
        names = with_folders_expanded(given, MAX_REPORTS)
    except LoadError as error:
        wrong_usage(str(error))
    if len(names) == 1:
        count = f"{len(args.sources)}{' and --paste' if args.paste else ''}"
        wrong_usage(f"two sources are needed, {count} given: name LEFT and RIGHT")
    if len(names) > MAX_REPORTS:
        wrong_usage(f"at most {MAX_REPORTS} sources are compared, {len(names)} given: leave some out")
    if given and args.sample:
        wrong_usage("--sample opens the bundled pair: leave the sources out")
    names = names or list(bundled_pair(args.sample or "en"))
    if names.count(STDIN) > 1:
        wrong_usage("standard input can be one side only: name a file for the other")
    for k, name in enumerate(names):
        if any(same_source(name, other) for other in names[:k]):
            wrong_usage(f"{display_name(name)} is named twice: name two different articles")
    return tuple(names)


def _config() -> Config:
    try:
        return read_config(config_path(), {key.id: key.keys for key in READING_KEYS}, RENAMED_KEYS)
    except ConfigError as error:
        wrong_usage(str(error))
