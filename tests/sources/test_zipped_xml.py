"""XML in ZIP archives."""

from __future__ import annotations

import io
import zipfile

import pytest

from tui.settings.limits import Limits
from tui.sources.draft import SourceBytes
from tui.sources.errors import LoadError
from tui.sources.readers.zipped_xml import XmlHandler, open_archive


class Counting(XmlHandler):
    def __init__(self) -> None:
        self.elements = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1


def test_a_part_that_says_it_is_too_large_is_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("part.xml", "<a>" + "<b/>" * 100_000 + "</a>")
    source = SourceBytes(packed.getvalue(), "bomb.docx", limits=Limits(source_bytes=200_000))
    handler = Counting()
    with pytest.raises(LoadError, match="too large"), open_archive(source, "DOCX", "save it") as opened:
        opened.parse("part.xml", handler)
    assert handler.elements == 0
