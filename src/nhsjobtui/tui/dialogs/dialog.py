"""What all dialogs share: a box in the middle, escape closes it."""

import asyncio
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.events import DescendantFocus
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """A box over the panes; it gives None when the person goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self.opened = asyncio.Event()
        """Set once a field has the keys."""

    def _on_descendant_focus(self, event: DescendantFocus) -> None:
        self.opened.set()

    def action_close(self) -> None:
        """Go back without a choice."""
        self.dismiss(None)


class AddingDialog(Dialog[Result]):
    """A dialog in which ctrl+d, in any of its fields, adds what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+d", "add", show=False, priority=True)]

    def add(self) -> None:
        """Add what was typed."""
        raise NotImplementedError

    def action_add(self) -> None:
        """Add, once the field has taken in what was typed and pasted before; a key overtakes it."""
        (self.focused or self).call_later(self.add)
