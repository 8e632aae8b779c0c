"""Cues to navigation: labels, social links, offers, pointers to other articles."""

from __future__ import annotations

import re

from tui.sources.lazy_pattern import has_any, lazy_pattern
from tui.sources.passages.cues.languages import (
    is_foreign_label,
    is_foreign_offer,
    is_foreign_pointer,
    is_pointer_label,
    tells_paid_links,
)
from tui.sources.passages.cues.notices import has_saying, is_notice

MAX_WORDS = 40
MAX_FOLLOW_WORDS, MAX_FOLLOWED_WORDS = 16, 50
"""Words of a line about social media, and of one that begins with "Follow"."""

_LABEL_LIST = """
    twitter, x, facebook, instagram, linkedin, whatsapp, telegram, reddit, pinterest, tiktok,
    youtube, threads, bluesky, mastodon, tumblr, flipboard, pocket, email, e-mail, mail, print,
    share, tweet, save, comment, comments, copy link, link, link copied, share this,
    share this article, share this story, share article, share full article, share on facebook,
    share on twitter, share on x, share on linkedin, share on whatsapp, share via email,
    email this article, print this article, gift this article, gift article, save article,
    bookmark, advertisement, advertising, ad, sponsored, sponsored content, paid content, promoted,
    story continues below advertisement, article continues below advertisement,
    article continues after advertisement, continue reading, continue reading the main story,
    skip advertisement, scroll to continue, related, related topics, related tags,
    related stories, related articles, related content, related coverage, related news,
    related links, related posts, topics, tags, more on this story, more stories, more news,
    more coverage, more from this author, read more, read next, read full article, see more,
    show more, load more, see also, up next, next article, previous article, most read,
    most popular, most viewed, trending, trending now, popular now, recommended,
    recommended for you, recommended stories, you may also like, you might also like,
    editors' picks, editor's picks, top stories, latest news, breaking news, in this article,
    in this story, home, menu, search, close, sign in, sign up, log in, login, register,
    subscribe, subscribe now, my account, newsletter, newsletters, follow us, follow, contact us,
    about us, privacy policy, terms of service, terms of use, cookie policy, site navigation,
    site mobile navigation, site search, main navigation, skip to content, skip to main content,
    skip navigation, back to top, view comments, show comments, hide comments, leave a comment,
    post a comment, add a comment, join the conversation, listen, listen to this article,
    listen to article, watch live, live, play video, play, pause, mute, unmute, watch, watch video,
    click to play, toggle caption, hide caption, enlarge this image, view gallery,
    view image in fullscreen, image, gallery, video, report a typo, report an error, get the app,
    download the app, accept cookies, accept all, manage preferences, font size, spotted a typo,
    don't miss, you may also be interested in, you might also be interested in, you might be interested in,
    explore further, partner news, partner content, from our partners, around the web, order reprints,
    reprints,
    print article, lorem ipsum, agencies, by, view this post on instagram, comments are closed
    """
_LABELS = frozenset(label.strip() for label in _LABEL_LIST.split(","))
"""Labels that fill a whole line. None is a sentence or a likely headline."""

_POINTING = frozenset(
    "don't miss|recommended|recommended for you|up next|see also|popular now|most read|most popular"
    "|explore further"
    "|trending|trending now|top stories|latest news|partner news|around the web|from our partners".split("|")
)
_POINTING_STARTS = ("related", "more", "read ", "you may also", "you might also", "you may also be")
"""Labels above links to other articles."""

_DECORATION = " \t:•|·>»›→▶-–—[]()"

_POINTER = lazy_pattern(
    r"(?:(?:read|see|watch|listen|learn) (?:more|also|next)|also read|related"
    r"|more|watch|photos|more [\w .&-]{2,40}(?=: https?:)"
    r"|related (?:story|stories|article|articles|coverage)|more on this|more from [\w .]{2,40}"
    r"|you may (?:also )?like|recommended|don['’]t miss)\s*[:|»>–—]\s*\S"
)
_POINTER_STARTS = tuple("read see watch listen learn also related more photos you recommended don".split())
_OFFER = lazy_pattern(
    r"(?:sign up|subscribe|click here|tap here|register|get our|get the|join our|download"
    r"|never miss|for the latest|want more|stay up to date|do you want to (?:be|stay) informed)\b"
)
_FEEDBACK = lazy_pattern(
    r"(?:we want to hear|tell us) what you think (?:about|of) this (?:article|story)\b"
    r"|submit (?:a|your) letter to the editor\b"
    r"|send (?:us )?a letter to the editor\b"
)
_FEEDBACK_CUES = ("what you think", "letter to the editor")
_ASKS = lazy_pattern(r"[.!?…:] (?:sign up|subscribe|register)\b|\band sign up for (?:our|the)\b")
_OFFERED = lazy_pattern(
    r"\b(?:newsletters?|inbox|e-?mail alerts?|news alerts?|our app|push notifications"
    r"|to subscribe|apps? for (?:ios|iphone|android)|editions? (?:by|for)|best content of the week)\b"
)
_OFFERED_CUES = (
    "newsletter",
    "inbox",
    "mail alert",
    "news alert",
    "our app",
    "push notifications",
    "to subscribe",
    "app for ",
    "apps for ",
    "edition",
    "best content of the week",
)
_FOLLOW = lazy_pattern(
    r"follow us\s?:|(?:chat|connect) with us (?:in|on|via) (?:facebook|whatsapp|twitter|telegram|instagram)\b"
    r"|(?:follow|like|find|join) (?:[\w.'’-]+ ){1,5}on (?:twitter|x|facebook|instagram|linkedin"
    r"|telegram|whatsapp|youtube|tiktok|threads|bluesky|social media|google news)\b"
)
_FOLLOW_STARTS = ("follow", "like ", "find ", "join ", "chat ", "connect ")
_COUNT = lazy_pattern(
    r"(?:\d[\d,.]*[km]?|no) (?:comments?|shares?|views?|likes?|reactions?|kommentare?|comentarios?"
    r"|comentários?|commentaires?|commenti|reacties|komentarzy|komentarze)"
)
_POST = lazy_pattern(
    r"(?:https?://)?(?:www\.|m\.)?(?:instagram|facebook|twitter|x|youtube|tiktok|youtu)\.(?:com|be)/\S{6,}"
)
"""The address of a post or video, left of one that was shown in its place."""
_MORE = lazy_pattern(
    r"MORE [A-Z][A-Z’'& -]{1,25}:?|.{15,300}(?:\.\.\.|…) ?(?:more|read more|mehr|weiterlesen|leer más)", re.S
)
"""A label above other articles, and a teaser that is cut off."""
_MORE_ENDS = ("more", "mehr", "weiterlesen", "leer más")
_DEBUG = lazy_pattern(r"(?:is|show|has)[A-Z]\w{2,30}:|true|false|undefined|null|NaN|\[object Object\]")
"""What a page's program leaves in its text."""
_ICON = lazy_pattern(
    r"(?:bookmark_\w+|chat_bubble\w*|keyboard_arrow_\w+|arrow_(?:back|forward|drop|right|left)\w*"
    r"|more_(?:vert|horiz)|access_time|account_circle|play_(?:arrow|circle)\w*|thumb_(?:up|down)\w*"
    r"|volume_(?:up|off)|open_in_new)\b.{0,40}"
)
"""Buttons whose picture is a word that a font draws."""
_SITE = lazy_pattern(
    r"(?:https?://)?(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+){0,2}"
    r"\.(?:com|org|net|info|news|eu|de|at|ch|fr|es|it|pl|nl|se|uk)/?"
)
_FILLER = lazy_pattern(r"lorem ipsum\b")
_ADDRESS = lazy_pattern(r"\[email\s*protected\]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,4}")

