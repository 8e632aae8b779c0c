"""Forms of English verbs, and which verbs name an act."""

from __future__ import annotations

import re
from functools import cache

from tui.analysis.word_tags import base_forms, is_verb_base

NO_ACTS = frozenset(
    "according add added adds allow allowed allowing allows appear appeared argue argued argues arguing "
    "based became become began begin believe believed believes bring brought call called calling calls "
    "came come comes coming comment commented commenting comments concern concerned concerning concerns "
    "consider considered considering continue continued do doing done exist existed existing exists "
    "expect expected expects express expressed expresses expressing feel felt find following found gave "
    "get getting give given gives giving go going gone got happen happened have having held hold "
    "holding holds hope hoped hopes include included includes including involve involved involving keep "
    "kept knew know known leave left let like liked look looked made make makes making mean means meant "
    "need needed needs note noted notes put read reads regarding relate related relating remain "
    "remained remains respond responded responding responds said saw say saying says see seem seemed "
    "seen set show showed shown shows start started state stated states take taken takes taking tell "
    "tells thank thanked thanking thanks think thought told took tried try trying turn turned turning "
    "turns use used uses using want wanted wants went work worked working works write written wrote".split()
)
"""Verbs that tell little of what a passage is about, or only that somebody speaks."""
_BASES = dict(
    pair.split(":")
    for pair in (
        "beat:beat became:become began:begin bet:bet bit:bite blew:blow bore:bear bought:buy bound:bind "
        "bred:breed broke:break built:build burnt:burn caught:catch chose:choose clung:cling cost:cost "
        "cut:cut dealt:deal drew:draw drove:drive fed:feed fled:flee flew:fly forbade:forbid "
        "foresaw:foresee forgave:forgive forwent:forgo fought:fight froze:freeze grew:grow hid:hide "
        "hit:hit hurt:hurt laid:lay led:lead lent:lend lit:light lost:lose met:meet misled:mislead "
        "misspoke:misspeak mistook:mistake outlaid:outlay overcame:overcome oversaw:oversee "
        "overthrew:overthrow paid:pay quit:quit ran:run rang:ring rebuilt:rebuild resold:resell "
        "retook:retake rewrote:rewrite rode:ride rose:rise sang:sing sank:sink sent:send shook:shake "
        "shot:shoot shut:shut slept:sleep slid:slide sold:sell sought:seek spent:spend split:split "
        "spoke:speak spread:spread stole:steal stood:stand struck:strike stuck:stick swept:sweep "
        "swore:swear taught:teach threw:throw tore:tear understood:understand undid:undo upheld:uphold "
        "withdrew:withdraw withheld:withhold woke:wake won:win wore:wear"
    ).split()
)
"""Base forms of irregular verbs."""


@cache
def base_verb(word: str) -> str:
    """The base form of a verb in its base form, in -s, or irregular; "" for what is no verb."""
    if word in _BASES:
        return _BASES[word]
    return next((form for form in base_forms(word) if is_verb_base(form)), "")


@cache
def gerund(word: str) -> str:
    """The form in -ing of a verb in any other, "" for what is no verb."""
    if word == "misled":
        return "misleading"
    if word.endswith("ing") and not {*"aeiouy"}.isdisjoint(word[:-3]):  # no "bring", which is a base form
        return word
    if word.endswith("ied"):
        return word[:-3] + "ying"
    if word.endswith("eed") and is_verb_base(word):
        return word + "ing"
    if word.endswith("ed") and len(word) > 4 and not word.endswith(_DOUBLED):
        return word[:-2] + "ing" if not word.endswith("eed") else word[:-1] + "ing"
    base = base_verb(word)
    if not base or (base.endswith("ing") and len(base) > 5):
        return ""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    short = re.fullmatch(r"(?:[^aeiou]*|qu)[aeiou][bdgklmnprt]", base)
    if short or base.endswith(_DOUBLED):
        return base + base[-1] + "ing"
    return base + "ing"


_DOUBLED = tuple(
    "admit begin commit compel control defer deter embed equip expel forget imbed occur omit patrol permit "
    "prefer rebut refer regret shred submit transfer upset".split()
)
"""Longer verbs that double the last letter."""
