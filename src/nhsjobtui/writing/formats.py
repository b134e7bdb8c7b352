"""The forms in which applications are written out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, get_args

from nhsjobtui.model.whole import Application

Format = Literal["md", "txt", "docx", "overview", "json", "toml", "ics"]
FORMATS: tuple[Format, ...] = get_args(Format)
DOCUMENTS = frozenset({"md", "txt", "docx", "overview"})
_SUFFIXES: dict[str, Format] = {
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".docx": "docx",
    ".json": "json",
    ".toml": "toml",
    ".ics": "ics",
}


def format_of(suffix: str) -> Format | None:
    """Return the form that a file's ending stands for, None for any other ending."""
    return _SUFFIXES.get(suffix.lower())


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
