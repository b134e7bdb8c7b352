"""An advert as linear text: headings, paragraphs, numbered criteria."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from nhsjobtui.cli.checklist import STATUS_WORDS
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.application import SELF_MARKS, Coverage, Criterion, StageDetail
from nhsjobtui.model.deadline import london

if TYPE_CHECKING:
    from nhsjobtui.library import Entry, Event, Head
    from nhsjobtui.model.whole import Application

_STATES = {
    "listing": "known from a search result only; the whole advert is not here yet",
    "open": "open",
    "closed": "closed",
    "gone": "gone from the site; this copy is kept",
}


def page(
    entry: "Entry", log: Sequence["Event"], now: datetime, own: "Application | None" = None
) -> Iterator[str]:
    """Yield the lines of an advert, its checklist, notes and history."""
    head, advert = entry.head, entry.advert
    yield head.title or "(no title)"
    if head.employer:
        yield head.employer
    yield ""
    yield from _facts(entry, now)
    for section in advert.sections:
        yield from _heading(section.heading or "Text")
        yield from section.text.split("\n")
    yield from _contact(advert)
    yield from _documents(advert)
    yield from _checklist(entry.criteria)
    if entry.note:
        yield from _heading("Your note")
        yield from entry.note.split("\n")
    if own and own.questions:
        yield from _heading("Your questions")
        yield from own.questions.split("\n")
    if own and own.stages:
        yield from _heading("Stages")
        yield from map(_stage, own.stages)
    if advert.warnings:
        yield from _heading("What was read only in part")
        yield from advert.warnings
    if log:
        yield from _heading("History")
        for event in log:
            yield f"{moment(event.at)}  {event.detail or event.kind}"


def statement(whole: "Application") -> Iterator[str]:
    """Yield the lines of a statement, below a heading."""
    if text := whole.statement.text:
        yield from _heading("Statement")
        yield from text.split("\n")


def _stage(detail: StageDetail) -> str:
    said = ", ".join(filter(None, (detail.when, " ".join(detail.note.split()))))
    return f"{detail.stage.replace('_', ' ').capitalize()}: {said}"


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield f"## {text}"
    yield ""


def _facts(entry: "Entry", now: datetime) -> Iterator[str]:
    head, advert = entry.head, entry.advert
    facts = {
        "Reference": _references(head),
        "Address": advert.url,
        "Posted": _day(head.posted),
        "Closes": _closing(head, now),
        "State": _STATES[head.state(now)],
        "Salary": head.salary.text,
        "Pay scheme": ", ".join(filter(None, (advert.pay_scheme, head.band))),
        "Contract": advert.contract,
        "Duration": advert.duration,
        "Working pattern": ", ".join(advert.working_pattern),
        "Place": "; ".join(
            ", ".join((*place.lines, *filter(None, [place.postcode]))) for place in advert.locations
        ),
        "Shortlisted": "yes" if head.shortlisted else "no",
        "Stage": (head.stage or "none").replace("_", " "),
        "Coverage": _coverage(head.coverage),
        "This copy": "; ".join(
            filter(None, (f"{moment(entry.fetched_at)}, London time", entry.not_newer()))
        ),
    }
    for name, value in facts.items():
        if value:
            yield f"{name}: {value}"


def _references(head: "Head") -> str:
    names = [head.ref]
    if head.reference_number and head.reference_number != head.ref:
        names.append(f"reference number {head.reference_number}")
    return ", ".join(names)


def _closing(head: "Head", now: datetime) -> str:
    if head.closing is None:
        return "not given"
    words = head.time_left(now)
    words = f"{words} left" if words.endswith(" days") else words
    at = f" at {head.closing_time}, London time" if head.closing_time else ""
    return f"{_day(head.closing)}{at} ({words})"


def _coverage(coverage: Coverage) -> str:
    counts = []
    if coverage.essential_of:
        counts.append(f"essential {coverage.essential_met} of {coverage.essential_of} met")
    if coverage.desirable_of:
        counts.append(f"desirable {coverage.desirable_met} of {coverage.desirable_of} met")
    return ", ".join(counts)


def _contact(advert: Advert) -> Iterator[str]:
    contact = advert.contact
    if contact:
        yield from _heading("Contact")
        yield from filter(None, (contact.job_title, contact.name, contact.email, contact.phone))


def _documents(advert: Advert) -> Iterator[str]:
    if advert.documents:
        yield from _heading("Documents")
        for document in advert.documents:
            yield f"• {document.name}" + (f" ({document.detail})" if document.detail else "")


def _checklist(criteria: Iterable[Criterion]) -> Iterator[str]:
    before: tuple[str, bool, bool] | None = None
    for criterion in criteria:
        if before is None:
            yield from _heading("Checklist")
        place = (criterion.group, criterion.essential, criterion.current)
        if place != before:
            if before is not None:
                yield ""
            yield _class(criterion)
            before = place
        own = ", added by you" if criterion.own else ""
        if criterion.self_mark is not None:
            own += f", own mark {criterion.self_mark}: {SELF_MARKS[criterion.self_mark]}"
        yield f"{criterion.n}. {criterion.text} [{STATUS_WORDS[criterion.status]}{own}]"
        for line in criterion.evidence.split("\n") if criterion.evidence else ():
            yield f"    {line}".rstrip()


def _class(criterion: Criterion) -> str:
    kind = "Essential" if criterion.essential else "Desirable"
    words = f"{criterion.group}, {kind.lower()}" if criterion.group else kind
    return words if criterion.current else f"{words}, no longer in the advert"


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def moment(at: datetime) -> str:
    """Return a moment as London's clock shows it."""
    return f"{at.astimezone(london()):%Y-%m-%d %H:%M}"
