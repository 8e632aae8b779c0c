"""The keys of the reading screen. Every binding has an id, so that it can be changed by name."""

from __future__ import annotations

from textual.binding import Binding, BindingType

LINK = Binding.Group("link", compact=True)
STRICT = Binding.Group("strict", compact=True)

READING_KEYS: list[BindingType] = [
    Binding(
        "n,right_square_bracket,alt+down",
        "next_link(1)",
        "Next link",
        key_display="n",
        tooltip="Go to the next linked passages",
        id="link.next",
        group=LINK,
    ),
    Binding(
        "N,left_square_bracket,alt+up",
        "next_link(-1)",
        "Previous link",
        key_display="N",
        tooltip="Go to the linked passages before",
        id="link.previous",
        group=LINK,
    ),
    Binding(
        "tab,h,l,left,right,shift+tab",
        "cross",
        "other side",
        key_display="tab",
        tooltip="Go to the other article, at the counterpart",
        id="side.cross",
    ),
    Binding(
        "z",
        "level",
        "level",
        tooltip="Put both passages of the link on one row",
        id="link.level",
    ),
    Binding("t", "topics", "topics", tooltip="List the topics both articles treat", id="topic.list"),
    Binding(
        "plus,equals_sign",
        "stricter(1)",
        "Stricter",
        key_display="+",
        tooltip="Show fewer and surer links",
        id="threshold.raise",
        group=STRICT,
    ),
    Binding(
        "minus",
        "stricter(-1)",
        "Looser",
        key_display="-",
        tooltip="Show more links, less sure ones too",
        id="threshold.lower",
        group=STRICT,
    ),
    Binding(
        "v",
        "furniture",
        "fold",
        tooltip="Fold or unfold bylines, captions ...",
        id="furniture.fold",
    ),
    Binding("question_mark,f1", "help", "help", key_display="?", id="help"),
    Binding("q,ctrl+q", "app.quit", "quit", key_display="q", id="quit"),
    # Not in the footer: what every reader of a pager has in the fingers.
    Binding("j,down,ctrl+e", "scroll_rows(1)", "Line down", show=False, id="scroll.down"),
    Binding("k,up,ctrl+y", "scroll_rows(-1)", "Line up", show=False, id="scroll.up"),
    Binding("ctrl+d", "scroll_pages(0.5)", "Half a page down", show=False, id="scroll.half_down"),
    Binding("ctrl+u", "scroll_pages(-0.5)", "Half a page up", show=False, id="scroll.half_up"),
    Binding("space,pagedown,ctrl+f", "scroll_pages(1)", "Page down", show=False, id="scroll.page_down"),
    Binding("b,pageup,ctrl+b", "scroll_pages(-1)", "Page up", show=False, id="scroll.page_up"),
    Binding("g,home", "scroll_to_end(-1)", "Beginning", show=False, id="scroll.beginning"),
    Binding("G,end", "scroll_to_end(1)", "End", show=False, id="scroll.end"),
    Binding("right_curly_bracket", "next_passage(1)", "Next passage", show=False, id="passage.next"),
    Binding(
        "left_curly_bracket",
        "next_passage(-1)",
        "Previous passage",
        show=False,
        id="passage.previous",
    ),
    *(
        Binding(str(k), f"keep_topic({k - 1})", f"Keep topic {k}", show=False, id=f"topic.keep_{k}")
        for k in range(1, 10)
    ),
    Binding("0", "keep_topic(-1)", "All topics", show=False, id="topic.all"),
]
