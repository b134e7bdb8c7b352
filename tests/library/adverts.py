"""Invented adverts, and a clock that stands still."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from nhsjobtui.library import Added, Library
from nhsjobtui.model.advert import Advert, Contact, Group, Location, Salary, Section

NOW = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
SLUG = "C9999-26-0101"
NUMBER = "999-TEA0101-A"
ADDRESS = f"https://www.jobs.nhs.uk/candidate/jobadvert/{SLUG}"

NURSE = Advert(
    board="nhsjobs",
    slug=SLUG,
    reference_number=NUMBER,
    url=ADDRESS,
    title="Staff Nurse, Teasel Ward",
    employer="Wyre and Teme NHS Foundation Trust",
    posted=date(2026, 11, 2),
    closing=date(2026, 11, 20),
    pay_scheme="Agenda for change",
    band="Band 5",
    salary=Salary("£31,049 to £37,796 a year", 31049, 37796, "year"),
    contract="Permanent",
    working_pattern=("Full-time",),
    locations=(Location(("Teasel Hospital", "Wyreham"), "XQ1 2AB"),),
    sections=(
        Section("Job summary", "Teasel Ward looks after people getting over an operation."),
        Section("Main duties of the job", "You plan care with each patient."),
        Section("About us", "We run two hospitals and a Tŷ Gobaith hospice."),
        Section("Job responsibilities", "Assess, plan, carry out and evaluate nursing care."),
    ),
    person_spec=(
        Group("Qualifications", ("Registered nurse", "Study after registration"), ("Mentorship",)),
        Group("Experience", ("Six months on a surgical ward",)),
    ),
    contact=Contact("Ward manager", "Priya Northcott", "p.northcott@example.nhs.uk"),
)


@dataclass
class Clock:
    """The moment it is, until a test says otherwise."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **amount: float) -> None:
        self.now += timedelta(**amount)


def advert(number: int, **fields: Any) -> Advert:  # noqa: ANN401 - any field of an advert
    """Return an advert that shares no reference with any of another number."""
    slug = f"C{8000 + number % 1000}-26-{number:04d}"
    plain = Advert(board="nhsjobs", slug=slug, title=f"Post {number}", employer="Teme Trust")
    return plain._replace(**fields)


def page_of(found: Advert) -> bytes:
    """Return bytes that stand for the page this advert was read from."""
    return repr(found).encode()


def put(library: Library, found: Advert, source: str = "advert.html") -> Added:
    """Add an advert as if its page had just been read."""
    return library.add(found, page_of(found), source)
