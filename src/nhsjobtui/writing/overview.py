"""One page on an application: what it is, when, whom to ask, how far, what is lacking."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from nhsjobtui.model.application import SELF_MARKS, Criterion, coverage_words
from nhsjobtui.model.assessment import without_mark
from nhsjobtui.model.dates import day_words
from nhsjobtui.model.deadline import days_left, is_closed
from nhsjobtui.model.star import is_written
from nhsjobtui.model.whole import Application
from nhsjobtui.model.words import salary_words
from nhsjobtui.writing.markdown import escaped
from nhsjobtui.writing.outline import subtitle_of, title_of


def overviews(applications: Iterable[Application], now: datetime) -> str:
    """Return the overviews of applications as one document."""
    return "\n".join(overview(whole, now) for whole in applications)


def overview(whole: Application, now: datetime) -> str:
    """Return the overview of an application as Markdown."""
    lines = [f"# {escaped(title_of(whole))}", ""]
    if subtitle := subtitle_of(whole):
        lines += [escaped(subtitle), ""]
    lines += [f"- {name}: {escaped(value)}" for name, value in _facts(whole, now) if value]
    for heading, items in _parts(whole):
        if items:
            lines += ["", f"## {heading}", "", *(f"- {escaped(item)}" for item in items)]
    return "\n".join(lines) + "\n"


def _facts(whole: Application, now: datetime) -> Iterator[tuple[str, str]]:
    advert = whole.advert
    yield "Band and salary", ", ".join(filter(None, (advert.band, salary_words(advert.salary))))
    yield "Place", advert.place
    yield "Posted", day_words(advert.posted) if advert.posted else ""
    yield "Closes", _closing(whole, now)
    yield "Stage", (whole.stage or "none yet").replace("_", " ")
    for detail in whole.stages:
        name = detail.stage.replace("_", " ").capitalize()
        yield name, ", ".join(filter(None, (detail.when, detail.note)))
    contact = advert.contact
    yield (
        "Contact",
        ", ".join(filter(None, (contact.name, contact.job_title, contact.email, contact.phone))),
    )
    yield "Coverage", coverage_words(whole.criteria)
    if whole.statement.text:
        yield "Statement", whole.statement.counts()


def _closing(whole: Application, now: datetime) -> str:
    advert = whole.advert
    if advert.closing is None:
        return "not given"
    if whole.gone and not is_closed(advert, now):
        left = "no longer listed"
    else:
        left = days_left(advert.closing, advert.closing_time, now)
        left = f"{left} left" if left.endswith(" days") else left
    at = f"{advert.closing_time} London time" if advert.closing_time else None
    return f"{day_words(advert.closing, at)} ({left})"


def _parts(whole: Application) -> Iterator[tuple[str, list[str]]]:
    rows = [row for row in whole.criteria if row.current]
    yield "Gaps", [_said(row) for row in rows if row.status in {"gap", "partly"}]
    yield (
        "Without evidence",
        [_said(row) for row in rows if row.status != "gap" and not is_written(row.evidence)],
    )
    marked = [row for row in rows if row.self_mark is not None]
    yield (
        "Your own marks",
        [f"{without_mark(row.text)} (criterion {row.n}): {_mark(row)}" for row in marked],
    )
    yield "Questions to ask", [line for line in whole.questions.split("\n") if line.strip()]


def _said(row: Criterion) -> str:
    kind = "essential" if row.essential else "desirable"
    partly = ", partly met" if row.status == "partly" else ""
    return f"{without_mark(row.text)} (criterion {row.n}, {kind}{partly})"


def _mark(row: Criterion) -> str:
    return f"{row.self_mark}, {SELF_MARKS[row.self_mark or 0]}"
