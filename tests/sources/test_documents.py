"""PDF and Word documents: paragraphs, properties, and what is left out."""

from __future__ import annotations

import textwrap
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile.documents import STORY, docx, paragraph, pdf, word
from tui.model import Article, Kind
from tui.sources.draft import SourceBytes
from tui.sources.load import LoadError
from tui.sources.readers.by_kind import READERS, read_article
from tui.sources.readers.kinds import SourceKind

CORE = (
    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'>"
    "<dc:title>The lake \x7fis shut</dc:title>"
    "<dc:creator>Ida Holm</dc:creator><dcterms:created>2026-03-11T08:00:00Z</dcterms:created>"
    "</cp:coreProperties>"
)


def read(data: bytes) -> Article:
    return read_article(SourceBytes(data, "document"))


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def test_every_kind_of_source_has_a_reader() -> None:
    assert set(READERS) == set(SourceKind)


def test_the_paragraphs_of_a_pdf_are_whole() -> None:
    assert paragraphs(read(pdf([STORY]))) == list(STORY)


def test_what_stands_on_every_page_is_left_out() -> None:
    days = ("Monday", "Tuesday", "Friday", "Sunday")
    found = "divers measured the crack in the dam and found it longer by a hand."
    told = [f"On {day} {found} They will be back before {day}." for day in days]
    pages = [["The Elmsted Courier", text, f"Page {n} of 4"] for n, text in enumerate(told, start=1)]
    assert paragraphs(read(pdf(pages))) == told


def test_the_properties_of_a_pdf_are_read() -> None:
    said = "/Title(The quarry lake stays closed)/Author(Ida Holm)/CreationDate(D:20260311080000Z)"
    article = read(pdf([STORY], properties=said))
    assert (article.title, article.byline, article.published) == (STORY[0], "Ida Holm", "2026-03-11")
    assert article.passages[0].kind is Kind.HEADLINE


@pytest.mark.parametrize("title", ["Microsoft Word - lake.docx", "untitled", "lake_final3.indd", ""])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    assert read(pdf([STORY], properties=f"/Title({title})")).title == STORY[0]


def test_the_paragraphs_of_a_word_document_are_whole() -> None:
    article = read(
        docx(word(paragraph(STORY[0], "Heading1") + "".join(map(paragraph, STORY[1:]))), properties=CORE)
    )
    assert paragraphs(article) == list(STORY)
    assert article.passages[0].kind is Kind.HEADLINE
    assert (article.title, article.byline, article.published) == (
        "The lake is shut",
        "Ida Holm",
        "2026-03-11",
    )


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_hidden_text_of_a_word_document_is_left_out() -> None:
    body = f"<w:p>{run('The lake ')}{run('SECRET ', '<w:vanish/>')}{run('is shut. ')}"
    body += f"{run('Nobody swims.', '<w:vanish w:val=&quot;0&quot;/>'.replace('&quot;', chr(34)))}</w:p>"
    assert read(docx(word(body))).text == "The lake is shut. Nobody swims."


def test_a_deleted_paragraph_mark_does_not_split() -> None:
    deleted = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = f"<w:p>{deleted}{run('The lake is shut ')}</w:p><w:p>{run('until July.')}</w:p>"
    assert paragraphs(read(docx(word(body + paragraph("It is deep."))))) == [
        "The lake is shut until July.",
        "It is deep.",
    ]
    assert read(docx(word(f"<w:p>{deleted}{run('The lake is shut.')}</w:p>"))).text == "The lake is shut."


def test_footnotes_are_numbered_and_stand_behind_the_text() -> None:
    reference = "<w:r><w:footnoteReference w:id='7'/></w:r>"
    body = f"<w:p>{run('The lake is shut.')}{reference}{run(' It is deep.')}</w:p>"
    notes = (
        "<w:footnote w:id='-1' w:type='separator'><w:p><w:r><w:t>NO</w:t></w:r></w:p></w:footnote>"
        f"<w:footnote w:id='7'>{paragraph('By order of the office.')}</w:footnote>"
    )
    xml = word(notes).replace("w:document", "w:footnotes").replace("<w:body>", "").replace("</w:body>", "")
    article = read(docx(word(body), more=[("word/footnotes.xml", xml.encode())]))
    assert paragraphs(article) == ["The lake is shut.[1] It is deep.", "[1] By order of the office."]
    assert [passage.text for passage in article.passages][:2] == ["The lake is shut.[1]", "It is deep."]


