"""What the person changes: one value at a time, each a step that can be taken back."""

import json
from datetime import datetime
from typing import Literal, NamedTuple

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept
from nhsjobtui.library.store import Store
from nhsjobtui.model.application import (
    STAGES,
    STATUSES,
    Criterion,
    Mark,
    Stage,
    Status,
    criterion_key,
)

Field = Literal["shortlisted", "stage", "note", "status", "evidence", "criterion"]
_MARK = "SELECT id, group_name, essential, text, status, evidence, own FROM mark"


class Place(NamedTuple):
    """Where one value is kept; `key` is that of a criterion, "" for the advert's own values."""

    advert_id: int
    field: Field
    key: str = ""


def get(store: Store, place: Place) -> str | None:
    """Return a value as the journal spells it."""
    if place.field == "criterion":
        row = store.row(f"{_MARK} WHERE advert_id = ? AND key = ?", (place.advert_id, place.key))
        return json.dumps(row, ensure_ascii=False) if row else None
    if place.field in {"status", "evidence"}:
        value = store.value(
            f"SELECT {place.field} FROM mark WHERE advert_id = ? AND key = ?",  # noqa: S608
            (place.advert_id, place.key),
        )
        return str(value) if value is not None else ("todo" if place.field == "status" else "")
    value = store.value(
        f"SELECT {place.field} FROM application WHERE advert_id = ?",  # noqa: S608
        (place.advert_id,),
    )
    if value is None:
        return {"shortlisted": "0", "note": ""}.get(place.field)
    return str(value)


def put(store: Store, place: Place, value: str | None) -> None:
    """Keep a value, and bring up to date what is derived from it."""
    at = place.advert_id
    if place.field == "criterion":
        store.run("DELETE FROM mark WHERE advert_id = ? AND key = ?", (at, place.key))
        if value is not None:
            mark_id, *rest = json.loads(value)
            store.run(
                "INSERT INTO mark (id, advert_id, key, group_name, essential, text, status, "
                "evidence, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (mark_id, at, place.key, *rest),
            )
    elif place.field in {"status", "evidence"}:
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
    if place.field not in {"shortlisted", "stage"}:
        kept.recount(store, at, kept.load(store, at))


def set_shortlisted(store: Store, advert_id: int, on: bool, at: datetime) -> None:
    """Put an advert on the shortlist or take it off."""
    detail = "put on the shortlist" if on else "taken off the shortlist"
    with store.writing():
        _check_advert(store, advert_id)
        _change(store, Place(advert_id, "shortlisted"), "1" if on else "0", at, detail)


def set_stage(store: Store, advert_id: int, stage: Stage | None, at: datetime) -> None:
    """Say how far the application has come."""
    if stage is not None and stage not in STAGES:
        raise InputError(f"“{stage}” is not a stage.", f"The stages are: {', '.join(STAGES)}.")
    detail = f"stage: {stage.replace('_', ' ')}" if stage else "stage taken away"
    with store.writing():
        _check_advert(store, advert_id)
        _change(store, Place(advert_id, "stage"), stage, at, detail)


def set_note(
    store: Store, advert_id: int, text: str, at: datetime, *, continuing: bool = False
) -> None:
    """Replace the note on an advert."""
    from nhsjobtui.clean import clean

    text = clean(text)
    detail = "note changed" if text else "note emptied"
    with store.writing():
        _check_advert(store, advert_id)
        _change(store, Place(advert_id, "note"), text, at, detail, continuing=continuing)


def set_status(store: Store, advert_id: int, key: str, status: Status, at: datetime) -> None:
    """Tick a criterion, or not."""
    if status not in STATUSES:
        raise InputError(f"“{status}” is not a status.", f"They are: {', '.join(STATUSES)}.")
    with store.writing():
        criterion = _criterion(store, advert_id, key)
        if criterion.status != status:
            _keep_mark(store, advert_id, criterion)
            detail = f"criterion {criterion.n}: {status}"
            _change(store, Place(advert_id, "status", key), status, at, detail)


