"""Walls: pages that show no article, or only a part of it.

A wall asks for a subscription, a consent, JavaScript or proof that the visitor is human.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.model import Kind
from tui.model.wording import plural
from tui.sources.draft import DraftParagraph
from tui.sources.errors import LoadError
from tui.sources.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_WALL_WORDS = 60
"""Words up to which a page may be nothing but a wall. The shortest news in brief have about 60."""
MAX_TEASER_WORDS = 250
"""Words up to which the text may be only the free part of a paywalled article."""
MIN_LIST_LINES = 8
"""Lines from which a page without sentences is a list."""
MIN_LIST_LINKED = 0.4
"""Share of its letters in links from which it is a list of links."""

_SAVE = "save the page from a browser that shows it and give the file, or paste the text"

_JAVASCRIPT = lazy_pattern(
    r"(?:enable|requires?|needs?|turn on|activate|without|allow) .{0,30}java ?script"
    r"|java ?script .{0,40}(?:enabled?|required|disabled|turned (?:on|off)|needed)"
    r"|javascript (?:aktivieren|activé|activar)",
    re.I,
)
_ROBOT = lazy_pattern(
    r"checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|not a robot|captcha"
    r"|unusual traffic|access (?:to this page )?(?:has been )?denied",
    re.I,
)
_CONSENT = lazy_pattern(
    r"before you continue|we (?:and our .{0,30}partners )?use cookies|accept all|cookie (?:policy|settings)"
    r"|your privacy (?:choices|matters)|consent",
    re.I,
)
PAYWALL = lazy_pattern(
    r"to (?:continue|keep) reading|continue reading (?:this|the|your)"
    r"|subscribe (?:now |today )?to (?:read|continue)|already a (?:subscriber|member)"
    r"|(?:only|exclusively|reserved) (?:available )?(?:for|to) (?:our )?subscribers"
    r"|subscribers only|(?:log|sign) in to (?:read|continue)|register (?:for free )?to (?:read|continue)"
    r"|unlock (?:this|the full) (?:article|story)|free articles? (?:left|remaining)"
)
_WITHHELD = lazy_pattern(
    r"to (?:view|read|access|see|get) the (?:full|complete|entire|whole|rest of (?:the|this)) (?:story"
    r"|article|text|report)\b.{0,60}\b(?:subscri|register|log ?in|sign ?(?:in|up)|join|become a)"
    r"|(?:um|weiterlesen)\b.{0,30}\b(?:ganzen|vollständigen|kompletten) (?:artikel|text"
    r"|beitrag) (?:zu )?lesen\b.{0,60}"
    r"\b(?:abo|abonn|anmeld|registrier)"
)
"""A wall that says that the rest of the article is behind it."""
MAX_BEHIND_WALL = 0.5
"""Share of the letters up to which what stands below such a wall is its offers."""
SENTENCE_END = lazy_pattern(r"[.!?。！？।؟…][\"'”’»)\]]*$")


def label_paywalls(blocks: Sequence[DraftParagraph]) -> tuple[DraftParagraph, ...]:
    """The blocks; requests for a subscription are labelled as boilerplate.

    If one says that the rest of the article is behind it, so is what follows.
    """
    story = [number for number, block in enumerate(blocks) if block.kind is None]
    wall = next(
        (n for n in story if len(blocks[n].text) < 300 and _WITHHELD.match(blocks[n].text.lower())), None
    )
    if wall is not None:
        behind = sum(len(blocks[n].text) for n in story if n >= wall)
        if behind < MAX_BEHIND_WALL * sum(len(blocks[n].text) for n in story):
            blocks = [
                DraftParagraph(block.text, Kind.NAVIGATION)
                if block.kind is None and number >= wall
                else block
                for number, block in enumerate(blocks)
            ]
    return tuple(
        DraftParagraph(block.text, Kind.NAVIGATION)
        if block.kind is None and len(block.text) < 300 and PAYWALL.search(block.text.lower())
        else block
        for block in blocks
    )


def refuse_walls(source: str, tree: _Element, blocks: Sequence[DraftParagraph], linked: float) -> None:
    """Raise LoadError, naming the kind of page, if it has no article.

    `linked` is the share of its letters in links: a page with short lines may be a poem or a recipe.
    """
    story = [block.text for block in blocks if block.kind is None]
    words = sum(len(text.split()) for text in story)
    characters = sum(map(len, story))
    content = f"only {plural(words, 'word')} of text in it"
    if next(tree.iter("frameset"), None) is not None and not words:
        raise LoadError(source, "no article in this page: it is a set of frames", _SAVE)
    if words > MAX_WALL_WORDS or characters > 8 * MAX_WALL_WORDS:
        _refuse_list(source, story, linked)
        return
    visible = " ".join([*story, *(block.text for block in blocks if block.kind is not None)])[:20_000]
    hidden = " ".join(" ".join(n.itertext()) for n in tree.iter("noscript"))[:5_000]
    if _ROBOT.search(visible):
        raise LoadError(source, f"the site asks for proof that you are not a robot ({content})", _SAVE)
    if _JAVASCRIPT.search(f"{visible} {hidden}") and words < MAX_WALL_WORDS / 2:
        raise LoadError(source, f"no article: the page needs JavaScript to show one ({content})", _SAVE)
    if len(_CONSENT.findall(visible)) > 1 and words < MAX_WALL_WORDS / 2:
        raise LoadError(source, f"no article: the page asks for consent to cookies ({content})", _SAVE)
    if words < MAX_WALL_WORDS / 6 and characters < MAX_WALL_WORDS:
        if next(tree.iter("script"), None) is not None:
            raise LoadError(source, f"no article text, maybe the page needs JavaScript ({content})", _SAVE)
        raise LoadError(source, f"no article text in this page ({content})", _SAVE)
    _refuse_list(source, story, linked)


def _refuse_list(source: str, story: Sequence[str], linked: float) -> None:
    """Raise LoadError for front pages and menus: many linked lines, hardly any a sentence."""
    if linked < MIN_LIST_LINKED or len(story) < MIN_LIST_LINES or max(map(len, story)) > 200:
        return
    if sum(bool(SENTENCE_END.search(text)) for text in story) < len(story) / 10:
        wrong = f"no article but a list of {len(story)} links or headlines"
        raise LoadError(source, wrong, "open one of the articles and give its address")


def wall_notes(tree: _Element, blocks: Sequence[DraftParagraph], paywalled: bool) -> list[str]:
    """Notes on a text that is cut off, or continues on another page."""
    notes = []
    words = sum(len(block.text.split()) for block in blocks if block.kind is None)
    if words < MAX_TEASER_WORDS and (
        paywalled
        or any(PAYWALL.search(block.text.lower()) for block in blocks if block.kind is Kind.NAVIGATION)
    ):
        notes.append(f"maybe incomplete: only {words} words are free, the rest is for subscribers")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "next":
            notes.append("maybe incomplete: the article continues on another page")
            break
    return notes
