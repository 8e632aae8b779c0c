"""Labels of topics in the language of each article: the words that stand for those of a label in the other.

Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.align import ScoredPair
from tui.analysis.encoder import EncodedText
from tui.analysis.profile import Profile
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.analysis.topics import TopicGrouping
from tui.analysis.unspaced_words import UNSPACED_LANGUAGES, word_offsets
from tui.analysis.word_alignment import AlignedWords, WordAligner
from tui.model import PassagePair, Side, Topic

BETWEEN = " · "
"""Between the labels of the left and the right article."""
MOST_LINKS = 12
"""Links of a topic whose words are looked at, the best first."""
MIN_LINK = 25.0
"""Score of a link from which its words may name a topic; set by eye on the bundled pairs."""
MOST_WORDS = 4
MOST_BETWEEN = 4
"""Letters of a word inside a phrase that stands for nothing: `de`, `der`."""
LISTED = 2
"""Words of the label of a topic that only an article without spaces has."""
MOST_LETTERS = 12
"""Longest counterpart of a label, in letters where words are not spaced."""


_GENERAL = frozenset(
    "没有 出现 表示 认为 进行 可以 已经 自己 我们 他们 这个 这些 一个 第二 期间 通常 当时".split()
)
"""Chinese words beside the stop words that tell of nothing."""


class _Phrase(Struct, frozen=True):
    """A run of words that stand for words of a label."""

    text: str
    has_last: bool
    """Whether one of them stands for the last word of the label, which says what it is about."""
    stems: int
    """Words of the label that it stands for."""


def labelled_topics(
    grouping: TopicGrouping,
    links: Sequence[ScoredPair],
    sides: tuple[Sequence[Profile], Sequence[Profile]],
    encoded: tuple[Sequence[EncodedText], Sequence[EncodedText]],
    aligner: WordAligner,
) -> tuple[Topic, ...]:
    """The topics of two articles in two languages, with a label of each."""
    labels = LabelsAcross(sides, encoded, aligner)
    both = [labels.with_both(topic, grouping.named_by, links) for topic in grouping.topics]
    return (*both, *map(labels.of_one_side, grouping.one_sided))


class LabelsAcross:
    """Gives topics of two articles in two languages a label of each side."""

    def __init__(
        self,
        sides: tuple[Sequence[Profile], Sequence[Profile]],
        encoded: tuple[Sequence[EncodedText], Sequence[EncodedText]],
        aligner: WordAligner,
    ) -> None:
        self._sides, self._encoded, self._aligner = sides, encoded, aligner
        self._words: dict[PassagePair, list[AlignedWords]] = {}

    def with_both(self, topic: Topic, named: Side, links: Sequence[ScoredPair]) -> Topic:
        """The topic with a second label, if its words have counterparts in those of the links that it holds.

        `named`: the side in whose language the label is.
        """
        language = self._language(named)
        held = [{*topic.at(side)} for side in Side]
        own = [
            link
            for link in links
            if link.score >= MIN_LINK
            and self._index(Side.LEFT, link.left) in held[0]
            and self._index(Side.RIGHT, link.right) in held[1]
        ]
        stems = _content_stems(topic.label, language)
        votes: Counter[_Phrase] = Counter()
        for link in sorted(own, key=lambda link: (-link.score, link.pair))[:MOST_LINKS]:
            if stems and (phrase := self._counterpart(link.pair, named, stems)):
                votes[phrase] += 1
        if not votes:
            return topic
        best = max(votes, key=lambda p: (p.has_last, p.stems, votes[p], -len(p.text), p.text))
        labels = (topic.label, best.text) if named is Side.LEFT else (best.text, topic.label)
        return replace(topic, label=BETWEEN.join(labels), labels=labels)

    def _index(self, side: Side, place: int) -> int:
        return self._sides[side is Side.RIGHT][place].passage.index

    def of_one_side(self, topic: Topic) -> Topic:
        """A topic of one article only; where words are not spaced its most telling words name it."""
        side = topic.side
        assert side is not None
        language = self._language(side)
        if language not in UNSPACED_LANGUAGES:
            return topic
        stops = stop_words_of(language)
        inside: Counter[str] = Counter()
        everywhere: Counter[str] = Counter()
        for profile in self._sides[side is Side.RIGHT]:
            passage = profile.passage
            words = {passage.text[start:end] for start, end in word_offsets(passage.text, language)}
            telling = [w for w in words if len(w) > 1 and w not in stops | _GENERAL and not w.isdigit()]
            everywhere.update(telling)
            if passage.index in topic.at(side):
                inside.update(telling)
        ranked = sorted(inside, key=lambda w: (-inside[w] * inside[w] / everywhere[w], -inside[w], w))
        return replace(topic, label="、".join(ranked[:LISTED])) if ranked else topic

    def _language(self, side: Side) -> str:
        profiles = self._sides[side is Side.RIGHT]
        return profiles[0].language if profiles else ""

    def _counterpart(self, pair: PassagePair, named: Side, stems: Mapping[str, int]) -> _Phrase | None:
        """The best run of words of the other passage that stand for words of the label."""
        if pair not in self._words:
            lefts, rights = self._sides
            texts = lefts[pair[0]].passage.text, rights[pair[1]].passage.text
            encoded = self._encoded[0][pair[0]], self._encoded[1][pair[1]]
            self._words[pair] = self._aligner.align((texts[0], encoded[0]), (texts[1], encoded[1]))
        other = self._language(named.other)
        text = self._sides[named is Side.LEFT][pair[named is Side.LEFT]].passage.text
        own_text = self._sides[named is Side.RIGHT][pair[named is Side.RIGHT]].passage.text
        stops = stop_words_of(other)
        found = []
        for words in self._words[pair]:
            own, its = (words.left, words.right) if named is Side.LEFT else (words.right, words.left)
            stem = _stem(own.cut(own_text), self._language(named))
            if stem in stems and normal_form(its.cut(text)) not in stops:
                found.append((its.start, its.end, stem))
        return _best_run(text, sorted(found), stems, unspaced=other in UNSPACED_LANGUAGES)


def _best_run(
    text: str, found: Sequence[tuple[int, int, str]], stems: Mapping[str, int], *, unspaced: bool
) -> _Phrase | None:
    """The run of neighbouring words that stands for most; one with the last word of the label comes first."""
    runs: list[list[tuple[int, int, str]]] = []
    for word in found:
        if runs and _adjoins(text, runs[-1][-1][1], word[0]):
            runs[-1].append(word)
        else:
            runs.append([word])
    last = max(stems.values())
    phrases = [
        _Phrase(
            text[run[0][0] : run[-1][1]],
            any(stems[stem] == last for _, _, stem in run),
            len({stem for _, _, stem in run}),
        )
        for run in runs
    ]
    short = [
        p for p in phrases if (len(p.text) <= MOST_LETTERS if unspaced else len(p.text.split()) <= MOST_WORDS)
    ]
    return max(short, key=lambda p: (p.has_last, p.stems, -len(p.text)), default=None)


def _adjoins(text: str, end: int, start: int) -> bool:
    """Whether nothing but a space, or one short word, stands between two words."""
    between = text[end:start]
    word = between.strip()
    return word in ("", "的") or (between == f" {word} " and word.isalpha() and len(word) <= MOST_BETWEEN)


def _content_stems(label: str, language: str) -> dict[str, int]:
    """The stems of the content words of a label, with their places."""
    stops = stop_words_of(language)
    words = [label[start:end] for start, end in token_offsets(label)]
    return {
        _stem(word, language): place for place, word in enumerate(words) if normal_form(word) not in stops
    }


def _stem(word: str, language: str) -> str:
    stemmer = stemmer_of(language)
    form = normal_form(word)
    return str(stemmer.stemWord(form)) if stemmer else form
