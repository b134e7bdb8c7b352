"""One value of the person's: where it is kept, and changing it as a step that undo takes back."""

import json
from datetime import datetime
from typing import Literal, NamedTuple

from nhsjobtui.library import kept
from nhsjobtui.library.store import Store

Field = Literal[
    "shortlisted",
    "stage",
    "stage_detail",
    "note",
    "opening",
    "ending",
    "questions",
    "plan",
    "status",
    "self_mark",
    "evidence",
    "criterion",
    "piece",
]
OF_CRITERION = frozenset({"status", "self_mark", "evidence"})
_MARK = (
    "SELECT id, group_name, essential, text, status, evidence, own, self_mark, written_at FROM mark"
)


class Place(NamedTuple):
    """Where one value is kept.

    `key` is that of a criterion, a stage or a general piece, "" for the advert's own values; a
    general piece belongs to no advert.
    """

    advert_id: int | None
    field: Field
    key: str = ""


def get(store: Store, place: Place) -> str | None:
    """Return a value as the journal spells it."""
    if place.field == "criterion":
        row = store.row(f"{_MARK} WHERE advert_id = ? AND key = ?", (place.advert_id, place.key))
        return json.dumps(row, ensure_ascii=False) if row else None
    if place.field == "piece":
        row = store.row("SELECT text, written_at FROM piece WHERE id = ?", (place.key,))
        return json.dumps(row, ensure_ascii=False) if row else None
    if place.field == "stage_detail":
        row = store.row(
            "SELECT day, time, note FROM stage_detail WHERE advert_id = ? AND stage = ?",
            (place.advert_id, place.key),
        )
        return json.dumps(row, ensure_ascii=False) if row else None
    if place.field in OF_CRITERION:
        value = store.value(
            f"SELECT {place.field} FROM mark WHERE advert_id = ? AND key = ?",  # noqa: S608
            (place.advert_id, place.key),
        )
        if value is None:
            return {"status": "todo", "evidence": ""}.get(place.field)
        return str(value)
    value = store.value(
        f"SELECT {place.field} FROM application WHERE advert_id = ?",  # noqa: S608
        (place.advert_id,),
    )
    if value is None:
        return {"shortlisted": "0", "stage": None}.get(place.field, "")
    return str(value)


def put(store: Store, place: Place, value: str | None, now: datetime) -> None:
    """Keep a value, and bring up to date what is derived from it."""
    at = place.advert_id
    if place.field == "piece":
        store.run("DELETE FROM piece WHERE id = ?", (place.key,))
        if value is not None:
            store.run("INSERT INTO piece VALUES (?, ?, ?)", (int(place.key), *json.loads(value)))
        return
    assert at is not None  # noqa: S101 - all but a piece belongs to an advert
    if place.field == "stage_detail":
        store.run("DELETE FROM stage_detail WHERE advert_id = ? AND stage = ?", (at, place.key))
        if value is not None:
            detail = (at, place.key, *json.loads(value))
            store.run("INSERT INTO stage_detail VALUES (?, ?, ?, ?, ?)", detail)
        return
    if place.field == "criterion":
        store.run("DELETE FROM mark WHERE advert_id = ? AND key = ?", (at, place.key))
        if value is not None:
            # Older steps do not have the last two.
            mark_id, *rest = (*json.loads(value), None, None)[:9]
            store.run(
                "INSERT INTO mark (id, advert_id, key, group_name, essential, text, status, "
                "evidence, own, self_mark, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (mark_id, at, place.key, *rest),
            )
    elif place.field == "evidence":
        store.run(
            "UPDATE mark SET evidence = ?1, written_at = iif(?1 = '', NULL, ?2) "
            "WHERE advert_id = ?3 AND key = ?4",
            (value, kept.stamp(now), at, place.key),
        )
    elif place.field in OF_CRITERION:
        store.run(
            f"UPDATE mark SET {place.field} = ? WHERE advert_id = ? AND key = ?",  # noqa: S608
            (value, at, place.key),
        )
    else:
        store.run("INSERT OR IGNORE INTO application (advert_id) VALUES (?)", (at,))
        store.run(
            f"UPDATE application SET {place.field} = ? WHERE advert_id = ?",  # noqa: S608
            (int(value or 0) if place.field == "shortlisted" else value, at),
        )
    if place.field not in {"shortlisted", "stage", "plan", "self_mark"}:
        kept.recount(store, at, kept.load(store, at))


def change(
    store: Store,
    place: Place,
    new: str | None,
    at: datetime,
    detail: str,
    *,
    continuing: bool = False,
) -> None:
    """Make a change as one step: kept, journalled, logged; none where nothing would change."""
    old = get(store, place)
    if old == new:
        return
    put(store, place, new, at)
    if continuing and _continue(store, place, new):
        return
    store.run("DELETE FROM journal WHERE undone")
    store.run(
        "INSERT INTO journal (step, advert_id, field, key, old, new) "
        "SELECT COALESCE(max(step), 0) + 1, ?, ?, ?, ?, ? FROM journal",
        (place.advert_id, place.field, place.key, old, new),
    )
    if place.advert_id is not None and detail:
        kept.log(store, place.advert_id, at, place.field, detail)


def _continue(store: Store, place: Place, new: str | None) -> bool:
    """Let the newest step end in this value, if it is of this field alone; say whether it was."""
    row = store.row(
        "SELECT id, advert_id, field, key, old, undone, "
        "(SELECT count(*) FROM journal AS other WHERE other.step = journal.step) "
        "FROM journal ORDER BY id DESC LIMIT 1"
    )
    if row is None or row[1:4] != (place.advert_id, place.field, place.key) or row[5]:
        return False
    if row[6] > 1:
        return False
    if row[4] == new:
        store.run("DELETE FROM journal WHERE id = ?", (row[0],))
    else:
        store.run("UPDATE journal SET new = ? WHERE id = ?", (new, row[0]))
    return True
