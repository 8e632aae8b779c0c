import json
import subprocess
import sys
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tests.examples import FERRY, QUAY
from tui.cli import options
from tui.cli.arguments import Arguments, read_arguments
from tui.cli.parser import make_parser, parse_arguments
from tui.settings.read_options import Copies
from tui.sources.load import SAMPLE_LANGUAGES, bundled_pair, load
from tui.sources.passages.language import detect_language

COMMAND = [sys.executable, "-m", "tui"]


BY_WORDS = ("--model", "none")
"""For what does not depend on the language model, which takes a second to load."""


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, args)], capture_output=True, input=stdin, timeout=60)


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """The one line a failed run says; nothing on standard output, no traceback."""
    assert done.stdout == b""
    said = done.stderr.decode()
    assert said.endswith("\n") and said.count("\n") == 1, said
    return said


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "ferry.txt", tmp_path / "quay.txt"
    for path, lines in ((left, FERRY), (right, QUAY)):
        sentences = (line if isinstance(line, str) else line[0] for line in lines)
        path.write_text("\n\n".join(s for s in sentences if s), encoding="utf-8")
    return left, right


def test_without_a_terminal_a_text_report_of_the_bundled_pair_is_printed() -> None:
    done = run()
    assert done.returncode == 0
    assert done.stderr == b""
    assert "Xi" in done.stdout.decode()


def test_json_holds_every_passage_at_its_place_and_every_id_resolves(
    pair: tuple[Path, Path],
) -> None:
    done = run("--format", "json", *pair)
    report = json.loads(done.stdout)
    assert (report["schema"], report["program"]["name"]) == (3, "compare-tui")
    ids = {p["id"] for article in report["articles"] for p in article["passages"]}
    assert {link[side] for link in report["links"] for side in ("left", "right")} <= ids
    assert report["links"], "two reports of one fire have something in common"
    assert [a["side"] for a in report["articles"]] == ["left", "right"]


def test_a_report_names_the_language_model_or_none(pair: tuple[Path, Path], own_folders: Path) -> None:
    refined = json.loads(run("--format", "json", *pair).stdout)
    by_words = json.loads(run("--format", "json", "--model", "none", *pair).stdout)
    assert refined["settings"]["model"].startswith("multilingual-e5-small (")
    assert by_words["settings"]["model"] == ""
    assert refined["links"] != by_words["links"]
    assert b"Scores from words alone." in run("--model", "none", *pair).stdout.replace(b"\n", b" ")
    config = own_folders / "config" / "compare-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('model = "none"\n', encoding="utf-8")
    assert json.loads(run("--format", "json", *pair).stdout) == by_words


def test_a_threshold_of_0_lists_more_than_is_shown_by_default(pair: tuple[Path, Path]) -> None:
    shown = json.loads(run(*BY_WORDS, "--format", "json", *pair).stdout)["links"]
    ranked = json.loads(run(*BY_WORDS, "--format", "json", "--threshold", "0", *pair).stdout)["links"]
    assert len(ranked) > len(shown)
    assert json.loads(run(*BY_WORDS, "--format", "json", "--threshold", "100", *pair).stdout)["links"] == []


def test_one_side_may_come_through_standard_input(pair: tuple[Path, Path]) -> None:
    done = run(*BY_WORDS, "--format", "json", pair[0], "-", stdin=pair[1].read_bytes())
    assert done.returncode == 0
    assert json.loads(done.stdout)["articles"][1]["source"] == "standard input"


