"""Add adverts: an address or reference, a saved file or folder, or the pasted text itself."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Button, Input, Static
from textual.worker import Worker, WorkerState, get_current_worker

from nhsjobtui.clean import clean, clean_line
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Added, Library
from nhsjobtui.library.intake import kind_of, not_here, read_file, saved_pages
from nhsjobtui.reading import read_advert
from nhsjobtui.tui.dialogs.dialog import Dialog
from nhsjobtui.tui.dialogs.fields import CleanInput, CleanTextArea

_AT_ONCE = 25
_HOW_TO_ADD = "name the file here."
_OUTCOMES = {"new": "Added", "updated": "Updated", "same": "Already in the library"}


class Imported(NamedTuple):
    """The advert to go to, and what to say."""

    advert_id: int
    sentence: str


class TargetInput(CleanInput):
    """Where a target is named; pasting several lines means the advert itself."""

    class PageDropped(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def on_paste(self, event: Paste) -> None:
        """Send several lines on to the larger field."""
        text = clean(event.text)  # terminals paste "\r" for a line end
        if "\n" in text.strip():
            event.prevent_default().stop()
            self.post_message(self.PageDropped(text))
        else:
            super().on_paste(event)


class ImportDialog(Dialog[Imported]):
    """One field for what can be named, one for what can be pasted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+d", "add_text", show=False, priority=True)
    ]

    def __init__(
        self, library: Library, open_library: Callable[[bool], Library], draft: str
    ) -> None:
        super().__init__()
        self._library = library
        self._open_library = open_library
        self._reading: Worker[None] | None = None
        self._target = TargetInput(
            placeholder="address, reference, file or folder", id="target", compact=True
        )
        self._text = CleanTextArea(draft, id="pasted", soft_wrap=True, tab_behavior="focus")
        self._result = Static("", classes="problem", markup=False)

    @property
    def typed(self) -> str:
        """What was pasted, for the next time if it was not added."""
        return self._text.text

    def compose(self) -> ComposeResult:
        """Lay out the two fields."""
        with Vertical(classes="box"):
            yield Static("Add an advert: a saved page (.html, .txt, .eml) or its address")
            yield self._target
            yield Static("or paste the advert's whole text here")
            yield self._text
            yield self._result
            yield Button("Add it (ctrl+d)", compact=True)
            yield Static(
                "enter adds the one named · tab next field · escape goes back",
                classes="hint",
                markup=False,
            )

    def on_target_input_page_dropped(self, message: TargetInput.PageDropped) -> None:
        """Take pasted lines for the advert itself."""
        self._text.insert(message.text)
        self._text.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Add what was named."""
        target = event.value.strip().strip("'\"")
        if target:
            self._try(target)

    def on_button_pressed(self) -> None:
        """Add with the mouse."""
        self.action_add_text()

    def action_add_text(self) -> None:
        """Add what was pasted, or else what was named."""
        text = self._text.text
        if not text.strip():
            self._target.focus()
            self._try(self._target.value.strip().strip("'\""))
            return
        try:
            added = self._add(self._library, text.encode(), "pasted text")
            self._text.text = ""
            self._give([added], 0)
        except NhsJobTuiError as error:
            self._say(str(error))

    def _try(self, target: str) -> None:
        try:
            path = str(Path(target).expanduser()) if target.startswith("~") else target
            kind = kind_of(path) if target else ""
            if kind == "file":
                self._give([self._add(self._library, read_file(Path(path)), Path(path).name)], 0)
            elif kind == "folder":
                self._folder(Path(path))
            else:
                self._known(target)
        except NhsJobTuiError as error:
            self._say(str(error))

    def _known(self, target: str) -> None:
        if not target:
            raise InputError("Name a page first, or paste the advert's text below.")
        try:
            advert_id = self._library.find(target)
        except InputError:
            raise not_here(target, _HOW_TO_ADD) from None
        self.dismiss(Imported(advert_id, "This advert is in the library already."))

    def _folder(self, folder: Path) -> None:
        """Add a folder's pages in a thread; escape stops it and keeps what came."""
        if self._reading is None:
            self._reading = self.run_worker(
                partial(self._read_folder, folder), thread=True, exit_on_error=False
            )

    def _read_folder(self, folder: Path) -> None:
        worker, app = get_current_worker(), self.app
        added: list[Added] = []
        failed = 0
        paths = list(saved_pages(folder, lambda error: None))
        with self._open_library(False) as library:
            for start in range(0, len(paths), _AT_ONCE):
                if worker.is_cancelled:
                    break
                done = start + len(paths[start : start + _AT_ONCE])
                with library.batch():
                    for path in paths[start:done]:
                        try:
                            added.append(self._add(library, read_file(path), path.name))
                        except InputError:
                            failed += 1
                said = f"{done} of {len(paths)} files read; escape stops."
                app.call_from_thread(self._say, said)
        app.call_from_thread(self._folder_read, folder, added, failed)

    def _folder_read(self, folder: Path, added: list[Added], failed: int) -> None:
        self._reading = None
        if added:
            self._give(added, failed)
        else:
            self._say(f"The folder {clean_line(str(folder))} holds no saved adverts.")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what stopped the reading of a folder."""
        if event.state is WorkerState.ERROR:
            self._reading = None
            self._say(str(event.worker.error))

    def action_close(self) -> None:
        """Go back; a folder that is being read is stopped first."""
        if self._reading is not None:
            self._reading.cancel()
        else:
            super().action_close()

    def _add(self, library: Library, data: bytes, name: str) -> Added:
        return library.add(read_advert(data, name), data, clean_line(name))

    def _give(self, added: list[Added], failed: int) -> None:
        last = added[-1]
        if len(added) == 1 and not failed:
            head = self._library.heads([last.advert_id])[last.advert_id]
            changed = f" ({', '.join(last.changed)})" if last.changed else ""
            sentence = f"{_OUTCOMES[last.outcome]}: {head.title or last.ref}{changed}."
            if warnings := self._library.entry(last.advert_id).advert.warnings:
                sentence += f" {warnings[0]}"
        else:
            counts = [
                f"{count} {word}"
                for outcome, word in (
                    ("new", "added"),
                    ("updated", "updated"),
                    ("same", "the same"),
                )
                if (count := sum(one.outcome == outcome for one in added))
            ]
            counts += [f"{failed} not adverts"] if failed else []
            sentence = ", ".join(counts).capitalize() + "."
        self.dismiss(Imported(last.advert_id, sentence))

    def _say(self, sentence: str) -> None:
        self._result.update(Content(sentence))
