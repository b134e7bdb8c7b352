"""Reading saved pages, against selectolax doing no more than fetching the same elements' text."""

from collections.abc import Iterator
from importlib import resources

from selectolax.lexbor import LexborHTMLParser

from benchmarks.measure import Row, compare
from nhsjobtui.reading import read_advert

_SELECTORS = (
    "#heading", "#employer_name", "#closing_date", "#job_overview", "#job_description",
    "#about_organisation", "#date_posted", "#payscheme-type", "#payscheme-band", "#range_salary",
    "#contract_type", "#trac-job-reference", "#job_reference_number", "#employer_address_line_1",
    "#employer_town", "#employer_postcode", "#job_description_large", "#contact_details_name",
    "#contact_details_email", "h2", "h3", "h4", "li", "p", "form",
)  # fmt: skip
_REPEAT = 20


def _pages(ending: str) -> list[bytes]:
    folder = resources.files("nhsjobtui.samples").joinpath("adverts")
    return [file.read_bytes() for file in folder.iterdir() if file.name.endswith(ending)]


def _bare(page: bytes) -> None:
    tree = LexborHTMLParser(page)
    for selector in _SELECTORS:
        for node in tree.css(selector):
            node.text()


def rows() -> Iterator[Row]:
    """Yield the rows of this part."""
    html = _pages(".html") * _REPEAT
    text = _pages(".txt")[: len(html) // _REPEAT] * _REPEAT
    peer = "bare selectolax, the same elements"
    yield compare(
        f"read {len(html)} pages of HTML",
        lambda: [read_advert(page) for page in html],
        lambda: [_bare(page) for page in html],
        peer,
        pairs=7,
    )
    yield compare(
        f"read {len(text)} text dumps",
        lambda: [read_advert(page) for page in text],
        lambda: [_bare(page) for page in html],
        peer,
        pairs=7,
    )
