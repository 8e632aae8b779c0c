"""The class of each word of a passage, and the kind of a noun.

English words are told apart by a table made from WordNet and by the words beside them; of other languages
only names and content words are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.analysis import english_word_classes
from tui.analysis.english_synonyms import COUNTRIES
from tui.analysis.profile import Profile
from tui.analysis.stemming import stop_words_of

NOUN, NAME, ADJECTIVE, VERB, NUMBER, LINK, DETERMINER, OTHER = "NPAVC-DO"
"""Classes of words in a passage; LINK is a preposition that may join two noun phrases."""
_LINKS = frozenset("of on for to with against over in from by".split())
_DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your any some no each every another".split()
)
_BEFORE_VERB = frozenset(
    "to will would could should may might must can cannot he she they we i you who not never also and it "
    "don't didn't doesn't won't wouldn't did does do let".split()
)
_NAME_PARTICLES = frozenset("al bin da de del della der di du la ibn van von".split())
"""Small words within names."""
_REPORTING_NOUNS = frozenset("statement statements interview interviews".split())
_NO_CONTENT = frozenset(
    "despite amid following including pending versus per plus minus least most able due such found s t re "
    "com www pic".split()
)
"""Words that are no part of a phrase though they look like nouns; `com`, `www` and `pic` are of addresses."""
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
TITLES = frozenset(
    "mr mrs ms dr sen rep gov gen senator representative president governor secretary minister "
    "congressman congresswoman chairman speaker attorney general rev lt col judge justice former vice "
    "prime leader".split()
)
EMPTY = frozenset(
    "thing issue matter situation way part people time reason place person day week month year member "
    "side step news leader official source word comment remark fact lot line group point country nation "
    "man woman men women name life home end world other case event eye kind sort number hour minute "
    "morning night evening moment question answer idea fold head hand face heart view area level rest top "
    "bottom front back set bit piece example course effort use thought aide spokesman spokeswoman "
    "spokesperson reporter interview percent today tomorrow yesterday someone anyone everyone nothing "
    "something anything everything one none half lack amount series process term turn result chance sense "
    "role form state million billion thousand hundred dozen decade date past future present friend guy "
    "folk child kid son daughter wife husband mother father report reporting story article version "
    "picture video list lawmaker".split()
)
"""Nouns that any report has, and which name nothing by themselves."""
EVENTS = frozenset(
    "accord accusation agreement allegation allegiance announcement apology appeal appearance appointment "
    "arrest assault attack backlash ban bill bombing boycott briefing budget campaign ceasefire charge "
    "clash complaint concern condemnation conference conflict conversation cooperation "
    "criticism crisis deal debate decision defense demand denial departure dispute draft election "
    "endorsement exit expansion explosion fight flight forecast fraud fundraiser hearing hunt immigration "
    "inquiry interview invasion investigation invitation killing lawsuit layoff leak legislation letter "
    "litigation march massacre measure meeting merger mission motive negotiation nomination objection offer "
    "operation opposition order partnership petition plan plea pledge pressure probe promise proposal "
    "protest purchase quarrel reaction rebuke recession recommendation reform refusal rejection release "
    "removal request rescue resignation resolution response result retirement return rift ruling run "
    "sanction scandal settlement shooting shutdown speech split sponsorship strike subpoena summit support "
    "surveillance talk tariff tax testimony threat trial trip tweet verdict veto visit vote war warning "
    "withdrawal".split()
)
"""Nouns for what is done or said in the news, the usual heads of a topic's name. Written by hand."""
BODIES = frozenset(
    "administration affiliate agency army association authority bloc board bureau cabinet campaign chain "
    "channel coalition commission committee community company congress corporation council court crowd "
    "delegation department firm foundation government house institute leadership majority media ministry "
    "minority movement network newspaper nonprofit office organization outlet panel parliament party press "
    "public representatives section senate services station subcommittee team television union university "
    "website".split()
)
"""Nouns for those who act. What they do names a topic, not they."""


@cache
def _classes() -> dict[str, str]:
    """The classes of English words in their base form, as letters: A, N, V, R."""
    table = {
        "V": english_word_classes.IRREGULAR_VERBS + english_word_classes.VERBS,
        "AN": english_word_classes.ADJECTIVES_AND_NOUNS,
        "A": english_word_classes.ADJECTIVES,
        "R": english_word_classes.ADVERBS, "NV": english_word_classes.NOUNS_AND_VERBS,
        "VN": english_word_classes.NOUNS_LIKE_VERBS,
    }  # fmt: skip
    return {word: letters for letters, words in table.items() for word in words.split()}


