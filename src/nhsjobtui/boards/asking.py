"""Pages of the feed, asked for while those before are read and stored."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from nhsjobtui.boards.body import FEED
from nhsjobtui.boards.failures import Unreachable
from nhsjobtui.boards.feed import FeedDamaged, FeedPage, FeedRefusal, read_page
from nhsjobtui.boards.stop import Stop
from nhsjobtui.errors import NhsJobTuiError

if TYPE_CHECKING:
    from nhsjobtui.boards.client import Answer, Client

PATH = "/api/v1/search_xml"
_AHEAD = 10  # pages


class Asking:
    """Asks for one page after another in a thread of its own; use it as a context manager.

    `last` is the last page worth asking for before somebody wants it.
    """

    def __init__(self, client: "Client", parameters: Mapping[str, str], stop: Stop) -> None:
        self.last = 1
        self._parameters = dict(parameters)
        self._outer, self._inner = stop, Stop()
        self._client = client.until(self._inner)
        self._pool = ThreadPoolExecutor(1, "sync")
        self._coming: dict[int, Future[Answer]] = {}
        self._next = 1
        self._failure: Exception | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End what is still asked for, and wait for that."""
        self._inner.set()
        self._pool.shutdown(cancel_futures=True)

    def page(self, number: int) -> FeedPage:
        """Return a page, and have those after it asked for; raise Stopped when stopped.

        One that comes damaged is asked for once more.
        """
        try:
            return self._read(number)
        except FeedDamaged:
            return self._read(number)

    def _read(self, number: int) -> FeedPage:
        with self._outer.calling(self._inner.set):
            answer = self._take(number)
        if answer.status == 200:
            return read_page(answer.body)
        try:
            read_page(answer.body)
        except FeedRefusal:
            raise
        except NhsJobTuiError:
            pass
        raise Unreachable(
            f"NHS Jobs answered page {number} of its list with status {answer.status}.",
            "Try again later.",
        )

    def next_is_here(self) -> bool:
        """Say whether the page after the one last taken has come already."""
        coming = self._coming.get(self._next)
        return coming is not None and coming.done() and coming.exception() is None

    def _take(self, number: int) -> "Answer":
        wanted = range(number, max(number, min(number + _AHEAD, self.last)) + 1)
        for other in [n for n in self._coming if n not in wanted]:
            self._coming.pop(other).cancel()
        for n in wanted:
            if n not in self._coming:
                self._coming[n] = self._pool.submit(self._ask, n)
        self._next = number + 1
        return self._coming.pop(number).result()

    def _ask(self, number: int) -> "Answer":
        if self._failure is not None:  # the board is in trouble: what was to come is left
            raise self._failure
        try:
            parameters = self._parameters | {"page": str(number)}
            return self._client.get(PATH, parameters, allow=FEED)
        except Exception as error:
            self._failure = error
            raise
