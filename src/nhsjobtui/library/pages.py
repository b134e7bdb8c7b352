"""The pages of an advert as they came in, and whether the server still has it."""

import zlib
from datetime import datetime

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept
from nhsjobtui.library.rows import unpack
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Snapshot


def snapshots(store: Store, advert_id: int) -> list[Snapshot]:
    """Return the pages of an advert, oldest first."""
    rows = store.rows(
        "SELECT id, source, fetched_at, record FROM snapshot WHERE advert_id = ? ORDER BY id",
        (advert_id,),
    )
    return [
        Snapshot(snapshot_id, source, datetime.fromisoformat(at), unpack(record))
        for snapshot_id, source, at, record in rows
    ]


def raw_page(store: Store, snapshot_id: int) -> bytes:
    """Return a page as it came in, byte for byte."""
    stored = store.value("SELECT raw FROM snapshot WHERE id = ?", (snapshot_id,))
    if stored is None:
        raise InputError("That page is no longer in the library.")
    return zlib.decompress(stored)


def set_gone(store: Store, advert_id: int, gone: bool, at: datetime) -> None:
    """Note that the server no longer has the advert, or has it again; nothing kept is lost."""
    with store.writing():
        before = store.value("SELECT gone FROM advert WHERE id = ?", (advert_id,))
        if before is None:
            raise InputError("That advert is no longer in the library.")
        if bool(before) != gone:
            store.run(
                "UPDATE advert SET gone = ?1, ended = closed OR ?1 WHERE id = ?2",
                (gone, advert_id),
            )
            detail = "no longer on the board" if gone else "on the board again"
            kept.log(store, advert_id, at, "gone" if gone else "back", detail)
