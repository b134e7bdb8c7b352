"""What of an advert a screen must show before a key counts as answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.terminal import Lines
from nhsjobtui.library import Library


@dataclass(frozen=True, slots=True)
class Expected:
    """The words that only this advert has: in its title, at its top, in its first criterion."""

    title: str
    body: str
    criterion: str

    def all_panes(self, lines: Lines) -> bool:
        """Say whether list, advert and checklist show it."""
        return self.beside_list(lines) and _times(lines, self.criterion) >= 1

    def beside_list(self, lines: Lines) -> bool:
        """Say whether the list and the advert beside it show it."""
        return _times(lines, self.title) >= 2 and _times(lines, self.body) >= 1

    def in_list(self, lines: Lines) -> bool:
        """Say whether the list or the advert shows its title."""
        return _times(lines, self.title) >= 1


def expected(library: Library, advert_ids: Sequence[int]) -> list[Expected]:
    """Return what is to be seen of some full adverts."""
    found = []
    for advert_id in advert_ids:
        advert = library.entry(advert_id).advert
        words = (advert.title or "", advert.sections[0].text, advert.person_spec[0].essential[0])
        found.append(Expected(*(text.split()[0] for text in words)))
    return found


def begins(library: Library, advert_ids: Sequence[int]) -> list[Expected]:
    """Return the same of adverts that have no words of their own: how title and text begin."""
    found = []
    for advert_id in advert_ids:
        advert = library.entry(advert_id).advert
        start = " ".join(advert.sections[0].text.split()[:3])
        found.append(Expected((advert.title or "")[:18], start, ""))
    return found


def count_shown(lines: Lines, total: int) -> int | None:
    """Return how many adverts of all a list's header counts."""
    match = re.search(rf"([\d,]+) of {total:,}\b", "\n".join(lines))
    return int(match[1].replace(",", "")) if match else None


def _times(lines: Lines, word: str) -> int:
    return sum(line.count(word) for line in lines)
