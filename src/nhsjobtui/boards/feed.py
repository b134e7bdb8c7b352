"""One page of the NHS Jobs feed: bytes → listings and what the board counts in all.

A listing keeps the cut beginning of the advert's text, under a heading of its own, to be read until
the advert itself is fetched; it is no section of the advert and makes no full advert of it.
"""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from nhsjobtui.clean import clean, clean_line
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.model.advert import Advert, Location, Salary, Section
from nhsjobtui.model.cut import cut
from nhsjobtui.model.dates import read_date
from nhsjobtui.model.merge import SEARCH_HEADING
from nhsjobtui.model.places import distinct, one_line_place
from nhsjobtui.model.references import NHS_JOBS, read_address
from nhsjobtui.model.salary import read_salary
from nhsjobtui.reading.text import undo_escapes

_ROOT = "nhsJobs"
_ITEM = "vacancyDetails"
# Longer than any real one.
_LONGEST_LINE = 300
_LONGEST_TEXT = 5000
_MOST_PLACES = 100
_SLUG = re.compile(r"[\w.&-]{1,100}")
_RANGE = re.compile(r"£(\d{1,6}\.\d\d) to £(\d{1,6}\.\d\d)", re.ASCII)
_KEPT = "Nothing of this page was kept."


class FeedPage(NamedTuple):
    """What one page of the feed says; `pages` and `total` are None where it does not count.

    `nameless` counts entries without a reference, which cannot be kept.
    """

    listings: list[Advert]
    pages: int | None
    total: int | None
    nameless: int


class FeedDamaged(NhsJobTuiError):
    """A page came that is no whole XML, as when a connection broke off unnoticed."""


class FeedRefusal(NhsJobTuiError):
    """The board answered with an error of its own in place of a page, as past the last page."""


def read_page(data: bytes) -> FeedPage:
    """Return what a page of the feed says; raise NhsJobTuiError for anything else."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        raise NhsJobTuiError("NHS Jobs answered with an empty page.", _KEPT)
    if start[:1] in b"{[":
        raise FeedRefusal(f"NHS Jobs answered with an error{_error_in(data)}.", _KEPT)
    if re.match(rb"<(?:!doctype\s+html|html)\b", start, re.IGNORECASE):
        raise NhsJobTuiError(
            "NHS Jobs answered with a web page where its feed should be; it may be under repair.",
            _KEPT,
        )
    root = _tree(data)
    if "}" in root.tag:  # it has a namespace, which says nothing that is of use here
        for element in root.iter():
            element.tag = element.tag.rpartition("}")[2]
    if root.tag != _ROOT:
        raise NhsJobTuiError("NHS Jobs answered with XML that is not its feed.", _KEPT)
    found = [_listing(entry) for entry in root.iter(_ITEM)]
    listings = [advert for advert in found if advert is not None]
    pages, total = (_number(root.findtext(name)) for name in ("totalPages", "totalResults"))
    return FeedPage(listings, pages, total, len(found) - len(listings))


def _tree(data: bytes) -> Element:
    """Return the root of an XML document without a document type."""
    builder = TreeBuilder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    # The guards stay; elements go straight to the builder, past two calls in Python for each.
    expat = parser.parser
    expat.ordered_attributes = False
    expat.StartElementHandler, expat.EndElementHandler = builder.start, builder.end
    try:
        expat.Parse(data, True)
        return builder.close()
    except DefusedXmlException as error:
        raise NhsJobTuiError(
            "The feed of NHS Jobs has a document type declaration, which is never read.", _KEPT
        ) from error
    except (ExpatError, ValueError, LookupError) as error:
        raise FeedDamaged(
            f"The feed of NHS Jobs came broken off or damaged ({error}).", _KEPT
        ) from error
    finally:
        parser.__dict__.clear()  # it refers to itself, and would keep the tree alive


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _listing(entry: Element) -> Advert | None:
    """Return one entry of the feed, None where it has no reference."""
    values = {field.tag: field.text or "" for field in entry}
    get = values.get
    slug = _slug(get("reference", ""), get("url", ""))
    if slug is None:
        return None
    text = _text(get("description", ""))
    return Advert(
        board="nhsjobs",
        slug=slug,
        url=NHS_JOBS + slug,
        title=_line(get("title", "")) or None,
        employer=_name(get("employer", "")) or None,
        posted=_date(get("postDate", "")),
        closing=_date(get("closeDate", "")),
        salary=_salary(get("salary", "")),
        contract=_name(get("type", "")) or None,
        locations=_locations([place.text or "" for place in entry.iter("location")]),
        sections=(Section(SEARCH_HEADING, text),) if text else (),
    )


def _slug(reference: str, url: str) -> str | None:
    """Return what the address ends in, which is also the reference; None where neither is one."""
    reference, url = reference.strip(), url.strip()
    if not url.endswith(f"/{reference}") or not reference:
        address = read_address(clean_line(url[:1000]))
        if address is not None and address.board == "nhsjobs":
            return address.reference.value
    return reference if _SLUG.fullmatch(reference) else None


def _line(text: str) -> str:
    """Return foreign text as one line, without the entities and tags that boards leave in."""
    if "&" in text or "<" in text:
        text = undo_escapes(text)
    return cut(clean_line(text), _LONGEST_LINE)


_name = lru_cache(maxsize=4096)(_line)
_day = lru_cache(maxsize=4096)(read_date)


def _date(text: str) -> date | None:
    """Return the day; the time after it, to the nanosecond, is another one in every entry."""
    return _day(text[:10] if text[4:5] == "-" else text[:40])


@lru_cache(maxsize=4096)
def _salary(text: str) -> Salary:
    # What most of the feed says, read at once; a cut or odd one goes the long way.
    if match := _RANGE.fullmatch(text):
        low, high = float(match[1]), float(match[2])
        if low <= high:
            return Salary(text, low, high)
    return read_salary(_line(text))


def _locations(places: list[str]) -> tuple[Location, ...]:
    if len(places) == 1:
        return _location(places[0])
    return distinct(place for text in places[:_MOST_PLACES] for place in _location(text))


@lru_cache(maxsize=4096)
def _location(text: str) -> tuple[Location, ...]:
    place = one_line_place(_line(text))
    return (place,) if place else ()


def _text(text: str) -> str:
    """Return the beginning of the advert's text, its lines kept apart."""
    if "&" in text or "<" in text:
        text = undo_escapes(text)
    text = clean(text).strip()
    if "\n" not in text:
        return cut(" ".join(text.split()) if "  " in text else text, _LONGEST_TEXT)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return cut("\n".join(line for line in lines if line), _LONGEST_TEXT)


def _error_in(data: bytes) -> str:
    """Return what a JSON error says, ready to stand in a sentence."""
    import json

    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    for key in ("message", "error", "detail", "title"):
        if isinstance(found, dict) and isinstance(found.get(key), str):
            return f" (“{cut(clean_line(found[key]), 120).rstrip('.')}”)"
    return ""
