"""Names of keys in the configuration file: those that Textual sends, and what may be meant instead."""

from __future__ import annotations

import unicodedata

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which Textual names them."""
SPECIAL_KEYS = frozenset(
    (
        "backspace delete down end enter escape home insert left pagedown pageup right space tab up "
        "menu pause caps_lock num_lock scroll_lock print_screen lower_volume mute_volume raise_volume "
        "kp_begin add decimal divide equal multiply separator subtract "
        "media_fast_forward media_pause media_play media_play_pause media_record "
        "media_reverse media_rewind media_stop media_track_next media_track_previous"
    ).split()
) | {f"f{number}" for number in range(1, 36)}
"""Keys without a character, some of which only few terminals send."""
MARKS = tuple(character for character in map(chr, range(33, 127)) if not character.isalnum())
"""Characters of ASCII that are no letters or digits."""
NUL = "ctrl+@"
"""`ctrl+space` in most terminals."""
SENT_AS = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Keys that most terminals do not tell from another one."""
_OLD_NAMES = {"ctrl+space": NUL, "ctrl+slash": "ctrl+underscore"}
"""Keys that most terminals send as another one, which hardly any keyboard has."""
ALLOWED = (
    "a key is one character (n, N, /), f1 to f12, or a name such as enter, space, pagedown; "
    "ctrl+, alt+ or shift+ may stand before it"
)

_TEXTUAL_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Characters that Textual names differently from Unicode."""
_OTHER_NAMES = {
    **{"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "bksp": "backspace"},
    **{"pgdn": "pagedown", "pgdown": "pagedown", "page_down": "pagedown", "spacebar": "space"},
    **{"pgup": "pageup", "page_up": "pageup"},
}
"""Names that other programs give to keys."""
_OTHER_MODIFIERS = {"c": "ctrl", "control": "ctrl", "m": "alt", "option": "alt", "cmd": "super", "s": "shift"}


def key_name(key: str) -> str:
    """Textual's name of a key: `question_mark` for `?`, `ctrl+slash` for `ctrl+/`; a name stays as it is."""
    key = key.strip()
    modifiers, base = _parts(key)
    if len(base) != 1 or base.isalnum() or key == NUL:
        return key
    name = unicodedata.name(base, base).lower().replace("-", "_").replace(" ", "_")
    return "+".join((*modifiers, _TEXTUAL_NAMES.get(name, name)))


def key_names(keys: str) -> tuple[str, ...]:
    """Textual's names of keys that are separated by commas, in old terminals, too; each once."""
    names = [key_name(key) for key in keys.split(",")]
    return tuple(dict.fromkeys([*names, *(_OLD_NAMES[name] for name in names if name in _OLD_NAMES)]))


def is_key(key: str) -> bool:
    """Whether Textual can send a key, which is named by its character or by Textual's name."""
    modifiers, base = _parts(key)
    if key == NUL:
        return True
    if list(modifiers) != sorted(set(modifiers).intersection(MODIFIERS)):
        return False
    if base in SPECIAL_KEYS:
        return True
    if modifiers == ("shift",):  # `shift+n` comes as `N`
        return False
    if len(base) == 1:  # but `ctrl+N` as `ctrl+shift+n`
        return base.isprintable() and not (modifiers and base.isupper())
    return key_name(_character(base)) == base != ""


def meant(name: str) -> str:
    """The key that a name which is none may stand for: `f4` for `F4`; empty if there is none near."""
    from difflib import get_close_matches

    *modifiers, base = name.strip("<>").split("+" if "+" in name else "-")
    modifiers = [_OTHER_MODIFIERS.get(part.casefold(), part.casefold()) for part in modifiers]
    if len(base) > 1:
        base = _OTHER_NAMES.get(base.casefold(), base.casefold())
    elif modifiers == ["shift"]:
        modifiers, base = [], base.upper()
    elif modifiers and base.isupper():
        modifiers, base = [*modifiers, "shift"], base.lower()
    if base not in SPECIAL_KEYS:
        base = _character(base) or base
    guess = key_name("+".join((*sorted(set(modifiers)), base)))
    if is_key(guess):
        return guess
    return next(iter(get_close_matches(guess, [*sorted(SPECIAL_KEYS), *map(key_name, MARKS)])), "")


def _parts(key: str) -> tuple[tuple[str, ...], str]:
    """The modifiers of a key, and the key itself, which may be `+`."""
    if key == "+" or (key.endswith("++") and len(key) > 2):
        before, base = key[:-2], "+"
    else:
        before, _, base = key.rpartition("+")
    return tuple(before.split("+")) if before else (), base


def _character(name: str) -> str:
    """The character of a name of Textual; empty if no character has it."""
    mark = next((mark for mark in MARKS if key_name(mark) == name), "")
    try:
        return mark or unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
