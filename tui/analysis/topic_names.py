"""Names for groups of passages: the noun phrases that are central to each and rare in the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set
from operator import mul

from msgspec import Struct

from tui.analysis.keyword_groups import NO_KEYWORD, Keyword
from tui.analysis.name_candidates import NameCandidates, Stems, Uses
from tui.analysis.name_words import FEATURES
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.speakers import leading_name
from tui.analysis.synonyms import synonym_groups_of
from tui.analysis.word_tags import (
    NAME,
    NOUN,
    TITLES,
    countries,
    is_body,
    is_empty,
    is_event,
    is_role,
    kind_of,
    known_words,
)

PERSON_SHARE = 0.3
"""Share of the passages of a topic that must name a person whom its name gives."""
PERSON_CONTRAST = 0.4
"""ln of how much more frequent that person must be in the passages of the topic than in the others."""
PERSON_GAIN = -0.05
"""What a person in front must add to the expected Dice coefficient."""
SPEAKING_SHARE = 0.3
"""Share of the passages that name a person where that person must speak, for "Putin on sanctions".
Set by reading names, as FAULTS."""
NAME_SHARE = 0.3
NAME_CONTRAST = 0.7
"""The same for other names."""
SECOND_GAIN = 0.06
"""What a second phrase must add to the chance that a name has any word of a reader's."""
SECOND_SHARE = 0.5
"""Share of the first phrase's worth that the second must have."""
MOST_AFTER_NAME = 4
"""Content words of a phrase that may follow a name."""
MOST_STEMS = 5
"""Content words of a name with two phrases."""
FAULTS = {
    "only_names": 1.0, "empty": 0.3, "time": 0.3, "body": 0.2, "person": 0.08, "cut_after": 0.08,
    "cut_before": 0.05, "one_word": 0.12, "event": -0.1, "role": 0.3, "joined": 0.05,
    "act_phrase": -0.02, "doer": -0.03,
}  # fmt: skip
"""What a phrase loses that reads badly, set by reading the names of 54 of the pairs that the
weights are fitted to."""

Ranked = tuple[float, Stems, Uses]
"""A phrase with how well it would name a group."""


SPOKEN = frozenset(
    "announcement apology comments criticism denial interview letter reaction remarks response speech "
    "statement statements testimony tweet tweets".split()
)
"""What the person who speaks in the passages has made: "Buck’s response"."""


def same_thing(stem: str, other: str) -> bool:
    """Whether two stems are one, or stand for one thing: "talks", "negotiation"."""
    groups = synonym_groups_of("en")
    return stem == other or not {*groups.get(stem, ())}.isdisjoint(groups.get(other, ()))


class TopicName(Struct, frozen=True):
    """A name, and the stems that describe a topic, the best first."""

    label: str
    stems: Stems
    sureness: float = 0.0
    """Words of a reader's name to expect among the three likeliest words."""


