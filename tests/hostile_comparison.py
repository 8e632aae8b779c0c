"""A comparison in which every string tries to be something else than text."""

from __future__ import annotations

from tui.model import Article, Comparison, Evidence, Kind, Link, Passage, Relation, Span, Topic
from tui.report import Remark

OWN = "document.documentElement.dataset.owned=1"
"""What every attack would do if it could."""

ATTACKS = (
    f"<script>{OWN}</script>",
    f"</script><script>{OWN}</script>",
    f"</style><script>{OWN}</script>",
    f"--><script>{OWN}</script><!--",
    f"]]></title></svg><script>{OWN}</script>",
    f'"><img src=x onerror={OWN}>',
    f"' onmouseover='{OWN}' autofocus onfocus='{OWN}",
    f"<svg onload={OWN}><a xlink:href='javascript:{OWN}'>x</a></svg>",
    f"javascript:{OWN}",
    f"[read](javascript:{OWN}) ![x](http://192.0.2.1/beacon.png)",
    "<base href=http://192.0.2.1/><link rel=stylesheet href=http://192.0.2.1/a.css>",
    f"<iframe srcdoc='<script>parent.{OWN}</script>'></iframe>"
    "<meta http-equiv=refresh content=0;url=//192.0.2.1>",
    "{{7*7}} {% for x in () %} ${7*7} #{7*7} {{ self.__init__.__globals__ }}",
    "&lt;script&gt; &amp;#60; &#x3c;script&#x3e; \\u003cscript\\u003e",
    "=HYPERLINK(\"http://192.0.2.1\";\"x\") \tand +1-1@SUM(A1)",
    "* _ | < ` ~~ # 1. - + > \\ [x]: /url \"t\" ``` ***",
)  # fmt: skip


def _article(side: int) -> Article:
    passages: list[Passage] = []
    text = ""
    for index, words in enumerate((*ATTACKS, f"By {ATTACKS[0]}")):
        kind = Kind.BODY if index < len(ATTACKS) else Kind.BYLINE
        passages.append(Passage(index, index, Span(len(text), len(text) + len(words)), kind, words))
        text += words + "\n\n"
    about = [ATTACKS[(side + k) % len(ATTACKS)] for k in range(8)]
    title, source, published, language, note, byline, address, retrieved = about
    return Article(
        title, text, tuple(passages), source, published, language, (note,), byline, address, retrieved
    )


def hostile() -> Comparison:
    links = tuple(
        Link(
            k,
            (k + 3) % len(ATTACKS),
            60.0 + k,
            Relation.SAME if k % 2 else Relation.RELATED,
            Evidence(
                terms=(words,),
                names=(words,),
                quotation=words if k % 3 else "",
                copied=words,
                same_words=True,
            ),
            k % 2,
        )
        for k, words in enumerate(ATTACKS)
    )
    topics = tuple(Topic(words, (words,)) for words in ATTACKS[:2])
    return Comparison(_article(0), _article(3), links, topics, 50.0)


def hostile_remarks() -> tuple[Remark, ...]:
    return tuple(Remark(k, k, words, words) for k, words in enumerate(ATTACKS))
