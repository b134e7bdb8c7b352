"""Where the work is, when it takes several lines."""

from collections.abc import Sequence

from nhsjobtui.model.advert import Location
from nhsjobtui.model.places import is_outward, take_postcode
from nhsjobtui.reading.blocks import Block

_COUNTRIES = frozenset(
    ("england", "scotland", "wales", "northern ireland", "united kingdom", "uk", "great britain")
)


def places_in(blocks: Sequence[Block]) -> list[Location]:
    """Return the places under one heading, an address line a block."""
    widest = max((block.gap for block in blocks[1:]), default=0)
    narrowest = min((block.gap for block in blocks[1:]), default=0)
    found: list[Location] = []
    lines: list[str] = []
    postcode: str | None = None
    for index, block in enumerate(blocks):
        country = block.text.casefold() in _COUNTRIES
        parted = index > 0 and block.gap == widest > narrowest
        if lines and (parted or (postcode and not country)):
            found.append(Location(tuple(lines), postcode))
            lines, postcode = [], None
        elif postcode and not country:
            found.append(Location((), postcode))
            postcode = None
        rest, code = take_postcode(block.text)
        if code is None and is_outward(block.text):
            rest, code = "", block.text.upper()
        if code:
            postcode = code
        if rest:
            lines.append(rest)
    if lines or postcode:
        found.append(Location(tuple(lines), postcode))
    return found