def test_a_note_says_that_the_numbers_of_lists_are_missing() -> None:
    item = f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>{run('Stay out of the water.')}</w:p>"
    assert read(docx(word(paragraph(STORY[1]) + item * 2))).notes == (
        "the numbers or bullets of 2 list items are not in the text",
    )


def level(number: int, format_name: str, text: str, start: int = 1) -> str:
    return (
        f"<w:lvl w:ilvl='{number}'><w:start w:val='{start}'/><w:numFmt w:val='{format_name}'/>"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


NUMBERING = word(
    "<w:abstractNum w:abstractNumId='5'>"
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "%2)")
    + level(2, "decimal", "%1.%3")
    + "</w:abstractNum><w:abstractNum w:abstractNumId='6'>"
    + level(0, "bullet", "\uf0b7")
    + level(1, "upperRoman", "Part %2", start=4)
    + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='6'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='5'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
)
STYLES = word(
    "<w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:styleId='Child'><w:basedOn w:val='Secret'/></w:style>"
    "<w:style w:styleId='Open'><w:basedOn w:val='Secret'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
    "<w:style w:styleId='Step'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>"
)
PARTS = [("word/numbering.xml", NUMBERING.encode()), ("word/styles.xml", STYLES.encode())]


def item(text: str, list_id: int, level: int = 0) -> str:
    numbered = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_id}'/></w:numPr>"
    return f"<w:p><w:pPr>{numbered}</w:pPr>{run(text)}</w:p>"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("items", "labels"),
    [
        ([(1, 0), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "2.", "a)", "b)", "3.", "a)"]),
        ([(1, 0), (1, 2), (1, 2), (1, 0), (1, 2)], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([(2, 0), (2, 1), (2, 1), (2, 0)], ["", "Part IV", "Part V", ""]),
        ([(1, 0), (3, 0), (3, 0), (1, 0)], ["1.", "7.", "8.", "2."]),
        ([(0, 0), (1, 8)], ["", ""]),
    ],
)
def test_items_of_a_word_list_are_numbered(items: list[tuple[int, int]], labels: list[str]) -> None:
    text = "Nobody swims here."
    article = read(docx(word("".join(item(text, *place) for place in items)), more=PARTS))
    assert paragraphs(article) == [f"{label} {text}".strip() for label in labels]
    assert article.notes == ()
    assert len(article.passages) == len(items), "a number is no sentence"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_style_may_number_a_paragraph() -> None:
    assert paragraphs(read(docx(word(paragraph("Stay out.", "Step") * 2), more=PARTS))) == [
        "1. Stay out.",
        "2. Stay out.",
    ]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_style_may_hide_text() -> None:
    hidden = [run("SECRET ", f"<w:rStyle w:val='{style}'/>") for style in ("Secret", "Child")]
    shown = [run(f"{style} water. ", f"<w:rStyle w:val='{style}'/>") for style in ("Open", "Loop", "None")]
    body = f"<w:p>{''.join(hidden + shown)}</w:p>" + paragraph("SECRET", "Child")
    assert read(docx(word(body), more=PARTS)).text == "Open water. Loop water. None water."


def test_a_text_box_does_not_hide_the_text_around_it() -> None:
    box = f"<w:txbxContent><w:p>{run('SECRET', '<w:vanish/>')}</w:p></w:txbxContent>"
    body = f"<w:p>{run('The lake ')}<w:r>{box}<w:t>is shut.</w:t></w:r></w:p>"
    assert read(docx(word(body))).text == "The lake is shut."


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    body = paragraph("The lake is closed.") + (
        "<w:p><w:r><w:t>It costs </w:t></w:r><w:del><w:r><w:delText>GONE</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>nothing</w:t></w:r></w:ins><w:r><w:tab/><w:t>now.</w:t>"
        "<w:br/><w:t>So it is.</w:t></w:r></w:p>"
    )
    assert paragraphs(read(docx(word(body)))) == ["The lake is closed.", "It costs nothing now.", "So it is."]


def test_tables_and_text_boxes_are_read_once() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('In a cell, these words.')}</w:tc></w:tr></w:tbl>"
    box = paragraph("In a box, these words.")
    both = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert paragraphs(read(docx(word(cell + both)))) == ["In a cell, these words.", "In a box, these words."]


def test_controls_in_a_document_are_announced() -> None:
    drawn = b"BT /F1 11 Tf 14 TL 60 780 Td (The lake plan \\033]52;c;eA==\\007 was approved.) Tj ET"
    article = read(pdf([STORY], content=drawn))
    assert (article.text, article.notes) == ("The lake plan was approved.", ("1 control character removed",))


