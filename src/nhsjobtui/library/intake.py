"""What a person names when they want an advert added: a file, a folder, an address."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library.opening import is_open
from nhsjobtui.model.references import is_slug, is_trac_number, looks_like_address, read_address

LARGEST_FILE = 20 * 1024 * 1024
SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".eml", ".mhtml", ".mht"})


def read_file(path: Path, largest: int | None = None) -> bytes:
    """Return the bytes of a file that a person named; raise InputError where that fails."""
    shown = _shown(str(path))
    try:
        if is_open(path):
            raise InputError(f"{shown} is the library itself, not a saved advert.")
        with path.open("rb") as file:
            data = file.read((largest or LARGEST_FILE) + 1)
    except IsADirectoryError:
        raise InputError(f"{shown} is a folder.", "Name the files in it.") from None
    except (FileNotFoundError, ValueError):  # ValueError: a NUL character in the name
        raise InputError(f"There is no file {shown}.") from None
    except OSError as error:
        raise InputError(f"{shown} cannot be read: {error.strerror}.") from error
    return capped(data, shown, largest)


def capped(data: bytes, shown: str, largest: int | None = None) -> bytes:
    """Return the bytes unless they are too many, for a saved advert where no size is named."""
    if len(data) > (largest or LARGEST_FILE):
        if largest:
            raise InputError(f"{shown} is larger than {largest // 1024**2} MB.")
        raise InputError(
            f"{shown} is larger than {LARGEST_FILE // 1024**2} MB, so it is not a saved advert.",
            "Save the page as “web page, HTML only” and try that file.",
        )
    return data


def _shown(target: str) -> str:
    """Return a target for a message; of a long one the beginning and the end, which names it."""
    line = clean_line(target)
    return line if len(line) <= 60 else f"{line[:24]}…{line[-35:]}"


def saved_pages(folder: Path, unreadable: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield the saved pages in a folder and below it, in the order of their names.

    Hidden folders are left out, and those where a browser keeps the parts of a saved page.
    """
    for parent, folders, files in os.walk(folder, onerror=unreadable):
        stems = {os.path.splitext(name)[0] for name in files}  # noqa: PTH122
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and name.removesuffix("_files") not in stems
        )
        for name in sorted(files):
            path = Path(parent, name)
            if path.suffix.lower() in SUFFIXES and path.is_file():
                yield path


def kind_of(target: str) -> str:
    """Return "file" or "folder" for what is there on the disk, "" for anything else."""
    if not target.strip():
        return ""
    path = Path(target)
    try:
        return "folder" if path.is_dir() else "file" if path.exists() else ""
    except (OSError, ValueError):  # too long for a name, a NUL character in it
        return ""


def not_here(target: str, how_to_add: str) -> NhsJobTuiError:
    """Return what to say of a target that is neither on the disk nor in the library.

    `how_to_add` names, in the words of the command or the dialog, how a saved page is added.
    """
    shown = _shown(target)
    if not shown:
        return InputError("Nothing was named.", "Name a file, a folder, an address or a reference.")
    save = f"Open it in a browser, save the page (“web page, HTML only”), then: {how_to_add}"
    if looks_like_address(target):
        address = read_address(target)
        if address is None:
            return InputError(
                f"{shown} is not the address of an advert on NHS Jobs, Find a job or Trac.",
                "An address ends like this: /candidate/jobadvert/C9999-26-0101",
            )
        if address.board == "findajob":
            return NhsJobTuiError(
                f"{shown} leads nowhere any more: Find a job closed in 2026.",
                f"A page saved from it can still be added: {how_to_add}",
            )
        if address.board == "trac":
            return NhsJobTuiError(
                f"{shown} is not in the library, and Trac and healthjobsuk.com refuse programs.",
                save,
            )
    elif not (is_slug(target) or is_trac_number(target)):
        return InputError(
            f"There is no file {shown}, and it is not an advert's address or reference either."
        )
    if is_trac_number(target):
        return NhsJobTuiError(
            f"{shown} is not in the library, and nothing can be fetched by a number of Trac.",
            f"Give the advert's address on NHS Jobs, or: {save}",
        )
    return NhsJobTuiError(f"{shown} is not in the library.", save)
