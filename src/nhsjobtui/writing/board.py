"""Applications by stage, and what needs doing."""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from nhsjobtui.library import Head, Library
from nhsjobtui.model.application import BEFORE_APPLYING, STAGES, Stage, StageDetail
from nhsjobtui.model.dates import day_words
from nhsjobtui.model.deadline import today
from nhsjobtui.model.query import Query

_SOON = 7
_LONG = 21  # days after closing
_EVERYTHING = Query()
_EXPECTING: frozenset[Stage | None] = frozenset({"applied", "interview"})


class Column(NamedTuple):
    """The applications at one stage; None is not at a stage yet."""

    stage: Stage | None
    heads: list[Head]

    @property
    def name(self) -> str:
        """The stage in words."""
        return self.stage.replace("_", " ").capitalize() if self.stage else "No stage yet"


class Todo(NamedTuple):
    """One thing that needs doing; `day` and `time` are when it is due or happens, in London."""

    kind: Literal["closing", "interview", "waiting"]
    head: Head
    words: str
    day: date | None = None
    time: str | None = None
    note: str = ""

    @property
    def sentence(self) -> str:
        """What needs doing, and what was noted of it."""
        return self.words + (f" ({' '.join(self.note.split())})" if self.note else "")


def board(library: Library, query: Query = _EVERYTHING, limit: int | None = None) -> list[Column]:
    """Return the applications that a query means, by stage as they go through them."""
    mine = set(library.applications())
    wanted = [advert_id for advert_id in library.ids(query) if advert_id in mine][:limit]
    heads = library.heads(wanted)
    stages: tuple[Stage | None, ...] = (None, *STAGES)
    columns = [
        Column(stage, [heads[one] for one in wanted if one in heads and heads[one].stage == stage])
        for stage in stages
    ]
    return [column for column in columns if column.heads]


def todo(library: Library, now: datetime) -> list[Todo]:
    """Return what needs doing, the nearest first and what is only waited for last.

    An advert on the shortlist or with an application that closes within a week and has not been
    applied for; an interview to come; an application without an answer for over three weeks.
    """
    ids = dict.fromkeys([*library.applications(), *library.ids(Query(shortlisted=True))])
    found: list[Todo] = []
    for head in library.heads(list(ids)).values():
        found += _closing(head, now) + _interview(library, head, now) + _waiting(head, now)
    return sorted(
        found, key=lambda one: (one.kind == "waiting", one.day or today(now), one.time or "")
    )


def _closing(head: Head, now: datetime) -> list[Todo]:
    if head.closing is None or head.stage not in BEFORE_APPLYING - {"missed"}:
        return []
    if head.state(now) in {"gone", "closed"} or (head.closing - today(now)).days > _SOON:
        return []
    left = head.time_left(now)
    words = f"closes {f'in {left}' if left.endswith(' days') else left}, not applied yet"
    return [Todo("closing", head, words, head.closing, head.closing_time)]


def _interview(library: Library, head: Head, now: datetime) -> list[Todo]:
    if head.stage not in _EXPECTING:
        return []
    noted = {detail.stage: detail for detail in library.stages(head.id)}.get("interview")
    if head.stage == "interview":
        detail = noted or StageDetail("interview")
    elif noted and noted.day:
        detail = noted
    else:
        return []
    if detail.day is None:
        return [Todo("interview", head, "interview, no day noted yet", note=detail.note)]
    if detail.day < today(now):
        return []
    words = f"interview on {day_words(detail.day, detail.time)}"
    return [Todo("interview", head, words, detail.day, detail.time, detail.note)]


def _waiting(head: Head, now: datetime) -> list[Todo]:
    if head.stage != "applied" or head.closing is None:
        return []
    if today(now) - head.closing <= timedelta(days=_LONG):
        return []
    days = (today(now) - head.closing).days
    words = f"no answer for {days} days since it closed on {day_words(head.closing)}"
    return [Todo("waiting", head, words, head.closing)]
