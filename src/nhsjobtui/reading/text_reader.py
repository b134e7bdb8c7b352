"""From the text somebody saved or pasted to blocks."""

import re
from collections.abc import Sequence

from nhsjobtui.reading.blocks import Block, Kind, new_block
from nhsjobtui.reading.bullets import STARTS, is_marker, marker_of, typed_item, with_tight_items
from nhsjobtui.reading.quoting import unquoted
from nhsjobtui.reading.text import tidy, without_notes
from nhsjobtui.reading.unglue import unglue
from nhsjobtui.reading.vocabulary import BOARDS, key
from nhsjobtui.reading.wrapping import rejoined, without_page_edges

_RULE = re.compile(r"[\s|:_=~*+–—-]{3,}")
_RULE_STARTS = frozenset("|:_=~*+–—-")
_TELLING_STARTS = _RULE_STARTS | STARTS | {"#"}
_FEWEST = 20
_LONGEST_MARKER = 4
_MARKDOWN = re.compile(r"(#{1,6})\s+([^\s#].*?)\s*#*")
_FEWEST_MARKDOWN = 3
_KNOWN_LABELS = frozenset(label for board in BOARDS for label in board.labels)


def read_plain(text: str) -> list[Block]:
    """Return the blocks of plain text: one a line."""
    return [*with_tight_items(_lines(text))]


def _lines(text: str) -> list[Block]:
    text = tidy(text)
    lines: Sequence[str] = text.split("\n")
    if ">" in text:
        lines = unquoted(lines)
    lines, addresses = without_page_edges(lines)
    blocks = [Block("link", "", id="printed", href=address) for address in addresses]
    gap, marker = 0, ""
    markdown = sum(_MARKDOWN.fullmatch(line) is not None for line in lines if line[:1] == "#")
    for raw in unglue(rejoined(lines)):
        if not raw:
            gap += 1
            continue
        line = raw.strip()
        if "  " in line:
            line = " ".join(line.split())
        if "new " in line:
            line = without_notes(line)
        if not line:
            gap += 1
        elif line[0] not in _TELLING_STARTS and len(line) > _LONGEST_MARKER and "|" not in line:
            kind: Kind = "item" if marker else "paragraph"
            blocks.append(new_block((kind, line, marker, 0, "", "", gap)))
            gap, marker = 0, ""
        elif (
            line[0] == "#"
            and markdown >= _FEWEST_MARKDOWN
            and (heading := _MARKDOWN.fullmatch(line))
        ):
            blocks.append(Block("heading", heading[2], level=len(heading[1]), gap=gap))
            gap, marker = 0, ""
        elif len(line) <= _LONGEST_MARKER and is_marker(line):
            marker = marker_of(line)
        elif line[0] not in _RULE_STARTS or _RULE.fullmatch(line) is None:
            blocks.append(_block(line, marker, gap))
            gap, marker = 0, ""
    items = sum(block.kind == "item" for block in blocks)
    if len(blocks) >= _FEWEST and items * 10 >= len(blocks) * 9:
        # Where everything is a list item, being one says nothing.
        return [
            Block("paragraph", block.text, gap=block.gap) if block.kind == "item" else block
            for block in blocks
        ]
    return blocks


def _block(line: str, marker: str, gap: int) -> Block:
    if "|" in line and (pair := _pipe_row(line)) is not None:
        return pair._replace(gap=gap)
    if line[0] in STARTS and (typed := typed_item(line)):
        return new_block(("item", typed[1], typed[0], 0, "", "", gap))
    if marker:
        return Block("item", line, marker, gap=gap)
    return Block("paragraph", line, gap=gap)


def _pipe_row(line: str) -> Block | None:
    """Return the row of a table drawn with pipes, None for a line that merely has one."""
    cells = [cell.strip() for cell in line.strip("| ").split("|")]
    known = key(cells[0]) in _KNOWN_LABELS
    if len(cells) == 2 and cells[0] and (known or cells[0].endswith(":")):
        return Block("pair", cells[1], cells[0].rstrip(" :"))
    if len(cells) == 1 and known:
        return Block("pair", "", cells[0].rstrip(" :"))
    if line.startswith("|"):
        filled = [cell for cell in cells if cell]
        if len(filled) == 1:
            return Block("paragraph", filled[0])
    return None
