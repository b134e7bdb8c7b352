"""`documents`: the documents of an advert, listed or downloaded."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from nhsjobtui.clean import clean_line
from nhsjobtui.cli.checklist import named
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import complain, inform, say, say_json
from nhsjobtui.errors import InputError, NhsJobTuiError

if TYPE_CHECKING:
    from pathlib import Path

    from nhsjobtui.boards.document_files import Saved
    from nhsjobtui.library import Library
    from nhsjobtui.model.advert import Document

EXAMPLES = (
    "documents C9999-26-0101",
    "documents C9999-26-0101 --get all",
    "documents C9999-26-0101 --get 2 --open",
)
ALL = "all"


def arguments(parser: ArgumentParser) -> None:
    """Add what `documents` takes."""
    parser.add_argument("ref", metavar="REF", help="which advert")
    parser.add_argument(
        "--get",
        metavar="N|all",
        type=_numbers,
        help="download this one, or all of them, into the folder that `paths` names",
    )
    parser.add_argument(
        "--open", action="store_true", help="open what was downloaded with the system's program"
    )


def run(given: Namespace, context: Context) -> int:
    """List the documents, or download some of them."""
    if given.open and given.get is None:
        raise InputError("--open opens what --get downloads.", "For example: --get 1 --open")
    with context.library(reading=given.get is None) as library:
        advert_id = library.find(given.ref)
        if given.get is None:
            _list(library, advert_id, context)
            return 0
        return _get(library, advert_id, given.get, context, opening=given.open)


def _list(library: "Library", advert_id: int, context: Context) -> None:
    from nhsjobtui.boards.document_files import saved

    entry = library.entry(advert_id)
    documents = entry.advert.documents
    found = saved(context.paths.documents, entry.head, documents)
    for n, (document, copy) in enumerate(zip(documents, found, strict=True), 1):
        file, size = (copy.file, copy.size) if copy else (None, None)
        _say(n, document, file, size, context)
    if not documents:
        whole = "The advert itself is not here yet: nhsjobtui refresh " + entry.head.ref
        inform(whole if entry.head.listing else f"{named(entry.head)} names no documents.")


def _get(
    library: "Library", advert_id: int, numbers: list[int], context: Context, *, opening: bool
) -> int:
    with context.online() as client:
        from nhsjobtui.boards.document_files import open_document
        from nhsjobtui.boards.documents import download

        done: list[Saved] = []
        failures: list[NhsJobTuiError] = []
        folder = context.paths.documents

        def failed(failure: NhsJobTuiError) -> None:
            complain(str(failure))
            failures.append(failure)

        for one in download(client, library, advert_id, numbers, folder, failed=failed):
            _say(one.n, one.document, one.file, one.size, context)
            done.append(one)
    if not done and not failures:
        inform(f"{named(library.entry(advert_id).head)} names no documents.")
    for one in done if opening else ():
        open_document(one.file)
    return int(bool(failures))


def _say(
    n: int, document: "Document", file: "Path | None", size: int | None, context: Context
) -> None:
    if context.json:
        say_json(
            {"n": n, "name": document.name, "detail": document.detail}
            | {"file": str(file) if file else None, "size": size}
        )
        return
    detail = f" ({document.detail})" if document.detail else ""
    kept = f": {file}, {_in_words(size)}" if file and size is not None else ""
    say(f"{n}. {document.name}{detail}{kept}")


def _in_words(size: int) -> str:
    if size < 1024:
        return f"{size} bytes"
    return f"{size / 1024:.0f} KB" if size < 1024**2 else f"{size / 1024**2:.1f} MB"


def _numbers(text: str) -> list[int]:
    """Return the numbers asked for, none of them for all."""
    if text.strip().casefold() == ALL:
        return []
    if text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 9:
        return [int(text)]
    raise InputError(
        f"--get takes the number of a document or {ALL}, not “{clean_line(text)}”.",
        "`documents REF` lists them.",
    )
