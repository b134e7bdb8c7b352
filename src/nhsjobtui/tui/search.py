"""Full-text search from a thread of its own, so that typing never waits for it."""

from array import array
from collections.abc import Callable

from textual.widget import Widget
from textual.worker import get_current_worker

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Interrupted, Library
from nhsjobtui.model.query import Query
from nhsjobtui.tui.page_pane import Said

Found = Callable[[Query, "array[int]"], None]


class FullTextSearch:
    """Asks the library for body matches; a newer question cancels the older one."""

    def __init__(self, owner: Widget, open_reader: Callable[[], Library]) -> None:
        self._owner = owner
        self._open = open_reader
        self._asking: Library | None = None

    def ask(self, query: Query, found: Found) -> None:
        """Search in a thread and hand the ids to `found` in the app's own."""
        self.forget()

        def work() -> None:
            worker = get_current_worker()
            try:
                with self._open() as reader:
                    self._asking = reader
                    ids = reader.ids(query) if not worker.is_cancelled else None
                    if self._asking is reader:
                        self._asking = None
            except Interrupted:
                return
            except NhsJobTuiError as error:
                self._owner.post_message(Said(str(error), problem=True))
                return
            if ids is not None and not worker.is_cancelled:
                self._owner.app.call_from_thread(found, query, ids)

        self._owner.run_worker(
            work, thread=True, exclusive=True, exit_on_error=False, group="full-text"
        )

    def forget(self) -> None:
        """Stop the search that is under way."""
        asking, self._asking = self._asking, None
        if asking is not None:
            asking.interrupt()
