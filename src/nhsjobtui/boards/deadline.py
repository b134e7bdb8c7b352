"""An alarm for one thing at a time, set and put off thousands of times at next to no cost."""

import threading
import time
from collections.abc import Callable


class Deadline:
    """Calls `late` from a thread of its own when what it is set for takes too long.

    Unlike a timer for each, its thread sleeps on when it is set again for a later moment, which
    nearly every request does, and looks then what is still to come.
    """

    def __init__(self, late: Callable[[], None]) -> None:
        self._late = late
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._at: float | None = None
        self._asleep_until = 0.0
        self._longest = 0.0
        self._closed = False

    def set(self, seconds: float) -> None:
        """Call `late` in so many seconds, unless it is put off before."""
        with self._changed:
            self._at = time.monotonic() + seconds
            self._longest = max(self._longest, seconds)
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, daemon=True)
                self._thread.start()
            elif self._at < self._asleep_until:
                self._changed.notify()

    def put_off(self) -> None:
        """Call nothing."""
        with self._changed:
            self._at = None

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                now = time.monotonic()
                if self._at is not None and self._at <= now:
                    self._at = None
                    self._late()
                self._asleep_until = now + self._longest if self._at is None else self._at
                self._changed.wait(self._asleep_until - now)
