"""From two articles to a comparison."""

from __future__ import annotations

import gc
from collections.abc import Callable

from msgspec.structs import replace

from tui.analysis.align import align
from tui.analysis.evidence import Explainer
from tui.analysis.overlap import frequency, rarity
from tui.analysis.profile import Lexicon, profiles
from tui.analysis.progress import Tell, each, part, silent
from tui.analysis.scripts import comparable
from tui.analysis.topics import group, in_their_words
from tui.analysis.weights import THRESHOLD
from tui.model import Article, Comparison, Evidence, Link

FLOOR = 5.0
"""Score below which a link is not kept; the reader's threshold may go down to it."""


FIRST_PASSAGES = 64
"""Of a long article, compared at once: some four screens, in a twentieth of a second."""


def compare(
    left: Article,
    right: Article,
    floor: float = FLOOR,
    progress: Callable[[float], None] | None = None,
) -> Comparison:
    """Link the passages of two articles which tell the same, and group the links into topics.

    Keeps the links with at least the score `floor`, 0 to 100; 0 keeps every pair of passages that
    shares anything. `progress` is told how much is done, 0 to 1.
    """
    if comparable(left, right):
        return Comparison(left, right, threshold=THRESHOLD)
    collecting = gc.isenabled()
    gc.disable()  # what is made here stays, so looking through it again and again finds no garbage
    try:
        return _compared(left, right, floor, progress or silent)
    finally:
        if collecting:
            gc.enable()


def compare_beginnings(left: Article, right: Article) -> Comparison:
    """What FIRST_PASSAGES of each of two long articles are linked by: something to begin with.

    Not `aligned`; without topics, which the rest would change. A link may get another score, or none, when
    all is compared: then it has more rivals, and what is rare is known.
    """
    found = compare(_beginning(left), _beginning(right))
    links = tuple([replace(link, topic=-1) for link in found.links])
    return Comparison(left, right, links, threshold=THRESHOLD, aligned=False)


def _beginning(article: Article) -> Article:
    """The first passages; their indices are the same."""
    passages = article.passages[:FIRST_PASSAGES]
    end = passages[-1].span.end if passages else 0
    return replace(article, passages=passages, text=article.text[:end])


def _compared(left: Article, right: Article, floor: float, tell: Tell) -> Comparison:
    tell(0.0)
    lexicons: dict[str, Lexicon] = {}
    lefts = profiles(left, lexicons, part(tell, 0.0, 0.05))
    rights = profiles(right, lexicons, part(tell, 0.05, 0.1))
    scored = align(lefts, rights, floor, tell=part(tell, 0.1, 0.6))
    shown = [one for one in scored if one.score >= THRESHOLD]
    grouped = group(lefts, rights, shown, part(tell, 0.6, 0.8))
    everyone = (*lefts, *rights)
    weight = rarity(frequency(p.content for p in everyone), len(everyone))
    explainer = Explainer(lefts, rights, weight, scored, THRESHOLD)
    links = tuple(
        [
            Link(
                left=lefts[one.left].passage.index,
                right=rights[one.right].passage.index,
                score=one.score,
                relation=one.relation,
                evidence=explainer.explain(one) if one.score >= FLOOR else Evidence(),
                topic=grouped.topic_of.get(one.pair, -1),
            )
            for one in each(scored, len(scored), part(tell, 0.8, 1.0))
        ]
    )
    tell(1.0)
    return Comparison(left, right, links, in_their_words(grouped.topics, links), THRESHOLD)
