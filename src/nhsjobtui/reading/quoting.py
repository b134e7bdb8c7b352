"""Text quoted in an e-mail."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"\s{0,3}>\s?")
_DEEPEST = 10


def unquoted(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without the ">" that an e-mail put before most of them.

    What somebody wrote above the quotation is not the advert's; an address there stays.
    """
    for _ in range(_DEEPEST):
        quoted = sum(map(_is_quoted, lines))
        if quoted < 3 or quoted * 2 <= sum(map(bool, map(str.strip, lines))):
            break
        first = next(place for place, line in enumerate(lines) if _is_quoted(line))
        above = [line for line in lines[:first] if "://" in line]
        lines = above + [
            _QUOTED.sub("", line, count=1) if _is_quoted(line) else line for line in lines[first:]
        ]
    return lines


def _is_quoted(line: str) -> bool:
    return ">" in line[:4] and line.lstrip()[0] == ">"
