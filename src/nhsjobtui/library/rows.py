"""Between an advert and its row: the short columns that the list shows and sorts by."""

import json
import unicodedata
import zlib
from datetime import date
from typing import Any

from nhsjobtui.library.views import Head
from nhsjobtui.model.advert import Advert, Salary
from nhsjobtui.model.application import Coverage
from nhsjobtui.model.deadline import closes_at
from nhsjobtui.model.query import band_key
from nhsjobtui.model.record import from_record, to_stored

# A year has 52.14 weeks; full time is 37.5 hours or five days. Pay "per session" is now a sum for
# one session worked, now a sum a year for one session a week: no figure compares it.
_A_YEAR = {"year": 1.0, "month": 12.0, "week": 52.14, "day": 5 * 52.14, "hour": 37.5 * 52.14}
_LAST = "\U0010ffff"  # sorts after every title

COLUMNS = (
    "board",
    "slug",
    "number",
    "title",
    "employer",
    "place",
    "band",
    "salary",
    "salary_min",
    "salary_max",
    "salary_per",
    "posted",
    "closing",
    "closing_time",
    "closed",
    "listing",
    "closes_at",
    "yearly",
    "band_key",
    "title_key",
)
_HEAD = (
    "id, slug, number, title, employer, place, band, salary, salary_min, salary_max, salary_per, "
    "posted, closing, closing_time, closes_at, closed, gone, listing, shortlisted, stage, "
    "note != '', essential_met, essential_of, desirable_met, desirable_of"
)
HEAD_QUERY = f"SELECT {_HEAD} FROM advert LEFT JOIN application ON advert_id = id"  # noqa: S608


def row_of(advert: Advert) -> tuple[object, ...]:
    """Return the values of `COLUMNS`."""
    from nhsjobtui.model.merge import is_listing

    salary = advert.salary
    end = closes_at(advert.closing, advert.closing_time)
    return (
        advert.board,
        advert.slug,
        advert.reference_number,
        advert.title or "",
        advert.employer or "",
        advert.place,
        advert.band,
        salary.text,
        salary.min,
        salary.max,
        salary.per,
        advert.posted.isoformat() if advert.posted else None,
        advert.closing.isoformat() if advert.closing else None,
        advert.closing_time,
        advert.closed,
        is_listing(advert),
        int(end.timestamp()) if end else None,
        yearly(salary),
        band_key(advert.band) if advert.band else None,
        title_key(advert.title or ""),
    )


def head_of(row: tuple[Any, ...]) -> Head:
    """Return the head that a row of `HEAD_QUERY` holds."""
    (advert_id, slug, number, title, employer, place, band, salary, low, high, per, posted) = row[
        :12
    ]
    closing, closing_time, ends, closed, gone, listing, shortlisted, stage, has_note = row[12:21]
    return Head(
        advert_id,
        ref_of(advert_id, slug, number),
        slug,
        number,
        title,
        employer,
        place,
        band,
        Salary(salary, low, high, per),
        date.fromisoformat(posted) if posted else None,
        date.fromisoformat(closing) if closing else None,
        closing_time,
        ends,
        bool(closed),
        bool(gone),
        bool(listing),
        bool(shortlisted),
        stage,
        bool(has_note),
        Coverage(*row[21:]),
    )


def ref_of(advert_id: int, slug: str | None, number: str | None) -> str:
    """Return the name that people are shown."""
    return slug or number or f"local-{advert_id}"


def yearly(salary: Salary) -> float | None:
    """Return the top of a salary in pounds a year, full time; None where nothing compares."""
    top = salary.max if salary.max is not None else salary.min
    factor = _A_YEAR.get(salary.per or "")
    return None if top is None or factor is None else top * factor


def title_key(title: str) -> str:
    """Return what titles are sorted by: no case, no accents, no signs before the first letter."""
    text = title.casefold()
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        )
    start = next((index for index, character in enumerate(text) if character.isalnum()), None)
    return _LAST if start is None else text[start:]


def pack(advert: Advert) -> tuple[bytes, bytes]:
    """Return the stored record of an advert as JSON, and compressed."""
    record = json.dumps(to_stored(advert), ensure_ascii=False, separators=(",", ":")).encode()
    return record, zlib.compress(record, 1)


def unpack(stored: bytes) -> Advert:
    """Return the advert that `pack` compressed."""
    return from_record(json.loads(zlib.decompress(stored)))
