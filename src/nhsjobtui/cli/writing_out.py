"""Where what is written out goes: stdout, or a file that is never overwritten silently."""

import sys
from pathlib import Path

from nhsjobtui.clean import clean_line
from nhsjobtui.cli.output import inform, say
from nhsjobtui.errors import InputError
from nhsjobtui.writing.files import check_place, write_file

STDOUT = "-"


def check_target(name: str | None, *, binary: bool, replace: bool) -> None:
    """Raise InputError, before anything is made, where it could not be written there."""
    if name is None or name == STDOUT:
        if binary and sys.stdout is not None and sys.stdout.isatty():
            raise InputError(
                "A Word document is not for the terminal.", "Name a file: -o FILE.docx"
            )
        return
    path, shown = Path(name), clean_line(name)
    check_place(path)
    if path.exists() and not replace and not _agreed(f"{shown} is there already. Replace it?"):
        raise InputError(
            f"{shown} is there already; it was left as it is.",
            "Name another file, or replace it with --yes.",
        )


def write_out(data: bytes, name: str | None, *, text: bool) -> None:
    """Write to a file, whole or not at all, or to stdout."""
    if name is not None and name != STDOUT:
        write_file(data, Path(name))
    elif text and sys.stdout is not None and sys.stdout.isatty():
        say(data.decode().rstrip("\n"))
    elif sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def _agreed(question: str) -> bool:
    """Ask on a terminal; elsewhere the answer is no."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    inform(f"{question} (y/N)")
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}
