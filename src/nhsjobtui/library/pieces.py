"""General pieces: the person's own texts that belong to no advert."""

import json
from datetime import datetime

from nhsjobtui.library import kept
from nhsjobtui.library.changing import Place, change
from nhsjobtui.library.store import Store


def put_piece(store: Store, text: str, written_at: datetime, at: datetime) -> tuple[str, bool]:
    """Keep a piece as a step of undo; return its id, and whether it was not there before."""
    known = store.value("SELECT id FROM piece WHERE text = ?", (text,))
    if known is not None:
        return f"p{known}", False
    # An id never used before, so that taking back a removal finds its own free.
    number = int(store.value("SELECT seq FROM sqlite_sequence WHERE name = 'piece'") or 0) + 1
    value = json.dumps((text, kept.stamp(written_at)), ensure_ascii=False)
    change(store, Place(None, "piece", str(number)), value, at, "")
    return f"p{number}", True
