"""Join the lines of a paragraph, and words that were divided at a line's end."""

from __future__ import annotations

from collections.abc import Sequence

from tui.sources.lazy_pattern import lazy_pattern

_HYPHENATED = 0.03
"""Share of lines ending in a hyphen from which words were divided automatically."""

_WORD = lazy_pattern(r"\w+(?:-\w+)*")
# Tried only where a run of letters begins, so that a word of a megabyte is one attempt.
_DIVIDED = lazy_pattern(r"(?<![^\W_])([^\W_]+)[-\u2010]$")
_INNER = lazy_pattern(r"-(?:in|and|to|of|the|by|on|up|for|at|or|de|du|la|und)-$")
"""The end of a word of three or more parts: `son-in-law`."""
_UNSPACED = (("\u3000", "\u30ff"), ("\u3400", "\u9fff"), ("\uff00", "\uffef"))
"""First and last characters of scripts whose lines are joined without a space. A regular expression takes
3 ms to compile."""

_AND = frozenset("and or und oder bis sowie et ou och og".split())
"""Words behind a hyphen that stands for the rest of a later word: `two- and three-year plans`."""
_HEADS = frozenset("well self ill half so non all".split())
"""First parts that keep their hyphen before a word of `_MIN_TAIL` letters: `well-known`, `self-made`."""
_NOT_TAILS = frozenset("ness ish less hood lessly fulness fully some ways wise ever even".split())
"""What is no word behind one of the heads: `self-ish`, `half-way`."""
_MIN_TAIL = 4
_CALLED = frozenset({"so"})
_TAILS = frozenset(
    "term based led backed year old run funded owned level profile income style made speed quality born"
    " friendly related looking wing ranking time month week mile long-term minded elect general".split()
)
"""Second parts that mostly have a hyphen before them: `long-term`, `state-owned`."""
_MIN_HEAD = 4
"""Letters of a first part from which such a second part counts."""
_CLOSED = frozenset(
    "with into there over what when where some every under them your which here after through mean never more"
    " fore news life down back hand head house land week work time side water".split()
)
"""First parts of words that are written together: their being a word does not mean a hyphen."""


class Dehyphenator:
    """Joins lines. The text's other words tell whether a hyphen at a line's end belongs to the word."""

    def __init__(self, blocks: Sequence[Sequence[str]]) -> None:
        self._words: set[str] = set()
        lines = divided = 0
        for block in blocks:
            inside = False
            for line in block:
                lines += 1
                words = _WORD.findall(line.lower())
                start, inside = int(inside), bool(_DIVIDED.search(line))
                divided += inside
                self._words.update(words[start : len(words) - inside])  # without the parts of divided ones
        self._automatic = divided > _HYPHENATED * lines

    def join(self, lines: Sequence[str]) -> str:
        """Join the lines to one with single spaces, and divided words to whole ones."""
        parts: list[str] = []
        for number, line in enumerate(lines):
            line = " ".join(line.split())
            if number:
                parts[-1], separator = self._join_pair(parts[-1], line)
                parts.append(separator)
            parts.append(line)
        return "".join(parts)

    def _join_pair(self, line: str, following: str) -> tuple[str, str]:
        """The line, without a hyphen that only divides a word, and the separator before the next line."""
        first = _WORD.match(following)
        head = _DIVIDED.search(line)
        if head and first:
            if first[0].lower() in _AND and (head[1] + first[0]).lower() not in self._words:
                return line, " "
            divides = not _INNER.search(line) and self._divides(head[1], first[0])
            return (line[:-1] if divides else line), ""
        if line and _unspaced(line[-1:]) and _unspaced(following[:1]):
            return line, ""
        return line, " "

    def _divides(self, head: str, tail: str) -> bool:
        """Whether a hyphen between the two parts only divides one word.

        Numbers, capitals and single letters are not divided: `COVID-19`, `Anglo-American`, `e-mail`.
        """
        if head in ("Mc", "Mac") and tail[0].isupper():
            return True
        if len(head) < 2 or not (head.isalpha() and (tail[0].islower() or (head + tail).isupper())):
            return False
        if head.isupper() and not tail.isalpha():
            return False
        head, tail = head.lower(), tail.lower()
        whole, compound = head + tail, f"{head}-{tail}"
        if whole in self._words:
            return True
        return self._automatic and compound not in self._words and not self._is_compound(head, tail)

    def _is_compound(self, head: str, tail: str) -> bool:
        """Whether the parts are joined by a hyphen in most texts."""
        first_tail = tail.partition("-")[0]
        if head in _HEADS and len(first_tail) >= _MIN_TAIL and tail not in _NOT_TAILS:
            return head not in _CALLED or first_tail == "called"
        if len(head) >= _MIN_HEAD and first_tail in _TAILS:
            return True
        words = self._words
        return min(len(head), len(tail)) >= _MIN_HEAD and head not in _CLOSED and {head, tail} <= words


def _unspaced(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _UNSPACED)
