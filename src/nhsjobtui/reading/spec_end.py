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
_BENEFIT_NAMES = (
    "annual leave, pension, discount, flexible working, cycle to work, car lease, lease car,"
    " wellbeing, childcare, nursery, parking, bank holidays, salary sacrifice, maternity, gym,"
    " benefits, shopping, counselling, employee assistance, relocation"
)
_BENEFITS = _BENEFIT_NAMES.split(", ")


def end_of(blocks: Sequence[Block], last_class: int) -> int:
    """Return where a list of something else begins; `last_class` is the last class heading."""
    first = 1 + max(last_class, 0)
    end = len(blocks)
    for index in range(first + 1, end):
        text = blocks[index].text
        if blocks[index].kind != "item" and (
            _ENDS.match(text) or (text[-1:] == ":" and _LEADS_ON.search(text))
        ):
            end = index
            break
    duties, tasks = (
        [index for index, block in enumerate(blocks) if pattern.match(block.text)]
        for pattern in (_DUTY, _TASK)
    )
    return min(
        end,
        _other_list(blocks, first, duties, 2, True),
        _other_list(blocks, first, _benefits(blocks), 2, True),
        _other_list(blocks, first, tasks, 3, False),
    )


def _benefits(blocks: Sequence[Block]) -> Sequence[int]:
    """Return where lines name what comes with a job."""
    texts = [block.text.casefold() for block in blocks]
    whole = "\n".join(texts)
    named = [benefit for benefit in _BENEFITS if benefit in whole]
    if not named:
        return ()
    return [index for index, text in enumerate(texts) if any(name in text for name in named)]


def _other_list(
    blocks: Sequence[Block], first: int, hits: Sequence[int], hits_wanted: int, sure: bool
) -> int:
    """Return where another list begins: there, and nowhere before, most lines read like it.

    `hits` are the lines that do; `sure` says that their wording alone tells, without a new look.
    """
    if not hits or hits[0] <= first:
        return len(blocks)
    start = hits[0]
    block, before = blocks[start], blocks[start - 1]
    parted = (block.kind, block.label) != (before.kind, before.label) or block.gap > before.gap
    most = len(hits) * 3 >= (len(blocks) - start) * 2
    enough = len(hits) >= hits_wanted + (not parted)
    return start if most and enough and (sure or parted) else len(blocks)
