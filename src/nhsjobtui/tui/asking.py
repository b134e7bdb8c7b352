"""What the app asks NHS Jobs for, and what it says of the answers."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Entry, Head
from nhsjobtui.model.query import Query
from nhsjobtui.tui.online import Ended, Job, Record

if TYPE_CHECKING:
    from nhsjobtui.tui.online_screen import OnlineScreen

_STOPPED = "Stopped. What had come is kept."
_ADDED = {"added": "Added", "updated": "Updated", "same": "The same as before", "here": "Kept"}
Came = Callable[[str | None, str], bool]
"""Is given the reference of what came, if it did, and a sentence; says whether it showed it."""


class Asking:
    """One advert, the shortlist, an added advert and documents; a search is in `finding`."""

    def __init__(self, screen: "OnlineScreen") -> None:
        self._screen = screen
        self._online = screen.online
        self._opened: set[int] = set()
        self._came: dict[str, Came] = {}
        self._said_offline = False

    def _tell(self, sentence: str, *, problem: bool = False) -> None:
        self._screen.tell(sentence, problem=problem)

    # ---- one advert

    def opened(self, entry: Entry) -> None:
        """Fetch the page of a listing that is opened to be read; once, and not what is gone."""
        head = entry.head
        if not head.listing or head.gone or not head.slug or head.id in self._opened:
            return
        if self._online.refusal:
            if not self._said_offline:
                self._tell("Working offline: only the search result is here.")
            self._said_offline = True
            return
        self.refresh(head)

    def refresh(self, head: Head) -> None:
        """Ask for one advert again."""
        records: list[Record] = []

        def done(ended: Ended) -> None:
            if not ended.stopped:
                self._opened.add(head.id)
            record = records[-1] if records else None
            shown = self._screen.advert.entry
            of_it = "" if shown and shown.head.id == head.id else f"{head.title}: "
            self._tell(of_it + _words(head, record, ended), problem=_failed(record, ended))

        words = ("refresh", "--", head.ref)
        saying = f"Asking NHS Jobs for {head.ref}"
        self._online.ask(Job(words, saying, records.append, done, urgent=True))

    def refresh_shortlist(self) -> None:
        """Ask for every advert of the shortlist again."""
        count = len(self._screen.library.ids(Query(shortlisted=True)))
        if not count and not self._online.refusal:
            self._tell("The shortlist is empty: space in the list puts an advert on it.")
            return
        saying = "Refreshing the shortlist"
        came = 0

        def got(record: Record) -> None:
            nonlocal came
            came += 1
            self._online.progress(f"{saying}: {came} of {count}")

        def done(ended: Ended) -> None:
            if ended.stopped:
                self._tell(f"Stopped after {came} of {count}. What had come is kept.")
            else:
                words = " ".join(filter(None, (ended.said, ended.problem)))
                self._tell(f"Shortlist: {words}", problem=bool(ended.problem))

        self._online.ask(Job(("refresh", "--shortlisted"), saying, got, done))

    # ---- adding

    def add(self, target: str, came: Came) -> str:
        """Fetch what a person named; return why not, "" where it is on its way."""
        if self._online.refusal:
            return self._online.refusal
        records: list[Record] = []
        self._came[target] = came  # the same may be asked for again from another dialog

        def done(ended: Ended) -> None:
            came = self._came.pop(target)
            ref, sentence = None, ended.problem
            if records:
                record = records[-1]
                ref = record["slug"] or record["reference_number"]
                if record["outcome"] != "here":
                    changed = f" ({', '.join(record['changed'])})" if record["changed"] else ""
                    sentence = f"{_ADDED[record['outcome']]}: {record['title'] or ref}{changed}."
            sentence = _STOPPED if ended.stopped and not ref else sentence
            if not came(ref, sentence):
                self._tell(sentence, problem=bool(ended.problem) and not ended.stopped)

        words = ("add", "--", target)
        self._online.ask(Job(words, "Asking NHS Jobs", records.append, done, urgent=True))
        return ""

    # ---- documents

    async def documents(self, entry: Entry) -> None:
        """Let the person choose among an advert's documents, download and open it."""
        from nhsjobtui.boards.document_files import saved
        from nhsjobtui.tui.dialogs.chooser import Chooser

        head, documents = entry.head, entry.advert.documents
        if not documents:
            said = "The advert names no documents."
            if head.listing:
                said = "Only the search result is here; r fetches the advert with its documents."
            self._tell(said)
            return
        folder = self._screen.paths.documents
        copies = saved(folder, head, documents)
        choices = [
            (n, _document_words(n, document.name, document.detail, copy and copy.size))
            for n, (document, copy) in enumerate(zip(documents, copies, strict=True), 1)
        ]
        if len(documents) > 1:
            choices.append((0, "Download all of them"))
        title = f"Documents of “{head.title}”; enter downloads and opens. Kept in {_short(folder)}"
        chosen = await self._screen.choose(Chooser(title, choices, None))
        if chosen is None:
            return
        copy = copies[chosen.value - 1] if chosen.value else None
        if copy is not None:
            self._open(copy.file)
        else:
            self._download(head, chosen.value)

    def _download(self, head: Head, number: int) -> None:
        """Download one document and open it, or all where the number is 0."""
        files: list[Path] = []

        def got(record: Record) -> None:
            files.append(Path(record["file"]))
            self._online.progress(f"Downloading documents: {len(files)} here", urgent=True)

        def done(ended: Ended) -> None:
            what = "document is" if len(files) == 1 else "documents are"
            here = f"{len(files)} {what} in {_short(files[0].parent)}." if files else ""
            if ended.problem and not ended.stopped:
                self._tell(f"{ended.problem} {here}", problem=True)
            elif not files:
                self._tell(_STOPPED)
            elif number:
                self._open(files[0])
            else:
                self._tell(here)

        words = ("documents", "--get", str(number or "all"), "--", head.ref)
        self._online.ask(Job(words, "Downloading from NHS Jobs", got, done, urgent=True))

    def _open(self, file: Path) -> None:
        from nhsjobtui.boards.document_files import open_document

        try:
            open_document(file)
        except NhsJobTuiError:
            self._tell(f"No program here opens it; it is kept: {_short(file)}", problem=True)
        else:
            self._tell(f"Opened with the system's program: {_short(file)}")


