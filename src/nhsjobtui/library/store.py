"""One SQLite connection: plain calls, transactions, and failures as sentences."""

import json
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library.failures import said

Values = Sequence[object] | Mapping[str, object]
_MOST_VALUES = 10000  # SQLite takes 32,766 in a statement


@lru_cache(maxsize=32)
def _insertion(table: str, same: tuple[str, ...], columns: tuple[str, ...], count: int) -> str:
    """Return the insertion of many rows, the values that are the same in all of them first."""
    row = f"({', '.join('?' * len(columns))})"
    rows = f"VALUES {', '.join([row] * count)}"
    if same:
        rows = f"SELECT {', '.join('?' * len(same))}, * FROM ({rows})"  # noqa: S608
    return f"INSERT INTO {table} ({', '.join(same + columns)}) {rows}"


class Store:
    """A connection in autocommit mode; it belongs to the thread that made it."""

    IDS = "i"
    """The type of an array of ids: four bytes each, since a library may have a million."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, closed: Callable[[], None]
    ) -> None:
        self.path = path
        self._closed: Callable[[], None] | None = closed
        self._connection = connection
        self._writing = self._spoilt = False

    def rows(self, sql: str, values: Values = ()) -> list[Any]:
        """Return every row of a query as a tuple."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    def row(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - as SQLite has it
        """Return the first row, or None."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def value(self, sql: str, values: Values = ()) -> Any:  # noqa: ANN401 - as SQLite has it
        """Return the first column of the first row, or None."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def each(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """Yield the rows of a query one by one; whoever has enough goes away."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    def ids(self, sql: str, values: Values = ()) -> "array[int]":
        """Return the first column of a query, row by row, so that memory stays flat."""
        return array(self.IDS, (row[0] for row in self.each(sql, values)))

    def id_set(self, sql: str, values: Values = ()) -> set[int]:
        """Return the column `id` of a query, in a fraction of the time its rows would take."""
        return set(json.loads(self.value(f"SELECT json_group_array(id) FROM ({sql})", values)))  # noqa: S608

    def run(self, sql: str, values: Values = ()) -> int:
        """Do one statement; return the id of the row it made, if it made one."""
        try:
            return self._connection.execute(sql, values).lastrowid or 0
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    def run_each(self, sql: str, rows: Iterable[Values]) -> None:
        """Do one statement for each row of values."""
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            raise said(error, self.path) from error

    def insert(
        self,
        table: str,
        columns: tuple[str, ...],
        rows: Sequence[Sequence[object]],
        **same: object,
    ) -> None:
        """Insert rows, many a statement: other threads run while SQLite is at it.

        `same` is what further columns hold in each of them.
        """
        most = _MOST_VALUES // len(columns)
        for start in range(0, len(rows), most):
            page = rows[start : start + most]
            sql = _insertion(table, tuple(same), columns, len(page))
            self.run(sql, [*same.values(), *chain.from_iterable(page)])

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make one change wholly or not at all; inside another, it is part of that one."""
        if self._writing:
            with self._part():
                yield
            return
        # The lock is taken first, so that what is read stays true until it is written.
        self.run("BEGIN IMMEDIATE")
        self._writing, self._spoilt = True, False
        try:
            yield
            self._check_whole()
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.rollback()
            raise
        finally:
            self._writing = False

    @contextmanager
    def _part(self) -> Iterator[None]:
        self._check_whole()
        before = self._connection.total_changes
        try:
            yield
        except BaseException:
            # Half of this part may be done: the whole must not be kept, even if the caller
            # catches this.
            self._spoilt |= self._connection.total_changes != before
            raise

    def _check_whole(self) -> None:
        """Refuse to go on once a part has failed; SQLite itself gives up all on a full disk."""
        if self._spoilt or not self._connection.in_transaction:
            raise NhsJobTuiError("One of several changes failed, so none of them was kept.")

    def interrupt(self) -> None:
        """Stop what this connection is doing, from any thread; a closed one does nothing."""
        with suppress(sqlite3.ProgrammingError):
            self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self._connection.close()
        closed, self._closed = self._closed, None
        if closed is not None:
            closed()
