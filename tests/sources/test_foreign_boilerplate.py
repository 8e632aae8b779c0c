"""Boilerplate in other languages than English. All texts are written for these tests."""

from __future__ import annotations

import pytest

from tests.sources.test_boilerplate import kind_within_article
from tui.model import Kind


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            Kind.NAVIGATION,
            [
                "Teilen", "Lesen Sie auch:", "Weitere Artikel zum Thema", "Mehr zum Thema",
                "Das könnte Sie auch interessieren", "Melden Sie sich jetzt für unseren Newsletter an.",
                "Lea también: Seis barcos para la bahía", "Te puede interesar: Seis barcos",
                "Suscríbete a nuestro boletín de noticias", "Notas relacionadas",
                "À lire aussi : Six bateaux pour la baie", "Abonnez-vous à notre newsletter du matin.",
                "Leia também: Seis barcos para a baía", "Leggi anche: Sei barche", "Lees ook: Zes boten",
                "Czytaj też: Sześć łodzi", "Читайте также: Шесть лодок",
                "* Dieser Beitrag enthält Affiliate-Links.", "Weiterlesen: Sechs Boote für die Bucht",
                "Lesen Sie hier mehr.", "Auf die Merkliste", "bookmark_border Auf die Merkliste",
                "chat_bubble 0 Kommentare", "3 Kommentare", "Síguenos en", "Connectez-vous ici",
                "Ou si vous avez déjà un compte,", "Profitez de notre offre découverte.",
                "Sie haben bereits ein Konto?", "Fehler gefunden?",
                "Vous avez repéré une erreur ?", "¿Encontraste un error?", "Lorem ipsum dolor sit amet",
                "Dieser Artikel kann Links zu Anbietern enthalten, von denen das Heft eine Provision erhält.",
                "boote.example.de", "+++", "/", "***", "Nota relacionada: Seis barcos para la bahía",
                "También puede leer: Seis barcos para la bahía", "Lea aquí: Seis barcos",
                "Sie müssen sich anmelden, um die Kommentarfunktion zu nutzen.",
                "Die Kommentare der User geben nicht die Meinung der Redaktion wieder.",
                "Seguir leyendo:", "Interessante Links", "Sie sind bereits registriert?",
                "Mit der Registrierung akzeptiere ich die Nutzungsbedingungen.",
                "Wir finanzieren uns durch Spenden und Abos.", "Unterstützen Sie unsere Arbeit.",
                "Jede kleine Spende hilft den Menschen am Hafen!", "Hazte miembro y disfruta de beneficios",
                "Unterstütze uns mit einer Spende!", "» Jetzt Newsletter bestellen",
                "Gefällt Ihnen der Artikel? Unterstützen Sie unsere Arbeit.",
                "Wir sind komplett spendenfinanziert.",
                "Jetzt den Newsletter abonnieren", "Keine Zeit? Folgen Sie uns auf Instagram.",
                "Wenn Sie hier kaufen, erhalten wir eine kleine Provision.", "Assine nossa newsletter",
                "Jetzt E-Paper lesen", "Mit unserem Newsletter verpassen Sie nichts.",
                "Si te ha gustado, suscríbete a nuestro boletín.",
                "Pour ne rien manquer, abonnez-vous à notre newsletter.",
                "Sie müssen angemeldet sein, um einen Kommentar zu schreiben.",
                "Este audio es una característica exclusiva para suscripciones.",
            ],
        ),
        (
            Kind.TIMESTAMP,
            [
                "24. April 2020, 08:30 Uhr", "Stand: 27.01.2022", "Aktualisiert am 17.01.2021",
                "5 de mayo de 2022", "Publicado: 5 de mayo de 2022", "Publié le 3 juin 2021 à 14h30",
                "3 czerwca 2021", "2021年6月3日", "zuletzt bearbeitet: 04.02.2022, 08:27 Uhr",
                "Créé: 12.12.2019, 07h36", "Data: 28-04-2021, 09:29", "Lesedauer etwa 2 Min",
                "Lesezeit: 3 Minuten", "Temps de lecture : 4 min", "5 Min. Lesezeit", "-Aktualisiert am",
                "Ten tekst przeczytasz w mniej niż minutę",
            ],
        ),
        (
            Kind.BYLINE,
            [
                "Von Jana Sommer", "Por Ana Ruiz", "Par Anne Roux", "von boote.de",
                "Publicado por Ana Ruiz", "Autor: www.boote.de", "Redakteurin in der Wirtschaft.",
                "Redakteur für Häfen", "Korrespondent in Leeds", "Text:", "Text: Jana Sommer",
                "Ana Ruiz ana@example.org | 22 abril, 2022",
            ],
        ),
        (
            Kind.CAPTION,
            [
                "Auch Jana Sommer gehört zu den Gästen. Foto: dpa", "Sechs Boote im Mai. Bild: Hafenamt",
                "Jana Sommer, die Siegerin. © AFP / JOHN ROE",
            ],
        ),
        (
            Kind.BIOGRAPHY,
            [
                "Der Autor ist Professor in Ulm.", "Die Autorin lebt in Leeds.", "El autor es abogado.",
            ],
        ),
        (
            Kind.CREDIT,
            [
                "(SID)", "(KNA 19.11.21)", "(Con información de AFP, EFE y Reuters)",
                "Foto: Jana Sommer", "Bild: Jana Sommer/Agentur", "Quelle: Hafenamt", "© Jana Sommer",
                "Crédits photos : Anne Roux", "Alle Rechte vorbehalten.", "Todos los derechos reservados",
                "Bildcredit: (c) jsommer - pictures.example", "iStock/jana", "Quelle der Meldung: Hafenamt",
                "Jana Sommer/pictures.example.de",
            ],
        ),
    ],
)  # fmt: skip
def test_boilerplate_is_recognised_in_other_languages(kind: Kind, lines: list[str]) -> None:
    assert {line: kind_within_article(line) for line in lines} == dict.fromkeys(lines, kind)


