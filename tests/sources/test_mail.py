"""E-mails: what is the message, what was sent on, and what is wrapping."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring

import pytest

from tests.hostile.documents import STORY, eml, parts
from tui.model import Article, Kind
from tui.sources.draft import SourceBytes
from tui.sources.load import LoadError
from tui.sources.readers.by_kind import read_article
from tui.sources.readers.kinds import SourceKind, kind_of

PLAIN = "\r\n\r\n".join(STORY)
HTML = f"<html><body><table><tr><td><h1>{STORY[0]}</h1>" + "".join(f"<p>{t}</p>" for t in STORY[1:])
HTML += "<p><a href='https://e.example/u'>Unsubscribe</a></p></td></tr></table></body></html>"
FORWARD = "From: The Courier <news@c.example>\nDate: Tue, Mar 10, 2026 at 9:15 PM\nSubject: Lake closed\n"
FORWARD += "To: <ida@elmsted.example>\n\n"


def read(data: bytes, name: str = "letter.eml") -> Article:
    return read_article(SourceBytes(data, name))


def body(article: Article) -> str:
    return " ".join(passage.text for passage in article.body)


TEXT = " ".join(STORY[1:])


def test_header_and_text_of_an_email_are_read() -> None:
    article = read(eml(PLAIN))
    assert (article.title, article.source) == ("The quarry lake", "Ida Holm")
    assert article.published == "2026-03-11", "the day where it was sent"
    assert body(article) == TEXT


@pytest.mark.parametrize(
    ("coded", "encoding", "charset"),
    [
        (b64encode(PLAIN.encode()).decode(), "base64", "utf-8"),
        (encodestring(PLAIN.encode()).decode(), "quoted-printable", "utf-8"),
        (encodestring(PLAIN.encode("cp1252")).decode("ascii"), "quoted-printable", "windows-1252"),
        (PLAIN, "nonsense", "no-such-charset"),
    ],
)
def test_transfer_encodings_and_charsets_are_decoded(coded: str, encoding: str, charset: str) -> None:
    fields = f"Content-Transfer-Encoding: {encoding}\r\n"
    assert body(read(eml(coded, fields, f"text/plain; charset={charset}"))) == TEXT


def test_a_charset_that_is_no_name_is_passed_over() -> None:
    data = eml(PLAIN, content_type='text/plain; charset="utf\0"')
    assert body(read(data)) == TEXT


def test_encoded_fields_of_the_header_are_decoded() -> None:
    data = eml(PLAIN).replace(b"Subject: The quarry lake", b"Subject: =?utf-8?Q?Der_See_f=C3=BCr_alle?=")
    assert read(data).title == "Der See für alle"
    assert read(data.replace(b"utf-8?Q", b"x-none?Q")).title == "=?x-none?Q?Der_See_f=C3=BCr_alle?="


def test_html_is_preferred_if_it_says_as_much() -> None:
    both = parts("alternative", ("text/plain", PLAIN), ("text/html; charset=utf-8", HTML))
    article = read(eml(both[1], content_type=both[0]))
    assert article.passages[0].kind is Kind.HEADLINE and body(article) == TEXT
    poor = parts(
        "alternative", ("text/plain; charset=utf-8", PLAIN), ("text/html", "<p>Please look at this.")
    )
    assert body(read(eml(poor[1], content_type=poor[0]))) == TEXT


def test_html_with_its_pictures_is_read_and_attachments_are_named() -> None:
    inner = parts("related", ("text/html; charset=utf-8", HTML), ("image/png", "x"), boundary="inner")
    whole = parts("mixed", inner, ('application/pdf; name="plan.pdf"', "%PDF"))
    article = read(eml(whole[1], content_type=whole[0]))
    assert body(article) == TEXT
    assert article.notes == ("1 attachment not read: plan.pdf",)


@pytest.mark.parametrize(
    "header",
    [
        "---------- Forwarded message ---------\n" + FORWARD,
        "-----Original Message-----\n"
        + FORWARD.replace("Date: Tue, Mar 10, 2026 at 9:15 PM", "Sent: Tuesday, March 10, 2026 9:15 PM"),
        "Begin forwarded message:\n\n" + FORWARD,
        "*From:* The Courier <news@c.example>\n*Sent:* 10 March 2026\n"
        "*To:* Ida\n*Subject:* Fwd: Lake closed\n\n",
        "-------- Weitergeleitete Nachricht --------\nVon: The Courier <news@c.example>\n"
        "Gesendet: Dienstag, 10. März 2026\nAn: Ida\nBetreff: WG: Lake closed\n\n",
        "---------- Message transféré ---------\nDe : The Courier <news@c.example>\n"
        "Date : mar. 10 mars 2026 à 21:15\nObjet : TR: Lake closed\nÀ : Ida\n\n",
    ],
)
def test_a_message_sent_on_is_read_in_place_of_the_wrapping(header: str) -> None:
    article = read(eml("Have you seen this?\n\n" + header + "\n\n".join(STORY[1:])))
    assert (article.title, article.source, article.published) == ("Lake closed", "The Courier", "2026-03-10")
    assert body(article) == TEXT
    assert article.passages[0].kind is Kind.NAVIGATION


def test_quotation_marks_before_what_was_sent_on_are_removed() -> None:
    quoted = "\n>\n".join(f"> {text}" for text in STORY[1:])
    article = read(eml("See below.\n\n" + "\n".join(f"> {line}" for line in FORWARD.split("\n")) + quoted))
    assert (article.title, body(article)) == ("Lake closed", TEXT)


def test_a_header_sent_on_may_be_a_table() -> None:
    rows = "".join(
        f"<tr><th>{name}: </th><td>{value}</td></tr>"
        for name, value in [("Subject", "Lake closed"), ("Date", "10 March 2026"), ("From", "The Courier")]
    )
    html = f"<p>-------- Forwarded Message --------</p><table>{rows}</table>{HTML}"
    article = read(eml(html, content_type="text/html; charset=utf-8"))
    assert (article.title, article.published, body(article)) == ("Lake closed", "2026-03-10", TEXT)


def test_a_message_sent_on_as_an_attachment_is_read_if_it_says_more() -> None:
    inner = eml(PLAIN).decode().replace("The quarry lake", "Lake closed")
    whole = parts("mixed", ("text/plain", "For you."), ("message/rfc822", inner))
    article = read(eml(whole[1], content_type=whole[0]))
    assert (article.title, body(article)) == ("Lake closed", TEXT)
    assert article.notes == ("a message that was sent on as an attachment",)


def test_a_sentence_with_a_colon_is_no_header() -> None:
    text = "From: the lake to the town hall is a mile.\n\nTo: whom it may concern.\n\n" + PLAIN
    assert "whom it may concern" in body(read(eml(text)))


def test_signature_and_subscription_are_wrapping() -> None:
    tail = "\r\n\r\n-- \r\nIda Holm\r\nEditor\r\n\r\nYou are receiving this because you signed up."
    kinds = {passage.text: passage.kind for passage in read(eml(PLAIN + tail)).passages}
    assert kinds["Ida Holm"] is kinds["Editor"] is Kind.NAVIGATION
    html = read(eml(HTML, content_type="text/html; charset=utf-8"))
    assert html.passages[-1].text == "Unsubscribe" and html.passages[-1].kind is Kind.NAVIGATION


@pytest.mark.parametrize(("delsp", "gap"), [("no", " "), ("yes", "")])
def test_flowed_lines_are_joined(delsp: str, gap: str) -> None:
    text = "The lake is \nclosed now.\n\nNobody knows for how long it will be.\n"
    article = read(eml(text, content_type=f"text/plain; format=flowed; delsp={delsp}"))
    assert article.text.startswith(f"The lake is{gap}closed now.\n\nNobody")


def test_only_the_first_email_of_a_mailbox_is_read() -> None:
    first = b"From ida@elmsted.example Wed Mar 11 22:30:00 2026\n" + eml(PLAIN)
    article = read(
        first + b"\n\nFrom bo@x.example Thu Mar 12 08:00:00 2026\nFrom: Bo\n\nOther words are here."
    )
    assert body(article) == TEXT
    assert article.notes == ("only the first e-mail of the mailbox is read",)


def test_a_web_page_saved_as_mhtml_is_read_like_a_page() -> None:
    page = f"<html><body><nav><a href=/>News</a></nav><article>{HTML}</article></body></html>"
    content_type, text = parts("related", ("text/html; charset=utf-8", page))
    header = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://c.example/lake\r\nSubject: Lake\r\n"
    )
    article = read(
        f"{header}MIME-Version: 1.0\r\nContent-Type: {content_type}\r\n\r\n{text}".encode(), "a.mhtml"
    )
    assert (article.address, body(article)) == ("https://c.example/lake", TEXT)
    assert article.passages[0].text != "Lake"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (eml(""), "an e-mail with no text"),
        (eml("x", content_type='image/png; name="a.png"'), "no text in it .1 attachment not read: a.png"),
        (eml("x", content_type="multipart/encrypted; boundary=b"), "an encrypted e-mail"),
        (eml("x", content_type="application/pkcs7-mime; smime-type=enveloped-data"), "an encrypted e-mail"),
        (eml("x", content_type="multipart/mixed"), "only one word"),
    ],
)
def test_an_email_without_text_is_refused_in_one_line(data: bytes, wrong: str) -> None:
    with pytest.raises(LoadError, match=wrong) as caught:
        read(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (eml(PLAIN), "letter", SourceKind.EMAIL),
        (b"From: Ida\nSubject: Lake\n\nWords.", "letter.eml", SourceKind.EMAIL),
        (b"From: Ida\nTo: Bo\nSubject: Lake\n\nWords.", "letter.txt", SourceKind.TEXT),
        (b"Subject: a word that many reports begin with.\n\nDate: another.", "report.txt", SourceKind.TEXT),
        (b"---\ntitle: Lake\ndate: 2026-03-11\n---\nWords.", "letter.md", SourceKind.MARKDOWN),
    ],
)
def test_an_email_is_recognised_by_its_header(text: bytes, name: str, kind: SourceKind) -> None:
    assert kind_of(SourceBytes(text, name)) is kind
