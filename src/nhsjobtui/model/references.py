"""The names an advert goes by: slugs, reference numbers, addresses."""

import re
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from nhsjobtui.model.advert import Advert, Board

Kind = Literal["slug", "number", "trac", "findajob", "local"]

SLUG_CUT = 21  # where Find a job cuts a slug off
NHS_JOBS = "https://www.jobs.nhs.uk/candidate/jobadvert/"
_SLUG = re.compile(r"[A-Z]\d{4}-[A-Z0-9-]+", re.IGNORECASE)
_TRAC_NUMBER = re.compile(r"\d{3}-\S*\d\S*", re.IGNORECASE)
_TRAC_FEED = re.compile(r"(\d+)/(\S+)")
_NHS_JOBS_HOSTS = frozenset({"www.jobs.nhs.uk", "beta.jobs.nhs.uk", "jobs.nhs.uk"})
_NHS_JOBS_PATH = re.compile(r"/candidate/jobadvert/([^/?#]+)", re.IGNORECASE)
_TRAC_HOSTS = ("healthjobsuk.com", "trac.jobs")
_TRAC_PATH = re.compile(r"(?:-v|/job-advert/)(\d+)(?:[/?#]|$)", re.IGNORECASE)
_FIND_A_JOB_HOST = "findajob.dwp.gov.uk"
_FIND_A_JOB_PATH = re.compile(r"/details/(\d+)")


class Reference(NamedTuple):
    """One name of an advert; `value` is spelt as the board spells it."""

    kind: Kind
    value: str

    @property
    def key(self) -> str:
        """The spelling that two copies of the same name share."""
        return self.value.casefold()


class Address(NamedTuple):
    """What an advert's address says of itself."""

    board: Board
    url: str
    reference: Reference


def is_slug(text: str) -> bool:
    """Say whether this is shaped like the reference in an NHS Jobs address."""
    return _SLUG.fullmatch(text) is not None


def is_trac_number(text: str) -> bool:
    """Say whether this is shaped like a reference number of Trac: 418-DTO0716-KA."""
    return _TRAC_NUMBER.fullmatch(text) is not None


def split_trac_feed(text: str) -> tuple[str, str] | None:
    """Return the vacancy id and the number in a reference of Trac's feed (6658075/372-AB1-A)."""
    match = _TRAC_FEED.fullmatch(text.strip())
    return (match[1], match[2]) if match else None


def is_trac_feed(advert: Advert) -> bool:
    """Say whether this is a Find a job page that Trac's own feed filled."""
    if advert.board != "findajob" or (advert.slug and is_slug(advert.slug)):
        return False
    number = advert.reference_number or advert.slug or ""
    return split_trac_feed(number) is not None or is_trac_number(number)


def looks_like_address(text: str) -> bool:
    """Say whether a person who typed this meant a web address."""
    return (
        re.match(r"(?:https?://|www\.|[\w.-]+\.(?:uk|com|jobs)/)", text, re.IGNORECASE) is not None
    )


def read_address(text: str) -> Address | None:
    """Return what an advert's address names, or None for any other address.

    Only the host and the path count: a query may carry search words or another reference.
    """
    text = text.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    if host in _NHS_JOBS_HOSTS and (match := _NHS_JOBS_PATH.match(parts.path)):
        slug = unquote(match[1])
        if re.fullmatch(r"[\w.&-]+", slug):
            return Address("nhsjobs", NHS_JOBS + slug, Reference("slug", slug))
    if host == _FIND_A_JOB_HOST and (match := _FIND_A_JOB_PATH.match(parts.path)):
        url = f"https://{host}/details/{match[1]}"
        return Address("findajob", url, Reference("findajob", match[1]))
    if any(host == name or host.endswith(f".{name}") for name in _TRAC_HOSTS) and (
        match := _TRAC_PATH.search(parts.path)
    ):
        return Address("trac", f"https://{host}{parts.path}", Reference("trac", match[1]))
    return None
