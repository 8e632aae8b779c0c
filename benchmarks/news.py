"""Generate two long texts that read like news; a number of sentences gives the same texts on any machine.

python benchmarks/news.py [SENTENCES FOLDER]    writes left.txt and right.txt, or prints vocabulary growth

Each text consists of articles of 30 sentences; article k of both tells the same story. A third of the
sentences of a story has a counterpart in other words, mostly in the same order; the rest is in one text
only. Every story has its own people, places, words and figures, so that the vocabulary grows with the text
about as in prose (Heaps, 1978).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

T = TypeVar("T")

ARTICLE_SENTENCES = 30
"""Sentences in an article."""
SHARED_EVERY = 3
"""One sentence in so many has a counterpart in the other text."""
PARAGRAPH_SENTENCES = 2
"""Sentences in a paragraph."""

# The same statement in the words of the left text and of the right one.
STATEMENTS = (
    (
        "At least {count} people were {hurt} when a {noun} caught fire near {place} early on {day}, said "
        "{person}, who heads the {body}",
        "{person} of the {body} put at {count} the number of {hurt} after the blaze that destroyed a "
        "{noun} outside {place} on {day}",
    ),
    (
        "{person}, the {role} of {place}, resigned on {day} after an inquiry found that ${sum} million "
        "meant for the {noun} had vanished",
        "The {role} of {place} stepped down over ${sum} million missing from the budget of the {noun}; "
        "{person} denied any part in it on {day}",
    ),
    (
        "“We cannot build a {noun} on {adj} promises,” {person} told {count} {folk} gathered in {place}",
        "Before a crowd of {folk} in {place}, {person} warned that no {noun} could stand “on {adj} promises”",
    ),
    (
        "The {body} will close {count} offices in {place} by {month}, a step that costs {sum} jobs and "
        "angered the {folk}",
        "By {month} some {sum} posts are to go at the {body}, whose {count} branches in {place} shut "
        "down for good, to the dismay of {folk}",
    ),
    (
        "A court in {place} sentenced {person}, {age}, to {count} years for {crime} involving a {adj} {noun}",
        "{person} must serve {count} years in prison, judges in {place} ruled, because of {crime}; the "
        "case turned on a {adj} {noun}",
    ),
    (
        "Prices of {goods} in {place} rose by {percent} percent in {month}, the {body} said, more than "
        "{folk} had been led to expect",
        "According to the {body}, shoppers in {place} paid {percent} percent more for {goods} in "
        "{month}, a jump few {folk} foresaw",
    ),
    (
        "Floods cut off {count} villages around {place}, where the {river} rose {percent} metres and "
        "swept a {noun} away",
        "With the {river} {percent} metres above its usual level, {count} hamlets near {place} could be "
        "reached only by boat; one {noun} was lost",
    ),
    (
        "{person} and {other} signed a {adj} accord on {goods} in {place}, ending {count} months of "
        "talks between {folk}",
        "After {count} months a {adj} deal on {goods} was reached: {other} met {person} in {place} to "
        "put names to it before {folk}",
    ),
    (
        "The {noun}, which cost ${sum} million, opened in {place} with a speech by {person} and protests "
        "by some {count} {folk}",
        "Some {count} {folk} demonstrated while {person} inaugurated the ${sum} million {noun} at {place}",
    ),
    (
        "Doctors in {place} have treated {count} cases of the {adj} fever since {month}, {person} of the "
        "{body} told a hearing",
        "Since {month} the {adj} fever has reached {count} patients in {place}, a hearing was told by "
        "{person}, a physician with the {body}",
    ),
)
# Statements of one text only.
ASIDES = (
    "{person}, raised beside the {river}, {verb} a {adj} {noun} and {verb2} the {noun2} of {year}.",
    "In {place} the {folk} {verb} their {adj} {goods} for {count} days, and a {noun} {verb2} the {noun2}.",
    "“My {noun} {verb} every {noun2} I own,” said {person}, {age}, with a {adj} shrug.",
    "A {adj} study of {year} {verb} {count} {noun}s, from {goods} to the {adj2} {noun2} that {folk} {verb2}.",
    "Neither the {noun} nor {other} {verb} the {adj} {noun2}, and few {folk} {verb2} them.",
    "To {person} the {adj} {noun} is a {noun2}; the {body} {verb} it in {year} and {verb2} {place}.",
    "It was {adj} weather when the {noun} {verb}, {count} kilometres from the {adj2} {noun2}.",
    "The {body} {verb} ${sum} million of {adj} {goods}, and its {noun} {verb2} the {noun2}.",
    "{other}, {age}, {verb} the {adj} {noun}, {verb2} a {noun2} and never came back to {place}.",
    "Some {noun}s {verb} on {day}; the {adj} ones {verb2} {count} {noun2}s beyond the {river}.",
    "What the {adj} {noun} {verb}, a {noun2} {verb2}, wrote the {role} in a {adj2} letter.",
    "{count} {folk} {verb} the {noun} of {place} until its {adj} {noun2} {verb2} them.",
)
# Ends of a statement, chosen for each text.
ENDINGS = (
    ".",
    ", and a {adj} {noun} {verb} the {noun2}.",
    "; its {noun} {verb} a {adj} {noun2}.",
    ", while {adj} {noun}s {verb} it.",
    " and {verb} the {adj} {noun}.",
)
FIRST = (
    "Ada Boris Clara Dmitri Elena Farid Greta Hugo Ines Jonas Karim Leila Marek Nadia Oskar Petra Quentin "
    "Rosa Stefan Tamara Ulrich Vera Walter Xenia Yusuf Zelda Amara Bruno Celeste Dario Edith Felix Gloria "
    "Hassan Irina Julian Katya Lorenzo Mirela Nikolai Olga Pablo Rania Samuel Teresa Umberto Violet Wanda "
    "Yelena Zoran"
).split()
ROLES = "mayor governor minister bishop treasurer chancellor prefect commissioner spokesman director".split()
NOUNS = (
    "ferry bridge school tunnel stadium refinery hospital library dam airport museum railway market "
    "factory warehouse theatre reactor pipeline harbour archive orchard barracks observatory monastery "
    "prison clinic lighthouse quarry cinema brewery laboratory cathedral terminal nursery windmill tower"
).split()
FOLK = (
    "farmers teachers nurses dockers pensioners students engineers fishermen refugees officers drivers "
    "lawyers shopkeepers miners tenants soldiers voters pilots bakers clerks parents veterans tourists "
    "merchants sailors"
).split()
GOODS = (
    "bread fuel wheat timber medicines steel rents textbooks fertiliser electricity copper milk insurance "
    "vaccines cement cotton coffee tickets uranium seeds furniture paper rice salt glass tyres batteries "
    "satellites"
).split()
ADJECTIVES = (
    "hollow lasting costly secret fragile modest bitter sudden generous vague outdated solemn reckless "
    "narrow stubborn cheerful unlikely severe patient ruinous orderly shallow ancient doubtful brave "
    "rusty"
).split()
CRIMES = "fraud arson smuggling bribery perjury forgery espionage embezzlement negligence blackmail".split()
VERBS = (
    "abandoned repaired guarded sold inspected hid counted mourned praised rebuilt neglected borrowed "
    "mocked painted measured stored defended ignored emptied bought raided photographed insured flooded"
).split()
HURT = "injured killed rescued hospitalised evacuated trapped".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
BODIES = (
    "{} Institute|{} Council|Bank of {}|{} Agency|University of {}|{} Company|{} Union|{} Authority".split(
        "|"
    )
)
HEADS, TAILS = "b d f g h k l m n p r s t v br dr gr kl st tr".split(), "n r l s m nd rk st ld ck".split()
VOWELS = "a e i o u ei au ie".split()
RECURRING = 0.4
"""Share of a story's names that occurred in earlier stories."""
SPREAD = 0.75
"""Growth of the vocabulary: of n words drawn about n ** SPREAD are different."""


