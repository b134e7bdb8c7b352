"""Saved searches: searches.toml, the program's own."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.model.cut import cut
from nhsjobtui.model.deadline import london, today
from nhsjobtui.tomlfile import write_toml

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved search; `ran_at` is when it last came to its end."""

    name: str
    criteria: Criteria
    ran_at: datetime | None = None


class Searches:
    """The saved searches of one file, read anew at each call: several programs may be at it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> list[Saved]:
        """Return the saved searches in the order of their names."""
        return sorted(self._read().values(), key=lambda saved: saved.name.casefold())

    def get(self, name: str) -> Saved:
        """Return the search of this name; raise InputError, naming what there is, without one."""
        found = self._read()
        saved = found.get(_key(name))
        if saved is None:
            names = ", ".join(each.name for each in found.values())
            hint = f"There are: {names}." if names else "To save one: nhsjobtui sync … --save NAME"
            raise InputError(f"There is no saved search “{cut(clean_line(name))}”.", hint)
        return saved

    def save(self, name: str, criteria: Criteria) -> Saved:
        """Keep criteria under a name; other ones of that name are replaced."""
        name = clean_line(name)
        if not name or len(name) > _LONGEST_NAME:
            raise InputError(f"A search needs a name of at most {_LONGEST_NAME} characters.")
        found = self._read()
        before = found.get(_key(name))
        same = before is not None and before.criteria == criteria
        saved = Saved(name, criteria, before.ran_at if before and same else None)
        self._write(found | {_key(name): saved})
        return saved

    def remove(self, name: str) -> Saved:
        """Forget a search; what it found stays."""
        saved = self.get(name)
        found = self._read()
        found.pop(_key(name), None)
        self._write(found)
        return saved

    def ran(self, name: str, at: datetime) -> None:
        """Note that a search came to its end; one that was removed meanwhile stays removed."""
        found = self._read()
        if saved := found.get(_key(name)):
            self._write(found | {_key(name): replace(saved, ran_at=at)})

    def _read(self) -> dict[str, Saved]:
        import tomllib

        try:
            tables = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise NhsJobTuiError(
                f"The saved searches {self._path} cannot be read: {error.strerror}."
            ) from error
        except ValueError as error:
            line = re.search(r"\bline (\d+)", str(error))
            where = f" in line {line[1]}" if line else ""
            raise NhsJobTuiError(
                f"The saved searches {self._path} are damaged{where}; they were left as they are.",
                "Mend the file, or move it away.",
            ) from error
        found = tables.get("search", {})
        saved = [self._saved(name, table) for name, table in _tables(found)]
        return {_key(each.name): each for each in saved}

    def _saved(self, name: str, table: Mapping[str, Any]) -> Saved:
        try:
            known = {field.name for field in fields(Criteria)}
            given = {key: value for key, value in table.items() if key in known}
            ran_at = table.get("ran_at")
            if not isinstance(ran_at, datetime):
                ran_at = None
            elif ran_at.tzinfo is None:
                ran_at = ran_at.replace(tzinfo=london())
            return Saved(clean_line(name), Criteria.read(**given), ran_at)
        except (InputError, TypeError, AttributeError) as error:
            raise NhsJobTuiError(
                f"The saved search “{cut(clean_line(name))}” in {self._path} cannot be read: "
                f"{error}",
                "Mend the file, or move it away.",
            ) from error

    def _write(self, found: Mapping[str, Saved]) -> None:
        tables = {saved.name: _table(saved) for saved in found.values()}
        try:
            write_toml(self._path, {"search": tables})
        except OSError as error:
            raise NhsJobTuiError(
                f"The saved searches {self._path} cannot be written: {error.strerror}. "
                "They are as they were."
            ) from error


def since_words(moment: datetime, now: datetime) -> str:
    """Say since when, as people do: "09:12 today", "Tuesday", "3 November", with a far year."""
    local = moment.astimezone(london())
    days = (today(now) - local.date()).days
    if days <= 0:
        return f"{local:%H:%M} today"
    if days == 1:
        return "yesterday"
    if days < 7:
        return f"{local:%A}"
    year = "" if local.year == today(now).year else f" {local.year}"
    return f"{local.day} {local:%B}{year}"


def _key(name: str) -> str:
    return clean_line(name).casefold()


def _tables(found: object) -> list[tuple[str, Mapping[str, Any]]]:
    if not isinstance(found, dict):
        return []
    return [(name, table) for name, table in found.items() if isinstance(table, dict)]


def _table(saved: Saved) -> dict[str, Any]:
    """Return a search as the file has it: only what it asks."""
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(saved.criteria).items()
        if value != getattr(EVERYTHING, name)
    }
    return values | ({"ran_at": saved.ran_at} if saved.ran_at else {})
