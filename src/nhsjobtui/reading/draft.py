"""What has been gathered of an advert before its values are understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from nhsjobtui.model.advert import Board
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.vocabulary import Field


@dataclass(slots=True)
class Passage:
    """A heading and the blocks under it."""

    heading: str
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """The pieces of one advert, still as blocks."""

    board: Board
    header: list[Block] = field(default_factory=list)
    fields: dict[Field, list[list[Block]]] = field(default_factory=dict)
    sections: list[Passage] = field(default_factory=list)
    specifications: list[list[Block]] = field(default_factory=list)
    sites: dict[str, dict[str, str]] = field(default_factory=dict)
    contact: list[Block] = field(default_factory=list)
    documents: list[Block] = field(default_factory=list)
    links: list[Block] = field(default_factory=list)
    by_id: bool = False

    def first(self, name: Field) -> str:
        """Return the first line of a field, "" where the advert does not have it."""
        for blocks in self.fields.get(name, ()):
            for block in blocks:
                if block.text:
                    return block.text
        return ""

    def lines(self, name: Field) -> Sequence[str]:
        """Return all lines of a field, from the first print of it that has any."""
        for blocks in self.fields.get(name, ()):
            if lines := [block.text for block in blocks if block.text]:
                return lines
        return ()
