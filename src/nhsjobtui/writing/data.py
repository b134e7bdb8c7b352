"""Applications as TOML or JSON, which another machine takes in again without loss."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from nhsjobtui.errors import InputError
from nhsjobtui.model.fields import Fields
from nhsjobtui.model.whole import Application
from nhsjobtui.model.whole_record import read_whole, whole_record


class Piece(NamedTuple):
    """A general piece of the evidence bank."""

    text: str
    written_at: datetime


class Bundle(NamedTuple):
    """What one file holds."""

    applications: tuple[Application, ...]
    pieces: tuple[Piece, ...] = ()


def to_json(bundle: Bundle) -> str:
    """Return applications as JSON."""
    import json

    return json.dumps(_table(bundle), ensure_ascii=False, indent=2) + "\n"


def to_toml(bundle: Bundle) -> str:
    """Return applications as TOML; texts of several lines stand there as they are read."""
    import tomli_w

    return tomli_w.dumps(_without_nothing(_table(bundle)), multiline_strings=True)


def _table(bundle: Bundle) -> dict[str, Any]:
    pieces = [{"written_at": p.written_at.isoformat(), "text": p.text} for p in bundle.pieces]
    table: dict[str, Any] = {"application": [whole_record(one) for one in bundle.applications]}
    return table | ({"piece": pieces} if pieces else {})


def _without_nothing(value: Any) -> Any:  # noqa: ANN401 - any value of a record
    """Return a record without its nulls, which TOML does not have."""
    if isinstance(value, dict):
        return {k: _without_nothing(one) for k, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_without_nothing(one) for one in value]
    return value


def read_bundle(data: bytes, name: str) -> Bundle:
    """Return what a TOML or JSON file holds; `name` stands for it in complaints.

    Raises InputError, with the line where the file cannot be read and with the place in it where
    a value cannot be meant.
    """
    table = parse(data, name)
    try:
        fields = Fields(table, "")
        records = _list(table, "application")
        found = tuple(
            read_whole(record, f"application {number}" if len(records) > 1 else "")
            for number, record in enumerate(records, 1)
        )
        pieces = tuple(
            Piece(piece.text("text"), piece.moment("written_at"))
            for piece in fields.tables("piece")
        )
    except InputError as error:
        raise InputError(f"{name}: {error.message} Nothing was taken in.", error.hint) from error
    if not (found or pieces):
        raise InputError(
            f"{name} is not an export of applications; nothing was taken in.",
            "To keep an advert: nhsjobtui add FILE",
        )
    return Bundle(found, tuple(piece for piece in pieces if piece.text.strip()))


def parse(data: bytes, name: str) -> dict[str, Any]:
    """Return the table that a TOML or JSON file is."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"{name} is not UTF-8 text: line {line}.",
            "Only what was exported as TOML or JSON can be taken in.",
        ) from error
    if text.lstrip().startswith("{"):
        return _json(text, name)
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it is too deep"
        raise InputError(f"{name} cannot be read as TOML: {said}.") from error


def _json(text: str, name: str) -> dict[str, Any]:
    import json

    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{name} cannot be read as JSON: {error.msg} (at line {error.lineno}, "
            f"column {error.colno})."
        ) from error
    except RecursionError as error:
        raise InputError(f"{name} cannot be read as JSON: it is too deep.") from error
    return found if isinstance(found, dict) else {}


def _list(table: dict[str, Any], name: str) -> Sequence[object]:
    found = table.get(name, [])
    if not isinstance(found, list):
        raise InputError(f"{name} must be a list of tables.")
    return found
