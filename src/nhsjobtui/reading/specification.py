"""The person specification: every print of it read, and the prints made one."""

from collections.abc import Sequence

from nhsjobtui.model.advert import Group
from nhsjobtui.reading.blocks import Block
from nhsjobtui.reading.gathered import Specification
from nhsjobtui.reading.groups import group_name
from nhsjobtui.reading.ids import criterion_of
from nhsjobtui.reading.spec_reader import Reader

NO_CLASS = (
    "The person specification does not say which criteria are essential,"
    " so all of those are listed as essential."
)
CUT = "The person specification is too long to be read whole, so its end was left out."
IN_A_DOCUMENT = "The person specification is only in an attached document."

_CLASSES = frozenset({"essential", "desirable"})
# Far more than any advert has; what is beyond was never a specification.
_MOST_PRINTS = 8
_MOST_BLOCKS = 3_000


def read_specification(
    prints: Sequence[Sequence[Block]],
) -> tuple[tuple[Group, ...], list[str]]:
    """Return the groups of a specification printed once or more, and warnings."""
    prints = [blocks for blocks in prints if blocks]
    cut = any(len(blocks) > _MOST_BLOCKS for blocks in prints) or any(
        blocks not in prints[:_MOST_PRINTS] for blocks in prints[_MOST_PRINTS:]
    )
    prints = prints[:_MOST_PRINTS]
    different = [blocks for place, blocks in enumerate(prints) if blocks not in prints[:place]]
    read = [_read_print(blocks[:_MOST_BLOCKS]) for blocks in different]
    filled = [one for one in read if one.groups]
    if not filled:
        return (), [IN_A_DOCUMENT] if any(one.elsewhere for one in read) else []
    # The print with classes and the most criteria leads; others add only what it lacks.
    best = max(filled, key=lambda one: (not one.assumed, len(one.texts())))
    known = best.texts()
    for other in filled:
        if other is not best:
            for group in other.groups.values():
                for essential, texts in ((True, group.essential), (False, group.desirable)):
                    for folded, text in texts.items():
                        if folded not in known:
                            best.add(group.name, essential, text)
                            best.assumed = best.assumed or other.assumed
    groups = tuple(
        Group(group.name, tuple(group.essential.values()), tuple(group.desirable.values()))
        for group in best.groups.values()
        if group.essential or group.desirable
    )
    warnings = [NO_CLASS] if best.assumed else []
    return groups, [*warnings, CUT] if cut else warnings


def _read_print(blocks: Sequence[Block]) -> Specification:
    lines = (criterion_of(block.id) for block in blocks if block.id)
    if any(line and line[0] in _CLASSES for line in lines):
        return _read_by_id(blocks)
    return Reader(blocks).read()


def _read_by_id(blocks: Sequence[Block]) -> Specification:
    """Read a specification whose elements say which group and class they are of."""
    names: dict[str, str] = {}
    criteria: dict[tuple[str, str], tuple[str, bool, list[str]]] = {}
    last: tuple[str, str] | None = None
    for block in blocks:
        kind, number = (block.id and criterion_of(block.id)) or ("", "")
        if kind in _CLASSES:
            if last is not None and last[0] == block.id:
                # A criterion of several paragraphs.
                criteria[last][2].append(block.text)
                continue
            last = (block.id, block.text)
            criteria.setdefault(last, (number, kind == "essential", [block.text]))
            continue
        if kind:
            names.setdefault(number, group_name(block.text))
        last = None
    found = Specification()
    for number, essential, texts in criteria.values():
        found.add(names.get(number, ""), essential, " ".join(texts))
    return found
