"""An advert's documents: asked for as the page's own forms would, kept under safe names."""

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from nhsjobtui.boards.body import DOCUMENT
from nhsjobtui.boards.client import Answer, Client
from nhsjobtui.boards.failures import KEPT, BoardError, Refused, Unreachable
from nhsjobtui.boards.fetch import keep
from nhsjobtui.boards.forms import Form, forms
from nhsjobtui.boards.judging import judge
from nhsjobtui.boards.nhsjobs import advert_path
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Head, Library
from nhsjobtui.model.advert import Document
from nhsjobtui.paths import private_folder
from nhsjobtui.reading.decoding import decode

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


def download(
    client: Client, library: Library, advert_id: int, numbers: Sequence[int], folder: Path
) -> Iterator[Saved]:
    """Download documents of an advert by their numbers from 1, all where none is named.

    Its page is fetched first, for the cookie and the token that a document is asked with, and is
    kept as every page that is fetched. A file that is there already is replaced.
    """
    entry = library.entry(advert_id)
    slug = entry.head.slug
    if not slug or entry.advert.board != "nhsjobs":
        raise InputError(
            f"{entry.head.ref} is not known from NHS Jobs, so its documents cannot be asked for.",
            "Open the advert in a browser.",
        )
    with client.session():
        answer = client.get(advert_path(slug))
        fetched = keep(library, slug, answer, judge(answer, slug), answer.validators)
        if failure := fetched.failure():
            raise failure
        entry_now = library.entry(advert_id if fetched.advert_id is None else fetched.advert_id)
        documents = entry_now.advert.documents
        offered = forms(decode(answer.body).text)
        for n in numbers or range(1, len(documents) + 1):
            document = _named(n, entry.advert.documents or documents, documents)
            form = next((form for form in offered if form.name == document.name), None)
            if form is None:
                raise NhsJobTuiError(
                    f"The page of {entry_now.head.ref} names “{document.name}” but offers no "
                    "button for it.",
                    "Open the advert in a browser.",
                )
            data = _ask(client, slug, form, document)
            yield _save(folder, entry_now.head.ref, documents.index(document) + 1, document, data)


def _named(n: int, before: Sequence[Document], now: Sequence[Document]) -> Document:
    """Return the document that has a number for the person, by its name in the page of now."""
    if not now:
        raise InputError("The advert has no documents.")
    if not 1 <= n <= len(before):
        having = f"1 to {len(before)}" if len(before) > 1 else "1 only"
        raise InputError(f"There is no document {n}.", f"The advert has {having}.")
    name = before[n - 1].name
    for document in now:
        if document.name == name:
            return document
    raise InputError(
        f"The document {n}, “{name}”, is no longer on the advert's page.",
        "Look at the documents that are there now, and choose again.",
    )


def _ask(client: Client, slug: str, form: Form, document: Document) -> bytes:
    """Return a document's bytes; the page says which of two addresses answers the form."""
    page = advert_path(slug)
    paths = [f"{page}/getfile", page]
    if not form.to_getfile:
        paths.reverse()
    for path in paths:
        answer = client.post(path, form.fields, allow=DOCUMENT)
        if answer.status == 200 and answer.body and not _is_page(answer):
            return answer.body
        if _signs_in(answer):
            break
    else:
        raise Unreachable(
            f"“{document.name}” did not come: NHS Jobs answered {_what(answer)}.",
            f"{KEPT} Try again, or open the advert in a browser.",
        )
    raise Refused(
        f"“{document.name}” did not come: NHS Jobs asked to sign in.",
        f"{KEPT} Open the advert in a browser.",
    )


def _is_page(answer: Answer) -> bool:
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    attached = answer.headers.get("Content-Disposition", "").lower().startswith("attachment")
    return not attached and (
        kind in {"text/html", "application/xhtml+xml", "application/json"}
        or answer.body.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html"))
    )


def _signs_in(answer: Answer) -> bool:
    return _is_page(answer) and judge(answer, "").outcome == "refused"


def _what(answer: Answer) -> str:
    if answer.status != 200:
        return str(answer.status)
    return "with a page instead" if answer.body else "with nothing"


def _save(folder: Path, ref: str, n: int, document: Document, data: bytes) -> Saved:
    file = _file(folder, ref, n, document)
    try:
        private_folder(folder)
        private_folder(file.parent)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")  # 0600
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(data)
            Path(name).replace(file)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise NhsJobTuiError(
            f"The document could not be written to {file}: {error.strerror}.",
            "Make room, or check the permissions of the folder.",
        ) from error
    return Saved(n, document, file, len(data))


def _file(folder: Path, ref: str, n: int, document: Document) -> Path:
    """Return where a document is kept: nothing that the page says is part of it as it stands."""
    words = [document.name.rpartition(".")[2], *_WORD.findall((document.detail or "").lower())]
    kind = next((word.lower() for word in words if word.lower() in _KINDS), _OTHER)
    return folder / re.sub(r"[^A-Za-z0-9-]", "_", ref)[:80] / f"{n}.{kind}"


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
        raise BoardError(
            f"No program to open {file} was found ({command}).", "Open the file yourself."
        ) from error
    threading.Thread(target=opener.wait, daemon=True).start()  # or it stays as a zombie
