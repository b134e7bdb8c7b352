"""How a command names one line of an advert's checklist, and speaks of an advert."""

from typing import TYPE_CHECKING

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError
from nhsjobtui.model.application import Criterion

if TYPE_CHECKING:
    from nhsjobtui.library import Entry, Head

STATUS_WORDS = {"todo": "to do", "met": "met", "partly": "partly met", "gap": "a gap"}


def named(head: "Head") -> str:
    """Return an advert's reference and title, as every message names it."""
    return f"{head.ref} {head.title or '(no title)'}"


def criterion_at(entry: "Entry", number: str) -> Criterion:
    """Return the criterion with this number."""
    count = len(entry.criteria)
    if not count:
        raise InputError(
            f"{named(entry.head)} has no criteria.",
            f"Add one: nhsjobtui criterion {entry.head.ref} add TEXT",
        )
    if number.isascii() and number.isdigit() and len(number) < 9 and 1 <= int(number) <= count:
        return entry.criteria[int(number) - 1]
    having = f"1 to {count}" if count > 1 else "1 only"
    raise InputError(
        f"There is no criterion {clean_line(number)}.",
        f"The checklist of {named(entry.head)} has {having}.",
    )
