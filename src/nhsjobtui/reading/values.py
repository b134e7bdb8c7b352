"""From a draft to an Advert: what each value means."""

import re
from urllib.parse import unquote

from nhsjobtui.model.advert import Advert, Contact, Location, Salary
from nhsjobtui.model.dates import read_date, read_time
from nhsjobtui.model.places import distinct, one_line_place, take_postcode
from nhsjobtui.model.references import Address, is_slug, read_address
from nhsjobtui.model.salary import read_salary
from nhsjobtui.reading import sections
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.contacts import read_contact, read_documents
from nhsjobtui.reading.draft import Draft
from nhsjobtui.reading.header import read_header
from nhsjobtui.reading.places import places_in
from nhsjobtui.reading.specification import read_specification
from nhsjobtui.reading.vocabulary import Field

_SITE_ORDER = (
    "address_line_1",
    "address_line_2",
    "address_line_3",
    "town",
    "county",
    "country",
)
_GRADE = re.compile(r"^(?P<scheme>[^:]{2,40}):\s*(?P<band>.+)$")
_BAND = re.compile(r"(?:AfC\s+)?band\s*-?\s*(\d)\s*([a-d])?\b", re.IGNORECASE)
_CONTRACT = re.compile(
    r"(?P<kind>fixed[ -]term|secondment|locum|temporary|bank|apprenticeship|training)"
    r"\s*(?:contract)?\s*[:(–—-]\s*(?P<rest>.*\d.*)",
    re.IGNORECASE,
)
_BY_SURENESS = "canonical og:url saved-from wrapper printed form header share"
_SURENESS = {name: place for place, name in enumerate(_BY_SURENESS.split())}
_LINK = re.compile(r"https?://[^\s<>\"]+|www\.[^\s<>\"]+")
_FIND_A_JOB = re.compile(r"https://findajob\.dwp\.gov\.uk/details/\d+")
_UNKNOWN_EMPLOYER = "nhs jobs"
_FULL_TIME = "full time"
# Longer than any real one: what stands there is something else.
_LONGEST: dict[Field, int] = {
    "title": 300,
    "employer": 300,
    "employer_details": 300,
    "number": 80,
    "number_second": 80,
    "pay_scheme": 150,
    "band": 150,
    "grade": 150,
    "contract": 300,
    "duration": 300,
}
_LONGEST_SALARY = 400


