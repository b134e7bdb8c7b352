"""Invented vacancies, any number of them, each different and always the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_TITLES = (
    "Staff Nurse",
    "Ward Clerk",
    "Physiotherapist",
    "Pharmacy Technician",
    "Healthcare Assistant",
    "Midwife",
    "Consultant Radiologist",
    "Occupational Therapist",
    "Medical Secretary",
    "Estates Officer",
    "Biomedical Scientist",
    "Health Visitor",
)
_WARDS = ("Teasel", "Alder", "Bramble", "Clover", "Elm", "Fern", "Hazel", "Juniper", "Larch")
_EMPLOYERS = (
    "Wyre and Teme NHS Foundation Trust",
    "Example Vale NHS Trust",
    "Marrow Hill Hospitals NHS Trust",
    "Oxlow Ambulance Service",
    "Beckstone Lane Surgery",
    "Greyling Community Health CIC",
)
_TOWNS = (
    "Wyreham, XQ1 2AB",
    "Exampleton, LS1 3EX",
    "Marrow, XQ4 7RT",
    "Oxlow",
    "Beckstone, XQ9 9ZZ",
)
_BANDS = ("BAND_2", "BAND_3", "BAND_4", "BAND_5", "BAND_6", "BAND_7", "BAND_8A", "CONSULTANT", "")
_GROUPS = (
    "NURSING_AND_MIDWIFERY_REGD",
    "ADMINISTRATIVE_AND_CLERICAL",
    "ALLIED_HEALTH_PROF",
    "CLINICAL_SERVICES",
    "MEDICAL_AND_DENTAL",
    "ESTATES_AND_ANCILLARY",
    "HEALTHCARE_SCIENTISTS",
)
_TYPES = ("Permanent", "Fixed-Term", "Bank", "Locum", "Secondment", "Apprenticeship", "Training")
_PATTERNS = ("Full-time", "Full-time, Part-time", "Part-time", "Flexible working", "Job share")
_SALARIES = (
    "£31049.00 to £37796.00",
    "£10295.00",
    "£35,000 - £40,000",
    "Depends on experience",
    "£58133.00 to £65261.00",
)
_NEWEST = datetime(2026, 11, 14, 15, 15, 34)


@dataclass(frozen=True)
class Document:
    """A supporting document and what its button says."""

    name: str = "JD and PS.doc"
    detail: str = "DOC, 668 KB"
    data: bytes = b"\xd0\xcf\x11\xe0 an invented job description"

    @property
    def label(self) -> str:
        return f"{self.name} ({self.detail})"


@dataclass(frozen=True)
class Vacancy:
    """One job on the board; `getfile` says which of the two ways its documents are asked for."""

    slug: str = "C9999-26-0101"
    title: str = "Staff Nurse, Teasel Ward"
    employer: str = "Wyre and Teme NHS Foundation Trust"
    type: str = "Permanent"
    salary: str = "£31049.00 to £37796.00"
    closing: date = date(2026, 11, 30)
    posted: str = "2026-11-02T15:15:34.938827718"
    location: str = "Wyreham, XQ1 2AB"
    description: str = "Teasel Ward looks after people who are getting over an operation."
    band: str = "BAND_5"
    pattern: str = "Full-time, Part-time"
    group: str = "NURSING_AND_MIDWIFERY_REGD"
    number: str = ""
    specification: bool = True
    documents: tuple[Document, ...] = ()
    getfile: bool = True


def vacancies(count: int, start: int = 0) -> list[Vacancy]:
    """Return so many vacancies, the newest first; `start` for those that came before them."""
    return list(_vacancies(count, start))


def _vacancies(count: int, start: int) -> Iterator[Vacancy]:
    for n in range(start, start + count):
        title = f"{_TITLES[n % 12]}, {_WARDS[n // 12 % 9]} Ward {n}"
        at = _NEWEST - timedelta(minutes=2 * n)
        yield Vacancy(
            slug=f"C{9000 + n % 900}-26-{n:05}",
            title=title,
            employer=_EMPLOYERS[n % 6],
            type=_TYPES[n % 7],
            salary=_SALARIES[n % 5],
            closing=date(2026, 11, 20) + timedelta(days=n % 40),
            posted=f"{at:%Y-%m-%dT%H:%M:%S}.{n % 10**9:09}".rstrip("0") + "1",
            location=_TOWNS[n % 5],
            description=(
                f"{title}: we are looking for somebody kind & careful to join {n % 30 + 2} "
                "people who look after others all over the county. You will plan your work, keep "
                "good records, teach those who are new and be taught in turn. We offer flexible ho…"
            ),
            band=_BANDS[n % 9],
            pattern=_PATTERNS[n % 5],
            group=_GROUPS[n % 7],
        )
