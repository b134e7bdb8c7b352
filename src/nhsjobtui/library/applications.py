"""Applications whole, as the library has them."""

import json
from datetime import date, datetime

from nhsjobtui.errors import InputError
from nhsjobtui.library import kept
from nhsjobtui.library.store import Store
from nhsjobtui.model.application import STAGES, StageDetail
from nhsjobtui.model.statement import Plan
from nhsjobtui.model.whole import Application, Logged, Named

_ANSWERED = "SELECT advert_id FROM mark WHERE evidence != '' OR status != 'todo' OR self_mark >= 0"
_BEGUN = (
    "SELECT advert_id FROM application "
    "WHERE stage IS NOT NULL OR questions != '' OR opening != '' OR ending != '' UNION "
)
_CARRYING = (
    "SELECT advert_id FROM application WHERE shortlisted OR stage IS NOT NULL OR note != '' "
    "OR questions != '' OR opening != '' OR ending != '' OR plan != '' UNION "
    "SELECT advert_id FROM sent UNION SELECT advert_id FROM mark WHERE own UNION "
)


def load(store: Store, advert_id: int) -> Application:
    """Return an advert with everything that the person added to it."""
    from nhsjobtui.library import sent

    rows = store.rows(
        "SELECT at, kind, detail FROM event WHERE advert_id = ? ORDER BY at, id", (advert_id,)
    )
    log = (Logged(datetime.fromisoformat(at), kind, detail) for at, kind, detail in rows)
    return whole(store, advert_id)._replace(
        log=tuple(log), sent=tuple(sent.copies(store, advert_id))
    )


def whole(store: Store, advert_id: int) -> Application:
    """Return an advert with everything of the person's but its log and the copies sent."""
    facts = store.row("SELECT added_at, fetched_at, gone FROM advert WHERE id = ?", (advert_id,))
    if facts is None:
        raise InputError("That advert is no longer in the library.")
    names = store.rows(
        "SELECT kind, key, value FROM reference WHERE advert_id = ? ORDER BY kind, key",
        (advert_id,),
    )
    own = store.row(
        f"SELECT shortlisted, stage, plan, {kept.TEXTS} FROM application WHERE advert_id = ?",  # noqa: S608
        (advert_id,),
    )
    shortlisted, stage, plan, note, opening, ending, questions = own or ((0, None, "") + ("",) * 4)
    return Application(
        advert=kept.load(store, advert_id),
        names=tuple(Named(*name) for name in names),
        added_at=datetime.fromisoformat(facts[0]),
        fetched_at=datetime.fromisoformat(facts[1]),
        gone=bool(facts[2]),
        shortlisted=bool(shortlisted),
        stage=stage,
        note=note,
        questions=questions,
        plan=read_plan(plan)._replace(opening=opening, ending=ending),
        answers=tuple(kept.marks(store, advert_id)),
        stages=tuple(stages(store, advert_id)),
    )


def stages(store: Store, advert_id: int) -> list[StageDetail]:
    """Return what was noted of the stages, in the order that applications go through them."""
    rows = store.rows(
        "SELECT stage, day, time, note FROM stage_detail WHERE advert_id = ?", (advert_id,)
    )
    found = [
        StageDetail(stage, date.fromisoformat(day) if day else None, time, note)
        for stage, day, time, note in rows
    ]
    return sorted(found, key=lambda detail: STAGES.index(detail.stage))


def detail_row(detail: StageDetail) -> tuple[str | None, str | None, str]:
    """Return the day, time and note of a stage as its row has them."""
    return str(detail.day) if detail.day else None, detail.time, detail.note


def read_plan(stored: str) -> Plan:
    """Return the choices that `write_plan` wrote down."""
    return Plan(**json.loads(stored)) if stored else Plan()


def write_plan(plan: Plan) -> str:
    """Return the choices of a plan as the file keeps them, "" for the usual ones."""
    usual = Plan()._asdict()
    chosen = plan._replace(opening="", ending="")._asdict()
    different = {name: value for name, value in chosen.items() if value != usual[name]}
    return json.dumps(different) if different else ""


def ids(store: Store) -> list[int]:
    """Return the adverts that the person works at: at a stage, or with a word written for them."""
    return [row[0] for row in store.rows(_BEGUN + _ANSWERED)]


def carrying(store: Store, *, or_whole: bool = False) -> list[int]:
    """Return the adverts that carry anything of the person's; `or_whole`, every full one."""
    full = " UNION SELECT id FROM advert WHERE NOT listing" if or_whole else ""
    return [row[0] for row in store.rows(_CARRYING + _ANSWERED + full)]