def test_a_report_goes_to_a_file(pair: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = run(*BY_WORDS, "--output", target, *pair)
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == 3


def test_an_article_is_never_replaced_by_the_report_however_it_is_spelled(pair: tuple[Path, Path]) -> None:
    left, right = pair
    before = left.read_bytes()
    (left.parent / "link.txt").symlink_to(left)
    (left.parent / "below").mkdir()
    for spelling in (left.parent / "below" / ".." / left.name, left.parent / "link.txt"):
        done = run(*BY_WORDS, left, right, "--output", spelling)
        assert done.returncode == 2
        assert "is one of the articles" in complaint(done)
    assert left.read_bytes() == before


def test_a_dash_prints_the_report(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*BY_WORDS, "--restricted", "--format", "json", "--output", "-", *pair)
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema"] == 3
    assert not (tmp_path / "-").exists()
    chosen = options.parse(["--output", "-"], True)
    assert (chosen.format, chosen.output) == ("text", None)


def test_an_output_that_cannot_be_written_is_one_line(pair: tuple[Path, Path]) -> None:
    done = run(*BY_WORDS, "--output", pair[0].parent / "nowhere" / "report.txt", *pair)
    assert done.returncode == 1
    assert "nowhere" in complaint(done)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"word", "one word"),
    ],
)
def test_a_source_that_is_no_article_is_named_with_what_is_wrong(
    content: bytes, word: str, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    done = run(bad, pair[1])
    assert done.returncode == 1
    said = complaint(done)
    assert "bad.txt" in said
    assert word in said


def test_a_missing_file_and_a_directory_are_named(pair: tuple[Path, Path], tmp_path: Path) -> None:
    assert "gone.txt" in complaint(run(tmp_path / "gone.txt", pair[1]))
    (tmp_path / "empty" / "below").mkdir(parents=True)
    assert "this folder has no files" in complaint(run(pair[0], tmp_path / "empty"))


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["one.txt"], "two sources"),
        (["-", "-"], "standard input"),
        (["{left}", "{left}"], "twice"),
        (["--threshold", "101"], "0 to 100"),
        (["--threshold", "nan"], "0 to 100"),
        (["--format", "poem"], "poem"),
        (["--theme", "nosuch", "--format", "json"], "unknown theme 'nosuch'; choose one of ansi-dark,"),
        (["--model", "nosuch", "--format", "json"], "nosuch/encoder.json: cannot be read: No such file"),
        (["--theme", "nosuch"], "textual-light, tokyo-night; see"),
        (
            ["--output", "report.xyz"],
            "report.xyz has an unknown ending: add --format, or end it with .txt,",
        ),
        (["--output", "report"], "report has an unknown ending"),
        (["--recent", "{left}", "gone.txt"], "leave the sources and their languages out"),
        (["--recent"], "--recent opens the app"),
        (["--restricted", "--output", "report.txt"], "--restricted saves no reports: leave --output out"),
        (["{left}", "{right}", "--output", "{left}"], "ferry.txt is one of the articles: write the report"),
        (["--recent", "--language-left", "de"], "leave the sources and their languages out"),
        (["--language-left", "klingon"], "klingon"),
        (["--sample", "ru", "{left}", "gone.txt"], "leave the sources out"),
    ],
)
def test_wrong_usage_is_one_line_with_status_2(args: list[str], word: str, pair: tuple[Path, Path]) -> None:
    done = run(*(arg.format(left=pair[0], right=pair[1]) for arg in args))
    assert done.returncode == 2
    assert word in complaint(done)


def test_a_hostile_file_name_reaches_the_terminal_without_its_escapes() -> None:
    said = complaint(run("\x1b]0;owned\x07.txt", "also\u202emissing.txt"))
    assert "\x1b" not in said
    assert "\x07" not in said
    assert "\u202e" not in said


@pytest.mark.parametrize("argv", [(), ("a.txt", "b.txt"), ("-", "b.txt"), ("", "b.txt")])
def test_sources_alone_are_read_as_by_the_parser(argv: tuple[str, ...]) -> None:
    assert read_arguments(argv) == parse_arguments(argv) == Arguments(sources=argv)


def test_an_option_among_the_sources_is_read() -> None:
    assert read_arguments(("a.txt", "--ascii", "b.txt")) == Arguments(sources=("a.txt", "b.txt"), ascii=True)
    assert read_arguments(("--", "-a.txt", "b.txt")).sources == ("-a.txt", "b.txt")


def test_every_option_has_a_default() -> None:
    told = {action.dest for action in make_parser()._actions}
    ending = {"help", "version", "clear_cache", "==SUPPRESS=="}
    assert told - ending == set(Arguments.__struct_fields__)


