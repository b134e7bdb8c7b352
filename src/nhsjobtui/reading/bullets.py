"""List markers that people type."""

import re
from collections import Counter
from collections.abc import Sequence

from nhsjobtui.reading.blocks import Block

_MARKS = "•·∙●▪■□◦○◆◇►▸‣⁃➢➤✓✔✦✧❖★»"
STARTS = frozenset(f"{_MARKS}-–—*oüØv§.(0123456789")
_MARKER = re.compile(
    rf"(?:(?P<mark>[{_MARKS}]+|[-–—*](?=\s)|[oüØv§](?=\s)|\.(?=\s))|(?P<number>\(?\d{{1,2}}(?:[.)](?=\s|[A-Z])|\.\)))"
    r")\s*(?P<rest>.*)",
    re.DOTALL,
)
_ALONE = re.compile(rf"[{_MARKS}oüØv§.*–-]|\(?\d{{1,2}}[.)]")
_TIGHT = re.compile(r"[-–—*](?=[^\W_])(?!.*\*$)")
_DASHES = frozenset("-–—*")
_FEWEST_TIGHT = 3
_TRIMMED = re.compile(rf"^[{_MARKS}\s]+")


def typed_item(text: str) -> tuple[str, str] | None:
    """Return the marker ("•" or "1.") and the text of a line typed as a list item."""
    first = text[:1]
    if first not in STARTS:
        return None
    if first == "•" and text[1:2] == " " and text[2:3].isalnum():
        return "•", text[2:].strip()
    match = _MARKER.match(text)
    if match is None or not match["rest"]:
        return None
    rest = _TRIMMED.sub("", match["rest"]).strip()
    if not rest:
        return None
    if match["number"]:
        return match["number"].strip("().") + ".", rest
    if first == "*" and rest.endswith("*") and rest.count("*") % 2:
        return None
    if first in "oüØv" and not (rest[0].isupper() or rest[0].isdigit()) and first != "ü":
        return ("•", rest) if first == "o" else None
    return "•", rest


def is_marker(text: str) -> bool:
    """Say whether a line is a list marker with nothing after it."""
    return len(text) <= 4 and _ALONE.fullmatch(text) is not None


def marker_of(text: str) -> str:
    """Return a marker standing alone as "•" or "1."."""
    digits = text.strip("().")
    return f"{digits}." if digits.isdigit() else "•"


def with_tight_items(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks, with "-Typing" as an item where several lines are typed so."""
    tight = {
        place: block.text[0]
        for place, block in enumerate(blocks)
        if block.kind == "paragraph" and block.text[:1] in _DASHES and _TIGHT.match(block.text)
    }
    often = {mark for mark, times in Counter(tight.values()).items() if times >= _FEWEST_TIGHT}
    if not often:
        return blocks
    return [
        block._replace(kind="item", label="•", text=block.text[1:])
        if tight.get(place) in often
        else block
        for place, block in enumerate(blocks)
    ]
