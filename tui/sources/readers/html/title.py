"""The title of a page without the name of its outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.html.match import letters_of

MIN_TITLE = 10
"""Characters of a title from which something at its end may be an outlet."""
MIN_NAME = 3
"""Letters of an outlet's name."""
_SEPARATOR = lazy_pattern(
    r"\s+(?:[|–—«»‹›·•~@⋆★/:-]|::|<<|>>|//)(?:\s*[|–—-])?\s+|(?<=\w)\s?\|\s?(?=\w)|(?<=\w): |[｜：]"
    r"|(?<=[\u3040-\ud7af])_(?=[\u3040-\ud7af])"
)
_BRACKET = lazy_pattern(r"\s*\(([^()]{3,60})\)$")
_HOST = lazy_pattern(
    r"(?:https?://)?(?:www\d?\.)?([\w-]+(?:\.[\w-]+)*?)(?:\.[a-z]{2,6}){1,2}(?:[/:?#]|$)", re.I
)
_DOMAIN = lazy_pattern(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,6}){1,2}", re.I)


def outlet_names(outlets: Sequence[str], addresses: Sequence[str]) -> frozenset[str]:
    """Letters of the names that a page has for its outlet, the host of its address among them."""
    hosts = (match[1] for address in addresses if (match := _HOST.match(address)))
    return frozenset(letters for name in (*outlets, *hosts) if len(letters := letters_of(name)) >= MIN_NAME)


def without_outlet(title: str, names: frozenset[str], headings: Sequence[str]) -> str:
    """The title without the outlet before or behind it.

    The outlet is a part at either end that is one of the `names`, or everything behind a title that the page
    shows as a heading.
    """
    headings = [head for head in headings if len(head) >= MIN_TITLE and not is_outlet(head, names)]
    for heading in headings:
        if title.startswith(heading) and _SEPARATOR.match(title[len(heading) :]):
            return heading
    for heading in headings:
        start = title[: -len(heading)] if title.endswith(heading) else ""
        cuts = list(_SEPARATOR.finditer(start))
        # In `Harbour: Six boats for the bay` the beginning belongs to the title.
        if cuts and cuts[-1].end() == len(start) and ":" not in cuts[-1][0]:
            return heading
    for name in names:
        end = title[-len(name) - 1 :].casefold()
        if len(title) > len(name) + MIN_NAME and end[1:] == name and end[0] in "-_–|":
            return title[: -len(name) - 1].strip()
    if (bracket := _BRACKET.search(title)) and letters_of(bracket[1]) in names:
        title = title[: bracket.start()].strip()
    cuts = list(_SEPARATOR.finditer(title))
    for cut, after in pairwise(cuts):
        if cut[0] == after[0] and letters_of(title[cut.end() : after.start()]) in names:
            return title[: cut.start()].strip()
    changed = True
    while changed:
        changed = False
        cuts = list(_SEPARATOR.finditer(title))
        if cuts and _is_outlet(title[cuts[-1].end() :], names, ":" in cuts[-1][0]):
            title, changed = title[: cuts[-1].start()].strip(), True
        elif cuts and _is_outlet(title[: cuts[0].start()], names, ":" in cuts[0][0]):
            title, changed = title[cuts[0].end() :].strip(), True
    return title


def is_outlet(title: str, names: frozenset[str]) -> bool:
    """Whether the whole title is the outlet's name."""
    return letters_of(title) in names


def _is_outlet(part: str, names: frozenset[str], exact: bool = False) -> bool:
    letters = letters_of(part)
    if len(letters) < MIN_NAME or len(part) > 60:
        return False
    if _DOMAIN.fullmatch(part.strip()):
        return True
    return any(
        letters == name
        or (not exact and min(len(letters), len(name)) > 4 and (letters in name or name in letters))
        for name in names
    )
