"""What sites say of their services, in several languages; reports on the same things stay article text."""

from __future__ import annotations

import pytest

from tests.sources.test_boilerplate import BODY, kind_within_article
from tui.model import Kind
from tui.sources.passages.boilerplate import label_paragraphs
from tui.sources.passages.cues.navigation import announces_pointers


@pytest.mark.parametrize(
    "line",
    [
        "DON'T MISS", "You may also like...", "Explore further", "Noticia relacionada", "Order Reprints",
        "Start your day on the harbour. Sign up for the free daily newsletter.",
        "The Post is read by sailors. Please bookmark us and sign up for our newsletter here.",
        "Chat with us in Facebook Messenger.", "More Harbour Post: https://harbour.example.org/all",
        "This copy is for your personal, non-commercial use only. Distribution is governed by law.",
        "To order presentation-ready copies for your colleagues visit reprints.example.org.",
        "An error has occurred, please try again later.",
        "Follow the full coverage of the vote at https://harbour.example.org/vote",
        "If you buy something through this post, we may get a share of the sale.",
        "Listen to Harbour Radio live at 12:45 and 17:45 weekdays - or listen back here.",
        "Note: we are temporarily moderating all comments submitted to deal with spam.",
        "ATENÇÃO: Comentários com ofensas não serão aprovados pelo moderador.",
        "We apologize, but this video has failed to load.",
        "Externer Inhalt nicht verfügbar",
        "Ich bin damit einverstanden, dass mir der externe Inhalt angezeigt wird.",
        "Über dieses Thema berichtet: Hafenradio am 14.04.2026 um 17:50 Uhr.",
        "Sendung: Hafenradio, 24.04.2024, 15:10 Uhr", "Fehler gefunden? Jetzt melden.",
        "Aktuelle Meldungen zum Hafen finden Sie jederzeit in unserem Liveblog:",
        "Seine Artikel finden Sie hier.", "Verfügbar bis 06.05.2024.", "Durchschnittliche Bewertung: 0,0",
        "Dies ist eine maschinelle Übersetzung eines Artikels unserer Kollegen.",
        "Gastbeiträge wie dieser müssen nicht der Meinung der Redaktion entsprechen.",
        "Aktuelle Nachrichten? Hier geht es zur neuen Hafen-App – für alle Geräte.",
        "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.",
        "¿Quieres añadir otro usuario a tu suscripción?",
        "ご利用には会員登録が必要です。", "この記事は会員限定です。",
        "Get in touch with our news team by e-mail at news@example.org.",
        "Simply enter your email into the box below to get the news.",
        "You can unsubscribe from this service at any time.",
        "Si te parece valioso el trabajo de El Puerto, apóyanos.",
        "If the letter/e-mail you sent was not published, write to the editor.",
        "This article is part of a series on harbours.", "Dieses Thema im Programm: Hafenradio, 13 Uhr",
        "MORE BOATS", "Harbour Post – The only boat since the war is to be sold... more",
        "twitter.com/harbourpost", "showPaywall:", "false",
    ],
)  # fmt: skip
def test_services_of_the_site_are_navigation(line: str) -> None:
    assert kind_within_article(line) is Kind.NAVIGATION


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (Kind.TIMESTAMP, "기사입력 :[ 2018-08-25 15:24 ]"),
        (Kind.TIMESTAMP, "November 20, 2019 - 11:28 AMT"),
        (Kind.TIMESTAMP, "segunda-feira, 22 de janeiro de 2018 às 0:13"),
        (Kind.TIMESTAMP, "25/04/2026 Actualizado a las 15:10h."),
        (Kind.CREDIT, "무단전재 및 재배포 금지"),
        (Kind.CREDIT, "SOURCE: News agencies"),
        (Kind.CREDIT, "© dpa-infocom, dpa:230428-99-483045/5"),
        (Kind.CREDIT, "With reports from El Puerto and La Ola"),
        (Kind.CREDIT, "Mit Agenturmaterial."),
        (Kind.CREDIT, "Doe reported from Leeds and Roe from York."),
        (Kind.CREDIT, "Doe reported from Leeds. Writer Ann Roe in York contributed to this report."),
        (Kind.BYLINE, "Aus dem Englischen von Jane Doe"),
        (Kind.BYLINE, "Redacción: JANE DOE"),
        (Kind.BYLINE, "Ein Kommentar von Jane Doe"),
        (Kind.BYLINE, "Mitarbeit: Jane Doe"),
        (Kind.BYLINE, "By PORT AND BORDER OFFICE"),
        (Kind.TIMESTAMP, "Latest update May 6th, 2022 12:49 AM"),
        (Kind.CREDIT, "Übersetzung: Jane Doe, Redaktion: John Roe, Audioversion: Ann Roe und Max Doe"),
        (Kind.BYLINE, "박준석 기자 외 1명"),
        (Kind.BIOGRAPHY, "Jane Doe (jane@example.org) is the editor of the Post. She sails."),
        (Kind.BIOGRAPHY, "Her book on harbours is out now. Follow her on Twitter @janedoe."),
    ],
)
def test_days_credits_and_authors_have_these_forms_too(kind: Kind, line: str) -> None:
    assert kind_within_article(line) is kind


