"""What is asked of NHS Jobs: everything, or what meets some criteria."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from nhsjobtui.boards.vocabulary import BANDS, CONTRACTS, PATTERNS, STAFF_GROUPS
from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError

_LONGEST = 200
_FARTHEST = 1000


@dataclass(frozen=True, slots=True)
class Criteria:
    """A search of NHS Jobs; empty is everything. Filters hold the board's codes.

    `distance` is in miles from `location`.
    """

    keyword: str = ""
    location: str = ""
    distance: int | None = None
    bands: tuple[str, ...] = ()
    staff_groups: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    @classmethod
    def read(
        cls,
        *,
        keyword: str = "",
        location: str = "",
        distance: int | None = None,
        bands: Sequence[str] = (),
        staff_groups: Sequence[str] = (),
        contracts: Sequence[str] = (),
        patterns: Sequence[str] = (),
    ) -> Self:
        """Return what a person typed as criteria; raise InputError for words that are none."""
        keyword, location = clean_line(keyword), clean_line(location)
        if max(len(keyword), len(location)) > _LONGEST:
            raise InputError(f"A keyword or a place has at most {_LONGEST} characters.")
        if distance is not None and not location:
            raise InputError("A distance needs a place to count from.", "Give a location as well.")
        if distance is not None and not 0 <= distance <= _FARTHEST:
            raise InputError(f"A distance is a number of miles from 0 to {_FARTHEST}.")
        return cls(
            keyword,
            location,
            distance,
            BANDS.read(bands),
            STAFF_GROUPS.read(staff_groups),
            CONTRACTS.read(contracts),
            PATTERNS.read(patterns),
        )

    def parameters(self) -> dict[str, str]:
        """Return the parameters of the feed; several values of one filter are one parameter."""
        given = {
            "keyword": self.keyword,
            "location": self.location,
            "distance": "" if self.distance is None else str(self.distance),
            BANDS.parameter: ",".join(self.bands),
            STAFF_GROUPS.parameter: ",".join(self.staff_groups),
            CONTRACTS.parameter: ",".join(self.contracts),
            PATTERNS.parameter: ",".join(self.patterns),
        }
        return {name: value for name, value in given.items() if value}

    def key(self) -> str:
        """Return what the same criteria share, "" for everything."""
        return urlencode(sorted((k, v.casefold()) for k, v in self.parameters().items()))

    def describe(self) -> str:
        """Say in words what is asked for, "" when that is everything."""
        parts = [f"“{self.keyword}”"] if self.keyword else []
        if self.location:
            near = "in" if self.distance is None else f"within {self.distance} miles of"
            parts.append(f"{near} {self.location}")
        for filter_, codes in (
            (BANDS, self.bands),
            (STAFF_GROUPS, self.staff_groups),
            (CONTRACTS, self.contracts),
            (PATTERNS, self.patterns),
        ):
            if codes:
                parts.append(" or ".join(filter_.named(code) for code in codes))
        return ", ".join(parts)

    @property
    def band(self) -> str | None:
        """The band of every advert that meets this, where it is a single one."""
        return BANDS.named(self.bands[0]) if len(self.bands) == 1 else None

    @property
    def pattern(self) -> str | None:
        """A working pattern of every advert that meets this, where it is a single one."""
        return PATTERNS.named(self.patterns[0]) if len(self.patterns) == 1 else None


EVERYTHING = Criteria()
