"""What SQLite reports, said in sentences for the person."""

import sqlite3
from pathlib import Path

from nhsjobtui.errors import NhsJobTuiError


class Interrupted(NhsJobTuiError):
    """A search that was stopped from another thread because its answer is no longer wanted."""


def said(error: sqlite3.Error, path: Path) -> NhsJobTuiError:
    """Return the failure as a sentence: what happened, what was kept, what to do."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return Interrupted("The search was stopped.")
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return NhsJobTuiError(
            f"Another program is writing to the library {path}; this change was not kept.",
            "Try again in a moment.",
        )
    if code == sqlite3.SQLITE_FULL:
        return NhsJobTuiError(
            "The disk is full; this change was not kept, everything before it was.",
            "Make room and try again.",
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}:
        return NhsJobTuiError(
            f"The library {path} cannot be written to; this change was not kept.",
            "Check the permissions of the file and of its folder.",
        )
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged(path, str(error))
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR}:
        return NhsJobTuiError(
            f"The library {path} cannot be read or written ({error}); nothing was changed.",
            "Check the disk, and the permissions of the file and of its folder.",
        )
    return NhsJobTuiError(f"The library {path} could not be used: {error}. Nothing was changed.")


def damaged(path: Path, detail: str) -> NhsJobTuiError:
    """Say that a library file is damaged."""
    return NhsJobTuiError(
        f"The library {path} is damaged ({detail}); it was left as it is.",
        "Move it away, and put a copy of it in its place if there is one.",
    )
