"""The keys of the reading screen, as data: what `?` lists, and what the configuration may change."""

from __future__ import annotations

from msgspec import Struct


class Key(Struct, frozen=True):
    """One thing a reader can do, and the keys that do it unless the configuration says otherwise."""

    id: str
    """Its name in the configuration file."""
    keys: str
    """Names of keys as Textual has them, separated by commas."""
    action: str
    label: str
    """What it does, in a few words: in the help and the palette."""
    footer: str = ""
    """Its word in the footer; empty: not in the footer. Keys with the same word share it."""
    sign: str = ""
    """What the footer shows as the key; empty: the first of `keys`."""


READING_KEYS = (
    Key("link.next", "n,alt+down", "next(1)", "Next link (or hit, while searching)", "link", "n"),
    Key("link.previous", "N,alt+up", "next(-1)", "Previous link (or hit)", "link", "N"),
    Key("side.cross", "tab,shift+tab,h,l,left,right", "cross", "To the counterpart", "across", "tab"),
    Key("difference.next", "x", "next_difference(1)", "Next passages that disagree", "differs", "x"),
    Key("only.next", "o", "next_alone(1)", "Next passage only this article has", "only", "o"),
    Key("find", "slash", "find", "Search both articles", "find", "/"),
    Key("topic.list", "t", "topics", "List the topics both articles treat", "topics"),
    Key("threshold.raise", "plus,equals_sign", "stricter(1)", "Fewer and surer links", "strict", "+"),
    Key("threshold.lower", "minus", "stricter(-1)", "More links, less sure ones too", "strict", "-"),
    Key("help", "question_mark,f1", "help", "Help", "help", "?"),
    Key("quit", "q,ctrl+q", "app.quit", "Quit", "quit", "q"),
    # Not in the footer.
    Key("link.after", "right_square_bracket", "next_link(1)", "Next link, also while searching"),
    Key("link.before", "left_square_bracket", "next_link(-1)", "Previous link, also while searching"),
    Key("link.level", "z", "level", "Both passages of the link on one row"),
    Key("link.detail", "enter", "detail", "The link in full"),
    Key("strip.toggle", "d", "strip", "Show or hide the strip under the articles"),
    Key("difference.previous", "X", "next_difference(-1)", "Previous passages that disagree"),
    Key("difference.list", "D", "ledger", "List what the articles say differently"),
    Key("words", "i", "words", "The words the articles choose"),
    Key("only.previous", "O", "next_alone(-1)", "Previous passage only this article has"),
    Key("only.filter", "u", "only_alone", "Show only what one article has, or all"),
    Key("passage.next", "right_curly_bracket", "next_passage(1)", "Next passage"),
    Key("passage.previous", "left_curly_bracket", "next_passage(-1)", "Previous passage"),
    Key("jump.back", "backspace,ctrl+o", "back", "Back to where you were before a jump"),
    Key("scroll.down", "j,down,ctrl+e", "scroll_rows(1)", "Line down"),
    Key("scroll.up", "k,up,ctrl+y", "scroll_rows(-1)", "Line up"),
    Key("scroll.half_down", "ctrl+d", "scroll_pages(0.5)", "Half a page down"),
    Key("scroll.half_up", "ctrl+u", "scroll_pages(-0.5)", "Half a page up"),
    Key("scroll.page_down", "space,pagedown,ctrl+f", "scroll_pages(1)", "Page down"),
    Key("scroll.page_up", "b,pageup,ctrl+b", "scroll_pages(-1)", "Page up"),
    Key("scroll.beginning", "g,home", "scroll_to_end(-1)", "Beginning"),
    Key("scroll.end", "G,end", "scroll_to_end(1)", "End"),
    Key("scroll.together", "s", "together", "Scroll the articles together, or each alone"),
    Key("filter", "f", "filter", "Filter links by relation or kind"),
    *(Key(f"topic.keep_{k}", str(k), f"keep_topic({k - 1})", f"Keep topic {k}") for k in range(1, 10)),
    Key("topic.all", "0", "keep_topic(-1)", "All topics"),
    Key("pin", "p", "pin", "Pin this passage to one of the other article"),
    Key("reject", "P", "reject", "Not a match: drop this link"),
    Key("map", "M", "map", "Map of the whole comparison"),
    Key("furniture.fold", "v", "furniture", "Unfold or fold bylines, captions, credits"),
    Key("divider.left", "less_than_sign", "divide(-1)", "Divider to the left"),
    Key("divider.right", "greater_than_sign", "divide(1)", "Divider to the right"),
    Key("layout", "w", "layout", "Layout: side by side, stacked, one article"),
    Key("copy.passage", "y", "copy_passage", "Copy the passage"),
    Key("copy.link", "Y", "copy_link", "Copy both passages with their sources"),
    Key("mark", "m", "mark", "Mark the link or passage, or take the mark away"),
    Key("note", "a", "note", "Write a note on the link or passage"),
    Key("marks", "apostrophe", "marks", "List marks and notes"),
    Key("route", "r", "route", "The short route: one article, and what the other adds"),
    Key("tour", "T", "tour", "Tour from topic to topic"),
    Key("recents", "R", "recents", "Comparisons of late"),
    Key("progress", "number_sign", "progress", "How much is read, and the minutes left"),
    Key("save", "ctrl+s", "save", "Save a report of the comparison"),
    Key("open", "colon", "open", "Open another source on this side"),
    Key("open.former", "U", "former", "Back to the articles before the last opened"),
    Key("extraction", "c", "extraction", "Take more, or less, of a web page for the article"),
    Key("close", "escape", "close", "Close the search, the filter, what is open"),
)
