"""A program in a pseudo-terminal, and the moment it painted something.

While a program works, what it writes is only read and stamped with the time; the screen is worked
out from it afterwards, so that this costs the program nothing. Its questions to the terminal are
never answered, ours' and the peers' alike.
"""

import os
import pty
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from benchmarks import CannotMeasure

try:
    import pyte
except ImportError:
    pyte = None  # type: ignore[assignment]

Lines = list[str]
Shown = Callable[[Lines], bool]

_QUIET = 0.01
"""Seconds without a byte after which a frame is taken to be whole."""
_LOOK_ANYWAY = 0.3
_QUERIES = re.compile(rb"\x1b\[[?>=<][\d;]*(?:\$p|[umcq])|\x1b[P_^][^\x1b]*\x1b\\")
_SET_ASIDE = ("NO_COLOR", "LINES", "COLUMNS", "TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_COLOR_SYSTEM")
_ROOT = Path(__file__).parent.parent


class Terminal:
    """One program in a window of its own, ended with the block it is used in."""

    def __init__(
        self,
        *module: str,
        home: Path | None = None,
        size: tuple[int, int] = (120, 40),
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        if pyte is None:
            raise CannotMeasure("This part needs pyte: pip install -e '.[bench]'")
        self._name = module[0]
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._came: list[tuple[float, bytes]] = []
        command = [sys.executable, "-m", *module]
        environment = {k: v for k, v in os.environ.items() if k not in _SET_ASIDE}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", **variables}
        if home is not None:
            environment["NHSJOBTUI_HOME"] = str(home)
        self.started = time.perf_counter()
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            termios.tcsetwinsize(0, (size[1], size[0]))
            os.chdir(_ROOT)
            os.execve(command[0], command, environment)
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._ended:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._terminal)

    @property
    def lines(self) -> Lines:
        """The screen as it is now."""
        buffer, columns = self._screen.buffer, range(self._screen.columns)
        return [
            "".join(buffer[row][column].data or " " for column in columns)
            for row in range(self._screen.lines)
        ]

    def press(self, keys: str) -> float:
        """Write keys and return the moment before."""
        moment = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return moment

    def painted(
        self, shown: Shown, *hints: str, since: float, what: str, longest: float = 30.0
    ) -> float:
        """Return the seconds from a moment until the screen showed something.

        `hints` are words that come among the bytes when it is painted: until then nobody looks
        at the screen (except once in a while, for a word painted in two parts).
        """
        wanted = [hint.encode() for hint in hints]
        end = time.perf_counter() + longest
        while True:
            self._read(wanted, min(end, time.perf_counter() + _LOOK_ANYWAY))
            for index, (moment, data) in enumerate(self._came):
                self._feed(data)
                if shown(self.lines):
                    for _, rest in self._came[index + 1 :]:
                        self._feed(rest)
                    self._came.clear()
                    return moment - since
            self._came.clear()
            if time.perf_counter() > end:
                raise self._failure(f"did not show {what} within {longest:.0f} s")

    def settle(self, quiet: float = 0.15, longest: float = 20.0) -> None:
        """Wait until nothing was painted for so many seconds."""
        end = time.perf_counter() + longest
        while select.select([self._terminal], [], [], quiet)[0]:
            self._feed(self._chunk())
            if time.perf_counter() > end:
                raise self._failure(f"did not come to rest within {longest:.0f} s")

    def rest(self, until: float) -> None:
        """Take in what comes until a moment."""
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                self._feed(self._chunk())

    def quit(self, keys: str = "q", longest: float = 10.0) -> float:
        """Press the key that ends the program and return the seconds until it has."""
        since = self.press(keys)
        while time.perf_counter() - since < longest:
            if select.select([self._terminal], [], [], 0.001)[0]:
                try:
                    os.read(self._terminal, 65536)
                except OSError:  # the last one there has closed its end
                    time.sleep(0.0005)
            if os.waitpid(self.process, os.WNOHANG)[0]:
                self._ended = True
                return time.perf_counter() - since
        raise self._failure(f"did not end within {longest:.0f} s")

    def _read(self, hints: list[bytes], end: float) -> None:
        """Take in what comes until every hint has come and the frame is whole, or until the end."""
        tail = b""
        missing = list(hints)
        while (left := end - time.perf_counter()) > 0:
            patience = left if missing or not self._came else min(left, _QUIET)
            if not select.select([self._terminal], [], [], patience)[0]:
                return
            chunk = self._chunk()
            self._came.append((time.perf_counter(), chunk))
            if missing:
                tail = tail[-64:] + chunk
                missing = [hint for hint in missing if hint not in tail]

    def _chunk(self) -> bytes:
        try:
            return os.read(self._terminal, 65536)
        except OSError as error:
            raise self._failure("ended by itself") from error

    def _feed(self, data: bytes) -> None:
        self._stream.feed(_QUERIES.sub(b"", data))

    def _failure(self, words: str) -> CannotMeasure:
        screen = "\n".join(line.rstrip() for line in self.lines if line.strip())
        return CannotMeasure(f"{self._name} {words}. Its screen:\n{screen}")
