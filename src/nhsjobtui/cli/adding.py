"""Pages into the library: saved ones many in one transaction, others fetched; a line each."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from nhsjobtui.clean import clean_line
from nhsjobtui.cli import context as clock
from nhsjobtui.cli import inputs
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.output import complain, inform, say, say_json
from nhsjobtui.cli.records import head_record
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library.intake import SUFFIXES, saved_pages
from nhsjobtui.model.advert import Advert

if TYPE_CHECKING:
    from nhsjobtui.boards.client import Client
    from nhsjobtui.library import Added, Library

_AT_ONCE = 50
_BYTES_AT_ONCE = 16 * 1024 * 1024
_WORDS = {"new": "added", "updated": "updated", "same": "same"}
_HERE = "here"


class _Page(NamedTuple):
    name: str
    data: bytes
    advert: Advert


class Adding:
    """Reads pages and adds them in batches; what was added is said once it is stored."""

    def __init__(self, library: "Library", context: Context) -> None:
        self._library = library
        self._context = context
        self._pages: list[_Page] = []
        self._size = 0
        self._client: Client | None = None
        self.exit_code = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._client is not None:
            self._client.close()

    def page(self, name: str) -> None:
        """Read a file, or stdin for "-"."""
        from nhsjobtui.reading import read_advert

        data = inputs.read_page(name)
        self._pages.append(_Page(name, data, read_advert(data, inputs.page_name(name))))
        self._size += len(data)
        if len(self._pages) >= _AT_ONCE or self._size >= _BYTES_AT_ONCE:
            self.flush()

    def folder(self, folder: Path) -> None:
        """Read every saved page in a folder and in those below it."""
        names = [str(path) for path in saved_pages(folder, self._unreadable)]
        if not names:
            raise InputError(
                f"The folder {clean_line(str(folder))} holds no saved pages.",
                f"A saved page ends in {', '.join(sorted(SUFFIXES))}.",
            )
        for count, name in enumerate(names, 1):
            code = self._context.attempt(name, partial(self.page, name))
            self.exit_code = max(self.exit_code, code)
            if count % _AT_ONCE == 0 or (count == len(names) and count > 1):
                inform(f"{clean_line(str(folder))}: {count} of {len(names)} files read")

    def _unreadable(self, error: OSError) -> None:
        complain(f"The folder {error.filename} cannot be read: {error.strerror}.")
        self.exit_code = max(self.exit_code, InputError.exit_code)

    def known(self, name: str, otherwise: NhsJobTuiError) -> int:
        """Say that an advert is in the library already, or raise what to say if it is not.

        Return its id.
        """
        self.flush()
        try:
            advert_id = self._library.find(name)
        except InputError:
            raise otherwise from None
        self._say(name, _HERE, advert_id, ())
        return advert_id

    def fetch(self, name: str, slug: str) -> None:
        """Fetch an advert from NHS Jobs; where it is not to be had, a copy that is here is said."""
        from nhsjobtui.boards.failures import Offline

        self.flush()
        try:
            self._client = self._client or self._context.online()
        except Offline as offline:
            advert_id = self.known(name, offline)
            if self._library.heads([advert_id])[advert_id].listing:
                inform(f"Only the search result of it is here. {offline.message}")
            return
        from nhsjobtui.boards.fetch import fetch_advert

        inform(f"Asking NHS Jobs for {slug} …")
        fetched = fetch_advert(self._client, self._library, slug)
        if fetched.advert_id is not None:
            word = _WORDS[fetched.added.outcome] if fetched.added else _HERE
            word = "same" if fetched.outcome == "here" and not fetched.added else word
            self._say(name, word, fetched.advert_id, fetched.changed)
        if failure := fetched.failure():
            raise failure

    def flush(self) -> None:
        """Store what was read, then say what became of each page."""
        pages, self._pages, self._size = self._pages, [], 0
        try:
            with self._library.batch():
                added = [self._store(page) for page in pages]
        except OSError:
            raise
        except Exception:
            for page in pages:  # each alone, so that only the one at fault is left out
                code = self._context.attempt(page.name, partial(self._store_alone, page))
                self.exit_code = max(self.exit_code, code)
            return
        for page, outcome in zip(pages, added, strict=True):
            self._say_added(page, outcome)

    def _store(self, page: _Page) -> "Added":
        return self._library.add(page.advert, page.data, inputs.page_name(page.name))

    def _store_alone(self, page: _Page) -> None:
        self._say_added(page, self._store(page))

    def _say_added(self, page: _Page, added: "Added") -> None:
        self._say(page.name, _WORDS[added.outcome], added.advert_id, added.changed)

    def _say(self, name: str, word: str, advert_id: int, changed: Iterable[str]) -> None:
        head = self._library.heads([advert_id])[advert_id]
        if self._context.json:
            result = {"file": name, "outcome": word, "changed": list(changed)}
            say_json(result | head_record(head, clock.now()))
        else:
            what = f" ({', '.join(changed)})" if changed else ""
            say(f"{word:<7}  {head.ref}  {head.title or '(no title)'}{what}")
