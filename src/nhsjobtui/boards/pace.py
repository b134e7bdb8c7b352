"""The time between two requests to a host, kept by every copy of the program together."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nhsjobtui.boards.shared_file import open_shared, take_lock
from nhsjobtui.boards.stop import Stop
from nhsjobtui.boards.turn import Turn

_ON_ITS_WAY = 0.05  # seconds that a request may take to arrive, and be counted from then
_PATIENCE = 1.0  # seconds to wait for another copy that holds the file
_NAP = 0.01


class Pace:
    """When the next request to a host may start.

    The moment of the last one is kept in a file, in seconds of the clock that nobody can set; a
    moment in the future is from before the machine was started, or nonsense, and counts for
    nothing. Where the file cannot be used, this object's own requests still keep the time.
    """

    def __init__(self, interval: float, folder: Path | None, host: str) -> None:
        self._interval = interval
        name = re.sub(r"[^\w.-]", "-", host)
        self._file = folder / name if folder else None
        self._turn = Turn(folder / f"{name}.turn" if folder else None)
        self._last = -float("inf")

    def wait(self, stop: Stop) -> None:
        """Wait until a request may start, and count none yet."""
        while (left := self._left(count=False)) > 0:
            stop.wait(left)

    def start(self, stop: Stop) -> None:
        """Wait until a request may start, and count it; no other copy starts one until `ended`."""
        while True:
            self._turn.take(stop)
            left = self._left(count=True)
            if left <= 0:
                return
            self._turn.leave()
            stop.wait(left)

    def arrived(self) -> None:
        """Count the request from now, if it went out just before: only now has it surely come."""
        if self._interval > 0:
            with self._kept() as kept:
                self._keep(kept, min(time.monotonic(), self._last + _ON_ITS_WAY))

    def ended(self) -> None:
        """Let other copies ask; harmless where no request was started."""
        self._turn.leave()

    def _left(self, *, count: bool) -> float:
        """Return how many seconds are left until a request may start; count it if it may now."""
        if self._interval <= 0:
            return 0.0
        with self._kept() as kept:
            now = time.monotonic()
            last = max((t for t in (self._last, self._read(kept)) if t <= now), default=None)
            left = last + self._interval - now if last is not None else 0.0
            if left <= 0 and count:
                self._keep(kept, now)
            return left

    def _read(self, kept: int | None) -> float:
        try:
            last = float(os.read(kept, 64)) if kept is not None else self._last
        except (OSError, ValueError):
            return self._last
        return last if last >= 0 else self._last  # not nan either

    def _keep(self, kept: int | None, now: float) -> None:
        self._last = now
        if kept is not None:
            with suppress(OSError):
                os.ftruncate(kept, 0)
                os.lseek(kept, 0, os.SEEK_SET)
                os.write(kept, repr(now).encode())

    @contextmanager
    def _kept(self) -> Iterator[int | None]:
        """Hold the file alone; give None where it cannot be used."""
        kept = self._open()
        try:
            yield kept
        finally:
            if kept is not None:
                os.close(kept)  # which also lets go of the lock

    def _open(self) -> int | None:
        kept = open_shared(self._file) if self._file else None
        give_up = time.monotonic() + _PATIENCE
        while kept is not None and not take_lock(kept):
            if time.monotonic() > give_up:
                os.close(kept)
                return None
            time.sleep(_NAP)
        return kept
