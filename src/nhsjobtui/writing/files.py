"""A file that is written out: whole or not at all."""

from pathlib import Path

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.wholefile import write_whole


def check_place(path: Path) -> None:
    """Raise InputError where no file can be: a folder, or in none."""
    shown = clean_line(str(path))
    if path.is_dir():
        raise InputError(f"{shown} is a folder.", "Name a file in it.")
    if not path.absolute().parent.is_dir():
        raise InputError(f"There is no folder {clean_line(str(path.parent))}.")


def write_file(data: bytes, path: Path) -> None:
    """Write a file, in place of one of that name; raise NhsJobTuiError where that fails."""
    try:
        write_whole(path, data)
    except OSError as error:
        shown = clean_line(str(path))
        raise NhsJobTuiError(f"{shown} cannot be written: {error.strerror}.") from error
