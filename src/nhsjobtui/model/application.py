"""What the person adds to an advert: statuses and evidence, one checklist out of both."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from nhsjobtui.model.advert import Advert

Status = Literal["todo", "met", "partly", "gap"]
Stage = Literal[
    "interested",
    "drafting",
    "applied",
    "interview",
    "offer",
    "checks",
    "started",
    "not_shortlisted",
    "unsuccessful",
    "withdrawn",
    "declined",
    "missed",
]
STATUSES: tuple[Status, ...] = get_args(Status)
STAGES: tuple[Stage, ...] = get_args(Stage)


class Mark(NamedTuple):
    """The person's own answer to one criterion, kept with the criterion's words.

    `own` is True for a criterion the person added by hand.
    """

    group: str
    essential: bool
    text: str
    status: Status = "todo"
    evidence: str = ""
    own: bool = False

    @property
    def key(self) -> str:
        """What tells this criterion from every other of the same advert."""
        return criterion_key(self.group, self.text, self.essential)


class Criterion(NamedTuple):
    """One line of the checklist; `n` counts from 1.

    `current` is False for an answered criterion that the advert, as it now stands, no longer has.
    """

    n: int
    key: str
    group: str
    essential: bool
    text: str
    status: Status = "todo"
    evidence: str = ""
    own: bool = False
    current: bool = True


class Coverage(NamedTuple):
    """How many criteria are met, of how many."""

    essential_met: int = 0
    essential_of: int = 0
    desirable_met: int = 0
    desirable_of: int = 0


def criterion_key(group: str, text: str, essential: bool) -> str:
    """Return the key of a criterion: the same whatever its case, spacing and end punctuation."""
    kind = "essential" if essential else "desirable"
    return "\x1f".join((_folded(group), _folded(text), kind))


def checklist(advert: Advert, marks: Iterable[Mark]) -> tuple[Criterion, ...]:
    """Return the advert's criteria in order, each with the person's answer.

    One that a group has twice is one line. Criteria added by hand stand at the end of their class
    in their group. Answers to criteria that the advert no longer has come last, so that nothing
    written is lost.
    """
    answers = {mark.key: mark for mark in marks}
    rows: list[tuple[Mark, bool]] = []
    seen = set()
    for group, essential, text in advert.criteria():
        key = criterion_key(group, text, essential)
        if key in seen:
            continue
        seen.add(key)
        answer = answers.pop(key, None)
        status, evidence = (answer.status, answer.evidence) if answer else ("todo", "")
        rows.append((Mark(group, essential, text, status, evidence), True))
    for mark in answers.values():
        if mark.own:
            rows.insert(_place(rows, mark), (mark, True))
    rows += [
        (mark, False)
        for mark in answers.values()
        if not mark.own and (mark.evidence or mark.status != "todo")
    ]
    return tuple(
        Criterion(n, m.key, m.group, m.essential, m.text, m.status, m.evidence, m.own, current)
        for n, (m, current) in enumerate(rows, 1)
    )


def _place(rows: Sequence[tuple[Mark, bool]], new: Mark) -> int:
    """Return where in `rows` a criterion added by hand goes."""
    group = _folded(new.group)
    same = [index for index, (mark, _) in enumerate(rows) if _folded(mark.group) == group]
    before = [index for index in same if rows[index][0].essential or not new.essential]
    if before:
        return before[-1] + 1
    return same[0] if same else len(rows)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".;:, ")


def coverage(criteria: Iterable[Criterion]) -> Coverage:
    """Count the criteria that the advert has now."""
    counts = {True: [0, 0], False: [0, 0]}
    for criterion in criteria:
        if criterion.current:
            counts[criterion.essential][0] += criterion.status == "met"
            counts[criterion.essential][1] += 1
    return Coverage(*counts[True], *counts[False])
