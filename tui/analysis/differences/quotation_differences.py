"""Differences between the quotations of two reports: words that one side leaves out, or gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.analysis.differences.aligned import WordAlignment
from tui.analysis.differences.other_quotations import other_quotations
from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.analysis.differences.quotation_places import passage_at, places, within
from tui.analysis.differences.quotations import find_quotations
from tui.analysis.differences.speakers import speaker_of
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Article, Comparison, PassagePair, Side, Span
from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.quotation import QuotationMatch, QuotationPair

MIN_CUT = 2
"""Content words that must be left out, for an entry: 10 of the 15 entries were useful then, and none wrong
(52 pairs of reports, every entry read)."""
MIN_SURE_CUT, SURELY_BESIDE, MIN_SURE_SIMILARITY = 4, 3, 0.22
"""Content words, of those not said up to so many passages away on the other side, that must be left out, and
share of words in common, for an entry that is surely worth a look: of 101 entries 39 of 62 were useful then,
and 13 of the other 39 (897 pairs of fresh reports, two readers)."""
MIN_NEW = 0.5
"""Share of the left out content words that the other side must not have beside it; with less it tells them in
other words. Of 24 entries it takes out five trivial ones and two useful (62 pairs, all read)."""
MIN_CUT_SIMILAR = 0.3
"""Share of the words of both that two versions of a formula must have in common, to be told what each leaves
out and not only which word it exchanges."""
MAX_SCRAP, _TIMES_A_SCRAP = 6, 2
"""Words of a quotation that is a scrap of the other side's sentence, of which it leaves out so many times as
many: none of six such entries was useful (130 pairs of reports, every entry read)."""
_NEXT = 60
"""Characters after the left out words in which the next word stands."""
_SAYING_LITTLE = frozenset(
    "think believe know help feel guess mean say certainly really well like cause god gosh yeah".split()
)
"""Words with which people begin and which no reader misses."""
_STRONG = frozenset(
    "no not never none nothing some any all every most many few must may might can could will would should "
    "only always perhaps probably maybe almost".split()
)
"""Words that turn the meaning of a quotation: negations, quantifiers, hedges."""
_QUANTIFIER = re.compile(r"^(any|some|every|no)(?:thing|one|body)$")
"""`anything` is no other quantifier than `any`."""


class _Words(Struct, frozen=True):
    """What an article says near a quotation, and in its other quotations."""

    article: Article
    language: str
    quoted: frozenset[str]
    """Stems of the content words of all its quotations of the saying."""

    def lacks(self, stems: frozenset[str], passage: int, reach: int = 1) -> int:
        """The number of stems that stand neither in a quotation nor in a passage up to `reach` away."""
        first, last = max(0, passage - reach), passage + reach + 1
        beside = " ".join(p.text for p in self.article.passages[first:last])
        return len(stems - self.quoted - content_stems(beside, self.language))


def content_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the content words of a text."""
    stops, stemmer = stop_words_of(language), stemmer_of(language)
    words = [normal_form(text[start:end]) for start, end in token_offsets(text)]
    content = [word for word in words if word not in stops and word not in _SAYING_LITTLE]
    return frozenset(stemmer.stemWords(content) if stemmer else content)


def quotation_differences(
    comparison: Comparison, threshold: float, alignment: WordAlignment | None = None
) -> list[Difference]:
    """The cut and the changed words of quotations that both articles have, and other words for one statement.

    Each quotation is listed once as cut and once as changed. Links of at least `threshold`, 0 to 100, count;
    what is no version of the same words is found only with `alignment`.
    """
    pairs = [p for p in quotation_pairs(comparison, threshold) if p.match is not QuotationMatch.PARAPHRASED]
    language = comparison.left.language or "en"
    sides = [
        _Words(
            article,
            language,
            content_stems(" ".join({pair.at(side).cut(article.text) for pair in pairs}), language),
        )
        for side, article in zip(Side, comparison.articles, strict=True)
    ]
    scores = {link.pair: link.score for link in comparison.links_from(threshold)}
    entries: list[Difference] = []
    told: set[tuple[bool, Side, Span]] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.similarity):
        for entry in (_cut(pair, sides, comparison, scores), _changed(pair, comparison)):
            ends = {(bool(entry and entry.note[:2] == "in"), side, pair.at(side)) for side in Side}
            if entry and not ends & told:
                told |= ends
                entries.append(entry)
    if alignment and not comparison.notice:  # of two events, quotations are of two statements
        entries += _otherwise(comparison, threshold, pairs, alignment)
    return entries


