"""The JSON of the commands: `show`'s record and its head, criteria."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from nhsjobtui.model.application import Coverage, Criterion
from nhsjobtui.model.record import salary_record, to_record

if TYPE_CHECKING:
    from nhsjobtui.library import Entry, Head


def head_record(head: "Head", now: datetime) -> dict[str, Any]:
    """Return the head of an advert under the names that `show` uses."""
    return {
        "slug": head.slug,
        "reference_number": head.reference_number,
        "title": head.title or None,
        "employer": head.employer or None,
        "band": head.band,
        "salary": salary_record(head.salary),
        "closing": head.closing.isoformat() if head.closing else None,
        "posted": head.posted.isoformat() if head.posted else None,
        "shortlisted": head.shortlisted,
        "stage": head.stage,
        "coverage": coverage_record(head.coverage),
        "state": head.state(now),
    }


def entry_record(entry: "Entry", now: datetime) -> dict[str, Any]:
    """Return the whole of an advert and of what the person added."""
    head = entry.head
    record = {"file": None} | to_record(entry.advert)
    # The advert may have a name that this copy of it does not print.
    record |= {"slug": head.slug, "reference_number": head.reference_number}
    return record | {
        "shortlisted": head.shortlisted,
        "stage": head.stage,
        "notes": entry.note,
        "criteria": [criterion_record(criterion) for criterion in entry.criteria],
        "coverage": coverage_record(head.coverage),
        "fetched_at": entry.fetched_at.isoformat(timespec="seconds"),
        "state": head.state(now),
    }


def coverage_record(coverage: Coverage) -> dict[str, list[int]]:
    """Return how many criteria are met, of how many."""
    return {
        "essential": [coverage.essential_met, coverage.essential_of],
        "desirable": [coverage.desirable_met, coverage.desirable_of],
    }


def criterion_record(criterion: Criterion) -> dict[str, Any]:
    """Return one line of the checklist."""
    return {
        "n": criterion.n,
        "group": criterion.group,
        "class": "essential" if criterion.essential else "desirable",
        "text": criterion.text,
        "status": criterion.status,
        "evidence": criterion.evidence,
    }
