"""Recognises what a page prints twice, once for small screens and once for wide ones."""

from collections.abc import Sequence
from itertools import islice

from nhsjobtui.reading.tags import INLINE

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())

# What the pattern of tags finds: source, name, clean text, other text, end tag, text after it.
Found = tuple[str, str, str, str, str, str]


class Prints:
    """Knows where each tag with a telling id stands first."""

    def __init__(self, tags: Sequence[Found]) -> None:
        self._tags = tags
        self._first: dict[str, int] = {}
        self._checked = 0

    def again(self, place: int) -> int:
        """Return how many tags from `place` on were all printed before, 0 where it is news.

        It is a second print only where all of it is, up to the end of the element around it, and
        where no text follows that would belong to it.
        """
        tags = self._tags
        first = self._first.setdefault(tags[place][0], place)
        if first == place or place < self._checked:
            return 0
        depth = 0
        for length in range(min(place - first, len(tags) - place)):
            tag = tags[place + length]
            _, name, _, _, closed, _ = tag
            if name[0] == "/":
                if not depth:
                    if name == tags[first + length][1] and self._text_ends(place + length):
                        return length
                    break
                depth -= 1
            elif not closed and name not in _VOID:
                depth += 1
            if tag != tags[first + length]:
                break
        self._checked = place + length + 1
        return 0

    def _text_ends(self, place: int) -> bool:
        """Say whether no text stands between the end tag at `place` and the next block."""
        for _, name, clean, text, _, _ in islice(self._tags, place, None):
            if name[0] != "/":
                return name not in INLINE
            if clean or text.strip():
                return False
        return True
