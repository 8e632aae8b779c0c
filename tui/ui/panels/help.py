"""Help on the full screen: the keys of the panel it is opened from, all signs as they are drawn, all keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.style import Style as RichStyle
from textual.app import App
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from tui.layout.line_styles import ASCII_HEAVY, ASCII_THIN, ASCII_WEAK, HEAVY, THIN, WEAK
from tui.layout.minimap import MinimapLevel
from tui.layout.wrap import cell_len, lines
from tui.model.difference import Sharing
from tui.model.symbols import to_ascii
from tui.ui.keys import DEFAULT_SIGNS, KEYS, KEYS_FOR, KeySigns, key_sign
from tui.ui.panels.page import PageScreen, Panel, Section
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.minimap import Minimap
from tui.ui.widgets.row_widget import TOPIC_COLOURS

SIGN_WIDTH = 12
"""Cells of a sign before its meaning."""
KEY_WIDTH = 26
"""Cells of the keys before what they do."""
WIDEST = 100
"""Most cells of a row."""
WORDS = {
    Sharing.BOTH: ("underlined", "what both say: the same word, or one that may stand for it"),
    Sharing.DIFFERS: ("bold", "what differs in the same place: another number, name or word"),
    Sharing.ONLY: ("coloured", "what only this article says"),
}
LETTERS = {
    "BC": "reports that state the same as the passage of the report being read, on the left",
    "B=D E": "B and D carry one text, and count as one witness; E states it in words of its own",
    "=C": "C carries the text of the report being read",
    "≠B": "B gives another number",
    "e": "E has something beside it: the same sub-topic, another statement",
    "+3": "three more reports, for which there is no room",
    "·": "before a passage: it is not in the report on the other pane; the letters say where else",
    "[A Post]": "in the first row: a report on a pane; a click on another one turns to it",
}
SHADES = {
    MinimapLevel.DIFFERS: "the articles differ",
    MinimapLevel.EXACT: "the same words",
    MinimapLevel.SAME: "the same statement",
    MinimapLevel.WEAK: "related, or weak",
    MinimapLevel.UNMATCHED: "only in this article",
}
NARROWEST = 10
"""Fewest cells of a text beside its sign or key."""
EDGES = 6
"""Cells for padding and the scroll bar."""
Keys = Sequence[tuple[str, str]]
"""Keys as they are typed, and what they do."""


def show_help(app: App[Any], screen: Screen[Any]) -> None:
    """Open the help over a screen; nothing happens if it is open or there is no reading screen yet."""
    main = next((s for s in app.screen_stack if isinstance(s, MainScreen)), None)
    if isinstance(screen, HelpScreen):
        return
    own = () if screen is main else keys_of(screen)
    about = " ".join(screen.about().split()) if isinstance(screen, Panel) else ""
    app.push_screen(HelpScreen(main, own, about))


def keys_of(screen: Screen[Any]) -> Keys:
    """The keys of a panel from its bindings, each action once."""
    actions: dict[str, tuple[list[str], str]] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if binding.id:
            names, _ = actions.setdefault(binding.action, ([], binding.tooltip or binding.description))
            names.append(key_sign(key))
    return [(" ".join(names), label[:1].upper() + label[1:]) for names, label in actions.values()]


class HelpScreen(PageScreen):
    """The legend is painted with the styles of the panes; the keys come from the bindings themselves."""

    def __init__(self, main: MainScreen | None, own: Keys, about: str) -> None:
        """`own`: the keys of the panel below; `about`: what it shows."""
        super().__init__()
        self._ascii = bool(main and main.ascii)
        self._main, self._own, self._about = main, own, to_ascii(about, self._ascii)

    async def action_help(self) -> None:
        """`?` closes the help as it opens it."""
        await self.action_close()

    def title_line(self) -> str:
        return to_ascii("Help · signs and keys · / searches, q closes", self._ascii)

    def sections(self) -> Sequence[Section]:
        own = [Section("In this panel", (*self._prose(self._about), *self._key_rows(self._own)))]
        legend = self._legend(self._main) if self._main else ()
        return [*(own if self._own else ()), *legend, *self._keys()]

    # -- the legend

    def _legend(self, main: MainScreen) -> Iterable[Section]:
        pane = main.query(ArticlePane).first()
        yield Section("Signs before a passage", tuple(self._signs(pane, main.scene.keys)))
        if main.scene.several:
            yield Section("Letters in the margin: other reports", tuple(self._letters(pane)))
        words = f"Words of a pair ({main.scene.keys.of('words.all')}: of all passages on the screen)"
        yield Section(words, tuple(self._words(pane)))
        yield Section("Lines between the articles", tuple(self._lines(pane, main.scene.keys)))
        yield Section("Minimaps at the edges", tuple(self._shades(main.query(Minimap).first())))
        yield Section("Topics, and their colours", tuple(self._topics(main, pane)))

    def _signs(self, pane: ArticlePane, keys: KeySigns) -> Iterable[Content]:
        signs, bold = pane.signs, pane.topic_style(0) + RichStyle(bold=True)
        fold = pane.component_style("article-pane--fold", RichStyle())
        bar = bold + pane.get_component_rich_style("article-pane--current")
        for sign, meaning, style in (
            (signs.exact, "the same words: a shared quotation, or a copied run of words", bold),
            (signs.same, "the same statement", bold),
            (signs.related, "related: the same sub-topic, another statement", bold),
            (signs.weak, "weak: more likely wrong than right, shown below a threshold of 50", bold),
            (signs.conflict, "the two disagree in a number", bold),
            (signs.wording, "the two quote or describe something in other words", bold),
            (signs.unmatched, "only in this article", RichStyle(bold=True)),
            (
                f"{signs.same}{signs.mark}",
                f"after a sign: your mark or note, which {keys.of('marks')} lists",
                bold,
            ),
            (signs.bar, "the current passage, on both sides", bar),
            (
                f"{signs.fold} folded",
                "passages that are folded: bylines, captions, what a filter hides",
                fold,
            ),
            (f"{signs.leads_to}7", "stacked: the number of the passage's pair", bold),
        ):
            yield self._sign(sign, meaning, style)

    def _letters(self, pane: ArticlePane) -> Iterable[Content]:
        for letters, meaning in LETTERS.items():
            yield self._sign(to_ascii(letters, self._ascii), meaning, RichStyle(bold=True))

    def _words(self, pane: ArticlePane) -> Iterable[Content]:
        for sharing, (name, meaning) in WORDS.items():
            yield self._sign(name, meaning, pane.word_style(sharing, RichStyle()))

    def _lines(self, pane: ArticlePane, keys: KeySigns) -> Iterable[Content]:
        thin, weak, heavy = (ASCII_THIN, ASCII_WEAK, ASCII_HEAVY) if self._ascii else (THIN, WEAK, HEAVY)
        style = pane.topic_style(0)
        for sample, meaning, bold in (
            (heavy.horizontal * 4, "the current pair", True),
            (thin.horizontal * 4, "the same words, or the same statement", False),
            (weak.horizontal * 4, "only related, or weak", False),
            (
                f"{thin.horizontal}16▼",
                "port: leads to pair 16, further down; ▲ further up, ↑ ↓ on the screen",
                False,
            ),
            ("▼16", "the line goes on to more passages of pair 16", False),
            (
                f"{thin.horizontal}3",
                f"with many links: this passage has 3 counterparts; {keys.of('link.next')} and "
                f"{keys.of('counterpart.next')} go to them",
                False,
            ),
        ):
            text = to_ascii(sample, self._ascii)
            yield self._sign(text, to_ascii(meaning, self._ascii), style + RichStyle(bold=bold or None))

    def _shades(self, minimap: Minimap) -> Iterable[Content]:
        for level, meaning in SHADES.items():
            yield self._sign(level.glyph(self._ascii), meaning, minimap.level_style(level))
        seen = minimap.component_style("minimap--on-screen", RichStyle())
        yield self._sign(minimap.signs.on_screen, "on the screen now", seen)

    def _topics(self, main: MainScreen, pane: ArticlePane) -> Iterable[Content]:
        on_map = f"on the map ({main.scene.keys.of('map')})"
        yield from self._prose(
            f"A sign, a line and a digit {on_map} have the colour of their topic; the digits are the "
            "keys that keep only that topic. On the map a darker mark is a higher score."
        )
        for number, topic in enumerate(main.reading.comparison.topics[:TOPIC_COLOURS], 1):
            side = f" (only {topic.side.value})" if topic.side else ""
            yield self._sign(
                str(number), topic.label + side, pane.topic_style(number - 1) + RichStyle(bold=True)
            )

    def _sign(self, sign: str, meaning: str, style: RichStyle) -> Content:
        return self._hanging(sign, Style.from_rich_style(style), SIGN_WIDTH, meaning)

    def _hanging(self, head: str, style: Style | str, indent: int, text: str) -> Content:
        """A text beside its head, from that column on in all of its lines."""
        spare = " " * max(1, indent - cell_len(head))
        room = max(NARROWEST, self._width - cell_len(head + spare))
        return Content.assemble((head, style), spare, f"\n{' ' * indent}".join(lines(text, room)))

    @property
    def _width(self) -> int:
        """Cells of a row."""
        return min(WIDEST, self.app.size.width - EDGES)

    # -- the keys

    def _keys(self) -> Iterable[Section]:
        current = self._current_keys()
        for purpose, group in KEYS_FOR.items():
            rows = [(current[key.id], key.label) for key in group if not key.id.startswith("topic.keep_")]
            if any(key.id == "topic.keep_1" for key in group):
                first, last = current["topic.keep_1"], current["topic.keep_9"]
                rows.insert(2, (f"{first} to {last}", "Only that topic"))
            yield Section(purpose.value, tuple(self._key_rows(rows)))
        for title, keys, label in (
            ("In every panel", "escape q", "Close it; q pressed twice does not quit the program"),
            ("Everything by name", "ctrl+p", "Palette: all of these, and themes"),
        ):
            yield Section(title, tuple(self._key_rows([(keys, label)])))

    def _current_keys(self) -> Mapping[str, str]:
        """The keys of each action, as the configuration has changed them."""
        keys = self._main.scene.keys if self._main else DEFAULT_SIGNS
        return {id: " ".join(keys.all_of(id)) for id in KEYS}

    def _key_rows(self, keys: Keys) -> Iterable[Content]:
        for signs, label in keys:
            yield self._hanging(signs, "bold $text-accent", KEY_WIDTH, label)

    def _prose(self, text: str) -> Iterable[Content]:
        """A paragraph in lines; `**words**` in it are bold."""
        for line in lines(text, self._width) if text else ():
            parts = re.split(r"\*\*(.+?)\*\*", line)
            yield Content.assemble(*((part, "bold") if k % 2 else part for k, part in enumerate(parts)))
