"""Write a note on a passage or a link."""

from __future__ import annotations

from msgspec import Struct
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, TextArea

from tui.model.symbols import to_ascii
from tui.session.marks import MAX_DRAFT_LENGTH, MAX_NOTE_LENGTH
from tui.sources.clean import clean_text
from tui.ui.panels.page import Panel
from tui.ui.widgets.key_footer import KeyFooter

NEAR_LIMIT = MAX_NOTE_LENGTH * 9 // 10
"""Characters from which the length of a note is shown."""
KEYS = "enter saves · ctrl+j new line · escape saves a draft"


class EditedNote(Struct, frozen=True):
    """The text of a note: a draft if not `saved`. An empty saved note is deleted."""

    text: str
    saved: bool


class NoteArea(TextArea):
    """A text area that cleans pasted text and is submitted with enter."""

    BINDINGS = [
        Binding("enter", "submit", "save", priority=True, id="note.save"),
        Binding("ctrl+j,alt+enter", "new_line", "new line", id="note.line"),
    ]

    class Submitted(Message):
        """The reader pressed enter to save the note."""

    async def _on_paste(self, event: events.Paste) -> None:
        # Textual calls this before the handler of the class above, which inserts the text.
        event.text = clean_text(event.text)[0]
        event.stop()

    def action_submit(self) -> None:
        self.post_message(self.Submitted())

    def action_new_line(self) -> None:
        self.insert("\n")


class NoteScreen(Panel[EditedNote]):
    """Edits a note; closed without saving, it leaves a draft."""

    CSS_PATH = "panels.tcss"
    HELP = "**enter** or **ctrl+s** saves, **ctrl+j** starts a new line, **escape** saves a draft for later."
    AUTO_FOCUS = "NoteArea"
    BINDINGS = [
        Binding("ctrl+s", "save", "save", priority=True, id="note.save_too"),
        Binding("escape", "draft", "keep as a draft", priority=True, id="note.draft"),
    ]

    def __init__(self, about: str, note: str = "", draft: str = "", ascii: bool = False) -> None:
        """Edit the note on `about`, the first words of a passage. A `draft` replaces the saved `note`."""
        super().__init__()
        self._about = about
        self._note, self._draft = (clean_text(text)[0] for text in (note, draft))
        self._ascii = ascii

    def compose(self) -> ComposeResult:
        yield Label(Content(to_ascii(self._title(), self._ascii)))
        area = NoteArea(self._draft or self._note, soft_wrap=True, tab_behavior="focus", compact=True)
        area.cursor_blink = False
        yield area
        yield Label(id="note-keys")
        yield KeyFooter()

    def _title(self) -> str:
        draft = " · your draft" if self._draft else ""
        return f"{'Note' if self._note else 'New note'} on {self._about}{draft}"

    def on_mount(self) -> None:
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        self.show_length()

    @on(NoteArea.Changed)
    def show_length(self) -> None:
        """The keys, and how long the note is once it comes near the limit."""
        length = len(self.text)
        near = f"{length:,} of at most {MAX_NOTE_LENGTH:,} characters · " if length > NEAR_LIMIT else ""
        self._say(f"{near}{KEYS}")

    def _say(self, line: str) -> None:
        self.query_one("#note-keys", Label).update(Content(to_ascii(line, self._ascii)))

    def _fits(self, limit: int, name: str) -> bool:
        """Whether the text is short enough; says so if it is not, and the panel stays open."""
        if len(self.text) <= limit:
            return True
        rest = "; escape saves it as a draft" if limit < MAX_DRAFT_LENGTH else ""
        self._say(f"not saved: {len(self.text):,} characters, and a {name} has at most {limit:,}{rest}")
        self.app.bell()
        return False

    @property
    def text(self) -> str:
        """The text as it is now, to be saved as a draft if the program ends."""
        return clean_text(self.query_one(NoteArea).text)[0].strip()

    def on_note_area_submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        if self._fits(MAX_NOTE_LENGTH, "note"):
            self.dismiss(EditedNote(self.text, True))

    def action_draft(self) -> None:
        """Close the panel; unsaved changes become a draft."""
        if self._fits(MAX_DRAFT_LENGTH, "draft"):
            self.dismiss(self.unsaved)

    @property
    def unsaved(self) -> EditedNote:
        """The answer if the panel is closed as it is: the changes, as a draft."""
        return EditedNote("" if self.text == self._note.strip() else self.text, False)
