"""Quotations of which one report leaves out words that the other quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.analysis.differences.quotation_places import places, within
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Article, Comparison, Link, PassagePair, Side, Span
from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.quotation import QuotationPair

MIN_CUT = 2
"""Content words that must be left out, for an entry: 10 of the 15 entries were useful then, and none wrong
(52 pairs of reports, every entry read)."""
MIN_SURE_CUT = 5
"""Content words that must be left out of sentences that both quote, and not told beside it on the other side,
for an entry that is surely worth a look. This and the next two were set on 305 entries, each judged by a
reader: 28 of the 37 sure ones were useful and none wrong, of the others 58 and 62. With a word less 33 of 50
are useful, with one more 21 of 26. Of 18 sure ones judged later nine were useful and one wrong, of 52 in
reports from other sources or less alike 41 and two."""
MIN_FAR_CUT, SURELY_BESIDE = 4, 3
"""Of these words those that must not be told up to so many passages away."""
MIN_SURE_SIMILARITY, MIN_SURE_SAME = 0.4, 90
"""Share of words in common, and the chance in per cent that the passages say the same."""
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
_BEFORE_SENTENCE, _ENDS_OF_SENTENCES = frozenset('.!?…“"‘'), frozenset(".!?")
"""Marks before the first word of a sentence, and after its last."""
_SAYING_LITTLE = frozenset(
    "think believe know help feel guess mean say certainly really well like cause god gosh yeah".split()
)
"""Words with which people begin and which no reader misses."""


class QuotedWords(Struct, frozen=True):
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


def cut_entry(
    pair: QuotationPair,
    sides: Sequence[QuotedWords],
    comparison: Comparison,
    links: Mapping[PassagePair, Link],
) -> Difference | None:
    """The entry of a saying of which one side leaves out words, or each side some.

    `sides`: what each article says near its quotations. `links`: those that count, by their passages.
    """
    if pair.changed and pair.similarity < MIN_CUT_SIMILAR:
        return None
    notes: list[str] = []
    counts: list[int] = []
    inside = sure = False
    beside: list[tuple[int, int]] = []
    for side, words, other in zip(Side, sides, sides[::-1], strict=True):
        passage = pair.passage_at(side.other)
        quoted = pair.at(side.other).cut(other.article.text)
        lacking: list[str] = []
        within_sentences: list[str] = []
        for span, shared in zip(pair.only(side), pair.beside(side), strict=True):
            cut = one_line(span.cut(words.article.text))
            opening = _opening(quoted, words.article.text, span)
            if opening != "part" and other.lacks(content_stems(cut, words.language), passage):
                lacking.append(cut)
                beside.append(shared)
                inside = inside or not opening
                if not _is_whole(words.article.text, span):
                    within_sentences.append(cut)
        stems = content_stems(" ".join(lacking), words.language)
        count = other.lacks(stems, passage)
        counts.append(count if count >= MIN_NEW * len(stems) else 0)
        sure = sure or _leaves_out_much(
            content_stems(" ".join(within_sentences), words.language), other, passage
        )
        if counts[-1]:
            notes.append(f"{side.other.value} leaves out " + ", ".join(f"“{cut}”" for cut in lacking))
    if max(counts) < MIN_CUT and not all(counts):
        return None
    ends = places(beside, comparison, links)
    left, right = (
        quoted_fact(words.article, within(words.article, pair.at(side), index))
        for side, words, index in zip(Side, sides, ends, strict=True)
    )
    surely_linked = ends in links and (links[ends].pinned or links[ends].same >= MIN_SURE_SAME)
    alike = pair.similarity >= MIN_SURE_SIMILARITY and not _is_scrap(pair, sides)
    return Difference(
        FactKind.QUOTATION,
        State.DIFFERS,
        left,
        right,
        *ends,
        0.8,
        note="; ".join(notes),
        cut=True,
        unsure=not (inside and sure and surely_linked and alike),
    )


def _leaves_out_much(stems: frozenset[str], other: QuotedWords, passage: int) -> bool:
    """Whether a reader would miss left out words, of which the other side tells few nearby."""
    return (
        other.lacks(stems, passage) >= MIN_SURE_CUT
        and other.lacks(stems, passage, SURELY_BESIDE) >= MIN_FAR_CUT
    )


def _is_whole(text: str, cut: Span) -> bool:
    """Whether whole sentences are left out, so that what both quote is cut nowhere."""
    before = text[: cut.start].rstrip()[-1:]
    return (not before or before in _BEFORE_SENTENCE) and text[cut.end : cut.end + 1] in _ENDS_OF_SENTENCES


def _is_scrap(pair: QuotationPair, sides: Sequence[QuotedWords]) -> bool:
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


def one_line(text: str) -> str:
    """The text with single spaces, and no line breaks."""
    return " ".join(text.split())


def quoted_fact(article: Article, span: Span, kind: FactKind = FactKind.QUOTATION) -> Fact:
    """The words of a span of an article, as a fact."""
    text = span.cut(article.text)
    return Fact(kind, text, one_line(text), span)
