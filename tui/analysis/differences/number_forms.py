"""Numbers of several words and marks: `two and a half million`, `1½ million`, `22 1/2`, `12 500`."""

from __future__ import annotations

import re

from tui.analysis.differences.number import Number, exact_number
from tui.analysis.differences.sentence import Sentence

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SMALL = {w: float(n) for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_SMALL |= {"a": 1.0, "an": 1.0}
_SHARES = {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1 / 3, "thirds": 1 / 3}
_MARKS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_MARKS |= {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}
_LETTERS = {"m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "k": 1e3}
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_SCALE = "|".join(SCALES)
_WORD = "|".join(_SMALL)
_VALUE = rf"(?:\d+(?:\.\d+)?|{_WORD})"

_FORM = re.compile(
    rf"""(?<![\w.,'’½¼¾-])(?:
      (?P<n1>{_VALUE})\s+and\s+(?:a|one)[\s-](?P<s1>half|quarter)\s+(?P<x1>{_SCALE})
    | (?P<n2>{_VALUE})[\s-](?P<x2>{_SCALE})\s+and\s+(?:a|one)[\s-](?P<s2>half|quarter)
    | (?P<n3>\d*)\s?(?P<s3>[½¼¾⅓⅔])(?:[\s-](?P<x3>{_SCALE})s?)?
    | (?:(?P<n4>{_WORD})[\s-])?(?P<s4>half|quarters?|thirds?)\s+(?:of\s+)?an?\s+(?P<x4>{_SCALE})
    | (?P<s7>half)[\s-](?P<x7>million|billion|trillion)
    | (?P<n8>\d+)[\s-](?P<s8>[1-3]/[2-4])(?!/)
    | (?P<grouped>\d{{1,3}}(?:['’\u202f\u00a0\u2009\ ]\d{{3}})+)(?![\w]|[.,]\d)
    | (?P<n5>\d+(?:\.\d+)?|{_WORD})[\s-](?P<x5>trillion)
    | (?P<n6>\d+(?:\.\d+)?)(?P<x6>m|mn|bn|tn|k)(?=\s(?!race|race|dash|sprint|final|freestyle)[a-z]{{4,}})
    | (?P<vague>(?:tens|dozens|scores|hundreds|thousands)\s+of\s+(?:{_SCALE})s
        |an?\s+(?:couple|few)\s+(?:of\s+)?(?:dozen|{_SCALE})|(?:several|many|a\sfew)\s+(?:dozen|{_SCALE}))
    )(?!\w)""",
    re.X | re.I,
)


def compound_numbers(sentence: Sentence) -> tuple[list[Number], set[int]]:
    """The numbers of such forms, and the places of all their words; vague ones have places and no number."""
    numbers: list[Number] = []
    taken: set[int] = set()
    for match in _FORM.finditer(sentence.text):
        places = [k for k, w in enumerate(sentence.words) if w.start < match.end() and match.start() < w.end]
        if not places or _is_date(sentence.text, match):
            continue
        value, precision = _value(match)
        if not match["vague"] and value is None:
            continue
        taken |= set(places)
        if value is not None:
            spoken = match["grouped"] is None and not match[0][0].isdigit()
            numbers.append(exact_number(places[0], places[-1] + 1, value, precision, spoken))
    return numbers, taken


def _is_date(text: str, match: re.Match[str]) -> bool:
    """`on May 12 500 people`, `in 2012 500 people`: two numbers."""
    if match["grouped"] is None or " " not in match["grouped"]:
        return False
    return bool(re.search(rf"(?:{_MONTH}|\d,)\s$", text[: match.start()], re.I))


def _value(match: re.Match[str]) -> tuple[float | None, float]:
    """The value, and that of its last digit; None for a vague number."""
    part = match.groupdict()
    if part["grouped"]:
        digits = re.sub(r"\D", "", part["grouped"])
        return float(digits), float(10 ** (len(digits) - len(digits.rstrip("0"))))
    for k in "12":
        if part[f"x{k}"]:
            scale = SCALES[part[f"x{k}"].casefold()]
            return (_number(part[f"n{k}"]) + _SHARES[part[f"s{k}"].casefold()]) * scale, scale / 10
    if part["s3"]:
        scale = SCALES[part["x3"].casefold()] if part["x3"] else 1.0
        return (float(part["n3"] or 0) + _MARKS[part["s3"]]) * scale, scale / 10
    if part["x4"]:
        scale = SCALES[part["x4"].casefold()]
        times = _number(part["n4"]) if part["n4"] else 1.0
        return times * _SHARES[part["s4"].casefold()] * scale, scale / 10
    if part["s7"]:
        return SCALES[part["x7"].casefold()] / 2, SCALES[part["x7"].casefold()] / 10
    if part["s8"]:
        rest = _MARKS.get(part["s8"])
        return (None if rest is None else float(part["n8"]) + rest), 0.1
    for k, scales in (("5", SCALES), ("6", _LETTERS)):
        if part[f"x{k}"]:
            scale = scales[part[f"x{k}"].casefold()]
            written = part[f"n{k}"]
            decimals = len(written.partition(".")[2])
            return _number(written) * scale, scale / 10**decimals
    return None, 0.0


def _number(text: str) -> float:
    return _SMALL.get(text.casefold()) or float(text)
