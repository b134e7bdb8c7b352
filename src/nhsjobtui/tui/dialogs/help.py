"""The keys that work in the pane the person is in."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from nhsjobtui.keys import Place, actions_in, key_names
from nhsjobtui.tui.dialogs.list_dialog import ListDialog

_KEYS_WIDTH = 17
_NAMES: dict[Place, str] = {
    "list": "the list of adverts",
    "advert": "the advert",
    "checklist": "the checklist",
    "preparing": "the preparing view",
    "interview": "the interview view",
}


class KeysHelp(ListDialog[str]):
    """Every key of one pane; enter presses the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "close", show=False),
    ]

    def __init__(self, where: Place) -> None:
        super().__init__()
        self._where = where
        self._actions = actions_in(where)
        self._list = OptionList(
            *(
                Content.assemble((f"{key_names(action):<{_KEYS_WIDTH}}", "bold"), action.help)
                for action in self._actions
            ),
            compact=True,
        )

    def compose(self) -> ComposeResult:
        """Lay out the keys."""
        with Vertical(classes="box"):
            yield Static(Content(f"Keys in {_NAMES[self._where]}"), markup=False)
            yield self._list
            yield Static("enter does it · escape goes back", classes="hint", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the key of what was chosen."""
        self.dismiss(self._actions[event.option_index].keys[0])
