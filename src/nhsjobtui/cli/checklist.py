"""How a command names one line of an advert's checklist, and speaks of an advert."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError
from nhsjobtui.model.application import Criterion

if TYPE_CHECKING:
    from nhsjobtui.cli.context import Context
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


def criteria_at(
    entry: "Entry", words: Iterable[str], context: "Context"
) -> tuple[list[Criterion], int]:
    """Return the criteria named by numbers and ranges like 1-4, and the exit code.

    What names none is said on stderr, and the others are returned all the same.
    """
    found: list[Criterion] = []
    code = context.each(words, lambda word: found.extend(_range(entry, word)))
    return list(dict.fromkeys(found)), code


def _range(entry: "Entry", word: str) -> tuple[Criterion, ...]:
    first, _, last = word.replace("–", "-").partition("-")
    if not (first and last):
        return (criterion_at(entry, word),)
    start, end = criterion_at(entry, first).n, criterion_at(entry, last).n
    if start > end:
        raise InputError(f"{clean_line(word)} runs backwards.", f"Write {end}-{start}.")
    return entry.criteria[start - 1 : end]
