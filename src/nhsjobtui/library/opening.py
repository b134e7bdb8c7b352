"""Opening the library's file: made when missing, checked first, brought up to date."""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library.failures import said
from nhsjobtui.library.schema import APPLICATION_ID, MIGRATIONS, Migration
from nhsjobtui.library.store import Store
from nhsjobtui.paths import private_folder

_PATIENCE = 10.0  # seconds that opening waits for another writer
_MAGIC = b"SQLite format 3\0"
_open: Counter[tuple[int, int]] = Counter()
_lock = Lock()
_HEADER = 100  # bytes; the application id is the big-endian word at 68


def open_store(
    path: Path,
    now: Callable[[], datetime],
    *,
    readonly: bool = False,
    patience: float = 10.0,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Store:
    """Return a connection to the library at `path`; a file that is none is never changed."""
    path = path.absolute()
    if path.is_dir():
        raise NhsJobTuiError(f"{path} is a folder, not a library; nothing was changed.")
    if not readonly:
        _make_missing(path)
    if not is_open(path):
        _check_header(path)
    mode = _readonly_mode(path) if readonly else "mode=rw"
    try:
        connection = sqlite3.connect(
            f"{path.as_uri()}?{mode}",
            uri=True,
            timeout=_PATIENCE,
            isolation_level=None,
            check_same_thread=not readonly,
        )
    except sqlite3.Error as error:
        raise said(error, path) from error
    try:
        _bring_up_to_date(connection, path, now, readonly, migrations)
        _configure(connection, readonly, patience)
    except sqlite3.Error as error:
        connection.close()
        raise said(error, path) from error
    except BaseException:
        connection.close()
        raise
    identity = _identity(path)
    with _lock:
        _open[identity] += 1
    return Store(connection, path, partial(_closed, identity))


def is_open(path: Path) -> bool:
    """Say whether this process has this file open as a library.

    Such a file must never be opened but by SQLite: closing any other handle of it would drop the
    locks that SQLite holds, and another program would then take the library for unused.
    """
    return path.exists() and _open[_identity(path)] > 0


def _closed(identity: tuple[int, int]) -> None:
    with _lock:
        _open[identity] -= 1


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def new_file(path: Path) -> None:
    """Make an empty file that only its owner can read; it must not exist."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def can_write(path: Path) -> bool:
    """Say whether the library at `path` can be changed; SQLite also needs its folder."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _readonly_mode(path: Path) -> str:
    """Return how to open a library without changing it.

    Where nothing can be written, SQLite cannot make the files that it shares between programs, and
    must be told to do without; that is safe only while nothing is in its write-ahead log.
    """
    log = path.with_name(f"{path.name}-wal")
    alone = not can_write(path) and not (log.exists() and log.stat().st_size)
    return "mode=ro&immutable=1" if alone else "mode=ro"


def _make_missing(path: Path) -> None:
    if not path.exists():
        private_folder(path.parent)
        try:
            new_file(path)
        except FileExistsError:
            pass  # another process was faster; its file is as good
        except OSError as error:
            raise NhsJobTuiError(
                f"The library {path} cannot be made: {error.strerror}.",
                "Choose another folder with NHSJOBTUI_HOME=FOLDER.",
            ) from error
    if path.stat().st_mode & 0o077:
        with suppress(OSError):
            path.chmod(0o600)
    if not can_write(path):
        raise NhsJobTuiError(
            f"The library {path} cannot be written to; nothing was changed.",
            "Check the permissions of the file and of its folder.",
        )


def _check_header(path: Path) -> None:
    """Refuse what is not a library without SQLite, which may write; an empty file becomes one."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError as error:
        raise NhsJobTuiError(f"There is no library at {path} yet.") from error
    except OSError as error:
        raise NhsJobTuiError(
            f"The library {path} cannot be read: {error.strerror}.",
            "Check the permissions of the file and of its folder.",
        ) from error
    if not header:
        return
    hint = "Move it away, or choose another folder with NHSJOBTUI_HOME=FOLDER."
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise NhsJobTuiError(f"{path} is not a library; it was left as it is.", hint)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NhsJobTuiError(
            f"{path} is a database of another program; it was left as it is.", hint
        )


def _bring_up_to_date(
    connection: sqlite3.Connection,
    path: Path,
    now: Callable[[], datetime],
    readonly: bool,
    migrations: Sequence[Migration],
) -> None:
    version = _version(connection)
    if version > len(migrations):
        raise NhsJobTuiError(
            f"The library {path} was made by a newer nhsjobtui (version {version} of the file; "
            f"this one knows {len(migrations)}); it was left as it is.",
            "Install the newest nhsjobtui.",
        )
    if version == len(migrations):
        return
    if readonly:
        raise NhsJobTuiError(
            f"The library {path} is of an older version; nothing was changed.",
            "Open it with “nhsjobtui” once.",
        )
    copy = _copy_before(connection, path, version, now())
    while version < len(migrations):
        version = _step(connection, path, migrations, copy)


def _step(
    connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration], copy: Path | None
) -> int:
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may have done it meanwhile
        if version < len(migrations):
            migrations[version](connection)
            version += 1
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.rollback()
        if isinstance(error, Exception):
            raise NhsJobTuiError(
                f"The library {path} cannot be brought up to date: {error}. It was left as it was.",
                f"A copy of it is {copy}." if copy else "",
            ) from error
        raise
    return version


def _copy_before(
    connection: sqlite3.Connection, path: Path, version: int, now: datetime
) -> Path | None:
    """Copy a library that has something in it into the folder of backups."""
    if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        return None
    folder = private_folder(path.parent / "backups")
    stem = f"library-version-{version}-{now:%Y%m%d-%H%M%S}"
    for number in range(1, 1000):
        copy = folder / f"{stem}{f'-{number}' if number > 1 else ''}.sqlite3"
        try:
            new_file(copy)
        except FileExistsError:
            continue
        except OSError as error:
            raise NhsJobTuiError(
                f"The library {path} must be brought up to date, but the copy {copy} cannot be "
                f"made first: {error.strerror}. Nothing was changed.",
                "Make room, or check the permissions of the folder.",
            ) from error
        target = sqlite3.connect(copy)
        try:
            connection.backup(target)
        finally:
            target.close()
        return copy
    raise NhsJobTuiError(f"The folder {folder} is full of copies; nothing was changed.")


def _configure(connection: sqlite3.Connection, readonly: bool, patience: float) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16000")
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    else:
        # Kept in the file, so this changes something only once; where another process holds the
        # file at that moment, the next opening does it.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
