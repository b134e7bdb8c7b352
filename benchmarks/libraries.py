"""Libraries of any size to measure on, of invented adverts."""

import random
from datetime import date, timedelta
from pathlib import Path

from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group, Location, Salary, Section

_TITLES = ("Staff Nurse", "Ward Clerk", "Senior Physiotherapist", "Pharmacist", "Estates Officer")
_WORDS = [f"{a}{b}{c}" for a in ("stro", "car", "me", "wa") for b in ("ke", "di", "lo") for c in
          ("", "ng", "rd", "st", "nce")]  # fmt: skip


def make(folder: Path, count: int) -> Path:
    """Make a library of `count` adverts in a folder and return the folder."""
    rng = random.Random(count)
    weights = [1 / rank for rank in range(1, len(_WORDS) + 1)]
    with Library.open(folder / "library.sqlite3") as library, library.batch():
        for number in range(count):
            words = rng.choices(_WORDS, weights, k=300)
            library.add(_advert(number, rng, " ".join(words)), b"", "benchmark")
    return folder


def _advert(number: int, rng: random.Random, text: str) -> Advert:
    return Advert(
        board="nhsjobs",
        slug=f"C9{number % 900:03}-26-{number:06}",
        title=f"{rng.choice(_TITLES)}, Ward {number % 300}",
        employer=f"Invented Trust {number % 200} NHS Foundation Trust",
        closing=date.today() + timedelta(days=rng.randrange(1, 40)),
        band=f"Band {rng.randrange(2, 9)}",
        salary=Salary("£31,049 to £37,796 a year", 31_049, 37_796, "year"),
        locations=(Location(("Invented Hospital", "Wyreham"), "TA44 7RB"),),
        sections=(Section("Job summary", text),),
        person_spec=(Group("Experience", ("Has worked on a ward", "Keeps calm"), ("Drives",)),),
    )
