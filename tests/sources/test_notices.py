"""Notices of a site to its readers, and lives of authors; reports on the same things stay article text."""

from __future__ import annotations

import pytest

from tests.sources.test_boilerplate import BODY, kind_within_article
from tui.model import Kind
from tui.sources.passages.boilerplate import label_paragraphs

NOTICES = (
    "Hat Ihnen dieser Artikel gefallen? Dann werden Sie Mitglied und lesen alles.",
    "Ihnen hat der Artikel gefallen? Bitte helfen Sie der Hafenpost!",
    "Gefällt dir dieser Beitrag?",
    "Did you like this article?",
    "If you enjoyed this article, tell a friend about it.",
    "¿Te gustó esta nota?",
    "Bereits mit 5 Euro kannst du unsere Arbeit unterstützen.",
    "Helfen Sie mit, unseren Journalismus auch morgen möglich zu machen!",
    "Die Hafenpost ist unabhängig. Wir finanzieren uns durch Spenden. Werde Mitglied!",
    "Die Hafenpost ist das erste Blatt am Fluss. Viele lesen es gern. Jetzt unterstützen!",
    "Please consider supporting our journalism with a gift.",
    "Your donation keeps our newsroom alive.",
    "Apoya nuestro periodismo desde un euro al mes.",
    "Um einen Kommentar zu hinterlassen, loggen Sie sich bitte ein.",
    "Kommentare zu diesem Text könnt ihr in unserem Forum hinterlassen.",
    "Die Kommentare der Leser geben nicht notwendigerweise die Meinung der Redaktion wieder. " * 3,
    "You must be logged in to leave a comment.",
    "Comments are closed.",
    "The views expressed in this article are those of the author.",
    "Der Beitrag gibt die Meinung des Autors wieder.",
    "To reach the reporter behind this story, e-mail news@example.org.",
    "Do you have a story tip?",
    "If you're on the Harbour News app, click here to watch live",
    "Click here to read the report.",
    "Puede escribirnos a boletin@example.org o seguirnos en las redes.",
    "Die Printausgabe der Hafenpost erscheint am Freitag.",
    "This article originally appeared in the Harbour Post.",
    "A version of this story appeared in print on page 4.",
    "Die mit einem Stern gekennzeichneten Links sind Partner-Links.",
    "Wenn Sie über diese Links etwas kaufen, bleibt der Preis für Sie gleich.",
    "Follow the Harbour Post on Facebook, or write to us at the address below, by post or by e-mail, "
    "on any day of the week.",
    "Lesetipp: Sechs Boote für die Bucht",
    "Sieh dir diesen Beitrag auf Instagram an",
    ">> Mehr lesen: Sechs Boote für die Bucht",
    "* Mehr zum Thema: Sechs Boote",
    "WATCH: Six boats for the bay",
    "Te recomendamos leer: Seis barcos para la bahía",
    "Mit dem Laden des Beitrags akzeptieren Sie die Datenschutzerklärung von Instagram.",
    "An dieser Stelle finden Sie einen externen Inhalt von YouTube.",
    "Wir respektieren deine Privatsphäre und stellen keine Verbindung her.",
    "Dieser Inhalt kann wegen Ihrer Einstellungen zu Cookies nicht angezeigt werden.",
    "By clicking on the video you agree to the terms of the player.",
    "To view this content you must accept cookies.",
    "Ce contenu est bloqué car vous n'avez pas accepté les cookies.",
    "*Dieser Beitrag ist in Kooperation mit dem Hafenamt entstanden.",
    "This post is sponsored by the port.",
    "ANZEIGE - Heute mal ausgehen?",
    "(Alle Angaben ohne Gewähr)",
    "Um die Boote zu sehen, klicken Sie sich durch die Galerie.",
    "¡Mira lo que tiene nuestro canal de YouTube!",
    "Wir leben von Werbung: Bitte den Werbeblocker deaktivieren und uns helfen.",
    "This is a developing story. Check back for updates.",
    "For more news from the harbour, click here.",
    "Tags: harbour, boats",
    "Regístrate o inicia sesión para seguir tus temas favoritos.",
    "Este artículo ya fue guardado. Para consultarlo, visite su zona de usuario.",
    "Para leer sobre otros barcos, clic AQUÍ.",
    "Assine o Porto, apoie por Pix, inscreva-se no canal e assista:",
    "A você que chegou até aqui, agradecemos muito.",
    "Our Standards: The Thomson Reuters Trust Principles.",
    "Wir würden hier gerne eine Anmeldung zeigen. Sie haben keine Zustimmung gegeben.",
    "Got a joke you'd like to add? Send it to news@example.org.",
    "*hafen.de ist Teil des bundesweiten Redaktionsnetzwerks",
    "Abgelegt unter: Häfen, Boote",
    "https://www.instagram.com/p/AbCdEf123/",
    "HTTPS://WWW.INSTAGRAM.COM/P/ABCDEFGH",
    "Submit your letter to the editor via this form. Read more letters.",
    "Die folgenden Angebote sind mit Affiliate-Links versehen. " + "Der Preis ändert sich nicht. " * 12,
)
"""What a site says to its readers."""
REPORTS = (
    "Den Gästen hat der Artikel gefallen, den die Hafenpost gedruckt hatte.",
    "Ihr gefällt der Beitrag der Stadt zum Bau der neuen Brücke.",
    "„Hat Ihnen dieser Artikel gefallen?“, fragt die Zeitung ihre Leser.",
    "Did the council like the plan for the harbour?",
    "If you enjoyed this series about the lake, the new season begins in May.",
    "If you liked the first film, the second one is longer and better.",
    "A muchos vecinos les gustó esta nota del alcalde.",
    "Mit 5 Euro kann jeder die Fähre nehmen, ab Mai auch nachts.",
    "Helfen Sie mit, den Strand zu säubern, bat der Verein.",
    "Der Verein ist unabhängig. Er finanziert sich durch Spenden und Beiträge.",
    "„Wir finanzieren uns durch Spenden“, so die Leiterin. „Viele unterstützen das.“",
    "Sie leben von Spenden: Wir finanzieren uns nur so, sagte die Leiterin, unterstützt von Helfern.",
    "Auf dem Plakat steht: „Jetzt spenden!“",
    "Der Minister warb für den Verein: Wer helfen wolle, solle jetzt spenden.",
    "The fund will support local journalism and the arts, the minister said.",
    "Donors support our newsroom, the editor said on Monday.",
    "Supporting independent journalism was the aim of the law of 1998.",
    "Your donation may be lower than your neighbour's, the tax office found.",
    "El alcalde apoya nuestro trabajo en el puerto, contó la directora.",
    "Um einen Kommentar zu schreiben, braucht die Autorin drei Tage.",
    "Die Kommentare der Zeitungen fallen heute hart aus.",
    "The office of the mayor refused to comment on the closed road.",
    "The views from the tower reach as far as the sea.",
    "Opinions expressed by voters differ from town to town.",
    "Der Beitrag gibt einen Überblick über die Häfen am Fluss.",
    "To reach the island, the editor took the ferry at six.",
    "The police have a tip, but no suspect.",
    "If you are on the ferry at night, an app shows the way to the nearest boat.",
    "Users click here to buy tickets, and the money goes to the port.",
    "Para más información, los vecinos llaman al puerto.",
    "Die Printausgabe hatte der Verlag schon im Mai eingestellt.",
    "This article of the law first appeared in 1848.",
    "The story first appeared in the Harbour Post, which named no source.",
    "Die gekennzeichneten Wege am Fluss sind im Winter gesperrt.",
    "Wenn Sie über die Brücke gehen, sehen Sie links den alten Hafen.",
    "Follow the river on the left bank until the bridge, where the old post office stands.",
    "Auf Instagram zeigt die Stadt jeden Tag ein Bild vom Hafen.",
    "Mehr lesen wollten die Kinder, als sie die Bücher sahen.",
    "Watch the boats from the pier, the guide says: six of them.",
    "La alcaldesa recomienda leer el informe: son seis barcos.",
    "Mit dem Laden des Akkus wartet der Kapitän bis Mitternacht.",
    "An dieser Stelle steht seit Mai der neue Kran.",
    "Wir respektieren die Privatsphäre der Opfer, teilte die Polizei mit.",
    "Dieser Inhalt des Vertrags bleibt geheim, bis der Rat entscheidet.",
    "By clicking her heels the girl went home, in the film of 1939.",
    "This content of the dam is more than the town needs in a year.",
    "Ce contenu plaît aux enfants de la ville.",
    "Dieser Beitrag ist höher als im Vorjahr, obwohl die Kooperation endete.",
    "This post was held by her father until 1998.",
    "Anzeige gegen den Kapitän erstattete niemand.",
    "Die Angaben sind ohne Gewähr, so das Amt, das den Plan druckte.",
    "Gäste klicken auf die Bilder der Galerie, um mehr zu sehen.",
    "El canal de Panamá mira al norte, y nuestro canal de agua al sur.",
    "Werbeblocker nutzt nach einer Umfrage jeder Dritte von uns.",
    "This story has been told in the town for a hundred years.",
    "For more than a year, news from the harbour was good.",
    "Los barcos piden iniciar sesión para salir del puerto.",
    "El alcalde ha guardado el artículo en su zona de trabajo.",
    "Para leer sobre el puerto, los vecinos van a la biblioteca.",
    "A prefeita apoia o porto e assina a lei em maio.",
    "The news agency Reuters follows principles of trust, it wrote in its standards.",
    "Wir würden hier gerne bleiben und den Gästen den Hafen zeigen, bis die Fähre kommt, meint er.",
    "Got a boat to sell? Send it south before the winter comes.",
    "Der Hafen ist Teil des Netzwerks der Städte am Fluss.",
    "Tags darauf: Der Hafen steht unter Wasser.",
    "Tag: The police found 12 of them. All were new.",
    "The port's address is https://www.instagram.com/port and nothing else.",
    "Her letter to the editor was printed in May.",
    "Die Boote haben Links zu den Häfen im Süden.",
    "1/4",
    "Kategorie: Bestes Boot",
)
"""Sentences of reports that have words of such notices."""


