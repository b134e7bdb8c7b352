"""Invented adverts: listings as a search gives them, and full ones of 7 to 13 KB.

A full advert has a word of its own in its title, at the top of its text and in its first
criterion, so that what a screen shows of it can be told from every other.
"""

import random
from datetime import date, timedelta

from benchmarks.invented.words import VOCABULARY, draw, own_word, sentences
from nhsjobtui.model.advert import Advert, Contact, Document, Group, Location, Salary, Section

A_DAY = 900
"""About as many adverts as close each day; a board has those of some fifteen days open."""
_OPEN_DAYS = 15
_JITTER = 5

_ROLES = (
    "Staff Nurse", "Healthcare Assistant", "Ward Clerk", "Senior Physiotherapist", "Pharmacist",
    "Specialist Radiographer", "Community Midwife", "Estates Officer", "Medical Secretary",
    "Consultant Psychiatrist", "Occupational Therapist", "Biomedical Scientist", "Ward Manager",
    "Digital Systems Analyst", "Finance Manager", "Health Visitor", "Porter", "Paramedic",
    "Clinical Psychologist", "Specialty Doctor", "Dietitian", "Research Nurse", "Receptionist",
)  # fmt: skip
_PAY = (
    ("Band 2", 24_465, 24_465), ("Band 3", 24_937, 26_598), ("Band 4", 27_485, 30_162),
    ("Band 5", 31_049, 37_796), ("Band 6", 38_682, 46_580), ("Band 7", 47_810, 54_710),
    ("Band 8a", 55_690, 62_682), ("Band 8b", 64_455, 74_896),
)  # fmt: skip
_KINDS = (
    "University Hospitals NHS Foundation Trust", "NHS Trust", "Community Health NHS Trust",
    "Partnership NHS Foundation Trust", "Integrated Care Board", "Ambulance Service NHS Trust",
)  # fmt: skip
_TOWNS = [word.capitalize() for word in VOCABULARY[-600:]]
_GROUPS = ("Qualifications", "Experience", "Skills and knowledge", "Other requirements")


def title_word(number: int) -> str:
    """Return the word that only this full advert's title has."""
    return own_word(number, "Qua")


def body_word(number: int) -> str:
    """Return the word that only the top of this full advert's text has."""
    return own_word(number, "Que")


def criterion_word(number: int) -> str:
    """Return the word that only this full advert's first criterion has."""
    return own_word(number, "Qui")


def slug_of(number: int) -> str:
    """Return an advert's slug."""
    return f"C9{number % 800:03}-26-{number // 800:04}"


def closing_day(number: int, count: int, today: date) -> date:
    """Return when the advert of this number closes; a higher one mostly later."""
    a_day = min(A_DAY, max(1, count // _OPEN_DAYS))
    jitter = number * 7919 % (2 * _JITTER + 1) - _JITTER
    return today + timedelta(days=_OPEN_DAYS - (count - 1 - number) // a_day + jitter)


def listing(number: int, closing: date) -> Advert:
    """Return an advert as a search result shows it."""
    rng = random.Random(number)
    role, (ward,) = rng.choice(_ROLES), draw(rng, 1)
    return _head(number, rng, closing)._replace(title=f"{role}, {ward.capitalize()} Ward")


def full(number: int, closing: date) -> Advert:
    """Return an advert as its own page shows it."""
    rng = random.Random(number)
    head = _head(number, rng, closing)
    words = draw(rng, rng.randrange(900, 1700))
    summary, duties, about, rest = words[:130], words[130:210], words[210:370], words[370:]
    pay = rng.choice(_PAY)
    return head._replace(
        title=f"{title_word(number)} Unit {rng.choice(_ROLES)}",
        reference_number=f"{100 + number % 900}-RN{number:07}" if number % 5 == 0 else None,
        posted=closing - timedelta(days=14),
        pay_scheme="Agenda for change",
        band=pay[0],
        contract=rng.choice(("Permanent", "Fixed term", "Bank")),
        working_pattern=("Full-time", "Flexible working"),
        sections=(
            Section("Job summary", f"{body_word(number)} {_prose(summary)}"),
            Section("Main duties of the job", _bullets(duties)),
            Section("About us", _prose(about)),
            Section("Job responsibilities", _bullets(rest)),
        ),
        person_spec=_specification(number, rng),
        contact=Contact("Ward Manager", "Robin Example", "robin@example.nhs.uk", "01632 960123"),
        documents=(Document("JD and PS.pdf", "PDF, 268 KB"),),
        salary=_salary(pay),
    )


def _head(number: int, rng: random.Random, closing: date) -> Advert:
    slug = slug_of(number)
    employer = number * 31 % 230
    place = Location((rng.choice(_TOWNS),), f"TA{number % 90 + 1} {number % 9 + 1}RB")
    return Advert(
        board="nhsjobs",
        slug=slug,
        url=f"https://www.jobs.nhs.uk/candidate/jobadvert/{slug}",
        employer=f"{_TOWNS[employer]} {_KINDS[employer % len(_KINDS)]}",
        closing=closing,
        salary=_salary(rng.choice(_PAY)),
        locations=(place,),
    )


def _salary(pay: tuple[str, int, int]) -> Salary:
    _, low, high = pay
    text = f"£{low:,} to £{high:,} a year" if low != high else f"£{low:,} a year"
    return Salary(text, low, high, "year")


def _prose(words: list[str]) -> str:
    found = sentences(words)
    return "\n\n".join(" ".join(found[at : at + 3]) for at in range(0, len(found), 3))


def _bullets(words: list[str]) -> str:
    return "\n".join(f"• {line}" for line in sentences(words, 17))


def _specification(number: int, rng: random.Random) -> tuple[Group, ...]:
    groups = []
    for place, name in enumerate(_GROUPS):
        lines = sentences(draw(rng, 12 * rng.randrange(3, 7)), 12)
        lines = [line.rstrip(".") for line in lines]
        if place == 0:
            lines[0] = f"{criterion_word(number)} {lines[0]}"
        essential, desirable = lines[:-1], lines[-1:]
        groups.append(Group(name, tuple(essential), tuple(desirable)))
    return tuple(groups)
