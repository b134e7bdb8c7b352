"""Finding adverts online: what is asked for, and the list that grows meanwhile."""

from collections.abc import Collection
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from nhsjobtui.boards.searches import Saved, Searches, since_words
from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.model.query import Sort
from nhsjobtui.tui.found import Listing
from nhsjobtui.tui.online import Ended, Job, Record

if TYPE_CHECKING:
    from nhsjobtui.tui.dialogs.finding import Form
    from nhsjobtui.tui.online_screen import OnlineScreen

_LONG_AGO = timedelta(days=7)
"""After so long all is asked for again, to learn what is no longer listed."""
_ALL = "All of NHS Jobs: about 130 requests, two to three minutes"


class Finding:
    """Searches, saved ones, and all of NHS Jobs."""

    def __init__(self, screen: "OnlineScreen") -> None:
        self._screen = screen
        self._online = screen.online
        self._listing: Listing | None = None
        self.form: Form | None = None
        screen.watch(screen.adverts.list, "has_focus", self._at_list, init=False)

    def _at_list(self, has_focus: bool) -> None:
        if has_focus and self._listing is not None:
            self._listing.come_back()

    def _list(self, listing: Listing, ids: Collection[int]) -> None:
        self._listing = listing
        listing.show(ids)

    async def ask(self) -> None:
        """Let the person say what to find, and find it."""
        from nhsjobtui.tui.dialogs.finding import FindDialog, Form

        screen = self._screen
        saved, problem = list[Saved](), self._online.refusal
        try:
            saved = Searches(screen.paths.searches_file).all()
        except NhsJobTuiError as error:  # one can still search
            problem = problem or str(error)
        form, now = self.form or Form(), screen.clock()
        dialog = FindDialog(form, self._everything()[1], saved, now, problem)
        chosen = await screen.choose(dialog)
        self.form = dialog.form._replace(name="")
        if chosen is None:
            return
        if chosen.what == "everything":
            self.everything()
        elif chosen.what == "saved":
            self.saved(chosen.name)
        else:
            self.search(dialog.form)

    # ---- the three kinds of search

    def search(self, form: "Form") -> None:
        """Find what a form says; all of it, so that the list shows all that there is."""
        criteria = form.criteria()
        words = ["sync", "--full", "--stream", *_options(form)]
        if form.name.strip():
            words.append(f"--save={form.name.strip()}")
        self._find(tuple(words), criteria.describe(), form.order, saved="")

    def saved(self, name: str, *, at_start: bool = False) -> None:
        """Run a saved search; what is new since the last time is listed."""
        saved = Searches(self._screen.paths.searches_file).get(name)
        words: tuple[str, ...] = ("sync", f"--saved={saved.name}")
        if saved.ran_at is not None or at_start:
            self._find_new(words, saved, at_start)
        else:
            self._find((*words, "--stream"), saved.name, "posted", saved=saved.name)

    def everything(self) -> None:
        """Take in all that NHS Jobs lists, or what is new there."""
        full, _ = self._everything()
        words = ("sync", "--full") if full else ("sync",)
        last: list[Record] = []

        def done(ended: Ended) -> None:
            if not self._went_wrong(ended):
                self._screen.tell(_all_words(last[-1]) if last else "Nothing came.")

        self._online.ask(Job(words, "Asking for all of NHS Jobs", last.append, done, follow=True))

    def _everything(self) -> tuple[bool, str]:
        """Return whether all is asked for, and what to call it beforehand."""
        state = self._screen.library.synced("")
        now = self._screen.clock()
        if state is None or state.full is None or now - state.full > _LONG_AGO:
            return state is not None, _ALL
        return False, f"What is new on all of NHS Jobs since {since_words(state.started, now)}"

    # ---- what comes

    def _find(self, words: tuple[str, ...], name: str, order: Sort, *, saved: str) -> None:
        """Run a search and list what it finds as it comes."""
        found: set[int] = set()
        last: list[Record] = []
        listing = Listing(self._screen, name, order)

        def got(record: Record) -> None:
            if "listed" not in record:
                last.append(record)
                return
            found.update(self._ids(record["listed"]))
            self._list(listing, found)

        def done(ended: Ended) -> None:
            if last:
                self._list(listing, found)
            if self._went_wrong(ended) or not last:
                return
            kept = f"; saved as “{saved or last[0]['search']}”" if last[0]["search"] else ""
            self._screen.tell(f"{_found_words(last[0])}{kept}.{listing.how_to_go_on}")

        if self._online.ask(Job(words, "Searching NHS Jobs", got, done, follow=True)):
            self._screen.go("list")

    def _find_new(self, words: tuple[str, ...], saved: Saved, at_start: bool) -> None:
        """Run a saved search again and list what is new."""
        last: list[Record] = []

        def done(ended: Ended) -> None:
            if self._went_wrong(ended) or not last:
                return
            since, new, count = "", set[int](), last[0]["new"]
            if saved.ran_at is not None:
                since = f" since {since_words(saved.ran_at, self._screen.clock())}"
                new = self._ids(last[0]["new_since_last_run"])
                count = len(new)
            said = f"{saved.name}: {count or 'nothing'} new{since}."
            away = at_start and self._screen.pane != "list"
            if new and not away:
                listing = Listing(self._screen, f"new{since} in {saved.name}", "posted")
                self._list(listing, new)
                said += listing.how_to_go_on
            self._screen.tell(said)

        self._online.ask(Job(words, f"Searching for “{saved.name}”", last.append, done, True))

    def _ids(self, refs: list[str]) -> set[int]:
        found = set()
        for ref in refs:
            with suppress(InputError):  # joined with another meanwhile
                found.add(self._screen.library.find(ref))
        return found

    def _went_wrong(self, ended: Ended) -> bool:
        """Say what went wrong; return whether anything did."""
        if ended.stopped:
            self._screen.tell(ended.problem or "Stopped. What had come is kept.")
        elif ended.problem:
            self._screen.tell(ended.problem, problem=True)
        return ended.stopped or bool(ended.problem)


def _options(form: "Form") -> list[str]:
    """Return a form as the options of `sync`."""
    given = {
        "keyword": form.keyword,
        "location": form.place,
        "distance": form.distance,
        "band": form.bands,
        "staff-group": form.staff_groups,
        "contract": form.contracts,
        "pattern": form.patterns,
    }
    return [f"--{name}={value.strip()}" for name, value in given.items() if value.strip()]


def _found_words(record: Record) -> str:
    found = record["found"]
    if not found:
        return "NHS Jobs has no advert like that"
    return f"{found:,} found, {record['new']:,} of them new here"


def _all_words(record: Record) -> str:
    gone = record["no_longer_listed"]
    left = f", {gone:,} no longer listed" if gone else ""
    return f"NHS Jobs: {record['new']:,} new, {record['changed']:,} changed{left}."
