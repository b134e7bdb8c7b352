"""Specifications without bullets: what tells a group's name from the criterion before a class."""

from collections.abc import Container, Sequence
from itertools import pairwise

from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.classes import ClassHeading
from nhsjobtui.reading.groups import could_be_group, is_typical_group, is_usual_group

_FIRST_COUNTS = 2.0
_NEVER = -4.0


def gap_in_lists(blocks: Sequence[Block], classes: Sequence[ClassHeading | None]) -> int | None:
    """Return how many empty lines part two criteria, where more part a list from a group.

    None where the empty lines tell nothing.
    """
    inner: set[int] = set()
    above: set[int] = set()
    before_classes: set[int] = set()
    for place in range(1, len(blocks)):
        if classes[place] is not None:
            if classes[place - 1] is None and place > 1:
                before_classes.add(blocks[place].gap)
        elif classes[place - 1] is None:
            last = place + 1 < len(blocks) and classes[place + 1] is not None
            (above if last else inner).add(blocks[place].gap)
    if len(inner) > 1 or not above:
        return None
    narrow = min(inner) if inner else min(above)
    if min(above) < narrow or (max(above) == narrow and max(before_classes, default=0) <= narrow):
        return None
    return narrow


def desirables_lead(
    blocks: Sequence[Block], classes: Sequence[ClassHeading | None], inline: Container[int]
) -> bool:
    """Say whether groups begin with their desirable criteria, where only the words tell.

    Then what stands before "Desirable" reads like names of groups, and what stands before
    "Essential" like criteria. `inline` are the classes with criteria on their own line.
    """
    places = [place for place, heading in enumerate(classes) if heading and not heading.group]
    if not places:
        return False
    first = classes[places[0]]
    evidence = _FIRST_COUNTS if first and first.essential else -_FIRST_COUNTS / 2
    for before, place in pairwise(places):
        last, heading = classes[before], classes[place]
        if last and heading and last.essential != heading.essential and place > before + 1:
            alone = place == before + 2 and before not in inline
            likeness = (
                _NEVER if alone else _likeness(blocks[place - 1].text, blocks[place - 2].text)
            )
            evidence += likeness if heading.essential else -likeness
    return evidence < 0


def _likeness(text: str, before: str) -> float:
    """Return how much a line reads like a group's name, given the line before it."""
    if not could_be_group(text):
        return _NEVER
    if is_typical_group(text):
        return 3.0
    words = text.split()
    likeness = 1.0 if is_usual_group(text) else 0.0
    likeness += 1.0 if len(words) <= 4 else -1.0 if len(words) >= 6 else 0.0
    if any(map(str.isdigit, text)):
        likeness -= 1.0
    if before.split(maxsplit=1)[0] == words[0]:
        likeness -= 2.0
    return likeness
