"""Gives back the paragraphs of text that was cut into lines of one width, or into pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from nhsjobtui.reading.bullets import STARTS, typed_item
from nhsjobtui.reading.classes import class_heading
from nhsjobtui.reading.vocabulary import BOARDS, key

_PAGE = re.compile(r"page\s+\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}\s*(?:of|/)\s*\d{1,3}")
_FOOT = re.compile(r"(https?://\S+)\s+(?:page\s+)?\d{1,3}\s*(?:of|/)\s*\d{1,3}", re.IGNORECASE)
_STAMP = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s{3,}\S.*|\s+\S.*)?"
)
_EDGE_STARTS = frozenset("0123456789pPh")
_EDGE_STARTS_INDENTED = _EDGE_STARTS | {" "}
_LONGEST_EDGE = 400
_MARKED = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\S)\s+(?=\S)")
_NARROWEST, _WIDEST = 50, 130
_FEWEST_BROKEN = 3
# More than any paragraph has.
_MOST_LINES = 100
_SHORTEST_HANGING = 45
_FULL_STOPS = (".", ":", ";", "?", "!")
_NAMES = frozenset(name for board in BOARDS for name in (*board.headings, *board.labels))


def without_page_edges(lines: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Return the lines without page numbers and stamps, and the addresses printed with them."""
    edges = {
        place: line.strip()
        for place, line in enumerate(lines)
        if line[:1] in _EDGE_STARTS_INDENTED
        and line.lstrip()[:1] in _EDGE_STARTS
        and len(line) < _LONGEST_EDGE
    }
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in edges.values())
    repeated = Counter(edges.values())
    dropped: set[int] = set()
    addresses: list[str] = []
    for place, text in edges.items():
        if match := _FOOT.fullmatch(text):
            addresses.append(match[1])
        elif "://" in text and " " not in text and repeated[text] > 1:
            addresses.append(text)
        elif not (
            _PAGE.fullmatch(text)
            or (numbers > 1 and _NUMBER.fullmatch(text))
            or _is_stamp(text, repeated[text] > 1)
        ):
            continue
        dropped.add(place)
    if not dropped:
        return lines, []
    return [line for place, line in enumerate(lines) if place not in dropped], addresses


def _is_stamp(text: str, repeated: bool) -> bool:
    """Say whether a line is the date and time of printing, with what a browser adds."""
    if _STAMP.fullmatch(text) is None:
        return False
    return "   " in text or (repeated and ("," in text or len(text) > len("00/00/0000 00:00 pm")))


def rejoined(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines, with those that continue the one before joined to it."""
    width = _width(lines)
    if not width and not any(line.startswith("  ") for line in lines):
        return lines
    joined: list[str] = []
    above, column, length = "", 0, 1
    for place, line in enumerate(lines):
        if (
            above
            and (width or line.startswith("  "))
            and length < _MOST_LINES
            and (text := line.strip())
            and (before := above.rstrip())
        ):
            indent = len(line) - len(line.lstrip())
            if not column and indent > len(before) - len(before.lstrip()):
                mark = _MARKED.match(before)
                column = mark.end() if mark and typed_item(before.strip()) else 0
            hangs = column == indent > 1 and (text[0].islower() or len(before) >= _SHORTEST_HANGING)
            if (hangs and not _is_item(text)) or (
                width and _continues(lines, place, before, joined[-1].strip(), width)
            ):
                joined[-1] = f"{joined[-1].rstrip()} {text}"
                above, length = line, length + 1
                continue
        joined.append(line)
        above, column, length = line, 0, 1
    return joined


def _is_item(text: str) -> bool:
    return text[0] in STARTS and typed_item(text) is not None


def _width(lines: Sequence[str]) -> int:
    """Return the width at which the whole text was cut into lines, 0 where it was not."""
    broken: list[tuple[int, int]] = []
    for above, line in pairwise(lines):
        if not line or len(above) < _NARROWEST:
            continue
        before, text = above.rstrip(), line.strip()
        if (
            _NARROWEST <= len(before) <= _WIDEST
            and text[:1].islower()
            and not before.endswith(_FULL_STOPS)
            and not _is_item(text)
        ):
            broken.append((len(before), len(before) + 1 + len(text.split(maxsplit=1)[0])))
    if len(broken) < _FEWEST_BROKEN:
        return 0
    width = max(length for length, _ in broken)
    full = sum(needed > width for _, needed in broken)
    longer = sum(len(line) > width + 2 for line in lines)
    filled = sum(map(bool, lines))
    return width if full * 10 >= len(broken) * 9 and longer * 20 <= filled else 0


def _continues(lines: Sequence[str], place: int, before: str, whole: str, width: int) -> bool:
    """Say whether a line goes on with the one before, which had no room for its first word."""
    text = lines[place].strip()
    if len(before) + 1 + len(text.split(maxsplit=1)[0]) <= width:
        return False
    if _is_item(text) or key(text) in _NAMES or class_heading(text) is not None:
        return False
    if text[0].islower():
        return True
    following = next((line for line in lines[place + 1 : place + 4] if line.strip()), "")
    if class_heading(following.strip()) is not None:
        return False
    return not _is_item(whole) or not before.endswith(_FULL_STOPS)
