"""The terminal driver, which leaves without waiting for the thread that reads keys."""

from textual.drivers.linux_driver import LinuxDriver


class PromptDriver(LinuxDriver):
    """Textual's own driver; the shell's prompt is back a fifth of a second sooner."""

    def disable_input(self) -> None:
        """Read no more keys; once the app is over, do not wait for the thread to notice."""
        if self._app.is_running:
            super().disable_input()
        else:
            self._key_thread = None
            super().disable_input()
            self.exit_event.set()  # it may have looked away while this was set the first time
