"""What a person does online: find, fetch, refresh, download, or work offline."""

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from nhsjobtui.library import Entry
from nhsjobtui.tui.bindings import asks
from nhsjobtui.tui.panes_screen import PanesScreen

if TYPE_CHECKING:
    from nhsjobtui.tui.asking import Asking
    from nhsjobtui.tui.dialogs.dialog import Dialog
    from nhsjobtui.tui.finding import Finding
    from nhsjobtui.tui.online import Online

Result = TypeVar("Result")


class OnlineScreen(PanesScreen):
    """The three panes with what is asked of NHS Jobs; its modules come when first needed."""

    dialog_ready: asyncio.Event

    async def choose(self, dialog: "Dialog[Result]") -> Result | None:
        """Open a dialog and return what is chosen in it; only within an action that `asks`."""
        chosen = self.app.push_screen(dialog, wait_for_dismiss=True)
        await dialog.opened.wait()
        self.dialog_ready.set()
        return await chosen

    def need_entry(self) -> Entry | None:
        """Return the advert in view; say so where there is none."""
        self._follow_cursor()
        if self.advert.entry is None:
            self.tell("There is no advert here yet: f finds some, i adds one.")
        return self.advert.entry

    @cached_property
    def online(self) -> "Online":
        """What runs online for the app."""
        from nhsjobtui.tui.online import Online

        return Online(self.command, self.run_worker, self.status.working, self.tell, self.look)

    @cached_property
    def asking(self) -> "Asking":
        """What is asked about single adverts."""
        from nhsjobtui.tui.asking import Asking

        return Asking(self)

    @cached_property
    def finding(self) -> "Finding":
        """What is searched for."""
        from nhsjobtui.tui.finding import Finding

        return Finding(self)

    def set_offline(self, offline: bool) -> None:
        """Use the network, or do not, and show it."""
        self.online.offline = offline
        self.key_bar.offline = offline

    def on_panes_screen_read(self) -> None:
        """Fetch the page of a listing that is read."""
        entry = self.advert.entry
        if entry is not None and entry.head.listing:
            self.asking.opened(entry)

    def action_refresh(self) -> None:
        """Ask for this advert again."""
        if (entry := self.need_entry()) is not None:
            self.asking.refresh(entry.head)

    def action_refresh_shortlist(self) -> None:
        """Ask for the shortlist again."""
        self.asking.refresh_shortlist()

    @asks
    async def action_find_online(self) -> None:
        """Find adverts on NHS Jobs."""
        await self.finding.ask()

    @asks
    async def action_documents(self) -> None:
        """Download and open documents of the advert."""
        if (entry := self.need_entry()) is not None:
            await self.asking.documents(entry)

    def action_offline(self) -> None:
        """Work offline, or go online again."""
        if self.online.demo:
            self.tell(self.online.refusal)
            return
        self.set_offline(not self.online.offline)
        if self.online.offline:
            self.online.stop_all()
            self.tell("Working offline: nothing is asked of NHS Jobs until you press O again.")
        else:
            self.tell("Online again: NHS Jobs is asked when you say so.")

    def nothing_to_leave(self) -> None:
        """Stop what runs online, or say how to quit."""
        if not self.online.stop():
            super().nothing_to_leave()

    def action_stop(self) -> None:
        """Stop what runs online; copy, where text is selected."""
        if self.get_selected_text() is not None:
            self.action_copy_text()
        elif not self.online.stop():
            self.app.action_help_quit()
