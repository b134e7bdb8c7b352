"""Where a person specification ends, though no heading says so."""

import re
from collections.abc import Sequence

from nhsjobtui.reading.blocks import Block

_ENDS = re.compile(
    r"^(?:what )?(?:we (?:can )?offer|benefits|our benefits|in return|main duties|key duties|duties"
    r"|(?:key|main) responsibilities|you will\b|the post ?holder will|what you(?:'ll| will)|why "
    r"|staff benefits|to apply|how to apply|for further|for more|interview)",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:duties|responsibilities|responsible for|benefits|offer|in return|reward|you will|you'll"
    r"|post ?holder|how to apply|interview|perks|package)\b.*:$",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^(?:to (?!be\b|have\b|hold\b|possess\b|demonstrate\b|show\b)[a-z]+|you will|you'll"
    r"|the post ?holder|post ?holder will|responsible for|be responsible)\b",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"^(?:answer|maintain|support|provide|ensure|assist|manage|lead|liaise|undertake|contribute"
    r"|participate|deliver|develop|carry out|prepare|supervise|attend|record|report|monitor"
    r"|co-?ordinate|act as|work|take part|keep|organise|escalate|order|draft|deputise|observe"
    r"|assess|plan|help|greet|arrange|promote|review|identify|complete|produce|process|update"
    r"|respond|receive|conduct|implement|oversee|collect|analyse|administer|represent|make sure)\b",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"annual leave|pension|discount|flexible working|cycle to work|car lease|lease car|wellbeing"
    r"|childcare|nursery|parking|bank holidays|salary sacrifice|maternity|gym|benefits|shopping"
    r"|counselling|employee assistance|relocation",
    re.IGNORECASE,
)

# What other lists read like, how many such lines tell, and whether the wording alone does.
_OTHER_LISTS = ((_DUTY, 2, True), (_BENEFIT, 2, True), (_TASK, 3, False))


def end_of(blocks: Sequence[Block], last_class: int) -> int:
    """Return where a list of something else begins; `last_class` is the last class heading."""
    first = 1 + max(last_class, 0)
    end = len(blocks)
    for index in range(first + 1, end):
        text = blocks[index].text
        if blocks[index].kind != "item" and (_ENDS.match(text) or _LEADS_ON.search(text)):
            end = index
            break
    return min([end, *(_other_list(blocks, first, *kind) for kind in _OTHER_LISTS)])


def _other_list(
    blocks: Sequence[Block], first: int, pattern: re.Pattern[str], hits_wanted: int, sure: bool
) -> int:
    """Return where duties or benefits begin: there, and nowhere before, most lines read so."""
    hits = [index for index, block in enumerate(blocks) if pattern.search(block.text)]
    if not hits or hits[0] <= first:
        return len(blocks)
    start = hits[0]
    block, before = blocks[start], blocks[start - 1]
    parted = (block.kind, block.label) != (before.kind, before.label) or block.gap > before.gap
    most = len(hits) * 3 >= (len(blocks) - start) * 2
    enough = len(hits) >= hits_wanted + (not parted)
    return start if most and enough and (sure or parted) else len(blocks)
