"""How far an application has come, with the day and a note where there is something to note."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static

from nhsjobtui.clean import clean_line
from nhsjobtui.model.application import STAGES, Stage, StageDetail
from nhsjobtui.model.dates import read_date, read_time
from nhsjobtui.tui.dialogs.fields import CleanInput
from nhsjobtui.tui.dialogs.list_dialog import ListDialog

_CHOICES: tuple[Stage | None, ...] = (*STAGES, None)


class Noted(NamedTuple):
    """The stage chosen and what goes with it."""

    stage: Stage | None
    day: date | None
    time: str | None
    note: str


def stage_words(stage: Stage | None) -> str:
    """Return a stage in words."""
    return stage.replace("_", " ") if stage else "no stage"


class StageDialog(ListDialog[Noted]):
    """A stage; tab goes on to its day and a note, enter anywhere keeps all of it."""

    def __init__(
        self, title: str, current: Stage | None, noted: Sequence[StageDetail], draft: str
    ) -> None:
        super().__init__()
        self._title = title
        self._current = current
        self._noted = {detail.stage: detail for detail in noted}
        self._list = OptionList(
            *(Content(f"{'●' if s == current else ' '} {stage_words(s)}") for s in _CHOICES),
            compact=True,
        )
        self._when = CleanInput(placeholder="3 June 2026 10:00", id="when", compact=True)
        self._note = CleanInput(draft, placeholder="who, where …", id="note", compact=True)
        self._said = Static("", classes="hint", markup=False)
        self._problem = Static("", classes="problem", markup=False)

    @property
    def typed(self) -> str:
        """The note that was typed, for the next time if it was not kept."""
        return self._note.value

    def compose(self) -> ComposeResult:
        """Lay out the stages, the day and the note."""
        with Vertical(classes="box"):
            yield Static(Content(clean_line(self._title)), markup=False)
            yield self._list
            yield Horizontal(Static("When", classes="label"), self._when, classes="row")
            yield Horizontal(Static("Note", classes="label"), self._note, classes="row")
            yield self._said
            yield self._problem
            yield Static(
                "enter keeps it · tab day and note, if any · escape", classes="hint", markup=False
            )

    def on_mount(self) -> None:
        """Start at the stage there is now."""
        self._problem.display = False
        self._list.highlighted = _CHOICES.index(self._current) if self._current else 0

    def on_key(self, event: Key) -> None:
        """Go to the next stage that begins with the letter typed."""
        if self._list.has_focus:
            self.go_to_letter(event.character, [stage_words(stage) for stage in _CHOICES])

    def on_option_list_option_highlighted(self) -> None:
        """Say what was noted of this stage before."""
        detail = self._noted.get(stage) if (stage := self._chosen) else None
        parts = []
        if detail is not None:
            parts = [detail.when, detail.note]
        said = ", ".join(part for part in parts if part)
        self._said.update(Content(clean_line(f"Noted before: {said}" if said else "")))
        self._said.display = bool(said)

    @property
    def _chosen(self) -> Stage | None:
        return _CHOICES[self._list.highlighted or 0]

    def on_option_list_option_selected(self) -> None:
        """Keep it."""
        self._keep()

    def on_input_submitted(self) -> None:
        """Keep it."""
        self._keep()

    def _keep(self) -> None:
        typed, note = self._when.value.strip(), self._note.value.strip()
        day, time = read_date(typed), read_time(typed)
        if typed and (day is None or (":" in typed and time is None)):
            self._say(f"“{clean_line(typed)}” is not a day and time: write 3 June 2026 10:00.")
        elif self._chosen is None and (typed or note):
            self._say("A day or a note goes with a stage: choose one above.")
        else:
            self.dismiss(Noted(self._chosen, day, time, note))

    def _say(self, sentence: str) -> None:
        self._problem.update(Content(sentence))
        self._problem.display = True
