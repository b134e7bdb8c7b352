"""From a page's HTML to blocks."""

import re
from collections.abc import Mapping

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.bullets import with_tight_items
from nhsjobtui.reading.guard import guard
from nhsjobtui.reading.stream import Stream
from nhsjobtui.reading.vocabulary import Target

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_SAVED_FROM = re.compile(
    r"saved from url=(?:\(\d+\))?(\S+)|saved with SingleFile\s+url:\s*(\S+)"
    r"|\A\s*Version:[\d.]+\s[^<]*?SourceURL:(\S+)",
    re.IGNORECASE,
)
# What Windows puts before a piece of a page on the clipboard.
_CLIPBOARD = re.compile(r"\A\s*Version:[\d.]+\s+StartHTML:[^<]*")
# Their content is written out as it stands, so the stream must not see it.
_RAW = ["script", "style"]
_HEAD = 4096


def read_html(page: str, ids: Mapping[str, Target]) -> list[Block]:
    """Return the blocks of a page; `ids` are the element ids that tell something."""
    from selectolax.lexbor import LexborHTMLParser

    saved = _SAVED_FROM.search(page, 0, _HEAD)
    page = _CLIPBOARD.sub("", page)
    tree = LexborHTMLParser(guard(page))
    tree.strip_tags(_RAW)
    mended = tree.html or ""
    if "<!--" in mended:
        mended = _COMMENT.sub("", mended)
    stream = Stream(ids)
    if saved:
        stream.blocks.append(Block("link", "", id="saved-from", href=saved[saved.lastindex or 1]))
    stream.read(mended)
    return [*with_tight_items(stream.blocks)]
