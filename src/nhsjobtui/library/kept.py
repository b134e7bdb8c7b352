"""Reading and writing what is kept of one advert: its record, its row, its index, its marks."""

from datetime import UTC, datetime

from nhsjobtui.errors import InputError
from nhsjobtui.library import index
from nhsjobtui.library.rows import COLUMNS, pack, row_of, unpack
from nhsjobtui.library.store import Store
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.application import Criterion, Mark, checklist, coverage

_PLACES = ", ".join("?" for _ in COLUMNS)
_INSERT = (
    f"INSERT INTO advert ({', '.join(COLUMNS)}, essential_of, desirable_of, ended, "  # noqa: S608
    f"added_at, fetched_at) VALUES ({_PLACES}, ?, ?, ?, ?, ?)"
)
_UPDATE = (
    f"UPDATE advert SET {', '.join(f'{name} = ?' for name in COLUMNS)}, "  # noqa: S608
    "ended = ? OR gone WHERE id = ?"
)
TEXTS = "note, opening, ending, questions"
"""The person's own texts of an application that belong to no criterion."""
_MARKS = (
    "SELECT group_name, essential, text, status, evidence, own, self_mark, written_at FROM mark "
    "WHERE advert_id = ? ORDER BY id"
)


def load(store: Store, advert_id: int) -> Advert:
    """Return an advert's record."""
    stored = store.value("SELECT record FROM body WHERE advert_id = ?", (advert_id,))
    if stored is None:
        raise InputError("That advert is no longer in the library.")
    return unpack(stored)


def insert(store: Store, advert: Advert, packed: bytes, at: datetime) -> int:
    """Keep a new advert that carries nothing of the person's yet; return its id."""
    counts = coverage(checklist(advert, ()))
    of = (counts.essential_of, counts.desirable_of)
    values = (*row_of(advert), *of, advert.closed, stamp(at), stamp(at))
    advert_id = store.run(_INSERT, values)
    store.run("INSERT INTO body VALUES (?, ?)", (advert_id, packed))
    index.put_in(store, advert_id, advert)
    return advert_id


def update(store: Store, advert_id: int, before: Advert, after: Advert) -> None:
    """Keep an advert as it is now."""
    if before == after:
        return
    store.run(_UPDATE, (*row_of(after), after.closed, advert_id))
    store.run("UPDATE body SET record = ? WHERE advert_id = ?", (pack(after)[1], advert_id))
    index.replace(store, advert_id, before, after)
    recount(store, advert_id, after)


def marks(store: Store, advert_id: int) -> list[Mark]:
    """Return the person's answers, in the order they were first given."""
    return [
        Mark(group, bool(essential), text, status, evidence, bool(own), self_mark, _moment(written))
        for group, essential, text, status, evidence, own, self_mark, written in store.rows(
            _MARKS, (advert_id,)
        )
    ]


def criteria(store: Store, advert_id: int, advert: Advert) -> tuple[Criterion, ...]:
    """Return the checklist of an advert."""
    return checklist(advert, marks(store, advert_id))


def recount(store: Store, advert_id: int, advert: Advert) -> None:
    """Bring what is derived from the person's answers up to date: coverage and their words' index.

    Every change of an answer, a note or the specification ends here, in the same transaction.
    """
    answers = marks(store, advert_id)
    counts = coverage(checklist(advert, answers))
    store.run(
        "UPDATE advert SET essential_met = ?, essential_of = ?, desirable_met = ?, "
        "desirable_of = ? WHERE id = ?",
        (
            counts.essential_met,
            counts.essential_of,
            counts.desirable_met,
            counts.desirable_of,
            advert_id,
        ),
    )
    texts = store.row(f"SELECT {TEXTS} FROM application WHERE advert_id = ?", (advert_id,)) or ()  # noqa: S608
    own = [*texts, *(m.evidence for m in answers), *(m.text for m in answers if m.own)]
    index.put_own(store, advert_id, advert, "\n".join(own))


def log(store: Store, advert_id: int, at: datetime, kind: str, detail: str) -> None:
    """Add to the event log."""
    store.run(
        "INSERT INTO event (advert_id, at, kind, detail) VALUES (?, ?, ?, ?)",
        (advert_id, stamp(at), kind, detail),
    )


def _moment(stored: str | None) -> datetime | None:
    return datetime.fromisoformat(stored) if stored else None


def stamp(at: datetime) -> str:
    """Return an aware moment as the file spells it."""
    return at.astimezone(UTC).isoformat()
