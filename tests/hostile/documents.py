"""PDF, Word and EPUB documents and e-mails made by hand, valid and invalid ones."""

from __future__ import annotations

import io
import textwrap
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

STORY = (
    "The quarry lake stays closed",
    "The district closed the quarry lake at Elmsted for the summer after divers found a crack in the dam, "
    "the water office said on Monday.",
    "“We do not know how deep it goes,” said Hanne Vogt, the office's engineer. “Until we do, nobody swims.”",
    "Swimmers had collected 2,400 names against the closure. The office expects results by the end of July.",
)


def pdf(
    pages: Sequence[Sequence[str]],
    *,
    properties: str = "",
    catalog: str = "",
    content: bytes | None = None,
    filters: str = "",
    kids: str = "",
) -> bytes:
    """A PDF with the paragraphs of each page in lines of 80 columns."""
    objects: dict[int, bytes] = {
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    }
    numbers = []
    for page in pages:
        number = len(objects) + 3
        numbers.append(number)
        lines = [line for paragraph in page for line in [*textwrap.wrap(paragraph, 80), ""]]
        drawing = content if content is not None else _draw(lines)
        fonts = b"/Resources<</Font<</F1 3 0 R>>>>"
        objects[number] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Contents %d 0 R>>" % (
            fonts,
            number + 1,
        )
        head = b"<</Length %d %s>>\nstream\n" % (len(drawing), filters.encode())
        objects[number + 1] = head + drawing + b"\nendstream"
    tree = kids or " ".join(f"{number} 0 R" for number in numbers)
    objects[1] = f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode()
    objects[2] = f"<</Type/Pages/Kids[{tree}]/Count {len(pages)}>>".encode()
    objects[900] = f"<<{properties}>>".encode("latin-1")
    return _assemble(objects)


def _draw(lines: Sequence[str]) -> bytes:
    shown = []
    for line in lines:
        text = line.encode("cp1252", "replace")
        for special in (b"\\", b"(", b")"):
            text = text.replace(special, b"\\" + special)
        shown.append(b"(" + text + b") Tj T*")
    return b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(shown) + b" ET"


def _assemble(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number in sorted(objects):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    table = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer<</Size 901/Root 1 0 R/Info 900 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    return bytes(out)


def flate_bomb() -> bytes:
    """A PDF of a few kilobytes whose page decompresses to 500 MB, through two layers."""
    compressor = zlib.compressobj(9)
    block = bytes(1 << 20)
    inner = b"".join(compressor.compress(block) for _ in range(500)) + compressor.flush()
    return pdf([["x"]], content=zlib.compress(inner, 9), filters="/Filter[/FlateDecode/FlateDecode]")


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word document; the text is XML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def word(body: str, doctype: str = "") -> str:
    """The XML of a Word document."""
    return f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def docx(xml: str | None, more: Sequence[tuple[str, bytes]] = (), properties: str = "") -> bytes:
    """A Word document with that XML; None leaves the text out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/styles.xml", "<styles/>")
        if xml is not None:
            archive.writestr("word/document.xml", xml)
        if properties:
            archive.writestr("docProps/core.xml", properties)
        for name, data in more:
            archive.writestr(name, data)
    return out.getvalue()


def zip_bomb(megabytes: int) -> bytes:
    """A Word document whose text decompresses to so many megabytes."""
    out = io.BytesIO()
    block = paragraph("bomb " * 200).encode() * 500
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        part.write(word("").removesuffix("</w:body></w:document>").encode())
        for _ in range(megabytes * (1 << 20) // len(block)):
            part.write(block)
    return out.getvalue()


def chapter(body: str, head: str = "") -> str:
    """A chapter of an EPUB; the body is XHTML."""
    start = "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'>"
    return f"{start}<head><title/>{head}</head><body>{body}</body></html>"


def epub(
    chapters: Mapping[str, str | bytes | None],
    *,
    properties: str = "",
    doctype: str = "",
    package: str | None = None,
    more: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A book with the chapters of those addresses, which are relative to its package document.

    None leaves a chapter out that the package lists.
    """
    items = "".join(
        f"<item id='c{n}' href='{name}' media-type='application/xhtml+xml'/>"
        for n, name in enumerate(chapters)
    )
    order = "".join(f"<itemref idref='c{n}'/>" for n in range(len(chapters)))
    listed = package or (
        f"<?xml version='1.0'?>{doctype}<package xmlns='http://www.idpf.org/2007/opf'>"
        f"<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>{properties}</metadata>"
        f"<manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/container.xml",
            "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            "<rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
        )
        archive.writestr("OEBPS/book.opf", listed)
        for name, text in chapters.items():
            if text is not None:
                archive.writestr(f"OEBPS/{unquote(name)}", text)
        for name, text in more:
            archive.writestr(name, text)
    return out.getvalue()


def eml(text: str, fields: str = "", content_type: str = "text/plain; charset=utf-8") -> bytes:
    """An e-mail with that body."""
    header = (
        "From: Ida Holm <ida@elmsted.example>\r\nTo: me@home.example\r\nSubject: The quarry lake\r\n"
        "Date: Wed, 11 Mar 2026 23:30:00 +0100\r\nMessage-ID: <1@elmsted.example>\r\nMIME-Version: 1.0\r\n"
    )
    return f"{header}{fields}Content-Type: {content_type}\r\n\r\n{text}".encode()


def parts(kind: str, *bodies: tuple[str, str], boundary: str = "edge") -> tuple[str, str]:
    """The content type and body of a multipart of so many parts, each a content type and a body."""
    joined = "".join(f"--{boundary}\r\nContent-Type: {t}\r\n\r\n{body}\r\n" for t, body in bodies)
    return f'multipart/{kind}; boundary="{boundary}"', f"{joined}--{boundary}--\r\n"
