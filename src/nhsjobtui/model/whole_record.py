"""An application as the record that JSON and TOML files hold, and back, every value checked."""

import json
from datetime import date, datetime
from typing import Any, get_args

from nhsjobtui.model.application import SELF_MARKS, STAGES, STATUSES, Mark, StageDetail
from nhsjobtui.model.fields import Fields, at_place
from nhsjobtui.model.record import from_record, to_stored
from nhsjobtui.model.record_check import checked
from nhsjobtui.model.references import Kind
from nhsjobtui.model.statement import ORDERS, Plan
from nhsjobtui.model.whole import Application, Logged, Named, Sent

FORMAT = 1
"""The version of the record."""


def whole_record(whole: Application) -> dict[str, Any]:
    """Return an application as plain data; what is not known is null, or missing in TOML."""
    return frozen_record(whole) | {
        "log": [
            {"at": line.at.isoformat(), "kind": line.kind, "detail": line.detail}
            for line in whole.log
        ],
        "sent": [{"at": copy.at.isoformat(), "record": copy.record} for copy in whole.sent],
    }


def frozen_record(whole: Application) -> dict[str, Any]:
    """Return what is kept of an application when it is sent: all but its log and older copies."""
    plan = whole.plan
    return {
        "format": FORMAT,
        "shortlisted": whole.shortlisted,
        "stage": whole.stage,
        "note": whole.note,
        "questions": whole.questions,
        "statement": {
            "order": plan.order,
            "headings": plan.headings,
            "interview": plan.interview,
            "word_limit": plan.word_limit,
            "character_limit": plan.character_limit,
            "opening": plan.opening,
            "ending": plan.ending,
            "text": whole.statement.text,
        },
        "criteria": [_answer(mark) for mark in whole.answers],
        "stages": [_stage(detail) for detail in whole.stages],
        "added_at": whole.added_at.isoformat(),
        "fetched_at": whole.fetched_at.isoformat(),
        "gone": whole.gone,
        "names": [name._asdict() for name in whole.names],
        "advert": to_stored(whole.advert),
    }


def _answer(mark: Mark) -> dict[str, Any]:
    return {
        "group": mark.group,
        "class": "essential" if mark.essential else "desirable",
        "text": mark.text,
        "status": mark.status,
        "self_mark": mark.self_mark,
        "own": mark.own,
        "written_at": mark.written_at.isoformat() if mark.written_at else None,
        "evidence": mark.evidence,
    }


def _stage(detail: StageDetail) -> dict[str, Any]:
    return {
        "stage": detail.stage,
        "day": detail.day.isoformat() if detail.day else None,
        "time": detail.time,
        "note": detail.note,
    }


def read_whole(record: object, where: str = "") -> Application:
    """Return the application that a record holds; raise InputError naming what cannot be meant."""
    fields = Fields(record, where)
    version = fields.number("format", FORMAT, least=1)
    if version > FORMAT:
        raise fields.wrong("format", "was written by a newer nhsjobtui", "Install the newest one.")
    advert = fields.table("advert")
    if advert is None:
        raise fields.wrong("advert", "is missing")
    return Application(
        advert=from_record(checked(advert, at_place(where, "advert"))),
        names=tuple(
            Named(_kind(name), name.raw("key"), name.line("value"))
            for name in fields.tables("names")
        ),
        added_at=fields.moment("added_at"),
        fetched_at=fields.moment("fetched_at"),
        gone=fields.flag("gone"),
        shortlisted=fields.flag("shortlisted"),
        stage=fields.choice("stage", STAGES, None),
        note=fields.text("note"),
        questions=fields.text("questions"),
        plan=_read_plan(Fields(fields.table("statement") or {}, at_place(where, "statement"))),
        answers=tuple(_read_answer(one) for one in fields.tables("criteria")),
        stages=tuple(_read_stage(one) for one in fields.tables("stages")),
        log=tuple(
            Logged(line.moment("at"), line.line("kind"), line.text("detail"))
            for line in fields.tables("log")
        ),
        sent=tuple(_read_sent(one) for one in fields.tables("sent")),
    )


def _kind(fields: Fields) -> str:
    kind = fields.choice("kind", get_args(Kind), "")
    if not (kind and fields.raw("key")):
        raise fields.wrong("kind", "and key must both be there")
    return str(kind)


def _read_sent(fields: Fields) -> Sent:
    """Return a frozen copy, letter for letter; it must be a whole application itself."""
    record = fields.raw("record")
    try:
        inner = json.loads(record)
    except (ValueError, RecursionError):
        raise fields.wrong("record", "is not the copy that was written") from None
    read_whole(inner, at_place(fields.where, "record"))
    return Sent(fields.moment("at"), record)


def _read_plan(fields: Fields) -> Plan:
    plan = Plan()
    return Plan(
        order=fields.choice("order", ORDERS, plan.order),
        headings=fields.flag("headings", plan.headings),
        interview=fields.flag("interview", plan.interview),
        opening=fields.text("opening"),
        ending=fields.text("ending"),
        word_limit=fields.number("word_limit", plan.word_limit),
        character_limit=fields.number("character_limit", plan.character_limit),
    )


def _read_answer(fields: Fields) -> Mark:
    text = fields.text("text")
    if not text.strip():
        raise fields.wrong("text", "is empty")
    self_mark = fields.number("self_mark", -1)
    if self_mark >= len(SELF_MARKS):
        raise fields.wrong("self_mark", "is not a number from 0 to 3")
    return Mark(
        group=fields.text("group"),
        essential=fields.choice("class", ("essential", "desirable"), "essential") == "essential",
        text=text,
        status=fields.choice("status", STATUSES, "todo"),
        evidence=fields.text("evidence"),
        own=fields.flag("own"),
        self_mark=None if self_mark < 0 else self_mark,
        written_at=fields.moment("written_at") if fields.has("written_at") else None,
    )


def _read_stage(fields: Fields) -> StageDetail:
    day, time = fields.line("day"), fields.line("time")
    try:
        on = date.fromisoformat(day) if day else None
        at = datetime.strptime(time, "%H:%M").strftime("%H:%M") if time else None
    except ValueError:
        raise fields.wrong("day", "and time must look like 2026-06-03 and 10:00") from None
    stage = fields.choice("stage", STAGES, None)
    if stage is None:
        raise fields.wrong("stage", "is missing")
    return StageDetail(stage, on, at, fields.text("note"))
