"""A listing of NHS Jobs as a short list of values, and back: what the library stores of one."""

from datetime import date
from typing import Any

from nhsjobtui.model.advert import Advert, Contact, Location, Salary, Section
from nhsjobtui.model.merge import SEARCH_HEADING
from nhsjobtui.model.references import NHS_JOBS

_NO_CONTACT = Contact()


def to_listing(advert: Advert) -> list[Any] | None:
    """Return a listing of NHS Jobs as a short list; None for any other advert."""
    salary, sections = advert.salary, advert.sections
    if (
        advert.board != "nhsjobs"
        or advert.slug is None
        or advert.url != NHS_JOBS + advert.slug
        or (sections and (len(sections) > 1 or sections[0].heading != SEARCH_HEADING))
        or advert.closed
        or advert.person_spec
        or advert.documents
        or advert.warnings
        or (advert.reference_number, advert.closing_time, advert.pay_scheme, advert.duration)
        != (None, None, None, None)
        or advert.contact != _NO_CONTACT
    ):
        return None
    return [
        advert.slug,
        advert.title,
        advert.employer,
        advert.posted and advert.posted.isoformat(),
        advert.closing and advert.closing.isoformat(),
        advert.band,
        [salary.text, salary.min, salary.max, salary.per],
        advert.contract,
        advert.working_pattern,
        [[place.postcode, *place.lines] for place in advert.locations],
        sections[0].text if sections else None,
    ]


def from_listing(values: list[Any]) -> Advert:
    """Return the advert that `to_listing` wrote down."""
    slug, title, employer, posted, closing, band, salary, contract, patterns, places, text = values
    return Advert(
        board="nhsjobs",
        slug=slug,
        url=NHS_JOBS + slug,
        title=title,
        employer=employer,
        posted=date.fromisoformat(posted) if posted else None,
        closing=date.fromisoformat(closing) if closing else None,
        band=band,
        salary=Salary(*salary),
        contract=contract,
        working_pattern=tuple(patterns),
        locations=tuple(Location(tuple(lines), postcode) for postcode, *lines in places),
        sections=() if text is None else (Section(SEARCH_HEADING, text),),
    )