@pytest.mark.parametrize(
    ("line", "kind"),
    [*((line, Kind.NAVIGATION) for line in NOTICES), *((line, Kind.BODY) for line in REPORTS)],
)
def test_a_notice_to_readers_is_navigation_and_a_report_on_such_things_is_not(line: str, kind: Kind) -> None:
    assert kind_within_article(line) is kind


@pytest.mark.parametrize(
    "life",
    [
        "Jana Sommer ist Chefin vom Dienst. Sie lebt am Hafen.",
        "Dr. Jana Sommer (41) arbeitet seit 2012 für die Hafenpost.",
        "Jana Sommer covers ports and ships.",
        "Jana Sommer es periodista.",
    ],
)
def test_a_paragraph_about_the_named_author_is_a_life(life: str) -> None:
    assert label_paragraphs([*BODY, life], authors="Jana Sommer, Tom Roth")[-1] is Kind.BIOGRAPHY


@pytest.mark.parametrize(
    ("life", "authors"),
    [
        ("Jana Sommer ist Chefin vom Dienst. Sie lebt am Hafen.", ""),
        ("Jana Sommer ist Chefin vom Dienst. Sie lebt am Hafen.", "Jana Winter"),
        ("Jana Sommer saw the boats leave at six.", "Jana Sommer"),
        ("Sommer ist in diesem Jahr früh.", "Jana Sommer"),
    ],
)
def test_a_paragraph_about_somebody_else_is_article_text(life: str, authors: str) -> None:
    assert label_paragraphs([*BODY, life, *BODY], authors=authors)[3] is Kind.BODY