class Newsroom:
    """Generates sentences; remembers the names used so far."""

    def __init__(self, seed: int = 1) -> None:
        self._dice = Random(seed)
        self._known: dict[str, list[str]] = {}
        self._story: dict[str, list[str]] = {}

    def start_story(self) -> None:
        """Choose other people, places, bodies and rivers for the next story."""
        counts = {"person": 9, "place": 7, "body": 5, "river": 2}
        self._story = {kind: self._names(kind, count) for kind, count in counts.items()}

    def shared_statements(self, count: int) -> list[tuple[str, str]]:
        """Statements, each in the words of the left text and of the right text."""
        statements = []
        for wordings in self._deal(STATEMENTS, count):
            facts = self._facts()
            left, right = (
                wording.format_map(facts) + self._dice.choice(ENDINGS).format_map(self._facts())
                for wording in wordings
            )
            statements.append((left, right))
        return statements

    def own_statements(self, count: int) -> list[str]:
        """Statements of one text only."""
        return [wording.format_map(self._facts()) for wording in self._deal(ASIDES, count)]

    def interleave(self, shared: list[str], others: list[str], swapped: bool) -> list[str]:
        """The sentences of an article; if `swapped`, the later half of the shared ones comes first."""
        if swapped:
            shared = shared[len(shared) // 2 :] + shared[: len(shared) // 2]
        places = set(self._dice.sample(range(len(shared) + len(others)), len(shared)))
        first, second = iter(shared), iter(others)
        return [next(first if k in places else second) for k in range(len(shared) + len(others))]

    def _deal(self, items: Sequence[T], count: int) -> list[T]:
        """So many items in random order, none a second time before all others."""
        rounds = [self._dice.sample(items, len(items)) for _ in range(-(-count // len(items)))]
        return [item for round in rounds for item in round][:count]

    def _facts(self) -> dict[str, str]:
        """The words to fill into one sentence."""
        dice, own = self._dice, self._story
        person, other = dice.sample(own["person"], 2)
        small = int(dice.paretovariate(0.7)) + 2
        return {
            "person": person,
            "other": other,
            "place": dice.choice(own["place"]),
            "body": dice.choice(own["body"]),
            "river": dice.choice(own["river"]),
            "noun": self._draw_word(NOUNS, ""),
            "noun2": self._draw_word(NOUNS, ""),
            "adj": self._draw_word(ADJECTIVES, "ish"),
            "adj2": self._draw_word(ADJECTIVES, "ish"),
            "verb": self._draw_word(VERBS, "ed"),
            "verb2": self._draw_word(VERBS, "ed"),
            "folk": dice.choice(FOLK),
            "goods": dice.choice(GOODS),
            "crime": dice.choice(CRIMES),
            "role": dice.choice(ROLES),
            "hurt": dice.choice(HURT),
            "day": dice.choice(DAYS),
            "month": dice.choice(MONTHS),
            "count": str(small if small < 10_000 else dice.randint(100, 999)),
            "sum": f"{dice.randint(2, 900)}.{dice.randint(1, 9)}",
            "percent": f"{dice.randint(1, 29)}.{dice.randint(1, 9)}",
            "age": str(dice.randint(18, 93)),
            "year": str(dice.randint(1931, 2023)),
        }

    def _draw_word(self, common: list[str], ending: str) -> str:
        """A word, the more often the lower its rank; beyond the common words one that is in no dictionary."""
        rank = int(len(common) / 2 * (self._dice.paretovariate(SPREAD) - 1))
        return common[rank] if rank < len(common) else _word(Random(rank)) + ending

    def _names(self, kind: str, count: int) -> list[str]:
        """So many different names."""
        names: dict[str, None] = {}
        while len(names) < count:
            names[self._name(kind)] = None
        return list(names)

    def _name(self, kind: str) -> str:
        """A name from an earlier story, or a new one."""
        known = self._known.setdefault(kind, [])
        if known and self._dice.random() < RECURRING:
            return self._dice.choice(known)
        word = _word(self._dice).capitalize()
        name = {
            "person": f"{self._dice.choice(FIRST)} {word}",
            "place": word,
            "body": self._dice.choice(BODIES).format(word),
            "river": f"{word} River",
        }[kind]
        known.append(name)
        return name


def _word(dice: Random) -> str:
    """A word of two or three syllables that is in no dictionary."""
    syllables = "".join(dice.choice(HEADS) + dice.choice(VOWELS) for _ in range(dice.choice((1, 1, 2))))
    return syllables + dice.choice(HEADS) + dice.choice(VOWELS[:5]) + dice.choice(TAILS)


def texts(sentences: int, seed: int = 1) -> tuple[str, str]:
    """A left and a right text of so many sentences each."""
    newsroom = Newsroom(seed)
    lefts: list[str] = []
    rights: list[str] = []
    while len(lefts) < sentences:
        newsroom.start_story()
        swapped = len(lefts) // ARTICLE_SENTENCES % 3 == 2
        count = min(ARTICLE_SENTENCES, sentences - len(lefts))
        shared = newsroom.shared_statements(max(1, count // SHARED_EVERY))
        own = count - len(shared)
        lefts += newsroom.interleave([left for left, _ in shared], newsroom.own_statements(own), False)
        rights += newsroom.interleave([right for _, right in shared], newsroom.own_statements(own), swapped)
    return _join(lefts), _join(rights)


def _join(sentences: list[str]) -> str:
    groups = (sentences[k : k + PARAGRAPH_SENTENCES] for k in range(0, len(sentences), PARAGRAPH_SENTENCES))
    return "\n\n".join(" ".join(group) for group in groups) + "\n"


def write(sentences: int, folder: Path) -> tuple[Path, Path]:
    """Write both texts. Returns their paths, left and right."""
    left, right = folder / "left.txt", folder / "right.txt"
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in zip((left, right), texts(sentences), strict=True):
        path.write_text(text, encoding="utf-8")
    return left, right


def main() -> None:
    if len(sys.argv) == 3:
        print(*write(int(sys.argv[1]), Path(sys.argv[2])))
        return
    print(f"{'sentences':>9} {'words':>8} {'different':>9} {'a sentence':>10}")
    for sentences in (30, 300, 3_000, 10_000):
        words = re.findall(r"\w+", texts(sentences)[0].casefold())
        print(f"{sentences:9,} {len(words):8,} {len(set(words)):9,} {len(words) / sentences:10.1f}")


if __name__ == "__main__":
    main()
