"""Letters typed into a field, one after the other, until each is painted."""

import re
import time
from functools import partial

from benchmarks.terminal import Lines, Terminal

_LETTERS = "xq" * 20
_A_LETTER = 0.1
"""Seconds from one letter to the next."""
CLEAR = "\x15"


def type_letters(app: Terminal) -> list[float]:
    """Type letters into the field, then clear it; return the seconds of each."""
    seconds = []
    for end in range(1, len(_LETTERS) + 1):
        pressed = app.press(_LETTERS[end - 1])
        shown = partial(_has, word=_LETTERS[:end])
        seconds.append(app.painted(shown, since=pressed, what=f"“{_LETTERS[:end]}”"))
        app.rest(pressed + _A_LETTER)
    app.press(CLEAR)
    app.rest(time.perf_counter() + 0.3)
    return seconds


def _has(lines: Lines, word: str) -> bool:
    """Say whether a field ends in these letters and no further ones."""
    return any(re.search(rf"(?<!\w){word}(?!\w)", line) for line in lines)
