"""Add criteria by hand, for a specification that is only in a document."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Button, Input, Static

from nhsjobtui.clean import clean_line
from nhsjobtui.model.advert import Group
from nhsjobtui.reading import read_criteria
from nhsjobtui.tui.dialogs.dialog import AddingDialog
from nhsjobtui.tui.dialogs.fields import CleanInput, TextField


class AddCriteria(AddingDialog[tuple[Group, ...]]):
    """One criterion a line, or a pasted specification with its headings."""

    def __init__(self, groups: Sequence[str], draft: str) -> None:
        super().__init__()
        self._text = TextField(draft, id="texts")
        self._group = CleanInput(
            placeholder="their group, if they have one",
            suggester=SuggestFromList([group for group in groups if group], case_sensitive=False),
            compact=True,
        )
        self._essential = True
        self._class = Button(self._class_words(), id="class", compact=True)
        self._problem = Static("", classes="problem", markup=False)

    @property
    def typed(self) -> str:
        """What was typed, for the next time if it was not added."""
        return self._text.text

    def compose(self) -> ComposeResult:
        """Lay out the list, the group and the class."""
        with Vertical(classes="box"):
            yield Static("Criteria, one a line: type them, or paste the specification")
            yield self._text
            yield self._group
            yield self._class
            yield self._problem
            yield Button("Add them (ctrl+d)", id="add", compact=True)
            yield Static("tab next field · escape goes back", classes="hint", markup=False)

    def _class_words(self) -> str:
        kind = "essential" if self._essential else "desirable"
        return f"They are {kind} where no heading says so (enter changes it)"

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Change the class, or add."""
        if event.button is self._class:
            self._essential = not self._essential
            self._class.label = Content(self._class_words())
        else:
            self.add()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add with enter in the group field."""
        self.add()

    def add(self) -> None:
        """Give what was typed."""
        groups, classed = read_criteria(self.typed)
        if not groups:
            self._problem.update(Content("There is nothing to add yet."))
            return
        name = clean_line(self._group.value)
        if not classed and not self._essential:
            groups = tuple(Group(g.name, (), g.essential + g.desirable) for g in groups)
        self.dismiss(tuple(Group(g.name or name, g.essential, g.desirable) for g in groups))
