"""Give a truncated PDF an end, so that pypdf, like other readers, looks for its objects one by one."""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s+(\d{1,5})\s+obj\b(.{0,2000})", re.S)
_END = re.compile(rb"\bendobj\b|\bstream\b")
_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_TRAILER = re.compile(rb"\btrailer\s*<<.{0,2000}?/Root\b.{0,2000}?>>\s*startxref", re.S)
_LOCKED = re.compile(rb"/Filter\s*/Standard\b")


def with_rebuilt_end(data: bytes) -> bytes:
    """The PDF without what stands before its header, and with a new end.

    A trailer that is there is left to be found. Without one, and if the catalog or the page tree is
    lost too, those are made anew from the pages in the order of the file. A PDF that is encrypted
    cannot be read without its trailer, and is not changed.
    """
    start = max(0, data.find(b"%PDF-"))
    body = data[start:]
    if _TRAILER.search(body):
        return body + _end(b"")
    if _LOCKED.search(body):
        return data
    return body + b"\nendobj\n" + _new_tree(body)


def _new_tree(body: bytes) -> bytes:
    catalog = b""
    pages: dict[int, bytes] = {}
    highest = 0
    has_tree = False
    for match in _objects(body):
        number, reference, head = int(match[1]), b"%s %s R" % match.group(1, 2), _head(match[3])
        highest = max(highest, number)
        if _CATALOG.search(head):
            catalog = reference
        elif _PAGES.search(head):
            has_tree = True
        elif _PAGE.search(head):
            pages[number] = reference
    if not pages or (catalog and has_tree):
        return _end(b"trailer<</Size %d%s>>" % (highest + 1, b"/Root " + catalog if catalog else b""))
    root, tree = highest + 1, highest + 2
    kids = b" ".join(pages.values())
    return (
        b"%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\n" % (root, tree)
        + b"%d 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n" % (tree, len(pages), kids)
        + _end(b"trailer<</Size %d/Root %d 0 R>>" % (tree + 1, root))
    )


def _objects(body: bytes) -> list[re.Match[bytes]]:
    """Matches of all objects, with at most the first 2,000 bytes of each."""
    matches: list[re.Match[bytes]] = []
    position = 0
    while match := _OBJECT.search(body, position):
        matches.append(match)
        position = match.start(3)
    return matches


def _head(beginning: bytes) -> bytes:
    """The object's dictionary, or its beginning."""
    end = _END.search(beginning)
    return beginning[: end.start()] if end else beginning


def _end(trailer: bytes) -> bytes:
    return b"\n" + trailer + b"\nstartxref\n0\n%%EOF\n"
