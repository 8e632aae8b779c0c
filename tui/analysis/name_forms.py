"""What a group of passages may be called: its phrases as they stand, or with who says or owns it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from tui.analysis.keyword_groups import NO_KEYWORD, Keyword
from tui.analysis.name_candidates import NameCandidates, Stems, Uses
from tui.analysis.noun_phrases import NounPhrase
from tui.analysis.speakers import Person
from tui.analysis.word_tags import NAME, is_body

SPOKEN = frozenset(
    "announcement apology comments criticism denial interview letter reaction remarks response speech "
    "statement statements testimony tweet tweets".split()
)
"""What the person who speaks in the passages has made: "Buck’s response"."""
POSSESSIVES = frozenset(("his", "her"))
"""Pronouns before what belongs to a person named earlier."""
MOST_SPOKEN = 8
"""Phrases of a group, the likeliest first, that are written after who speaks of them."""


class NameForm(Struct, frozen=True):
    """A way to name a group of passages."""

    label: str
    stems: Stems
    """The stems of the phrase."""
    uses: Uses
    """Where the phrase stands."""
    person: Person | None = None
    """Who is put before it."""
    owned: bool = False
    """Whether the person owns it, instead of speaking of it."""

    @property
    def all_stems(self) -> Stems:
        """The stems of the label, that of a person first."""
        return (self.person.stem, *self.stems) if self.person else self.stems


class Ranked(Struct, frozen=True):
    """A name of a group with its worth."""

    form: NameForm
    row: Sequence[float]
    """Its FEATURES and FORM_FEATURES."""
    worth: float
    """What a careful reader would make of it: 1 to keep, 0 to tolerate, -0.7 wrong, on the mean."""


def best_first(names: Iterable[Ranked]) -> list[Ranked]:
    """Names by their worth, equal ones by their words."""
    return sorted(names, key=lambda name: (-name.worth, name.form.all_stems, name.form.label))


class NameForms(NameCandidates):
    """The names that groups of two articles may have, ranked."""

    def ranked(self, group: frozenset[int], keyword: Keyword = NO_KEYWORD) -> list[Ranked]:
        """The names of a group, with the keyword if any, by their worth as far as words tell it."""
        found = self.rows(group, keyword)
        worths = self.weights.worths([row for _, row in found])
        return best_first(
            [Ranked(form, row, worth) for (form, row), worth in zip(found, worths, strict=True)]
        )

    def rows(
        self, group: frozenset[int], keyword: Keyword = NO_KEYWORD
    ) -> list[tuple[NameForm, list[float]]]:
        """The names of a group with their FEATURES and FORM_FEATURES."""
        candidates = self.candidates(group)
        if keyword:
            candidates = {stems: uses for stems, uses in candidates.items() if not keyword.isdisjoint(stems)}
        phrases = self.features(group, candidates)
        persons = [person for person in self.persons if person.passages & group]
        return [
            (form, [*phrases[stems], *self._form_features(group, form)])
            for number, (stems, uses) in enumerate(candidates.items())
            for form in self._forms(group, stems, uses, persons if number < MOST_SPOKEN else [])
        ]

    def _forms(
        self, group: frozenset[int], stems: Stems, uses: Uses, speakers: Sequence[Person]
    ) -> Iterator[NameForm]:
        """The phrase as it stands, after those who speak of it, and after its owners.

        In two languages only as it stands: the other language has words for it, and not for the whole.
        """
        label = self.written(uses)
        yield NameForm(label, stems, uses)
        if uses[0][1].act or not self.one_language:
            return
        using = {k for k, _ in uses}
        for person in speakers:
            speaks = bool(person.speaking & using & group)
            if speaks and self._is_name(*uses[0]):
                if person.stem in stems:
                    yield NameForm(f"{person.name}’s statement", stems, uses, person)
            elif speaks and person.stem not in stems:
                yield NameForm(self._spoken(person.name, label, uses), stems, uses, person)
        for person in dict.fromkeys(self._owners(uses)):
            if person.stem not in stems:
                yield NameForm(f"{person.name}’s {label}", stems, uses, person, owned=True)

    def _owners(self, uses: Uses) -> Iterator[Person]:
        """Whose a phrase is where "his" or "her" stands before it."""
        for k, phrase in uses:
            profile, before = self.profiles[k], phrase.first - 1
            if before >= 0 and profile.adjoins(phrase.first) and profile.words[before] in POSSESSIVES:
                person = self._person_before(k, before)
                if person:
                    yield person

    def _person_before(self, passage: int, place: int) -> Person | None:
        """The last person named before a place, or else the first of the passage before; no possessives."""
        found = list(self._named(passage))
        before = [person for at, person in found if at < place]
        if before:
            return before[-1]
        same_side = passage != self.split and passage > 0
        return next((person for _, person in self._named(passage - 1)), None) if same_side else None

    def _named(self, passage: int) -> Iterator[tuple[int, Person]]:
        """The places of a passage where a person is named who is not but the owner of something."""
        profile = self.profiles[passage]
        for place, stem in enumerate(profile.stems):
            person = self._by_stem.get(stem)
            if person and not profile.forms[place].endswith(("'s", "’s", "s'", "s’")):
                yield place, person

    @cached_property
    def _by_stem(self) -> dict[str, Person]:
        return {person.stem: person for person in self.persons}

    def _spoken(self, name: str, label: str, uses: Uses) -> str:
        """A phrase after a person who speaks of it."""
        passage, phrase = uses[0]
        head = self.profiles[passage].words[self._head(phrase)]
        made = head in SPOKEN and not self._possessive(passage, phrase)
        return f"{name}’s {label}" if made else f"{name} on {label}"

    def _form_features(self, group: frozenset[int], form: NameForm) -> list[float]:
        """The FORM_FEATURES of a name."""
        bare = self.is_bare(*form.uses[0])
        if not form.person:
            return [0.0, 0.0, bare, 0.0, 0.0, 0.0, 0.0]
        inside = form.person.passages & group
        share, _, contrast, _ = self.words(group, (form.person.stem,))[form.person.stem]
        beside = sum(k in form.person.passages for k, _ in form.uses) / len(form.uses)
        speaking = len(form.person.speaking & inside) / max(1, len(inside))
        return [not form.owned, form.owned, bare, share, contrast, beside, speaking]

    def is_bare(self, passage: int, phrase: NounPhrase) -> bool:
        """Whether a phrase is a name, or stands for somebody who acts: "China's foreign ministry"."""
        head = self.profiles[passage].words[self._head(phrase)]
        return self._is_name(passage, phrase) or is_body(head)

    def head_stem(self, uses: Uses) -> str:
        """The stem of the noun that a phrase is about."""
        passage, phrase = uses[0]
        return self.profiles[passage].stems[self._head(phrase)]

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


_NO_MARKS = str.maketrans("", "", '“”"«»')
