"""Takes from a page what would make any HTML parser slow: endless nesting and attributes."""

import re

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
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^<>]*+>?)")


def guard(page: str) -> str:
    """Return the page, with elements nested past any sense and enormous tags taken out."""
    opened = page.count("<")
    if len(page) < _SMALL and opened - 2 * page.count("</") < _MANY_UNCLOSED:
        return page
    if _has_stretch(page):
        page = _shorten(page)
    if opened > _MANY_TAGS or opened - 2 * page.count("</") > _MANY_UNCLOSED:
        page = _flatten(page)
    return page


def _has_stretch(page: str) -> bool:
    """Say whether some text or tag runs on so long that it may be an enormous tag."""
    step = _LONGEST_TAG // 2
    return any(
        page.find("<", place, place + step) < 0 for place in range(0, len(page) - step, step)
    )


def _shorten(page: str) -> str:
    """Return the page with each tag longer than any real one cut down to its name."""
    pieces = page.split("<")
    for place, piece in enumerate(pieces):
        if len(piece) > _LONGEST_TAG and place and piece[:1].isalpha():
            name = re.match(r"[a-zA-Z0-9]*", piece)
            head, mark, rest = piece.partition(">")
            if name and (len(head) > _LONGEST_TAG or piece.count("=") > 500):
                pieces[place] = f"{name[0]}>{rest if mark and len(head) <= _LONGEST_TAG else ''}"
    return "<".join(pieces)


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
