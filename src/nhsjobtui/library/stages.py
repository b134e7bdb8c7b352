"""How far an application has come; marking it as applied freezes a copy of it."""

import json
from datetime import date, datetime

from nhsjobtui.errors import InputError
from nhsjobtui.library import sent
from nhsjobtui.library.answers import check_advert
from nhsjobtui.library.changing import Place, change
from nhsjobtui.library.journal import one_step
from nhsjobtui.library.store import Store
from nhsjobtui.model.application import BEFORE_APPLYING, STAGES, Stage, StageDetail


def set_stage(
    store: Store,
    advert_id: int,
    stage: Stage | None,
    at: datetime,
    *,
    day: date | None = None,
    time: str | None = None,
    note: str = "",
) -> bool:
    """Say how far an application has come, and when, who and where, as one step.

    Of a stage that is named again, what is given replaces what was noted of it before; the log
    keeps both. Returns whether a copy was frozen.
    """
    from nhsjobtui.clean import clean

    if stage is not None and stage not in STAGES:
        raise InputError(f"“{stage}” is not a stage.", f"The stages are: {', '.join(STAGES)}.")
    detail = StageDetail(stage, day, time, clean(note).strip()) if stage else None
    with store.writing():
        check_advert(store, advert_id)
        before = store.value("SELECT stage FROM application WHERE advert_id = ?", (advert_id,))
        with one_step(store):
            if detail and (detail.day or detail.note):
                _note(store, advert_id, detail, at, logged=before == stage)
            change(store, Place(advert_id, "stage"), stage, at, _words(stage, detail))
        if stage != "applied" or before == stage:
            return False
        return sent.freeze(store, advert_id, at, again=before in BEFORE_APPLYING)


def _note(store: Store, advert_id: int, detail: StageDetail, at: datetime, *, logged: bool) -> None:
    """Keep what was noted of a stage; what is not given stays as it was noted before."""
    row = store.row(
        "SELECT day, time, note FROM stage_detail WHERE advert_id = ? AND stage = ?",
        (advert_id, detail.stage),
    )
    day, time, note = row or (None, None, "")
    if detail.day:
        day, time = detail.day.isoformat(), detail.time
    value = json.dumps((day, time, detail.note or note), ensure_ascii=False)
    words = _words(detail.stage, detail) if logged else ""
    change(store, Place(advert_id, "stage_detail", detail.stage), value, at, words)


def _words(stage: Stage | None, detail: StageDetail | None) -> str:
    if stage is None or detail is None:
        return "stage taken away"
    return f"stage: {stage.replace('_', ' ')}{detail.on_with_note}"
