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
                "* Dieser Beitrag enthält Affiliate-Links.",
            ],
        ),
        (
            Kind.TIMESTAMP,
            [
                "24. April 2020, 08:30 Uhr", "Stand: 27.01.2022", "Aktualisiert am 17.01.2021",
                "5 de mayo de 2022", "Publicado: 5 de mayo de 2022", "Publié le 3 juin 2021 à 14h30",
                "3 czerwca 2021", "2021年6月3日",
            ],
        ),
        (Kind.BYLINE, ["Von Jana Sommer", "Por Ana Ruiz", "Par Anne Roux"]),
        (
            Kind.CREDIT,
            [
                "Foto: Jana Sommer", "Bild: Jana Sommer/Agentur", "Quelle: Hafenamt", "© Jana Sommer",
                "Crédits photos : Anne Roux", "Alle Rechte vorbehalten.", "Todos los derechos reservados",
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
        "El 5 de mayo de 2022 zarpó el primer barco.",
    ],
)
def test_sentences_in_other_languages_are_article_text(line: str) -> None:
    assert kind_within_article(line) is Kind.BODY