@pytest.mark.parametrize(
    "line",
    [
        "Von Montag an fahren die Boote wieder.",
        "Teilen ist schwer, sagte der Bürgermeister.",
        "Weitere Informationen gibt es im Rathaus.",
        "Mehr über die Boote will das Amt im Mai sagen.",
        "Das Foto: eine Fälschung. Das sagt das Gericht.",
        "Por Ana no habla nadie, dijo el alcalde.",
        "Abonnenten der Zeitung bekamen am Montag Post.",
        "Im Mai 2022 legten 14 Boote ab.",
        "„Jetzt steht alles auf Facebook“, sagte sie.",
        "Lesedauer und Länge hängen nicht zusammen. Das zeigt eine Studie.",
        "Fehler gefunden hat der Bürgermeister keine.",
        "Text: der Hafen bleibt zu, sagt das Amt.",
        "Bereits ein Konto bei dieser Bank reicht dem Gericht.",
        "Weiterlesen wollte der Richter nicht.",
        "Die Autorin Jana Sommer kommt nach Ulm.",
        "Eine Spende half den Menschen am Hafen.",
        "Der Verein finanziert sich durch Beiträge.",
        "(AP hat das nicht bestätigt, sagt der Bürgermeister des Ortes am See.)",
        "North Dorset | Jana Sommer | jana@example.org",
        "El 5 de mayo de 2022 zarpó el primer barco.",
        "„Deutschland unterstützt uns mit Waffen“, sagte der Präsident.",
        "Die Nachbarn unterstützen uns, und das Land unterstützt unsere Arbeit am Hafen.",
        "„Unterstützen Sie uns“, bat der Bürgermeister.",
        "Der Verein am Hafen ist spendenfinanziert und hat zwölf Boote.",
        "Sie finanzieren uns durch Spenden, wie die Helfer am Hafen wissen.",
        "Jede Spende hilft, sagte der Bürgermeister.",
        "Der Makler erhält eine Provision von drei Prozent.",
        "Brokers earn a commission on each boat.",
        "The report asks for an independent review process for the port.",
        "Sie haben bereits ein Konto bei der Bank am Hafen eröffnet.",
        "Die Kommentare der Leser zeigen viel Wut über den Hafen.",
        "Sie müssen sich jeden Kommentar zum Hafen gefallen lassen.",
        "Der Konzern hinter Facebook heißt jetzt Meta.",
        "Die Polizei registrierte zwanzig Drohungen auf Telegram.",
        "Der Minister folgt mir auf Twitter nicht mehr.",
        "»Unterstützen Sie uns«, heißt es am Hafen.",
        "Wer mitfahren will, muss sich jetzt auf Facebook anmelden.",
        "Jetzt will der Konzern den Hafen bei Facebook testen.",
        "Según el puerto, recibe críticas en Facebook.",
        "Registriert sind auf Facebook zwölf Gruppen vom Hafen.",
        "El alcalde recibe críticas en Facebook.",
        "O presidente assinou um decreto contra o Telegram.",
    ],
)
def test_sentences_in_other_languages_are_article_text(line: str) -> None:
    assert kind_within_article(line) is Kind.BODY
