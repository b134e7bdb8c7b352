"""What a person asks of the list: a filter, an order, and both in words."""

import re
from dataclasses import dataclass, replace
from typing import Literal, Self, TypeVar, get_args

from nhsjobtui.model.application import STAGES, Stage

Sort = Literal["closing", "posted", "title", "salary"]
SORTS: tuple[Sort, ...] = get_args(Sort)

_MOST_DAYS = 36_500
_BAND = re.compile(r"(?:.*\bband\s*)?([1-9])(?:\W*(?:range\s*)?([a-d]))?\b.*", re.DOTALL)
_GRADES = frozenset({"consultant"})


@dataclass(frozen=True, slots=True)
class Query:
    """Which adverts, in which order; `closing_within` is in days of London's calendar."""

    words: str = ""
    shortlisted: bool = False
    stage: Stage | None = None
    band: str | None = None
    closing_within: int | None = None
    sort: Sort = "closing"

    @classmethod
    def parse(cls, text: str, sort: Sort = "closing") -> Self:
        """Read what a person typed: words, and `band:6 stage:drafting closing:7 is:shortlisted`.

        An unknown prefix or value stays a word to look for.
        """
        query, words = cls(sort=sort), list[str]()
        for word in text.split():
            understood = _understand(query, word)
            if understood is None:
                words.append(word)
            else:
                query = understood
        return replace(query, words=" ".join(words))

    def describe(self) -> str:
        """Say in words what is asked for, "" when that is everything."""
        parts = []
        if self.band:
            parts.append(f"band {band_key(self.band)}")
        if self.shortlisted:
            parts.append("shortlisted")
        if self.stage:
            parts.append(f"stage {self.stage.replace('_', ' ')}")
        if self.closing_within is not None:
            parts.append(_within(self.closing_within))
        if self.words.strip():
            parts.append(f"with “{' '.join(self.words.split())}”")
        return ", ".join(parts)


def band_key(band: str) -> str:
    """Return the spelling that all ways to write one band share: "8a" for "Band 8A"."""
    text = " ".join(band.casefold().split())
    match = _BAND.fullmatch(text)
    return "".join(part or "" for part in match.groups()) if match else text


_Q = TypeVar("_Q", bound=Query)


def _understand(query: _Q, word: str) -> _Q | None:
    prefix, colon, value = word.casefold().partition(":")
    if not colon:
        return None
    if prefix == "is" and value == "shortlisted":
        return replace(query, shortlisted=True)
    if prefix == "stage":
        wanted = value.replace("-", "_")
        stage = next((stage for stage in STAGES if stage == wanted), None)
        return replace(query, stage=stage) if stage else None
    if prefix == "band" and (re.fullmatch(r"[1-9]|8[a-d]", value) or value in _GRADES):
        return replace(query, band=value)
    if prefix == "closing" and re.fullmatch(r"[0-9]{1,9}", value):
        return replace(query, closing_within=min(int(value), _MOST_DAYS))
    return None


def _within(days: int) -> str:
    if days <= 0:
        return "closing today"
    return f"closing within {days} day{'' if days == 1 else 's'}"
