"""The addresses of NHS Jobs, and which advert a person means by one."""

import re
from urllib.parse import quote, unquote

from nhsjobtui.boards.address import nhs_jobs
from nhsjobtui.model.references import is_slug, read_address

FEED_PATH = "/api/v1/search_xml"
_ADVERT_PATH = "/candidate/jobadvert/"
_SLUG_IN_PATH = re.compile(rf"{_ADVERT_PATH}([^/?#]+)")


def advert_path(slug: str) -> str:
    """Return the path of an advert's page."""
    return _ADVERT_PATH + quote(slug, safe="&")


def slug_meant(target: str) -> str:
    """Return the slug in what a person typed or pasted, "" where it names no advert of NHS Jobs."""
    text = target.strip()
    if is_slug(text):
        return text[0].upper() + text[1:]
    address = read_address(text)
    if address is not None:
        return address.reference.value if address.board == "nhsjobs" else ""
    base = nhs_jobs().base
    return slug_at(text[len(base) :]) if text.startswith(f"{base}/") else ""


def slug_at(path: str) -> str:
    """Return the slug in the path of an advert's page, "" for any other path."""
    match = _SLUG_IN_PATH.search(path)
    slug = unquote(match[1]) if match else ""
    return slug if re.fullmatch(r"[\w.&-]+", slug) else ""
