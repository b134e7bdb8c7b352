"""The forms in which applications are written out."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Literal, get_args

from nhsjobtui.model.whole import Application

Format = Literal["md", "txt", "docx", "overview", "json", "toml", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)
DOCUMENTS = frozenset({"md", "txt", "docx", "overview"})
_OVERVIEW = ".overview.md"
_SUFFIXES: dict[str, Format] = {
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".docx": "docx",
    ".json": "json",
    ".toml": "toml",
    ".ics": "ics",
}


def format_of(name: str) -> Format | None:
    """Return the form that the ending of a file's name stands for, None for any other ending."""
    if name.lower().endswith(_OVERVIEW):
        return "overview"
    return _SUFFIXES.get(PurePath(name).suffix.lower())


def written(
    applications: Sequence[Application],
    form: Format,
    now: datetime,
    pieces: Sequence[tuple[str, datetime | None]] = (),
) -> bytes:
    """Return applications in one form; general pieces of the bank go into TOML and JSON only."""
    match form:
        case "docx":
            from nhsjobtui.writing import word

            return word.statements(applications)
        case "ics":
            from nhsjobtui.writing import calendars

            return calendars.calendar(applications, now)
        case "md":
            from nhsjobtui.writing import markdown

            return markdown.statements(applications).encode()
        case "txt":
            from nhsjobtui.writing import plain

            return plain.statements(applications).encode()
        case "overview":
            from nhsjobtui.writing import overview

            return overview.overviews(applications, now).encode()
        case "json" | "toml":
            from nhsjobtui.writing import data

            kept = tuple(data.Piece(text, at or now) for text, at in pieces)
            bundle = data.Bundle(tuple(applications), kept)
            return (data.to_json if form == "json" else data.to_toml)(bundle).encode()
