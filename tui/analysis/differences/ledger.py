"""Everything two reports say differently, in one list."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.analysis.differences.quotations import quotation_pairs
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.statements import statement_differences
from tui.analysis.differences.values import value_differences
from tui.analysis.differences.word_choice import framed_pairs, framing_words, word_pairs
from tui.analysis.tokens import normal_form, quotation_offsets, token_offsets
from tui.model import Article, Comparison, Link, Span
from tui.model.difference import Difference, Fact, FactKind, QuotationMatch, QuotationPair, State
from tui.sources.passages.language import detect_language

_ORDER = {kind: number for number, kind in enumerate(FactKind)}
_LEAST_CUT = 3
"""Words of a cut quotation that are worth a line."""
_TWICE = 2
"""Linked passages in which a pair of words that is not listed must come to be worth a line."""


def language_note(comparison: Comparison) -> str:
    """What is not looked for because of the articles' languages, in one line; "" if all is."""
    languages = {_language(article) for article in comparison.articles}
    if languages == {"en"}:
        return ""
    if len(languages) > 1:
        return "the articles are in two languages: only numbers and dates are compared"
    return "the articles are not in English: only numbers, dates, quotations and words are compared"


def differences(comparison: Comparison, threshold: float) -> tuple[Difference, ...]:
    """The disagreements of linked passages, and what only one side has, by kind and weight.

    Links of at least `threshold` (0 to 100) count. Precision comes first: what is not plainly about the
    same thing is listed for one side, never as a disagreement, and which side is right is never said.
    """
    return tuple(one for one in compared_facts(comparison, threshold) if one.state is not State.EQUAL)


def compared_facts(comparison: Comparison, threshold: float) -> tuple[Difference, ...]:
    """The same with the facts that agree."""
    links = comparison.shown(threshold)
    languages = _language(comparison.left), _language(comparison.right)
    lefts = _sentences(comparison.left, languages[0], {link.left for link in links})
    rights = _sentences(comparison.right, languages[1], {link.right for link in links})
    found = value_differences(lefts, rights, links)
    if languages == ("en", "en"):
        found += statement_differences(lefts, rights, links)
        found += _wordings(comparison, links)
        found += _labels(comparison)
    if languages[0] == languages[1]:
        found += _exchanged(comparison, threshold, languages[0])
        found = _with_quotations(found, comparison, threshold)
    return _sorted(_merged(found))


def _language(article: Article) -> str:
    return article.language or detect_language(article.text) or "en"


def _sentences(article: Article, language: str, indices: Iterable[int]) -> dict[int, Sentence]:
    return {index: Sentence(article, article.passages[index], language) for index in sorted(indices)}


def _sorted(found: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=_rank))


def _rank(one: Difference) -> tuple[object, ...]:
    """By kind, disagreements first, then by weight and place."""
    starts = (fact.span.start if fact else -1 for fact in one.facts)
    places = (one.left_passage, one.right_passage, one.state.value, *starts)
    return (_ORDER[one.kind], one.state is not State.DIFFERS, -one.weight, *places)


def _merged(found: Iterable[Difference]) -> list[Difference]:
    """One entry for what is found in several linked pairs, with the count of these."""
    merged: dict[tuple[object, ...], Difference] = {}
    for one in found:
        values = (fact.value.casefold() if fact else None for fact in one.facts)
        key: tuple[object, ...] = (one.kind, one.state, *values)
        if one.kind in (FactKind.QUOTATION, FactKind.CERTAINTY) or one.state is State.EQUAL:
            key = (*key, one.left_passage, one.right_passage)
        earlier = merged.get(key)
        if earlier is None:
            merged[key] = one
        else:
            best = max(earlier, one, key=lambda d: d.weight)
            merged[key] = replace(best, count=earlier.count + one.count)
    return list(merged.values())


def _with_quotations(found: list[Difference], comparison: Comparison, threshold: float) -> list[Difference]:
    """The changed and cut quotations; a value inside changed words is told there and not twice."""
    made: list[Difference] = []
    linked = {link.pair: link.score for link in comparison.shown(threshold)}
    for pair in quotation_pairs(comparison, threshold):
        score = linked.get(pair.pair, 50.0)
        if pair.kept is QuotationMatch.CHANGED:
            weight = round(0.8 * (0.5 + score / 200), 3)
            made += [_changed(pair, left, right, comparison, weight) for left, right in pair.changed]
        elif pair.kept is QuotationMatch.CUT:
            made += _cuts(pair, comparison)
    changed = [d for d in made if d.state is State.DIFFERS]
    kept = [d for d in found if not any(_within(d, other) for other in changed)]
    return kept + made


def _within(one: Difference, quotation: Difference) -> bool:
    """Whether a difference stands inside the changed words of a quotation, on both sides."""
    sides = ((one.left, quotation.left), (one.right, quotation.right))
    return one.state is State.DIFFERS and all(
        a and b and a.span.start < b.span.end and b.span.start < a.span.end for a, b in sides
    )


