"""What came of the last time a board was asked for an advert, and what changed on adverts."""

from datetime import datetime

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept, pages
from nhsjobtui.library.schema import CHANGES
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Change, Event, Fetch, FetchOutcome

_FETCH = "SELECT at, outcome, reason, etag, last_modified FROM fetch WHERE advert_id = ?"
_NEWEST = "SELECT source FROM snapshot WHERE advert_id = ? ORDER BY id DESC LIMIT 1"
_ON_THE_WEB = ("https://", "http://")


def fetch(store: Store, advert_id: int) -> Fetch | None:
    """Return what came of the last fetch of an advert, None where there was none.

    A server may be asked only for what is newer than the newest copy, so its words for that copy
    are given only where it came from there.
    """
    row = store.row(_FETCH, (advert_id,))
    if row is None:
        return None
    at, outcome, reason, etag, last_modified = row
    if not str(store.value(_NEWEST, (advert_id,)) or "").startswith(_ON_THE_WEB):
        etag = last_modified = ""
    return Fetch(datetime.fromisoformat(at), outcome, reason, etag, last_modified)


def note_fetch(
    store: Store,
    advert_id: int,
    outcome: FetchOutcome,
    at: datetime,
    *,
    reason: str,
    etag: str,
    last_modified: str,
) -> None:
    """Note what came of a fetch; nothing that is kept of the advert is lost by it."""
    with store.writing():
        if store.row("SELECT 1 FROM advert WHERE id = ?", (advert_id,)) is None:
            raise InputError("That advert is no longer in the library.")
        store.run(
            "INSERT INTO fetch (advert_id, at, outcome, reason, etag, last_modified) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (advert_id) DO UPDATE SET "
            "at = ?2, outcome = ?3, reason = ?4, "
            "etag = iif(?3 = 'here', ?5, etag), "
            "last_modified = iif(?3 = 'here', ?6, last_modified)",
            (advert_id, kept.stamp(at), outcome, reason, etag, last_modified),
        )
        if outcome == "here":
            store.run("UPDATE advert SET fetched_at = ? WHERE id = ?", (kept.stamp(at), advert_id))
        if outcome in {"here", "gone"}:
            pages.set_gone(store, advert_id, outcome == "gone", at)


def changes(store: Store, since: datetime | None) -> list[Change]:
    """Return what the boards changed on adverts since an aware moment, oldest first."""
    rows = store.rows(
        f"SELECT advert_id, at, kind, detail FROM event WHERE {CHANGES} AND at >= ? "  # noqa: S608
        "ORDER BY at, id",
        (kept.stamp(since) if since else "",),
    )
    return [
        Change(advert_id, Event(datetime.fromisoformat(at), kind, detail))
        for advert_id, at, kind, detail in rows
    ]
