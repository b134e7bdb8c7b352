"""The sample pages with their dates filled in, and what each is meant to say."""

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from nhsjobtui.model.advert import Advert
from nhsjobtui.reading import read_advert

TODAY = date(2026, 11, 21)
TOKEN = re.compile(r"\{\{([+-]\d+)(?:\|(iso|dmy))?\}\}")
_FORMATS = {None: "%d %B %Y", "iso": "%Y-%m-%d", "dmy": "%d/%m/%Y"}
_SAMPLES = files("nhsjobtui.samples")

# The same vacancy saved from two boards.
TWINS = ("community-staff-nurse.html", "findajob-C9935-26-0288.txt")


def day(offset: int) -> date:
    """Return the date so many days from the tests' today."""
    return TODAY + timedelta(offset)


@cache
def sources() -> dict[str, str]:
    """Return every page as it is kept, by file name."""
    pages = (_SAMPLES / "adverts").iterdir()
    return {
        page.name: page.read_text("utf-8") for page in sorted(pages, key=lambda page: page.name)
    }


def filled(text: str) -> str:
    """Return a page with dates where its tokens stand."""
    return TOKEN.sub(lambda token: f"{day(int(token[1])):{_FORMATS[token[2]]}}", text)


@cache
def read(name: str) -> Advert:
    """Return what the reader makes of a page."""
    return read_advert(filled(sources()[name]).encode(), name)


@cache
def person_text() -> str:
    """Return the invented applicant's file as it is kept."""
    return (_SAMPLES / "person.toml").read_text("utf-8")


@cache
def applications() -> tuple[dict[str, Any], ...]:
    """Return what the invented applicant has added."""
    return tuple(tomllib.loads(person_text())["application"])


@cache
def meant() -> dict[str, dict[str, Any]]:
    """Return what each page is meant to say."""
    return tomllib.loads(Path(__file__).with_name("meant.toml").read_text("utf-8"))


@cache
def by_reference() -> dict[str, Advert]:
    """Return the adverts by every name they give themselves."""
    found: dict[str, Advert] = {}
    for name in sources():
        advert = read(name)
        for reference in (advert.slug, advert.reference_number):
            if reference and (advert.board != "findajob" or reference not in found):
                found[reference] = advert
    return found
