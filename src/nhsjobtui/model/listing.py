"""A listing of NHS Jobs as one short text, and back: what the library stores of one."""

from datetime import date
from functools import lru_cache
from typing import cast

from nhsjobtui.model.advert import Advert, Contact, Location, Per, Salary, Section
from nhsjobtui.model.merge import SEARCH_HEADING
from nhsjobtui.model.references import NHS_JOBS

# `clean` lets neither of these into any text.
_FIELD, _PART, _PIECE = "\x1f", "\x1e", "\x1d"
_MARK = "="  # what a text begins with; no compressed record does
_NO_CONTACT = Contact()


def listing_text(advert: Advert) -> str | None:
    """Return a listing as text; None for any other advert, or one with more to it."""
    sections, slug = advert.sections, advert.slug
    if (
        slug is None
        or advert.board != "nhsjobs"
        or advert.url != NHS_JOBS + slug
        or (sections and (len(sections) > 1 or sections[0].heading != SEARCH_HEADING))
        or advert.closed
        or advert.person_spec
        or advert.documents
        or advert.warnings
        or advert.reference_number
        or advert.closing_time
        or advert.pay_scheme
        or advert.duration
        or (advert.contact is not _NO_CONTACT and advert.contact)
    ):
        return None
    return _FIELD.join(
        (
            _MARK,
            slug,
            advert.title or "",
            advert.employer or "",
            advert.posted.isoformat() if advert.posted else "",
            advert.closing.isoformat() if advert.closing else "",
            advert.band or "",
            _salary_text(advert.salary),
            advert.contract or "",
            _PART.join(advert.working_pattern),
            _places_text(advert.locations),
            sections[0].text if sections else "",
        )
    )


@lru_cache(maxsize=4096)
def _salary_text(salary: Salary) -> str:
    text, low, high, per = salary
    figures = ("" if figure is None else str(figure) for figure in (low, high))
    return _FIELD.join((text, *figures, per or ""))


@lru_cache(maxsize=4096)
def _places_text(locations: tuple[Location, ...]) -> str:
    return _PART.join([_PIECE.join((postcode or "", *lines)) for lines, postcode in locations])


def read_listing_text(text: str) -> Advert:
    """Return the advert that `listing_text` wrote down."""
    fields = text.split(_FIELD)
    _, slug, title, employer, posted, closing, band, pay, low, high, per = fields[:11]
    contract, patterns, places, beginning = fields[11:]
    return Advert(
        board="nhsjobs",
        slug=slug,
        url=NHS_JOBS + slug,
        title=title or None,
        employer=employer or None,
        posted=date.fromisoformat(posted) if posted else None,
        closing=date.fromisoformat(closing) if closing else None,
        band=band or None,
        salary=Salary(
            pay,
            float(low) if low else None,
            float(high) if high else None,
            cast(Per, per) if per else None,
        ),
        contract=contract or None,
        working_pattern=tuple(patterns.split(_PART)) if patterns else (),
        locations=tuple(_place(place) for place in places.split(_PART)) if places else (),
        sections=(Section(SEARCH_HEADING, beginning),) if beginning else (),
    )


def _place(text: str) -> Location:
    postcode, *lines = text.split(_PIECE)
    return Location(tuple(lines), postcode or None)
