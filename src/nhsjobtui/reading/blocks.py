"""The one form that every page takes before it is understood."""

from functools import partial
from typing import Literal, NamedTuple

Kind = Literal["heading", "paragraph", "item", "pair", "link", "document", "start", "end"]


class Block(NamedTuple):
    """One piece of a page, in reading order.

    `label` is the label of a pair and the marker of an item ("•" or "1."). `id` is the element's
    own id where the page is HTML. `start` and `end` mark where an element with a telling id
    begins and ends. `level` is a heading's, 1 to 6, or 7 for a paragraph
    that is all bold. `gap` counts the empty lines before the block.
    """

    kind: Kind
    text: str
    label: str = ""
    level: int = 0
    id: str = ""
    href: str = ""
    gap: int = 0


# Twice as fast as calling the class, where all seven are at hand.
new_block = partial(tuple.__new__, Block)
