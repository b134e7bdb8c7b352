"""Listings from NHS Jobs into the library: all, those that meet criteria, or what is new."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from nhsjobtui.boards.body import FEED
from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.boards.failures import Stopped, Unreachable
from nhsjobtui.boards.feed import FeedPage, FeedRefusal, read_page
from nhsjobtui.boards.paging import LIMIT, Paging
from nhsjobtui.boards.stop import Stop
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.library.library import utc_now
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.deadline import today

if TYPE_CHECKING:
    from nhsjobtui.boards.client import Client

PATH = "/api/v1/search_xml"
_SORT = "publicationDateDesc"  # what is new comes first, so that it pushes nothing out of sight
_OVERLAP = timedelta(days=1)  # the feed's times name no zone, and what is new may appear late
_AT_ONCE = 10  # pages in one transaction, where they come faster than they are stored
_AHEAD = 2 * _AT_ONCE
_GATHER = 0.05  # seconds that the store waits for one more page before it begins


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sync has come.

    `ids` are the adverts stored since the last time; `total` is None where the board does not say.
    """

    ids: list[int]
    found: int
    total: int | None
    new: int
    changed: int
    seconds: float

    @property
    def rate(self) -> float:
        """Listings a second."""
        return self.found / self.seconds if self.seconds > 0 else 0.0

    @property
    def seconds_left(self) -> float | None:
        """How long it takes at this rate, None where that is not known."""
        if self.total is None or not self.rate:
            return None
        return max(0, self.total - self.found) / self.rate


@dataclass(slots=True)
class Synced:
    """What a sync did. `ids` are the adverts it saw.

    `since` is set where only newer listings were asked for. `whole` is False where some may be
    missing, and `stopped` True where the person ended it; then the next one asks for the same
    again. `unlisted` counts adverts marked as no longer listed.
    """

    ids: list[int] = field(default_factory=list)
    total: int | None = None
    new: int = 0
    changed: int = 0
    unlisted: int = 0
    nameless: int = 0
    since: datetime | None = None
    whole: bool = False
    stopped: bool = False

    @property
    def same(self) -> int:
        """How many listings said what they had said before."""
        return len(self.ids) - self.new - self.changed


def sync(
    library: Library,
    client: "Client",
    criteria: Criteria = EVERYTHING,
    *,
    full: bool = False,
    most: int | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
    stop: Stop | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Synced:
    """Store what NHS Jobs lists; return what came of it.

    The second time only what is new is asked for, unless `full`. `progress` is called in this
    thread after each piece stored. Whatever ends it, what came is kept: `stop` by returning, a
    failure as an NhsJobTuiError.
    """
    started, began = now(), monotonic()
    state = None if full else library.synced(criteria.key())
    done = Synced(since=state.started if state else None)
    asking = _Asking(client, criteria, done.since, most)
    try:
        with (stop or Stop()).calling(asking.stop.set):
            for adverts in asking:
                listed = library.put_listings(adverts, band=criteria.band, pattern=criteria.pattern)
                done.ids += listed.ids
                done.new += listed.new
                done.changed += listed.changed
                done.total = asking.paging.total
                seconds = monotonic() - began
                progress(
                    Progress(listed.ids, len(done.ids), done.total, done.new, done.changed, seconds)
                )
    except Stopped:
        done.stopped = True
    except NhsJobTuiError as error:
        if not done.ids:
            raise
        kept = f"The {len(done.ids):,} listings that had come are kept"
        raise NhsJobTuiError(error.message, f"{kept}; run it again for the rest.") from error
    finally:
        asking.close()
    done.total, done.nameless = asking.paging.total, asking.paging.nameless
    done.whole = asking.paging.whole and not done.stopped
    if done.whole:
        everything = criteria == EVERYTHING and done.since is None
        sure = everything and bool(done.total) and not done.nameless
        done.unlisted = library.set_synced(
            criteria.key(), started, full=done.since is None, seen=done.ids if sure else None
        )
    return done


class _Asking:
    """Fetches and reads pages in a thread of its own, while those before are stored."""

    def __init__(
        self, client: "Client", criteria: Criteria, since: datetime | None, most: int | None
    ) -> None:
        self.stop = Stop()
        self.paging = Paging(self._page, most)
        self._client = client.until(self.stop)
        limit = LIMIT if most is None else min(LIMIT, most)
        self._parameters = criteria.parameters() | {"sort": _SORT, "limit": str(limit)}
        if since is not None:
            self._parameters["publishedFrom"] = (today(since) - _OVERLAP).isoformat()
        self._queue: Queue[list[Advert] | Exception | None] = Queue(_AHEAD)
        self._thread = Thread(target=self._run, name="sync", daemon=True)

    def __iter__(self) -> Iterator[list[Advert]]:
        """Yield the listings that have come since the last time; wait where there are none."""
        self._thread.start()
        while True:
            found: list[Advert] = []
            end = self._take(found)
            if found:
                yield found
            if isinstance(end, Exception):
                raise end
            if end is not None:
                return

    def close(self) -> None:
        """End the thread and wait for it."""
        self.stop.set()
        while self._thread.is_alive():
            while not self._queue.empty():  # it may be waiting for room
                self._queue.get()
            self._thread.join(0.01)

    def _take(self, found: list[Advert]) -> Exception | bool | None:
        """Take what is there, at least one piece; return a failure, True for the end, else None."""
        for count in range(_AT_ONCE):
            try:
                piece = self._queue.get(timeout=_GATHER if count else None)
            except Empty:
                return None
            if piece is None:
                return True
            if isinstance(piece, Exception):
                return piece
            found += piece
        return None

    def _run(self) -> None:
        try:
            for adverts in self.paging.listings():
                self._queue.put(adverts)
        except Exception as error:  # said in the thread that waits for it
            self._queue.put(error)
        else:
            self._queue.put(None)

    def _page(self, number: int) -> FeedPage:
        """Ask for one page and read it."""
        self.stop.wait(0)
        answer = self._client.get(PATH, self._parameters | {"page": str(number)}, allow=FEED)
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
