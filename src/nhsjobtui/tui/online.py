"""What runs online for the app: the program's own commands, beside it.

Of what lasts, a search or the shortlist, one runs at a time; and one more of what is urgent, a
single advert, which would wait for minutes otherwise. The commands themselves take turns, so that
the board is asked for one thing at a time.
"""

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

    `follow` shows the command's own words on how far it is. What is `urgent` does not wait for
    what is not: a single advert for a search.
    """

    words: tuple[str, ...]
    saying: str
    got: Callable[[Record], None]
    done: Callable[[Ended], None]
    follow: bool = False
    urgent: bool = False


class _Running:
    """A job that runs: its command, once that was made, and what is shown of it."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.words = f"{job.saying} …"
        self.command: Command | None = None
        self.stopped = False


class Online:
    """Runs jobs, urgent and other ones apart; while `refusal` says something it starts none."""

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
        self._running: dict[bool, _Running] = {}
        """What runs, by whether it is urgent."""
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
        running = [one.job for one in self._running.values()]
        if any(job.words == other.words for other in (*self._waiting, *running)):
            return True
        self._waiting.append(job)
        if job.urgent in self._running:
            self._tell(f"Next: {job.saying}.")
        else:
            self._tell("")  # what was said before would hide what runs
            self._go_on(job.urgent)
        return True

    def progress(self, words: str, *, urgent: bool = False) -> None:
        """Show how far the running job is."""
        if running := self._running.get(urgent):
            running.words = words
            self._show_running()

    def _show_running(self) -> None:
        """Show the urgent job, or else the other."""
        shown = self._shown
        self._show(f"{shown.words} · ctrl+c stops" if shown else "")

    @property
    def _shown(self) -> _Running | None:
        return self._running.get(True) or self._running.get(False)

    def _go_on(self, urgent: bool) -> None:
        """Start the next job that waits, if none of its kind runs."""
        job = next((job for job in self._waiting if job.urgent == urgent), None)
        if urgent in self._running:
            return
        if job is not None:
            self._waiting.remove(job)
            self._idle.clear()
            running = self._running[urgent] = _Running(job)
            self._start(self._run(running))
        elif not self._running:
            self._idle.set()
        self._show_running()

    async def _run(self, running: _Running) -> None:
        job = running.job
        try:
            ended = await self._one(running)
        finally:
            del self._running[job.urgent]
            self._show_running()
        try:
            self._look()
            job.done(ended)
        except NhsJobTuiError as error:
            self._tell(str(error))
        finally:
            self._go_on(job.urgent)

    async def _one(self, running: _Running) -> Ended:
        job, said, complaints = running.job, "", list[str]()

        def told(line: str) -> None:
            nonlocal said
            name, _, what = line.partition(": ")
            if name == _PROGRAM:
                complaints.append(what)
            else:
                said = line
                if job.follow:
                    self.progress(line, urgent=job.urgent)
            self._look()

        def got(record: Record) -> None:
            job.got(record)
            self._look()

        options = ("--online",) if self.overrides_settings else ()
        running.command = self._make(*options, *job.words)
        try:
            code = await running.command.run(got, told)
        except OSError as error:
            code, complaints = 1, [f"It could not be started: {error.strerror or error}."]
        finally:
            running.command = None
        stopped = running.stopped or code == _STOPPING
        return Ended(code, said, complaints[0] if complaints else "", stopped)

    # ---- stopping

    def stop(self) -> bool:
        """Stop what is shown and forget what waits behind it; return whether there was anything."""
        shown = self._shown
        if shown is not None:
            self._stop(shown)
        return shown is not None

    def stop_all(self) -> None:
        """Stop everything that runs and forget what waits."""
        for running in self._running.values():
            self._stop(running)

    def _stop(self, running: _Running) -> None:
        for job in [job for job in self._waiting if job.urgent == running.job.urgent]:
            self._waiting.remove(job)
        if running.command is not None:
            running.stopped = True
            running.command.stop()

    async def close(self) -> None:
        """Stop, and give the commands a moment to put their things down."""
        self.stop_all()
        if self.busy:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._idle.wait(), _PATIENCE)
