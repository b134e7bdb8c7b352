"""What a person asks of the list: a filter, an order, and both in words."""

import re
from typing import Literal, NamedTuple, Self, TypeVar, get_args

from nhsjobtui.model.application import STAGES, Stage
from nhsjobtui.model.cut import cut

Sort = Literal["closing", "posted", "title", "salary"]
SORTS: tuple[Sort, ...] = get_args(Sort)

_MOST_DAYS = 36_500
_BAND = r"(?:.*\bband\s*)?([1-9])(?:\W*(?:range\s*)?([a-d]))?\b.*"
_GRADES = frozenset({"consultant"})


class Query(NamedTuple):
    """Which adverts, in which order; `closing_within` is in days of London's calendar.

    An advert must have all `words`, and none of `without` in its title, employer or place;
    `still_open` leaves out what is closed or gone. `among` are ids of a library: only these.
    """

    words: str = ""
    shortlisted: bool = False
    stage: Stage | None = None
    band: str | None = None
    closing_within: int | None = None
    sort: Sort = "closing"
    without: str = ""
    still_open: bool = False
    among: frozenset[int] | None = None

    @classmethod
    def parse(cls, text: str, sort: Sort = "closing") -> Self:
        """Read what a person typed: words, `-word` for one that must not be there, and filters.

        The filters are `band:6 stage:drafting closing:7 is:shortlisted is:open`. An unknown prefix
        or value stays a word to look for; `misread` tells the person.
        """
        query, words, without = cls(sort=sort), list[str](), list[str]()
        for word in text.split():
            understood = _understand(query, word)
            if understood is not None:
                query = understood
            elif _is_excluded(word):
                without.append(word[1:])
            else:
                words.append(word)
        return query._replace(words=" ".join(words), without=" ".join(without))

    def describe(self) -> str:
        """Say in words what is asked for, "" when that is everything."""
        parts = []
        if self.band:
            parts.append(f"band {band_key(self.band)}")
        if self.shortlisted:
            parts.append("shortlisted")
        if self.still_open:
            parts.append("still open")
        if self.stage:
            parts.append(f"stage {self.stage.replace('_', ' ')}")
        if self.closing_within is not None:
            parts.append(_within(self.closing_within))
        if self.words.strip():
            parts.append(f"with “{' '.join(self.words.split())}”")
        if self.without.strip():
            words = "” or “".join(self.without.split())
            parts.append(f"without “{words}” in title, employer or place")
        return ", ".join(parts)


def band_key(band: str) -> str:
    """Return the spelling that all ways to write one band share: "8a" for "Band 8A"."""
    text = " ".join(band.casefold().split())
    match = re.fullmatch(_BAND, text, re.DOTALL)
    return "".join(part or "" for part in match.groups()) if match else text


def misread(text: str) -> str:
    """Say which word looks like a filter but is none, and what is possible; "" where none does.

    Such a word is looked for like any other.
    """
    return next(filter(None, map(_misread, text.split())), "")


_Q = TypeVar("_Q", bound=Query)


def _understand(query: _Q, word: str) -> _Q | None:
    prefix, colon, value = word.casefold().partition(":")
    if not colon:
        return None
    if prefix == "is" and value == "shortlisted":
        return query._replace(shortlisted=True)
    if prefix == "is" and value == "open":
        return query._replace(still_open=True)
    if prefix == "stage":
        wanted = value.replace("-", "_")
        stage = next((stage for stage in STAGES if stage == wanted), None)
        return query._replace(stage=stage) if stage else None
    if prefix == "band" and (re.fullmatch(r"[1-9]|8[a-d]", value) or value in _GRADES):
        return query._replace(band=value)
    if prefix == "closing" and re.fullmatch(r"[0-9]{1,9}", value):
        return query._replace(closing_within=min(int(value), _MOST_DAYS))
    return None


def _within(days: int) -> str:
    if days <= 0:
        return "closing today"
    return f"closing within {days} day{'' if days == 1 else 's'}"


def _is_excluded(word: str) -> bool:
    return word.startswith("-") and any(character.isalnum() for character in word)


_POSSIBLE = {
    "band": "is not a band: 1 to 9, 8a to 8d or consultant.",
    "stage": f"is not a stage: {', '.join(STAGES)}.",
    "closing": "is not a number of days: closing:7 is the next seven.",
    "is": "is not known here: is:shortlisted or is:open.",
}
_FILTERS = "band:6, stage:drafting, closing:7, is:shortlisted and is:open"
# What people call a filter, or expect to be one.
_OTHERS = frozenset(
    {"grade", "state", "status", "close", "closes", "days", "shortlisted", "open"}
    | {"salary", "pay", "title", "employer", "trust", "place", "location", "sort"}
)


def _misread(word: str) -> str:
    if _understand(Query(), word) is not None:
        return ""
    if word.startswith("-") and _understand(Query(), word[1:]) is not None:
        return f"“{cut(word, 30)}” is not possible: a minus leaves out words only."
    prefix, colon, value = word.partition(":")
    name = prefix.casefold()
    if colon and name in _POSSIBLE:
        return f"“{cut(value or word, 30)}” {_POSSIBLE[name]}"
    if not (name.isalpha() and value) or value.startswith("//"):
        return ""
    if name not in _OTHERS:
        from difflib import get_close_matches

        if not get_close_matches(name, _POSSIBLE, cutoff=0.8):
            return ""
    return f"There is no filter “{name}:”; there are {_FILTERS}."
