"""Whether what follows a label can be its value."""

import re

from nhsjobtui.model.dates import read_date
from nhsjobtui.reading.vocabulary import Field

_REFERENCE = re.compile(r"\S*\d\S*(?: \S+)?\Z")
# A label inside prose counts only where what follows can be its value.
_VALUES: dict[Field, re.Pattern[str]] = {
    "pay_scheme": re.compile(r"agenda for change|other$|hospital medical|very senior|local", re.I),
    "band": re.compile(r"band \d|consultant$|grade|foundation", re.IGNORECASE),
    "salary": re.compile(r"£|depend|negotiable|not specified", re.IGNORECASE),
    "contract": re.compile(
        r"permanent$|fixed.term|bank$|locum$|secondment$|apprentice|training$|temporary", re.I
    ),
    "pattern": re.compile(r"(?:full|part).time|flexible|job share|home or|compressed|annual", re.I),
    "number": _REFERENCE,
    "employer_details": re.compile(r"."),
    "duration": re.compile(r"\d+ (?:month|week|year|day)", re.IGNORECASE),
}


def fits(label: Field, value: str) -> bool:
    """Say whether `value` can be what a label in the middle of prose is the label of."""
    if label in {"posted", "closing"}:
        return len(value) < 60 and read_date(value) is not None
    if label == "places":
        return len(value) < 80
    pattern = _VALUES.get(label)
    return pattern is not None and len(value) < 200 and pattern.match(value) is not None
