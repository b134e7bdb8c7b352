"""What the person adds to an advert: statuses and evidence, one checklist out of both."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
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
SELF_MARKS = ("not mentioned", "mentioned", "brief example", "full example")
"""What a person's own mark from 0 to 3 says of their evidence."""
BEFORE_APPLYING: frozenset[Stage | None] = frozenset({None, "interested", "drafting", "missed"})


class StageDetail(NamedTuple):
    """What the person noted of a stage: its day and time ("HH:MM") in London, who and where."""

    stage: Stage
    day: date | None = None
    time: str | None = None
    note: str = ""

    @property
    def when(self) -> str:
        """Its day and time in words, "" where none was noted."""
        from nhsjobtui.model.dates import day_words

        return day_words(self.day, self.time) if self.day else ""

    @property
    def on_with_note(self) -> str:
        """What follows the stage's name in a sentence: " on 3 June 2026 10:00: who, where"."""
        on = f" on {self.when}" if self.day else ""
        return on + (f": {' '.join(self.note.split())}" if self.note else "")


class Mark(NamedTuple):
    """The person's own answer to one criterion, kept with the criterion's words.

    `own` is True for a criterion the person added by hand. `self_mark` is a place in `SELF_MARKS`;
    `written_at` is when the evidence became what it is.
    """

    group: str
    essential: bool
    text: str
    status: Status = "todo"
    evidence: str = ""
    own: bool = False
    self_mark: int | None = None
    written_at: datetime | None = None

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
    self_mark: int | None = None
    written_at: datetime | None = None

    def toggled(self, status: Status) -> Status:
        """Return the status after a key that gives one, or takes it back where it is there."""
        return "todo" if self.status == status else status


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
        bare = Mark(group, essential, text)
        said = answer._replace(group=group, essential=essential, text=text) if answer else bare
        rows.append((said._replace(own=False), True))
    for mark in answers.values():
        if mark.own:
            rows.insert(_place(rows, mark), (mark, True))
    rows += [(mark, False) for mark in answers.values() if not mark.own and is_answered(mark)]
    return tuple(
        Criterion(n, mark.key, *mark[:6], current, mark.self_mark, mark.written_at)
        for n, (mark, current) in enumerate(rows, 1)
    )


def is_answered(mark: Mark) -> bool:
    """Say whether the person did anything with a criterion."""
    return bool(mark.evidence) or mark.status != "todo" or mark.self_mark is not None


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


def evidenced(criteria: Iterable[Criterion]) -> Coverage:
    """Count the criteria that the advert has now and that have evidence."""
    from nhsjobtui.model.star import is_written

    return coverage(
        row._replace(status="met" if is_written(row.evidence) else "todo") for row in criteria
    )


def coverage_words(criteria: Iterable[Criterion]) -> str:
    """Say what is ticked and what has evidence: "essential 7 of 9 ticked, 5 with evidence"."""
    rows = tuple(criteria)
    ticked, written = coverage(rows), evidenced(rows)
    said = (
        ("essential", ticked.essential_met, ticked.essential_of, written.essential_met),
        ("desirable", ticked.desirable_met, ticked.desirable_of, written.desirable_met),
    )
    return "; ".join(
        f"{kind} {met} of {of} ticked, {with_evidence} with evidence"
        for kind, met, of, with_evidence in said
        if of
    )


def copy_words(frozen: bool) -> str:
    """Say what became of the copy of an application that was marked as applied."""
    if frozen:
        return "A copy of what you sent is kept."
    return "The copy kept before stays; for a new one: drafting first, then applied again."
