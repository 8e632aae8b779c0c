"""Cues to notices that sites put around an article: calls to support, comment or write to them, conditions.

Each is the beginning or the end of a whole paragraph in which the site speaks to its readers.
"""

from __future__ import annotations

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.passages.cues.notice_forms import BEGINNINGS
from tui.sources.passages.cues.service_forms import SERVICES

MAX_NOTICE = 700
"""Longest notice in characters."""

_SAID = lazy_pattern(
    r"\b(?:said|says|told|wrote|asked|called|sagt(?:e|en)?|erklärte?n?|forderte?n?|betonte?n?|bat(?:en)?"
    r"|schrieb(?:en)?"
    r"|rief(?:en)?|hieß|heißt es|appellierte?n?|warb(?:en)?|dijo|dijeron|dice|afirmó|pidió|disse|afirmou"
    r"|a dit|a déclaré"
    r"|ha detto|zei|powiedział\w*)\b"
)
"""Words of saying: a paragraph with one of them reports what somebody said."""
_QUOTED = lazy_pattern('[“”„«»‘‚"]')

_ENDS = (
    (
        (
            "jetzt ",
            "hier ",
            "donate",
            "subscribe",
            "join us",
            "support us",
            "become a",
            "suscríb",
            "hazte",
            "abonnez",
            "un don",
        ),
        r"[.!?…] (?:jetzt|hier) (?:unterstützen|spenden|abonnieren|mitglied werden"
        r"|(?:\w+ )?supporter werden|anmelden"
        r"|testen|bestellen|gratis\w* sichern)!\*?$|[.!?…] (?:donate|subscribe|join us|support us"
        r"|become a member)"
        r"(?: (?:now|today|here))?!$|[.!?…] (?:suscríbete|hazte socio|abonnez-vous|faites un don|apoia-nos)"
        r"(?: \w+)?!$",
    ),
)
_BOTH = (
    (
        ("wir finanzieren uns", "wir leben von"),
        r"\bwir (?:finanzieren uns|leben) (?:\w+ ){0,2}(?:durch|über|aus|von) (?:\w+ ){0,2}(?:spenden|abos"
        r"|mitglied|leser)"
        r".*\b(?:unterstütz|abonnier|spende|mitglied|werde)",
    ),
    (
        ("blocker",),
        r"(?=.*\b(?:werbe|ad-?)blocker)(?=.*\b(?:uns|unsere?[mnr]?|us|our)\b)"
        r".*\b(?:deaktivier|ausschalt|abschalt|disabl|turn off|whitelist)",
    ),
)
"""Two or three cues wherever they stand."""
_CAPITAL_STARTS = ("ANZEIGE", "WERBUNG", "ADVERTISEMENT", "PUBLICIDAD")
_CAPITALS = lazy_pattern(r"(?:ANZEIGE|WERBUNG|ADVERTISEMENT|PUBLICIDAD)\s*[-–—:|]\s")
"""The only form that is not in lower case."""


_FORMS = tuple(
    (cue, pattern, anywhere)
    for forms, anywhere in ((BEGINNINGS, False), (SERVICES, False), (_ENDS, True), (_BOTH, True))
    for cues, pattern in ((cues, lazy_pattern(form)) for cues, form in forms)
    for cue in cues
)
"""Cue, form, and whether the form stands anywhere, not only at the beginning."""


def has_saying(text: str) -> bool:
    """Whether a text in lower case has words of saying, and so reports what somebody said."""
    return bool(_SAID.search(text))


def is_notice(text: str) -> bool:
    """Whether the site speaks to its readers: `Did you like this article?`, `To reach the reporter ...`"""
    if len(text) > MAX_NOTICE:
        return False
    lower = text.lower()
    for cue, form, anywhere in _FORMS:
        if cue in lower and (form.search(lower) if anywhere else form.match(lower)):
            return not _QUOTED.match(text) and not _SAID.search(lower)
    return text.startswith(_CAPITAL_STARTS) and bool(_CAPITALS.match(text)) and not _SAID.search(lower)
