"""Names for groups of passages: the noun phrases that are central to each and rare in the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import cached_property

from msgspec import Struct

from tui.analysis.name_candidates import FEATURES, NameCandidates, Stems, Uses
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.speakers import Person, persons
from tui.analysis.word_tags import NAME, NOUN, TITLES, countries, known_words

PERSON_SHARE = 0.3
"""Share of the passages of a topic that must name a person whom its name gives."""
PERSON_CONTRAST = 0.4
"""ln of how much more frequent that person must be in the passages of the topic than in the others."""
PERSON_GAIN = -0.05
"""What a person in front must add to the expected Dice coefficient."""
NAME_SHARE = 0.3
NAME_CONTRAST = 0.7
"""The same for other names."""
FAULTS = {
    "only_names": 1.0, "empty": 0.3, "time": 0.3, "body": 0.2, "person": 0.08, "cut_after": 0.08,
    "cut_before": 0.05, "one_word": 0.08, "event": -0.1,
}  # fmt: skip
"""What a phrase loses that reads badly, set by reading the names of 54 of the pairs that the
weights are fitted to."""


class TopicName(Struct, frozen=True):
    """A name, and the stems that describe a topic, the best first."""

    label: str
    stems: Stems


class TopicNamer(NameCandidates):
    """Names the groups of two articles."""

    @cached_property
    def _persons(self) -> list[Person]:
        for k in {k for group in self.groups for k in group}:
            self.tags_of(k)
        return persons(self.profiles, self.tags)

    def ranked(self, group: frozenset[int], keyword: str = "") -> list[tuple[float, Stems, Uses]]:
        """The phrases of a group, with the keyword if any, by how well they would name it, the best first."""
        candidates = self.candidates(group)
        if keyword:
            candidates = {stems: uses for stems, uses in candidates.items() if keyword in stems}
        weights = [self.weights.phrases.get(name, 0.0) for name in FEATURES]
        scores = [
            (sum(w * x for w, x in zip(weights, row, strict=True)) - self._fault(row), stems)
            for stems, row in self.features(group, candidates).items()
        ]
        scores.sort(key=lambda pair: (-pair[0], pair[1]))
        return [(score, stems, candidates[stems]) for score, stems in scores]

    def _fault(self, row: Sequence[float]) -> float:
        """What a phrase loses that reads badly, whatever it says of the topic."""
        values = dict(zip(FEATURES, row, strict=True))
        return sum(weight * values[name] for name, weight in FAULTS.items())

    def names(self, keywords: Sequence[str] = ()) -> list[TopicName]:
        """The names of the groups. No two begin with the same word, are about the same noun, or
        have all words of one in common.

        The last groups are those of `keywords`, stems that their names must have; one that cannot be named
        so, or whose word an earlier name has, gets an empty name.
        """
        taken: dict[str, list[frozenset[str]]] = defaultdict(list)
        """The words of the names so far, by each of them."""
        first_words: set[str] = set()

        heads: set[str] = set()

        def is_free(stems: Stems, uses: Uses) -> bool:
            own = frozenset(stems)
            if self._head_stem(uses) in heads:
                return False
            near = [other for stem in stems for other in taken[stem]]
            return stems[0] not in first_words and not any(own <= other or other <= own for other in near)

        result: list[TopicName] = []
        for number, group in enumerate(self.groups, len(keywords) - len(self.groups)):
            keyword = keywords[number] if number >= 0 else ""
            ranked = self.ranked(group, keyword)
            if keyword and (keyword in taken or not ranked or self._is_name(*ranked[0][2][0])):
                result.append(TopicName("", ()))
                continue
            described = tuple(dict.fromkeys(s for _, stems, _ in ranked[:8] for s in stems))[:8]
            best = next((k for k, (_, stems, uses) in enumerate(ranked) if is_free(stems, uses)), -1)
            if best < 0:
                ranked = [] if keyword else ranked
                result.append(TopicName(self.written(ranked[0][2]) if ranked else "", described))
                continue
            _, stems, uses = ranked[best]
            stems, label = self._with_person(group, stems, uses, first_words)
            for stem in stems:
                taken[stem].append(frozenset(stems))
            first_words.add(stems[0])
            heads.add(self._head_stem(uses))
            result.append(TopicName(label, described))
        return result

    def _head_stem(self, uses: Uses) -> str:
        passage, phrase = uses[0]
        return self.profiles[passage].stems[self._head(phrase)]

    def _with_person(
        self, group: frozenset[int], stems: Stems, uses: Uses, first_words: Set[str]
    ) -> tuple[Stems, str]:
        """The phrase after the person whom the passages are about: "Schumer on the shutdown"."""
        label = self.written(uses)
        own = [p for p in self._persons if p.passages & group and p.stem not in first_words]
        if self._is_name(*uses[0]):
            same = next((p for p in own if p.stem in stems and p.speaking & group), None)
            return (stems, f"{same.name}’s statement") if same else (stems, label)
        best: tuple[float, Stems, str] = self.dice(stems) + PERSON_GAIN, stems, label
        for person in own:
            if person.stem in stems or len(stems) > 3:
                continue
            share, lower, contrast, _ = self.words(group, (person.stem,))[person.stem]
            value = self.dice((person.stem, *stems))
            if share >= PERSON_SHARE and lower and contrast >= PERSON_CONTRAST and value > best[0]:
                inside = person.passages & group
                says = len(person.speaking & inside) > len(inside) / 2
                joined = f"{person.name} on {label}" if says else f"{person.name}: {label}"
                best = value, (person.stem, *stems), joined
        return best[1:] if best[2] != label else self._with_name(group, stems, label, first_words)

    def _with_name(
        self, group: frozenset[int], stems: Stems, label: str, first_words: Set[str]
    ) -> tuple[Stems, str]:
        """The phrase after the name of an office, paper or the like that the passages are about."""
        uses: dict[Stems, Uses] = defaultdict(list)
        for k in self.members(group):
            for phrase in self.phrases(k):
                if set(phrase.classes) == {NAME} and len(phrase.stems) < 4:
                    uses[phrase.stems].append((k, phrase))
        best: tuple[float, Stems, str] = 0.0, stems, label
        for name, where in uses.items():
            if name[0] in first_words or {*name} & {*stems} or len(stems) > 3:
                continue
            words = self.words(group, name).values()
            value = self.dice(name + stems)
            central = all(w[0] >= NAME_SHARE and w[1] and w[2] >= NAME_CONTRAST for w in words)
            if central and value > best[0] and self._is_whole_name(*where[0]):
                best = value, name + stems, f"{self.written(where)}: {label}"
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
        forms: Counter[str] = Counter()
        for k, phrase in uses:
            profile = self.profiles[k]
            text = profile.text_of(phrase.first, phrase.last).translate(_NO_MARKS)
            text = text.removesuffix("'s").removesuffix("’s")
            if phrase.classes[0] != NAME and phrase.classes[1:2] != NAME and not text[1:2].isupper():
                text = text[:1].lower() + text[1:]
            forms[" ".join(text.split())] += 1
        return max(forms, key=lambda form: (forms[form], -len(form), form))


_NO_MARKS = str.maketrans("", "", '“”"«»')
