"""Steps back and forward through what the person changed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from nhsjobtui.library import kept
from nhsjobtui.library.answers import TEXT_NAMES
from nhsjobtui.library.changing import OF_CRITERION, Place, put
from nhsjobtui.library.rows import ref_of
from nhsjobtui.library.store import Store
from nhsjobtui.library.views import Undone

_OF_STAGE = frozenset({"stage", "stage_detail"})
_NEWEST = "SELECT max(step) FROM journal WHERE NOT undone"
_NEXT = "SELECT min(step) FROM journal WHERE undone"
_CHANGES = "SELECT id, advert_id, field, key, old, new FROM journal WHERE step = ? ORDER BY id"


@contextmanager
def one_step(store: Store) -> Iterator[None]:
    """Make the changes inside wholly or not at all, and one step of them."""
    with store.writing():
        before = store.value("SELECT max(id) FROM journal") or 0
        yield
        store.run(
            "UPDATE journal SET step = (SELECT min(step) FROM journal WHERE id > ?1) WHERE id > ?1",
            (before,),
        )


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
        step = store.value(_NEWEST if back else _NEXT)
        if step is None:
            return None
        changes = store.rows(_CHANGES, (step,))
        said = [_move_one(store, at, change, back) for change in changes[:: -1 if back else 1]]
        store.run("UPDATE journal SET undone = ? WHERE step = ?", (back, step))
        stages = [
            said[n]
            for n, change in enumerate(changes[:: -1 if back else 1])
            if change[2] == "stage"
        ]
        if stages and all(change[2] in _OF_STAGE for change in changes):
            said = stages
        advert_ids = list(dict.fromkeys(change[1] for change in changes))
        return Undone(advert_ids[0], _sentence(store, said, advert_ids, back))


def _move_one(store: Store, at: datetime, change: tuple[Any, ...], back: bool) -> str:
    """Give one change the value before or after it; return what it is now."""
    _, advert_id, field, key, old, new = change
    place = Place(advert_id, field, key)
    number = _number(store, place)
    put(store, place, old if back else new, at)
    number = number or _number(store, place)
    value, other = (old, new) if back else (new, old)
    now, detail = _words(place, number, value, other, back)
    if advert_id is not None:
        kept.log(store, advert_id, at, "undone" if back else "redone", detail)
    return now


def _sentence(store: Store, said: list[str], advert_ids: list[int | None], back: bool) -> str:
    """Say first what came of a step, then on which advert."""
    if advert_ids[0] is None and len(said) == 1:
        return f"{said[0]}."
    title = _title(store, advert_ids[0])
    if len(said) == 1:
        return f"{said[0]}: {title}."
    done = f"{len(said)} changes {'taken back' if back else 'made again'}"
    if len(advert_ids) > 1:
        adverts = sum(advert_id is not None for advert_id in advert_ids)
        where = f"on {adverts} advert{'s' if adverts > 1 else ''}"
        return f"{done}, {where}{' and in the bank' if None in advert_ids else ''}."
    return f"{done}: {title}."


def _words(
    place: Place, number: str, value: str | None, other: str | None, back: bool
) -> tuple[str, str]:
    """Return what a field is now, for the person and for the log."""
    again = "back to what it was" if back else "changed again"
    match place.field:
        case "shortlisted":
            where = "on" if value == "1" else "off"
            return f"{where.capitalize()} the shortlist again", f"{where} the shortlist again"
        case "stage" if value is None:
            return "No stage again", "no stage again"
        case "stage":
            stage = str(value).replace("_", " ")
            return f"Stage “{stage}” again", f"stage: {stage} again"
        case "stage_detail":
            return f"What is noted of the stage is {again}", f"note on the stage {again}"
        case "plan":
            return f"The plan of the statement is {again}", f"plan of the statement {again}"
        case "piece":
            where = "out of the bank again" if value is None else "in the bank again"
            return f"The piece is {again if value and other else where}", ""
        case "self_mark":
            mark = "no own mark" if value is None else f"own mark {value}"
            return f"Criterion {number} has {mark} again", f"criterion {number}: {mark} again"
        case "questions":
            now = "as they were" if back else "changed again"
            return f"Your questions are {now}", f"questions {now}"
        case "opening" | "ending":
            name = TEXT_NAMES[place.field]
            return f"The {name} is {again}", f"{name} {again}"
        case "status":
            return f"Criterion {number} is “{value}” again", f"criterion {number}: {value} again"
        case "evidence":
            return (
                f"Evidence for criterion {number} is {again}",
                f"evidence for criterion {number} {again}",
            )
        case "criterion":
            text = json.loads(value or other or "")[3]
            where = "on" if value is not None and json.loads(value)[6] else "off"
            return (
                f"{where.capitalize()} the checklist again, “{text}”",
                f"{where} the checklist again: {text}",
            )
    return f"The note is {again}", f"note {again}"


def _number(store: Store, place: Place) -> str:
    """Return the number of the step's criterion on the checklist as it is now, "" without one."""
    if place.field not in OF_CRITERION or place.advert_id is None:
        return ""
    advert = kept.load(store, place.advert_id)
    rows = kept.criteria(store, place.advert_id, advert)
    return next((str(row.n) for row in rows if row.key == place.key), "")


def _title(store: Store, advert_id: int | None) -> str:
    if advert_id is None:
        return "the bank"
    title, slug, number = store.row(
        "SELECT title, slug, number FROM advert WHERE id = ?", (advert_id,)
    )
    return title or ref_of(advert_id, slug, number)