def _otherwise(
    comparison: Comparison, threshold: float, pairs: Sequence[QuotationPair], alignment: WordAlignment
) -> list[Difference]:
    """The quotations of one statement that have other words on each side."""
    lefts, rights = (find_quotations(article, article.language or "en") for article in comparison.articles)
    paired = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    links = comparison.links_from(threshold)
    return [
        Difference(
            FactKind.QUOTATION,
            State.DIFFERS,
            _fact(comparison.left, other.left),
            _fact(comparison.right, other.right),
            *other.link.pair,
            0.6,
            note="other words in quotation marks",
            unsure=True,
        )
        for other in other_quotations(comparison, links, (lefts, rights), paired, alignment)
        if not _of_two_speakers(comparison, (other.left, other.right), other.link.pair)
    ]


def _of_two_speakers(comparison: Comparison, spans: tuple[Span, Span], passages: PassagePair) -> bool:
    """Whether the two articles name different speakers beside the quotations."""
    left, right = (
        {word for word in speaker_of(article, span, index).split() if word[:1].isupper()}
        - {"He", "She", "They"}
        for article, span, index in zip(comparison.articles, spans, passages, strict=True)
    )
    return bool(left and right and not left & right)


def overlaps(difference: Difference, quotation: Difference) -> bool:
    """Whether a disagreement overlaps the words of a quotation, on both sides."""
    return difference.state is State.DIFFERS and all(
        fact and words and fact.span.start < words.span.end and words.span.start < fact.span.end
        for fact, words in zip(difference.facts, quotation.facts, strict=True)
    )


def _cut(
    pair: QuotationPair, sides: Sequence[_Words], comparison: Comparison, scores: Mapping[PassagePair, float]
) -> Difference | None:
    """The entry of a saying of which one side leaves out words, or each side some."""
    if pair.changed and pair.similarity < MIN_CUT_SIMILAR:
        return None
    notes: list[str] = []
    counts: list[int] = []
    inside = sure = False
    beside: list[tuple[int, int]] = []
    for side, words, other in zip(Side, sides, sides[::-1], strict=True):
        cuts = [_line(span.cut(words.article.text)) for span in pair.only(side)]
        quoted = pair.at(side.other).cut(other.article.text)
        lacking: list[str] = []
        for span, cut, shared in zip(pair.only(side), cuts, pair.beside(side), strict=True):
            opening = _opening(quoted, words.article.text, span)
            if opening != "part" and other.lacks(
                content_stems(cut, words.language), pair.passage_at(side.other)
            ):
                lacking.append(cut)
                beside.append(shared)
                inside = inside or not opening
        stems = content_stems(" ".join(lacking), words.language)
        count = other.lacks(stems, pair.passage_at(side.other))
        counts.append(count if count >= MIN_NEW * len(stems) else 0)
        sure = sure or other.lacks(stems, pair.passage_at(side.other), SURELY_BESIDE) >= MIN_SURE_CUT
        if counts[-1]:
            notes.append(f"{side.other.value} leaves out " + ", ".join(f"“{cut}”" for cut in lacking))
    if max(counts) < MIN_CUT and not all(counts):
        return None
    ends = places(beside, comparison, scores)
    left, right = (
        _fact(words.article, within(words.article, pair.at(side), index))
        for side, words, index in zip(Side, sides, ends, strict=True)
    )
    return Difference(
        FactKind.QUOTATION,
        State.DIFFERS,
        left,
        right,
        *ends,
        0.8,
        note="; ".join(notes),
        unsure=not (inside and sure)
        or ends not in scores
        or pair.similarity < MIN_SURE_SIMILARITY
        or _is_scrap(pair, sides),
    )


