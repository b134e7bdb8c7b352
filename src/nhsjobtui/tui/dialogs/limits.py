"""How long a statement may be."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from nhsjobtui.clean import clean_line
from nhsjobtui.model.statement import Plan
from nhsjobtui.tui.dialogs.dialog import Dialog
from nhsjobtui.tui.dialogs.fields import CleanInput


class LimitsDialog(Dialog[tuple[int, int]]):
    """Words and characters at most; 0 is no limit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._words = CleanInput(str(plan.word_limit), id="words", compact=True)
        self._characters = CleanInput(str(plan.character_limit), id="characters", compact=True)
        self._problem = Static("", classes="problem", markup=False)

    def compose(self) -> ComposeResult:
        """Lay out the two fields."""
        with Vertical(classes="box"):
            yield Static("How long may the statement be? 0 is no limit.", markup=False)
            for name, field in (("Words", self._words), ("Characters", self._characters)):
                yield Horizontal(Static(name, classes="label"), field, classes="row")
            yield self._problem
            yield Static(
                "enter keeps it · tab next field · escape goes back", classes="hint", markup=False
            )

    def on_input_submitted(self) -> None:
        """Give the limits, or say which is no number."""
        found = []
        for field in (self._words, self._characters):
            typed = field.value.strip().replace(",", "") or "0"
            if not (typed.isascii() and typed.isdigit() and len(typed) < 9):
                self._problem.update(Content(f"“{clean_line(field.value)}” is not a number."))
                return
            found.append(int(typed))
        self.dismiss((found[0], found[1]))
