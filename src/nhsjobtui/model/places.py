"""Places of work: postcodes, and one-line places."""

import re
from collections.abc import Iterable

from nhsjobtui.model.advert import Location

_AREA_NAMES = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E"
    " EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE"
    " LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL"
    " SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_AREAS = sorted(_AREA_NAMES.split(), key=len, reverse=True)
_OUTWARD = rf"(?:{'|'.join(_AREAS)})\d[\dA-Z]?"
_FULL_AT_END = re.compile(rf"(?:^|[\s,(])({_OUTWARD})\s*(\d[ABD-HJLNP-UW-Z]{{2}})[\s.,)]*$", re.I)
# In capitals the shape alone will do: pages with mistyped or made-up areas are pages too.
_SHAPE_AT_END = re.compile(r"(?:^|[\s,(])([A-Z]{1,2}\d[\dA-Z]?)\s*(\d[A-Z]{2})[\s.,)]*$")
_OUTWARD_AT_END = re.compile(rf"(?:^|,\s*|\s)({_OUTWARD})[\s.,]*$")


def take_postcode(text: str, outward: bool = False) -> tuple[str, str | None]:
    """Return text without the postcode at its end, and the postcode as "L14 3LB".

    `outward` accepts the first half alone, where the text is known to be a place.
    """
    if match := _FULL_AT_END.search(text) or _SHAPE_AT_END.search(text):
        return text[: match.start()].rstrip(" ,("), f"{match[1]} {match[2]}".upper()
    if outward and (match := _OUTWARD_AT_END.search(text)):
        return text[: match.start()].rstrip(" ,"), match[1]
    return text, None


def one_line_place(text: str) -> Location | None:
    """Return the place that a one-line field names: "Prescot, L35 5DR"."""
    rest, postcode = take_postcode(text, outward=True)
    lines = tuple(part for part in (piece.strip() for piece in rest.split(",")) if part)
    return Location(lines, postcode) if lines or postcode else None


def is_outward(text: str) -> bool:
    """Say whether this is the first half of a postcode."""
    return re.fullmatch(_OUTWARD, text) is not None


def distinct(places: Iterable[Location]) -> tuple[Location, ...]:
    """Return the places, each once, in order."""
    found: dict[tuple[str, ...], Location] = {}
    for place in places:
        name = (*(line.casefold() for line in place.lines), place.postcode or "")
        found.setdefault(name, place)
    return tuple(found.values())
