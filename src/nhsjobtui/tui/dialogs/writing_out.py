"""Write an application out to a file; one that is there is replaced only when told twice."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.model.whole import Application
from nhsjobtui.tui.dialogs.dialog import Dialog
from nhsjobtui.tui.dialogs.fields import CleanInput
from nhsjobtui.writing.files import check_place, write_file
from nhsjobtui.writing.formats import Format, format_of, written

_FORMS = (
    ".docx Word · .md Markdown · .txt plain text: the statement",
    ".toml .json: everything, to be imported again",
    ".overview.md one page on the application",
    ".ics its dates, for a calendar",
)
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9-]+")


class WriteOutDialog(Dialog[str]):
    """One field with the file's name; its ending says in which form. Gives what to say."""

    def __init__(self, whole: Application, ref: str, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._whole = whole
        self._clock = clock
        name = _NOT_IN_NAMES.sub("-", ref).strip("-") or "application"
        self._field = CleanInput(f"statement-{name}.docx", id="file", compact=True)
        self._folder = Static("", classes="hint", markup=False)
        self._problem = Static("", classes="problem", markup=False)
        self._warned: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out the name, the forms, and where it goes."""
        with Vertical(classes="box"):
            yield Static("Write this application out to the file", markup=False)
            yield self._field
            for line in _FORMS:
                yield Static(line, classes="hint", markup=False)
            yield self._folder
            yield self._problem
            yield Static("enter writes it · escape goes back", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Put the cursor into the name, before its ending."""
        self._field.focus()
        self._folder.update(Content(f"A name without a folder goes into {Path.cwd()}."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it, or say why not."""
        event.stop()
        try:
            path, form = self._meant(event.value)
            if path.exists() and self._warned != path:
                self._warned = path
                self._say(f"{path.name} is there already; enter again replaces it.")
                return
            write_file(written([self._whole], form, self._clock()), path)
        except NhsJobTuiError as error:
            self._say(str(error))
            return
        self.dismiss(f"Written to {clean_line(str(path.absolute()))}.")

    def _meant(self, typed: str) -> tuple[Path, Format]:
        """Return the file and its form; raise InputError where there can be none."""
        name = typed.strip().strip("'\"")
        if not name:
            raise InputError("Name the file.")
        try:
            path = Path(name).expanduser()
        except RuntimeError as error:
            raise InputError(f"There is no home folder {clean_line(name)}.") from error
        form = format_of(path.name)
        if form is None:
            raise InputError("The ending says in which form.", "For Word: .docx")
        check_place(path)
        return path, form

    def _say(self, sentence: str) -> None:
        self._problem.update(Content(clean_line(sentence)))
