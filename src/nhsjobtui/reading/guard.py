"""Takes from a page what would make any HTML parser slow: endless nesting and attributes."""

import re
from collections.abc import Iterator

_SMALL = 50_000
_MANY_TAGS = 5_000
_MANY_UNCLOSED = 150
_DEEPEST = 200
_MOST_STYLES = 20
_LONGEST_TAG = 8_000
_STYLE_NAMES = "a b big code em font i nobr s small strike strong tt u"
_STYLES = frozenset(_STYLE_NAMES.split())
# These end by themselves, so leaving them open nests nothing.
_SELF_ENDING_NAMES = (
    "area base br col dd dt embed hr img input li link meta option p source td th tr track wbr"
    " tbody thead tfoot colgroup optgroup param rp rt"
)
_SELF_ENDING = frozenset(_SELF_ENDING_NAMES.split())
_ANY_TAG = re.compile(r"<(/?)[a-zA-Z]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*+>?)")


def guard(page: str) -> str:
    """Return the page, with elements nested past any sense and enormous tags taken out."""
    tags = _ANY_TAG.findall(page)
    unclosed = len(tags) - 2 * tags.count("/")
    if len(page) < _SMALL and unclosed < _MANY_UNCLOSED:
        return page
    page = _shorten(page)
    if len(tags) > _MANY_TAGS or unclosed > _MANY_UNCLOSED:
        page = _flatten(page)
    return page


def _shorten(page: str) -> str:
    """Return the page with each tag longer than any real one cut down to its name."""
    kept: list[str] = []
    place = 0
    for start, end in _long_pieces(page):
        piece = page[start:end]
        head, mark, rest = piece.partition(">")
        name = re.match(r"[a-zA-Z0-9]*", piece)
        if name and (len(head) > _LONGEST_TAG or piece.count("=") > 500) and piece[0].isalpha():
            kept += (page[place:start], name[0], ">")
            place = end - (len(rest) if mark and len(head) <= _LONGEST_TAG else 0)
    return "".join([*kept, page[place:]])


def _long_pieces(page: str) -> Iterator[tuple[int, int]]:
    """Yield where a tag and the text after it run on so long that the tag may be enormous."""
    start = page.find("<") + 1
    while start and start + _LONGEST_TAG < len(page):
        if (following := page.rfind("<", start, start + _LONGEST_TAG + 1)) < 0:
            following = page.find("<", start)
            yield start, following if following >= 0 else len(page)
        start = following + 1


def _flatten(page: str) -> str:
    """Return the page without the tags that open an element too deep in others."""
    depth = styles = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth, styles
        closing, name = match[1], match[2].lower()
        if name in _SELF_ENDING:
            return match[0]
        if name in _STYLES:
            styles = max(0, styles + (-1 if closing else 1))
            return "" if styles > _MOST_STYLES and not closing else match[0]
        depth = max(0, depth + (-1 if closing else 1))
        return "" if depth > _DEEPEST and not closing else match[0]

    return _TAG.sub(keep, page)
