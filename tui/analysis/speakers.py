"""The persons of some passages, and where they speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tui.analysis.profile import Profile
from tui.analysis.word_tags import NAME, TITLES, countries, is_body, known_words

SAYING = frozenset(
    "said says say added adds told tells argued argues asserted asserts asked asks announced announces "
    "claimed claims contended contends declared declares denied denies demanded demands explained "
    "explains insisted insists noted notes pointed promised promises reiterated reiterates replied "
    "replies responded responds stated states suggested suggests tweeted tweets urged urges vowed vows "
    "warned warns wrote writes accused accuses blasted blasts blamed blames called calls chided "
    "complained condemned condemns criticized criticizes defended defends dismissed dismisses praised "
    "praises proclaimed rejected rejects ripped slammed slams testified testifies acknowledged "
    "acknowledges admitted admits apologized conceded concedes spoke concluded concludes joked jokes "
    "recalled recalls remarked remarks repeated repeats mocked hailed quipped concurred agreed agrees".split()
)
"""Verbs that a speaker is the subject of."""
BETWEEN = frozenset(
    "has had have also later then now again once twice still himself herself on in yesterday today tonight "
    "earlier monday tuesday wednesday thursday friday saturday sunday morning afternoon evening".split()
)
"""What may stand between a speaker and the verb, beside words in -ly and an insertion."""
SAID = frozenset(
    "announcement comments interview letter remarks speech statement testimony tweet tweets".split()
)
"""What a speaker has said, after a name with a possessive s."""
INSERTED = 14
"""Words of an insertion between a speaker and the verb: "Duric, head of the bank, said"."""

NO_PERSONS = frozenset(
    "new york times post news fox white house north south east west united states street city county "
    "national american democratic democrat republican democrats republicans crooked justice state defense "
    "federal supreme trade center day act amendment tribune journal herald radio magazine capitol hill "
    "super bowl tea air force navy san los las washington texas florida arizona".split()
)
"""Words of names of places, papers and parties."""


class Person(Struct, frozen=True):
    """One person, by the word of the name that also stands alone: "Putin"."""

    stem: str
    name: str
    passages: frozenset[int]
    """Where the name stands."""
    speaking: frozenset[int]
    """Those of them that say that this person says something."""


def persons(profiles: Sequence[Profile], tags: Mapping[int, str]) -> list[Person]:
    """The persons of the passages that `tags` has.

    A word is a person's name if it stands alone somewhere, and elsewhere after a title or a first name. Of
    names such as "Xi Jinping" that is the first word.
    """
    runs = [(k, run) for k in sorted(tags) for run in _names(profiles[k], tags[k])]
    alone: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    passages: dict[str, set[int]] = defaultdict(set)
    speaking: dict[str, set[int]] = defaultdict(set)
    for k, run in runs:
        words = _without_titles(profiles[k], run)
        for place in words:
            stem = profiles[k].stems[place]
            passages[stem].add(k)
            if _speaks(profiles[k], run):
                speaking[stem].add(k)
            forms[stem][profiles[k].forms[place].removesuffix("'s").removesuffix("’s")] += 1
        if len(words) == 1:
            alone[profiles[k].stems[words[0]]] += 1
    full: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for k, run in runs:
        profile, words = profiles[k], _without_titles(profiles[k], run)
        titled = len(words) < len(run) or (
            run[0] > 0 and profile.adjoins(run[0]) and profile.words[run[0] - 1] in TITLES
        )
        if not words or len(words) > 3 or any(_is_no_person(profile, place) for place in words):
            continue
        start, end = profile.stems[words[0]], profile.stems[words[-1]]
        if len(words) > 1:
            first[start] += 1
        if titled or (len(words) > 1 and profile.words[words[-1]] not in known_words()):
            full[end if alone[end] or len(words) != 2 else start] += 1
    return [
        Person(
            stem,
            forms[stem].most_common(1)[0][0],
            frozenset(own),
            frozenset(speaking[stem]),
        )
        for stem, own in passages.items()
        if alone[stem] and full[stem] and full[stem] >= first[stem]
    ]


def _without_titles(profile: Profile, run: Sequence[int]) -> list[int]:
    return [place for place in run if profile.words[place] not in TITLES]


def _is_no_person(profile: Profile, place: int) -> bool:
    word, form = profile.words[place], profile.forms[place]
    return word in countries() or word in NO_PERSONS or is_body(word) or (len(form) > 1 and form.isupper())


def _names(profile: Profile, tags: str) -> Iterator[list[int]]:
    """The places of each run of names with nothing but spaces and initials between."""
    run: list[int] = []
    end = 0
    for k, tag in enumerate(tags):
        near = run and k == end and profile.gaps[k] in (" ", ". ", "-")
        if near and len(profile.forms[k]) == 1 and profile.forms[k].isupper():
            end = k + 1  # "Stephen F. Lynch"
            continue
        follows = near and tag == NAME
        if run and not (follows and not profile.forms[k - 1].endswith(("'s", "’s"))):
            yield run
            run = []
        if tag == NAME:
            run.append(k)
            end = k + 1
    if run:
        yield run


def _speaks(profile: Profile, run: Sequence[int]) -> bool:
    """Whether the name in these places is the speaker of what the passage gives."""
    return _has_verb_after(profile, run[-1]) or _has_verb_before(profile, run[0])


def _has_verb_after(profile: Profile, last: int) -> bool:
    """Whether a verb of saying follows the name: "Duric, 41, later said", "Duric's letter"."""
    words, gaps = profile.words, profile.gaps
    if profile.forms[last].endswith(("'s", "’s")):
        return not SAID.isdisjoint(words[last + 1 : last + 4])
    place = last + 1
    if place < len(words) and ("," in gaps[place] or "(" in gaps[place]):
        ends = range(place + 1, min(place + INSERTED, len(words)))
        place = next((k for k in ends if {",", ")"} & {*gaps[k]}), len(words))
    while place < len(words) and (words[place] in BETWEEN or words[place].endswith("ly")):
        place += 1
    inside = "".join(gaps[last + 1 : place + 1])
    return place < len(words) and words[place] in SAYING and not {*".!?;"} & {*inside.replace(".)", "")}


def _has_verb_before(profile: Profile, first: int) -> bool:
    """Whether a verb of saying comes before the name, after what is said: "No," said Ada Duric."""
    words, gaps = profile.words, profile.gaps
    if words[max(0, first - 2) : first] == ("according", "to"):
        return True
    for place in range(first - 1, max(-1, first - 5), -1):
        if words[place] in SAYING:
            return bool({*',”"»'} & {*gaps[place]})
    return False
