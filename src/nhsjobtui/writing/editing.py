"""An application as a TOML text for the person's own editor, and what came back of it."""

import re
from typing import Any

from nhsjobtui.errors import InputError
from nhsjobtui.library import Library
from nhsjobtui.model.application import SELF_MARKS, STATUSES, Criterion, criterion_key
from nhsjobtui.model.fields import Fields
from nhsjobtui.model.joining import joined
from nhsjobtui.model.whole import Application
from nhsjobtui.writing.data import parse

_TEXTS = ("note", "questions", "opening", "closing")
_OF_CRITERION = ("group", "class", "criterion", "status", "self_mark", "evidence")
_HEAD = """\
# {title}
# status: {statuses}. self_mark: 0 to {most}; leave it out for none.
# What you take out of this file stays as it was; an empty text ("") empties it.

"""


def editable(whole: Application) -> str:
    """Return what the person wrote for an application, to be changed in an editor."""
    import tomli_w

    plan = whole.plan
    table: dict[str, Any] = {
        "note": whole.note,
        "questions": whole.questions,
        "opening": plan.opening,
        "closing": plan.ending,
        "criteria": [_row(criterion) for criterion in whole.criteria],
    }
    title = " ".join((whole.advert.title or whole.ref or "An application").split())
    head = _HEAD.format(title=title, statuses=", ".join(STATUSES), most=len(SELF_MARKS) - 1)
    return head + tomli_w.dumps(table, multiline_strings=True)


def _row(criterion: Criterion) -> dict[str, Any]:
    mark = {} if criterion.self_mark is None else {"self_mark": criterion.self_mark}
    return {
        "group": criterion.group,
        "class": "essential" if criterion.essential else "desirable",
        "criterion": criterion.text,
        "status": criterion.status,
        **mark,
        "evidence": criterion.evidence,
    }


def take_edited(library: Library, advert_id: int, before: str, after: str) -> int:
    """Keep what the person changed between two texts of `editable`; return how many changes.

    All of it is one step of undo. What was changed elsewhere meanwhile stays, above or below.
    Raises InputError, naming the line or the place, and then nothing is changed.
    """
    old, new = _read(before), _read(after)
    changes = 0
    with library.one_step():
        whole = library.application(advert_id)
        rows = {row.key: row for row in whole.criteria}
        if unknown := set(new.criteria) - set(rows):
            name = new.criteria[min(unknown)].line("criterion")
            raise InputError(f"“{name}” is not on the checklist; nothing was changed.")
        here = {"opening": whole.plan.opening, "closing": whole.plan.ending}
        here |= {"note": whole.note, "questions": whole.questions}
        setters = {"opening": library.set_opening, "closing": library.set_ending}
        setters |= {"note": library.set_note, "questions": library.set_questions}
        for name in _TEXTS:
            text = _changed(old.texts, new.texts, name, here[name])
            if text is not None:
                setters[name](advert_id, text)
                changes += 1
        for key, fields in new.criteria.items():
            pair = (old.criteria.get(key, Fields({}, "")), fields)
            changes += _take_row(library, advert_id, rows[key], pair)
    return changes


class _Edited:
    """A text of `editable` as it was read, every value checked."""

    def __init__(self, texts: Fields, criteria: dict[str, Fields]) -> None:
        self.texts, self.criteria = texts, criteria
        for name in _TEXTS:
            texts.text(name)
        for fields in criteria.values():
            fields.text("evidence")
            fields.choice("status", STATUSES, "todo")
            if fields.number("self_mark", 0) >= len(SELF_MARKS):
                raise fields.wrong("self_mark", f"is not a number from 0 to {len(SELF_MARKS) - 1}")


def _read(text: str) -> _Edited:
    try:
        return _checked(text)
    except InputError as error:
        raise _with_line(error, text) from error


def _with_line(error: InputError, text: str) -> InputError:
    """Return an error that names a criterion's value with the line of that value before it."""
    if not (found := re.match(r"criteria (\d+)(?:, (\w+))?", error.message)):
        return error
    lines = text.split("\n")
    tables = [number for number, line in enumerate(lines) if line.strip() == "[[criteria]]"]
    if int(found[1]) > len(tables):
        return error
    start = tables[int(found[1]) - 1]
    named = [n for n in range(start, len(lines)) if found[2] and lines[n].startswith(found[2])]
    return InputError(f"Line {(named or [start])[0] + 1}: {error.message}", error.hint)


def _checked(text: str) -> _Edited:
    fields = Fields(parse(text.encode(), "The text"), "")
    fields.allow((*_TEXTS, "criteria"))
    rows: dict[str, Fields] = {}
    for row in fields.tables("criteria"):
        row.allow(_OF_CRITERION)
        essential = row.raw("class") != "desirable"
        key = criterion_key(row.text("group"), row.text("criterion"), essential)
        if key in rows:
            raise row.wrong("criterion", "is here twice", "Put what you wrote for it into one.")
        rows[key] = row
    return _Edited(fields, rows)


def _changed(old: Fields, new: Fields, name: str, here: str) -> str | None:
    """Return what a text is to be, None where the person left it alone or took it out."""
    if not new.has(name) or new.text(name) == old.text(name):
        return None
    base, ours = old.text(name), new.text(name)
    return ours if here == base else joined(base, here, ours)


def _take_row(library: Library, advert_id: int, row: Criterion, pair: tuple[Fields, Fields]) -> int:
    old, new = pair
    changes = 0
    evidence = _changed(old, new, "evidence", row.evidence)
    if evidence is not None:
        library.set_evidence(advert_id, row.key, evidence)
        changes += 1
    status = new.choice("status", STATUSES, "todo")
    if new.has("status") and status != old.choice("status", STATUSES, "todo"):
        library.set_status(advert_id, row.key, status)
        changes += 1
    mark = new.number("self_mark", 0) if new.has("self_mark") else None
    if mark != (old.number("self_mark", 0) if old.has("self_mark") else None):
        library.set_self_mark(advert_id, row.key, mark)
        changes += 1
    return changes