def set_evidence(
    store: Store, advert_id: int, key: str, text: str, at: datetime, *, continuing: bool = False
) -> None:
    """Replace the evidence for one criterion."""
    from nhsjobtui.clean import clean

    text = clean(text)
    with store.writing():
        criterion = _criterion(store, advert_id, key)
        if criterion.evidence != text:
            _keep_mark(store, advert_id, criterion)
            detail = f"evidence for criterion {criterion.n} {'changed' if text else 'emptied'}"
            _change(
                store, Place(advert_id, "evidence", key), text, at, detail, continuing=continuing
            )


def add_criterion(
    store: Store, advert_id: int, text: str, at: datetime, *, group: str, essential: bool
) -> Criterion:
    """Add a criterion by hand, for a specification that is only in a document."""
    from nhsjobtui.clean import clean_line

    text, group = clean_line(text), clean_line(group)
    if not text:
        raise InputError("A criterion needs a text; nothing was added.")
    key = criterion_key(group, text, essential)
    with store.writing():
        advert = kept.load(store, advert_id)
        if any(criterion.key == key for criterion in kept.criteria(store, advert_id, advert)):
            raise InputError(f"“{text}” is on the checklist already; nothing was added.")
        group = next(
            (g.name for g in advert.person_spec if g.name.casefold() == group.casefold()), group
        )
        value = json.dumps([_next_mark(store), group, essential, text, "todo", "", True])
        detail = f"criterion added: {text}"
        _change(store, Place(advert_id, "criterion", key), value, at, detail)
        return _criterion(store, advert_id, key)


def remove_criterion(store: Store, advert_id: int, key: str, at: datetime) -> None:
    """Remove a criterion that the person added, with its evidence; undo brings both back."""
    with store.writing():
        criterion = _criterion(store, advert_id, key)
        if not criterion.own:
            raise InputError(
                f"Criterion {criterion.n} is the advert's own; it was not removed.",
                "Only a criterion that was added by hand can be removed.",
            )
        detail = f"criterion removed: {criterion.text}"
        _change(store, Place(advert_id, "criterion", key), None, at, detail)


def _check_advert(store: Store, advert_id: int) -> None:
    if store.row("SELECT 1 FROM advert WHERE id = ?", (advert_id,)) is None:
        raise InputError("That advert is no longer in the library.")


def _criterion(store: Store, advert_id: int, key: str) -> Criterion:
    rows = kept.criteria(store, advert_id, kept.load(store, advert_id))
    criterion = next((row for row in rows if row.key == key), None)
    if criterion is None:
        raise InputError("That criterion is not on the advert's checklist; nothing was changed.")
    return criterion


def _keep_mark(store: Store, advert_id: int, criterion: Criterion) -> None:
    """Make room for an answer, with the criterion's words beside it."""
    mark = Mark(criterion.group, criterion.essential, criterion.text)
    store.run(
        "INSERT OR IGNORE INTO mark (advert_id, key, group_name, essential, text) "
        "VALUES (?, ?, ?, ?, ?)",
        (advert_id, criterion.key, mark.group, mark.essential, mark.text),
    )


def _next_mark(store: Store) -> int:
    """Return an id never used before, so that taking back a removal finds its own free."""
    return int(store.value("SELECT seq FROM sqlite_sequence WHERE name = 'mark'") or 0) + 1


def _change(
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
    put(store, place, new)
    if continuing and _continue(store, place, new):
        return
    store.run("DELETE FROM journal WHERE undone")
    store.run(
        "INSERT INTO journal (step, advert_id, field, key, old, new) "
        "SELECT COALESCE(max(step), 0) + 1, ?, ?, ?, ?, ? FROM journal",
        (place.advert_id, place.field, place.key, old, new),
    )
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
