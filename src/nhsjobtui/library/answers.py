"""What the person changes: one value at a time, each a step that can be taken back."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept
from nhsjobtui.library.changing import Place, change
from nhsjobtui.library.store import Store
from nhsjobtui.model.application import (
    SELF_MARKS,
    STATUSES,
    Criterion,
    Mark,
    Status,
    criterion_key,
)

if TYPE_CHECKING:
    from nhsjobtui.model.statement import Plan

Text = Literal["note", "opening", "ending", "questions"]
TEXT_NAMES: dict[Text, str] = {
    "note": "note",
    "opening": "opening paragraph",
    "ending": "closing paragraph",
    "questions": "questions",
}


def set_shortlisted(store: Store, advert_id: int, on: bool, at: datetime) -> None:
    """Put an advert on the shortlist or take it off."""
    detail = "put on the shortlist" if on else "taken off the shortlist"
    with store.writing():
        check_advert(store, advert_id)
        change(store, Place(advert_id, "shortlisted"), "1" if on else "0", at, detail)


def set_text(
    store: Store, advert_id: int, field: Text, text: str, at: datetime, *, continuing: bool = False
) -> None:
    """Replace one of the texts of an application that belong to no criterion."""
    from nhsjobtui.clean import clean

    text = clean(text)
    detail = f"{TEXT_NAMES[field]} {'changed' if text else 'emptied'}"
    with store.writing():
        check_advert(store, advert_id)
        change(store, Place(advert_id, field), text, at, detail, continuing=continuing)


def set_plan(store: Store, advert_id: int, plan: "Plan", at: datetime) -> None:
    """Keep how the statement is put together; its two paragraphs are texts of their own."""
    from nhsjobtui.library import applications

    with store.writing():
        check_advert(store, advert_id)
        stored = applications.write_plan(plan)
        change(store, Place(advert_id, "plan"), stored, at, "statement put together anew")


def set_status(store: Store, advert_id: int, key: str, status: Status, at: datetime) -> None:
    """Tick a criterion, or not."""
    if status not in STATUSES:
        raise InputError(f"“{status}” is not a status.", f"They are: {', '.join(STATUSES)}.")
    with store.writing():
        criterion = _criterion(store, advert_id, key)
        if criterion.status != status:
            keep_mark(store, advert_id, criterion)
            detail = f"criterion {criterion.n}: {status}"
            change(store, Place(advert_id, "status", key), status, at, detail)


def set_self_mark(
    store: Store, advert_id: int, key: str, self_mark: int | None, at: datetime
) -> None:
    """Keep the person's own mark for their evidence, a place in `SELF_MARKS`; None for none."""
    if self_mark is not None and self_mark not in range(len(SELF_MARKS)):
        raise InputError(f"{self_mark} is not a mark.", "The marks are 0 to 3.")
    with store.writing():
        criterion = _criterion(store, advert_id, key)
        if criterion.self_mark != self_mark:
            keep_mark(store, advert_id, criterion)
            words = "no own mark" if self_mark is None else f"own mark {self_mark}"
            value = None if self_mark is None else str(self_mark)
            detail = f"criterion {criterion.n}: {words}"
            change(store, Place(advert_id, "self_mark", key), value, at, detail)


def set_evidence(
    store: Store, advert_id: int, key: str, text: str, at: datetime, *, continuing: bool = False
) -> None:
    """Replace the evidence for one criterion."""
    from nhsjobtui.clean import clean

    text = clean(text)
    with store.writing():
        criterion = _criterion(store, advert_id, key)
        if criterion.evidence != text:
            keep_mark(store, advert_id, criterion)
            detail = f"evidence for criterion {criterion.n} {'changed' if text else 'emptied'}"
            change(
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
        value = json.dumps([next_mark(store), group, essential, text, "todo", "", True, None, None])
        detail = f"criterion added: {text}"
        change(store, Place(advert_id, "criterion", key), value, at, detail)
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
        change(store, Place(advert_id, "criterion", key), None, at, detail)


def check_advert(store: Store, advert_id: int) -> None:
    """Raise InputError for an advert that is gone from the library."""
    if store.row("SELECT 1 FROM advert WHERE id = ?", (advert_id,)) is None:
        raise InputError("That advert is no longer in the library.")


def _criterion(store: Store, advert_id: int, key: str) -> Criterion:
    rows = kept.criteria(store, advert_id, kept.load(store, advert_id))
    criterion = next((row for row in rows if row.key == key), None)
    if criterion is None:
        raise InputError("That criterion is not on the advert's checklist; nothing was changed.")
    return criterion


def keep_mark(store: Store, advert_id: int, criterion: Criterion) -> None:
    """Make room for an answer, with the criterion's words beside it."""
    mark = Mark(criterion.group, criterion.essential, criterion.text)
    store.run(
        "INSERT OR IGNORE INTO mark (advert_id, key, group_name, essential, text) "
        "VALUES (?, ?, ?, ?, ?)",
        (advert_id, criterion.key, mark.group, mark.essential, mark.text),
    )


def next_mark(store: Store) -> int:
    """Return an id never used before, so that taking back a removal finds its own free."""
    return int(store.value("SELECT seq FROM sqlite_sequence WHERE name = 'mark'") or 0) + 1
