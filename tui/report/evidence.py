"""The evidence of a link in words: in one line, or spelled out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model import Comparison, Evidence, Link, Side, Span
from tui.model.direction import isolated
from tui.model.languages import has_two_languages
from tui.model.quotation import QuotationMatch, QuotationPair
from tui.model.wording import first_words, plural, quoted_words, score_text
from tui.report.labels import pair_id

LabelledText = tuple[str, str]
"""A label and the evidence it stands for: `names`, `Xi, Putin`."""

_TERMS = 6
"""Shared words listed in one line; the rarest come first, and few readers need more."""
_ENOUGH_WORDS = 3
"""Number of shared words from which neighbouring links are left out of the line."""
_NEIGHBOURS = 2
"""Neighbouring links listed in one line."""
_LONG_RUN = 12
"""Words from which a shared run is shortened to its ends; the passages have it in full."""


def evidence_in_brief(evidence: Evidence, ids: bool = True, *, across: bool = False) -> str:
    """`both quote “peace talks”; talks, Kyiv`: the shared content of two passages, the strongest first.

    Without `ids`, links nearby are counted instead of named, for a screen that shows no ids. `across`: the
    two are in different languages, and so cannot be alike in wording.
    """
    words = _shared_words(evidence)
    parts = [
        evidence.quotation and f"both quote “{_shortened(evidence.quotation)}”",
        evidence.copied and f"same words “{_shortened(evidence.copied)}”",
        ", ".join(words),
        _nearby_links(evidence, ids) if len(words) < _ENOUGH_WORDS else "",
    ]
    return "; ".join(part for part in parts if part) or f"similar {'meaning' if across else 'wording'}"


def why_linked(link: Link, comparison: Comparison, *, ids: bool = True) -> str:
    """The evidence of a link in one line."""
    return evidence_in_brief(link.evidence, ids, across=has_two_languages(comparison))


def _shared_words(evidence: Evidence) -> list[str]:
    """Names, dates and numbers, then the rarest words that are not part of those or of a run.

    With a language model, the words that stand for each other, those first that carry most.
    """
    if evidence.aligned:
        return [_word_pair(*pair) for pair in evidence.aligned[:_TERMS]]
    words: dict[str, str] = {}
    for word in (*evidence.names, *evidence.dates, *evidence.numbers):
        words.setdefault(word.casefold(), word)
    listed = set(" ".join((*words, evidence.quotation, evidence.copied)).casefold().split())
    others = [term for term in evidence.terms if term.casefold() not in listed]
    return [isolated(word) for word in (*words.values(), *others[:_TERMS])]


def _word_pair(left: str, right: str) -> str:
    """`urged ~ called`; the same word is given once."""
    if left.casefold() == right.casefold():
        return isolated(left)
    return f"{isolated(left)} ~ {isolated(right)}"


def _nearby_links(evidence: Evidence, ids: bool) -> str:
    if not ids:
        return f"beside {plural(len(evidence.neighbours), 'other link')}" if evidence.neighbours else ""
    pairs = [pair_id(*pair) for pair in evidence.neighbours[:_NEIGHBOURS]]
    more = len(evidence.neighbours) - len(pairs)
    return f"next to {', '.join(pairs)}" + (f" and {more} more" if more else "") if pairs else ""


def _shortened(run: str) -> str:
    words = run.split()
    if len(words) < _LONG_RUN:
        return isolated(" ".join(words))
    return isolated(f"{' '.join(words[:5])} … {' '.join(words[-3:])}")


def evidence_in_full(link: Link, comparison: Comparison) -> list[LabelledText]:
    """All evidence for a link, the strongest first, then the closest other match of either passage."""
    evidence = link.evidence
    listed = {word.casefold() for word in (*evidence.names, *evidence.dates, *evidence.numbers)}
    words = [term for term in evidence.terms if term.casefold() not in listed]
    facts = [
        ("pinned", "by you" if link.pinned else ""),
        ("quotation", evidence.quotation and f"“{isolated(evidence.quotation)}”"),
        ("same words", evidence.copied and f"“{isolated(evidence.copied)}”"),
        ("names", ", ".join(map(isolated, evidence.names))),
        ("dates", ", ".join(map(isolated, evidence.dates))),
        ("numbers", ", ".join(evidence.numbers)),
        ("words", ", ".join(map(isolated, words))),
        ("aligned", ", ".join(_word_pair(*pair) for pair in evidence.aligned)),
    ]
    alike = ("wording", "similar, without a distinctive shared word")
    if has_two_languages(comparison):
        alike = ("meaning", "similar, without a word that surely says the same")
    facts = [fact for fact in facts if fact[1]] or [alike]
    if evidence.neighbours:
        facts.append(("next to", _scored_neighbours(link, comparison)))
    return [*facts, *(("closest other", _runner_up(link, comparison, side)) for side in Side)]


def _scored_neighbours(link: Link, comparison: Comparison) -> str:
    """The neighbouring links, named by the first words of their left passages, each with its score."""
    scores = {other.pair: other.score for other in comparison.links}
    neighbours = link.evidence.neighbours
    names = [
        quoted_words(comparison.left.passages[pair[0]].text)
        + (f" ({score_text(scores[pair])})" if pair in scores else "")
        for pair in neighbours[:_NEIGHBOURS]
    ]
    more = len(neighbours) - len(names)
    return f"the link of {', '.join(names)}" + (f" and {more} more" if more else "")


def _runner_up(link: Link, comparison: Comparison, side: Side) -> str:
    """The passage on `side` that matches the link's other passage best, apart from the link's own."""
    evidence = link.evidence
    runner_up = evidence.runner_up_left if side is Side.LEFT else evidence.runner_up_right
    if runner_up is None:
        return f"on the {side.value}: none"
    index, score = runner_up
    words = first_words(comparison.article(side).passages[index].text)
    return f"on the {side.value}, {score_text(score)}: {words}"


def quotations_in_full(quotations: Iterable[QuotationPair], comparison: Comparison) -> list[LabelledText]:
    """The quotations that agree only in part, as each article gives them.

    `[...]` marks words that the other side does not quote, `{...}` words that it replaces by others.
    """
    facts = []
    for pair in quotations:
        if pair.match is QuotationMatch.EXACT:
            continue
        left = _bracketed(comparison.left.text, pair.left, pair.only_left, (old for old, _ in pair.changed))
        right = _bracketed(
            comparison.right.text, pair.right, pair.only_right, (new for _, new in pair.changed)
        )
        speaker = f", {pair.speaker}" if pair.speaker else ""
        facts += [("left quotes", f"{left} ({pair.match.value}{speaker})"), ("right quotes", right)]
    return facts


def _bracketed(text: str, quotation: Span, missing: Sequence[Span], changed: Iterable[Span]) -> str:
    """A quotation with brackets around the words that the other side lacks or changes."""
    marks = {span.start: (span, "[", "]") for span in missing}
    marks |= {span.start: (span, "{", "}") for span in changed}
    out, at = "", quotation.start
    for start in sorted(marks):
        span, opening, closing = marks[start]
        if span.start < at:
            continue
        out += text[at : span.start] + opening + span.cut(text) + closing
        at = span.end
    return isolated(" ".join((out + text[at : quotation.end]).split()))
