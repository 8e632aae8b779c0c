"""Words of saying behind a quotation, which belong to its sentence."""

from __future__ import annotations

from tui.sources.lazy_pattern import lazy_pattern

_NAME = r"[A-Z][\w'-]{0,24}(?:’[\w'-]{0,24}){0,2}"
"""A class with `’` in it, beyond Latin-1, takes thirty times as long to compile."""
SAYING = lazy_pattern(
    r"\s+(?!(?:No|Every|Some|Any)(?:body|one)\b)"
    rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\. )?{_NAME}(?: {_NAME}){{0,2}}"
    r"(?:, [^.!?“”\"]{1,60},)? (?:said|asked|told|added|wrote|replied|tweeted|says|asks|continued|recalled"
    r"|was quoted|shouted|yelled|cried|screamed|exclaimed|wondered|whispered|answered|demanded|joked|quipped"
    r"|declared|announced|insisted|warned|laughed|chanted|posted|responded|remarked|pleaded|begged|inquired"
    r"|muttered|noted|observed|snapped|sighed|texted|roared|thundered|urged|vowed|explained|retorted"
    r"|countered|concluded|mused|protested|lamented|repeated)\b"
    r"(?! (?:that|he|she|they|it|the|his|her|there)\b)"
)
"""`“Who pays?” Mr. Doe asked.` is one sentence; in `“Who?” Mr. Doe said that ...` a new one begins."""

_SPACELESS_SAYING = lazy_pattern(
    r"(?:と|って)(?!も)|(\w{1,6}?)(?:说|說|问|問|道|喊|答|叫|称|稱|表示|补充|補充)[，。,：:]"
)


def is_spaceless_saying(text: str, place: int) -> bool:
    """Whether words of saying stand behind a Japanese or Chinese quotation that ends at a place."""
    match = _SPACELESS_SAYING.match(text, place)
    # The range within the pattern would take a millisecond to compile.
    return match is not None and all("\u4e00" <= char <= "\u9fff" for char in match[1] or "")
