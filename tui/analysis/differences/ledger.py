"""All differences between two reports, in one list."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from tui.analysis.comparability import languages_of_facts
from tui.analysis.differences.across.values import value_differences_across
from tui.analysis.differences.aligned import WordAlignment
from tui.analysis.differences.loaded_words import loaded_word_differences
from tui.analysis.differences.negations import negation_differences
from tui.analysis.differences.quotation_differences import overlaps, quotation_differences
from tui.analysis.differences.roles import role_differences
from tui.analysis.differences.sentence import Sentence, sentence_of
from tui.analysis.differences.slots import slot_differences
from tui.analysis.differences.statements import statement_differences
from tui.analysis.differences.two_events import event_differences
from tui.analysis.differences.vague_counts import vague_count_differences
from tui.analysis.differences.values import value_differences
from tui.analysis.differences.wording_differences import (
    exchanged_word_differences,
    framing_differences,
    label_differences,
)
from tui.model import Article, Comparison, Kind
from tui.model.difference import Difference, Fact, FactKind, Section, State

MAX_WHOLE = 2000
"""Passages of both articles up to which all are looked through for what they say of a person; of more, those
that are linked."""
_ORDER = {kind: number for number, kind in enumerate(FactKind)}


def differences(
    comparison: Comparison, threshold: float, alignment: WordAlignment | None = None
) -> tuple[Difference, ...]:
    """What differs between linked passages, and the facts of one side only, by kind and weight.

    Links of at least `threshold`, 0 to 100, count. Precision comes first: facts that are not plainly about
    the same thing are listed for one side, never as what differs. It never tells which side is right.
    Without `alignment`, which needs the language model, what stands in the same place is not compared: no
    spellings, modality nor other words in one place are found, and fewer negations, numbers and days.
    """
    found = all_differences(comparison, threshold, alignment)
    return tuple(d for d in found if d.state is not State.EQUAL)


def all_differences(
    comparison: Comparison, threshold: float, alignment: WordAlignment | None = None
) -> tuple[Difference, ...]:
    """The differences, and the facts that agree as entries with the state EQUAL.

    Quotations that both have, roles of a person, labels, and the days and places of two events need no link
    of these passages. Two articles without any link, however weak, have no differences.
    """
    if not comparison.links:
        return ()
    links = comparison.links_from(threshold)
    languages = languages_of_facts(comparison)
    lefts = _sentences(comparison.left, languages[0], {link.left for link in links})
    rights = _sentences(comparison.right, languages[1], {link.right for link in links})
    if languages[0] != languages[1]:
        entries = value_differences_across(lefts, rights, links, alignment)
        return tuple(sorted(_merged(entries, comparison), key=_rank))
    entries = value_differences(lefts, rights, links, alignment)
    if languages == ("en", "en"):
        entries += statement_differences(lefts, rights, links)
        entries += framing_differences(comparison, links)
        entries += label_differences(comparison)
        slots = slot_differences(lefts, rights, links, alignment) if alignment else []
        told = {entry.pair for entry in slots if entry.kind is FactKind.NEGATION}
        entries += slots
        entries += [e for e in negation_differences(lefts, rights, links) if e.pair not in told]
        if alignment:
            entries += loaded_word_differences(lefts, rights, links, alignment)
            entries += vague_count_differences(lefts, rights, links, alignment)
        whole = _whole(comparison, lefts, rights)
        entries += role_differences(*whole)
        events = event_differences(comparison.articles, *whole)
        of_events = {fact for entry in events for fact in entry.facts}
        entries = [entry for entry in entries if not _is_told(entry, of_events)] + events
    entries += exchanged_word_differences(comparison, threshold, languages[0])
    quoted = quotation_differences(comparison, threshold, alignment)
    # A value inside the changed words of a quotation is listed there and not twice.
    changed = [d for d in quoted if d.state is State.DIFFERS]
    entries = [d for d in entries if not any(overlaps(d, other) for other in changed)] + quoted
    loaded = [d for d in entries if d.kind is FactKind.LOADED_WORD]
    if loaded:
        entries = [
            d
            for d in entries
            if d.kind is not FactKind.WORDING or not any(overlaps(d, word) for word in loaded)
        ]
    return tuple(sorted(_in_headlines_unsure(_merged(entries, comparison), comparison), key=_rank))


def _is_told(entry: Difference, told: Collection[Fact | None]) -> bool:
    """Whether it is one side's only, though its fact is among those told beside another."""
    return entry.section is Section.ONE_SIDED and any(fact in told for fact in entry.facts if fact)


def _in_headlines_unsure(entries: Iterable[Difference], comparison: Comparison) -> Iterator[Difference]:
    """The entries of one language, as unsure the conflicts of which a value stands in a headline."""
    headlines = [
        {p.index for p in article.passages if p.kind is Kind.HEADLINE} for article in comparison.articles
    ]
    for entry in entries:
        in_headline = entry.pair[0] in headlines[0] or entry.pair[1] in headlines[1]
        conflict = entry.state is State.DIFFERS and entry.conflict
        yield replace(entry, unsure=True) if in_headline and conflict else entry


def _sentences(article: Article, language: str, indices: Iterable[int]) -> dict[int, Sentence]:
    return {index: sentence_of(article, index, language) for index in sorted(indices)}


def _whole(
    comparison: Comparison, lefts: Mapping[int, Sentence], rights: Mapping[int, Sentence]
) -> tuple[Sequence[Sentence], Sequence[Sentence]]:
    """The sentences of both articles, of long ones only the linked ones."""
    sides = []
    long = sum(len(article.passages) for article in comparison.articles) > MAX_WHOLE
    for article, linked in zip(comparison.articles, (lefts, rights), strict=True):
        others = [] if long else [p.index for p in article.passages if p.linkable and p.index not in linked]
        sides.append([*linked.values(), *_sentences(article, "en", others).values()])
    return sides[0], sides[1]


def _rank(entry: Difference) -> tuple[object, ...]:
    """Sort key: kind, what differs first, then weight and position."""
    starts = (fact.span.start if fact else -1 for fact in entry.facts)
    places = (*entry.pair, entry.state.value, *starts)
    return (_ORDER[entry.kind], entry.state is not State.DIFFERS, -entry.weight, *places)


def _merged(entries: Iterable[Difference], comparison: Comparison) -> list[Difference]:
    """One entry for the same difference in several linked pairs, with their count.

    Its passages are of the body, if any are: what only headlines say otherwise is no dispute of passages.
    """

    def rank(entry: Difference) -> tuple[bool, float]:
        ends = zip(comparison.articles, entry.pair, strict=True)
        kinds = (article.passages[index].kind for article, index in ends if index >= 0)
        return all(kind is not Kind.HEADLINE for kind in kinds), entry.weight

    merged: dict[tuple[object, ...], Difference] = {}
    for entry in entries:
        values = (fact.value.casefold() if fact else None for fact in entry.facts)
        key: tuple[object, ...] = (entry.kind, entry.state, *values)
        if entry.kind in (FactKind.QUOTATION, FactKind.CERTAINTY) or entry.state is State.EQUAL:
            key = (*key, *entry.pair)
        earlier = merged.get(key)
        if earlier is None:
            merged[key] = entry
        else:
            best, other = sorted((earlier, entry), key=rank, reverse=True)
            pairs = {*earlier.elsewhere, *entry.elsewhere, other.pair} - {best.pair}
            count = earlier.count + entry.count
            merged[key] = replace(best, count=count, elsewhere=tuple(sorted(pairs)))
    return list(merged.values())
