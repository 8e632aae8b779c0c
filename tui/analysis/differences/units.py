"""Currencies and units of measure.

The names and signs of currencies are Babel's (CLDR; BSD; 16 ms and 15 more for a language), which knows
307 of them in every language. Measures have a table here: pint takes 110 ms to import and quantulum3 1.9 s
for its first sentence, for the two dozen units that news reports use. The factors are exact by definition
(international yard and pound, 1959).
"""

from __future__ import annotations

from functools import cache

from tui.analysis.differences.sentence import Sentence

_TABLE = (
    # dimension, factor, offset, names
    ("m", 1000.0, "km kilometer kilometers kilometre kilometres"),
    ("m", 1.0, "m meter meters metre metres"),
    ("m", 0.01, "cm centimeter centimeters centimetre centimetres"),
    ("m", 1609.344, "mi mile miles"),
    ("m", 0.3048, "ft foot feet"),
    ("m", 0.9144, "yard yards"),
    ("m", 0.0254, "inch inches"),
    ("m²", 1e6, "square-kilometers square-kilometres square-km sq-km"),
    ("m²", 2589988.11, "square-miles square-mile sq-miles"),
    ("m²", 1.0, "square-meters square-metres"),
    ("m²", 0.09290304, "square-feet square-foot"),
    ("m²", 4046.8564, "acre acres"),
    ("m²", 10000.0, "hectare hectares"),
    ("kg", 1.0, "kg kilo kilos kilogram kilograms"),
    ("kg", 0.001, "gram grams"),
    ("kg", 0.45359237, "lb lbs pound pounds"),
    ("kg", 0.0283495231, "ounce ounces"),
    ("kg", 1000.0, "ton tons tonne tonnes metric-tons metric-tonnes"),
    ("l", 1.0, "liter liters litre litres"),
    ("l", 3.785411784, "gallon gallons"),
    ("l", 158.987295, "barrel barrels"),
    ("km/h", 1.0, "kph km/h kmh kilometers-per-hour kilometres-per-hour"),
    ("km/h", 1.609344, "mph miles-per-hour"),
    ("W", 1e6, "megawatt megawatts mw"),
    ("W", 1e9, "gigawatt gigawatts gw"),
    ("s", 1.0, "second seconds"),
    ("s", 60.0, "minute minutes"),
    ("s", 3600.0, "hour hours"),
    ("s", 86400.0, "day days"),
    ("s", 7 * 86400.0, "week weeks"),
    ("s", 365.25 / 12 * 86400, "month months"),
    ("s", 365.25 * 86400, "year years"),
    ("s", 3652.5 * 86400, "decade decades"),
)
_UNITS = {name: (dimension, factor) for dimension, factor, names in _TABLE for name in names.split()}
_DEGREES = {"celsius": "C", "c": "C", "centigrade": "C", "fahrenheit": "F", "f": "F"}


def measure(sentence: Sentence, place: int) -> tuple[str, float, int] | None:
    """The dimension of the unit at a place, its factor to the base unit, and the place after it."""
    while sentence.folded(place) == "-":
        place += 1
    one, two, three = (sentence.folded(place + k) for k in range(3))
    for name, length in ((f"{one}-{two}-{three}", 3), (f"{one}-{two}", 2), (one, 1)):
        if name in _UNITS:
            dimension, factor = _UNITS[name]
            # `12 m` may be metres or million; only a number apart from its letter is a measure.
            return None if name == "m" and sentence.joined(place) else (dimension, factor, place + length)
    return None


def unit_of(name: str) -> tuple[str, float]:
    """The dimension of a unit by its English name, and its factor to the base unit."""
    return _UNITS[name]


def named(name: str) -> tuple[str, float] | None:
    """What `unit_of` gives; None for another name."""
    return _UNITS.get(name)


def degrees(sentence: Sentence, place: int) -> tuple[str, int] | None:
    """`C` or `F`, or `°` without a scale, and the place after it; None if there are no degrees."""
    if sentence.folded(place) in ("degree", "degrees", "°"):
        scale = _DEGREES.get(sentence.folded(place + 1), "")
        return (scale, place + 2) if scale else ("°", place + 1)
    return None


@cache
def currency_names(language: str) -> dict[tuple[str, ...], str]:
    """The ISO 4217 codes of currencies by their names in a language, as words, case folded.

    The last word alone (`rubles`) stands for the only currency that ends in it, or for the best known.
    """
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_currency_name

    try:
        locale = Locale.parse(language or "en")
    except (ValueError, UnknownLocaleError):
        return {}
    names: dict[tuple[str, ...], str] = {}
    last: dict[str, set[str]] = {}
    for code, name in locale.currencies.items():
        for form in {name, *(get_currency_name(code, count, locale) for count in (1, 2, 5))}:
            words = tuple(form.casefold().replace(".", "").split())
            if words and "(" not in form:
                names[words] = code
                last.setdefault(words[-1], set()).add(code)
    for word, codes in last.items():
        known = next((code for code in _BEST_KNOWN if code in codes), "")
        if known or len(codes) == 1:
            names.setdefault((word,), known or next(iter(codes)))
    return names


_BEST_KNOWN = ("USD", "EUR", "GBP", "JPY", "CNY", "RUB", "INR", "UAH", "ILS", "KRW", "PLN")
SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB"}
DOLLARS = {"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD",
            "nz": "NZD", "s": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN"}  # fmt: skip


def currency_before(sentence: Sentence, place: int) -> tuple[str, int]:
    """The code of the currency sign before a place, and the place where it begins; "" if there is none."""
    sign = sentence.folded(place - 1)
    if sign == "$":
        mark = sentence.folded(place - 2) if sentence.joined(place - 1) else ""
        return (DOLLARS[mark], place - 2) if mark in DOLLARS else ("USD", place - 1)
    if sign in SIGNS:
        return SIGNS[sign], place - 1
    code = sentence.words[place - 1].text if place else ""
    if len(code) == 3 and code.isupper() and code.casefold() in _codes():
        return code, place - 1
    return "", place


def currency_after(sentence: Sentence, place: int) -> tuple[str, int]:
    """The code of the currency named from a place on, and the place after its name; "" if there is none."""
    if sentence.folded(place) in SIGNS:
        return SIGNS[sentence.folded(place)], place + 1
    names = currency_names(sentence.language)
    for length in (3, 2, 1):
        words = tuple(sentence.folded(k).replace(".", "") for k in range(place, place + length))
        if words in names and all(words):
            return names[words], place + length
    return "", place


@cache
def _codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(str(code).casefold() for code in Locale.parse("en").currencies)