@pytest.mark.parametrize(
    "line",
    [
        "Residents said they would sign up for the newsletter of the port. Sign up, the mayor told them.",
        "The port asked its guests to chat with us in a bar, one of the sailors recalled.",
        "If you buy a boat through the port, you will wait for two years.",
        "More than 40 boats: https is not what the sailors talk of.",
        "The comments submitted by residents will be published in spring.",
        "Listen to the sea live and you will hear the boats, the old sailor likes to say.",
        "An error has occurred in the count of the votes, the port found.",
        "Das Konto der Hafenpost wurde gesperrt, das Abo läuft weiter.",
        "Die Sendung lief am Dienstag im Hafenradio und war am Abend verfügbar.",
        "Die Redaktion der Hafenpost äußerte eine andere Meinung als der Verleger.",
        "Los usuarios pueden añadir otra cuenta desde el martes.",
        "港は火曜日に会員の船を登録した。",
        "Doe reported from the war for ten years. Then she bought a boat.",
        "The source: a spring below the harbour. It has never run dry.",
        "It was true or false, nobody knew.",
        "Jane Doe",
        "This story is part of the town, an old sailor wrote.",
        "MORE than forty boats lay in the harbour.",
        "She wanted more... and more",
    ],
)
def test_reports_on_such_things_are_article_text(line: str) -> None:
    assert kind_within_article(line) is Kind.BODY


def test_a_bare_name_signs_a_text_at_its_end_or_if_it_is_the_authors() -> None:
    assert label_paragraphs([*BODY, *BODY, "Jane Doe"])[-1] is Kind.BYLINE
    assert label_paragraphs([*BODY, *BODY, "Ann Roe", "Jane Doe"])[-2:] == [Kind.BODY, Kind.BODY]
    named = label_paragraphs([*BODY, "Jane Doe", *BODY], authors="Ann Roe, Jane Doe")
    assert named[len(BODY)] is Kind.BYLINE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(dmk)", Kind.CREDIT),
        ("(E-2)", Kind.CREDIT),
        ("(2)", Kind.BODY),
        ("(The boats)", Kind.BODY),
    ],
)
def test_a_sign_in_brackets_at_the_end_is_a_writers(line: str, kind: Kind) -> None:
    assert label_paragraphs([*BODY, line])[-1] is kind
    assert kind_within_article(line) is not Kind.CREDIT


@pytest.mark.parametrize(
    ("line", "announces"),
    [
        ("DON'T MISS", True), ("Related articles:", True), ("Read more", True), ("Lea también", True),
        ("You may also like…", True), ("Mehr zum Thema", True), ("Share", False), ("Advertisement", False),
        ("Boats", False), ("", False),
    ],
)  # fmt: skip
def test_labels_above_other_articles_are_told_from_others(line: str, announces: bool) -> None:
    assert announces_pointers(line) is announces
