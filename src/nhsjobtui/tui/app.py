"""The app: opens the library, shows the three panes, keeps the place."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.dom import DOMNode
from textual.driver import Driver
from textual.events import Event, InputEvent, Key, Paste
from textual.screen import Screen
from textual.worker import WorkerFailed

from nhsjobtui.bugs import report
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.keys import ACTIONS, key_names
from nhsjobtui.library import Library
from nhsjobtui.paths import Paths
from nhsjobtui.tui.main_screen import MainScreen
from nhsjobtui.tui.state import read_state, write_state
from nhsjobtui.tui.themes import DARK, THEMES

if TYPE_CHECKING:
    from textual.actions import ActionParseResult

    from nhsjobtui.tui.command import Command


_PATIENCE = 0.25
"""Seconds that a key waits for another writer before the person is told."""


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class NhsJobTuiApp(App[int]):
    """Keep NHS job adverts on your own machine and prepare applications from them."""

    TITLE = "nhsjobtui"
    CSS_PATH = "style.tcss"

    def __init__(
        self,
        paths: Paths,
        *,
        demo: bool = False,
        offline: bool | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.demo = demo
        self.offline = offline
        self.library = Library.open(paths.library_file, clock, patience=_PATIENCE)
        self.clock = clock
        self._mistake: BaseException | None = None
        self.start = read_state(paths.state_file)
        for theme in THEMES:
            self.register_theme(theme)
        if "NO_COLOR" in os.environ:  # the terminal's own colours would be black on black
            for name in [name for name, theme in self.available_themes.items() if theme.ansi]:
                self.unregister_theme(name)
        self._begin_with(self.start.theme if self.start.theme in self.available_themes else "")
        self.main = MainScreen(
            self.library,
            self._open_reader,
            self._command,
            paths=paths,
            clock=clock,
            state=self.start,
        )

    def _begin_with(self, theme: str) -> None:
        """Choose the first colours before anything is drawn, so that nothing is styled twice."""
        self.set_reactive(App.theme, theme or DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)

    def _open_reader(self) -> Library:
        """Open the library once more, only to read, for a thread of its own."""
        return Library.open(self.paths.library_file, self.clock, readonly=True)

    def _command(self, *words: str) -> "Command":
        """Return one of the program's commands, to be run beside the app."""
        from nhsjobtui.tui.command import Command

        return Command(self.paths, *words)

    def get_driver_class(self) -> type[Driver]:
        """Leave quickly where Textual's own driver for Linux and macOS would be used."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from nhsjobtui.tui.driver import PromptDriver

        return PromptDriver

    def get_default_screen(self) -> Screen[None]:
        """Start with the three panes."""
        return self.main

    def on_panes_screen_opened(self) -> None:
        """Say what is open; all is painted now, so memory may be tidied from here on."""
        gc.freeze()  # what is there stays: looking through it would only cost time
        gc.enable()
        if not self.is_headless:
            self._leave_when_told()
        if self.demo:
            self.main.tell("Demo library of invented adverts. Press ? for the keys that work here.")
        elif self.library.count():
            self.main.tell("Press ? for the keys that work here.")
        self._begin_online()

    def _begin_online(self) -> None:
        """Be offline as the person wants it, and run the search that is to be run at the start."""
        if self.demo:
            self.main.online.demo = True
        elif self.offline:
            self.main.set_offline(True)
        elif self.paths.config_file.exists():
            from nhsjobtui.config import read_config

            try:
                network = read_config(self.paths.config_file).network
                self.main.online.overrides_settings = network.offline
                self.main.set_offline(network.offline and self.offline is None)
                if network.at_start and not self.main.online.offline:
                    self.main.finding.saved(network.at_start, at_start=True)
            except NhsJobTuiError as error:
                self.main.tell(str(error), problem=True)

    def _leave_when_told(self) -> None:
        """Save and leave the terminal tidy when the system or a closed window ends the program."""
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError, AttributeError):  # Windows has neither
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, lambda: self.call_later(self.action_quit))

    # ---- keys

    async def on_event(self, event: Event) -> None:
        """Let what is typed ahead wait until every pane is there."""
        if isinstance(event, InputEvent | Paste):
            await self.main.opened.wait()
        await super().on_event(event)

    def on_key(self, event: Key) -> None:
        """Give a letter typed ahead to the field that opened meanwhile, and do nothing else.

        A field keeps its letters to itself, so one that comes this far was sent to a pane.
        """
        field = self.focused
        if field is not None and field.check_consume_key(event.key, event.character):
            event.prevent_default()
            field.post_message(Key(event.key, event.character))

    # ---- failures are sentences

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks for; a failure is said and the app goes on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except NhsJobTuiError as error:
            self.main.tell(str(error), problem=True)
            return True

    def _handle_exception(self, error: Exception) -> None:
        """Say a failure of a worker; end on anything else, keeping what was typed."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(error, WorkerFailed) and isinstance(cause, NhsJobTuiError):
            self.main.tell(str(cause), problem=True)
            return
        self._mistake = cause
        self.main.opened.set()  # nothing waits for panes that may never come
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave with a sentence; the details go to the log."""
        from rich.text import Text

        with suppress(Exception):
            self.main.flush()
        with suppress(Exception):
            self.main.online.stop_all()
        sentence = report(self._mistake, self.paths) if self._mistake else ""
        self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Name the declared actions, the theme and quit in the palette."""
        for action in ACTIONS:
            if action.title and screen is self.main:
                run = partial(self.main.run_named, action.id)
                yield SystemCommand(action.title, f"key: {key_names(action)}", run)
        if screen is self.main:
            yield from self._saved_searches()
        elif screen is self.main.over:
            yield from self.main.over.commands()
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Quit; everything is kept", self.action_quit)

    def _saved_searches(self) -> Iterable[SystemCommand]:
        """Name each saved search in the palette; a damaged file is said where searches are made."""
        if not self.paths.searches_file.exists():
            return
        from nhsjobtui.boards.searches import Searches

        with suppress(NhsJobTuiError):
            for saved in Searches(self.paths.searches_file).all():
                asked = saved.criteria.describe() or "everything"
                run = partial(self._run_saved, saved.name)
                yield SystemCommand(f"Run the saved search “{saved.name}”", asked, run)

    def _run_saved(self, name: str) -> None:
        try:
            self.main.finding.saved(name)
        except NhsJobTuiError as error:
            self.main.tell(str(error), problem=True)

    async def action_quit(self) -> None:
        """Keep everything and leave; stay while something typed cannot be saved."""
        if not self.main.flush():
            self.main.tell("What you typed cannot be saved yet; it stays here.", problem=True)
            return
        write_state(self.paths.state_file, self.main.left_off(self.theme))
        await self.main.online.close()
        self.exit(0)

    def action_help_quit(self) -> None:
        """Say how to leave, to a person who pressed ctrl+c."""
        typing = bool(self.main.key_bar.typing)
        self.main.tell("escape, then q quits." if typing else "q quits; everything is kept.")

    def on_unmount(self) -> None:
        """Let go of the library file."""
        self.library.close()
