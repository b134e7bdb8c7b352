"""From a page's HTML to blocks."""

import re
from collections.abc import Mapping

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.guard import guard
from nhsjobtui.reading.stream import Stream
from nhsjobtui.reading.vocabulary import Target

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SAVED_FROM = re.compile(r"saved from url=(?:\(\d+\))?(\S+)", re.IGNORECASE)
# Their content is written out as it stands, so the stream must not see it.
_RAW = ("script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "plaintext")


def read_html(page: str, ids: Mapping[str, Target]) -> list[Block]:
    """Return the blocks of a page; `ids` are the element ids that tell something."""
    from selectolax.lexbor import LexborHTMLParser

    saved = _SAVED_FROM.search(page, 0, 4096)
    mended = LexborHTMLParser(guard(page)).html or ""
    for name in _RAW:
        if f"<{name}" in mended:
            mended = _without(name, mended)
    if "<!--" in mended:
        mended = _COMMENT.sub("", mended)
    stream = Stream(ids)
    if saved:
        stream.blocks.append(Block("link", "", id="saved-from", href=saved[1]))
    stream.read(mended)
    return stream.blocks


def _without(name: str, html: str) -> str:
    """Return mended HTML without the elements of this name, which hold no other of it."""
    start, end = f"<{name}", f"</{name}>"
    first, *others = html.split(start)
    kept = [first]
    for piece in others:
        if piece[:1] in {">", " "}:
            kept.append(piece.partition(end)[2])
        else:
            kept += (start, piece)
    return "".join(kept)
