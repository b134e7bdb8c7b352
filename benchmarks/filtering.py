"""Each letter typed into the filter, until list and exact count are painted.

Words are typed at a typist's speed, so what an earlier letter started may still be under way. The
first matches in the text follow the last letter; they are measured from the same key.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks import libraries
from benchmarks.invented.words import VOCABULARY
from benchmarks.measure import Row, at_most, at_percentile
from benchmarks.screens import count_shown
from benchmarks.terminal import Lines, Terminal
from nhsjobtui.library import Library
from nhsjobtui.model.query import Query

_SIZES = (200_000, 1_000_000)
_FIELD = (
    "nurse", "physio", "pharmacist", "midwife", "estates", "digital", "finance", "community",
    "partnership", "ambulance", "medical", "therapist", "stroke", "theatre", "manager", "band",
)  # fmt: skip
_INVENTED = tuple(VOCABULARY[rank] for rank in (150, 200, 300, 450, 700, 1_000, 1_500, 19_900))
_A_LETTER = 0.12
"""Seconds from one letter to the next."""
_TITLE = 20
_IN_VIEW = 5
_CLEAR = "\x15"
_PEER = "LIKE scan"


@dataclass
class _Times:
    """Seconds of each letter, and of the first matches in the text after each word's last."""

    ours: list[float] = field(default_factory=list)
    peer: list[float] = field(default_factory=list)
    text: list[tuple[float, float]] = field(default_factory=list)


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    words = [word for two in zip(_FIELD[::2], _INVENTED, strict=True) for word in two]
    words += _FIELD[1::2]
    for total in _SIZES:
        times = _measure(libraries.home(total), total, words if pairs > 10 else words[:8])
        name, series = f"{total:,} adverts", (times.ours, times.peer)
        yield at_percentile(f"a letter in the filter, {name}", series, 0.5, 1 / 5, _PEER)
        yield at_percentile(f"a letter in the filter, {name}", series, 0.99, 1 / 6, _PEER)
        yield at_most(f"first matches in the text, {name}", times.text, 1 / 2, _PEER)


def _measure(home: Path, total: int, words: list[str]) -> _Times:
    times = _Times()
    with ExitStack() as stack:
        library = stack.enter_context(libraries.open_library(home))
        app = stack.enter_context(Terminal("nhsjobtui", home=home))
        app.settle(0.4)
        app.press("/")
        ours = _Ours(app, library, total)
        table = str(libraries.peer_file(home))
        peer = stack.enter_context(Terminal("benchmarks.peers.like", table))
        for one in (app, peer):
            one.settle(0.4)
        for word in words:
            letters, text = ours.type(word)
            scans = _type_into_peer(peer, word)
            times.ours += letters
            times.peer += scans
            if text is not None:
                times.text.append((text, scans[-1]))
    return times


class _Answer(NamedTuple):
    """How many short fields match, how many adverts in all, and how the first titles begin."""

    short: int
    every: int
    titles: list[str]


@dataclass(frozen=True, slots=True)
class _Ours:
    """The program with its filter open."""

    app: Terminal
    library: Library
    total: int

    def type(self, word: str) -> tuple[list[float], float | None]:
        """Type a word and clear it; return the seconds of each letter and of the text's matches."""
        answers = [self._answer(word[:end]) for end in range(1, len(word) + 1)]
        seconds: list[float] = []
        for end, answer in enumerate(answers, 1):
            pressed = self.app.press(word[end - 1])
            seconds.append(self._letter(word[:end], answer, pressed))
            if end < len(word):
                self.app.rest(pressed + _A_LETTER)
        text = self._text(word, answers[-1], pressed, seconds[-1])
        self.app.press(_CLEAR)
        self.app.settle(0.3)
        return seconds, text

    def _answer(self, typed: str) -> _Answer:
        query = Query.parse(typed)
        ids = self.library.ids(query, scope="short")
        first = ids[:_IN_VIEW]
        heads = self.library.heads(first)
        every = len({*ids, *self.library.ids(query)})
        return _Answer(len(ids), every, [heads[advert_id].title[:_TITLE] for advert_id in first])

    def _letter(self, typed: str, answer: _Answer, pressed: float) -> float:
        """Return when the exact count and the list were painted, the text's matches in or not."""
        counts = {answer.short, answer.every}
        return self.app.painted(
            lambda lines: (
                count_shown(lines, self.total) in counts and _has(lines, typed, answer.titles)
            ),
            since=pressed,
            what=f"{answer.short:,} of {self.total:,} for “{typed}”",
        )

    def _text(self, word: str, answer: _Answer, pressed: float, letter: float) -> float | None:
        """Return when the first matches beyond the short fields came, once all of them have."""
        if answer.every == answer.short:
            return None
        first = letter
        if (count_shown(self.app.lines, self.total) or 0) <= answer.short:
            first = self.app.painted(
                lambda lines: (count_shown(lines, self.total) or 0) > answer.short,
                since=pressed,
                what=f"a match in the text for “{word}”",
            )
        if count_shown(self.app.lines, self.total) != answer.every:
            self.app.painted(
                lambda lines: count_shown(lines, self.total) == answer.every,
                since=pressed,
                what=f"{answer.every:,} of {self.total:,} for “{word}”",
            )
        return first


def _type_into_peer(app: Terminal, word: str) -> list[float]:
    """Type the same word; the peer paints letter, count and list at once."""
    seconds = []
    for end in range(1, len(word) + 1):
        shown = partial(_has, typed=word[:end], titles=[])
        pressed = app.press(word[end - 1])
        seconds.append(app.painted(shown, since=pressed, what=f"“{word[:end]}”"))
        app.rest(pressed + _A_LETTER)
    app.press(_CLEAR)
    app.settle(0.3)
    return seconds


def _has(lines: Lines, typed: str, titles: list[str]) -> bool:
    """Say whether the field has what was typed, and the list these titles one below the other."""
    if not any(re.match(rf"\W*{typed}(\W|$)", line) for line in lines):
        return False
    rest = iter(lines)
    return all(any(title in line for line in rest) for title in titles)
