"""What a person does with the advert they are at."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.keys import ACTIONS
from nhsjobtui.library import Undone
from nhsjobtui.model.advert import Group
from nhsjobtui.model.query import Sort
from nhsjobtui.tui.adverts_pane import SORT_WORDS
from nhsjobtui.tui.bars import KeyBar
from nhsjobtui.tui.bindings import PAGE_ACTIONS, asks, screen_bindings
from nhsjobtui.tui.online_screen import OnlineScreen

if TYPE_CHECKING:
    from nhsjobtui.tui.applying import Applying
    from nhsjobtui.tui.editor import Kept
    from nhsjobtui.tui.over_screen import OverScreen


class MainScreen(OnlineScreen):
    """The three panes with everything that can be done in them."""

    BINDINGS: ClassVar[list[BindingType]] = screen_bindings(PAGE_ACTIONS)
    over: "OverScreen | None" = None
    """The screen that lies over the panes, where one application is worked at."""

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """Press the key that was clicked."""
        self.press(message.key)

    def press(self, key: str) -> None:
        """Do what a key does in the pane in use."""
        self.go(self.pane)
        # The app must send the key itself: a key sent from here would not reach the app again.
        self.app.call_later(self.app.simulate_key, key)

    # ---- applications

    @cached_property
    def applying(self) -> "Applying":
        """What lies over the panes for one application or all."""
        from nhsjobtui.tui.applying import Applying

        return Applying(self)

    def action_prepare(self) -> None:
        """Prepare the application: criteria, evidence and the advert side by side."""
        if (entry := self.need_entry()) is not None and self.flush():
            self.applying.prepare(entry.head.id)

    def action_interview(self) -> None:
        """Show advert, what was sent and the person's questions on one screen."""
        if (entry := self.need_entry()) is not None and self.flush():
            self.applying.interview(entry.head.id)

    def action_edit_whole(self) -> None:
        """Let the person change all they wrote for the advert in their own editor."""
        if (entry := self.need_entry()) is not None and self.flush():
            self.applying.edit_whole(entry.head.id)

    @asks
    async def action_stage(self) -> None:
        """Choose the stage of the application, with a day and a note."""
        if (entry := self.need_entry()) is not None:
            await self.applying.stage(entry.head)

    @asks
    async def action_bank(self) -> None:
        """Search and copy what was ever written."""
        await self.applying.bank()

    @asks
    async def action_applications(self) -> None:
        """Show what needs doing and the applications by stage."""
        await self.applying.board()

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence where the person looks."""
        super().tell(sentence, problem=problem)
        if self.over is not None:
            self.over.tell(sentence, problem=problem)

    def flush(self) -> bool:
        """Save what is being written, here and over the panes; return whether everything is."""
        above = self.over is None or self.over.flush()
        return super().flush() and above

    # ---- notes, criteria

    async def action_note(self) -> None:
        """Write the note here."""
        if self.need_entry() is not None:
            self.wrote_from = self.pane
            self._show_pane("advert")
            await self.advert.write_note()

    def action_note_editor(self) -> None:
        """Write the note in the person's own editor."""
        if (entry := self.need_entry()) is not None:
            self._elsewhere(entry.head.id, self.advert.kept(entry.head.id))

    def action_evidence_editor(self) -> None:
        """Write the evidence in the person's own editor."""
        criterion = self.checklist.current
        if (entry := self.need_entry()) is not None and criterion is not None:
            self._elsewhere(entry.head.id, self.checklist.kept(entry.head.id, criterion.key))

    def _elsewhere(self, advert_id: int, kept: "Kept") -> None:
        """Let the person change a text in their own editor, and keep what they made of it."""
        from nhsjobtui.model.joining import joined
        from nhsjobtui.tui.editor import BANKED, in_bank
        from nhsjobtui.tui.external import edit_in, keep_text

        self.flush()
        before = kept.read()
        changed = edit_in(self.app, before)
        if changed == before:
            self.tell("Nothing was changed. An editor with its own window must wait: code --wait.")
            return
        try:
            with self.library.one_step():
                kept.save(joined(before, kept.read(), changed), False)
        except InputError:
            in_bank(self.library).save(changed, False)
            self.tell(BANKED, problem=True)
        except NhsJobTuiError as error:
            raise keep_text(error, self.paths.unfinished, changed) from error
        else:
            self.reread(advert_id)

    def done(self, advert_id: int, sentence: str) -> None:
        """Show a change and say it."""
        self.reread(advert_id)
        self.tell(sentence)

    @asks
    async def action_sort(self) -> None:
        """Choose how the list is sorted."""
        from nhsjobtui.tui.dialogs.chooser import Chooser

        choices: list[tuple[Sort, str]] = list(SORT_WORDS.items())
        chosen = await self.choose(
            Chooser("Sort the adverts by", choices, self.adverts.query_now.sort)
        )
        if chosen is not None:
            self.adverts.load(self.adverts.list.current, sort=chosen.value)
            self.tell(f"Sorted by {chosen.words}.")

    @asks
    async def action_add_criterion(self) -> None:
        """Add criteria by hand, or from a pasted list."""
        from nhsjobtui.tui.dialogs.criteria import AddCriteria

        if (entry := self.need_entry()) is None:
            return
        groups = list(dict.fromkeys(criterion.group for criterion in entry.criteria))
        draft = f"criteria of {entry.head.ref}"
        dialog = AddCriteria(groups, self.drafts.get(draft, ""))
        added = await self.choose(dialog)
        self.keep_draft(draft, "" if added else dialog.typed)
        if added:
            count, there = self._add_criteria(entry.head.id, added)
            said = f"{count} {'criterion' if count == 1 else 'criteria'} added"
            also = f"; {there} were on the checklist already" if there else ""
            self.done(entry.head.id, f"{said}{also}.")
            self.go("checklist")

    def _add_criteria(self, advert_id: int, groups: Sequence[Group]) -> tuple[int, int]:
        """Add criteria as one step; return how many, and how many were there already."""
        count = there = 0
        with self.library.one_step():
            for group in groups:
                for essential, texts in ((True, group.essential), (False, group.desirable)):
                    for text in texts:
                        try:
                            self.library.add_criterion(
                                advert_id, text, group=group.name, essential=essential
                            )
                            count += 1
                        except InputError:
                            there += 1
        return count, there

    def keep_draft(self, name: str, text: str) -> None:
        """Keep what was typed in a dialog and not added, until it is opened again."""
        self.drafts[name] = text
        if text.strip():
            self.tell("What you typed is still there when you open this again.")

    # ---- undo and redo

    def action_undo(self) -> None:
        """Undo the last change, whichever advert it was on."""
        self._step(self.library.undo(), "There is nothing to undo.")

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._step(self.library.redo(), "There is nothing to redo.")

    def _step(self, undone: Undone | None, nothing: str) -> None:
        if undone is None:
            self.tell(nothing)
        elif undone.advert_id is None:
            self.tell(undone.sentence)
        else:
            self.done(undone.advert_id, undone.sentence)
            self.adverts.go_to(undone.advert_id)

    # ---- adding adverts

    @asks
    async def action_import(self) -> None:
        """Add an advert from an address, a file or pasted text."""
        from nhsjobtui.tui.dialogs.importing import ImportDialog

        draft = self.drafts.get("page", "")
        dialog = ImportDialog(self.library, self.command, self.asking.add, draft)
        found = await self.choose(dialog)
        self.keep_draft("page", dialog.typed)
        if found is not None:
            self.adverts.show_all()
            self.reread()
            self.adverts.load(self.library.find(found.ref) if found.ref else None)
            self.tell(found.sentence)

    # ---- the advert elsewhere

    def _address(self) -> str | None:
        """Return the address of the advert on its board."""
        from nhsjobtui.model.references import NHS_JOBS, is_slug

        if (entry := self.need_entry()) is None:
            return None
        advert = entry.advert
        if advert.board != "trac" and advert.slug and is_slug(advert.slug):
            return NHS_JOBS + advert.slug
        if advert.url is None:
            self.tell("The saved page does not give the advert's address.", problem=True)
        return advert.url

    def action_browse(self) -> None:
        """Open the advert in the browser."""
        from nhsjobtui.tui.external import browse

        if (address := self._address()) is None:
            return
        try:
            opened = browse(address)
        except NhsJobTuiError as error:
            self.tell(str(error), problem=True)
            return
        if opened:
            self.tell(f"Opened {address} in the browser.")
        else:
            self.app.copy_to_clipboard(address)
            self.tell(f"No browser here; sent to the clipboard: {address}")

    def action_copy_link(self) -> None:
        """Copy the advert's address."""
        if (address := self._address()) is not None:
            self.app.copy_to_clipboard(address)
            self.tell(f"Sent to the clipboard: {address}")

    # ---- help and leaving

    @asks
    async def action_help(self) -> None:
        """Show the keys that work here."""
        from nhsjobtui.tui.dialogs.help import KeysHelp

        key = await self.choose(KeysHelp(self.pane))
        if key:
            self.press(key)

    def action_palette(self) -> None:
        """Show everything by name."""
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        """Quit; everything is kept."""
        await self.app.action_quit()

    def run_named(self, action_id: str) -> None:
        """Do a declared action, as the palette asks."""
        action = next(action for action in ACTIONS if action.id == action_id)
        if self.pane not in action.where:
            self.go(next(pane for pane in ("list", "advert", "checklist") if pane in action.where))
        self.press(action.keys[0])
