"""Where evidence is written in the preparing view."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from nhsjobtui.tui.editor import Editor
from nhsjobtui.tui.typed_ahead import TypedAhead

_STEPS = {"tab": 1, "shift+tab": -1}


class EvidenceEditor(TypedAhead, Editor):
    """Where the text for the criterion under the cursor is written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.page_up", show=False),
        Binding("pagedown", "screen.page_down", show=False),
    ]
    KEYS = "tab next · ctrl+g written before · ctrl+t STAR · ctrl+l statement · escape"

    def __init__(self, go: Callable[[int], None], leave: Callable[[], None]) -> None:
        super().__init__(id="writing")
        self._go = go
        self._to_list = leave

    def leave_by(self, key: str) -> bool:
        """Go on to another criterion, or back to the list."""
        if key == "escape":
            self._to_list()
        elif step := _STEPS.get(key):
            self._go(step)
        else:
            return False
        return True
