"""What needs doing, and the applications by stage; enter goes to the advert."""

from collections.abc import Sequence
from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from nhsjobtui.clean import clean_line
from nhsjobtui.library import Head
from nhsjobtui.model.dates import day_words
from nhsjobtui.tui.dialogs.list_dialog import ListDialog
from nhsjobtui.writing.board import Column, Todo


class ApplicationsDialog(ListDialog[int]):
    """Headings with what stands under them; gives the id of the advert to go to."""

    def __init__(self, todos: Sequence[Todo], columns: Sequence[Column], now: datetime) -> None:
        super().__init__()
        self._rows: list[int | None] = []
        options: list[Option] = []

        def put(content: Content, advert_id: int | None) -> None:
            options.append(Option(content, disabled=advert_id is None))
            self._rows.append(advert_id)

        put(_heading(f"What needs doing ({len(todos)})"), None)
        if not todos:
            put(Content("  Nothing closes within a week, no interview, no long wait."), None)
        for todo in todos:
            put(_todo(todo), todo.head.id)
        for column in columns:
            put(_heading(f"{column.name} ({len(column.heads)})"), None)
            for head in column.heads:
                put(_head(head, now), head.id)
        if not columns:
            put(_heading("Applications"), None)
            put(Content("  None yet: S gives an advert a stage, w begins to write."), None)
        self._list = OptionList(*options, compact=True)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="box"):
            yield self._list
            yield Static("enter goes to the advert · escape goes back", classes="hint")

    def on_mount(self) -> None:
        """Start at the first thing that can be gone to."""
        self._list.focus()
        self._list.action_first()
        self._list.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the advert."""
        self.dismiss(self._rows[event.option_index])


def _heading(words: str) -> Content:
    return Content.styled(words, "bold $text-primary")


def _todo(todo: Todo) -> Content:
    urgent = "" if todo.kind == "waiting" else "bold"
    return Content.assemble(
        (f"  {clean_line(todo.head.title or todo.head.ref)}\n", ""),
        (f"    {clean_line(todo.sentence)}", urgent),
    )


def _head(head: Head, now: datetime) -> Content:
    counts = head.coverage
    said = []
    if head.closing is not None:
        closed = head.state(now) != "open"
        said.append(f"{'closed' if closed else 'closes'} {day_words(head.closing)}")
    if counts.essential_of:
        said.append(f"essential {counts.essential_met} of {counts.essential_of} ticked")
    return Content(
        f"  {clean_line(head.title or head.ref)}\n"
        f"    {clean_line(', '.join(filter(None, (*said, head.employer))))}"
    )
