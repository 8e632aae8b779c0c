"""Errors of loading, and the names of sources in messages."""

from __future__ import annotations

from tui.sources.lazy_pattern import lazy_pattern

STDIN, CLIPBOARD = "-", "clipboard:"
"""Sources that are neither path nor address."""
READ_ONCE = ("", STDIN, CLIPBOARD)
"""Names of sources that cannot be read a second time; pasted text has the empty name."""

_USER = lazy_pattern(r"^([A-Za-z][A-Za-z0-9+.-]*:/{0,2})[^/?#]*@")


class LoadError(Exception):
    """A source cannot be read. The message is one clean line with source, problem and remedy."""

    def __init__(self, source: str, wrong: str, remedy: str) -> None:
        from tui.sources.clean import clean_line  # 2 ms of patterns, and most sources are readable

        self.source = display_name(source)
        self.wrong = clean_line(wrong)
        self.remedy = clean_line(remedy)
        super().__init__(f"{self.source}: {self.wrong}; {self.remedy}")


class LoadCancelled(LoadError):
    """The caller cancelled the load."""

    def __init__(self, source: str) -> None:
        super().__init__(source, "stopped", "open it again to read it")


_NO_MEMORY = ("map segment", "Cannot allocate memory", "can't start new thread")


def ran_out_of_memory(error: BaseException) -> bool:
    """Whether a failed allocation caused the error.

    lxml may raise XPathEvalError or another parser error for one; then its error log has the reason.
    An import may fail because a shared library does not fit into the memory limit, and a thread or process
    because its stack does not.
    """
    if isinstance(error, ImportError | OSError | RuntimeError):
        return any(words in str(error) for words in _NO_MEMORY)
    entries = getattr(error, "error_log", ())
    return isinstance(error, MemoryError) or any(entry.type_name == "ERR_NO_MEMORY" for entry in entries)


def import_failure(source: str, error: ImportError) -> Exception:
    """The error to raise for a library that cannot be imported."""
    if ran_out_of_memory(error):
        return MemoryError()
    wrong = f"the installation is broken: {error.name or 'a library'} cannot be imported"
    return LoadError(source, wrong, "install compare-tui again")


def display_name(source: str) -> str:
    """A source's name for messages: `-` in words, control and undecodable characters replaced, without
    the user name and password of an address."""
    if source == STDIN:
        return "standard input"
    if source == CLIPBOARD:
        return "the clipboard"
    from tui.sources.clean import clean_line

    shown = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in source)
    return clean_line(_USER.sub(r"\1", shown)) or "(no name)"
