"""The lines of a specification, made plain before they are read."""

import re
from collections.abc import Iterable, Sequence

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.classes import class_heading

_INSIDE = re.compile(r"\s+[•·∙●▪■□◦○◆►▸‣➢➤✓✔❖]\s*(?=\w)")
_LEVEL = 4


def prepare(blocks: Iterable[Block]) -> list[Block]:
    """Return the lines that say something: one bullet each, groups' names without theirs."""
    lines: list[Block] = []
    for block in blocks:
        if block.text:
            lines += _one_bullet_each(_unstarred(block))
    return _groups_without_bullets(lines)


def is_class(block: Block) -> bool:
    """Say whether a line names a class and nothing else."""
    heading = class_heading(block.text)
    return heading is not None and not heading.group


def _unstarred(block: Block) -> Block:
    """Return a heading typed as **Skills** without its asterisks."""
    text = block.text
    if block.kind != "item" and len(text) > 4 and text.startswith("**") and text.endswith("**"):
        return block._replace(text=text.strip("* "))
    return block


def _one_bullet_each(block: Block) -> Sequence[Block]:
    """Return the items that were typed one after another on a line."""
    if block.kind not in {"item", "paragraph"} or block.text.isascii():
        return (block,)
    pieces = [piece for piece in _INSIDE.split(block.text) if piece]
    if len(pieces) == 1 or (block.kind == "paragraph" and len(pieces) == 2):
        return (block,)
    return [
        block._replace(kind="item", label=block.label or "•", text=piece, gap=block.gap * (not at))
        for at, piece in enumerate(pieces)
    ]


def _groups_without_bullets(blocks: list[Block]) -> list[Block]:
    """Return the blocks, with names of groups that were typed as list items made headings.

    They are where the numbered items, or a first item, stand straight above a class.
    """
    items = [place for place, block in enumerate(blocks) if block.kind == "item"]
    if not items:
        return blocks
    above = {
        place
        for place in items
        if place + 1 < len(blocks) and is_class(blocks[place + 1]) and not is_class(blocks[place])
    }
    first = next((place for place, block in enumerate(blocks) if is_class(block)), 0)
    if first - 1 not in above:
        return blocks
    numbered = {place for place in items if blocks[place].label != "•"}
    if numbered <= above and first - 1 in numbered and len(blocks) > 2 * len(numbered):
        return [
            block._replace(kind="heading", level=_LEVEL, label="") if place in numbered else block
            for place, block in enumerate(blocks)
        ]
    if first == 1 and all(block.kind == "item" or is_class(block) for block in blocks):
        # Where every line is a list item, being one says nothing.
        return [
            block._replace(kind="paragraph", label="") if block.kind == "item" else block
            for block in blocks
        ]
    return blocks
