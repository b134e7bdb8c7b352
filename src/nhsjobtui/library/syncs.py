"""What syncs leave behind: when each came to its end, and what is no longer listed."""

import json
from collections.abc import Collection
from datetime import datetime

from nhsjobtui.library import kept
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import SyncState

_GONE = "no longer listed on NHS Jobs"
# One whose time has passed is closed already, and the screen says so.
_STILL_OPEN = "NOT gone AND NOT ended AND COALESCE(closes_at > :now, 1)"
_NAMED = "id IN (SELECT value FROM json_each(:ids))"


def state(store: Store, query: str) -> SyncState | None:
    """Return when the last search of this kind that came to its end began."""
    row = store.row("SELECT started_at, full_at FROM sync WHERE query = ?", (query,))
    if row is None:
        return None
    started, full = row
    return SyncState(
        datetime.fromisoformat(started), datetime.fromisoformat(full) if full else None
    )


def finish(
    store: Store,
    query: str,
    started: datetime,
    at: datetime,
    *,
    full: bool,
    seen: Collection[int] | None,
) -> int:
    """Note that a search came to its end; return how many adverts are marked as gone."""
    with store.writing():
        store.run(
            "INSERT INTO sync VALUES (?1, ?2, ?3) ON CONFLICT (query) DO UPDATE "
            "SET started_at = ?2, full_at = COALESCE(?3, full_at)",
            (query, kept.stamp(started), kept.stamp(started) if full else None),
        )
        return 0 if seen is None else _mark_unlisted(store, seen, at)


def _mark_unlisted(store: Store, seen: Collection[int], at: datetime) -> int:
    """Mark what the feed had listed and now does not; what it never listed is left alone."""
    listed = store.ids("SELECT id FROM advert WHERE listed IS NOT NULL LIMIT -1")
    known = set(seen)
    unseen = [advert_id for advert_id in listed if advert_id not in known]
    if not unseen:
        return 0
    values = {"ids": json.dumps(unseen), "now": int(at.timestamp())}
    gone = store.ids(f"SELECT id FROM advert WHERE {_NAMED} AND {_STILL_OPEN} LIMIT -1", values)  # noqa: S608
    store.run(f"UPDATE advert SET listed = NULL WHERE {_NAMED}", {"ids": values["ids"]})  # noqa: S608
    store.run(
        f"UPDATE advert SET gone = 1, ended = 1 WHERE {_NAMED}",  # noqa: S608
        {"ids": json.dumps(list(gone))},
    )
    store.run_each(
        "INSERT INTO event (advert_id, at, kind, detail) VALUES (?, ?, 'gone', ?)",
        [(advert_id, kept.stamp(at), _GONE) for advert_id in gone],
    )
    return len(gone)


def added_since(store: Store, ids: Collection[int], moment: datetime) -> list[int]:
    """Return those of the adverts that came into the library after a moment, newest first."""
    found = store.ids(
        f"SELECT id FROM advert WHERE {_NAMED} AND added_at > :moment "  # noqa: S608
        "ORDER BY posted DESC, id DESC",
        {"ids": json.dumps(list(ids)), "moment": kept.stamp(moment)},
    )
    return list(found)
