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
_REACH = 160
"""Characters before and after a quotation in which its speaker is looked for."""


def speaker_of(article: Article, quotation: Span, passage: int) -> str:
    """The speaker of a quotation, as written: a name, a `he` or a `the spokesman`; empty if none is found."""
    text = article.text
    inside = re.search(
        rf"[,.?!]?[\"”]\s(?:{_VERB}\s(?P<late>{_WHO})|(?P<early>{_WHO})\s{_VERB})\b", quotation.cut(text)
    )
    start = article.passages[passage].span.start
    before = text[max(start - _REACH, quotation.start - _REACH, 0) : quotation.start].rpartition("\n\n")[2]
    after = text[quotation.end : quotation.end + _REACH].partition("\n\n")[0]
    for match in (inside, _AFTER.search(after), _BEFORE.search(before)):
        if match:
            return " ".join((match["early"] or match.groupdict().get("late") or "").split())
    return ""
