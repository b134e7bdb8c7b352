"""Gives back the line ends of text that lost them."""

import re
from collections.abc import Sequence

from nhsjobtui.reading.vocabulary import TRAC, key

_LABELS = "|".join(sorted(map(re.escape, TRAC.spelt_labels), key=len, reverse=True))
_GLUED = re.compile(rf"(?:^|(?<=[^\s:(/&-]))({_LABELS})(?=[\s:£A-Z\d])")
_STARTING = re.compile(rf"({_LABELS})(?=[\s:£A-Z\d])")
_SPACED = re.compile(rf"(?:^|(?<=\s))({_LABELS})(?=:?\s)")
# A block that lost its line ends has one of these.
_SURE_LABELS = ("Closing", "Job ref", "Grade")
_SHORTEST = 60
_EDGES = " -•*:#_"
_TRAC_HEADINGS = frozenset(map(key, TRAC.spelt_headings)) & TRAC.telling


def unglue(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines, with those that hold several labels or headings taken apart."""
    lines = _block_apart(lines)
    total, longest = sum(map(len, lines)), max(map(len, lines), default=0)
    if longest < _SHORTEST:
        return lines
    whole = "\n".join(lines)
    if longest * 5 < total * 4 and not any(label in whole for label in _SURE_LABELS):
        return lines
    from nhsjobtui.reading import oneline

    found: list[str] = []
    for line in lines:
        if len(line) < _SHORTEST:
            found.append(line)
        elif len(line) * 5 >= total * 4 and oneline.holds_advert(line):
            for piece in oneline.take_apart(line):
                found += _labels_apart(piece)
        else:
            found += _labels_apart(line)
    return found


def _block_apart(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines, with labels and values of Trac's block each on a line of its own."""
    short = {
        text.casefold() for line in lines if line and len(text := line.strip(_EDGES)) < _SHORTEST
    }
    if _TRAC_HEADINGS.isdisjoint(short):
        return lines
    names = [key(line.strip(" -•*")) for line in lines]
    if "job summary" not in names or not _TRAC_HEADINGS.intersection(names):
        return lines
    start = names.index("job summary") + 1
    end = next(
        (place for place in range(start, len(names)) if names[place] in TRAC.headings), start
    )
    if sum(name in TRAC.labels for name in names[start:end]) > 1:
        return lines
    seen: set[str] = set()
    pieces: list[str] = []
    for line in (line.strip(" -•*\t") for line in lines[start:end]):
        cuts: list[tuple[int, int]] = []
        for match in (_STARTING.match(line), *_GLUED.finditer(line)):
            if match and match[1] not in seen:
                seen.add(match[1])
                cuts.append(match.span(1))
        pieces += _cut(line, cuts) if cuts else [line]
    return [*lines[:start], *pieces, *lines[end:]]


def _cut(line: str, cuts: Sequence[tuple[int, int]]) -> list[str]:
    """Return a line's labels and values, given where its labels stand."""
    pieces = [line[: cuts[0][0]].strip()]
    for (start, end), following in zip(cuts, [*cuts[1:], (len(line), 0)], strict=True):
        pieces += [line[start:end], line[end : following[0]].strip(" :")]
    return [piece for piece in pieces if piece]


def _labels_apart(line: str) -> list[str]:
    """Return "Grade Band 6Contract Permanent" as label, value, label, value."""
    if not any(label in line for label in _SURE_LABELS):
        return [line]
    places = _first_of_each(_GLUED, line)
    if len(places) < 3:
        places = _first_of_each(_SPACED, line)
        if len(places) < 4:
            return [line]
    return _cut(line, places)


def _first_of_each(pattern: re.Pattern[str], line: str) -> list[tuple[int, int]]:
    """Return where each label first stands; a label is never twice in a block."""
    found: dict[str, tuple[int, int]] = {}
    for match in pattern.finditer(line):
        found.setdefault(match[1], match.span(1))
    return sorted(found.values())