_GLUED = "(?:Related (?:Topics|Stories|Articles|Tags|Coverage)|Advertisement|Read more)"
_GLUED_END = lazy_pattern(rf"(?<=[.!?”\"’)\]…])\s*{_GLUED}$")
_GLUED_START = lazy_pattern(rf"{_GLUED}(?=[A-Z“][^\s.,]*\s)")
_GLUED_STARTS = ("Related ", "Advertisement", "Read more")
_GLUED_ENDS = ("Topics", "Stories", "Articles", "Tags", "Coverage", "Advertisement", "Read more", "\n")
_GLUED_LENGTH = 40


def _bare(text: str) -> str:
    return text.strip(_DECORATION).removesuffix("...").rstrip("… ").casefold().replace("’", "'")


def is_navigation(text: str) -> bool:
    """Whether it is a label, pointer to other articles, newsletter offer or social link."""
    bare = _bare(text)
    lower = text.lower()
    stripped = lower.strip()
    if (
        bare in _LABELS
        or is_foreign_label(bare)
        or ((bare[:1].isdigit() or bare.startswith("no ")) and _COUNT.fullmatch(bare))
        or (has_any(stripped, ("@", "[email")) and _ADDRESS.fullmatch(stripped))
        or ("." in text and " " not in stripped and _SITE.fullmatch(text.strip()))
        or ("_" in text and _ICON.fullmatch(text))
        or _DEBUG.fullmatch(text)
        or ((text.startswith("MORE ") or text.endswith(_MORE_ENDS)) and _MORE.fullmatch(text))
        or (has_any(stripped, ("com/", "be/")) and _POST.fullmatch(stripped))
        or (has_any(lower, _FEEDBACK_CUES) and _FEEDBACK.match(lower))
        or _FILLER.match(lower)
        or not any(map(str.isalnum, bare))
    ):
        return True
    words = len(text.split())
    follow = MAX_FOLLOWED_WORDS if text.startswith("Follow ") else MAX_FOLLOW_WORDS
    if (
        (words <= follow and lower.startswith(_FOLLOW_STARTS) and _FOLLOW.match(lower))
        or is_notice(text)
        or tells_paid_links(text)
    ):
        return True
    if words > MAX_WORDS:
        return False
    pointer = lower.lstrip(_DECORATION + "*+")
    if (pointer.startswith(_POINTER_STARTS) and _POINTER.match(pointer)) or (
        has_any(lower, _OFFERED_CUES)
        and (_OFFER.match(lower) or (_ASKS.search(lower) and not has_saying(lower)))
        and _OFFERED.search(lower)
    ):
        return True
    return (bool(pointer) and is_foreign_pointer(pointer)) or is_foreign_offer(text)


def announces_pointers(text: str) -> bool:
    """Whether a line announces other articles: `Don't miss`, `Related articles:`, `Mehr zum Thema`."""
    bare = _bare(text)
    return (
        bare in _POINTING or (bare in _LABELS and bare.startswith(_POINTING_STARTS)) or is_pointer_label(bare)
    )


def without_glued_labels(text: str) -> tuple[int, int]:
    """Start and end of the text without a label glued to it: "... he said.Related Topics"."""
    start = match.end() if text.startswith(_GLUED_STARTS) and (match := _GLUED_START.match(text)) else 0
    tail = max(start, len(text) - _GLUED_LENGTH)
    glued = text.endswith(_GLUED_ENDS) and _GLUED_END.search(text, tail)
    end = glued.start() if glued else len(text)
    return (start, end) if text[start:end].strip() else (0, len(text))
