"""One of the program's own commands, run beside the app so that no key waits for long work."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from nhsjobtui.paths import HOME_VARIABLE, Paths

_LONGEST = 16 * 1024 * 1024
"""Characters in one record: it may name every advert of the board."""
_PATIENCE = 1.0
"""Seconds in which a command that was stopped comes to its end."""


class Command:
    """`nhsjobtui --json WORDS…` on the library under `paths`."""

    def __init__(self, paths: Paths, *words: str) -> None:
        self._words = words
        self._environment = os.environ | {"PYTHONUNBUFFERED": "1"}  # each record as it comes
        if paths.config == paths.data:
            self._environment[HOME_VARIABLE] = str(paths.data)
        self._process: asyncio.subprocess.Process | None = None
        self._stopped = False

    async def run(self, got: Callable[[dict[str, Any]], None], told: Callable[[str], None]) -> int:
        """Run to the end and return the exit code.

        `got` is given each record on its standard output, `told` each sentence on standard error.
        """
        pipe = asyncio.subprocess.PIPE
        process = self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "nhsjobtui", "--json", *self._words),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=pipe,
            stderr=pipe,
            env=self._environment,
            limit=_LONGEST,
            # In a group of its own: a ctrl+c in the person's editor is not meant for it.
            process_group=0,
        )
        if self._stopped:
            self.stop()
        try:
            await asyncio.gather(
                _each(process.stdout, lambda line: _record(line, got)),
                _each(process.stderr, told),
            )
            return await process.wait()
        except BaseException:
            self.stop()
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), _PATIENCE)
            raise

    def stop(self) -> None:
        """Ask it to stop; what it has done is kept, and `run` returns soon."""
        self._stopped = True
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                if sys.platform == "win32":
                    self._process.terminate()
                else:
                    self._process.send_signal(signal.SIGINT)
            # Python may lose an interruption, one that comes within a clean-up.
            asyncio.get_running_loop().call_later(_PATIENCE, self.stop)


def _record(line: str, got: Callable[[dict[str, Any]], None]) -> None:
    try:
        record = json.loads(line)
    except ValueError:  # half of one, from a command that was killed
        return
    got(record)


async def _each(stream: asyncio.StreamReader | None, take: Callable[[str], None]) -> None:
    if stream is None:
        return
    async for line in stream:
        if text := line.decode(errors="replace").strip():
            take(text)
