"""Specifications in tables: what a row says once the header has told what its columns hold."""

import re
from collections.abc import Mapping, Sequence

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.classes import class_heading

# By column: the class it holds, None where each cell names the class of its row.
Columns = Mapping[int, bool | None]
Cells = Sequence[Sequence[Block]]

_EITHER = re.compile(r"(?:e|essential)\s*(?:/|or|\|)\s*(?:d|desirable)", re.IGNORECASE)
_TICK = re.compile(r"[✓✔☑✅√•*●xX]|y(?:es)?", re.IGNORECASE)
_LONGEST_HEADER = 40
_NAMES = {True: "Essential", False: "Desirable"}


def columns_of(cells: Cells) -> Columns:
    """Return what the columns under a header row hold; nothing for any other row."""
    found: dict[int, bool | None] = {}
    for place, cell in enumerate(cells):
        text = _text(cell)
        if not text or len(text) > _LONGEST_HEADER:
            continue
        if _EITHER.fullmatch(text):
            return {place: None}
        if (heading := class_heading(text)) is not None and not heading.group:
            found[place] = heading.essential
    return found if {True, False} <= set(found.values()) else {}


def row_of(columns: Columns, cells: Cells) -> Sequence[Block]:
    """Return a row as a group's name, or as criteria with their classes."""
    filled = [cell for cell in cells if _text(cell)]
    if len(filled) < 2:
        return [_heading(cell, 4) for cell in filled]
    first = next((cell for place, cell in enumerate(cells) if place not in columns and cell), ())
    blocks: list[Block] = []
    for place, essential in columns.items():
        cell = cells[place] if place < len(cells) else ()
        text = _text(cell)
        own = _class_of(text) if essential is None else essential
        if not text or own is None:
            continue
        if essential is None or _TICK.fullmatch(text):
            return [Block("item", f"{_text(first)} ({_NAMES[own]})", "•")]
        blocks.append(Block("heading", _NAMES[own], level=5))
        blocks += [block._replace(kind="item", label="•") for block in cell]
    if blocks and _text(first):
        blocks.insert(0, _heading(first, 4))
    return blocks or [block for cell in cells for block in cell]


def _class_of(text: str) -> bool | None:
    if len(text) == 1:
        return {"E": True, "D": False}.get(text.upper())
    heading = class_heading(text)
    return heading.essential if heading is not None and not heading.group else None


def _text(cell: Sequence[Block]) -> str:
    return " ".join(block.text for block in cell).strip()


def _heading(cell: Sequence[Block], level: int) -> Block:
    return Block("heading", _text(cell), level=level)
