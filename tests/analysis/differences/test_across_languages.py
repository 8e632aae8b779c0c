"""Values of reports in two languages: sixty pairs, equal and different, each in both directions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.articles import article
from tui.analysis.comparability import language_note
from tui.analysis.differences.ledger import all_differences
from tui.model import Article, Comparison, Link, Relation
from tui.model.difference import Difference, FactKind, State

PUBLISHED = "2023-03-22"

NUMBER, MONEY, PERCENTAGE = FactKind.NUMBER, FactKind.MONEY, FactKind.PERCENTAGE
QUANTITY, DATE, TIME, AGE = FactKind.QUANTITY, FactKind.DATE, FactKind.TIME, FactKind.AGE

EQUAL = [
    (NUMBER, "en", "The strike closed 1,200 shops.", "es", "La huelga cerró 1.200 tiendas."),
    (NUMBER, "en", "The strike closed 1,200 shops.", "de", "Der Streik schloss 1.200 Läden."),
    (NUMBER, "en", "The strike closed 1,200 shops.", "ru", "Забастовка закрыла 1200 магазинов."),
    (NUMBER, "en", "The strike closed 1,200 shops.", "zh", "罢工导致1200家商店关门。"),
    (NUMBER, "en", "Twenty-five people were hurt.", "es", "Veinticinco personas resultaron heridas."),
    (NUMBER, "en", "Twenty-five people were hurt.", "de", "Fünfundzwanzig Menschen wurden verletzt."),
    (NUMBER, "en", "Twenty-five people were hurt.", "ru", "Пострадали двадцать пять человек."),
    (NUMBER, "en", "Twenty-five people were hurt.", "zh", "二十五人受伤。"),
    (NUMBER, "en", "Seven ships sank.", "ru", "Затонули семь кораблей."),
    (NUMBER, "en", "Seven ships sank.", "zh", "七艘船沉没。"),
    (NUMBER, "en", "About two million voters left.", "es", "Unos 2 millones de votantes se fueron."),
    (NUMBER, "en", "About two million voters stayed away.", "de", "Rund zwei Millionen Wähler blieben fern."),
    (NUMBER, "en", "About two million voters stayed away.", "ru", "Не пришли около 2 млн избирателей."),
    (NUMBER, "en", "About two million voters stayed away.", "zh", "约200万选民没有投票。"),
    (NUMBER, "de", "Mehr als 12.500 Menschen demonstrierten.", "ru", "На улицы вышли более 12 500 человек."),
    (NUMBER, "es", "Murieron 38 mineros.", "zh", "38名矿工死亡。"),
    (MONEY, "en", "Trade came to $190 billion.", "es", "El comercio llegó a 190.000 millones de dólares."),
    (MONEY, "en", "Trade came to $190 billion.", "de", "Der Handel erreichte 190 Milliarden Dollar."),
    (MONEY, "en", "Trade came to $190 billion.", "ru", "Товарооборот достиг 190 млрд долларов."),
    (MONEY, "en", "Trade came to $190 billion.", "zh", "贸易额达到1900亿美元。"),
    (MONEY, "en", "The bridge cost 4.5 million euros.", "de", "Die Brücke kostete 4,5 Mio. Euro."),
    (MONEY, "es", "La multa es de 30.000 euros.", "ru", "Штраф составит 30 тыс. евро."),
    (PERCENTAGE, "en", "Prices rose 12.5 percent.", "es", "Los precios subieron un 12,5 por ciento."),
    (PERCENTAGE, "en", "Prices rose 12.5 percent.", "de", "Die Preise stiegen um 12,5 Prozent."),
    (PERCENTAGE, "en", "Prices rose 12.5 percent.", "ru", "Цены выросли на 12,5 процента."),
    (PERCENTAGE, "en", "Prices rose 12.5 percent.", "zh", "价格上涨百分之12.5。"),
    (PERCENTAGE, "ru", "Цены выросли на 7 %.", "zh", "价格上涨7％。"),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "es", "El puerto cerró el 24 de febrero de 2022."),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "de", "Der Hafen schloss am 24. Februar 2022."),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "ru", "Порт закрылся 24 февраля 2022 года."),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "zh", "港口于2022年2月24日关闭。"),
    (DATE, "en", "The port closed on Tuesday.", "es", "El puerto cerró el martes."),
    (DATE, "en", "The port closed on Tuesday.", "de", "Der Hafen schloss am Dienstag."),
    (DATE, "en", "The port closed on Tuesday.", "ru", "Порт закрылся во вторник."),
    (DATE, "en", "The port closed on Tuesday.", "zh", "港口星期二关闭。"),
    (DATE, "de", "Der Hafen schloss gestern.", "zh", "港口于3月21日关闭。"),
    (TIME, "en", "The fire broke out at 6:30 p.m.", "de", "Das Feuer brach um 18.30 Uhr aus."),
    (TIME, "en", "The fire broke out at 6:30 p.m.", "es", "El fuego se declaró a las 18:30."),
    (TIME, "en", "The fire broke out at 6:30 p.m.", "ru", "Пожар вспыхнул в 18:30."),
    (TIME, "en", "The fire broke out at 6:30 p.m.", "zh", "火灾于下午6点30分发生。"),
]  # fmt: skip

DIFFERENT = [
    (NUMBER, "en", "Twenty-five people were hurt.", "es", "Resultaron heridas 28 personas."),
    (NUMBER, "en", "Twenty-five people were hurt.", "de", "Achtundzwanzig Menschen wurden verletzt."),
    (NUMBER, "en", "Twenty-five people were hurt.", "ru", "Пострадали двадцать восемь человек."),
    (NUMBER, "en", "Twenty-five people were hurt.", "zh", "二十八人受伤。"),
    (NUMBER, "en", "Some 3,000 people were evacuated.", "ru", "Эвакуированы 5 тысяч человек."),
    (NUMBER, "es", "Murieron 38 mineros.", "de", "Es starben 83 Bergleute."),
    (NUMBER, "en", "The blast hit 300 homes.", "zh", "爆炸波及三千户人家。"),
    (MONEY, "en", "Trade came to $190 billion.", "es", "El comercio llegó a 160.000 millones de dólares."),
    (MONEY, "en", "Trade came to $190 billion.", "zh", "贸易额达到190亿美元。"),
    (MONEY, "de", "Die Strafe beträgt 30.000 Euro.", "ru", "Штраф составит 13 тысяч евро."),
    (PERCENTAGE, "en", "Prices rose 12.5 percent.", "de", "Die Preise stiegen um 15,2 Prozent."),
    (PERCENTAGE, "es", "Los precios subieron un 7 %.", "zh", "价格上涨百分之十七。"),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "es", "El puerto cerró el 26 de febrero de 2022."),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "ru", "Порт закрылся 21 февраля 2022 года."),
    (DATE, "en", "The port closed on Feb. 24, 2022.", "zh", "港口于2022年4月24日关闭。"),
    (DATE, "de", "Der Hafen schloss am Montag.", "en", "The port closed on Tuesday."),
    (TIME, "en", "The fire broke out at 6:30 p.m.", "de", "Das Feuer brach um 19.45 Uhr aus."),
    (TIME, "ru", "Пожар вспыхнул в 18:30.", "zh", "火灾于下午4点30分发生。"),
    (QUANTITY, "en", "The battle lasted three weeks.", "es", "La batalla duró tres meses."),
    (QUANTITY, "en", "The wall is 12 kilometers long.", "zh", "城墙长21公里。"),
]  # fmt: skip


def report(text: str, language: str) -> Article:
    return replace(article([text], language=language), published=PUBLISHED)


def entries(left: tuple[str, str], right: tuple[str, str], same: float = 95.0) -> list[Difference]:
    """All entries on two reports of one sentence each, a language and a text, that say the same."""
    link = Link(0, 0, score=same, same=same, relation=Relation.SAME)
    comparison = Comparison(report(left[1], left[0]), report(right[1], right[0]), (link,))
    return list(all_differences(comparison, 50.0))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("kind", "language", "text", "other", "translation"), EQUAL)
def test_the_same_value_is_found_on_both_sides(
    kind: FactKind, language: str, text: str, other: str, translation: str, turned: bool
) -> None:
    sides = [(language, text), (other, translation)]
    left, right = reversed(sides) if turned else sides
    assert [(d.kind, d.state) for d in entries(left, right)] == [(kind, State.EQUAL)]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("kind", "language", "text", "other", "translation"), DIFFERENT)
def test_another_value_differs(
    kind: FactKind, language: str, text: str, other: str, translation: str, turned: bool
) -> None:
    sides = [(language, text), (other, translation)]
    left, right = reversed(sides) if turned else sides
    assert [(d.kind, d.state) for d in entries(left, right)] == [(kind, State.DIFFERS)]


def test_the_table_has_sixty_pairs_of_five_languages() -> None:
    assert len(EQUAL) + len(DIFFERENT) == 60
    assert {code for row in (*EQUAL, *DIFFERENT) for code in (row[1], row[3])} == {
        "en",
        "es",
        "de",
        "ru",
        "zh",
    }


def test_values_of_passages_that_only_treat_one_subject_do_not_conflict() -> None:
    found = entries(("en", "Seven ships sank."), ("ru", "Затонули восемь кораблей."), same=30.0)
    assert State.DIFFERS not in [d.state for d in found]


def test_of_several_values_of_a_kind_none_is_said_to_conflict() -> None:
    found = entries(("en", "Seven ships sank and 12 fled."), ("ru", "Затонули восемь кораблей."))
    assert State.DIFFERS not in [d.state for d in found]


def test_a_value_that_agrees_keeps_no_other_from_a_conflict() -> None:
    found = entries(
        ("en", "Rescuers brought 327 people ashore, and 29 went to hospital."),
        ("ru", "Спасатели доставили на берег 327 человек, 31 попал в больницу."),
    )
    differing = [
        (d.left.value, d.right.value) for d in found if d.state is State.DIFFERS and d.left and d.right
    ]
    assert differing == [("29", "31")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "一些人在四川说，他们十分高兴，第三次会议统一了意见。"),
        ("zh", "数十人、上百辆车和几千名警察。"),
        ("ru", "Один из них сказал, что G7 и Су-25 ни при чём."),
        ("de", "Eine Frau sah den 20. Parteitag der Partei."),
        ("es", "Una mujer vio el F-16."),
    ],
)
def test_words_that_only_look_like_numbers_are_none(language: str, text: str) -> None:
    assert entries(("en", "Nothing was counted."), (language, text)) == []


def test_the_panel_says_what_is_compared_between_two_languages() -> None:
    comparison = Comparison(report("Seven ships sank.", "en"), report("Затонули восемь кораблей.", "ru"))
    note = language_note(comparison)
    assert "numbers, amounts, days and times are compared" in note
    assert "Q" not in note, "a report has no keys"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Près de 3 millions de personnes ont fui."),
        ("it", "Circa 3 milioni di persone sono fuggite."),
        ("uk", "Близько 3 мільйони людей утекли."),
    ],
)
def test_numbers_do_not_conflict_where_the_words_for_a_million_are_not_known(
    language: str, text: str
) -> None:
    found = entries(("en", "About 3 million people have fled."), (language, text))
    assert State.DIFFERS not in [d.state for d in found]


@pytest.mark.parametrize(
    ("language", "text"), [("es", "Llegó a las 12 de la noche."), ("zh", "他晚上12点到达。")]
)
def test_twelve_at_night_is_midnight(language: str, text: str) -> None:
    found = entries(("en", "He arrived at midnight."), (language, text))
    assert [(d.kind, d.state) for d in found] == [(TIME, State.EQUAL)]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Am Montag und übermorgen schloss der Hafen."), ("es", "El puerto cerró ayer.")],
)
def test_a_day_that_is_no_day_of_publication_ends_nothing(language: str, text: str, published: str) -> None:
    left = replace(report("The port closed.", "en"), published=published)
    right = replace(report(text, language), published=published)
    link = Link(0, 0, score=95.0, same=95.0, relation=Relation.SAME)
    assert all(d.state is not State.DIFFERS for d in all_differences(Comparison(left, right, (link,)), 50.0))


def test_dollars_of_other_countries_are_told_apart() -> None:
    found = entries(("en", "It cost A$50 million."), ("de", "Es kostete A$50 Millionen."))
    assert [(d.kind, d.state) for d in found] == [(MONEY, State.EQUAL)]


FROM_RIGHT_TO_LEFT = [
    (NUMBER, "The ferry had 312 people aboard.", "ar", "كان على متن العبارة ٣١٢ شخصا.", State.EQUAL),
    (NUMBER, "The ferry had 312 people aboard.", "ar", "كان على متن العبارة 321 شخصا.", State.DIFFERS),
    (NUMBER, "It had 41 crew members.", "ar", "كان على متنها الركاب و41 من أفراد الطاقم.", State.EQUAL),
    (NUMBER, "The strike closed 1,200 shops.", "ar", "أغلق الإضراب ١٬٢٠٠ متجر.", State.EQUAL),
    (NUMBER, "Some 250,000 people fled.", "ar", "فر نحو 250 ألف شخص.", State.EQUAL),
    (NUMBER, "Some 250,000 people fled.", "fa", "حدود ۲۵۰ هزار نفر گریختند.", State.EQUAL),
    (NUMBER, "Some 250,000 people fled.", "he", "250 אלף איש נמלטו.", State.EQUAL),
    (PERCENTAGE, "Prices rose 12.5 percent.", "ar", "ارتفعت الأسعار 12.5 في المئة.", State.EQUAL),
    (PERCENTAGE, "Prices rose 12.5 percent.", "ar", "ارتفعت الأسعار ١٢٫٥٪.", State.EQUAL),
    (PERCENTAGE, "Prices rose 12.5 percent.", "ar", "ارتفعت الأسعار ١٥٫٢٪.", State.DIFFERS),
    (DATE, "The port closed on Feb. 24, 2022.", "ar", "أغلق الميناء في ٢٤ فبراير ٢٠٢٢.", State.EQUAL),
    (DATE, "The port closed on Feb. 24, 2022.", "ar", "أغلق الميناء في 26 فبراير 2022.", State.DIFFERS),
    (DATE, "The port closed on Tuesday.", "ar", "أغلق الميناء يوم الثلاثاء.", State.EQUAL),
    (NUMBER, "The ferry had 312 people aboard.", "fa", "در کشتی ۳۱۲ نفر بودند.", State.EQUAL),
    (NUMBER, "The ferry had 312 people aboard.", "fa", "در کشتی ۳۲۱ نفر بودند.", State.DIFFERS),
    (PERCENTAGE, "Prices rose 12.5 percent.", "fa", "قیمت‌ها ۱۲٫۵٪ بالا رفت.", State.EQUAL),
    (DATE, "The port closed on Tuesday.", "fa", "بندر روز سه‌شنبه بسته شد.", State.EQUAL),
    (NUMBER, "The ferry had 312 people aboard.", "he", "על המעבורת היו 312 איש.", State.EQUAL),
    (DATE, "The port closed on Feb. 24, 2022.", "he", "הנמל נסגר ב-24 בפברואר 2022.", State.EQUAL),
    (DATE, "The port closed on Feb. 24, 2022.", "he", "הנמל נסגר ב-26 בפברואר 2022.", State.DIFFERS),
    (PERCENTAGE, "Prices rose 12.5 percent.", "he", "המחירים עלו ב-12.5 אחוזים.", State.EQUAL),
    (DATE, "The port closed on Tuesday.", "he", "הנמל נסגר ביום שלישי.", State.EQUAL),
]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(("kind", "english", "other", "translation", "state"), FROM_RIGHT_TO_LEFT)
def test_digits_and_days_of_arabic_persian_and_hebrew_are_those_of_english(
    kind: FactKind, english: str, other: str, translation: str, state: State, turned: bool
) -> None:
    sides = [("en", english), (other, translation)]
    left, right = reversed(sides) if turned else sides
    assert [(d.kind, d.state) for d in entries(left, right)] == [(kind, state)]


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        ("أغلق الإضراب ١٬٢٠٠ متجر.", "أغلق الإضراب 1,200 متجر.", State.EQUAL),
        ("أغلق الإضراب ١٬٢٠٠ متجر.", "أغلق الإضراب ١٬٣٥٠ متجر.", State.DIFFERS),
        ("أغلق الإضراب ٥٠٠ متجر.", "أغلق الإضراب ٤٨٨ متجر.", State.EQUAL),
        ("قطع ١٫٥ كيلومتر.", "قطع 1.5 كيلومتر.", State.EQUAL),
    ],
)
def test_two_reports_in_arabic_have_one_entry_for_a_number(left: str, right: str, state: State) -> None:
    assert [(d.kind, d.state) for d in entries(("ar", left), ("ar", right))] == [(NUMBER, state)]
