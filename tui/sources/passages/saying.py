"""Words of saying behind a quotation, which belong to its sentence."""

from __future__ import annotations

import re

SAYING = re.compile(
    r"\s+(?!(?:No|Every|Some|Any)(?:body|one)\b)"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\. )?[A-Z][\w'’-]{0,24}(?: [A-Z][\w'’-]{0,24}){0,2}"
    r"(?:, [^.!?“”\"]{1,60},)? (?:said|asked|told|added|wrote|replied|tweeted|says|asks|continued|recalled"
    r"|was quoted|shouted|yelled|cried|screamed|exclaimed|wondered|whispered|answered|demanded|joked|quipped"
    r"|declared|announced|insisted|warned|laughed|chanted|posted|responded|remarked|pleaded|begged|inquired"
    r"|muttered|noted|observed|snapped|sighed|texted|roared|thundered|urged|vowed|explained|retorted"
    r"|countered|concluded|mused|protested|lamented|repeated)\b"
    r"(?! (?:that|he|she|they|it|the|his|her|there)\b)"
)
"""`“Who pays?” Mr. Doe asked.` is one sentence; in `“Who?” Mr. Doe said that ...` a new one begins."""

SPACELESS_SAYING = re.compile(
    r"(?:と|って)(?!も)|[\u4e00-\u9fff]{1,6}?(?:说|說|问|問|道|喊|答|叫|称|稱|表示|补充|補充)[，。,：:]"
)
"""Words of saying behind a Japanese or Chinese quotation."""
