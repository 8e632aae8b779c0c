"""Names for groups of passages: the noun phrases that are central to each and rare in the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from msgspec import Struct

from tui.analysis.name_candidates import FEATURES, NameCandidates, Stems, Uses
from tui.analysis.noun_phrases import NAME, TITLES, NounPhrase, countries

NAME_CONTRAST = 0.7
"""ln of how much more frequent that name must be in the passages of the topic than in the others: twice."""
NAME_GAIN = 0.0
"""What a name in front must add to the expected Dice coefficient."""


class TopicName(Struct, frozen=True):
    """A name, and the stems that describe a topic, the best first."""

    label: str
    stems: Stems


class TopicNamer(NameCandidates):
    """Names the groups of two articles."""

    def ranked(self, group: frozenset[int]) -> list[tuple[float, Stems, Uses]]:
        """The phrases of a group by how well they would name it, the best first."""
        candidates = self.candidates(group)
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
        fault = 0.3 * values["only_names"] + 0.3 * values["empty"] + 0.1 * (values["noun_head"] < 0.5)
        return (
            fault
            + 0.05 * values["cut_before"]
            + 0.08 * values["cut_after"]
            + 0.04 * values["one_word"]
            + 0.3 * values["time"]
        )

    def names(self) -> list[TopicName]:
        """The names of the groups. No two begin with the same word, or have all words of one in common."""
        taken: dict[str, list[frozenset[str]]] = defaultdict(list)
        """The words of the names so far, by each of them."""
        first_words: set[str] = set()

        def is_free(stems: Stems) -> bool:
            own = frozenset(stems)
            near = [other for stem in stems for other in taken[stem]]
            return stems[0] not in first_words and not any(own <= other or other <= own for other in near)

        result: list[TopicName] = []
        for group in self.groups:
            ranked = self.ranked(group)
            described = tuple(dict.fromkeys(s for _, stems, _ in ranked[:8] for s in stems))[:8]
            best = next((k for k, (_, stems, _) in enumerate(ranked) if is_free(stems)), -1)
            if best < 0:
                result.append(TopicName(self.written(ranked[0][2]) if ranked else "", described))
                continue
            stems, label = self._with_name(group, ranked[best:], first_words)
            for stem in stems:
                taken[stem].append(frozenset(stems))
            first_words.add(stems[0])
            result.append(TopicName(label, described))
        return result

    def _with_name(
        self, group: frozenset[int], ranked: Sequence[tuple[float, Stems, Uses]], first_words: Set[str]
    ) -> tuple[Stems, str]:
        """The best phrase, after the name that the group is about if there is one: "Schumer: summit"."""
        _, stems, uses = ranked[0]
        label = self.written(uses)
        if self._is_name(*uses[0]):
            return stems, label
        words = self.words(group, {stem for _, name, _ in ranked for stem in name})
        names = [
            (score, name, where)
            for score, name, where in ranked
            if name[0] not in first_words
            and not {*name} & {*stems}
            and len(name) < 3
            and set(where[0][1].classes) == {NAME}
            and min(words[stem][2] for stem in name) >= NAME_CONTRAST
            and self._is_whole_name(*where[0])
        ]
        if not names or len(stems) > 3:
            return stems, label
        _, name, where = max(names, key=lambda r: (self.dice(r[1]), r[1]))
        if self.dice(name + stems) < self.dice(stems) + NAME_GAIN:
            return stems, label
        return name + stems, f"{self.written(where)}: {label}"

    def _is_whole_name(self, passage: int, phrase: NounPhrase) -> bool:
        """Whether a name is not part of a longer one, and that of no country."""
        words = self.profiles[passage].words
        return (
            words[phrase.first] not in TITLES
            and self._tag(passage, phrase.first - 1, phrase.first) != NAME
            and self._tag(passage, phrase.last + 1, phrase.last + 1) != NAME
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
