"""How large the full-text indexes are, against the text that they find."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, is_dataclass
from pathlib import Path

from benchmarks import libraries
from benchmarks.measure import Row

_COUNT = 20_000
_MOST = 0.25
_PARTS = ("data", "idx", "docsize", "content", "config")


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    home = libraries.home(_COUNT)
    with libraries.open_library(home) as library:
        text = sum(_text(library.entry(advert_id).advert) for advert_id in library.ids())
    index = _index(home / "library.sqlite3")
    yield Row(
        f"full-text indexes, {_COUNT:,} full adverts",
        f"{index / 1e6:.1f} MB",
        f"{text / 1e6:.1f} MB text",
        f"{index / text:.3f}",
        f"≤ {_MOST:g}",
        index / text <= _MOST,
    )


def _text(value: object) -> int:
    """Return how many bytes of text an advert has."""
    if isinstance(value, str):
        return len(value.encode())
    if isinstance(value, tuple):
        return sum(map(_text, value))
    if is_dataclass(value):
        return sum(_text(getattr(value, field.name)) for field in fields(value))
    return 0


def _index(file: Path) -> int:
    """Return the bytes of everything that belongs to a full-text table."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as library:
        tables = [
            row[0]
            for row in library.execute(
                "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'"
            )
        ]
        names = [f"{table}_{part}" for table in tables for part in _PARTS]
        marks = ", ".join("?" * len(names))
        sql = f"SELECT sum(pgsize) FROM dbstat WHERE aggregate = 1 AND name IN ({marks})"
        return int(library.execute(sql, names).fetchone()[0])
