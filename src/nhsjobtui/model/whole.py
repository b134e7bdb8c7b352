"""One application whole: what is exported, frozen when it is sent, and taken in again."""

from datetime import datetime
from typing import NamedTuple

from nhsjobtui.model.advert import Advert
from nhsjobtui.model.application import Criterion, Mark, Stage, StageDetail, checklist
from nhsjobtui.model.statement import Plan, Statement, put_together


class Named(NamedTuple):
    """A name under which the library knows the advert."""

    kind: str
    key: str
    value: str


class Logged(NamedTuple):
    """One line of the log."""

    at: datetime
    kind: str
    detail: str


class Sent(NamedTuple):
    """A copy of an application as it was when it was marked as applied: its record, as JSON."""

    at: datetime
    record: str


class Application(NamedTuple):
    """An advert with everything that the person added to it.

    `answers` are in the order in which they were first given, `sent` is oldest first.
    """

    advert: Advert
    names: tuple[Named, ...]
    added_at: datetime
    fetched_at: datetime
    gone: bool = False
    shortlisted: bool = False
    stage: Stage | None = None
    note: str = ""
    questions: str = ""
    plan: Plan = Plan()
    answers: tuple[Mark, ...] = ()
    stages: tuple[StageDetail, ...] = ()
    log: tuple[Logged, ...] = ()
    sent: tuple[Sent, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The checklist with the person's answers."""
        return checklist(self.advert, self.answers)

    @property
    def statement(self) -> Statement:
        """The statement that the evidence makes."""
        return put_together(self.criteria, self.plan)

    def as_sent(self) -> "Application":
        """Return the newest copy of what was sent; this one where there is none."""
        if not self.sent:
            return self
        import json

        from nhsjobtui.model.whole_record import read_whole

        return read_whole(json.loads(self.sent[-1].record))

    @property
    def ref(self) -> str:
        """The name that people are shown, "" for an advert without one."""
        values = {name.kind: name.value for name in reversed(self.names)}
        advert = self.advert
        return (
            advert.slug
            or values.get("slug")
            or advert.reference_number
            or values.get("number")
            or ""
        )