def _is_scrap(pair: QuotationPair, sides: Sequence[_Words]) -> bool:
    """Whether one side quotes a few words of a long sentence, to use them and not to report it."""
    for side, words, other in zip(Side, sides, sides[::-1], strict=True):
        quoted = len(token_offsets(pair.at(side).cut(words.article.text)))
        left_out = sum(len(token_offsets(span.cut(other.article.text))) for span in pair.only(side.other))
        if quoted <= MAX_SCRAP and left_out >= _TIMES_A_SCRAP * quoted:
            return True
    return False


def _opening(quoted: str, text: str, cut: Span) -> str:
    """Whether words of a text are left out before a quotation of it begins: "whole", "part" or "" for no.

    A `part` begins with a small letter: it is openly a piece of a sentence, and the words before it mostly
    tell the rest.
    """
    following = text[cut.end :][:_NEXT]
    words = [quoted[a:b] for a, b in token_offsets(quoted)[:2]]
    after = [following[a:b] for a, b in token_offsets(following)[:1]]
    inside = text[: cut.start].rstrip()[-1:]
    if inside.isalnum() or inside in ",;:" or not after:
        return ""
    if normal_form(after[0]) not in map(normal_form, words):
        return ""
    return "part" if words[0].islower() else "whole"


def _line(text: str) -> str:
    return " ".join(text.split())


def _changed(pair: QuotationPair, comparison: Comparison) -> Difference | None:
    """The entry of a saying that the two sides give in other words, those that turn its meaning first.

    Such entries are less sure: of seven in fresh reports, all with a negation, quantifier or hedge, one was
    useful. None if they name two speakers: one run of words that both used is no saying of one of them.
    """
    if pair.changed and _of_two_speakers(comparison, (pair.left, pair.right), pair.pair):
        return None
    changes = sorted(pair.changed, key=lambda spans: not _turns(*_texts(spans, comparison)))
    for left, right in changes[:1]:
        texts = _texts((left, right), comparison)
        turns = _turns(*texts)
        if not turns and _spelled_alike(*texts):
            continue
        quoted = [_shortened(_line(pair.at(side).cut(comparison.article(side).text))) for side in Side]
        note = f"in {quoted[0]} and {quoted[1]}"
        content = [content_stems(text, comparison.left.language or "en") for text in texts]
        kind = FactKind.QUOTATION if turns or all(content) else FactKind.WORDING
        i, j = passage_at(comparison.left, left.start), passage_at(comparison.right, right.start)
        mine = _fact(comparison.left, within(comparison.left, left, i), kind)
        its = _fact(comparison.right, within(comparison.right, right, j), kind)
        weight = 0.7 if turns else 0.4
        return Difference(kind, State.DIFFERS, mine, its, i, j, weight, note=note, unsure=True)
    return None


def _texts(spans: tuple[Span, Span], comparison: Comparison) -> tuple[str, str]:
    return spans[0].cut(comparison.left.text), spans[1].cut(comparison.right.text)


def _turns(left: str, right: str) -> bool:
    """Whether a changed word turns the meaning: only one side has it."""
    plain = [{normal_form(text[a:b]) for a, b in token_offsets(text)} for text in (left, right)]
    mine, its = ({_QUANTIFIER.sub(r"\1", word) for word in words} & _STRONG for words in plain)
    return plain[0] & _STRONG != plain[1] & _STRONG and mine != its


def _spelled_alike(left: str, right: str) -> bool:
    letters = ["".join(filter(str.isalnum, text.casefold())) for text in (left, right)]
    return any(one.startswith(other) for one, other in (letters, letters[::-1]))


def _shortened(text: str) -> str:
    """The text without its middle if it is long."""
    words = text.split()
    return text if len(words) <= 16 else " ".join((*words[:9], "…", *words[-6:]))


def _fact(article: Article, span: Span, kind: FactKind = FactKind.QUOTATION) -> Fact:
    text = span.cut(article.text)
    return Fact(kind, text, _line(text), span)
