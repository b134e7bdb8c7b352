"""From process start to the first painted words in a terminal, against an empty Textual app."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Row, compare

_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("usable")
Empty().run()
"""
_LONGEST = 30.0


def _until_painted(command: list[str], words: bytes, home: str) -> None:
    """Start a program in a terminal of 120 by 40 and wait until it paints these words."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(NHSJOBTUI_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        os.execv(command[0], command)
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        seen, end = b"", time.monotonic() + _LONGEST
        while words not in seen:
            if time.monotonic() > end:
                raise TimeoutError(f"{command} painted nothing")
            if select.select([terminal], [], [], 0.1)[0]:
                seen += os.read(terminal, 65536)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def rows() -> Iterator[Row]:
    """Yield the rows of this part."""
    for count in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as home:
            libraries.make(Path(home), count)
            yield compare(
                f"launch to a painted list, {count:,} adverts",
                lambda home=home: _until_painted(  # type: ignore[misc]
                    [sys.executable, "-m", "nhsjobtui"], b"Invented Trust", home
                ),
                lambda home=home: _until_painted(  # type: ignore[misc]
                    [sys.executable, "-c", _EMPTY], b"usable", home
                ),
                "an empty Textual app",
                pairs=9,
            )
