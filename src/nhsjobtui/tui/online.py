"""What runs online for the app: one of the program's own commands at a time, beside it."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from nhsjobtui.errors import NhsJobTuiError

if TYPE_CHECKING:
    from nhsjobtui.tui.command import Command

_PROGRAM = "nhsjobtui"
_PATIENCE = 1.0
"""Seconds that leaving the app waits for a command to stop."""
_STOPPING = 130
DEMO = "The demo asks nobody: its adverts are invented. Quit with q, then: nhsjobtui"
OFFLINE = "Working offline, so NHS Jobs was not asked. O goes online."

Record = dict[str, Any]


class Ended(NamedTuple):
    """How a command ended: its exit code, its last words, and its first complaint or ""."""

    code: int
    said: str
    problem: str
    stopped: bool


class Job(NamedTuple):
    """One command to run: its words, what to say meanwhile, and who is told what.

    `follow` shows the command's own words on how far it is. What is `urgent` goes before what
    only waits: a single advert before a search.
    """

    words: tuple[str, ...]
    saying: str
    got: Callable[[Record], None]
    done: Callable[[Ended], None]
    follow: bool = False
    urgent: bool = False


class Online:
    """Runs jobs one after the other; while `refusal` says something it starts none."""

    def __init__(
        self,
        command: "Callable[..., Command]",
        start: Callable[[Coroutine[Any, Any, None]], object],
        show: Callable[[str], None],
        tell: Callable[[str], None],
        look: Callable[[], None],
    ) -> None:
        self._make = command
        self._start = start
        self._show = show
        self._tell = tell
        self._look = look
        self._waiting: deque[Job] = deque()
        self._job: Job | None = None
        self._command: Command | None = None
        self._stopped = False
        self._idle = asyncio.Event()
        self._idle.set()
        self.demo = False
        self.offline = False
        self.overrides_settings = False
        """Whether config.toml says offline, so that a command must be told otherwise."""

    @property
    def refusal(self) -> str:
        """Why nothing is asked, "" where it may be."""
        return DEMO if self.demo else OFFLINE if self.offline else ""

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return not self._idle.is_set()

    # ---- asking

    def ask(self, job: Job) -> bool:
        """Run a job as soon as no other runs; return False, having said why, if it may not be.

        The same thing is not asked for twice at a time.
        """
        if self.refusal:
            self._tell(self.refusal)
            return False
        if any(job.words == other.words for other in (*self._waiting, self._job) if other):
            return True
        if job.urgent:
            place = next((n for n, other in enumerate(self._waiting) if not other.urgent), None)
            self._waiting.insert(len(self._waiting) if place is None else place, job)
        else:
            self._waiting.append(job)
        if self._job is not None:
            self._tell(f"Next: {job.saying}.")
        if not self.busy:
            self._idle.clear()
            self._start(self._run())
        return True

    def progress(self, words: str) -> None:
        """Show how far the running job is."""
        self._show(f"{words} · ctrl+c stops")

    async def _run(self) -> None:
        try:
            while self._waiting:
                job = self._job = self._waiting.popleft()
                self.progress(f"{job.saying} …")
                ended = await self._one(job)
                self._job = None
                self._show("")
                try:
                    self._look()
                    job.done(ended)
                except NhsJobTuiError as error:
                    self._tell(str(error))
        finally:
            self._job = None
            self._show("")
            self._idle.set()

    async def _one(self, job: Job) -> Ended:
        said, complaints = "", list[str]()

        def told(line: str) -> None:
            nonlocal said
            name, _, what = line.partition(": ")
            if name == _PROGRAM:
                complaints.append(what)
            else:
                said = line
                if job.follow:
                    self.progress(line)
            self._look()

        def got(record: Record) -> None:
            job.got(record)
            self._look()

        self._stopped = False
        options = ("--online",) if self.overrides_settings else ()
        self._command = self._make(*options, *job.words)
        try:
            code = await self._command.run(got, told)
        except OSError as error:
            code, complaints = 1, [f"It could not be started: {error.strerror or error}."]
        finally:
            self._command = None
        stopped = self._stopped or code == _STOPPING
        return Ended(code, said, complaints[0] if complaints else "", stopped)

    # ---- stopping

    def stop(self) -> bool:
        """Stop what runs and forget what waits; return whether there was anything."""
        self._waiting.clear()
        if self._command is None:
            return False
        self._stopped = True
        self._command.stop()
        return True

    async def close(self) -> None:
        """Stop, and give the command a moment to put its things down."""
        if self.stop():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._idle.wait(), _PATIENCE)
