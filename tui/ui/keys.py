"""The keys of the reading screen, as data: listed by `?`, changed by the configuration file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

APP = "app"
"""Feature name for actions of the app itself."""


class Purpose(Enum):
    """Groups of keys, by what a reader wants; `?`, the palette and the guide list them in this order."""

    MOVE = "Move"
    READ = "Read pairs"
    NARROW = "Narrow down"
    CORRECT = "Correct"
    KEEP = "Keep"
    ARRANGE = "Arrange the screen"
    OPEN = "Open and save"


class Key(Struct, frozen=True):
    """An action of the reader, and its keys unless the configuration changes them."""

    id: str
    """Id of the key in the configuration file."""
    keys: str
    """Textual's names of the keys, separated by commas."""
    action: str
    """The feature in `tui.ui.features` and its method: `navigation.next`."""
    label: str
    """A few words for the help and the palette."""
    argument: float | None = None
    """Argument of the method; None for none."""
    footer: str = ""
    """Word in the footer; empty to leave it out. Keys with the same word share an entry."""

    @property
    def feature(self) -> str:
        return self.action.partition(".")[0]

    @property
    def method(self) -> str:
        return self.action.partition(".")[2]

    @property
    def arguments(self) -> tuple[float, ...]:
        return () if self.argument is None else (self.argument,)

    @property
    def binding(self) -> str:
        """Textual's binding of the key."""
        return self.action if self.feature == APP else f"run('{self.id}')"


_MOVE = (
    Key("scroll.down", "j,down,ctrl+e", "scrolling.lines", "Line down", 1),
    Key("scroll.up", "k,up,ctrl+y", "scrolling.lines", "Line up", -1),
    Key("scroll.half_down", "ctrl+d", "scrolling.pages", "Half a page down", 0.5),
    Key("scroll.half_up", "ctrl+u", "scrolling.pages", "Half a page up", -0.5),
    Key("scroll.page_down", "space,pagedown,ctrl+f", "scrolling.pages", "Page down", 1),
    Key("scroll.page_up", "b,pageup,ctrl+b", "scrolling.pages", "Page up", -1),
    Key("scroll.beginning", "g,home", "scrolling.to_end", "Beginning", -1),
    Key("scroll.end", "G,end", "scrolling.to_end", "End", 1),
    Key("scroll.lock", "s", "scrolling.lock", "Scroll both articles together, or each by itself"),
    Key("passage.next", "right_curly_bracket", "navigation.next_passage", "Next passage", 1),
    Key("passage.previous", "left_curly_bracket", "navigation.next_passage", "Previous passage", -1),
    Key("jump.back", "backspace,ctrl+o", "navigation.back", "Back to the place before a jump"),
)
_READ = (
    Key("link.next", "n,alt+down", "navigation.next", "Next pair (or hit, while searching)", 1, "pair"),
    Key("link.previous", "N,alt+up", "navigation.next", "Previous pair (or hit)", -1, "pair"),
    Key("link.after", "right_square_bracket", "navigation.next_link", "Next pair, even in a search", 1),
    Key("link.before", "left_square_bracket", "navigation.next_link", "Previous pair, even in a search", -1),
    Key("counterpart.next", "e", "navigation.next_counterpart", "Next counterpart of this passage", 1),
    Key("counterpart.previous", "E", "navigation.next_counterpart", "Previous counterpart", -1),
    Key(
        "side.cross",
        "tab,shift+tab,h,l,left,right",
        "navigation.cross",
        "To the other article",
        footer="across",
    ),
    Key("link.level", "z", "navigation.level", "Both passages of the pair on one row"),
    Key("link.detail", "enter", "panels.detail", "The pair in full: all that links it"),
    Key("difference.next", "x", "differences.next", "Next pair that differs", 1, "differs"),
    Key("difference.previous", "X", "differences.next", "Previous pair that differs", -1),
    Key("difference.list", "D", "differences.list", "List what the articles say differently"),
    Key("only.next", "o", "navigation.next_unmatched", "Next passage only in one article", 1, "only"),
    Key("only.previous", "O", "navigation.next_unmatched", "Previous passage only in one article", -1),
    Key("tour", "T", "routes.tour", "Tour from topic to topic"),
    Key("route", "r", "routes.short_route", "Short route: one article, and what the other adds"),
    Key(
        "report.next", "full_stop", "reports.turn", "Several reports: the next one that has this", 1, "report"
    ),
    Key("report.previous", "comma", "reports.turn", "Several reports: the one before", -1, "report"),
    Key("report.swap", "backslash", "reports.swap", "Several reports: read the right one", footer="swap"),
    Key("grid", "S", "story_panels.grid", "Several reports: the grid, who states what", footer="grid"),
    Key("map", "M", "panels.map", "Map of the whole comparison"),
    Key("words", "C", "panels.words", "Choice of words of the two articles"),
)
_NARROW = (
    Key("find", "slash", "search.open", "Search both articles", footer="find"),
    Key("topic.list", "t", "filters.topics", "Topics in both articles", footer="topics"),
    *(Key(f"topic.keep_{k}", str(k), "filters.topic", f"Only topic {k}", k - 1) for k in range(1, 10)),
    Key("topic.all", "0", "filters.topic", "All topics", -1),
    Key("filter", "f", "filters.choose", "Only pairs of one relation or kind"),
    Key("only.filter", "u", "filters.unmatched", "Only passages without a counterpart, or all"),
    Key("threshold.raise", "plus,equals_sign", "filters.threshold", "Fewer, more certain links", 1, "strict"),
    Key("threshold.lower", "minus", "filters.threshold", "More, less certain links", -1, "strict"),
    Key("close", "escape", "search.close", "Close the search, the filter, whatever is open"),
)
_CORRECT = (
    Key("pin", "p", "corrections.pin", "Pin this passage to one of the other article, or undo it"),
    Key("link.remove", "P", "corrections.remove", "Not a match: remove this link, or bring it back"),
    Key("undo", "ctrl+z", "corrections.undo", "Take back the last pin or removal"),
)
_KEEP = (
    Key("mark", "m", "marks.mark", "Mark the pair or passage, or remove the mark"),
    Key("note", "a", "marks.note", "Write a note on the pair or passage"),
    Key("marks", "apostrophe", "marks.list", "List marks and notes"),
    Key("copy.passage", "y", "exports.copy_passage", "Copy the passage"),
    Key("copy.link", "Y", "exports.copy_link", "Copy both passages with their sources"),
)
_ARRANGE = (
    Key("overview", "i", "panels.overview", "Overview: all counts, what you have read, the model"),
    Key("details.toggle", "d", "panes.toggle_details", "Show or hide the details bar"),
    Key("passage.numbers", "number_sign", "panes.toggle_numbers", "Show or hide the numbers of passages"),
    Key("words.all", "W", "panes.toggle_words", "Mark the words of all linked passages, or of one pair"),
    Key("boilerplate.fold", "v", "filters.boilerplate", "Unfold or fold bylines, captions, credits"),
    Key("layout", "w", "panes.next_layout", "Layout: side by side, stacked, one article"),
    Key("divider.left", "less_than_sign", "panes.move_divider", "Divider to the left", -1),
    Key("divider.right", "greater_than_sign", "panes.move_divider", "Divider to the right", 1),
)
_OPEN = (
    Key("open", "colon", "opening.open", "Open another source on this side; + before it adds a report"),
    Key("open.undo", "U", "opening.undo", "Back to the previous article"),
    Key("open.recent", "R", "opening.recent", "Recent comparisons"),
    Key("reload", "ctrl+r", "opening.reload", "Read both sources again, and keep the place"),
    Key("browser", "B", "opening.browse", "Open the address of this article in the browser"),
    Key("extraction", "c", "opening.next_extraction", "Take more, or less, of a web page for the article"),
    Key("language", "L", "languages.list", "Language of this article, where it was detected wrongly"),
    Key("save", "ctrl+s", "exports.save_report", "Save a report, or a picture of the screen"),
    Key("help", "question_mark,f1", "panels.help", "Help: all signs and all keys", footer="help"),
    Key("quit", "q,ctrl+q", "app.leave", "Quit", footer="quit"),
)
KEYS_FOR: Mapping[Purpose, tuple[Key, ...]] = {
    Purpose.MOVE: _MOVE,
    Purpose.READ: _READ,
    Purpose.NARROW: _NARROW,
    Purpose.CORRECT: _CORRECT,
    Purpose.KEEP: _KEEP,
    Purpose.ARRANGE: _ARRANGE,
    Purpose.OPEN: _OPEN,
}
"""The keys of each group. The footer shows its keys in this order, too."""
OF_SEVERAL = frozenset({"report.next", "report.previous", "report.swap", "grid"})
"""Ids of the keys that the footer shows only where there are more than two reports."""
READING_KEYS = tuple(key for keys in KEYS_FOR.values() for key in keys)
KEYS = {key.id: key for key in READING_KEYS}

