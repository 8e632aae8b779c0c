"""XML in ZIP archives, of which Word documents and EPUB books are made. Standard library only.

Nothing is unpacked to disk. The XML must not declare entities, so there are no external files either. The
size of all that is decompressed is limited.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat

from tui.settings.limits import SIZE_OPTION, size_limit_message
from tui.sources.draft import SourceBytes
from tui.sources.errors import LoadError

MAX_DEPTH = 2000
"""Nesting depth of XML elements. Word itself writes about 30."""

_CHUNK = 1 << 16


class XmlHandler:
    """Receives the parser's events; names are namespace and local name, with a space between."""

    def begin(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def characters(self, text: str) -> None: ...


class _Forbidden(Exception):
    """The XML has a construct that no document needs."""


class Archive:
    """The parts of one document. All their sizes together are limited.

    Methods raise LoadError if a part is broken or too large, and KeyError if there is none of that name.
    """

    def __init__(self, archive: zipfile.ZipFile, source_bytes: SourceBytes, format_name: str, remedy: str):
        self.names = frozenset(archive.namelist())
        self._archive = archive
        self._source = source_bytes.source
        self._limit = source_bytes.limits.source_bytes
        self._size = 0
        self._format = format_name
        self._remedy = remedy

    def read(self, name: str) -> bytes:
        """All bytes of a part."""
        return b"".join(self._chunks(name))

    def parse(self, name: str, handler: XmlHandler) -> None:
        """Send the XML of a part to the handler."""
        parser = _parser(handler)
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except _Forbidden as error:
            wrong = f"a document that is not allowed ({self._format}): {error}"
            raise LoadError(self._source, wrong, self._remedy) from None
        except expat.ExpatError:
            wrong = f"a damaged {self._format}: its XML is broken"
            raise LoadError(self._source, wrong, self._remedy) from None

    def _chunks(self, name: str) -> Iterator[bytes]:
        with self._archive.open(name) as part:
            # What a part says of its size ends a bomb at once; that it says the truth is not relied on.
            self._check(self._size + self._archive.getinfo(name).file_size)
            while data := part.read(_CHUNK):
                self._size += len(data)
                self._check(self._size)
                yield data

    def _check(self, size: int) -> None:
        if size > self._limit:
            wrong = size_limit_message(self._limit, "a decompressed document")
            raise LoadError(self._source, wrong, f"{self._remedy}, or raise {SIZE_OPTION}")


@contextmanager
def open_archive(source_bytes: SourceBytes, format_name: str, remedy: str) -> Iterator[Archive]:
    """Open a document such as "DOCX". Raises LoadError, also for what zipfile raises in the `with` block.

    `remedy` says how to get its text another way.
    """
    source = source_bytes.source
    try:
        with zipfile.ZipFile(io.BytesIO(source_bytes.data)) as archive:
            yield Archive(archive, source_bytes, format_name, remedy)
    except KeyError:
        raise LoadError(source, f"without a document in it ({format_name})", remedy) from None
    except RecursionError:
        raise
    except RuntimeError:  # raised by zipfile for a password; also NotImplementedError
        raise LoadError(source, f"encrypted, it needs a password ({format_name})", remedy) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise LoadError(source, f"a damaged or truncated {format_name}", "get it again") from None


def attribute_of(attributes: dict[str, str], name: str) -> str:
    """The attribute, in whatever namespace; empty if there is none."""
    return next((value for key, value in attributes.items() if key.rpartition(" ")[2] == name), "")


def _parser(handler: XmlHandler) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise _Forbidden(f"nested more than {MAX_DEPTH} deep, the limit")
        handler.begin(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(tag)

    def entity(*_: object) -> None:
        raise _Forbidden("its XML declares entities, which no document does")

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.characters
    parser.EntityDeclHandler = entity
    parser.buffer_text = True
    return parser
