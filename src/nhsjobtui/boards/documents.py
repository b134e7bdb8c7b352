"""An advert's documents, asked for as the forms of its page would ask."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from nhsjobtui.boards.body import DOCUMENT
from nhsjobtui.boards.client import Answer, Client
from nhsjobtui.boards.document_files import Saved, save
from nhsjobtui.boards.failures import KEPT, Refused, Unreachable
from nhsjobtui.boards.fetch import keep
from nhsjobtui.boards.forms import Form, forms
from nhsjobtui.boards.judging import judge
from nhsjobtui.boards.nhsjobs import advert_path
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Document
from nhsjobtui.reading.decoding import decode


def download(
    client: Client,
    library: Library,
    advert_id: int,
    numbers: Sequence[int],
    folder: Path,
    *,
    failed: Callable[[NhsJobTuiError], None] | None = None,
) -> Iterator[Saved]:
    """Download documents of an advert by their numbers from 1, all where none is named.

    Its page is fetched first, for the cookie and the token that a document is asked with, and is
    kept as every page that is fetched. A file that is there already is replaced. One document that
    does not come is told to `failed` and the others are asked for all the same; without it, and
    where the board refuses, it is raised.
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
            try:
                data = _ask(client, slug, form, document)
            except Unreachable as failure:
                if failed is None:
                    raise
                failed(failure)
                continue
            yield save(folder, entry_now.head.ref, documents.index(document) + 1, document, data)


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


def _ask(client: Client, slug: str, form: Form | None, document: Document) -> bytes:
    """Return a document's bytes; the page says which of two addresses answers the form."""
    if form is None:
        raise Unreachable(
            f"The page of {slug} names “{document.name}” but offers no button for it.",
            "Open the advert in a browser.",
        )
    page, allow = advert_path(slug), DOCUMENT._replace(what=f"“{document.name}”")
    paths = [f"{page}/getfile", page]
    if not form.to_getfile:
        paths.reverse()
    for path in paths:
        answer = client.post(path, form.fields, allow=allow)
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
