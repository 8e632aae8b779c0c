"""Pairs of words for the same thing: listed as framing, or exchanged in linked passages."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, lru_cache

from tui.analysis.differences.edits import edits
from tui.analysis.memo import once_per_article
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import Offsets, normal_form, token_offsets
from tui.model import Article, Comparison, PassagePair, Relation
from tui.model.difference import WordPair

_FAMILIES = (
    "invasion|invasions war|wars conflict|conflicts crisis assault situation aggression incursion "
    "hostilities genocide special-military-operation special-operation military-operation "
    "intervention",
    "protesters|protester|protestors demonstrators|demonstrator rioters|rioter mob agitators looters "
    "insurrectionists",
    "protest|protests riot|riots unrest demonstration|demonstrations uprising insurrection",
    "militants|militant terrorists|terrorist rebels|rebel insurgents|insurgent gunmen|gunman "
    "extremists|extremist fighters|fighter freedom-fighters jihadists",
    "illegal-immigrants|illegal-immigrant illegal-aliens|illegal-alien undocumented-immigrants|"
    "undocumented-immigrant unauthorized-immigrants undocumented-workers",
    "regime government junta",
    "estate-tax death-tax",
    "global-warming climate-change climate-crisis",
    "pro-life anti-abortion",
    "pro-choice abortion-rights",
    "fetus|fetuses unborn-child|unborn-children unborn-baby|unborn-babies",
    "gun-control gun-safety",
    "torture enhanced-interrogation",
    "massacre|massacres shooting|shootings terror-attack|terror-attacks|terrorist-attack|"
    "terrorist-attacks rampage",
    "murder|murdered slaying execution|executed assassination",
    "accident disaster tragedy catastrophe",
    "criticized|criticised|criticizes|criticizing slammed|slams|slamming blasted|blasts|blasting "
    "assailed|assails denounced|denounces condemned|condemns ripped|rips bashed|bashes",
    "boasted|boasts bragged|brags",
    "tax-cuts|tax-cut tax-relief",
    "refugees|refugee migrants|migrant",
    "suicide-bomber|suicide-bombers martyr|martyrs",
    "spying surveillance snooping",
    "obamacare affordable-care-act",
    "settlers|settler colonists",
    "annexation reunification",
    "slump downturn recession",
    "whistleblower leaker traitor",
)
"""Words for one thing that frame it differently. Each line is a family; `|` is between the forms of one word,
a hyphen between the words of one expression. Short on purpose: other pairs are found by their place."""

_MIN_COMMON_AROUND = 2
"""Content words that must be the same, before and after together, for two words to be exchanged."""
_MIN_COMMON = 2
"""Content words that two passages must share for listed words in them to stand for one thing."""


@cache
def _families() -> dict[tuple[str, ...], tuple[int, str]]:
    """The family and the first form of each listed word, by its words."""
    families: dict[tuple[str, ...], tuple[int, str]] = {}
    for number, line in enumerate(_FAMILIES):
        for member in line.split():
            forms = member.split("|")
            for form in forms:
                families[tuple(form.split("-"))] = number, forms[0].replace("-", " ")
    return families


_LABELS = {"issue": 0, "problem": 0, "campaign": 0}
"""Words that belong to a family only where they are alone in quotation marks."""


def framing_words(words: list[str], labels: bool = False) -> list[tuple[int, str, int, int]]:
    """The listed words among `words`: family, word, first place, and the place after it.

    With `labels` also words that frame only as a label in quotation marks (the “issue”).
    """
    if labels and len(words) == 1 and words[0] in _LABELS:
        return [(_LABELS[words[0]], words[0], 0, 1)]
    families = _families()
    listed: list[tuple[int, str, int, int]] = []
    k = 0
    while k < len(words):
        for length in (3, 2, 1):
            entry = families.get(tuple(words[k : k + length]))
            if entry and k + length <= len(words):
                listed.append((*entry, k, k + length))
                k += length - 1
                break
        k += 1
    return listed


def word_pairs(comparison: Comparison, threshold: float, language: str = "en") -> tuple[WordPair, ...]:
    """The words that stand for the same thing in linked passages, the listed and the most frequent first.

    They are words of a listed family, of which each passage uses a different one; and single content
    words exchanged between words that both passages share, in links of the same statement. The latter
    come from word differences and are noisy where passages differ much, so they are worth showing when
    they come twice. Links of at least `threshold`, 0 to 100, count.
    """
    places: dict[tuple[str, str], list[PassagePair]] = defaultdict(list)
    listed: set[tuple[str, str]] = set()
    for link in comparison.links_from(threshold):
        texts = comparison.left.passages[link.left].text, comparison.right.passages[link.right].text
        for left, _, right, _ in framed_pairs(*texts) if language == "en" else ():
            places[left, right].append(link.pair)
            listed.add((left, right))
        if link.relation is Relation.SAME:
            for pair in exchanged_words(*texts, language):
                if pair not in listed:
                    places[pair].append(link.pair)
    counts = [word_counts(article) for article in comparison.articles]
    pairs = [
        WordPair(
            left,
            right,
            tuple(passages),
            _count(counts[0], left),
            _count(counts[1], right),
            (left, right) in listed,
        )
        for (left, right), passages in places.items()
    ]
    return tuple(
        sorted(pairs, key=lambda pair: (not pair.listed, -len(pair.passages), pair.passages, pair.left))
    )


def framed_pairs(left: str, right: str) -> list[tuple[str, Offsets, str, Offsets]]:
    """The words of one family of which each text uses a different one, with their offsets in each text.

    At most one pair of a family.
    """
    (lefts, left_content), (rights, right_content) = _listed_words(left), _listed_words(right)
    if not lefts or not rights or len(left_content & right_content) < _MIN_COMMON:
        return []
    left_words, right_words = ({word for _, word, _ in side} for side in (lefts, rights))
    pairs: dict[int, tuple[str, Offsets, str, Offsets]] = {}
    for family, left_word, left_offsets in lefts:
        for other, right_word, right_offsets in rights:
            if other == family and left_word not in right_words and right_word not in left_words:
                pairs.setdefault(family, (left_word, left_offsets, right_word, right_offsets))
    return list(pairs.values())


@lru_cache(1024)  # links come in the order of the left article; a passage takes a kilobyte
def _listed_words(text: str) -> tuple[tuple[tuple[int, str, Offsets], ...], frozenset[str]]:
    """The listed words of a passage (family, word, offsets), and all its content words."""
    spans, stop_words = token_offsets(text), stop_words_of("en")
    words = [normal_form(text[start:end]) for start, end in spans]
    listed = tuple((f, word, (spans[a][0], spans[b - 1][1])) for f, word, a, b in framing_words(words))
    return listed, frozenset(words) - stop_words


def exchanged_words(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """Single content words that stand for each other between runs that both texts share."""
    stop_words = stop_words_of(language)
    changes = edits(left, right, language)
    exchanged = []
    for place, edit in enumerate(changes):
        if edit.tag != "replace" or not 0 < place < len(changes) - 1:
            continue
        around = changes[place - 1], changes[place + 1]
        if not all(other.tag == "equal" for other in around):
            continue
        if sum(_content_words(other.left.cut(left), stop_words) for other in around) < _MIN_COMMON_AROUND:
            continue
        left_word = _only_word(edit.left.cut(left), stop_words)
        right_word = _only_word(edit.right.cut(right), stop_words)
        if left_word and right_word and not _same_word(left_word, right_word, language):
            exchanged.append((left_word, right_word))
    return exchanged


def _content_words(text: str, stop_words: frozenset[str]) -> int:
    return sum(normal_form(text[start:end]) not in stop_words for start, end in token_offsets(text))


def _only_word(text: str, stop_words: frozenset[str]) -> str:
    """The only content word of a run, if it is plain, that is no name and no number; else ""."""
    words = [text[start:end] for start, end in token_offsets(text)]
    content = [word for word in words if normal_form(word) not in stop_words]
    plain = len(content) == 1 and len(words) < 4 and content[0].isalpha() and content[0].islower()
    return content[0].casefold() if plain else ""


_MIN_SPELLING = 0.9
"""Share of letters, in order, that two spellings of a plain word have in common."""


def _same_word(left: str, right: str, language: str) -> bool:
    from rapidfuzz.distance import Indel

    stemmer = stemmer_of(language)
    same_stem = bool(stemmer and stemmer.stemWord(left) == stemmer.stemWord(right))
    # `meters` and `metres`, `color` and `colour`, but not `eldest` and `oldest`.
    spelled_alike = sorted(left) == sorted(right) or Indel.normalized_similarity(left, right) >= _MIN_SPELLING
    return same_stem or left[:5] == right[:5] or spelled_alike


@once_per_article
def word_counts(article: Article) -> Counter[str]:
    """The number of times the body of an article uses each word; captions and bylines do not count."""
    return Counter(
        normal_form(p.text[start:end]) for p in article.body for start, end in token_offsets(p.text)
    )


def _count(counts: Counter[str], word: str) -> int:
    """The count of a word in all its listed forms; of an expression that of its rarest word."""
    forms = [form for form, (_, base) in _families().items() if base == word] or [tuple(word.split())]
    return sum(min(counts[part] for part in form) for form in forms)
