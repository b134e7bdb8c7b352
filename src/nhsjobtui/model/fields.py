"""Reading a table that a person may have edited: each value checked, each complaint a sentence."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from nhsjobtui.clean import clean, clean_line
from nhsjobtui.errors import InputError

Word = TypeVar("Word", bound=str | None)
_LARGEST = 10**9


def at_place(where: str, name: str) -> str:
    """Return the name of a place inside another: "criteria 3, text"."""
    return f"{where}, {name}" if where else name


class Fields:
    """The values of one table; `where` names it in complaints."""

    def __init__(self, table: object, where: str) -> None:
        self.where = where
        if not isinstance(table, dict):
            raise InputError(f"{where or 'The file'} must be a table of names and values.")
        self._table: dict[str, Any] = table

    def wrong(self, name: str, what: str, hint: str = "") -> InputError:
        """Return the complaint that a value is wrong."""
        return InputError(f"{at_place(self.where, name)} {what}.", hint)

    def allow(self, names: Sequence[str]) -> None:
        """Refuse a value under any other name."""
        for name in self._table:
            if name not in names:
                raise self.wrong(
                    clean_line(name), "is no name here", f"There are: {', '.join(names)}."
                )

    def has(self, name: str) -> bool:
        """Say whether there is a value."""
        return self._table.get(name) is not None

    def raw(self, name: str) -> str:
        """Return a text letter for letter."""
        value = self._table.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(name, "must be text")
        return value

    def text(self, name: str) -> str:
        """Return a text, "" where there is none."""
        return clean(self.raw(name))

    def line(self, name: str) -> str:
        """Return a text of one line."""
        return clean_line(self.raw(name))

    def flag(self, name: str, default: bool = False) -> bool:
        """Return true or false."""
        value = self._table.get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(name, "must be true or false")
        return value

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        """Return a whole number."""
        value = self._table.get(name)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= _LARGEST:
            raise self.wrong(name, f"must be a whole number from {least} up")
        return value

    def choice(self, name: str, words: Sequence[Word], default: Word) -> Word:
        """Return one of some words."""
        value = self._table.get(name)
        if value is None or value == "":
            return default
        if value not in words:
            listed = ", ".join(str(word) for word in words)
            raise self.wrong(name, f"must be one of {listed}")
        return words[words.index(value)]

    def moment(self, name: str) -> datetime:
        """Return an aware moment; one without a zone is taken for UTC."""
        value = self._table.get(name)
        try:
            at = value if isinstance(value, datetime) else datetime.fromisoformat(self.raw(name))
            return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        except (ValueError, OverflowError):
            raise self.wrong(name, "must be a moment like 2026-06-03T10:00:00+00:00") from None

    def table(self, name: str) -> dict[str, Any] | None:
        """Return a table inside this one."""
        value = self._table.get(name)
        if value is not None and not isinstance(value, dict):
            raise self.wrong(name, "must be a table")
        return value

    def tables(self, name: str) -> "list[Fields]":
        """Return the tables of a list."""
        value = self._table.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(name, "must be a list")
        where = at_place(self.where, name)
        return [Fields(one, f"{where} {number}") for number, one in enumerate(value, 1)]
