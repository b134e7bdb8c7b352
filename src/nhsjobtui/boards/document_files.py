"""Where the documents of adverts are kept: under safe names, for the person's eyes only."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Head
from nhsjobtui.model.advert import Document
from nhsjobtui.paths import private_folder
from nhsjobtui.wholefile import write_whole

_KINDS = frozenset(
    {"pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp"}
    | {"jpg", "jpeg", "png", "gif", "tif", "tiff"}
)
_OTHER = "bin"  # which no system opens as a program
_WORD = re.compile(r"[a-z0-9]+")


class Saved(NamedTuple):
    """A document on the disk; `size` is in bytes."""

    n: int
    document: Document
    file: Path
    size: int


def saved(folder: Path, head: Head, documents: Sequence[Document]) -> list[Saved | None]:
    """Return for each document of an advert the copy on the disk, None where there is none."""
    found: list[Saved | None] = []
    for n, document in enumerate(documents, 1):
        file = _file(folder, head.ref, n, document)
        with suppress(OSError):
            found.append(Saved(n, document, file, file.stat().st_size))
        if len(found) < n:
            found.append(None)
    return found


def save(folder: Path, ref: str, n: int, document: Document, data: bytes) -> Saved:
    """Write a document wholly or not at all; one that is there already is replaced."""
    file = _file(folder, ref, n, document)
    try:
        private_folder(folder)
        private_folder(file.parent)
        write_whole(file, data)
    except OSError as error:
        raise NhsJobTuiError(
            f"The document could not be written to {file}: {error.strerror}.",
            "Make room, or check the permissions of the folder.",
        ) from error
    return Saved(n, document, file, len(data))


def _file(folder: Path, ref: str, n: int, document: Document) -> Path:
    """Return where a document is kept: nothing that the page says is part of it as it stands.

    The digest of its name keeps two apart that had the same number on different days.
    """
    words = _WORD.findall(f"{document.name.rpartition('.')[2]} {document.detail or ''}".lower())
    kind = next((word for word in words if word in _KINDS), _OTHER)
    digest = blake2b(document.name.encode(), digest_size=3).hexdigest()
    return folder / re.sub(r"[^A-Za-z0-9-]", "_", ref)[:80] / f"{n}-{digest}.{kind}"


def open_document(file: Path) -> None:
    """Open a document with the program that the system has for its kind."""
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606
        return
    command = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        opener = subprocess.Popen(  # noqa: S603
            [command, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise NhsJobTuiError(
            f"No program to open {file} was found ({command}).", "Open the file yourself."
        ) from error
    threading.Thread(target=opener.wait, daemon=True).start()  # or it stays as a zombie
