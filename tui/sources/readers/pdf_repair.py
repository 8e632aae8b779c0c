"""Open a truncated PDF as other readers do: look for its objects one by one."""

from __future__ import annotations

import re

from pypdf import PdfReader
from pypdf.errors import PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

from tui.sources.lazy_pattern import lazy_pattern

_TRAILER = lazy_pattern(rb"\btrailer\s*<<.{0,2000}?/Root\b.{0,2000}?>>\s*startxref", re.S)
_LOCKED = lazy_pattern(rb"/Filter\s*/Standard\b")


def with_rebuilt_end(data: bytes) -> bytes:
    """The PDF without what stands before its header, and with a new end.

    The end is wrong, so that pypdf looks for the objects. Raises an error of pypdf if the PDF is
    encrypted and its trailer is lost.
    """
    body = data[max(0, data.find(b"%PDF-")) :]
    trailer = b""
    if not _TRAILER.search(body):
        if _LOCKED.search(body):
            raise PdfReadError("encrypted, and without a trailer")
        trailer = b"endobj\ntrailer<<>>\n"
    return body + b"\n" + trailer + b"startxref\n0\n%%EOF\n"


def ensure_pages(reader: PdfReader) -> None:
    """Give the reader a tree of all pages, by their numbers, if it has none. Raises an error of pypdf."""
    try:
        if len(reader.pages):
            return
    except MemoryError:
        raise
    except Exception:  # on damaged files pypdf raises errors of any kind
        pass
    numbers = {number for table in reader.xref.values() for number in table} | {*reader.xref_objStm}
    pages = ArrayObject(
        IndirectObject(number, 0, reader) for number in sorted(numbers) if _is_page(reader, number)
    )
    if not pages:
        raise PdfReadError("no page left")
    tree = DictionaryObject()
    tree[NameObject("/Type")] = NameObject("/Pages")
    tree[NameObject("/Count")] = NumberObject(len(pages))
    tree[NameObject("/Kids")] = pages
    _catalog(reader)[NameObject("/Pages")] = tree
    reader.flattened_pages = None


def _catalog(reader: PdfReader) -> DictionaryObject:
    """The reader's catalog, a new one if it is lost."""
    try:
        return reader.root_object
    except PdfReadError:
        catalog = DictionaryObject()
        catalog[NameObject("/Type")] = NameObject("/Catalog")
        reader.trailer[NameObject("/Root")] = catalog
        return catalog


def _is_page(reader: PdfReader, number: int) -> bool:
    try:
        item = reader.get_object(number)
    except MemoryError:
        raise
    except Exception:  # one of the objects that are lost
        return False
    return isinstance(item, DictionaryObject) and item.get("/Type") == "/Page"
