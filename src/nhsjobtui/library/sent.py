"""Copies of an application as it was when it was sent; nothing ever changes them."""

import json
import zlib
from datetime import datetime

from nhsjobtui.library import applications, kept
from nhsjobtui.library.store import Store
from nhsjobtui.model.whole import Sent
from nhsjobtui.model.whole_record import frozen_record


def freeze(store: Store, advert_id: int, at: datetime, *, again: bool) -> None:
    """Keep a copy of statement, evidence and advert; `again` if there may be one already."""
    known = store.value("SELECT count(*) FROM sent WHERE advert_id = ?", (advert_id,))
    if known and not again:
        return
    record = frozen_record(applications.whole(store, advert_id))
    put(store, advert_id, Sent(at, json.dumps(record, ensure_ascii=False)))


def put(store: Store, advert_id: int, copy: Sent) -> None:
    """Keep a copy."""
    store.run(
        "INSERT INTO sent (advert_id, at, record) VALUES (?, ?, ?)",
        (advert_id, kept.stamp(copy.at), zlib.compress(copy.record.encode())),
    )


def copies(store: Store, advert_id: int) -> list[Sent]:
    """Return the copies of an application, oldest first."""
    rows = store.rows(
        "SELECT at, record FROM sent WHERE advert_id = ? ORDER BY at, id", (advert_id,)
    )
    return [
        Sent(datetime.fromisoformat(at), zlib.decompress(record).decode()) for at, record in rows
    ]
