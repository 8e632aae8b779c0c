"""Acts in a passage, as names of what it is about: "Duric rejecting the offer", "refusing to end the strike".

English only. A phrase is one verb with its object, and its subject where that stands before it; the verb is
put in its form in -ing.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.analysis.noun_phrases import MAX_CONTENT, NounPhrase, ends_in_verb, is_contraction, noun_runs
from tui.analysis.profile import Profile
from tui.analysis.verb_forms import NO_ACTS, base_verb, gerund
from tui.analysis.word_tags import (
    DETERMINER,
    LINK,
    NAME,
    NUMBER,
    TITLES,
    VERB,
    is_event,
    may_be_verb,
)

MOST_WORDS = 9
"""Words from the verb to the end of its object."""
MOST_ACT_STEMS = 6
"""Content words of an act."""
_ARTICLES = frozenset(("the", "a", "an"))
_BE = frozenset("be been being is are was were am get got gets".split())
_BETWEEN = frozenset(
    "also then now again later already on monday tuesday wednesday thursday friday saturday sunday".split()
)
"""Words that may stand between a subject and its verb."""
_AUXILIARIES = _BETWEEN | frozenset(
    "has have had will would could should may might must can is are was were be been do does did "
    "still".split()
)
_CONTROL = frozenset(
    "agree agreed agrees attempt attempted attempts decide decided decides decline declined declines fail "
    "failed fails intend intended intends offer offered offers plan planned plans pledge pledged pledges "
    "promise promised promises refuse refused refuses threaten threatened threatens vow vowed vows move "
    "moved moves".split()
)
"""Verbs that another verb may follow: "refused to testify"."""
_TO_OTHERS = frozenset(
    "urge urged urges urging ask asked asks asking order ordered orders ordering warn warned warns warning "
    "remind reminded reminds reminding encourage encouraged encourages encouraging persuade persuaded press "
    "pressed presses pressing compel compelled compels compelling force forced forces forcing".split()
)
"""Verbs that leave open to what end without "to": "urging Duric"."""
_OFFICES = frozenset("ceo chief director head mayor spokesman spokeswoman".split())
_DENIALS = frozenset("not never no nor without cannot".split())
_SAME_PAST = frozenset("bet beat cost cut hit hurt quit shut split spread".split())
_BEFORE_BASE = frozenset(
    "to will would could should may might must can did does do they we you i let".split()
)
_BEFORE_PAST = frozenset("has have had he she they we i you who that which it".split())
_PARTICLES = frozenset("out up down off back away".split())
_PREPOSITIONS = frozenset("for on to with against over from about into at".split())
_AFTER_CLAUSE = frozenset(
    "ad ads is are was were has have had will would could should may might can did does".split()
)


def act_phrases(profile: Profile, tags: str) -> Iterator[NounPhrase]:
    """The acts in an English passage, with and without who does it."""
    if profile.language != "en":
        return
    runs = {first: end for first, end in noun_runs(profile, tags)}
    for place, tag in enumerate(tags[:-1]):
        word = profile.words[place]
        if tag != VERB or word in NO_ACTS or not profile.forms[place][0].islower():
            continue
        written = gerund(word)
        if not written or not _is_act(profile, tags, place):
            continue
        subject = _subject(profile, tags, place)
        for last, after in _objects(profile, tags, place, runs):
            yield from _act(profile, tags, (place, last), f"{written} {after}", subject)


def _act(
    profile: Profile, tags: str, span: tuple[int, int], text: str, subject: tuple[int, int] | None
) -> Iterator[NounPhrase]:
    verb, last = span
    stems = [profile.stems[k] for k in range(verb, last + 1) if k == verb or tags[k] in "NPAaCvV"]
    if len(stems) > MOST_ACT_STEMS - 1:
        return
    if {*tags[verb + 1 : last + 1]} & {*"NAavD"}:  # no "thanking Duric", who is in most topics
        yield NounPhrase(tuple(stems), verb, last, tags[verb : last + 1], text)
    if subject:
        own = [profile.stems[k] for k in range(subject[0], subject[1] + 1)]
        yield NounPhrase(
            (*own, *stems), verb, last, tags[verb : last + 1],
            f"{_plain(profile.text_of(*subject))} {text}", True,
        )  # fmt: skip


def _plain(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s")


def _objects(profile: Profile, tags: str, verb: int, runs: dict[int, int]) -> Iterator[tuple[int, str]]:
    """The last places and texts of what follows a verb: an object, that with a preposition, another verb."""
    words = profile.words
    place = verb + 1
    if place + 1 >= len(words) or not profile.adjoins(place):
        return
    if words[verb] in _CONTROL and words[place] == "to" and may_be_verb(words[place + 1]):
        if words[place + 1] in NO_ACTS:
            return
        for last, after in _objects(profile, tags, place + 1, runs):
            yield last, f"to {profile.forms[place + 1]} {after}"
        return
    start = place
    if words[place] in _PARTICLES:
        place += 1
    if (place < len(words) and words[place] in _PREPOSITIONS) or (place > start and words[place] == "of"):
        place += 1
    for last in _ends(profile, tags, place, runs):
        if last - verb < MOST_WORDS and (words[verb] not in _TO_OTHERS or "to" in words[verb:last]):
            yield last, " ".join(profile.text_of(start, last).split())


def _ends(profile: Profile, tags: str, place: int, runs: dict[int, int]) -> Iterator[int]:
    """The ends of a noun phrase from a place on: alone, and with what follows a preposition or "to"."""
    first = _without_article(profile, tags, place)
    if (
        first not in runs
        or tags[first] == NUMBER
        or not all(profile.adjoins(k) for k in range(place, first + 1))
    ):
        return
    end = runs[first]
    if end - first > MAX_CONTENT or not _is_whole(profile, tags, end - 1):
        return
    after = profile.words[end] if end < len(tags) and _is_near(profile, end) else ""
    following = profile.words[end + 1] if after and end + 1 < len(tags) else ""
    if after == "to" and may_be_verb(following) and tags[end + 1] not in "DP":
        if following not in NO_ACTS:
            yield from (last for last, _ in _objects(profile, tags, end + 1, runs))
        return
    joined = after in ("and", "or") and tags[end - 1] == NAME  # "Democratic and Republican leaders"
    if after not in ("of", "that", "who", "which") and not joined and not _opens_clause(profile, tags, end):
        yield end - 1
    if not after or tags[end] != LINK or after == "by":
        return
    second = _without_article(profile, tags, end + 1)
    if tags[end + 1 : end + 2] == VERB and following.endswith("ing"):
        yield from (last for last, _ in _objects(profile, tags, end + 1, runs))
    elif second in runs and all(profile.adjoins(k) for k in range(end, second + 1)):
        last = runs[second] - 1
        gerund_cut = profile.words[last].endswith("ing") and not is_event(profile.words[last])
        if _is_whole(profile, tags, last) and last - second < MAX_CONTENT and not gerund_cut:
            yield last


def _without_article(profile: Profile, tags: str, place: int) -> int:
    article = place < len(tags) and tags[place] == DETERMINER and profile.words[place] in _ARTICLES
    return place + 1 if article else place


def _is_whole(profile: Profile, tags: str, last: int) -> bool:
    """Whether a phrase ends there: no possessive, title, hyphen or initial."""
    if profile.forms[last].endswith(("'s", "’s", "s'", "s’")) or len(profile.forms[last]) < 2:
        return False
    if profile.words[last] in TITLES and tags[last] == NAME:
        return False
    if (
        last + 1 < len(tags)
        and tags[last] == NAME
        and (tags[last + 1] == NAME or len(profile.forms[last + 1]) < 2)
    ):
        return profile.gaps[last + 1].strip()[:1] in (",", ";")  # "Staff William “Mo” Cowan"
    if ends_in_verb(profile, tags, last) or (profile.forms[last].endswith("ing") and tags[last] == "v"):
        return False
    return not (last + 1 < len(profile.gaps) and profile.gaps[last + 1].startswith("-"))


def _opens_clause(profile: Profile, tags: str, place: int) -> bool:
    """Whether a verb follows there, so that what came before is its subject and no object."""
    while place < len(tags) and _is_near(profile, place) and profile.words[place].endswith("ly"):
        place += 1
    if place >= len(tags) or not _is_near(profile, place):
        return False
    return tags[place] in "VaA" or profile.words[place] in _AFTER_CLAUSE


def _subject(profile: Profile, tags: str, verb: int) -> tuple[int, int] | None:
    """The first and last place of who does it: a name, or a plural noun, right before the verb."""
    last = _before(profile, verb, _AUXILIARIES)
    if last > 0 and profile.words[last] == "who" and tags[last - 1] == NAME:
        last -= 1
    elif last < 0 or not profile.adjoins(last + 1):
        return None
    if tags[last] not in "NPv" or profile.gaps[last].endswith("-") or is_contraction(profile.forms[last]):
        return None
    first = last
    while first > 0 and profile.adjoins(first) and tags[first - 1] in ("P" if tags[last] == NAME else "NAaP"):
        first -= 1
    if first and profile.adjoins(first) and (tags[first - 1] == LINK or profile.words[first - 1] == "and"):
        return None
    if tags[last] == NAME:
        return _without_titles(profile, first, last)
    plural = profile.words[last].endswith("s") and not profile.words[last].endswith("ss")
    return (first, last) if plural and last - first < 3 else None


def _without_titles(profile: Profile, first: int, last: int) -> tuple[int, int] | None:
    """A name without titles."""
    words = profile.words
    roles = [k for k in range(first, last + 1) if words[k] in TITLES or words[k] in _OFFICES]
    first = roles[-1] + 1 if roles else first
    if first > last or last - first > 3:
        return None
    return first, last


def _before(profile: Profile, verb: int, between: frozenset[str]) -> int:
    """The place before a verb and the adverbs and the like in front of it."""
    place = verb - 1
    while (
        place >= 0
        and _is_near(profile, place + 1)
        and (profile.words[place].endswith("ly") or profile.words[place] in between)
    ):
        place -= 1
    return place


def _is_near(profile: Profile, place: int) -> bool:
    """Whether nothing but a space, or an opening quotation mark, parts a word from the one before it."""
    return profile.adjoins(place) or profile.gaps[place] in (' "', " “", " ‘")


def _is_act(profile: Profile, tags: str, verb: int) -> bool:
    """Whether a word is the verb of a clause with a subject, no participle before a noun, not denied."""
    word = profile.words[verb]
    before = _before(profile, verb, _BETWEEN)
    near = before >= 0 and _is_near(profile, before + 1)
    left = profile.words[before] if near else ""
    if left in _DENIALS or left.endswith(("n't", "n’t")):
        return False
    if near and profile.forms[before].endswith(("'s", "’s", "s'", "s’")):
        return False  # "Beck's growing popularity"
    if word.endswith("ing"):
        in_list = left in ("and", "or") and tags[verb + 1 : verb + 2] != DETERMINER
        return not in_list and not (near and tags[before] in "DAaN" and is_event(word))
    if left in _BE or profile.words[verb + 1 : verb + 2] == ("by",):
        return False
    if base_verb(word) == word and not word.endswith("ed") and word not in _SAME_PAST:
        plural = near and tags[before] in "NPv" and left.endswith("s")
        return plural or left in _BEFORE_BASE
    if left == "and":
        return tags[verb + 1 : verb + 2] == DETERMINER  # no "decorated" of "a Marine and decorated agent"
    if profile.words[verb + 1] in _PREPOSITIONS and near and tags[before] in "Nv":
        return False  # "packages sent to the senator"
    return near and (tags[before] in "NPv" or left in _BEFORE_PAST)
