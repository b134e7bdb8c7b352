"""Steps back and forward through what the person changed."""

import json
from datetime import datetime
from typing import Any

from nhsjobtui.library import kept
from nhsjobtui.library.answers import Place, put
from nhsjobtui.library.rows import ref_of
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Undone

_STEP = "SELECT id, advert_id, field, key, old, new FROM journal WHERE undone = ? ORDER BY id"
_NEWEST, _NEXT = f"{_STEP} DESC LIMIT 1", f"{_STEP} LIMIT 1"


def undo(store: Store, at: datetime) -> Undone | None:
    """Take back the newest step; None when there is none."""
    return _move(store, at, back=True)


def redo(store: Store, at: datetime) -> Undone | None:
    """Make the step that was last taken back again; None when there is none."""
    return _move(store, at, back=False)


def forget(store: Store) -> None:
    """Leave nothing to undo or redo; what was done stays done."""
    store.run("DELETE FROM journal")


def _move(store: Store, at: datetime, back: bool) -> Undone | None:
    with store.writing():
        step = store.row(_NEWEST if back else _NEXT, (not back,))
        if step is None:
            return None
        step_id, advert_id, field, key, old, new = step
        place = Place(advert_id, field, key)
        number = _number(store, place)
        put(store, place, old if back else new)
        store.run("UPDATE journal SET undone = ? WHERE id = ?", (back, step_id))
        number = number or _number(store, place)
        value, other = (old, new) if back else (new, old)
        title = _title(store, advert_id)
        if field == "criterion":
            sentence = _criterion_sentence(title, value, other)
        else:
            again = "back to what it was" if back else "changed again"
            sentence = _sentence(title, place, number, value, again)
        kept.log(store, advert_id, at, "undone" if back else "redone", sentence)
        return Undone(advert_id, sentence)


def _sentence(title: str, place: Place, number: str, value: str | None, again: str) -> str:
    """Say what has the value it had."""
    match place.field:
        case "shortlisted":
            return f"{title} is {'on' if value == '1' else 'off'} the shortlist again."
        case "stage" if value is None:
            return f"{title} has no stage again."
        case "stage":
            return f"The stage of {title} is “{str(value).replace('_', ' ')}” again."
        case "status":
            return f"Criterion {number} of {title} is “{value}” again."
        case "evidence":
            return f"Evidence for criterion {number} of {title} is {again}."
    return f"The note on {title} is {again}."


def _criterion_sentence(title: str, value: str | None, other: str | None) -> str:
    """Say where a criterion added by hand is now."""
    text = json.loads(value or other or "")[3]
    own = value is not None and json.loads(value)[6]
    return f"The criterion “{text}” is {'on' if own else 'off'} the checklist of {title} again."


def _number(store: Store, place: Place) -> str:
    """Return the number of the step's criterion on the checklist as it is now, "" without one."""
    if place.field not in {"status", "evidence"}:
        return ""
    advert = kept.load(store, place.advert_id)
    rows = kept.criteria(store, place.advert_id, advert)
    return next((str(row.n) for row in rows if row.key == place.key), "")


def _title(store: Store, advert_id: int) -> str:
    row: Any = store.row("SELECT title, slug, number FROM advert WHERE id = ?", (advert_id,))
    return f"“{row[0] or ref_of(advert_id, row[1], row[2])}”"
