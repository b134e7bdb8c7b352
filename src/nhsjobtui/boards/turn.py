"""One request at a time to a host, over every copy of the program."""

import os
import time
from pathlib import Path

from nhsjobtui.boards.shared_file import open_shared, take_lock
from nhsjobtui.boards.stop import Stop

_NAP = 0.02
_PATIENCE = 30.0  # seconds; then the other copy hangs, or was put to sleep


class Turn:
    """Held while a request is under way; without a file to lock nobody waits."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._held: int | None = None

    def take(self, stop: Stop) -> None:
        """Wait until no other copy has a request under way; raise Stopped when stopped."""
        self.leave()
        kept = open_shared(self._file) if self._file else None
        give_up = time.monotonic() + _PATIENCE
        try:
            while kept is not None and not take_lock(kept) and time.monotonic() < give_up:
                stop.wait(_NAP)
        except BaseException:
            if kept is not None:
                os.close(kept)
            raise
        self._held = kept

    def leave(self) -> None:
        """Let the others ask; harmless where it is not held."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
