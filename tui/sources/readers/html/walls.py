"""Pages that are no article, or not all of one: how they are known and what to do about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.model import Kind
from tui.model.wording import plural
from tui.sources.errors import LoadError
from tui.sources.readers.draft import DraftParagraph

if TYPE_CHECKING:
    from lxml.etree import _Element

FEW = 60
"""Words up to which a page may be nothing but a wall; the shortest news in brief have about 60."""
TEASER = 250
"""Words up to which the open part of a closed article may be all there is."""
MIN_LIST = 8
"""Lines from which a page without one sentence is a list."""

_SAVE = "save the page from a browser that shows it and give the file, or paste the text"

_SCRIPTED = re.compile(
    r"(?:enable|requires?|needs?|turn on|activate|without|allow) .{0,30}java ?script"
    r"|java ?script .{0,40}(?:enabled?|required|disabled|turned (?:on|off)|needed)"
    r"|javascript (?:aktivieren|activé|activar)",
    re.I,
)
_ROBOT = re.compile(
    r"checking your browser|verify (?:that )?you are (?:a )?human|are you a robot|not a robot|captcha"
    r"|unusual traffic|access (?:to this page )?(?:has been )?denied",
    re.I,
)
_CONSENT = re.compile(
    r"before you continue|we (?:and our .{0,30}partners )?use cookies|accept all|cookie (?:policy|settings)"
    r"|your privacy (?:choices|matters)|consent",
    re.I,
)
PAYWALL = re.compile(
    r"to (?:continue|keep) reading|continue reading (?:this|the|your)"
    r"|subscribe (?:now |today )?to (?:read|continue)|already a (?:subscriber|member)"
    r"|(?:only|exclusively|reserved) (?:available )?(?:for|to) (?:our )?subscribers"
    r"|subscribers only|(?:log|sign) in to (?:read|continue)|register (?:for free )?to (?:read|continue)"
    r"|unlock (?:this|the full) (?:article|story)|free articles? (?:left|remaining)",
    re.I,
)
_SENTENCE = re.compile(r"[.!?。！？।؟…][\"'”’»)\]]*$")


def without_walls(blocks: Sequence[DraftParagraph]) -> tuple[DraftParagraph, ...]:
    """The blocks, with what asks for a subscription labelled as furniture."""
    return tuple(
        DraftParagraph(block.text, Kind.NAVIGATION)
        if block.kind is None and len(block.text) < 300 and PAYWALL.search(block.text)
        else block
        for block in blocks
    )


def refuse_walls(source: str, tree: _Element, blocks: Sequence[DraftParagraph]) -> None:
    """Raises LoadError, saying what was found, for a page that has no article to read."""
    story = [block.text for block in blocks if block.kind is None]
    words = sum(len(text.split()) for text in story)
    characters = sum(map(len, story))
    found = f"only {plural(words, 'word')} of text in it"
    if next(tree.iter("frameset"), None) is not None and not words:
        raise LoadError(source, "no article in this page: it is a set of frames", _SAVE)
    if words > FEW or characters > 8 * FEW:
        _refuse_list(source, story)
        return
    seen = " ".join([*story, *(block.text for block in blocks if block.kind is not None)])[:20_000]
    hidden = " ".join(" ".join(n.itertext()) for n in tree.iter("noscript"))[:5_000]
    if _ROBOT.search(seen):
        raise LoadError(source, f"the site asks for proof that you are no robot ({found})", _SAVE)
    if _SCRIPTED.search(f"{seen} {hidden}") and words < FEW / 2:
        raise LoadError(source, f"no article: the page needs JavaScript to show one ({found})", _SAVE)
    if len(_CONSENT.findall(seen)) > 1 and words < FEW / 2:
        raise LoadError(source, f"no article: the page asks for consent to cookies ({found})", _SAVE)
    if words < FEW / 6 and characters < FEW:
        if next(tree.iter("script"), None) is not None:
            raise LoadError(source, f"no article text, maybe the page needs JavaScript ({found})", _SAVE)
        raise LoadError(source, f"no article text in this page ({found})", _SAVE)
    _refuse_list(source, story)


def _refuse_list(source: str, story: Sequence[str]) -> None:
    """Front pages and menus: many lines, and not one that ends as sentences do."""
    if len(story) < MIN_LIST or max(map(len, story)) > 200:
        return
    if sum(bool(_SENTENCE.search(text)) for text in story) < len(story) / 10:
        wrong = f"no article but a list of {len(story)} links or headlines"
        raise LoadError(source, wrong, "open one of the articles and give its address")


def wall_notes(tree: _Element, blocks: Sequence[DraftParagraph], closed: bool) -> list[str]:
    """What the reader should know: a text that is cut, or goes on elsewhere."""
    notes = []
    words = sum(len(block.text.split()) for block in blocks if block.kind is None)
    asked = any(PAYWALL.search(block.text) for block in blocks if block.kind is Kind.NAVIGATION)
    if (asked or closed) and words < TEASER:
        notes.append(f"maybe incomplete: only {words} words are open, the rest is for subscribers")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "next":
            notes.append("maybe incomplete: the article goes on on a next page")
            break
    return notes