def _failed(record: Record | None, ended: Ended) -> bool:
    if ended.stopped:
        return False
    return record is None or record["outcome"] in {"failed", "not_asked"}


def _words(head: Head, record: Record | None, ended: Ended) -> str:
    """Say in a sentence what became of one advert."""
    if record is None:
        return _STOPPED if ended.stopped else ended.problem or "Nothing came."
    outcome, what = record["outcome"], record["what"] or ""
    stays = "What is here of it stays."
    if outcome in {"changed", "same"} and head.listing:
        return "The whole advert is here."
    if outcome == "changed":
        return f"Changed: {what}."
    if outcome == "same":
        return "It is the same as before."
    if outcome == "gone":
        return f"No longer on NHS Jobs ({what.rstrip('.')}). {stays}"
    if outcome == "failed":
        return f"It did not come: {what} {stays}"
    return what or ended.problem


def _document_words(n: int, name: str, detail: str | None, size: int | None) -> str:
    words = f"{n}. {clean_line(name)}" + (f" ({clean_line(detail)})" if detail else "")
    return words if size is None else f"{words} · here, {_in_words(size)}"


def _in_words(size: int) -> str:
    if size < 1024:
        return f"{size} bytes"
    return f"{size / 1024:.0f} KB" if size < 1024**2 else f"{size / 1024**2:.1f} MB"


def _short(path: Path) -> str:
    """Return a path as a person writes it."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
