"""What the dialogs with a list share: the keys that move in it."""

from collections.abc import Sequence
from typing import ClassVar, Generic

from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from nhsjobtui.tui.dialogs.dialog import Dialog, Result

_TAKEN = "jkgq"


class ListDialog(Dialog[Result], Generic[Result]):
    """A dialog whose `_list` is moved in as the panes are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move('cursor_down')", show=False),
        Binding("k", "move('cursor_up')", show=False),
        Binding("g", "move('first')", show=False),
        Binding("G", "move('last')", show=False),
        Binding("q", "close", show=False),
    ]
    _list: OptionList

    def action_move(self, way: str) -> None:
        """Move in the list."""
        getattr(self._list, f"action_{way}")()

    def go_to_letter(self, character: str | None, words: Sequence[str]) -> None:
        """Go to the next option whose words begin with a letter that was typed."""
        letter = (character or "").casefold()
        if letter.isalpha() and letter not in _TAKEN:
            start = (self._list.highlighted or 0) + 1
            places = [*range(start, len(words)), *range(start)]
            found = [place for place in places if words[place].casefold().startswith(letter)]
            if found:
                self._list.highlighted = found[0]
