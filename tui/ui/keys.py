"""The keys of the reading screen, as data: listed by `?`, changed by the configuration file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

APP = "app"
"""Feature name for actions of the app itself."""


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
    sign: str = ""
    """Key shown in the footer; empty for the first of `keys`."""

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


FOOTER_KEYS = (
    Key("link.next", "n,alt+down", "navigation.next", "Next link (or hit, while searching)", 1, "link", "n"),
    Key("link.previous", "N,alt+up", "navigation.next", "Previous link (or hit)", -1, "link", "N"),
    Key(
        "side.cross",
        "tab,shift+tab,h,l,left,right",
        "navigation.cross",
        "To the counterpart",
        footer="across",
        sign="tab",
    ),
    Key("difference.next", "x", "differences.next", "Next passages that disagree", 1, "differs", "x"),
    Key("only.next", "o", "navigation.next_unmatched", "Next passage only in this article", 1, "only", "o"),
    Key("find", "slash", "search.open", "Search both articles", footer="find", sign="/"),
    Key("topic.list", "t", "filters.topics", "Topics in both articles", footer="topics"),
    Key(
        "threshold.raise",
        "plus,equals_sign",
        "filters.threshold",
        "Fewer, more certain links",
        1,
        "strict",
        "+",
    ),
    Key("threshold.lower", "minus", "filters.threshold", "More, less certain links", -1, "strict", "-"),
    Key("help", "question_mark,f1", "panels.help", "Help", footer="help", sign="?"),
    Key("quit", "q,ctrl+q", "app.quit", "Quit", footer="quit", sign="q"),
)
OTHER_KEYS = (
    Key("link.after", "right_square_bracket", "navigation.next_link", "Next link, even in a search", 1),
    Key(
        "link.before",
        "left_square_bracket",
        "navigation.next_link",
        "Previous link, even in a search",
        -1,
    ),
    Key("link.level", "z", "navigation.level", "Both passages of the link on one row"),
    Key("link.detail", "enter", "panels.detail", "The link in full"),
    Key("details.toggle", "d", "panes.toggle_details", "Show or hide the details bar"),
    Key("difference.previous", "X", "differences.next", "Previous passages that disagree", -1),
    Key("difference.list", "D", "differences.list", "List what the articles say differently"),
    Key("words", "i", "panels.words", "Word choice of the articles"),
    Key("only.previous", "O", "navigation.next_unmatched", "Previous passage only in this article", -1),
    Key("only.filter", "u", "filters.unmatched", "Show only passages without a counterpart, or all"),
    Key("passage.next", "right_curly_bracket", "navigation.next_passage", "Next passage", 1),
    Key("passage.previous", "left_curly_bracket", "navigation.next_passage", "Previous passage", -1),
    Key("jump.back", "backspace,ctrl+o", "navigation.back", "Back to the place before a jump"),
    Key("scroll.down", "j,down,ctrl+e", "scrolling.lines", "Line down", 1),
    Key("scroll.up", "k,up,ctrl+y", "scrolling.lines", "Line up", -1),
    Key("scroll.half_down", "ctrl+d", "scrolling.pages", "Half a page down", 0.5),
    Key("scroll.half_up", "ctrl+u", "scrolling.pages", "Half a page up", -0.5),
    Key("scroll.page_down", "space,pagedown,ctrl+f", "scrolling.pages", "Page down", 1),
    Key("scroll.page_up", "b,pageup,ctrl+b", "scrolling.pages", "Page up", -1),
    Key("scroll.beginning", "g,home", "scrolling.to_end", "Beginning", -1),
    Key("scroll.end", "G,end", "scrolling.to_end", "End", 1),
    Key("scroll.lock", "s", "scrolling.lock", "Scroll lock on or off"),
    Key("filter", "f", "filters.choose", "Filter links by relation or kind"),
    *(Key(f"topic.keep_{k}", str(k), "filters.topic", f"Only topic {k}", k - 1) for k in range(1, 10)),
    Key("topic.all", "0", "filters.topic", "All topics", -1),
    Key("pin", "p", "corrections.pin", "Pin this passage to one of the other article, or undo it"),
    Key("link.remove", "P", "corrections.remove", "Remove this link, or bring it back"),
    Key("map", "M", "panels.map", "Map of the whole comparison"),
    Key("boilerplate.fold", "v", "filters.boilerplate", "Unfold or fold bylines, captions, credits"),
    Key("divider.left", "less_than_sign", "panes.move_divider", "Divider to the left", -1),
    Key("divider.right", "greater_than_sign", "panes.move_divider", "Divider to the right", 1),
    Key("layout", "w", "panes.next_layout", "Layout: side by side, stacked, one article"),
    Key("copy.passage", "y", "exports.copy_passage", "Copy the passage"),
    Key("copy.link", "Y", "exports.copy_link", "Copy both passages with their sources"),
    Key("mark", "m", "marks.mark", "Mark the link or passage, or remove the mark"),
    Key("note", "a", "marks.note", "Write a note on the link or passage"),
    Key("marks", "apostrophe", "marks.list", "List marks and notes"),
    Key("route", "r", "routes.short_route", "Short route: one article, and what the other adds"),
    Key("tour", "T", "routes.tour", "Tour from topic to topic"),
    Key("open.recent", "R", "opening.recent", "Recent comparisons"),
    Key("progress", "number_sign", "sessions.progress", "How much has been seen, and the minutes left"),
    Key("save", "ctrl+s", "exports.save_report", "Save a report of the comparison"),
    Key("open", "colon", "opening.open", "Open another source on this side"),
    Key("open.undo", "U", "opening.undo", "Undo open: back to the previous article"),
    Key("extraction", "c", "opening.next_extraction", "Take more, or less, of a web page for the article"),
    Key("close", "escape", "search.close", "Close the search, the filter, whatever is open"),
)
READING_KEYS = FOOTER_KEYS + OTHER_KEYS

RENAMED_KEYS: Mapping[str, str] = {
    "strip.toggle": "details.toggle",
    "furniture.fold": "boilerplate.fold",
    "open.former": "open.undo",
    "recents": "open.recent",
    "reject": "link.remove",
    "scroll.together": "scroll.lock",
}
"""Key ids of version 0.1 in configuration files, and their current ids."""