class TopicNamer(NameCandidates):
    """Names the groups of two articles."""

    def ranked(self, group: frozenset[int], keyword: Keyword = NO_KEYWORD) -> list[Ranked]:
        """The phrases of a group, with the keyword if any, by how well they would name it, the best first."""
        candidates = self.candidates(group)
        if keyword:
            candidates = {stems: uses for stems, uses in candidates.items() if not keyword.isdisjoint(stems)}
        weights = [self.weights.phrases.get(name, 0.0) - FAULTS.get(name, 0.0) for name in FEATURES]
        scores = [
            (sum(map(mul, weights, row)), stems) for stems, row in self.features(group, candidates).items()
        ]
        scores.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(score, stems, candidates[stems]) for score, stems in scores]

    def names(self, keywords: Sequence[Keyword] = ()) -> list[TopicName]:
        """The names of the groups. No two begin with the same word, or have all words of one in common.

        No two are about the same noun, unless nothing but a bare name is left.

        The last groups are those of `keywords`, of which their names must have one; one that cannot be
        named so, or whose word an earlier name has, gets an empty name.
        """
        taken: dict[str, list[frozenset[str]]] = defaultdict(list)
        """The words of the names so far, by each of them."""
        first_words: set[str] = set()

        heads: set[str] = set()

        def is_new(stems: Stems) -> bool:
            own = frozenset(stems)
            near = [other for stem in stems for other in taken.get(stem, ())]
            return stems[0] not in first_words and not any(own <= other or other <= own for other in near)

        def is_free(stems: Stems, uses: Uses) -> bool:
            return self._head_stem(uses) not in heads and is_new(stems)

        result: list[TopicName] = []
        for number, group in enumerate(self.groups, len(keywords) - len(self.groups)):
            keyword = keywords[number] if number >= 0 else NO_KEYWORD
            ranked = self.ranked(group, keyword)
            if keyword and (keyword & taken.keys() or not ranked or self._is_name(*ranked[0][2][0])):
                result.append(TopicName("", ()))
                continue
            sureness = sum(sorted(self.chance.values(), reverse=True)[:3])
            described = tuple(dict.fromkeys(s for _, stems, _ in ranked[:8] for s in stems))[:8]
            best = self._best(ranked, is_new, is_free)
            if best < 0:
                ranked = [] if keyword else ranked
                result.append(TopicName(self.written(ranked[0][2]) if ranked else "", described, sureness))
                continue
            _, stems, uses = ranked[best]
            first_words.add(stems[0])  # and below that of a person in front of it
            label, concerned = self.written(uses), ""
            second: Uses = []
            if not uses[0][1].has_doer:
                stems, label, concerned = self._with_person(group, stems, uses, first_words)
            if not uses[0][1].act:
                stems, label, second = self._with_second((stems, label), ranked[best:], is_free)
            if concerned:
                label = f"{label} ({concerned})"
            for stem in stems:
                taken[stem].append(frozenset(stems))
            first_words.add(stems[0])
            heads.update(self._head_stem(where) for where in (uses, second) if where)
            result.append(TopicName(label, described, sureness))
        return result

    def _best(
        self,
        ranked: Sequence[Ranked],
        is_new: Callable[[Stems], bool],
        is_free: Callable[[Stems, Uses], bool],
    ) -> int:
        """The place of the best phrase that may be a name, -1 for none."""
        free = [k for k, (_, stems, uses) in enumerate(ranked) if is_free(stems, uses)]
        new = [k for k, (_, stems, _) in enumerate(ranked) if is_new(stems)]
        return next((k for k in free + new if not self._is_bare(*ranked[k][2][0])), (free or [-1])[0])

    def _is_bare(self, passage: int, phrase: NounPhrase) -> bool:
        """Whether a phrase is a name, or stands for somebody who acts: "China's foreign ministry"."""
        head = self.profiles[passage].words[self._head(phrase)]
        return self._is_name(passage, phrase) or is_body(head)

    def _head_stem(self, uses: Uses) -> str:
        passage, phrase = uses[0]
        return self.profiles[passage].stems[self._head(phrase)]

    def _with_second(
        self, named: tuple[Stems, str], ranked: Sequence[Ranked], is_free: Callable[[Stems, Uses], bool]
    ) -> tuple[Stems, str, Uses]:
        """A name with a second phrase and its uses, if one adds enough; the first of `ranked` is in it."""
        stems, label = named
        start, worth, head = self.hit(stems), ranked[0][0], self._head_stem(ranked[0][2])
        best: tuple[float, Stems, str, Uses] = SECOND_GAIN, stems, label, []
        for own, more, where in ranked[1:]:
            both = (*stems, *more)
            if own < SECOND_SHARE * worth or len(both) > MOST_STEMS or {*more} & {*stems}:
                continue
            if not is_free(more, where) or not self._may_follow(*where[0]):
                continue
            if not same_thing(head, self._head_stem(where)):
                gain = self.hit(both) - start
                if gain > best[0]:
                    best = gain, both, f"{label} and {self.written(where)}", where
        return best[1:]

    def _may_follow(self, passage: int, phrase: NounPhrase) -> bool:
        """Whether a phrase may be the second of a name: no name, office or time, no general noun alone."""
        if phrase.act:
            return False
        word = self.profiles[passage].words[self._head(phrase)]
        kind = kind_of(word)
        if self._is_name(passage, phrase) or is_empty(word) or is_role(word) or kind in ("time", "quantity"):
            return False
        return len(phrase.stems) > 1 or is_event(word) or kind in ("act", "communication")

    def _with_person(
        self, group: frozenset[int], stems: Stems, uses: Uses, first_words: Set[str]
    ) -> tuple[Stems, str, str]:
        """The phrase after the person who speaks of it, as in "Schumer on the shutdown", or whom it concerns.

        Returns the stems, the phrase, and whom it concerns, for brackets behind it: "trade deal (House
        Democrats)". Readers called fewer names wrong so than with the person in front.
        """
        label = self.written(uses)
        own = [p for p in self.persons if p.passages & group and p.stem not in first_words]
        if self._is_name(*uses[0]):
            same = next((p for p in own if p.stem in stems and p.speaking & group), None)
            return (stems, f"{same.name}’s statement", "") if same else (stems, label, "")
        best: tuple[float, Stems, str, str] = self.dice(stems) + PERSON_GAIN, stems, label, ""
        for person in own:
            if person.stem in stems or len(stems) > MOST_AFTER_NAME or not _beside(person.passages, uses):
                continue
            if uses[0][1].act and not self._leads((person.stem,), uses):
                continue
            share, lower, contrast, _ = self.words(group, (person.stem,))[person.stem]
            value = self.dice((person.stem, *stems))
            if share >= PERSON_SHARE and lower and contrast >= PERSON_CONTRAST and value > best[0]:
                inside = person.passages & group
                says = len(person.speaking & inside) > SPEAKING_SHARE * len(inside)
                says = says and _beside(person.speaking, uses)
                spoken = self._spoken(person.name, uses) if says else ""
                concerned = "" if spoken else person.name
                best = value, (person.stem, *stems), spoken or label, concerned
        return best[1:] if best[1] != stems else self._with_name(group, stems, uses, first_words)

    def _leads(self, name: Stems, uses: Uses) -> bool:
        """Whether a name is the subject, by its place, of what stands before a phrase somewhere."""
        return any(
            not {*name}.isdisjoint(leading_name(self.profiles[k], self.tags[k], phrase.first))
            for k, phrase in uses
        )

    def _spoken(self, name: str, uses: Uses) -> str:
        """A phrase after a person who speaks of it; empty for an act."""
        passage, phrase = uses[0]
        if phrase.act:
            return ""
        head = self.profiles[passage].words[self._head(phrase)]
        if head in SPOKEN and not self._possessive(passage, phrase):
            return f"{name}’s {self.written(uses)}"
        return f"{name} on {self.written(uses)}"

    def _with_name(
        self, group: frozenset[int], stems: Stems, uses: Uses, first_words: Set[str]
    ) -> tuple[Stems, str, str]:
        """The phrase, and the name of an office, paper or the like that the passages are about."""
        label = self.written(uses)
        names: dict[Stems, Uses] = defaultdict(list)
        for k in self.members(group):
            for phrase in self.phrases(k):
                if set(phrase.classes) == {NAME} and len(phrase.stems) < 4:
                    names[phrase.stems].append((k, phrase))
        best: tuple[float, Stems, str, str] = 0.0, stems, label, ""
        for name, where in names.items():
            if name[0] in first_words or {*name} & {*stems} or len(stems) > MOST_AFTER_NAME:
                continue
            if uses[0][1].act and not self._leads(name, uses):
                continue
            words = self.words(group, name).values()
            value = self.dice(name + stems)
            central = all(w[0] >= NAME_SHARE and w[1] and w[2] >= NAME_CONTRAST for w in words)
            if central and value > best[0] and self._is_whole_name(*where[0]):
                best = value, name + stems, label, self.written(where)
        return best[1:]

    def _is_whole_name(self, passage: int, phrase: NounPhrase) -> bool:
        """Whether a name is not part of a longer one, nor a country, a title or an English word."""
        words = self.profiles[passage].words
        return (
            words[phrase.first] not in TITLES
            and not (phrase.first == phrase.last and words[phrase.first] in known_words())
            and self._tag(passage, phrase.first - 1, phrase.first) not in (NAME, NOUN)
            and self._tag(passage, phrase.last + 1, phrase.last + 1) not in (NAME, NOUN)
            and not any(w in countries() for w in words[phrase.first : phrase.last + 1])
        )

    def written(self, uses: Uses) -> str:
        """A phrase as most passages write it, without quotation marks and possessive s.

        A common word is put in lower case.
        """
        if uses[0][1].act:
            return uses[0][1].act.translate(_NO_MARKS)
        forms: Counter[str] = Counter()
        for k, phrase in uses:
            profile = self.profiles[k]
            text = profile.text_of(phrase.first, phrase.last).translate(_NO_MARKS)
            text = text.removesuffix("'s").removesuffix("’s")
            if phrase.classes[0] != NAME and phrase.classes[1:2] != NAME and not text[1:2].isupper():
                text = text[:1].lower() + text[1:]
            forms[" ".join(text.split())] += 1
        return max(forms, key=lambda form: (forms[form], -len(form), form))


def _beside(passages: Set[int], uses: Uses) -> bool:
    """Whether a phrase stands in one of these passages."""
    return any(k in passages for k, _ in uses)


_NO_MARKS = str.maketrans("", "", '“”"«»')