@cache
def noun_kinds() -> dict[str, str]:
    """The kind of a noun in its base form: act, communication, person, time, quantity, place or body."""
    kinds: dict[str, str] = {}
    for name in ("BODY", "PLACE", "QUANTITY", "PERSON", "TIME", "ACT", "COMMUNICATION"):
        kinds.update(dict.fromkeys(getattr(english_word_classes, name).split(), name.lower()))
    return kinds


@cache
def countries() -> frozenset[str]:
    """Countries and what goes by their names, in lower case."""
    return frozenset(COUNTRIES.replace(";", " ").split())


def base_forms(word: str) -> Iterator[str]:
    """The word and what it may be inflected from, without a look at any list."""
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


@cache
def kind_of(word: str) -> str:
    """The kind of a noun in any form, "" if it has none of those of `noun_kinds`."""
    kinds = noun_kinds()
    return next((kinds[form] for form in base_forms(word) if form in kinds), "")


@cache
def is_empty(word: str) -> bool:
    """Whether a noun in any form is one of EMPTY."""
    return any(form in EMPTY for form in base_forms(word))


@cache
def is_event(word: str) -> bool:
    """Whether a noun in any form is one of EVENTS."""
    return any(form in EVENTS for form in base_forms(word))


@cache
def is_body(word: str) -> bool:
    """Whether a noun in any form is one of BODIES."""
    return any(form in BODIES for form in base_forms(word))


@cache
def is_verb_form(word: str) -> bool:
    """Whether a word is a verb as it stands, even where it could be taken for a noun: "oversaw", "coming"."""
    if word in _GERUND_NOUNS or is_event(word):
        return False
    if word.endswith("ing") and len(word) > 5:
        return _word_classes(word).startswith("V")
    bare = re.sub(r"^(?:over|under|out|mis|with|re)", "", word)
    known = _irregular_verbs()
    return (
        (word.endswith(("ize", "ise")) and _word_classes(word) in ("N", "V"))
        or word in known
        or bare in known
    )


@cache
def may_be_verb(word: str) -> bool:
    """Whether the table has a verb of that form."""
    return "V" in _word_classes(word)


@cache
def is_verb_base(word: str) -> bool:
    """Whether the table has a verb of that base form."""
    return "V" in _classes().get(word, "")


_VERBS_FIRST = "left drawn spoken oversaw overseen spoke lied fell felt rose saw stole drove lay"
"""Forms that reports use as verbs, though they are nouns too, or no dictionary has them."""


@cache
def _irregular_verbs() -> frozenset[str]:
    """Irregular forms that are no adjectives or nouns too."""
    words = {*english_word_classes.IRREGULAR_VERBS.split(), *_VERBS_FIRST.split()}
    return frozenset(word for word in words if not word.endswith("ing"))


_GERUND_NOUNS = frozenset(
    "building drilling fracking funding fundraising gambling housing marketing mining opening policing "
    "running saving savings setting spending training trafficking understanding wiretapping writing".split()
)
"""Words in -ing that are nouns in the news."""


@cache
def is_role(word: str) -> bool:
    """Whether a noun stands for one person by office or trade: "governor", "host"."""
    return word in _ROLES or (kind_of(word) == "person" and not word.endswith("s"))


_ROLES = frozenset(
    "host lawmaker spokesman spokeswoman chief head secretary counsel founder reporter".split()
)


@cache
def _word_classes(word: str) -> str:
    """The classes a lower-case English word may have."""
    classes = _classes()
    if word in classes:
        return classes[word]
    if word.endswith("ly"):
        return "R"
    for form in base_forms(word):
        if form in classes and form != word:
            return {"A": "N", "AN": "N", "R": "N"}.get(classes[form], classes[form])
    if re.search(r"(?:ed|ing)$", word) and len(word) > 4 and not word.endswith("eed"):
        return "V"
    if re.search(r"(?:ous|ful|ive|able|ible|ish|less|ical)$", word):
        return "A"
    return "N"


