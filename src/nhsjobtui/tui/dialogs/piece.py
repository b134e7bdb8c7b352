"""Add a general piece to the bank: a text that belongs to no one advert."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.tui.dialogs.dialog import AddingDialog
from nhsjobtui.tui.dialogs.fields import TextField


class PieceDialog(AddingDialog[str]):
    """One field; gives the id of the piece once it is kept."""

    def __init__(self, library: Library, draft: str) -> None:
        super().__init__()
        self._library = library
        self._text = TextField(draft, id="piece")
        self._problem = Static("", classes="problem", markup=False)

    @property
    def typed(self) -> str:
        """What was typed, for the next time if it was not added."""
        return self._text.text

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Vertical(classes="box"):
            yield Static("A general piece for the bank, for no one advert", markup=False)
            yield self._text
            yield self._problem
            yield Button("Add it (ctrl+d)", compact=True)
            yield Static("escape goes back; what you typed stays", classes="hint", markup=False)

    def on_button_pressed(self) -> None:
        """Add with the mouse."""
        self.add()

    def add(self) -> None:
        """Keep the piece."""
        try:
            self.dismiss(self._library.bank.add(self.typed).id)
        except NhsJobTuiError as error:
            self._problem.update(Content(str(error)))
