"""What the screens that work at one application share; they lie over the panes."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache
from typing import ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.events import DescendantFocus, Key
from textual.screen import Screen

from nhsjobtui.keys import Place, actions_in, key_name, key_names
from nhsjobtui.library import Library
from nhsjobtui.tui.bars import KeyBar, StatusLine
from nhsjobtui.tui.editor import Editor
from nhsjobtui.tui.messages import Said

_LOOK_EVERY = 1.0
"""Seconds between looks at whether the library was changed elsewhere."""


@cache
def _of_panes_alone(where: Place) -> frozenset[str]:
    """Return the keys of one character that work in the panes and not in a screen over them."""
    panes: tuple[Place, ...] = ("list", "advert", "checklist")
    theirs = {key for pane in panes for action in actions_in(pane) for key in action.keys}
    ours = {key for action in actions_in(where) for key in action.keys}
    return frozenset(key for key in theirs - ours if len(key_name(key)) == 1)


class OverScreen(Screen[None]):
    """A screen on one advert with an editor that saves while the person types."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = []
    WHERE: ClassVar[Place]
    editor: Editor

    def __init__(
        self,
        library: Library,
        open_reader: Callable[[], Library],
        clock: Callable[[], datetime],
        advert_id: int,
    ) -> None:
        super().__init__()
        self.library = library
        self.open_reader = open_reader
        self.clock = clock
        self.advert_id = advert_id
        self.entry = library.entry(advert_id)
        self.status = StatusLine()
        self.key_bar = KeyBar()
        self._watcher: Library | None = None

    def watch_library(self) -> None:
        """Begin to look whether another window or a command changes the library."""
        # A connection of its own: the panes' one answers only once that something has changed.
        self._watcher = self.open_reader()
        self._watcher.changed_elsewhere()
        self.set_interval(_LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self._watcher is not None and self._watcher.changed_elsewhere():
            self.editor.look()
            if self.library.heads([self.advert_id]):
                self.reread()
            elif self.saved():
                self.dismiss(None)  # joined with another

    def on_unmount(self) -> None:
        """Let go of the library file."""
        if self._watcher is not None:
            self._watcher.close()

    def reread(self) -> None:
        """Read the advert again and show it."""
        raise NotImplementedError

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence in the status line."""
        self.status.tell(sentence, problem=problem)

    def flush(self) -> bool:
        """Save what is being written; return whether everything is."""
        return self.editor.flush()

    def saved(self) -> bool:
        """Save what is being written; say so where that fails."""
        if self.flush():
            return True
        self.tell("What you typed cannot be saved yet; it stays here.", problem=True)
        return False

    def leave(self) -> None:
        """Go back to the panes, unless something typed would be lost."""
        if self.saved():
            self.dismiss(None)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say the keys of the field typed in."""
        self.key_bar.typing = getattr(event.widget, "KEYS", "")

    def on_said(self, message: Said) -> None:
        """Show a sentence."""
        self.tell(message.sentence, problem=message.problem)

    def on_key(self, event: Key) -> None:
        """Say where a key of the panes works, which would do nothing here."""
        if not self.editor.has_focus and event.key in _of_panes_alone(self.WHERE):
            self.tell(f"{key_name(event.key)} works in the panes: escape goes back to them.")

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """Press the key that was clicked."""
        self.app.call_later(self.app.simulate_key, message.key)

    @work
    async def action_help(self) -> None:
        """Show the keys that work here."""
        from nhsjobtui.tui.dialogs.help import KeysHelp

        if key := await self.app.push_screen_wait(KeysHelp(self.WHERE)):
            self.app.call_later(self.app.simulate_key, key)

    def action_palette(self) -> None:
        """Show everything by name."""
        self.app.action_command_palette()

    def commands(self) -> Iterable[SystemCommand]:
        """Name in the palette what can be done here."""
        for action in actions_in(self.WHERE):
            if action.title:
                name = action.id
                yield SystemCommand(
                    action.title,
                    f"key: {key_names(action)}",
                    lambda name=name: self.app.call_later(self.run_action, name),
                )
