"""Quotations: the same saying in both articles, and what each side cut, changed or put in its own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.differences.attribution import find_attributions
from tui.analysis.differences.sentence import Sentence
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, quotation_offsets, token_offsets
from tui.model import Article, Comparison, Span
from tui.model.difference import QuotationMatch, QuotationPair

ALIKE = 0.6
"""Share of the words of the shorter of two quotations that must stand in the other, in order."""
VERBATIM = 0.7
"""The same of two quotations of small words only, in linked passages."""
EXCHANGED = 4
"""Words of a run for which the other side may have others; longer ones are cut, not exchanged."""
FORMULA = 2
"""Words that carry news in a run from which two longer quotations share a formula."""
PARAPHRASED = 0.6
"""Share of a quotation's words of news that its paraphrase must have."""
UNLINKED = 3
"""Words that carry news which two quotations must share where their passages are not linked."""
LEAST_PARAPHRASED = 3
"""Words of news from which a quotation can be told to be paraphrased."""
_LONGEST = 80
"""Words of a quotation that are compared."""

_CONTRACTIONS = (
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'m", " am"),
    ("it's", "it is"),
)
_BRACKETED = re.compile(r"\[[^\]\n]{0,60}\]")
_SMALL = frozenset("a an the and or that this these those to of in is are was were it its so very".split())
"""Words whose change changes nothing."""
_NEGATIONS = frozenset("no not never none nothing some any all every must may can will".split())
"""Small words that turn a quotation round."""


class Quotation(Struct, frozen=True):
    """One quotation of an article."""

    span: Span
    """With its marks."""
    passage: int
    """Index of the passage in which it begins."""
    words: tuple[str, ...]
    """Normal forms."""
    spans: tuple[Span, ...]
    """Where the words stand in the article's text."""
    stems: tuple[str, ...]
    content: tuple[bool, ...]
    bracketed: tuple[bool, ...]

    @property
    def weight(self) -> int:
        """Words that carry news."""
        return sum(self.content)


def find_quotations(article: Article, language: str) -> list[Quotation]:
    """The quotations of an article that hold a word, in order."""
    starts = [passage.span.start for passage in article.passages]
    found: list[Quotation] = []
    for span in (Span(*place) for place in quotation_offsets(article.text)):
        passage = bisect_right(starts, span.start) - 1
        one = _quoted(article.text, span, passage, language)
        if one.words and passage >= 0:
            found.append(one)
    return found


def _quoted(text: str, span: Span, passage: int, language: str) -> Quotation:
    inside = span.cut(text)
    insertions = [match.span() for match in _BRACKETED.finditer(inside)]
    words: list[str] = []
    spans: list[Span] = []
    bracketed: list[bool] = []
    for start, end in token_offsets(inside)[:_LONGEST]:
        for part in _parts(normal_form(inside[start:end])):
            words.append(part)
            spans.append(Span(span.start + start, span.start + end))
            bracketed.append(any(a <= start < b for a, b in insertions))
    stemmer = stemmer_of(language or "en")
    stops = stop_words_of(language or "en")
    stems = stemmer.stemWords(words) if stemmer else words
    content = tuple(word not in stops or word in _NEGATIONS for word in words)
    return Quotation(span, passage, tuple(words), tuple(spans), tuple(stems), content, tuple(bracketed))


def _parts(word: str) -> list[str]:
    for short, long in _CONTRACTIONS:
        if word.endswith(short) and len(word) >= len(short):
            return f"{word[: -len(short)]}{long}".split()
    return [word]


