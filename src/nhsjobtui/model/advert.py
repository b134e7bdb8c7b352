"""An advert as it was read: every field the advert's own, nothing invented."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

Board = Literal["nhsjobs", "findajob", "trac", "unknown"]
_COUNTRIES = frozenset({"england", "scotland", "wales", "northern ireland", "united kingdom", "uk"})
Per = Literal["year", "month", "week", "day", "hour", "session"]


class Salary(NamedTuple):
    """The salary in the advert's own words, and as figures in pounds where those are certain."""

    text: str = ""
    min: float | None = None
    max: float | None = None
    per: Per | None = None


class Location(NamedTuple):
    """One place of work: its address lines without the postcode, and the postcode."""

    lines: tuple[str, ...] = ()
    postcode: str | None = None


class Section(NamedTuple):
    """A heading of the advert and the text below it.

    Paragraphs are parted by an empty line; list items begin with "• " or "1. ", one a line.
    """

    heading: str
    text: str


class Group(NamedTuple):
    """A group of the person specification; the name is empty where the advert gives none."""

    name: str
    essential: tuple[str, ...] = ()
    desirable: tuple[str, ...] = ()


class Contact(NamedTuple):
    """Whom to ask about the job."""

    job_title: str | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None

    def __bool__(self) -> bool:
        return any((self.job_title, self.name, self.email, self.phone))


class Document(NamedTuple):
    """A document the advert names, with what it says of kind and size ("DOC, 668 KB")."""

    name: str
    detail: str | None = None


class Advert(NamedTuple):
    """One advert; None and empty mean that the advert does not say.

    `closing_time` is "HH:MM" in Europe/London. `closed` is True where the page itself says that
    the job is closed. `warnings` are sentences on what was understood only in part.
    """

    board: Board = "unknown"
    slug: str | None = None
    reference_number: str | None = None
    url: str | None = None
    title: str | None = None
    employer: str | None = None
    posted: date | None = None
    closing: date | None = None
    closing_time: str | None = None
    closed: bool = False
    pay_scheme: str | None = None
    band: str | None = None
    salary: Salary = Salary()
    contract: str | None = None
    duration: str | None = None
    working_pattern: tuple[str, ...] = ()
    locations: tuple[Location, ...] = ()
    sections: tuple[Section, ...] = ()
    person_spec: tuple[Group, ...] = ()
    contact: Contact = Contact()
    documents: tuple[Document, ...] = ()
    warnings: tuple[str, ...] = ()

    def criteria(self) -> Iterator[tuple[str, bool, str]]:
        """Yield (group, essential, text) in the checklist's order."""
        for group in self.person_spec:
            for text in group.essential:
                yield group.name, True, text
            for text in group.desirable:
                yield group.name, False, text

    @property
    def place(self) -> str:
        """Where the work is, in one line: the town of the first place and its postcode."""
        return _in_line(self.locations[0]) if self.locations else ""


@lru_cache(maxsize=4096)
def _in_line(place: Location) -> str:
    towns = [line for line in place.lines if line.casefold() not in _COUNTRIES]
    town = towns[-1] if towns else ""
    return " ".join(part for part in (town, place.postcode) if part)
