"""Listings from NHS Jobs into the library: all, those that meet criteria, or what is new."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from nhsjobtui.boards.asking import Asking
from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.boards.failures import Stopped
from nhsjobtui.boards.paging import LIMIT, Paging
from nhsjobtui.boards.stop import Stop
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.library.library import utc_now
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.deadline import today

if TYPE_CHECKING:
    from nhsjobtui.boards.client import Client

_SORT = "publicationDateDesc"  # what is new comes first, so that it pushes nothing out of sight
_OVERLAP = timedelta(days=1)  # the feed's times name no zone, and what is new may appear late
_AT_ONCE = 1000  # listings in one transaction, where they come faster than they are stored


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
    started = now()
    state = None if full else library.synced(criteria.key())
    done = Synced(since=state.started if state else None)
    storing = _Storing(library, criteria, done, progress)
    with Asking(client, _parameters(criteria, done.since, most), stop or Stop()) as asking:
        paging = Paging(asking.page, most)
        try:
            try:
                for adverts in paging.listings():
                    asking.last = paging.last
                    storing.add(adverts, paging.total, more=asking.next_is_here())
            finally:
                storing.flush()
        except Stopped:
            done.stopped = True
        except NhsJobTuiError as error:
            if not done.ids:
                raise
            kept = f"The {len(done.ids):,} listings that had come are kept"
            raise NhsJobTuiError(error.message, f"{kept}; run it again for the rest.") from error
    done.total, done.nameless = paging.total, paging.nameless
    everything = criteria == EVERYTHING and done.since is None
    believed = bool(done.ids) or not everything  # a board of nothing at all is out of order
    done.whole = paging.whole and not done.stopped and believed
    if done.whole:
        sure = everything and bool(done.total) and not done.nameless
        done.unlisted = library.set_synced(
            criteria.key(), started, full=done.since is None, seen=done.ids if sure else None
        )
    return done


def _parameters(criteria: Criteria, since: datetime | None, most: int | None) -> dict[str, str]:
    limit = LIMIT if most is None else min(LIMIT, most)
    parameters = criteria.parameters() | {"sort": _SORT, "limit": str(limit)}
    if since is not None:
        parameters["publishedFrom"] = (today(since) - _OVERLAP).isoformat()
    return parameters


class _Storing:
    """Stores listings: each page at once, or several together where they come faster."""

    def __init__(
        self,
        library: Library,
        criteria: Criteria,
        done: Synced,
        progress: Callable[[Progress], None],
    ) -> None:
        self._library = library
        self._criteria = criteria
        self._done = done
        self._progress = progress
        self._began = monotonic()
        self._adverts: list[Advert] = []

    def add(self, adverts: list[Advert], total: int | None, *, more: bool) -> None:
        """Take a page; store what there is unless there is more at once."""
        self._adverts += adverts
        self._done.total = total
        if not more or len(self._adverts) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Store what was taken, and tell."""
        adverts, self._adverts = self._adverts, []
        if not adverts:
            return
        asked, done = self._criteria, self._done
        listed = self._library.put_listings(adverts, band=asked.band, pattern=asked.pattern)
        done.ids += listed.ids
        done.new += listed.new
        done.changed += listed.changed
        seconds = monotonic() - self._began
        self._progress(
            Progress(listed.ids, len(done.ids), done.total, done.new, done.changed, seconds)
        )