def _changed(
    pair: QuotationPair, left: Span, right: Span, comparison: Comparison, weight: float
) -> Difference:
    whole = _short(pair.left.cut(comparison.left.text)), _short(pair.right.cut(comparison.right.text))
    return Difference(
        FactKind.QUOTATION,
        State.DIFFERS,
        _fact(comparison.left, left),
        _fact(comparison.right, right),
        pair.left_passage,
        pair.right_passage,
        weight,
        note=f"in {whole[0]} and {whole[1]}",
    )


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= 16 else " ".join((*words[:9], "…", *words[-6:]))


_CUT = "the other side quotes the saying without these words"


def _cuts(pair: QuotationPair, comparison: Comparison) -> list[Difference]:
    """The words of a quotation that the other side leaves out."""
    found = []
    for spans, article, state in (
        (pair.only_left, comparison.left, State.ONLY_LEFT),
        (pair.only_right, comparison.right, State.ONLY_RIGHT),
    ):
        for span in spans:
            if len(span.cut(article.text).split()) >= _LEAST_CUT:
                fact = _fact(article, span)
                left, right = (fact, None) if state is State.ONLY_LEFT else (None, fact)
                found.append(Difference(FactKind.QUOTATION, state, left, right, *pair.pair, 0.35, note=_CUT))
    return found


def _fact(article: Article, span: Span) -> Fact:
    text = span.cut(article.text)
    return Fact(FactKind.QUOTATION, text, " ".join(text.split()), span)


def _wordings(comparison: Comparison, links: Iterable[Link]) -> list[Difference]:
    """Listed words for one thing of which linked passages use different ones."""
    found = []
    for link in links:
        one, two = comparison.left.passages[link.left], comparison.right.passages[link.right]
        for left, left_at, right, right_at in framed_pairs(one.text, two.text):
            spans = [
                Span(p.span.start + a, p.span.start + b) for p, (a, b) in ((one, left_at), (two, right_at))
            ]
            facts = _words(comparison, left, right, *spans)
            weight = round(0.5 * (0.5 + link.score / 200), 3)
            found.append(Difference(FactKind.WORDING, State.DIFFERS, *facts, *link.pair, weight))
    return found


def _words(
    comparison: Comparison, left: str, right: str, left_span: Span, right_span: Span
) -> tuple[Fact, Fact]:
    return (
        Fact(FactKind.WORDING, left_span.cut(comparison.left.text), left, left_span),
        Fact(FactKind.WORDING, right_span.cut(comparison.right.text), right, right_span),
    )


def _labels(comparison: Comparison) -> list[Difference]:
    """The words of one family that each article, and only it, puts in quotation marks as a label."""
    left, right = _labelled(comparison.left), _labelled(comparison.right)
    found = []
    for family in sorted(set(left) & set(right)):
        mine = [label for label in left[family] if label[0] not in {word for word, _, _ in right[family]}]
        its = [label for label in right[family] if label[0] not in {word for word, _, _ in left[family]}]
        if mine and its:
            (one, span, i), (two, other, j) = mine[0], its[0]
            facts = _words(comparison, one, two, span, other)
            marks = "both put it in quotation marks"
            found.append(Difference(FactKind.WORDING, State.DIFFERS, *facts, i, j, 0.7, note=marks))
    return found


def _labelled(article: Article) -> dict[int, list[tuple[str, Span, int]]]:
    """The quoted labels of each family in order: word, place, passage."""
    found: dict[int, list[tuple[str, Span, int]]] = {}
    for start, end in quotation_offsets(article.text):
        inside = token_offsets(article.text[start:end])
        words = [normal_form(article.text[start + a : start + b]) for a, b in inside]
        labels = framing_words(words, labels=True)
        if len(words) > _LABEL or not labels:
            continue
        family, word, first, last = labels[0]
        passage = next((p for p in article.passages if p.span.start <= start < p.span.end), None)
        if passage and passage.linkable:
            span = Span(start + inside[first][0], start + inside[last - 1][1])
            found.setdefault(family, []).append((word, span, passage.index))
    return found


_LABEL = 3
"""Words in quotation marks up to which they may be a label: `special military operation`."""


def _exchanged(comparison: Comparison, threshold: float, language: str) -> list[Difference]:
    """Pairs of words that are not listed but stand for one another more than once.

    Those that do so once are in `word_pairs`: mostly synonyms, and no disagreement.
    """
    found = []
    for pair in word_pairs(comparison, threshold, language):
        if pair.listed or len(pair.places) < _TWICE:
            continue
        i, j = pair.places[0]
        one, two = comparison.left.passages[i], comparison.right.passages[j]
        spans = [_place(p.text, word, p.span.start) for p, word in ((one, pair.left), (two, pair.right))]
        facts = _words(comparison, pair.left, pair.right, *spans)
        found.append(Difference(FactKind.WORDING, State.DIFFERS, *facts, i, j, 0.3, len(pair.places)))
    return found


def _place(text: str, word: str, offset: int) -> Span:
    start = max(0, text.casefold().find(word))
    return Span(offset + start, offset + min(len(text), start + len(word)))
