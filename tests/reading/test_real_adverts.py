"""Two real adverts, which are not part of the project; run only where they lie beside it."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from nhsjobtui.model.advert import Advert, Location, Salary
from nhsjobtui.reading import read_advert

FOLDER = Path(__file__).parents[2].parent / "shared" / "adverts"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the real adverts are not here")


def read(name: str) -> Advert:
    return read_advert((FOLDER / name).read_bytes(), name)


def digest(text: str | None) -> str:
    return sha256((text or "").encode()).hexdigest()[:12]


def test_the_nhs_jobs_dump_is_read_completely() -> None:
    advert = read("nhsjobs-418-DTO0716-KA.txt")
    assert advert.board == "nhsjobs"
    assert (advert.slug, advert.reference_number) == (None, "418-DTO0716-KA")
    assert advert.title == "Band 4 Therapy Assistant Practitioner - Complex Medicine"
    assert advert.employer is not None
    assert advert.employer.startswith("Bedfordshire Hospitals")
    assert (advert.posted, advert.closing) == (date(2025, 11, 14), date(2025, 11, 27))
    assert (advert.pay_scheme, advert.band) == ("Agenda for change", "Band 4")
    assert advert.salary == Salary(
        "£27,485 to £30,162 a year per annum (Pro rated if part time)", 27485, 30162, "year"
    )
    assert (advert.contract, advert.working_pattern) == ("Permanent", ("Full-time", "Part-time"))
    assert advert.locations == (
        Location(("Luton and Dunstable Hospital", "Lewsey Road", "Luton"), "LU4 0DZ"),
    )
    assert [(section.heading, len(section.text)) for section in advert.sections] == [
        ("Job summary", 1017),
        ("Main duties of the job", 904),
        ("About us", 1502),
        ("Job responsibilities", 785),
        ("Disclosure and Barring Service Check", 269),
        ("Certificate of Sponsorship", 630),
    ]
    assert [
        (group.name, len(group.essential), len(group.desirable)) for group in advert.person_spec
    ] == [
        ("Qualifications & Training", 2, 0),
        ("Experience", 2, 2),
        ("Knowledge", 4, 0),
        ("Skills", 4, 0),
    ]
    assert advert.contact.job_title == "Specialist Occupational Therapist"
    assert (advert.contact.name or "").count(" ") == 1
    assert digest(advert.contact.name) == "b4a62f8d9778"
    assert digest(advert.contact.email) == "4453e0b7c85f"
    assert digest(advert.contact.phone) == "180f75e183a7"
    assert advert.documents == ()
    assert advert.warnings == ()


def test_the_find_a_job_dump_is_read_completely() -> None:
    advert = read("findajob-C9287-26-0195.txt")
    assert advert.board == "findajob"
    assert (advert.slug, advert.reference_number) == ("C9287-26-0195", "C9287-26-0195")
    assert advert.title == "Assistant Director of Therapies (Head Therapist)"
    assert advert.employer is None
    assert (advert.posted, advert.closing) == (date(2026, 2, 6), date(2026, 2, 20))
    assert advert.salary == Salary("£64,455.00 to £74,896.00 per year", 64455, 74896, "year")
    assert (advert.contract, advert.working_pattern) == ("Permanent", ())
    assert advert.locations == (Location(("Liverpool",), "L14 3LB"),)
    assert [(section.heading, len(section.text)) for section in advert.sections] == [
        ("Summary", 3128)
    ]
    assert advert.person_spec == ()
    assert not advert.contact
