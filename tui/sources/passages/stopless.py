"""Cut Thai and Lao text, which has no stops, where a reader would: at spaces between clauses.

A space also stands around names, numbers and quotations. What stands on both sides tells: a cut comes before
a word that begins sentences, or where neither side says that the clause goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tui.model import Span
from tui.sources.lazy_pattern import lazy_pattern

STOPLESS = lazy_pattern("[\u0e00-\u0eff]")
_LONG = 160
"""Characters up to which a passage is one sentence; sentences of Thai news have 119 on the mean."""
_LEAST, _LEAST_BEFORE_START = 40, 20
"""Characters of a sentence before a cut, and before a word that begins sentences."""
_MOST = 300
"""Characters from which any space will do. The three were tuned on 60 Thai reports of NTREX-128 (F .43;
.44 on the other 63; .30 where any space will do)."""
_TOKEN = lazy_pattern(r"\S+")
_GOES_ON = lazy_pattern(
    "ที่|ซึ่ง|และ|หรือ|โดย|เพื่อ|ว่า|ของ|กับ|จาก|ใน|ไปยัง|ให้|แต่ละ|รวมถึง|รวมทั้ง|เพราะ|ก็|จึง|จน|คือ|ได้แก่|เช่น|เป็น|ถึง|ต่อ|แก่|ด้วย"
    '|ตาม|หลังจาก|ก่อน|กว่า|ปี|เมื่อ(?!วัน)|กล่าว|["”(A-Za-z0-9๐-๙]'
)
"""Beginnings of what belongs to the clause before: relative words, prepositions, numbers, names in Latin."""
_OPEN = lazy_pattern("(?:ว่า|และ|หรือ|ของ|ที่|โดย|กับ|จาก|ใน|เป็น|คือ|เช่น|ให้|วัน[ก-ฮ]+|นาย|นาง|[:,(“A-Za-z0-9๐-๙])$")
"""Ends of what wants more."""
_STARTS = lazy_pattern(
    "แต่|อย่างไรก็ตาม|นอกจากนี้|ทั้งนี้|ขณะที่|ในขณะ|เขา|เธอ|พวกเขา|ผม|ฉัน|เรา|นาย|นาง|คุณ|โฆษก|รัฐบาล|ตำรวจ|เจ้าหน้าที่|ประธานาธิบดี"
    "|หลังจาก|ใน(?:วัน|เดือน|ปี)|เมื่อ|จากนั้น|ดังนั้น|สำหรับ|การ|ผู้|นี่|มี|ไม่|ตอนนี้|ด้าน|ส่วน"
)
"""Words that begin sentences."""


def split_stopless(text: str, span: Span) -> list[Span]:
    """The span, cut into sentences if its script has no stops and it is long."""
    if len(span) <= _LONG or not STOPLESS.search(text, span.start, span.start + 40):
        return [span]
    edges = [span.start, *_cuts(text, span), span.end]
    parts = [text[start:end] for start, end in pairwise(edges)]
    return [
        Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
        for start, part in zip(edges, parts, strict=False)
    ]


def _cuts(text: str, span: Span) -> Iterator[int]:
    """The ends of all sentences but the last."""
    start = span.start
    tokens = [match.span() for match in _TOKEN.finditer(text, span.start, span.end)]
    for (first, end), (following, _) in pairwise(tokens):
        size = end - start
        if size < _LEAST_BEFORE_START or span.end - following < _LEAST_BEFORE_START:
            continue
        if _in_quotation(text[start:end]):
            continue
        wants_more = _OPEN.search(text, first, end)
        begins = _STARTS.match(text, following) and not wants_more
        free = size >= _LEAST and not wants_more and not _GOES_ON.match(text, following)
        if begins or free or size >= _MOST:
            yield end
            start = following


def _in_quotation(part: str) -> bool:
    """Whether a quotation is still open at the end of a part of a text."""
    return part.count('"') % 2 == 1 or part.count("“") > part.count("”")
