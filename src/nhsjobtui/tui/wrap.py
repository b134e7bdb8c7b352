"""Break text into lines of a given width in terminal cells."""

import re

from rich.cells import cell_len, get_character_cell_size

# Text of these characters alone takes one cell a character, so counting is enough.
_NARROW = re.compile(
    r"[ -~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff]*\Z"
)
_ELLIPSIS = "…"


def wrap(text: str, width: int) -> list[tuple[int, str]]:
    """Return the lines of one paragraph, each with where in the text it starts."""
    width = max(1, width)
    narrow = _NARROW.match(text) is not None
    lines: list[tuple[int, str]] = []
    start, end = 0, len(text)
    while start < end:
        fits = width if narrow else max(1, _fitting(text, start, width))
        if end - start <= fits:
            lines.append((start, text[start:]))
            break
        cut = text.rfind(" ", start, start + fits + 1)
        if cut <= start:
            cut = start + fits
        lines.append((start, text[start:cut]))
        start = cut + 1 if text[cut] == " " else cut
    return lines or [(0, "")]


def _fitting(text: str, start: int, width: int) -> int:
    """Return how many characters from `start` fit."""
    cells = 0
    for index in range(start, len(text)):
        cells += get_character_cell_size(text[index])
        if cells > width:
            return index - start
    return len(text) - start


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if _NARROW.match(text) else cell_len(text)


def fit(text: str, width: int) -> str:
    """Return the text in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    size = cells(text)
    if size <= width:
        return text + " " * (width - size)
    if width <= 0:
        return ""
    kept = text[: _fitting(text, 0, width - 1)].rstrip() + _ELLIPSIS
    return kept + " " * (width - cells(kept))
