"""The record of an advert out of a file that a person may have edited, whole and checked."""

import math
from datetime import date, time
from typing import Any

from nhsjobtui.clean import clean, clean_line
from nhsjobtui.errors import InputError
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.fields import at_place
from nhsjobtui.model.record import to_stored

# What each list holds; the rest is as an empty advert has it.
_HELD: dict[str, Any] = {
    "working_pattern": "",
    "locations": {"lines": [], "postcode": None},
    "lines": "",
    "sections": {"heading": "", "text": ""},
    "person_spec": {"group": "", "essential": [], "desirable": []},
    "essential": "",
    "desirable": "",
    "documents": {"name": "", "detail": None},
    "warnings": "",
}
_NUMBER = (int, float)
_WORDS = {
    "board": ("nhsjobs", "findajob", "trac", "unknown"),
    "per": ("year", "month", "week", "day", "hour", "session"),
}


def checked(record: dict[str, Any], where: str) -> dict[str, Any]:
    """Return a stored record with every name it needs; raise InputError for what cannot be."""
    return _table(record, to_stored(Advert()), where)


def _table(given: object, pattern: dict[str, Any], where: str) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise InputError(f"{where} must be a table of names and values.")
    return {
        name: _value(name, given.get(name), like, at_place(where, name))
        for name, like in pattern.items()
    }


def _value(name: str, given: object, like: Any, where: str) -> Any:  # noqa: ANN401
    if given is None:
        return (
            []
            if isinstance(like, list)
            else like
            if not isinstance(like, dict)
            else _table({}, like, where)
        )
    if isinstance(like, dict):
        return _table(given, like, where)
    if isinstance(like, list):
        if not isinstance(given, list):
            raise InputError(f"{where} must be a list.")
        held = _HELD[name]
        return [_value(name, one, held, f"{where} {n}") for n, one in enumerate(given, 1)]
    if isinstance(like, bool):
        return _typed(given, bool, where, "true or false")
    if name == "schema":
        return like
    if name in {"min", "max"}:
        if isinstance(given, bool) or not math.isfinite(_typed(given, _NUMBER, where, "a number")):
            raise InputError(f"{where} must be a number.")
        return given
    return _words(name, given, where)


def _words(name: str, given: object, where: str) -> str:
    if isinstance(given, date):  # TOML has dates of its own
        given = given.isoformat()
    if isinstance(given, time):
        given = f"{given:%H:%M}"
    text = str(_typed(given, str, where, "text"))
    try:
        if name in {"posted", "closing"}:
            return date.fromisoformat(text).isoformat()
        if name == "closing_time":
            return f"{time.fromisoformat(text):%H:%M}"
    except ValueError:
        raise InputError(f"{where} is not a date or time: {clean_line(text)}.") from None
    if name in _WORDS and text not in _WORDS[name]:
        raise InputError(f"{where} must be one of {', '.join(_WORDS[name])}.")
    return clean(text)


def _typed(given: object, kind: Any, where: str, needed: str) -> Any:  # noqa: ANN401
    if not isinstance(given, kind):
        raise InputError(f"{where} must be {needed}.")
    return given