def quotation_pairs(comparison: Comparison, threshold: float) -> tuple[QuotationPair, ...]:
    """The sayings that both articles give, in the order of the left one.

    Two quotations are one saying where the shorter stands in the other but for two words in five
    (any passages: a saying does not need a link); or, in linked passages, where they share a formula of
    at least two words that carry news and go on in the same way after the next. Each is paired once,
    with the most alike. What is left of quotations in linked passages is looked for as paraphrase.
    """
    languages = [article.language or "en" for article in comparison.articles]
    lefts, rights = (
        find_quotations(comparison.left, languages[0]),
        find_quotations(comparison.right, languages[1]),
    )
    linked = {link.pair for link in comparison.shown(threshold)}
    near = _near(lefts, rights)
    scored = []
    for i, j in sorted({pair for pair, n in near.items() if n >= UNLINKED} | _in(linked, lefts, rights)):
        one, two = lefts[i], rights[j]
        if (likeness := _likeness(one, two, (one.passage, two.passage) in linked)) > 0:
            scored.append((likeness, i, j))
    scored.sort(key=lambda item: (-item[0], item[1] + item[2], abs(item[1] - item[2]), item[1]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs: list[QuotationPair] = []
    for likeness, i, j in scored:
        if i not in used_left and j not in used_right:
            pairs.append(_pair(lefts[i], rights[j], likeness))
            used_left.add(i)
            used_right.add(j)
    told = [(lefts[i], rights[j]) for (i, j), n in sorted(near.items()) if n >= FORMULA]
    pairs += _formulas(told, {(p.left, p.right) for p in pairs})
    if languages[0] == languages[1] == "en":
        pairs += _paraphrases(comparison, linked, lefts, rights, used_left, used_right)
        pairs = [replace(pair, speaker=_speaker(comparison, pair)) for pair in pairs]
    return tuple(sorted(pairs, key=lambda pair: (pair.left.start, pair.right.start)))


def _near(lefts: list[Quotation], rights: list[Quotation]) -> Counter[tuple[int, int]]:
    """How many of the left one's words that carry news a right one has, a repeated one as often as both.

    Through an index of the words: of two books full of quotations few pairs share any.
    """
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, two in enumerate(rights):
        for stem, n in Counter(two.stems).items():
            holders[stem].append((j, n))
    shared: Counter[tuple[int, int]] = Counter()
    for i, one in enumerate(lefts):
        news = Counter(stem for stem, content in zip(one.stems, one.content, strict=True) if content)
        for stem, n in news.items():
            for j, there in holders.get(stem, ()):
                shared[i, j] += min(n, there)
    return shared


def _in(
    linked: set[tuple[int, int]], lefts: list[Quotation], rights: list[Quotation]
) -> set[tuple[int, int]]:
    """The pairs of quotations that stand in linked passages."""
    lefts_of, rights_of = _by_passage(lefts), _by_passage(rights)
    return {(i, j) for here, there in linked for i in lefts_of[here] for j in rights_of[there]}


def _by_passage(every: list[Quotation]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for k, one in enumerate(every):
        found[one.passage].append(k)
    return found


def _speaker(comparison: Comparison, pair: QuotationPair) -> str:
    """Who is quoted, as the left article writes it, or the right one; a name before a `he`."""
    pronoun = ""
    for article, index in ((comparison.left, pair.left_passage), (comparison.right, pair.right_passage)):
        sentence = Sentence(article, article.passages[index], "en")
        for saying in find_attributions(sentence):
            if saying.first < saying.end and (saying.name or saying.sort or saying.end - saying.first < 5):
                written = sentence.written(saying.first, saying.end)
                if not saying.pronoun:
                    return written
                pronoun = pronoun or written
    return pronoun


def _paraphrases(
    comparison: Comparison,
    linked: set[tuple[int, int]],
    lefts: list[Quotation],
    rights: list[Quotation],
    used_left: set[int],
    used_right: set[int],
) -> list[QuotationPair]:
    """Quotations whose words of news stand, for the most part, unquoted in a linked passage."""
    found: list[QuotationPair] = []
    for is_left, its, used, article in (
        (True, lefts, used_left, comparison.right),
        (False, rights, used_right, comparison.left),
    ):
        other = {quote.passage for quote in (rights if is_left else lefts)}
        partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for i, j in sorted(linked):
            partners[i if is_left else j].append((i, j))
        for k, one in enumerate(its):
            news = {stem for stem, content in zip(one.stems, one.content, strict=True) if content}
            if k in used or len(news) < LEAST_PARAPHRASED:
                continue
            for i, j in partners[one.passage]:
                there = j if is_left else i
                if there in other:
                    continue
                passage = article.passages[there]
                share = len(news & Sentence(article, passage, "en").stems) / len(news)
                if share >= PARAPHRASED:
                    spans = (one.span, passage.span) if is_left else (passage.span, one.span)
                    found.append(
                        QuotationPair(
                            *spans, i, j, "", QuotationMatch.PARAPHRASED, similarity=round(share, 3)
                        )
                    )
    return found


def _likeness(one: Quotation, two: Quotation, linked: bool) -> float:
    """0 to 1: share of the shorter one's words that stand in the other, in order."""
    from rapidfuzz.distance import LCSseq

    if not set(one.stems) & set(two.stems):
        return 0.0
    shorter = min(len(one.words), len(two.words))
    common = LCSseq.similarity(one.stems, two.stems) + sum(one.bracketed) / 2 + sum(two.bracketed) / 2
    shared = {s for s, c in zip(one.stems, one.content, strict=True) if c} & {
        s for s, c in zip(two.stems, two.content, strict=True) if c
    }
    verbatim = linked and common >= 3 and common / shorter >= VERBATIM
    if common / shorter < ALIKE or (len(shared) < (1 if linked else UNLINKED) and not verbatim):
        return 0.0
    if shorter < 3 and common < shorter:
        return 0.0
    return min(1.0, common / shorter) * (0.5 + 0.5 * common / max(len(one.words), len(two.words)))


def _pair(one: Quotation, two: Quotation, likeness: float) -> QuotationPair:
    """What each side has that the other has not, and so what became of the saying."""
    only_left, only_right, changed = _gaps(one, two)
    kept = (
        QuotationMatch.CHANGED
        if changed
        else QuotationMatch.CUT
        if only_left or only_right
        else QuotationMatch.EXACT
    )
    return QuotationPair(
        one.span,
        two.span,
        one.passage,
        two.passage,
        "",
        kept,
        only_left,
        only_right,
        changed,
        round(likeness, 3),
    )


_Gaps = tuple[tuple[Span, ...], tuple[Span, ...], tuple[tuple[Span, Span], ...]]


def _gaps(one: Quotation, two: Quotation) -> _Gaps:
    """What only the left has, what only the right has, and the words exchanged for one another."""
    from rapidfuzz.distance import LCSseq

    lefts: list[Span] = []
    rights: list[Span] = []
    changed: list[tuple[Span, Span]] = []
    operations = [op for op in LCSseq.opcodes(one.stems, two.stems) if op.tag != "equal"]
    runs = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in operations]
    for a, b, c, d in _merged(runs, one):
        left = [k for k in range(a, b) if not one.bracketed[k]]
        right = [k for k in range(c, d) if not two.bracketed[k]]
        inserted = len(left) < b - a or len(right) < d - c
        if inserted:
            continue  # `[the president]` stands for a word of the speaker's
        if left:
            lefts.append(Span(one.spans[a].start, one.spans[b - 1].end))
        if right:
            rights.append(Span(two.spans[c].start, two.spans[d - 1].end))
        short = max(b - a, d - c) <= EXCHANGED
        if short and {one.words[k] for k in left} - _SMALL and {two.words[k] for k in right} - _SMALL:
            changed.append((lefts[-1], rights[-1]))
    return tuple(lefts), tuple(rights), tuple(changed)


def _merged(runs: Iterable[tuple[int, int, int, int]], one: Quotation) -> list[tuple[int, int, int, int]]:
    """Gaps put together between which nothing that carries news is common.

    Two single words exchanged (`concerns of all`, `interests of other`) stay two.
    """
    touching: list[tuple[int, int, int, int]] = []
    for a, b, c, d in runs:
        if touching and (a, c) == (touching[-1][1], touching[-1][3]):
            touching[-1] = (touching[-1][0], b, touching[-1][2], d)
        else:
            touching.append((a, b, c, d))
    merged: list[tuple[int, int, int, int]] = []
    for a, b, c, d in touching:
        before = merged[-1] if merged else (0, 0, 0, 0)
        single = (b - a, d - c, before[1] - before[0], before[3] - before[2]) == (1, 1, 1, 1)
        if merged and not single and a - before[1] < 3 and not any(one.content[before[1] : a]):
            merged[-1] = (before[0], b, before[2], d)
        else:
            merged.append((a, b, c, d))
    return merged


def _formulas(
    told: Iterable[tuple[Quotation, Quotation]], paired: set[tuple[Span, Span]]
) -> list[QuotationPair]:
    """Two versions of one formula inside longer quotations: `the same two words`, then another one."""
    found: list[QuotationPair] = []
    for one, two in told:
        if (one.span, two.span) in paired or one.weight < 3 or two.weight < 3:
            continue
        if place := _formula(one, two):
            longer = max(len(one.words), len(two.words))
            left, right = one.spans[place[0]], two.spans[place[1]]
            ends = (one.span, two.span, one.passage, two.passage)
            words = ((left,), (right,), ((left, right),))
            found.append(QuotationPair(*ends, "", QuotationMatch.CHANGED, *words, round(FORMULA / longer, 3)))
    return found


def _formula(one: Quotation, two: Quotation) -> tuple[int, int] | None:
    """The places of the words that differ after a run both share and before a word both share."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, stem in enumerate(two.stems[:-1]):
        places[stem].append(j)
    for i, stem in enumerate(one.stems[:-1]):
        for j in places.get(stem, ()):
            n = 1
            while i + n < len(one.words) and j + n < len(two.words) and one.stems[i + n] == two.stems[j + n]:
                n += 1
            news = sum(one.content[i : i + n])
            i_after, j_after = i + n, j + n
            if news < FORMULA or i_after + 1 >= len(one.words) or j_after + 1 >= len(two.words):
                continue
            exchanged = one.content[i_after] and two.content[j_after]
            if exchanged and one.stems[i_after + 1] == two.stems[j_after + 1]:
                return i_after, j_after
    return None