@pytest.mark.slow
@given(st.data(), st.sampled_from(["pdf", "docx", "xml"]))
@settings(max_examples=120, deadline=None)
def test_any_damage_makes_an_article_or_a_load_error(data: st.DataObject, kind: str) -> None:
    xml = word("".join(map(paragraph, STORY)))
    sound = {"pdf": pdf([STORY]), "docx": docx(xml, properties=CORE), "xml": xml.encode()}[kind]
    start = data.draw(st.integers(0, len(sound)))
    end = data.draw(st.integers(start, min(len(sound), start + 50)))
    broken = sound[:start] + data.draw(st.binary(max_size=20)) + sound[end:]
    try:
        article = read(docx(broken.decode("utf-8", "replace")) if kind == "xml" else broken)
    except LoadError as error:
        assert "\n" not in str(error)
    else:
        assert article.text


TWO_PAGES = pdf([STORY, [f"Also: {text}" for text in STORY]])
TABLE = TWO_PAGES.index(b"xref\n")
TREE = TWO_PAGES.index(b"1 0 obj"), TWO_PAGES.index(b"3 0 obj")
MAIL_HEADER = b"Received: from a\nContent-Type: application/pdf\n\n"
BROKEN_PDFS = {
    "without a table": TWO_PAGES[:TABLE] + TWO_PAGES[TWO_PAGES.index(b"trailer") :],
    "with a wrong place of the table": TWO_PAGES.replace(b"startxref\n%d" % TABLE, b"startxref\n7"),
    "without a table and a trailer": TWO_PAGES[:TABLE],
    "cut in the table": TWO_PAGES[: TABLE + 40],
    "cut in the trailer": TWO_PAGES[: TWO_PAGES.index(b"trailer") + 20],
    "cut before the end": TWO_PAGES[:-20],
    "without catalog and page tree": TWO_PAGES[: TREE[0]] + TWO_PAGES[TREE[1] : TABLE],
    "below a mail header": MAIL_HEADER + TWO_PAGES,
    "below binary data": bytes(range(128, 256)) * 4 + b"\n" + TWO_PAGES,
    "below a mail header and cut": MAIL_HEADER + TWO_PAGES[:TABLE],
}


@pytest.mark.parametrize("damage", BROKEN_PDFS)
def test_a_damaged_pdf_whose_pages_are_whole_is_read(damage: str) -> None:
    article = read(BROKEN_PDFS[damage])
    assert article.text == read(TWO_PAGES).text
    assert article.notes in ((), ("maybe incomplete: the PDF is damaged or truncated",))


def test_a_truncated_pdf_with_compressed_objects_is_read() -> None:
    """Since PDF 1.5 pages may stand in a compressed stream, and the catalog in another near the end."""
    data = pdf([STORY])
    first, end = (data.index(mark) for mark in (b"4 0 obj\n", b"\nendobj\n5 0 obj"))
    page = data[first + 8 : end]
    stream = zlib.compress(b"4 0 " + page)
    head = b"7 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n" % len(stream)
    rest = data[end + 8 : data.index(b"900 0 obj")]
    cut = data[data.index(b"3 0 obj") : first] + head + stream + b"\nendstream\nendobj\n" + rest
    assert read(b"%PDF-1.5\n" + cut).text == read(data).text


def test_a_truncated_pdf_whose_fonts_are_lost_is_refused() -> None:
    cut = TWO_PAGES[:TABLE].replace(b"3 0 obj", b"3 0 nil").replace(STORY[0].encode(), b"")
    coded = cut.replace(b"/BaseFont/Helvetica", b"")
    for text in (*STORY, *(f"Also: {text}" for text in STORY)):
        for line in textwrap.wrap(text, 80):
            coded = coded.replace(line.encode("cp1252"), bytes(range(1, 8)))
    with pytest.raises(LoadError, match="damaged or truncated PDF: no page of it can be read"):
        read(coded)


def test_a_text_about_pdf_is_a_text() -> None:
    text = "The header is easy to recognise.\nThe first line says:\n%PDF-1.4\nThen the objects follow.\n"
    assert "objects follow" in read(text.encode()).text


def test_an_encrypted_pdf_without_its_trailer_is_refused() -> None:
    locked = TWO_PAGES[:TABLE] + b"901 0 obj\n<</Filter/Standard/V 1/R 2>>\nendobj\n"
    with pytest.raises(LoadError, match="damaged or truncated PDF"):
        read(locked)
