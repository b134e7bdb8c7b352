"""The library: one object a thread opens, asks and changes."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept, listing, pages
from nhsjobtui.library.answering import Answering
from nhsjobtui.library.listing import First, Scope
from nhsjobtui.library.opening import can_write, open_store
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import (
    Added,
    Change,
    Entry,
    Event,
    Facts,
    Fetch,
    FetchOutcome,
    Head,
    Listed,
    Snapshot,
    SyncState,
)
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.query import Query

_EVERYTHING = Query()


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


class Library(Answering):
    """Every advert and everything the person added, in one file.

    A library belongs to the thread that opened it; another thread opens its own. One that is only
    read may go from thread to thread, one at a time. Every change is on the disk when its method
    returns. Every failure is an `NhsJobTuiError`.
    """

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        super().__init__(store, now)
        self._version: int | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        now: Callable[[], datetime] = utc_now,
        *,
        readonly: bool = False,
        patience: float = 10.0,
    ) -> Self:
        """Open the library at `path`, made when missing; `readonly` suits a search's own thread.

        `patience` is how many seconds a change waits for another program that is writing.
        """
        return cls(open_store(path, now, readonly=readonly, patience=patience), now)

    @staticmethod
    def is_locked(path: Path) -> bool:
        """Say whether there is a library that can be read but not be written to."""
        return path.exists() and not can_write(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; closing twice is harmless."""
        self._store.close()

    def interrupt(self) -> None:
        """Stop, from any thread, what this library is searching; that raises `Interrupted`."""
        self._store.interrupt()

    def changed_elsewhere(self) -> bool:
        """Say whether another connection has changed the file since this was last asked.

        It takes microseconds; the first time it is False.
        """
        before, self._version = self._version, self._store.value("PRAGMA data_version")
        return before is not None and before != self._version

    def add(self, advert: Advert, raw: bytes, source: str) -> Added:
        """Keep a page of an advert; `source` is its address, its file's name or the like."""
        from nhsjobtui.library import adding

        return adding.add(self._store, advert, raw, source, self._now())

    def put_listings(
        self, adverts: Iterable[Advert], *, band: str | None = None, pattern: str | None = None
    ) -> Listed:
        """Keep listings of NHS Jobs, in one transaction; those without a slug are left out.

        A thousand at once go fastest. `band` and `pattern` are what the search was narrowed to;
        they fill what is not known.
        """
        from nhsjobtui.library import listings

        return listings.put(self._store, adverts, self._now(), Facts(band, pattern))

    def synced(self, query: str) -> SyncState | None:
        """Return when a search last came to its end; "" is the search for everything."""
        from nhsjobtui.library import syncs

        return syncs.state(self._store, query)

    def set_synced(
        self, query: str, started: datetime, *, full: bool, seen: Collection[int] | None = None
    ) -> int:
        """Note that a search that began at `started` came to its end.

        `seen` are all adverts of the whole board: others are marked as no longer listed, and how
        many of them is returned.
        """
        from nhsjobtui.library import syncs

        return syncs.finish(self._store, query, started, self._now(), full=full, seen=seen)

    def added_since(self, ids: Collection[int], moment: datetime) -> list[int]:
        """Return those of the adverts that came into the library after a moment, newest first."""
        from nhsjobtui.library import syncs

        return syncs.added_since(self._store, ids, moment)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Make many changes at once: faster, and kept all together or not at all."""
        with self._store.writing():
            yield

    def find(self, ref: str) -> int:
        """Return the id of the advert a person means by a reference or an address."""
        from nhsjobtui.library import identity

        return identity.find(self._store, ref)

    def ids(
        self, query: Query = _EVERYTHING, scope: Scope = "all", limit: int | None = None
    ) -> "array[int]":
        """Return the ids of the adverts asked for, in the query's order."""
        return listing.ids(self._store, query, scope, self._now(), limit)

    def first(self, query: Query, scope: Scope, size: int) -> First:
        """Return at least the first `size` adverts asked for, and the exact number of all."""
        return listing.first(self._store, query, scope, self._now(), size)

    def heads(self, ids: Sequence[int]) -> dict[int, Head]:
        """Return what the list shows of these adverts; ids that are gone are left out."""
        return listing.heads(self._store, ids)

    def entry(self, advert_id: int) -> Entry:
        """Return one advert whole, with everything the person added."""
        store = self._store
        advert = kept.load(store, advert_id)
        head = listing.heads(store, [advert_id]).get(advert_id)
        if head is None:
            raise InputError("That advert is no longer in the library.")
        fetched, added = store.row(
            "SELECT fetched_at, added_at FROM advert WHERE id = ?", (advert_id,)
        )
        note = store.value("SELECT note FROM application WHERE advert_id = ?", (advert_id,))
        sources = store.rows(
            "SELECT source FROM snapshot WHERE advert_id = ? ORDER BY id", (advert_id,)
        )
        return Entry(
            head,
            advert,
            note or "",
            kept.criteria(store, advert_id, advert),
            datetime.fromisoformat(fetched),
            datetime.fromisoformat(added),
            tuple(dict.fromkeys(row[0] for row in sources)),
            self.fetch(advert_id),
        )

    def count(self) -> int:
        """Return how many adverts there are."""
        return int(self._store.value("SELECT count(*) FROM advert"))

    def log(self, advert_id: int) -> list[Event]:
        """Return what happened to an advert and what the person did, oldest first."""
        rows = self._store.rows(
            "SELECT at, kind, detail FROM event WHERE advert_id = ? ORDER BY at, id",
            (advert_id,),
        )
        return [Event(datetime.fromisoformat(at), kind, detail) for at, kind, detail in rows]

    def snapshots(self, advert_id: int) -> list[Snapshot]:
        """Return the pages of an advert as they were read, oldest first."""
        return pages.snapshots(self._store, advert_id)

    def page(self, snapshot_id: int) -> bytes:
        """Return a page as it came in, byte for byte."""
        return pages.raw_page(self._store, snapshot_id)

    def fetch(self, advert_id: int) -> Fetch | None:
        """Return what came of the last time its board was asked for an advert."""
        from nhsjobtui.library import fetches

        return fetches.fetch(self._store, advert_id)

    def note_fetch(
        self,
        advert_id: int,
        outcome: FetchOutcome,
        *,
        reason: str = "",
        etag: str = "",
        last_modified: str = "",
    ) -> None:
        """Note what came of asking for an advert; "gone" and "here" also say its state."""
        from nhsjobtui.library import fetches

        fetches.note_fetch(
            self._store,
            advert_id,
            outcome,
            self._now(),
            reason=reason,
            etag=etag,
            last_modified=last_modified,
        )

    def changes(self, since: datetime | None = None) -> list[Change]:
        """Return what the boards changed on adverts since an aware moment, oldest first."""
        from nhsjobtui.library import fetches

        return fetches.changes(self._store, since)

    def set_gone(self, advert_id: int, gone: bool) -> None:
        """Note that the server no longer has the advert, or has it again."""
        pages.set_gone(self._store, advert_id, gone, self._now())
