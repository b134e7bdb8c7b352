"""Between an advert and its row: the short columns that the list shows and sorts by."""

import json
import unicodedata
import zlib
from datetime import date
from functools import lru_cache
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
_ZLIB = b"x"  # what compressed data begins with, and no listing
# Search results name no unit; no month, week or session of NHS work pays as much.
_SURELY_A_YEAR = 20_000.0
_LAST = "\U0010ffff"  # sorts after every title

# What listings differ in, and the rest of an advert's row.
LISTED = (
    "slug",
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
    "closes_at",
    "yearly",
    "band_key",
    "title_key",
)
COLUMNS = (*LISTED, "board", "number", "closing_time", "closed", "listing")
_HEAD = (
    "id, slug, number, title, employer, place, band, salary, salary_min, salary_max, salary_per, "
    "posted, closing, closing_time, closes_at, closed, gone, listing, shortlisted, stage, "
    "note != '', essential_met, essential_of, desirable_met, desirable_of"
)
HEAD_QUERY = f"SELECT {_HEAD} FROM advert LEFT JOIN application ON advert_id = id"  # noqa: S608


def row_of(advert: Advert) -> tuple[object, ...]:
    """Return the values of `COLUMNS`."""
    from nhsjobtui.model.merge import is_listing

    listing = is_listing(advert)
    return (
        *listed_row(advert, listing),
        advert.board,
        advert.reference_number,
        advert.closing_time,
        advert.closed,
        listing,
    )


def listed_row(advert: Advert, listing: bool) -> tuple[object, ...]:
    """Return the values of `LISTED`; `listing` is whether the advert is one."""
    salary, posted, closing, band = advert.salary, advert.posted, advert.closing, advert.band
    title = advert.title or ""
    return (
        advert.slug,
        title,
        advert.employer or "",
        advert.place,
        band,
        *salary,
        posted.isoformat() if posted else None,
        closing.isoformat() if closing else None,
        _end(closing, advert.closing_time),
        _listed_yearly(salary) if listing else yearly(salary),
        band_key(band) if band else None,
        title_key(title),
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


def _listed_yearly(salary: Salary) -> float | None:
    """Return what a listing is compared by: the same, and a sum that can only be a year's."""
    top = salary.max if salary.max is not None else salary.min
    if salary.per is None and top is not None and top >= _SURELY_A_YEAR:
        return top
    return yearly(salary)


@lru_cache(maxsize=1024)
def _end(closing: date | None, closing_time: str | None) -> int | None:
    """Return the moment of closing in seconds; a thousand adverts close on few days."""
    end = closes_at(closing, closing_time)
    return int(end.timestamp()) if end else None


def title_key(title: str) -> str:
    """Return what titles are sorted by: no case, no accents, no signs before the first letter."""
    text = title.casefold()
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)
        )
    if text[:1].isalnum():
        return text
    start = next((index for index, character in enumerate(text) if character.isalnum()), None)
    return _LAST if start is None else text[start:]


def pack(advert: Advert) -> tuple[bytes, bytes]:
    """Return the stored record of an advert as JSON, and compressed.

    That of a listing is a short text and not compressed: it is written a thousand at a time.
    """
    from nhsjobtui.model.listing import listing_text

    listing = listing_text(advert)
    if listing is not None:
        record = listing.encode()
        return record, record
    record = json.dumps(to_stored(advert), ensure_ascii=False, separators=(",", ":")).encode()
    return record, zlib.compress(record, 1)


def unpack(stored: bytes) -> Advert:
    """Return the advert that `pack` stored."""
    if not stored.startswith(_ZLIB):
        from nhsjobtui.model.listing import read_listing_text

        return read_listing_text(stored.decode())
    return from_record(json.loads(zlib.decompress(stored)))
