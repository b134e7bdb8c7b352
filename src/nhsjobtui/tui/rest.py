"""The rest of a list from a thread of its own, so that typing and drawing never wait for it."""

from collections.abc import Callable, Iterator
from threading import Event, Lock

from textual.widget import Widget
from textual.worker import get_current_worker

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import First, Interrupted, Library
from nhsjobtui.model.query import Query
from nhsjobtui.tui.messages import Said

Found = Callable[[Query, First], None]
FIRST = 64
"""Rows that are listed at once, or as many as are in view: what else there is follows."""
PAUSE = 0.25
"""Seconds without a letter after which more than the list follows; a typist is faster."""


def everything(library: Library, query: Query) -> First:
    """Return all that is asked for: what matches in its title first, then in its text."""
    found = library.ids(query, "short" if query.words else "all")
    if query.words:
        found += library.ids(query, "text")
    return First(found, len(found))


class Rest:
    """Asks the library for what a list does not show yet; a newer question cancels the older."""

    def __init__(self, owner: Widget, open_reader: Callable[[], Library]) -> None:
        self._owner = owner
        self._open = open_reader
        self._reader: Library | None = None
        self._turn = Lock()
        self._stop = Event()
        self._over = False

    def ask(self, query: Query, first: First | None, found: Found) -> None:
        """Ask in a thread and hand each step to `found` in the app's own.

        The first matches in the text come as soon as they are found, then everything; without
        `first` only everything.
        """
        self.forget()
        stop = self._stop = Event()

        def work() -> None:
            worker = get_current_worker()
            with self._turn:
                try:
                    if self._reader is None:
                        self._reader = self._open()
                    steps = _steps(self._reader, query, first, stop)
                    while not worker.is_cancelled and (step := next(steps, None)) is not None:
                        self._owner.app.call_from_thread(found, query, step)
                except Interrupted:
                    pass
                except NhsJobTuiError as error:
                    self._owner.post_message(Said(str(error), problem=True))
                finally:
                    self._let_go()

        if first is None or query.words or len(first.ids) < first.total:
            self._owner.run_worker(
                work, thread=True, exclusive=True, exit_on_error=False, group="full-text"
            )

    def forget(self) -> None:
        """Stop what is being asked."""
        self._stop.set()
        self._owner.workers.cancel_group(self._owner, "full-text")
        if self._reader is not None:
            self._reader.interrupt()

    def close(self) -> None:
        """Stop for good."""
        self._over = True
        self.forget()
        if self._turn.acquire(blocking=False):
            self._let_go()
            self._turn.release()

    def _let_go(self) -> None:
        if self._over and self._reader is not None:
            self._reader.close()


def _steps(reader: Library, query: Query, first: First | None, stop: Event) -> Iterator[First]:
    if first is not None and query.words:
        text = reader.first(query, "text", FIRST)
        ids = first.ids + text.ids if len(first.ids) == first.total else first.ids
        found = First(ids, first.total + text.total)
        if text.total:
            yield found
        if len(found.ids) == found.total:
            return
    if not stop.wait(PAUSE):
        yield everything(reader, query)
