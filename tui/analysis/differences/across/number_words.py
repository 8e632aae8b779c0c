"""Numbers in words: Russian ones from a table, Chinese ones by their places. text2num reads the others."""

from __future__ import annotations

import re
from functools import cache

_RUSSIAN = (
    (0, "ноль нуля"), (2, "два две двух двум двумя двое двоих"),
    (3, "три трёх трех трём трем тремя трое троих"),
    (4, "четыре четырёх четырех четырём четырем четверо четверых"), (5, "пять пяти пятью пятеро пятерых"),
    (6, "шесть шести шестью шестеро шестерых"), (7, "семь семи семью семеро семерых"),
    (8, "восемь восьми восемью"), (9, "девять девяти девятью"), (10, "десять десяти десятью"),
    (11, "одиннадцать одиннадцати"), (12, "двенадцать двенадцати"), (13, "тринадцать тринадцати"),
    (14, "четырнадцать четырнадцати"), (15, "пятнадцать пятнадцати"), (16, "шестнадцать шестнадцати"),
    (17, "семнадцать семнадцати"), (18, "восемнадцать восемнадцати"), (19, "девятнадцать девятнадцати"),
    (20, "двадцать двадцати"), (30, "тридцать тридцати"), (40, "сорок сорока"), (50, "пятьдесят пятидесяти"),
    (60, "шестьдесят шестидесяти"), (70, "семьдесят семидесяти"), (80, "восемьдесят восьмидесяти"),
    (90, "девяносто девяноста"), (100, "сто ста"), (200, "двести двухсот"), (300, "триста трёхсот трехсот"),
    (400, "четыреста четырёхсот четырехсот"), (500, "пятьсот пятисот"), (600, "шестьсот шестисот"),
    (700, "семьсот семисот"), (800, "восемьсот восьмисот"), (900, "девятьсот девятисот"),
)  # fmt: skip
_ONE = frozenset("один одна одно одного одну одной".split())
"""Counts only after tens: by itself it is mostly `some` or `alone`."""
_RUSSIAN_WORD = re.compile(r"[а-яё]+", re.I)

_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_CHINESE = re.compile(r"[零〇一二两兩三四五六七八九十百千]+")
_BESIDE = re.compile(r"(?:[第数几好成上整分]|(?<!百分)之)$")
"""Before a numeral: an ordinal, or no exact number (`数十`, `几百`, `上百`)."""
_COUNTED = re.compile(
    "[个個名人天年月次位家国國岁歲枚架艘座所条條项項艘支辆輛份场場块塊种種周桶吨噸米户戶批点點层層度轮輪号號万萬亿億]|小时|分钟|公里|公斤|星期"
)
"""Words after a numeral of one sign; without one `三` may be part of a name."""

Spoken = tuple[int, int, float]
"""Start and end in a text, and the value."""


def russian_numbers(text: str) -> list[Spoken]:
    """The numbers in Russian words below a thousand, in any case, without a lone `one`."""
    found: list[Spoken] = []
    for match in _RUSSIAN_WORD.finditer(text):
        word = match.group().casefold()
        last = found[-1] if found and text[found[-1][1] : match.start()] == " " else None
        if word in _ONE and last and last[2] >= 20 and last[2] % 10 == 0:
            found[-1] = last[0], match.end(), last[2] + 1
            continue
        value = _russian_values().get(word)
        if value is None:
            continue
        joins = (
            last and 0 < value < (10 if last[2] % 100 else 100) and last[2] % (10 if value < 10 else 100) == 0
        )
        if last and joins:
            found[-1] = last[0], match.end(), last[2] + value
        else:
            found.append((match.start(), match.end(), float(value)))
    return found


@cache
def _russian_values() -> dict[str, int]:
    return {word: value for value, words in _RUSSIAN for word in words.split()}


def chinese_numbers(text: str) -> list[Spoken]:
    """The numbers in Chinese signs below ten thousand; single ones only before a word for what is counted."""
    found: list[Spoken] = []
    for match in _CHINESE.finditer(text):
        signs = match.group()
        value = _chinese_value(signs)
        if value is None or value < 2 or _BESIDE.search(text[: match.start()]):
            continue
        if len(signs) == 1 and not _COUNTED.match(text, match.end()):
            continue
        found.append((match.start(), match.end(), float(value)))
    return found


def _chinese_value(signs: str) -> int | None:
    """The value of a numeral; None for signs that are none, such as a row of digits."""
    total, digit = 0, None
    lowest = 10_000
    for sign in signs:
        if sign in _PLACES:
            place = _PLACES[sign]
            if place >= lowest or (digit is None and place > 10):
                return None
            total += (1 if digit is None else digit) * place
            digit, lowest = None, place
        elif digit:
            return None
        else:
            digit = _DIGITS[sign]
    return total + (digit or 0)


def small_number(word: str, language: str) -> float | None:
    """The value of one count in digits or in a word, as in `vor drei Wochen`; None if it is no number."""
    if word.isdecimal():
        return float(word)
    if language == "ru":
        return next((value for _, _, value in russian_numbers(word)), None)
    if language == "zh":
        value = _chinese_value(word)
        return None if value is None else float(value)
    return _SMALL.get(language, {}).get(word.casefold())


_SMALL = {
    "de": {
        form: float(number)
        for number, stem in enumerate(
            "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), 1
        )
        for form in (stem, f"{stem}em", f"{stem}er", f"{stem}en")
    },
    "es": {
        word: float(number)
        for number, words in enumerate(
            "un,una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(), 1
        )
        for word in words.split(",")
    },
}