def word_tags(profile: Profile, names: frozenset[str] = frozenset()) -> str:
    """The class of each word. `names` are capital words seen within passages, which count at their start."""
    content = frozenset(profile.content_places)
    tags: list[str] = []
    for k, (form, word) in enumerate(zip(profile.forms, profile.words, strict=True)):
        before = profile.words[k - 1] if k and profile.adjoins(k) else ""
        if word in profile.numbers:
            tags.append(NUMBER)
        elif _within_name(profile, k, tags):
            tags.append(NAME)
        elif word in _LINKS:
            tags.append(LINK)
        elif word in _DETERMINERS:
            tags.append(DETERMINER)
        elif form[0].isupper() and (k or form in names) and len(form) > 1 and word not in _BEFORE_VERB:
            tags.append(NAME if word not in _MONTHS and (k in content or form in names) else OTHER)
        elif profile.language == "en":
            tags.append(_english(word, before, tags[-1] if tags and before else "", k in content))
        else:
            tags.append(NOUN if k in content else OTHER)
        if profile.gaps[k] == "-" and k and tags[k - 1] in (OTHER, VERB) and tags[k] in "NAavV":
            tags[k - 1] = ADJECTIVE  # the first part of "same-sex"
            tags[k] = tags[k] if tags[k] == NOUN and form.endswith("s") else ADJECTIVE
    return _with_verbs(profile, "".join(tags)) if profile.language == "en" else "".join(tags)


def _within_name(profile: Profile, k: int, tags: Sequence[str]) -> bool:
    """Whether a small word joins two parts of a name: both of "Luis de la Fuente"."""
    if not tags or tags[-1] != NAME or profile.forms[k] not in _NAME_PARTICLES:
        return False
    end = next((j for j in range(k, len(profile.forms)) if profile.forms[j] not in _NAME_PARTICLES), k)
    joined = all(profile.gaps[j] == " " for j in range(k, end + 1))
    return joined and profile.forms[end][0].isupper() and profile.language == "en"


def _with_verbs(profile: Profile, tags: str) -> str:
    """After a plural, and between a name and an object, take for verbs what may be: "Ostra plans the"."""
    result = list(tags)
    for k in range(1, len(tags)):
        form, before = profile.forms[k], profile.forms[k - 1]
        may_be = tags[k] in "vNa" and form[0].islower() and "V" in _word_classes(profile.words[k])
        if not may_be or profile.gaps[k] != " " or before.endswith(("'s", "’s", "s'", "s’", "ss")):
            continue
        plural = tags[k - 1] in "NP" and before.endswith("s") and (tags[k - 1] == NAME or form[-1] != "s")
        if plural or (tags[k - 1] == NAME and tags[k + 1 : k + 2] in (NAME, DETERMINER)):
            result[k] = VERB
    return "".join(result)


def _english(word: str, before: str, tag: str, content: bool) -> str:
    if (not content and word not in _REPORTING_NOUNS) or word in _NO_CONTENT:
        return OTHER
    classes = _word_classes(word)
    if classes == "R":
        return OTHER
    if word.endswith(("ed", "ing")) and classes in ("A", "AN", "V"):
        return ADJECTIVE if tag in (DETERMINER, ADJECTIVE) else VERB
    if "V" in classes and "N" in classes:
        if before in _BEFORE_VERB:
            return VERB
        if tag in (DETERMINER, ADJECTIVE, LINK, NUMBER) or before.endswith(("'s", "’s")):
            return NOUN
        return VERB if tag == NAME and not word.endswith("s") else NOUN if tag == NOUN else "v"
    if classes == "V":
        return VERB
    if classes == "A":
        return ADJECTIVE
    return "a" if classes == "AN" else NOUN


def names_within(profiles: Sequence[Profile]) -> frozenset[str]:
    """Words that are names at the start of a passage too: elsewhere they have a capital, and never none.

    Those which stand only there are names if they are no English words.
    """
    within = {form for p in profiles for form in p.forms[1:] if form[0].isupper()}
    lower = {form for p in profiles for form in p.forms if form[0].islower()}
    first = {p.forms[0] for p in profiles if p.forms and p.forms[0][0].isupper() and p.language == "en"}
    unknown = {form for form in first if not any(base in known_words() for base in base_forms(form.lower()))}
    return frozenset(form for form in within | unknown if form.lower() not in lower)


@cache
def known_words() -> frozenset[str]:
    """English words of all lists."""
    lists = vars(english_word_classes).items()
    words = {word for name, text in lists if name.isupper() and name != "LICENCE" for word in text.split()}
    return frozenset(words | stop_words_of("en"))
