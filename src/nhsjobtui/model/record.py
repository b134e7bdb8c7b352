"""An advert as the JSON of schema 1, and back."""

from datetime import date
from typing import Any

from nhsjobtui.model.advert import (
    Advert,
    Contact,
    Document,
    Group,
    Location,
    Salary,
    Section,
)

SCHEMA = 1


def to_record(advert: Advert) -> dict[str, Any]:
    """Return an advert under the names of schema 1; what it does not say is null or empty."""
    return {
        "schema": SCHEMA,
        "board": advert.board,
        "slug": advert.slug,
        "reference_number": advert.reference_number,
        "url": advert.url,
        "title": advert.title,
        "employer": advert.employer,
        "posted": advert.posted.isoformat() if advert.posted else None,
        "closing": advert.closing.isoformat() if advert.closing else None,
        "closing_time": advert.closing_time,
        "pay_scheme": advert.pay_scheme,
        "band": advert.band,
        "salary": salary_record(advert.salary),
        "contract": advert.contract,
        "duration": advert.duration,
        "working_pattern": list(advert.working_pattern),
        "locations": [
            {"lines": list(place.lines), "postcode": place.postcode} for place in advert.locations
        ],
        "sections": [{"heading": s.heading, "text": s.text} for s in advert.sections],
        "person_spec": [
            {"group": g.name, "essential": list(g.essential), "desirable": list(g.desirable)}
            for g in advert.person_spec
        ],
        "contact": {
            "job_title": advert.contact.job_title,
            "name": advert.contact.name,
            "email": advert.contact.email,
            "phone": advert.contact.phone,
        },
        "documents": [{"name": d.name, "detail": d.detail} for d in advert.documents],
        "warnings": list(advert.warnings),
    }


def to_stored(advert: Advert) -> dict[str, Any]:
    """Return the record the library keeps: schema 1 and whether the page said "closed"."""
    return to_record(advert) | {"closed": advert.closed}


def salary_record(salary: Salary) -> dict[str, Any]:
    """Return a salary under the names of schema 1, whole pounds as whole numbers."""
    return {
        "text": salary.text or None,
        "min": _number(salary.min),
        "max": _number(salary.max),
        "per": salary.per,
    }


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def from_record(record: dict[str, Any]) -> Advert:
    """Return the advert that `to_record` or `to_stored` wrote down."""
    salary, contact = record["salary"], record["contact"]
    return Advert(
        board=record["board"],
        slug=record["slug"],
        reference_number=record["reference_number"],
        url=record["url"],
        title=record["title"],
        employer=record["employer"],
        posted=_date(record["posted"]),
        closing=_date(record["closing"]),
        closing_time=record["closing_time"],
        closed=record.get("closed", False),
        pay_scheme=record["pay_scheme"],
        band=record["band"],
        salary=Salary(salary["text"] or "", salary["min"], salary["max"], salary["per"]),
        contract=record["contract"],
        duration=record["duration"],
        working_pattern=tuple(record["working_pattern"]),
        locations=tuple(
            Location(tuple(place["lines"]), place["postcode"]) for place in record["locations"]
        ),
        sections=tuple(Section(s["heading"], s["text"]) for s in record["sections"]),
        person_spec=tuple(
            Group(g["group"], tuple(g["essential"]), tuple(g["desirable"]))
            for g in record["person_spec"]
        ),
        contact=Contact(**contact),
        documents=tuple(Document(d["name"], d["detail"]) for d in record["documents"]),
        warnings=tuple(record["warnings"]),
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
