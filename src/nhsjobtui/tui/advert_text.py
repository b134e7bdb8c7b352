"""An advert as paragraphs to read."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from nhsjobtui.library import Entry
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.deadline import days_left
from nhsjobtui.tui.lines import Paragraph

_LABEL_WIDTH = 11
_LISTED = re.compile(r"(•|\d{1,3}[.)]) ")


def advert_page(entry: Entry, now: datetime) -> list[Paragraph]:
    """Return the whole advert, facts first."""
    advert = entry.advert
    page = [
        Paragraph(advert.title or "(no title)", "title"),
        Paragraph(advert.employer or "(the page does not name the employer)", "accent"),
    ]
    facts = list(_facts(entry, now))
    page += [
        Paragraph(text, style, f"{label:<{_LABEL_WIDTH}}", "label", _LABEL_WIDTH, gap=not index)
        for index, (label, text, style) in enumerate(facts)
    ]
    if entry.head.listing:
        page.append(Paragraph(_only_listed(entry), "accent", gap=1))
    if entry.note:
        page += _section("Your note", entry.note)
    for section in advert.sections:
        page += _section(section.heading, section.text)
    page += _specification_hint(entry)
    page += _endings(advert)
    return page


def _only_listed(entry: Entry) -> str:
    if entry.head.gone:
        return "Only the search result is here, and the advert is no longer on NHS Jobs."
    return (
        "Only the search result is here. The whole advert is fetched from NHS Jobs when you open "
        "it with enter in the list; r asks for it now."
    )


def _facts(entry: Entry, now: datetime) -> Iterator[tuple[str, str, str]]:
    advert, head = entry.advert, entry.head
    yield _closing(entry, now)
    if advert.salary.text:
        yield "Salary", " ".join(advert.salary.text.split()), "body"
    if grade := " · ".join(part for part in (advert.band, advert.pay_scheme) if part):
        yield "Band", grade, "body"
    if contract := " · ".join(part for part in (advert.contract, advert.duration) if part):
        yield "Contract", contract, "body"
    if advert.working_pattern:
        yield "Pattern", ", ".join(advert.working_pattern), "body"
    for index, place in enumerate(advert.locations):
        lines = ", ".join((*place.lines, *([place.postcode] if place.postcode else [])))
        yield "" if index else "Where", lines, "body"
    if advert.posted:
        yield "Posted", _long(advert.posted), "body"
    yield "Reference", " · ".join(_references(entry)), "body"
    if head.stage:
        yield "Stage", head.stage.replace("_", " "), "some"
    copy = f"from {_long(entry.fetched_at.date())}"
    yield "Your copy", "; ".join(filter(None, (copy, entry.not_newer()))), "dim"


def _references(entry: Entry) -> list[str]:
    names = [entry.advert.slug, entry.advert.reference_number, entry.head.ref]
    return list(dict.fromkeys(name for name in names if name))


def _closing(entry: Entry, now: datetime) -> tuple[str, str, str]:
    advert, state = entry.advert, entry.head.state(now)
    if advert.closing is None:
        said = "The page says that this job is now closed" if advert.closed else "no date given"
        return "Closes", said, "some" if advert.closed else "dim"
    day = _long(advert.closing) + (f", {advert.closing_time}" if advert.closing_time else "")
    left = days_left(advert.closing, advert.closing_time, now)
    if state == "gone":
        return "Closed", f"{day} · no longer on the board", "some"
    if advert.closed:
        return "Closed", f"{day} · the page says that this job is now closed", "some"
    if state == "closed":
        return "Closed", f"{day} · the time has passed", "some"
    words = f"{left} left" if left.endswith("days") else left
    urgent = left.startswith(("today", "tomorrow"))
    return "Closes", f"{day} · {words}", "some" if urgent else "body"


def _section(heading: str, text: str) -> list[Paragraph]:
    page = [Paragraph(heading, "heading", gap=1)]
    for block in re.split(r"\n{2,}", text):
        for index, line in enumerate(block.split("\n")):
            page.append(_paragraph(line, gap=0 if index or len(page) == 1 else 1))
    return page


def _paragraph(line: str, gap: int) -> Paragraph:
    line = line.strip()
    if listed := _LISTED.match(line):
        mark = listed[0]
        width = max(2, len(mark))
        return Paragraph(line[len(mark) :], "body", mark, "dim", width, gap)
    return Paragraph(line, gap=gap)


def _specification_hint(entry: Entry) -> list[Paragraph]:
    counts = entry.head.coverage
    if entry.criteria:
        said = f"{counts.essential_of} essential"
        if counts.desirable_of:
            said += f" and {counts.desirable_of} desirable"
        text = f"{said}: in the checklist (3)."
    elif entry.head.listing:
        text = "It comes with the whole advert."
    else:
        text = "The page has none. Press c to add criteria by hand, or paste a list of them."
    return [Paragraph("Person specification", "heading", gap=1), Paragraph(text, "dim")]


def _endings(advert: Advert) -> list[Paragraph]:
    page: list[Paragraph] = []
    if contact := advert.contact:
        page.append(Paragraph("Contact", "heading", gap=1))
        lines = (contact.name, contact.job_title, contact.email, contact.phone)
        page += [Paragraph(line) for line in lines if line]
    if advert.documents:
        page.append(Paragraph("Supporting documents", "heading", gap=1))
        for document in advert.documents:
            detail = f" ({document.detail})" if document.detail else ""
            page.append(Paragraph(document.name + detail, "body", "• ", "dim", 2))
    if advert.warnings:
        page.append(Paragraph("Read only in part", "heading", gap=1))
        page += [Paragraph(warning, "some", "! ", "some", 2) for warning in advert.warnings]
    return page


def _long(day: date) -> str:
    return f"{day:%a} {day.day} {day:%B} {day.year}"
