"""What the library hands out.

Named tuples: every start makes these classes, and Python makes dataclasses far more slowly.
"""

from datetime import date, datetime
from typing import Literal, NamedTuple

from nhsjobtui.model.advert import Advert, Salary
from nhsjobtui.model.application import Coverage, Criterion, Stage
from nhsjobtui.model.deadline import days_left

State = Literal["listing", "open", "closed", "gone"]


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


class Entry(NamedTuple):
    """One advert whole, with everything the person added.

    `fetched_at` is the moment of the newest page, `sources` where its pages came from, oldest
    first.
    """

    head: Head
    advert: Advert
    note: str
    criteria: tuple[Criterion, ...]
    fetched_at: datetime
    added_at: datetime
    sources: tuple[str, ...]


class Added(NamedTuple):
    """What adding a page did; `changed` names in words what is different now."""

    advert_id: int
    ref: str
    outcome: Literal["new", "updated", "same"]
    changed: tuple[str, ...] = ()


class Undone(NamedTuple):
    """What undo or redo did, in a sentence."""

    advert_id: int
    sentence: str


class Event(NamedTuple):
    """One thing that happened to an advert or that the person did; `detail` is for people.

    `kind` is one of added, updated, copy, joined, gone, back (the advert); shortlisted, stage,
    note, status, evidence, criterion, undone, redone (the person).
    """

    at: datetime
    kind: str
    detail: str


class Snapshot(NamedTuple):
    """One page of an advert as it was read; `id` names it to `Library.page`."""

    id: int
    source: str
    fetched_at: datetime
    advert: Advert