RENAMED_KEYS: Mapping[str, str] = {
    "strip.toggle": "details.toggle",
    "furniture.fold": "boilerplate.fold",
    "open.former": "open.undo",
    "recents": "open.recent",
    "reject": "link.remove",
    "scroll.together": "scroll.lock",
    "progress": "overview",
}
"""Key ids of version 0.1 in configuration files, and their current ids."""

_SIGNS = {
    **{"slash": "/", "plus": "+", "minus": "-", "equals_sign": "=", "question_mark": "?", "colon": ":"},
    **{"left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{"},
    **{"right_curly_bracket": "}", "less_than_sign": "<", "greater_than_sign": ">", "apostrophe": "'"},
    **{"number_sign": "#", "backslash": "\\", "full_stop": ".", "comma": ",", "semicolon": ";"},
    **{"escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "delete": "del"},
}


def key_sign(name: str) -> str:
    """A key as the reader knows it, by Textual's name: `?` for `question_mark`."""
    before, plus, last = name.rpartition("+")
    return before + plus + _SIGNS.get(last, last)


class KeySigns(Struct, frozen=True):
    """The key to press for each action, as the configuration has it."""

    changed: Mapping[str, str] = field(default_factory=dict)
    """Textual's names of the keys of the actions that it changes, separated by commas."""

    def of(self, id: str) -> str:
        """The first key of an action: `n` for `link.next`."""
        return self.all_of(id)[0]

    def all_of(self, id: str) -> tuple[str, ...]:
        """All keys of an action: `n` and `alt+down` for `link.next`."""
        return tuple(map(key_sign, (self.changed.get(id) or KEYS[id].keys).split(",")))

    def cancel(self, message: str) -> str:
        """A message on what is being done, and the key that gives it up."""
        return f"{message} ({self.of('close')} to cancel)"


DEFAULT_SIGNS = KeySigns()
