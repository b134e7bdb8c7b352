"""From a page's HTML to blocks."""

import re

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.bullets import with_tight_items
from nhsjobtui.reading.guard import guard
from nhsjobtui.reading.stream import Stream

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


def read_html(page: str) -> list[Block]:
    """Return the blocks of a page."""
    from selectolax.lexbor import LexborHTMLParser

    head = page[:_HEAD].lower()
    saved = _SAVED_FROM.search(page, 0, _HEAD) if "url=" in head or "url:" in head else None
    page = _CLIPBOARD.sub("", page)
    tree = LexborHTMLParser(guard(page))
    tree.strip_tags(_RAW)
    root = tree.root
    if root is None:
        return []
    if "<!--" in page:
        for comment in [node for node in root.traverse() if node.is_comment_node]:
            comment.decompose()
    stream = Stream()
    if saved:
        stream.blocks.append(Block("link", "", id="saved-from", href=saved[saved.lastindex or 1]))
    stream.read(root.html or "")
    return [*with_tight_items(stream.blocks)]
