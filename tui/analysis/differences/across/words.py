"""Words of amounts and times, by hand: Spanish, German, Russian, Chinese; a few of Arabic, Persian, Hebrew.

A form that ends in `*` stands for all words that begin so. Where one form begins another, the longer one
comes first. Of other languages only what CLDR knows is found: months, weekdays, currencies, separators.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from tui.analysis.unspaced_words import UNSPACED_LANGUAGES


class Vocabulary(Struct, frozen=True):
    """The words of one language; each tuple holds pairs of a value and its forms, separated by `|`."""

    scales: tuple[tuple[float, str], ...] = ()
    """Words that multiply the number before them."""
    bounds: tuple[tuple[str, str], ...] = ()
    """Words before a number, by the bound that `Number` knows."""
    units: tuple[tuple[str, str], ...] = ()
    """Words after a number, by the English unit of the table of measures."""
    currencies: tuple[tuple[str, str], ...] = ()
    """Words after an amount, by ISO 4217 code; these come before the names of CLDR."""
    percent: str = ""
    shares: tuple[tuple[float, str], ...] = ()
    """Fractions in words."""
    days: tuple[tuple[int, str], ...] = ()
    """Words for a day, counted from today."""
    months: tuple[tuple[int, str], ...] = ()
    weekdays: tuple[tuple[int, str], ...] = ()
    """0 is Monday."""
    ago: str = ""
    """A pattern of `three years ago`, with the groups `count` and `unit`."""
    year: str = ""
    """A pattern of a year, with the group `year`."""
    age: str = ""
    """A pattern of an age, with the group `count`."""
    clock: str = ""
    """A pattern of a time of day, with the groups `hour`, `minute` and `part`."""
    afternoon: str = ""
    """Words for the parts of the day after noon, as `part` has them."""
    night: str = ""
    """Those of them that end with midnight: with 12 they are the start of a day."""


_SPANISH = Vocabulary(
    scales=((1e9, "mil millones|millardos?"), (1e12, "billón|billones"), (1e6, "millón|millones"),
        (1e3, "mil")),
    bounds=(
        ("at least", "al menos|por lo menos|no menos de|como mínimo"),
        ("more", "más de|mas de"),
        ("less", "menos de|no más de|como máximo"),
        ("up to", "hasta"),
        ("nearly", "casi|cerca de"),
        ("about", "unos|unas|alrededor de|aproximadamente|en torno a"),
    ),
    units=(
        ("minute", "minutos?"), ("second", "segundos?"), ("hour", "horas?"), ("day", "días?|jornadas?"),
        ("week", "semanas?"), ("month", "mes|meses"), ("year", "años?"),
        ("square-km", "kilómetros? cuadrados?|km²|km2"), ("km", "kilómetros?|km"),
        ("meter", "metros?"), ("ton", "toneladas?"), ("hectare", "hectáreas?"),
        ("kilo", "kilos?|kilogramos?|kg"),
        ("liter", "litros?"), ("barrel", "barril|barriles"),
    ),
    currencies=(
        ("USD", "dólar|dólares"), ("EUR", "euros?"), ("GBP", "libras?"), ("RUB", "rublos?"),
        ("CNY", "yuanes|yuan"),
        ("JPY", "yenes|yen"),
    ),
    percent="por ciento|por cien",
    shares=((1 / 2, "la mitad"), (1 / 3, "un tercio"), (2 / 3, "dos tercios"),
        (3 / 4, "tres cuartas partes")),
    days=((0, "hoy"), (-1, "ayer"), (-2, "anteayer"), (2, "pasado mañana")),
    ago=r"hace (?P<count>\d+|\w+) (?P<unit>día|semana|mes|año)\w*",
    year=r"(?:en|desde|de|hasta) (?:el año )?(?P<year>(?:1[5-9]|20)\d\d)(?![\d.,]\d)",
    age=r"(?:de|tiene|tenía) (?P<count>\d{1,3}) años(?! de)",
    clock=r"(?:a las?|las|hasta las|desde las) (?P<hour>\d{1,2})(?:[:.h](?P<minute>[0-5]\d))?(?: horas)?"
    r"(?: de la (?P<part>mañana|tarde|noche|madrugada))?",
    afternoon="tarde|noche",
    night="noche",
)  # fmt: skip

_GERMAN = Vocabulary(
    scales=(
        (1e12, "billion(?:en)?|bio\\."), (1e9, "milliarden?|mrd\\.?"), (1e6, "million(?:en)?|mio\\.?"),
        (1e3, "tausend"),
    ),
    bounds=(
        ("at least", "mindestens|wenigstens|nicht weniger als"),
        ("more", "mehr als|über"),
        ("less", "höchstens|weniger als|unter|nicht mehr als"),
        ("up to", "bis zu"),
        ("nearly", "fast|beinahe|knapp|annähernd|nahezu"),
        ("just over", "gut"),
        ("about", "rund|etwa|ungefähr|circa|ca\\.|gegen"),
    ),
    units=(
        ("minute", "minuten?"), ("second", "sekunden?"), ("hour", "stunden?"), ("day", "tag|tagen?"),
        ("week", "wochen?"), ("month", "monat|monaten?"), ("year", "jahr|jahren?"),
        ("square-km", "quadratkilometern?|km²|km2"), ("km", "kilometern?|km"), ("meter", "metern?"),
        ("ton", "tonnen?"), ("hectare", "hektar"), ("kilo", "kilo|kilogramm|kg"), ("liter", "litern?"),
        ("barrel", "barrel|fass"),
    ),
    currencies=(
        ("USD", "(?:us-)?dollars?"), ("EUR", "euros?"), ("GBP", "pfund"), ("RUB", "rubel"), ("CNY", "yuan"),
        ("JPY", "yen"), ("CHF", "franken"),
    ),
    percent="prozent",
    shares=((1 / 2, "die hälfte"), (1 / 3, "ein drittel"), (2 / 3, "zwei drittel"), (1 / 4, "ein viertel"),
            (3 / 4, "drei viertel")),
    days=((0, "heute"), (-1, "gestern"), (-2, "vorgestern"), (2, "übermorgen")),
    ago=r"vor (?P<count>\d+|\w+) (?P<unit>tag|woche|monat|jahr)\w*",
    year=r"(?:im jahre?|seit|ende|anfang|mitte|bis) (?P<year>(?:1[5-9]|20)\d\d)",
    age=r"(?P<count>\d{1,3})[- ](?:jährige[rnms]?|jahre alt)",
    clock=r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?[\s\xa0]uhr"
    r"(?: (?:morgens|(?P<part>abends|nachmittags)))?",
    afternoon="abends|nachmittags",
)  # fmt: skip

_RUSSIAN = Vocabulary(
    scales=(
        (1e12, "трлн|триллион*"), (1e9, "млрд|миллиард*"), (1e6, "млн|миллион*"), (1e3, "тыс\\.?|тысяч*"),
    ),
    bounds=(
        ("at least", "не менее|не меньше|как минимум|по меньшей мере"),
        ("more", "более чем|более|больше|свыше"),
        ("less", "не более|не больше|менее|меньше"),
        ("nearly", "почти"),
        ("about", "около|примерно|приблизительно|порядка|где-то"),
    ),
    units=(
        ("minute", "минут*"), ("second", "секунд*"), ("hour", "час|часа|часов|часам|часах"),
        ("day", "день|дня|дней|дням|суток"), ("week", "недел*"), ("month", "месяц*"),
        ("year", "год|года|году|лет|годам|годов"), ("square-km", "квадратных километр*|кв\\. км|км²"),
        ("km", "километр*|км"), ("meter", "метр|метра|метров|метрах"), ("ton", "тонн*"),
        ("hectare", "гектар*"),
        ("kilo", "килограмм*|кг"), ("liter", "литр*"), ("barrel", "баррел*"),
    ),
    currencies=(
        ("USD", "доллар*"), ("EUR", "евро"), ("GBP", "фунт*"), ("RUB", "рубл*|руб\\."), ("CNY", "юан*"),
        ("JPY", "иен*|йен*"), ("UAH", "грив*"),
    ),
    percent="процент*",
    shares=((1 / 2, "половин*"), (1 / 3, "треть|трети"), (2 / 3, "две трети|двух третей"),
            (1 / 4, "четверть|четверти"), (3 / 4, "три четверти")),
    days=((0, "сегодня"), (-1, "вчера"), (-2, "позавчера"), (1, "завтра"), (2, "послезавтра")),
    months=tuple(
        (number, forms)
        for number, forms in enumerate(
            "январ[яьюе] феврал[яьюе] март[аеу]? апрел[яьюе] ма[яйюе] июн[яьюе] июл[яьюе] август[аеу]? "
            "сентябр[яьюе] октябр[яьюе] ноябр[яьюе] декабр[яьюе]".split(),
            1,
        )
    ),
    weekdays=tuple(
        enumerate("понедельник[аеу]? вторник[аеу]? сред[аыу] четверг[аеу]? пятниц[аыеу] суббот[аыеу] "
                  "воскресень[ея]".split())
    ),
    ago=r"(?:(?P<count>\d+|\w+) )?(?P<unit>дня|дней|день|недел|месяц|лет|года|год)\w* назад",
    year=r"(?:в|с|до|к) (?P<year>(?:1[5-9]|20)\d\d)(?:-м)? году?а?|(?P<year2>(?:1[5-9]|20)\d\d) год[ау]?",
    age=r"(?P<count>\d{1,3})-летн\w+",
    clock=r"(?:в|около|к|с|до) (?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?: (?P<part>вечера|дня))?"
    r"|(?:в|около|к|с|до) (?P<hour2>\d{1,2}) час(?:ов|а)? (?:(?P<part2>вечера|дня)|утра|ночи)",
    afternoon="вечера|дня",
)  # fmt: skip

_CHINESE = Vocabulary(
    scales=((1e12, "万亿|萬億"), (1e8, "亿|億"), (1e7, "千万|千萬"), (1e6, "百万|百萬"), (1e4, "万|萬")),
    bounds=(
        ("at least", "至少|不少于|以上"),
        ("more", "超过|超過|逾|多于|高达"),
        ("less", "不到|少于|不足|不超过"),
        ("up to", "多达|最多"),
        ("nearly", "将近|接近|近"),
        ("about", "大约|约为|约|大概|左右"),
    ),
    units=(
        ("minute", "分钟|分鐘"), ("second", "秒钟?"), ("hour", "个?小时|個?小時"), ("day", "天"),
        ("week", "周|个?星期|個?星期"), ("month", "个月|個月"), ("year", "年(?![底初末中前度代])"),
        ("square-km", "平方公里|平方千米"), ("km", "公里|千米"), ("meter", "米"), ("ton", "吨|噸"),
        ("hectare", "公顷|公頃"), ("kilo", "公斤|千克"), ("liter", "升"), ("barrel", "桶"),
    ),
    currencies=(
        ("USD", "美元|美金"), ("EUR", "欧元|歐元"), ("GBP", "英镑|英鎊"), ("RUB", "卢布|盧布"),
        ("CNY", "元人民币|人民币|元"), ("JPY", "日元|日圆"), ("HKD", "港元|港币"),
    ),
    shares=((1 / 2, "一半|半数"), (1 / 3, "三分之一"), (2 / 3, "三分之二"), (1 / 4, "四分之一"),
            (3 / 4, "四分之三")),
    days=((0, "今天|今日"), (-1, "昨天|昨日"), (-2, "前天"), (1, "明天|明日"), (2, "后天")),
    weekdays=tuple(enumerate(f"(?:星期|礼拜|周|週){sign}" for sign in "一 二 三 四 五 六 [日天]".split())),
    ago=r"(?P<count>\d+|[一二两三四五六七八九十]+)个?(?P<unit>天|周|星期|月|年)(?:之)?前",
    year=r"(?P<year>(?:1[5-9]|20)\d\d)年",
    age=r"(?P<count>\d{1,3}|[一二两三四五六七八九十]+)岁",
    clock=r"(?:凌晨|早上|上午|清晨|(?P<part>下午|晚上|晚间|傍晚|夜间|中午|晚))?"
    r"(?P<hour>\d{1,2})(?:点|點|时(?!间)|時(?!間)|:|：)(?P<minute>[0-5]?\d)?分?(?!钟)",
    afternoon="下午|晚上|晚间|傍晚|夜间|晚",
    night="晚上|晚间|夜间|晚",
)  # fmt: skip

_ARABIC = Vocabulary(
    scales=((1e3, "ألفا?|آلاف"), (1e6, "مليونا?|ملايين"), (1e9, "مليارا?|مليارات"), (1e12, "تريليون")),
    bounds=(
        ("more", "أكثر من|ما يزيد على|ما يزيد عن"),
        ("less", "أقل من"),
        ("at least", "ما لا يقل عن"),
        ("up to", "حتى"),
        ("about", "نحو|حوالي|قرابة|زهاء"),
    ),
    percent="بالمئة|بالمائة|في المئة|في المائة",
)  # fmt: skip
_PERSIAN = Vocabulary(
    scales=((1e3, "هزار"), (1e6, "میلیون"), (1e9, "میلیارد"), (1e12, "تریلیون")),
    bounds=(
        ("more", "بیش از|بیشتر از"),
        ("less", "کمتر از"),
        ("at least", "دست کم|دست‌کم|حداقل"),
        ("about", "حدود|نزدیک به"),
    ),
    percent="درصد",
)  # fmt: skip
_HEBREW = Vocabulary(
    scales=((1e3, "אלף|אלפים|אלפי"), (1e6, "מיליון|מיליוני"), (1e9, "מיליארד|מיליארדי"), (1e12, "טריליון")),
    bounds=(
        ("more", "יותר מ|למעלה מ|מעל"),
        ("less", "פחות מ"),
        ("at least", "לפחות"),
        ("up to", "עד"),
        ("about", "כ|בערך|סביב"),
    ),
    percent="אחוז|אחוזים",
)  # fmt: skip
VOCABULARIES: Mapping[str, Vocabulary] = {
    **{"es": _SPANISH, "de": _GERMAN, "ru": _RUSSIAN, "zh": _CHINESE},
    **{"ar": _ARABIC, "fa": _PERSIAN, "he": _HEBREW},
}


def vocabulary(language: str) -> Vocabulary:
    """The words of a language; none of one without a list."""
    return VOCABULARIES.get(language, Vocabulary())


@cache
def words_pattern(forms: str, language: str) -> re.Pattern[str]:
    """A pattern of one of some forms as whole words."""
    pattern = re.sub(r"\*(?=\||$)", r"\\w*", forms)
    return re.compile(pattern if language in UNSPACED_LANGUAGES else rf"(?<!\w)(?:{pattern})(?!\w)", re.I)
