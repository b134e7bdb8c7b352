"""The XML feed: which vacancies a query means, and the pages they come in."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape

from tests.board.vacancies import Vacancy

MOST = 100


@dataclass
class Feed:
    """How the feed behaves; every field may be changed while the board runs.

    `total` changes what a page says of the total, `arrange` what is on it: both get the page's
    number first. A page has `most` vacancies, however many are asked for. Call `renew` after
    changing anything once pages have been asked for.
    """

    totals: Literal["first", "last", "none"] = "last"
    most: int = MOST
    past_end: int = 404
    total: Callable[[int, int], int] = lambda page, total: total
    arrange: Callable[[int, Sequence[Vacancy]], Sequence[Vacancy]] = lambda page, rows: rows
    doctype: str = ""
    made: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    found: dict[str, list[Vacancy]] = field(default_factory=dict)

    def page(
        self, raw_query: str, query: Mapping[str, str], vacancies: Sequence[Vacancy]
    ) -> tuple[int, str, bytes]:
        """Return status, content type and body of a page; each is made once."""
        if raw_query not in self.made:
            self.made[raw_query] = self._make(query, vacancies)
        return self.made[raw_query]

    def _make(
        self, query: Mapping[str, str], vacancies: Sequence[Vacancy]
    ) -> tuple[int, str, bytes]:
        limit, page = _number(query.get("limit", "10")), _number(query.get("page", "1"))
        if not 1 <= limit <= MOST or page < 1:
            return 400, "application/json", _error(400, "limit or page is out of range")
        limit = min(limit, self.most)
        found = self._matching(query, vacancies)
        pages = -(-len(found) // limit)
        if page > max(pages, 1):
            return self.past_end, "application/json", _error(self.past_end, "no such page")
        rows = self.arrange(page, found[(page - 1) * limit : page * limit])
        total = self.total(page, len(found))
        totals = (
            f"<totalPages>{-(-total // limit)}</totalPages><totalResults>{total}</totalResults>"
        )
        parts = ['<?xml version="1.0" encoding="UTF-8"?>', self.doctype, "<nhsJobs>"]
        parts += [totals] if self.totals == "first" else []
        parts += map(_details, rows)
        parts += [totals] if self.totals == "last" else []
        return 200, "application/xml;charset=UTF-8", "".join((*parts, "</nhsJobs>")).encode()

    def _matching(self, query: Mapping[str, str], vacancies: Sequence[Vacancy]) -> list[Vacancy]:
        """Find once what all pages of a query are cut from."""
        asked = {name: value for name, value in query.items() if name not in {"page", "limit"}}
        key = repr(sorted(asked.items()))
        if key not in self.found:
            self.found[key] = matching(vacancies, query)
        return self.found[key]

    def renew(self) -> None:
        """Make every page again."""
        self.made.clear()
        self.found.clear()


def matching(vacancies: Sequence[Vacancy], query: Mapping[str, str]) -> list[Vacancy]:
    """Return what a query means, the newest first."""
    words = query.get("keyword", "").casefold().split()
    filters: dict[str, Callable[[Vacancy], str]] = {
        "payBand": lambda v: v.band,
        "staffGroup": lambda v: v.group,
        "contractType": lambda v: v.type,
    }
    found = []
    for vacancy in vacancies:
        text = f"{vacancy.title} {vacancy.employer} {vacancy.description}".casefold()
        if words and not any(word in text for word in words):
            continue
        if query.get("location", "").casefold() not in vacancy.location.casefold():
            continue
        if any(
            name in query and value(vacancy).casefold() not in query[name].casefold().split(",")
            for name, value in filters.items()
        ):
            continue
        if "workingPattern" in query and not _shares(vacancy.pattern, query["workingPattern"]):
            continue
        if vacancy.posted < query.get("publishedFrom", ""):
            continue
        found.append(vacancy)
    return sorted(found, key=lambda v: v.posted, reverse=True)


def _shares(pattern: str, wanted: str) -> bool:
    return bool(_words(pattern) & _words(wanted))


def _words(text: str) -> set[str]:
    return {word.strip().casefold().replace(" ", "-").replace("_", "-") for word in text.split(",")}


def _details(vacancy: Vacancy) -> str:
    url = f"https://beta.jobs.nhs.uk/candidate/jobadvert/{vacancy.slug}"
    return (
        f"<vacancyDetails><id>{vacancy.slug}</id><reference>{vacancy.slug}</reference>"
        f"<title>{escape(vacancy.title)}</title>"
        f"<description>{escape(vacancy.description)}</description>"
        f"<employer>{escape(vacancy.employer)}</employer><type>{escape(vacancy.type)}</type>"
        f"<salary>{escape(vacancy.salary)}</salary>"
        f"<closeDate>{vacancy.closing.isoformat()}</closeDate>"
        f"<postDate>{vacancy.posted}</postDate><url>{escape(url)}</url>"
        f"<locations><location>{escape(vacancy.location)}</location></locations></vacancyDetails>"
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _error(status: int, message: str) -> bytes:
    return json.dumps({"status": status, "error": message}).encode()
