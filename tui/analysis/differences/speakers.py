"""Who says a quotation, as the words beside it tell."""

from __future__ import annotations

import re

from tui.model import Article, Span

_VERB = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|tweeted|continued|asked|explained|noted|declared|insisted|"
    r"argued|replied|recalled|stated|warned|concluded|announced|claimed|acknowledged|admitted|called|vowed)"
)
_NAME = r"(?:[A-Z][\w'’-]*\.?(?:\s(?:[A-Z][\w'’-]*\.?|of|de|van|von|al|bin|and|the))*\s)?[A-Z][\w'’-]+"
_WHO = rf"(?:{_NAME}|[Hh]e|[Ss]he|[Tt]hey|[Tt]he\s[\w\s]{{3,30}}?)"
_AFTER = re.compile(
    rf"^[\s,]*(?:{_VERB}\s(?P<late>{_WHO})|(?P<early>{_WHO})(?:,[^,]{{1,60}},)?\s(?:\w+ly\s|has\s|had\s|also\s)?{_VERB})\b"
)
_BEFORE = re.compile(
    rf"(?P<early>{_WHO})(?:,[^,“”\"]{{1,60}},)?\s(?:\w+ly\s|has\s|had\s|also\s)?{_VERB}\b[^.“”\"]{{0,80}}$"
)
_CAPITAL, _SMALL = "A-ZÀ-ÖØ-ÞА-ЯЁ", r"[^\W\d_]"
_OTHER_NAME = rf"(?:[{_CAPITAL}]{_SMALL}*\.?\s(?:(?:de|del|von|van)\s)?){{0,3}}[{_CAPITAL}]{_SMALL}+"
_OTHER_VERBS = {
    "es": "dijo|afirmó|declaró|aseguró|señaló|añadió|explicó|escribió|sostuvo|indicó|advirtió|agregó",
    "de": "sagte|sagt|erklärte|betonte|schrieb|teilte|fügte|meinte|berichtete|kritisierte|warnte|ergänzte",
    "ru": "(?:сказал|заявил|отметил|добавил|написал|подчеркнул|пояснил|сообщил|рассказал|предупредил)а?",
}
_CHINESE_VERB = "说|表示|称|指出|强调|写道|警告|宣布"
_CHINESE_SPEAKER = re.compile(
    r"(?P<early>[\u4e00-\u9fff·]{2,14}?)(?:还|也|则|又|曾)?(?:在[^，。]{1,12})?"
    rf"(?:{_CHINESE_VERB})[^，。“”]{{0,8}}[，：:]?$"
)
_REACH = 160
"""Characters before and after a quotation in which its speaker is looked for."""


def speaker_of(article: Article, quotation: Span, passage: int) -> str:
    """The speaker of a quotation, as written: a name, a `he` or a `the spokesman`; empty if none is found."""
    if article.language not in ("", "en"):
        return _other_speaker(article, quotation, passage)
    text = article.text
    inside = re.search(
        rf"[,.?!]?[\"”]\s(?:{_VERB}\s(?P<late>{_WHO})|(?P<early>{_WHO})\s{_VERB})\b", quotation.cut(text)
    )
    before, after = _around(article, quotation, passage)
    for match in (inside, _AFTER.search(after), _BEFORE.search(before)):
        if match:
            return " ".join((match["early"] or match.groupdict().get("late") or "").split())
    return ""


def _around(article: Article, quotation: Span, passage: int) -> tuple[str, str]:
    """The text before and after a quotation, within its paragraph."""
    text, start = article.text, article.passages[passage].span.start
    before = text[max(start - _REACH, quotation.start - _REACH, 0) : quotation.start].rpartition("\n\n")[2]
    return before, text[quotation.end : quotation.end + _REACH].partition("\n\n")[0]


def _other_speaker(article: Article, quotation: Span, passage: int) -> str:
    """The speaker in a language other than English, beside a verb of saying."""
    before, after = _around(article, quotation, passage)
    if article.language == "zh":
        match = _CHINESE_SPEAKER.search(before)
        return match["early"] if match else ""
    verb = _OTHER_VERBS.get(article.language)
    if verb is None:
        return ""
    for pattern, text in (
        (rf"^[\s,.;»”“—–-]*(?:{verb})\s(?:\w+\s){{0,3}}?(?P<name>{_OTHER_NAME})", after),
        (rf"(?P<name>{_OTHER_NAME})(?:,[^,]{{1,60}},)?\s(?:{verb})\b[^.“”»«]{{0,80}}$", before),
        (rf"(?:{verb})\s(?:\w+\s){{0,3}}?(?P<name>{_OTHER_NAME})\b[^.“”»«]{{0,80}}$", before),
    ):
        if match := re.search(pattern, text):
            return " ".join(match["name"].split())
    return ""