def test_the_themes_of_the_command_are_those_of_textual() -> None:
    assert tuple(sorted(BUILTIN_THEMES)) == options.THEMES


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ('theme = "nosuch"', "config.toml: unknown theme 'nosuch'; choose one of"),
        ('model = "nosuch"', "config.toml: model: "),
        (
            '[keys]\n"link.next" = "F4"',
            "config.toml: link.next has an unknown key 'F4' (did you mean f4?)",
        ),
    ],
)
def test_an_error_of_the_configuration_names_its_file_without_a_screen(
    own_folders: Path, setting: str, words: str
) -> None:
    config = own_folders / "config" / "compare-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"{setting}\n", encoding="utf-8")
    done = run("--format", "json")
    assert done.returncode == 2
    said = complaint(done)
    assert f"{own_folders}/config/compare-tui/{words}" in said
    assert "leave out --" not in said


def test_an_error_of_the_command_line_names_no_file() -> None:
    assert "config.toml" not in complaint(run("--theme", "nosuch"))


def test_any_name_will_do_for_a_report_of_a_named_format(pair: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "report.xyz"
    assert run(*BY_WORDS, "--format", "json", "--output", target, *pair).returncode == 0
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == 3


def test_version_and_help_are_printed() -> None:
    assert run("--version").stdout.startswith(b"compare-tui ")
    assert b"exit status" in run("--help").stdout


def test_a_reader_that_stops_early_is_no_error(pair: tuple[Path, Path]) -> None:
    done = subprocess.run(
        f'"{sys.executable}" -m tui --model none --format json "{pair[0]}" "{pair[1]}" | head -c 10',
        shell=True,
        capture_output=True,
        timeout=60,
    )
    assert done.stderr == b""


def test_a_report_loads_no_textual() -> None:
    code = (
        "import sys, tui.cli.main; tui.cli.main.main(['--format', 'json']); print('textual' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)
    assert done.stdout.endswith(b"False\n")


def test_an_address_that_has_no_server_is_one_line() -> None:
    done = run("http://127.0.0.1:9/", "also-missing.txt")
    assert done.returncode == 1
    assert "127.0.0.1" in complaint(done)


def test_a_password_in_an_address_is_never_said() -> None:
    source = "http://reader:secret@127.0.0.1:9/"
    assert "secret" not in complaint(run(source, source))


def test_the_caches_can_be_cleared() -> None:
    assert b"0 cached pages and 0 files of vectors deleted" in run("--clear-cache").stderr


@pytest.mark.parametrize(
    ("arguments", "copies"),
    [
        ((), Copies.FALLBACK),
        (("--no-cache",), Copies.NONE),
        (("--no-state",), Copies.NONE),
        (("--offline",), Copies.ONLY),
        (("--offline", "--no-state"), Copies.ONLY),
    ],
)
def test_cached_pages_are_used_as_asked(arguments: tuple[str, ...], copies: Copies) -> None:
    assert options.parse(arguments, True).settings.read_options.copies is copies


def test_paste_needs_one_other_source() -> None:
    assert "--paste" in complaint(run("--paste"))


def test_the_reader_says_in_which_language_an_article_is(pair: tuple[Path, Path]) -> None:
    done = run(*BY_WORDS, "--format", "json", "--language-right", "nl", *pair)
    languages = [article["language"] for article in json.loads(done.stdout)["articles"]]
    assert languages == ["en", "nl"]


@pytest.mark.parametrize("language", SAMPLE_LANGUAGES)
def test_a_sample_is_detected_as_what_it_is(language: str) -> None:
    articles = [load(source) for source in bundled_pair(language)]
    assert [article.language for article in articles] == ["en", language]
    undeclared = [detect_language(article.text) for article in articles]
    assert undeclared == ["en", language]


def test_reports_name_both_languages_where_they_differ() -> None:
    done = run(*BY_WORDS, "--format", "text", "--sample", "es")
    assert b"The Lanternquay Courier, English," in done.stdout
    assert b"El Despacho de Ostermoor, Spanish," in done.stdout
    assert b"English" not in run(*BY_WORDS, "--format", "text").stdout
