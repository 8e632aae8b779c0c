"""The outlet or agency that a passage names as its source: `according to the Herald`, `told Reuters`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from urllib.parse import urlsplit

from tui.model import Article

_NAME = r"(?:[A-Z][\w.&’'-]*|U\.S\.)(?:\s+(?:[A-Z][\w.&’'-]*|of|the|and|U\.S\.)){0,5}"
_SAID = r"(?:first\s+)?(?:reported|reports|said|says|wrote|writes|revealed|cited|quoted)"
_CREDITS = (
    rf"\b(?i:according\s+to|as\s+reported\s+by|reported\s+by|citing|quoted\s+by|obtained\s+by)\s+(?:[Tt]he\s+)?({_NAME})",
    rf"\b(?:[Tt]old|[Tt]elling)\s+(?:[Tt]he\s+|[Aa]\s+reporter\s+for\s+)?({_NAME})",
    rf"\b(?:[Ii]n\s+an\s+interview\s+(?:with|on)|[Ii]n\s+a\s+(?:report|statement)\s+(?:to|by))\s+(?:[Tt]he\s+)?({_NAME})",
    rf"\b(?:[Tt]he\s+)?({_NAME}),?\s+{_SAID}\b",
    rf"\b(?:[Tt]he\s+)?({_NAME}),\s+(?:which\s+)?citing\b",
)
_OUTLETS = frozenset(
    "reuters ap afp bloomberg politico axios xinhua tass interfax bbc cnn nbc abc cbs msnbc npr pbs dpa ansa "
    "efe kyodo yonhap guardian telegraph independent newsweek buzzfeed vox huffpost breitbart propublica "
    "mediaite".split()
)
"""Names that are an outlet's whole name."""
_KINDS = frozenset(
    "times post herald journal news tribune press gazette chronicle magazine agency globe bulletin examiner "
    "observer dispatch inquirer courier register sentinel beast hill radio television tv network wire "
    "weekly daily reporter".split()
)
"""Words with which the name of an outlet ends, or `Fox News` and `Daily Mail` go on."""
_NO_NAMES = frozenset("the of and a an online edition website com org net www daily news co".split())
"""Words by which two outlets are not told apart."""
LEAST_LETTERS = 4
"""Letters of a name that may be the end of a host: `bostonherald` of the Herald."""


def outlet_of(article: Article) -> str:
    """A short name of a report: the outlet, the host of its address, or the file name without ending."""
    source = article.source
    if "://" in source:
        return (urlsplit(source).hostname or source).removeprefix("www.")
    return PurePath(source).stem or source


def credited_passages(article: Article, outlets: Sequence[str]) -> Mapping[int, str]:
    """The passages of an article that name an outlet or agency as their source, with its name as written.

    `outlets`: names of the other reports; they count though their words do not tell an outlet.
    """
    others = [words for name in outlets if (words := outlet_words(name))]
    credits: dict[int, str] = {}
    for passage in article.passages:
        if passage.linkable and (name := _credited(passage.text, others)):
            credits[passage.index] = name
    return credits


def names_outlet(credit: str, outlet: str) -> bool:
    """Whether a name in a text is that of a report: `the Herald` and `The Boston Herald`, or its host."""
    named, words = outlet_words(credit), outlet_words(outlet)
    if not named or not words:
        return False
    joined = _joined(credit)
    host = next(iter(words)) if len(words) == 1 else ""  # `washingtonpost.com`
    return named <= words or (len(joined) >= LEAST_LETTERS and host.endswith(joined))


def outlet_words(name: str) -> frozenset[str]:
    """The words that tell an outlet apart from others, in lower case."""
    words = re.findall(r"[^\W_]+", name.casefold().replace(".com", " ").replace(".org", " "))
    return frozenset(words) - _NO_NAMES or frozenset(words)


def _joined(name: str) -> str:
    return "".join(re.findall(r"[^\W_]+", name.casefold())).removeprefix("the")


def _credited(text: str, others: Sequence[frozenset[str]]) -> str:
    """The first outlet that a text names as its source; empty if it names none."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            name = _outlet_part(match[1])
            if name and (_tells_outlet(name) or any(outlet_words(name) <= words for words in others)):
                return name
    return ""


def _outlet_part(name: str) -> str:
    """The name up to a possessive, without small words at its end: `Reuters`, `Washington Post`."""
    words: list[str] = []
    for word in name.split():
        words.append(word.removesuffix("'s").removesuffix("’s").rstrip(".,'’"))
        if word.endswith(("'s", "’s")):
            break
    while words and not words[-1][:1].isupper():
        words.pop()
    return " ".join(words)


def _tells_outlet(name: str) -> bool:
    words = name.casefold().replace(".", "").split()
    known = words[0] in _OUTLETS or words[-1] in _OUTLETS
    return known or (len(words) > 1 and words[-1] in _KINDS)


_PATTERNS = tuple(re.compile(pattern) for pattern in _CREDITS)
