"""What the library hands out.

Named tuples: every start makes these classes, and Python makes dataclasses far more slowly.
"""

from datetime import date, datetime
from typing import Literal, NamedTuple

from nhsjobtui.model.advert import Advert, Salary
from nhsjobtui.model.application import Coverage, Criterion, Stage
from nhsjobtui.model.deadline import days_left, london

State = Literal["listing", "open", "closed", "gone"]
FetchOutcome = Literal["here", "gone", "refused", "unreachable"]


class Head(NamedTuple):
    """What the list shows of an advert.

    `ends` is the moment it closes in seconds since 1970, as the row keeps it: to know what is over
    takes no time zone. `closed` is True where the page itself said so, `gone` where the server no
    longer has it; `listing` where only a search result is known.
    """

    id: int
    ref: str
    slug: str | None
    reference_number: str | None
    title: str
    employer: str
    place: str
    band: str | None
    salary: Salary
    posted: date | None
    closing: date | None
    closing_time: str | None
    ends: int | None
    closed: bool
    gone: bool
    listing: bool
    shortlisted: bool
    stage: Stage | None
    has_note: bool
    coverage: Coverage

    def state(self, now: datetime) -> State:
        """Say what can be done about it at an aware moment."""
        if self.gone:
            return "gone"
        if self.closed or (self.ends is not None and now.timestamp() >= self.ends):
            return "closed"
        return "listing" if self.listing else "open"

    def time_left(self, now: datetime) -> str:
        """Say in few words when it closes, or that and why it is over."""
        state = self.state(now)
        if state == "gone":
            return "no longer listed"
        words = days_left(self.closing, self.closing_time, now)
        return words if state != "closed" or words.startswith("closed") else "closed"


class Fetch(NamedTuple):
    """The last time a board was asked for an advert.

    `reason` is a sentence where it did not come. `etag` and `last_modified` are what the server
    said of the newest copy, "" where that is not known.
    """

    at: datetime
    outcome: FetchOutcome
    reason: str
    etag: str = ""
    last_modified: str = ""


class Entry(NamedTuple):
    """One advert whole, with everything the person added.

    `fetched_at` is the moment of the newest page, `sources` where its pages came from, oldest
    first; `fetch` is the last try to get it from its board, None where there was none.
    """

    head: Head
    advert: Advert
    note: str
    criteria: tuple[Criterion, ...]
    fetched_at: datetime
    added_at: datetime
    sources: tuple[str, ...]
    fetch: Fetch | None = None

    def not_newer(self) -> str:
        """Say why there is no newer copy than this one, "" where nothing stood in the way."""
        fetch = self.fetch
        if fetch is None or fetch.outcome == "here" or fetch.at < self.fetched_at:
            return ""
        day = fetch.at.astimezone(london()).date()
        return f"asked again on {day.day} {day:%B %Y}: {fetch.reason}"


class Added(NamedTuple):
    """What adding a page did; `changed` names in words what is different now."""

    advert_id: int
    ref: str
    outcome: Literal["new", "updated", "same"]
    changed: tuple[str, ...] = ()


class Facts(NamedTuple):
    """What a search was narrowed to, which its answer does not repeat."""

    band: str | None = None
    pattern: str | None = None


class Listed(NamedTuple):
    """What keeping listings did; `ids` are their adverts in the order they came, each once."""

    ids: list[int]
    new: int
    changed: int

    @property
    def same(self) -> int:
        """How many said what they had said before."""
        return len(self.ids) - self.new - self.changed


class SyncState(NamedTuple):
    """When the last search of one kind that came to its end began, and the last for everything.

    `started` bounds what is known of new adverts; `full` is None where none asked for all.
    """

    started: datetime
    full: datetime | None


class Undone(NamedTuple):
    """What undo or redo did, in a sentence; a general piece belongs to no advert."""

    advert_id: int | None
    sentence: str


class Event(NamedTuple):
    """One thing that happened to an advert or that the person did; `detail` is for people.

    `kind` is one of added, whole (the page of what was a listing), updated, copy, joined, gone,
    back (the advert); shortlisted, stage, stage_detail, note, questions, opening, ending, plan,
    status, self_mark, evidence, criterion, imported, undone, redone (the person).
    """

    at: datetime
    kind: str
    detail: str


class Change(NamedTuple):
    """What a board changed on an advert."""

    advert_id: int
    event: Event


class Snapshot(NamedTuple):
    """One page of an advert as it was read; `id` names it to `Library.page`."""

    id: int
    source: str
    fetched_at: datetime
    advert: Advert