def finish(draft: Draft) -> Advert:
    """Return the advert that a draft holds."""
    warnings: list[str] = []
    header = read_header(draft)
    number = _value(draft, "number") or _value(draft, "number_second")
    address = _address(draft)
    slug = address.reference.value if address and address.board == "nhsjobs" else None
    if slug is None and number and is_slug(number):
        slug = number
    employer = _value(draft, "employer") or header.employer or _value(draft, "employer_details")
    title = header.title if len(header.title) <= _LONGEST["title"] else ""
    closing_text = draft.first("closing") or header.closing
    closing = read_date(closing_text)
    if draft.board == "findajob":
        from_nhs_jobs = employer.casefold() == _UNKNOWN_EMPLOYER
        if from_nhs_jobs:
            employer = ""
            slug = number or slug
        else:
            title = _without_employer(title, employer)
            if closing:
                warnings.append(
                    "This copy's closing date is thirty days after posting,"
                    " so it may not be the real deadline."
                )
    contract, duration = _contract(draft)
    scheme, band = _grade(draft)
    groups, spec_warnings = read_specification(draft.specifications)
    documents = read_documents(draft.documents)
    kept = sections.read_sections(draft.sections)
    salary = _salary(draft)
    warnings += header.warnings()
    if (
        salary.text
        and salary.min is None
        and salary.max is None
        and any(character.isdigit() for character in salary.text)
    ):
        warnings.append("The salary's figures are unclear, so only its words were kept.")
    warnings += spec_warnings
    if not groups and draft.board != "findajob" and not spec_warnings:
        where = "may be in an attached document" if documents else "was not on this page"
        warnings.append(f"The person specification {where}.")
    return Advert(
        board=draft.board,
        slug=slug,
        reference_number=number or None,
        url=address.url if address else None,
        title=title or None,
        employer=employer or None,
        posted=read_date(draft.first("posted")),
        closing=closing,
        closing_time=read_time(closing_text) if closing else None,
        closed=header.closed,
        pay_scheme=scheme or None,
        band=band or None,
        salary=salary,
        contract=contract or None,
        duration=duration or None,
        working_pattern=_patterns(draft),
        locations=_locations(draft),
        sections=kept,
        person_spec=groups,
        contact=_contact(draft),
        documents=documents,
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _value(draft: Draft, name: Field) -> str:
    """Return a field's first line, "" where it is far too long to be that field's value."""
    text = draft.first(name)
    return text if len(text) <= _LONGEST[name] else ""


def _shortened(text: str) -> str:
    """Return text cut after a word where it is far too long to be a salary."""
    if len(text) <= _LONGEST_SALARY:
        return text
    return text[:_LONGEST_SALARY].rpartition(" ")[0] + "…"


def _address(draft: Draft) -> Address | None:
    """Return the advert's own address: the surest of those that the page gives."""
    links = [*draft.links]
    for block in draft.header:
        text = block.text
        if ("://" in text or "www." in text) and (match := _LINK.search(text)):
            links.append(Block("link", "", id="header", href=match[0]))
    links.sort(key=lambda link: _SURENESS.get(link.id, len(_SURENESS)))
    addresses = (_read_link(link.href) for link in links)
    return next((address for address in addresses if address is not None), None)


def _read_link(href: str) -> Address | None:
    if href.startswith("mailto:"):
        match = _FIND_A_JOB.search(unquote(href))
        return read_address(match[0]) if match else None
    if href.startswith("/") and not href.startswith("//"):
        href = "https://www.jobs.nhs.uk" + href
    return read_address(href)


def _without_employer(title: str, employer: str) -> str:
    head, bar, tail = title.rpartition(" | ")
    return head.strip() if bar and tail.casefold() == employer.casefold() else title


def _contract(draft: Draft) -> tuple[str, str]:
    """Return the kind of contract, and how long it lasts."""
    contract, duration = _value(draft, "contract"), _value(draft, "duration")
    if not duration and (match := _CONTRACT.fullmatch(contract)):
        return match["kind"], match["rest"].strip(" )") if match["rest"].count("(") == 0 else match[
            "rest"
        ]
    return contract, duration


def _grade(draft: Draft) -> tuple[str, str]:
    """Return the pay scheme and the band; Trac prints both as one grade: "NHS AfC: Band 6"."""
    scheme, band, grade = (_value(draft, name) for name in ("pay_scheme", "band", "grade"))
    if grade and not band:
        if match := _GRADE.match(grade):
            scheme, band = scheme or match["scheme"], match["band"]
        else:
            band = grade
    if match := _BAND.fullmatch(band):
        band = f"Band {match[1]}{(match[2] or '').lower()}"
    return scheme, band


def _salary(draft: Draft) -> Salary:
    if draft.board == "findajob":
        return read_salary(
            _shortened(draft.first("salary")), _shortened(draft.first("salary_more"))
        )
    lines = draft.lines("salary")
    text = " ".join(lines[:3] if draft.board == "nhsjobs" else lines[:1])
    return read_salary(_shortened(text), unit=_shortened(draft.first("salary_unit")))


def _patterns(draft: Draft) -> tuple[str, ...]:
    """Return the working patterns; "Full time" on Find a job is its default, not a fact."""
    text = draft.first("pattern")
    if not text:
        text = draft.first("hours")
        if text.casefold().replace("-", " ") == _FULL_TIME:
            return ()
    return tuple(part for part in (piece.strip() for piece in text.split(",")) if part)


def _locations(draft: Draft) -> tuple[Location, ...]:
    places: list[Location] = []
    for site in draft.sites.values():
        lines = tuple(site[name] for name in _SITE_ORDER if site.get(name))
        postcode = take_postcode(site.get("postcode", ""), outward=True)
        if postcode[0]:
            lines += (postcode[0],)
        if lines or postcode[1]:
            places.append(Location(lines, postcode[1]))
    if not places:
        for blocks in draft.fields.get("places", ()):
            places += places_in(blocks)
    if not places and (text := draft.first("place")) and (place := one_line_place(text)):
        places.append(place)
    if not places and (draft.first("site") or draft.first("town")):
        parts = [draft.first("site"), draft.first("town")]
        found = [take_postcode(part) for part in parts if part]
        postcodes = [code for _, code in found if code]
        lines = tuple(dict.fromkeys(line for line, _ in found if line))
        places.append(Location(lines, postcodes[0] if postcodes else None))
    return distinct(places)


def _contact(draft: Draft) -> Contact:
    given = [
        draft.first("contact_job_title") or None,
        draft.first("contact_name") or None,
        draft.first("contact_email") or None,
        draft.first("contact_phone") or None,
    ]
    return Contact(*given) if any(given) else read_contact(draft.contact)
