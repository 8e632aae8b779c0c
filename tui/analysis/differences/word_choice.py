"""Different words for the same thing, and the words that set each article apart."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import cache, lru_cache

from tui.analysis.differences.edits import edits
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Article, Comparison, Relation
from tui.model.difference import DistinctiveWord, WordPair

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
"""Words for one thing that frame it differently: each line a family, `|` between the forms of one word,
a hyphen between the words of one expression. Short on purpose: other pairs are found by their place."""

LEVEL = 3.84
"""G2 from which a word sets an article apart: the 5 % level of chi square with one degree of freedom."""
_AROUND = 2
"""Words of news, before and after together, that must be the same for two words to be taken as a pair."""
_SAME_THING = 2
"""Other words of news that two passages share at least if listed words in them stand for one thing."""


@cache
def _families() -> dict[tuple[str, ...], tuple[int, str]]:
    """Each form as words, with the number of its family and the first form of its word."""
    found: dict[tuple[str, ...], tuple[int, str]] = {}
    for number, line in enumerate(_FAMILIES):
        for member in line.split():
            forms = member.split("|")
            for form in forms:
                found[tuple(form.split("-"))] = number, forms[0].replace("-", " ")
    return found


_LABELS = {"issue": 0, "problem": 0, "campaign": 0}
"""Words that belong to a family only where they stand in quotation marks by themselves."""


def framing_words(words: list[str], labels: bool = False) -> list[tuple[int, str, int, int]]:
    """The listed words among those given: family, word, and the places where it begins and ends.

    With `labels`, also words that frame only as a label in quotation marks (the “issue”).
    """
    if labels and len(words) == 1 and words[0] in _LABELS:
        return [(_LABELS[words[0]], words[0], 0, 1)]
    families = _families()
    found: list[tuple[int, str, int, int]] = []
    k = 0
    while k < len(words):
        for length in (3, 2, 1):
            entry = families.get(tuple(words[k : k + length]))
            if entry and k + length <= len(words):
                found.append((*entry, k, k + length))
                k += length - 1
                break
        k += 1
    return found


def word_pairs(comparison: Comparison, threshold: float, language: str = "en") -> tuple[WordPair, ...]:
    """Words that stand for the same thing in linked passages, the listed and the most frequent first.

    Two sources: a family of words known to frame the news, of which each passage uses another; and
    single words of news exchanged between words that both passages share, in links of the same
    statement (from word differences; noisy where passages are far apart, so such a pair is worth showing
    when it comes twice).
    """
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    listed: set[tuple[str, str]] = set()
    for link in comparison.shown(threshold):
        texts = comparison.left.passages[link.left].text, comparison.right.passages[link.right].text
        for left, right in _framed(*texts) if language == "en" else ():
            places[left, right].append(link.pair)
            listed.add((left, right))
        if link.relation is Relation.SAME:
            for pair in exchanged_words(*texts, language):
                if pair not in listed:
                    places[pair].append(link.pair)
    counts = [_counts(article) for article in comparison.articles]
    pairs = [
        WordPair(
            left,
            right,
            tuple(found),
            _count(counts[0], left),
            _count(counts[1], right),
            (left, right) in listed,
        )
        for (left, right), found in places.items()
    ]
    return tuple(
        sorted(pairs, key=lambda pair: (not pair.listed, -len(pair.passages), pair.passages, pair.left))
    )


def _framed(left: str, right: str) -> list[tuple[str, str]]:
    """The words of one family of which each text uses one that the other does not."""
    return [(left_word, right_word) for left_word, _, right_word, _ in framed_pairs(left, right)]


def framed_pairs(left: str, right: str) -> list[tuple[str, tuple[int, int], str, tuple[int, int]]]:
    """The same, with the offsets of the words in each text; at most one pair of a family."""
    (one, one_news), (two, two_news) = _told(left), _told(right)
    if not one or not two or len(one_news & two_news) < _SAME_THING:
        return []
    sides = one, two
    used = [{word for _, word, _ in side} for side in sides]
    found: dict[int, tuple[str, tuple[int, int], str, tuple[int, int]]] = {}
    for family, left_word, left_span in sides[0]:
        for other, right_word, right_span in sides[1]:
            if other == family and left_word not in used[1] and right_word not in used[0]:
                found.setdefault(family, (left_word, left_span, right_word, right_span))
    return list(found.values())


@lru_cache(4096)
def _told(text: str) -> tuple[tuple[tuple[int, str, tuple[int, int]], ...], frozenset[str]]:
    """The listed words of a passage (family, word, offsets), and all its words that carry news."""
    spans, stops = token_offsets(text), stop_words_of("en")
    words = [normal_form(text[start:end]) for start, end in spans]
    listed = tuple((f, word, (spans[a][0], spans[b - 1][1])) for f, word, a, b in framing_words(words))
    return listed, frozenset(words) - stops


def exchanged_words(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """Single words of news that stand for one another between runs both texts share."""
    stops = stop_words_of(language)
    changes = edits(left, right, language)
    found = []
    for place, edit in enumerate(changes):
        if edit.tag != "replace" or not 0 < place < len(changes) - 1:
            continue
        around = changes[place - 1], changes[place + 1]
        if not all(other.tag == "equal" for other in around):
            continue
        if sum(_news(other.left.cut(left), stops) for other in around) < _AROUND:
            continue
        one, two = _only_word(edit.left.cut(left), stops), _only_word(edit.right.cut(right), stops)
        if one and two and not _same_word(one, two, language):
            found.append((one, two))
    return found


def _news(text: str, stops: frozenset[str]) -> int:
    return sum(normal_form(text[start:end]) not in stops for start, end in token_offsets(text))


def _only_word(text: str, stops: frozenset[str]) -> str:
    """The one word of news in a run, which is plain: no name, no number; else ""."""
    words = [text[start:end] for start, end in token_offsets(text)]
    news = [word for word in words if normal_form(word) not in stops]
    return (
        news[0].casefold()
        if len(news) == 1 and len(words) < 4 and news[0].isalpha() and news[0].islower()
        else ""
    )


_SPELLING = 0.9
"""Share of letters two spellings of a plain word have in common, in order."""


def _same_word(one: str, two: str, language: str) -> bool:
    from rapidfuzz.distance import Indel

    stemmer = stemmer_of(language)
    same_stem = bool(stemmer and stemmer.stemWord(one) == stemmer.stemWord(two))
    # `meters` and `metres`, `color` and `colour`, but not `eldest` and `oldest`.
    spelled_alike = sorted(one) == sorted(two) or Indel.normalized_similarity(one, two) >= _SPELLING
    return same_stem or one[:5] == two[:5] or spelled_alike


def _counts(article: Article) -> Counter[str]:
    """How often the body of an article uses each word; captions and bylines do not count."""
    return Counter(
        normal_form(p.text[start:end]) for p in article.body for start, end in token_offsets(p.text)
    )


def _count(counts: Counter[str], word: str) -> int:
    """How often a word is used, in any of its listed forms; of an expression its rarest word."""
    forms = [form for form, (_, base) in _families().items() if base == word] or [tuple(word.split())]
    return sum(min(counts[part] for part in form) for form in forms)


def distinctive_words(comparison: Comparison, most: int = 20) -> tuple[tuple[DistinctiveWord, ...], ...]:
    """The words that the left article uses more than the right, and the other way round.

    Log-likelihood ratio G2 (Dunning 1993, Computational Linguistics 19:1), in the two-corpora form of
    Rayson and Garside (2000): 2 * sum of observed * ln(observed / expected). It needs no large counts,
    unlike chi square. Words are counted in normal form, without stop words; only those used twice by
    a side, from `LEVEL`, the strongest first.
    """
    counts = []
    for article in comparison.articles:
        stops = stop_words_of(article.language or "en")
        news = {
            word: n for word, n in _counts(article).items() if word not in stops and not word[0].isdigit()
        }
        counts.append(Counter(news))
    totals = [max(1, sum(count.values())) for count in counts]
    found: tuple[list[DistinctiveWord], list[DistinctiveWord]] = ([], [])
    for word in set(counts[0]) | set(counts[1]):
        a, b = counts[0][word], counts[1][word]
        weight = _g2(a, b, *totals)
        more = 0 if a * totals[1] > b * totals[0] else 1
        if weight >= LEVEL and max(a, b) > 1:
            found[more].append(DistinctiveWord(word, a, b, round(weight, 2)))
    return tuple(tuple(sorted(side, key=lambda one: (-one.weight, one.word))[:most]) for side in found)


def _g2(a: int, b: int, left: int, right: int) -> float:
    expected = (left * (a + b) / (left + right), right * (a + b) / (left + right))
    return 2 * sum(n * math.log(n / e) for n, e in zip((a, b), expected, strict=True) if n)
