"""Writing a report: completely or not at all, with a notice when it replaces a file, never through a link."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.report.write import WriteError, write_report

OLD, NEW = "the old report\n", "the new report – complete\n"


def complaint(path: Path, **how: bool) -> str:
    with pytest.raises(WriteError) as caught:
        write_report(path, NEW, **how)
    message = str(caught.value)
    assert message.isprintable(), "one clean line"
    return message


def alone_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_and_nothing_was_replaced(tmp_path: Path) -> None:
    assert write_report(tmp_path / "report.txt", NEW) is False
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == NEW
    assert alone_in(tmp_path) == ["report.txt"]


def test_replacing_a_file_is_reported(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text(OLD)
    assert write_report(target, NEW) is True
    assert target.read_text(encoding="utf-8") == NEW
    assert alone_in(tmp_path) == ["report.txt"]


def test_a_file_is_replaced_only_on_request(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text(OLD)
    assert "exists already" in complaint(target, replace=False)
    assert target.read_text() == OLD
    assert alone_in(tmp_path) == ["report.txt"]


def test_a_name_in_the_working_folder_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_report(Path("report.txt"), NEW) is False
    assert alone_in(tmp_path) == ["report.txt"]


def test_line_ends_are_written_unchanged(tmp_path: Path) -> None:
    write_report(tmp_path / "links.csv", "a,b\r\n1,2\r\n")
    assert (tmp_path / "links.csv").read_bytes() == b"a,b\r\n1,2\r\n"


def test_a_directory_is_refused(tmp_path: Path) -> None:
    assert "is a directory" in complaint(tmp_path)
    assert alone_in(tmp_path) == []


def test_a_symbolic_link_is_refused_and_leads_where_it_led(tmp_path: Path) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text(OLD)
    link = tmp_path / "report.txt"
    link.symlink_to(diary)
    assert "symbolic link" in complaint(link)
    assert link.is_symlink() and diary.read_text() == OLD
    link.unlink()
    link.symlink_to(tmp_path / "nowhere")
    assert "symbolic link" in complaint(link)
    assert not (tmp_path / "nowhere").exists()


def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "no plain file" in complaint(tmp_path / "pipe")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere" in complaint(tmp_path / "nowhere" / "report.txt")


def test_a_file_in_the_place_of_a_folder_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(OLD)
    complaint(tmp_path / "file" / "report.txt")


@pytest.mark.parametrize("name", ["\x1b]0;owned\x07.txt", "two\nlines.txt", "\udcff\u202etxt.exe"])
def test_a_hostile_name_is_named_without_its_escapes(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    complaint(tmp_path / name)


@pytest.mark.parametrize("name", ["a\x00b", "n" * 300])
def test_a_name_that_no_file_can_have_is_an_error_of_one_line(name: str, tmp_path: Path) -> None:
    complaint(tmp_path / name)


def test_the_longest_name_a_file_can_have_will_do(tmp_path: Path) -> None:
    assert write_report(tmp_path / ("n" * 255), NEW) is False


def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_report(tmp_path / "report.txt", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.txt").stat().st_mode) == 0o640


def test_a_replaced_file_passes_its_permissions_on(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text(OLD)
    target.chmod(0o600)
    write_report(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_file_and_no_temporary_one(tmp_path: Path) -> None:
    """A limit on file size simulates the full disk: a write fails in the middle."""
    target = tmp_path / "report.txt"
    target.write_text(OLD)
    code = (
        "import sys, pathlib, tui.report.write\n"
        "try: tui.report.write.write_report(pathlib.Path(sys.argv[1]), 'x' * 100_000)\n"
        "except tui.report.write.WriteError as error: print(error)\n"
    )

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run(
        [sys.executable, "-c", code, str(target)], preexec_fn=small_files, capture_output=True, timeout=60
    )
    assert b"cannot be written" in done.stdout, done.stderr
    assert target.read_text() == OLD
    assert alone_in(tmp_path) == ["report.txt"]


def test_a_concurrent_reader_sees_the_old_report_or_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    reports = {letter * 200_000 for letter in "ab"}
    target.write_text("a" * 200_000)
    done = threading.Event()
    seen: set[str] = set()

    def read() -> None:
        while not done.is_set():
            seen.add(target.read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for letter in "ba" * 20:
        write_report(target, letter * 200_000)
    done.set()
    reader.join()
    assert seen <= reports


def test_of_two_writers_of_a_new_file_one_reports_a_replacement(tmp_path: Path) -> None:
    replaced: list[bool] = []
    writers = [
        threading.Thread(target=lambda: replaced.append(write_report(tmp_path / "report.txt", NEW)))
        for _ in range(8)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(replaced) == [False] + [True] * 7
    assert alone_in(tmp_path) == ["report.txt"]
