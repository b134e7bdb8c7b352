"""The screens and dialogs of applications; loaded when one is first asked for."""

from typing import TYPE_CHECKING

from nhsjobtui.library import Head

if TYPE_CHECKING:
    from nhsjobtui.tui.main_screen import MainScreen
    from nhsjobtui.tui.over_screen import OverScreen


class Applying:
    """What lies over the panes for one application, or for all of them."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._library = screen.library

    # ---- one application

    def prepare(self, advert_id: int) -> None:
        """Open the preparing view at the criterion that the checklist is at."""
        from nhsjobtui.tui.preparing.screen import PreparingScreen

        main = self._screen
        number = main.checklist.criteria.cursor
        args = (self._library, main.open_reader, main.clock, advert_id)
        self._open(PreparingScreen(*args, number=number, edit_whole=self.edit_whole))

    def interview(self, advert_id: int) -> None:
        """Open the interview view."""
        from nhsjobtui.tui.interview_screen import InterviewScreen

        main = self._screen
        self._open(InterviewScreen(self._library, main.open_reader, main.clock, advert_id))

    def _open(self, screen: "OverScreen") -> None:
        def closed(_: None) -> None:
            self._screen.over = None
            if self._library.heads([screen.advert_id]):
                self._screen.reread(screen.advert_id)
            else:
                self._screen.reread()
                said = "This advert was joined with another; what was not saved yet is in the bank."
                self._screen.tell(said, problem=True)

        self._screen.over = screen
        self._screen.app.push_screen(screen, closed)

    def edit_whole(self, advert_id: int) -> None:
        """Let the person change all of an application in their own editor."""
        from nhsjobtui.tui.whole import edit_whole

        main = self._screen
        said = edit_whole(main.app, self._library, main.paths.unfinished, advert_id)
        main.done(advert_id, said)

    async def stage(self, head: Head) -> None:
        """Ask for the stage, the day and a note."""
        from nhsjobtui.model.application import copy_words
        from nhsjobtui.model.dates import day_words
        from nhsjobtui.tui.dialogs.stage import StageDialog, stage_words

        main, draft = self._screen, f"stage of {head.ref}"
        dialog = StageDialog(
            f"Stage of “{head.title}”",
            head.stage,
            self._library.stages(head.id),
            main.drafts.get(draft, ""),
        )
        noted = await main.choose(dialog)
        main.keep_draft(draft, "" if noted else dialog.typed)
        if noted is not None:
            frozen = self._library.set_stage(
                head.id, noted.stage, day=noted.day, time=noted.time, note=noted.note
            )
            also = f" {copy_words(frozen)}" if noted.stage == "applied" else ""
            on = f", {day_words(noted.day, noted.time)}" if noted.day else ""
            main.done(head.id, f"Stage: {stage_words(noted.stage)}{on}.{also}")

    # ---- all of them

    async def bank(self) -> None:
        """Search everything that was written; what is chosen is copied."""
        from nhsjobtui.model.plain import plain_text, words_of
        from nhsjobtui.tui.dialogs.bank import BankDialog

        main, draft = self._screen, "piece"
        if not main.flush():
            return
        title = "Everything you ever wrote"
        dialog = BankDialog(self._library, title, draft=main.drafts.get(draft, ""))
        chosen = await main.choose(dialog)
        main.keep_draft(draft, dialog.draft)
        if chosen is not None:
            text = plain_text(chosen.text)
            main.app.copy_to_clipboard(text)
            main.tell(f"{words_of(text)} words of plain text sent to the clipboard.")

    async def board(self) -> None:
        """Show what needs doing and the applications by stage; go to the one chosen."""
        from nhsjobtui.tui.dialogs.applications import ApplicationsDialog
        from nhsjobtui.writing.board import board, todo

        main, now = self._screen, self._screen.clock()
        dialog = ApplicationsDialog(todo(self._library, now), board(self._library), now)
        chosen = await main.choose(dialog)
        if chosen is not None:
            main.adverts.show_all()
            main.adverts.load(chosen)
            main.go("advert")
