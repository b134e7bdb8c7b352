"""Where the filter and the find words are typed; loaded when first used."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from nhsjobtui.clean import clean_line


class SearchInput(Input):
    """A line that gives the keys back with enter or escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(False)", show=False),
        Binding("enter,down,tab", "leave(True)", show=False),
    ]

    # Textual lays the whole screen out for each letter; this line never changes its size.
    value = reactive("", init=False)
    virtual_size = reactive(Size(0, 0), init=False)

    KEYS = "enter keeps it · escape clears it"

    class Left(Message):
        """The person is done typing; `keep` is False when they want everything back."""

        def __init__(self, keep: bool) -> None:
            super().__init__()
            self.keep = keep

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)

    def action_leave(self, keep: bool) -> None:
        """Stop typing."""
        self.post_message(self.Left(keep))

    def on_paste(self, event: Paste) -> None:
        """Take no invisible or active characters in."""
        event.text = clean_line(event.text)
