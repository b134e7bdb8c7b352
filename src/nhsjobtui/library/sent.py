"""Copies of an application as it was when it was sent; nothing ever changes them."""

import json
import zlib
from datetime import datetime
from typing import NamedTuple

from nhsjobtui.library import applications, kept
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Entry, Head
from nhsjobtui.model.application import coverage
from nhsjobtui.model.deadline import closes_at
from nhsjobtui.model.whole import Application, Sent
from nhsjobtui.model.whole_record import frozen_record, read_whole


def freeze(store: Store, advert_id: int, at: datetime, *, again: bool) -> bool:
    """Keep a copy of statement, evidence and advert; `again` if there may be one already.

    Returns whether one was kept.
    """
    known = store.value("SELECT count(*) FROM sent WHERE advert_id = ?", (advert_id,))
    if known and not again:
        return False
    record = frozen_record(applications.whole(store, advert_id))
    put(store, advert_id, Sent(at, json.dumps(record, ensure_ascii=False)))
    return True


def put(store: Store, advert_id: int, copy: Sent) -> None:
    """Keep a copy."""
    store.run(
        "INSERT INTO sent (advert_id, at, record) VALUES (?, ?, ?)",
        (advert_id, kept.stamp(copy.at), zlib.compress(copy.record.encode())),
    )


class SentCopy(NamedTuple):
    """What was sent, as an application and as an entry that is shown like any other."""

    at: datetime
    whole: Application
    entry: Entry
    text: str


def newest(store: Store, advert_id: int) -> SentCopy | None:
    """Return the newest copy, None where the application was never marked as applied."""
    found = copies(store, advert_id)
    if not found:
        return None
    record = json.loads(found[-1].record)
    whole = read_whole(record)
    return SentCopy(found[-1].at, whole, _entry(advert_id, whole), record["statement"]["text"])


def _entry(advert_id: int, whole: Application) -> Entry:
    """Return an application as an entry that owes nothing to what the library now has."""
    advert, criteria = whole.advert, whole.criteria
    end = closes_at(advert.closing, advert.closing_time)
    names = {name.kind: name.value for name in whole.names}
    head = Head(
        id=advert_id,
        ref=whole.ref or f"local-{advert_id}",
        slug=advert.slug or names.get("slug"),
        reference_number=advert.reference_number or names.get("number"),
        title=advert.title or "",
        employer=advert.employer or "",
        place=advert.place,
        band=advert.band,
        salary=advert.salary,
        posted=advert.posted,
        closing=advert.closing,
        closing_time=advert.closing_time,
        ends=int(end.timestamp()) if end else None,
        closed=advert.closed,
        gone=whole.gone,
        listing=False,
        shortlisted=whole.shortlisted,
        stage=whole.stage,
        has_note=bool(whole.note),
        coverage=coverage(criteria),
    )
    return Entry(head, advert, whole.note, criteria, whole.fetched_at, whole.added_at, ())


def copies(store: Store, advert_id: int) -> list[Sent]:
    """Return the copies of an application, oldest first."""
    rows = store.rows(
        "SELECT at, record FROM sent WHERE advert_id = ? ORDER BY at, id", (advert_id,)
    )
    return [
        Sent(datetime.fromisoformat(at), zlib.decompress(record).decode()) for at, record in rows
    ]
