"""Add adverts: an address or reference, a saved file or folder, or the pasted text itself."""

from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.message import Message
from textual.widgets import Button, Input, Static

from nhsjobtui.clean import clean, clean_line
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Added, Library
from nhsjobtui.library.intake import kind_of, not_here, read_file
from nhsjobtui.reading import read_advert
from nhsjobtui.tui.command import Command
from nhsjobtui.tui.dialogs.dialog import AddingDialog
from nhsjobtui.tui.dialogs.fields import CleanInput, TextField

_PROGRAM = "nhsjobtui"
_PROGRESS_EVERY = 0.5
"""Seconds between two looks at how far it has come: each paints, and a key must not wait."""
_HOW_TO_ADD = "name the file here."
_OUTCOMES = {"new": "Added", "updated": "Updated", "same": "Already in the library"}


class Imported(NamedTuple):
    """The reference of the advert to go to, if it has one, and what to say."""

    ref: str | None
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


class ImportDialog(AddingDialog[Imported]):
    """One field for what can be named, one for what can be pasted."""

    def __init__(
        self,
        library: Library,
        command: Callable[..., Command],
        fetch: Callable[[str, Callable[[str | None, str], bool]], str],
        draft: str,
    ) -> None:
        super().__init__()
        self._library = library
        self._command = command
        self._fetch = fetch
        self._adding: Command | None = None
        self._target = TargetInput(
            placeholder="address, reference, file or folder", id="target", compact=True
        )
        self._text = TextField(draft, id="pasted")
        self._result = Static("", classes="problem", markup=False)

    @property
    def typed(self) -> str:
        """What was pasted, for the next time if it was not added."""
        return self._text.text

    def compose(self) -> ComposeResult:
        """Lay out the two fields."""
        with Vertical(classes="box"):
            yield Static("Add an advert by its NHS Jobs address, or a saved page or folder")
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
        self.add()

    def add(self) -> None:
        """Add what was pasted, or else what was named."""
        text = self._text.text
        if not text.strip():
            self._target.focus()
            self._try(self._target.value.strip().strip("'\""))
            return
        try:
            added = self._add(self._library, text.encode(), "pasted text")
            self._text.text = ""
            self._give(added)
        except NhsJobTuiError as error:
            self._say(str(error))

    def _try(self, target: str) -> None:
        try:
            path = str(Path(target).expanduser()) if target.startswith("~") else target
            kind = kind_of(path) if target else ""
            if kind == "file":
                self._give(self._add(self._library, read_file(Path(path)), Path(path).name))
            elif kind == "folder":
                if self._adding is None:
                    self._folder(Path(path))
            else:
                self._known(target)
        except NhsJobTuiError as error:
            self._say(str(error))

    def _known(self, target: str) -> None:
        """Go to an advert that is here, or fetch what is not, or not whole."""
        from nhsjobtui.boards.nhsjobs import slug_meant

        if not target:
            raise InputError("Name a page first, or paste the advert's text below.")
        slug = slug_meant(target)
        try:
            advert_id = self._library.find(target)
        except InputError:
            if not slug:
                raise not_here(target, _HOW_TO_ADD) from None
            self._say(self._fetch(target, self._came) or _asking(slug))
            return
        head = self._library.heads([advert_id])[advert_id]
        if head.listing and slug and not self._fetch(target, self._came):
            self._say(_asking(slug))
        else:
            self.dismiss(Imported(head.ref, "This advert is in the library already."))

    def _came(self, ref: str | None, sentence: str) -> bool:
        """Go to what was fetched, or say why it did not come; False once the dialog was left."""
        if self.is_attached and self.app.screen is self:
            if ref:
                self.dismiss(Imported(ref, sentence))
            else:
                self._say(sentence)
            return True
        return False

    @work(exclusive=True, exit_on_error=False)
    async def _folder(self, folder: Path) -> None:
        """Add a folder's pages beside the app; escape stops it and keeps what came."""
        counts: Counter[str] = Counter()
        last: str | None = None
        complaints: list[str] = []
        progress: deque[str] = deque(maxlen=1)

        def got(record: dict[str, Any]) -> None:
            nonlocal last
            counts[record["outcome"]] += 1
            last = record["slug"] or record["reference_number"] or last

        def told(line: str) -> None:
            name, _, said = line.partition(": ")
            if name == _PROGRAM:
                complaints.append(said)
            else:
                progress.append(f"{said}; escape stops.")

        def show_progress() -> None:
            if progress:
                self._result.update(Content(progress[-1]), layout=self._result.size.height != 1)

        self._adding = self._command("add", str(folder))
        showing = self.set_interval(_PROGRESS_EVERY, show_progress)
        try:
            await self._adding.run(got, told)
        finally:
            showing.stop()
            self._adding = None
        if counts:
            self.dismiss(Imported(last, _summary(counts, len(complaints))))
        else:
            self._say(complaints[-1] if complaints else "Nothing was added.")

    def action_close(self) -> None:
        """Go back; a folder that is being read is stopped first."""
        if self._adding is not None:
            self._adding.stop()
        else:
            super().action_close()

    def _add(self, library: Library, data: bytes, name: str) -> Added:
        return library.add(read_advert(data, name), data, clean_line(name))

    def _give(self, added: Added) -> None:
        head = self._library.heads([added.advert_id])[added.advert_id]
        changed = f" ({', '.join(added.changed)})" if added.changed else ""
        sentence = f"{_OUTCOMES[added.outcome]}: {head.title or added.ref}{changed}."
        if warnings := self._library.entry(added.advert_id).advert.warnings:
            sentence += f" {warnings[0]}"
        self.dismiss(Imported(added.ref, sentence))

    def _say(self, sentence: str) -> None:
        self._result.update(Content(sentence))


def _asking(slug: str) -> str:
    return f"Asking NHS Jobs for {slug} … escape leaves; it comes anyway."


def _summary(counts: "Counter[str]", failed: int) -> str:
    words = {"added": "added", "updated": "updated", "same": "the same"}
    said = [f"{counts[outcome]} {word}" for outcome, word in words.items() if counts[outcome]]
    said += [f"{failed} not adverts"] if failed else []
    return ", ".join(said).capitalize() + "."
