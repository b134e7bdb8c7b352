"""Where evidence is written in the preparing view."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from nhsjobtui.tui.editor import Editor

_STEPS = {"tab": 1, "shift+tab": -1}


class EvidenceEditor(Editor):
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

    def on_key(self, event: Key) -> None:
        """Go on or away at once: what was typed ahead belongs to what comes next."""
        if self.screen.focused is not self:
            self.app.post_message(Key(event.key, event.character))
        elif event.key == "escape":
            self._to_list()
        elif step := _STEPS.get(event.key):
            self._go(step)
        else:
            return
        event.stop()
        event.prevent_default()