def test_the_last_paragraph_tells_who_wrote_it() -> None:
    life = "Jana Sommer is a writer in Leeds. She grew up by the sea."
    assert label_paragraphs([*BODY, life])[-1] is Kind.BIOGRAPHY
    assert label_paragraphs([life, *BODY])[0] is not Kind.BIOGRAPHY


@pytest.mark.parametrize(
    ("before", "last"),
    [
        (
            ["The prize goes to Jana Sommer for her book about the port."],
            "Jana Sommer is a writer in Leeds. She grew up by the sea.",
        ),
        ([], "Jana Sommer is the new harbour master. She grew up by the sea."),
    ],
)
def test_a_writer_who_was_named_before_or_has_another_trade_is_a_subject(
    before: list[str], last: str
) -> None:
    assert label_paragraphs([*before, *BODY, last])[-1] is Kind.BODY


@pytest.mark.parametrize("line", ["About the author", "Über die Autorin:", "Autor:innen", "Sobre el autor"])
def test_what_stands_below_about_the_author_is_a_life(line: str) -> None:
    lives = ["Born 1983, with the paper since 2015.", "Has sailed around the world twice."]
    assert label_paragraphs([*BODY, line, *lives])[3:] == [
        Kind.NAVIGATION, Kind.BIOGRAPHY, Kind.BIOGRAPHY,
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["About the harbour", "Über die Autorin lachte niemand.", "Author"])
def test_what_stands_below_other_lines_is_article_text(line: str) -> None:
    assert label_paragraphs([*BODY, line, "The boats were built in 1983."])[-1] is Kind.BODY


def test_an_article_below_about_the_author_is_no_life() -> None:
    assert (
        label_paragraphs(["About the author", *BODY, *(f"{text} So it goes." for text in BODY)])[1:]
        == [Kind.BODY] * 6
    )
    assert label_paragraphs([BODY[0], "About the author", BODY[1] * 2, BODY[2] * 3])[2:] == [Kind.BODY] * 2


def test_lives_end_at_the_next_headline() -> None:
    known = [None, None, None, Kind.HEADLINE, None, Kind.HEADLINE, None]
    texts = [*BODY, "About the author", "With the paper since 2015.", "More boats", "They come in May."]
    assert label_paragraphs(texts, known)[4:] == [Kind.BIOGRAPHY, Kind.HEADLINE, Kind.BODY]
