"""What is done at the preparing view: status, own mark, what was written before, statement."""

from typing import ClassVar, Literal

from textual import work
from textual.binding import Binding, BindingType

from nhsjobtui.keys import actions_in
from nhsjobtui.model.application import SELF_MARKS, Criterion, Status
from nhsjobtui.model.copying import below
from nhsjobtui.model.plain import plain_text, words_of
from nhsjobtui.model.star import with_star
from nhsjobtui.model.statement import Plan, put_together
from nhsjobtui.tui.preparing.desk import DeskScreen

_MARK_KEYS = tuple(str(number) for number in range(len(SELF_MARKS)))


class PreparingScreen(DeskScreen):
    """Write for one criterion after the other; tab goes on without leaving the keyboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(action.keys), action.id, show=False)
            for action in actions_in("preparing")
            if action.id != "mark"
        ),
        *(Binding(key, f"mark({key})", show=False) for key in _MARK_KEYS),
    ]

    # ---- status and own mark

    def _need_criterion(self) -> Criterion | None:
        if self.criterion is None:
            self.tell("That goes with a criterion, not with a paragraph.")
        return self.criterion

    def action_tick(self) -> None:
        """Tick the criterion, or take the tick back."""
        self._toggle("met")

    def action_partly(self) -> None:
        """Mark the criterion as partly met, or take that back."""
        self._toggle("partly")

    def action_gap(self) -> None:
        """Mark the criterion as a gap, or take that back."""
        self._toggle("gap")

    def _toggle(self, status: Status) -> None:
        if (criterion := self._need_criterion()) is not None:
            new = criterion.toggled(status)
            self.library.set_status(self.advert_id, criterion.key, new)
            self.reread()
            self.tell(f"Criterion {criterion.n}: {new}.")

    def action_mark(self, mark: int) -> None:
        """Keep the person's own mark; the same again clears it."""
        if (criterion := self._need_criterion()) is not None:
            self._keep_mark(criterion, None if criterion.self_mark == mark else mark)

    def action_turn_mark(self) -> None:
        """Go one mark further, after the highest to none."""
        if (criterion := self._need_criterion()) is not None:
            own = -1 if criterion.self_mark is None else criterion.self_mark
            self._keep_mark(criterion, own + 1 if own + 1 < len(SELF_MARKS) else None)

    def _keep_mark(self, criterion: Criterion, mark: int | None) -> None:
        self.library.set_self_mark(self.advert_id, criterion.key, mark)
        self.reread()
        words = "no own mark" if mark is None else f"own mark {mark}, {SELF_MARKS[mark]}"
        self.tell(f"Criterion {criterion.n}: {words}.")

    # ---- what was written before

    @work
    async def action_suggest(self) -> None:
        """Copy a text from the bank, those for such a criterion first."""
        from nhsjobtui.tui.dialogs.bank import BankDialog
        from nhsjobtui.writing.suggestions import suggestions

        if not self.saved():
            return
        criterion = self.criterion
        first = suggestions(self.library, self.advert_id, criterion.key) if criterion else None
        title = f"For criterion {criterion.n}: {criterion.text}" if criterion else "For a paragraph"
        chosen = await self.app.push_screen_wait(BankDialog(self.library, title, first))
        if chosen is not None:
            self.editor.put(below(self.editor.text, chosen.text))
            self.reread()
            self.tell(f"Copied; ctrl+z takes it back. It is from {chosen.place}.")
            self.set_focus(self.editor)

    def action_star(self) -> None:
        """Put in the headings that are lacking; the person writes under them."""
        self.set_focus(self.editor)
        if (headed := with_star(self.editor.text)) == self.editor.text:
            self.tell("All four headings are here already.")
            return
        self.editor.put(headed)
        self.tell("Headings put in; ctrl+z takes them out again.")

    # ---- the statement

    def _plan(self, plan: Plan, sentence: str) -> None:
        self.library.set_plan(self.advert_id, plan)
        if not self.preview.display:
            self.action_preview()
        self.reread()
        self.tell(sentence)

    def action_order(self) -> None:
        """Put essential criteria first, or go group by group."""
        order: Literal["essential", "group"]
        order = "group" if self.plan.order == "essential" else "essential"
        words = "essential criteria first" if order == "essential" else "group by group"
        self._plan(self.plan._replace(order=order), f"Statement: {words}.")

    def action_headings(self) -> None:
        """Put the criteria above their evidence, or not."""
        on = not self.plan.headings
        words = "with the criteria as headings" if on else "without headings"
        self._plan(self.plan._replace(headings=on), f"Statement: {words}.")

    def action_interview_only(self) -> None:
        """Take in what is assessed only at interview, or leave it out."""
        on = not self.plan.interview
        words = "taken in" if on else "left out"
        said = f"Statement: criteria assessed only at interview are {words}."
        self._plan(self.plan._replace(interview=on), said)

    @work
    async def action_limits(self) -> None:
        """Ask how long the statement may be."""
        from nhsjobtui.tui.dialogs.limits import LimitsDialog

        limits = await self.app.push_screen_wait(LimitsDialog(self.plan))
        if limits is not None:
            words, characters = limits
            plan = self.plan._replace(word_limit=words, character_limit=characters)
            self._plan(plan, f"Statement: {put_together(self.entry.criteria, plan).counts()}.")

    def action_copy_one(self) -> None:
        """Copy the text under the cursor as plain text."""
        if not self.saved():
            return
        if text := plain_text(self.editor.text):
            self.app.copy_to_clipboard(text)
            count = words_of(text)
            self.tell(f"{count} words of plain text sent to the clipboard.")
        else:
            self.tell("Nothing is written here yet.")

    def action_copy_all(self) -> None:
        """Copy the whole statement as plain text."""
        if not self.saved():
            return
        self.reread()
        if text := self.statement.text:
            self.app.copy_to_clipboard(text)
            self.tell(f"Sent to the clipboard: {self.statement.counts()}.")
        else:
            self.tell("Nothing is written yet.")

    @work
    async def action_write_out(self) -> None:
        """Write the application out to a file."""
        from nhsjobtui.tui.dialogs.writing_out import WriteOutDialog

        if self.saved():
            dialog = WriteOutDialog(
                self.library.application(self.advert_id), self.entry.head.ref, self.clock
            )
            if (said := await self.app.push_screen_wait(dialog)) is not None:
                self.tell(said)

    def action_edit_whole(self) -> None:
        """Let the person change all of it in their own editor."""
        if self.saved():
            self.edit_whole(self.advert_id)
            self.editor.catch_up()
            self.reread()

    # ---- undo

    def action_undo(self) -> None:
        """Undo the last change, whichever advert it was on."""
        self._step(back=True)

    def action_redo(self) -> None:
        """Redo what was undone last."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        if not self.saved():
            return
        done = self.library.undo() if back else self.library.redo()
        self.editor.catch_up()
        self.reread()
        self.tell(done.sentence if done else f"There is nothing to {'undo' if back else 'redo'}.")
