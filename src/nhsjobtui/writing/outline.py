"""A statement as headings and paragraphs, which each kind of file then puts in its own form."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from nhsjobtui.model.statement import Part, Statement
from nhsjobtui.model.whole import Application

_BULLET = re.compile(r"[ \t]*[•‣◦⁃∙●○▪▫■□►▶➢➤·*–-][ \t]+(?=\S)")


class Line(NamedTuple):
    """One heading, paragraph or list item."""

    kind: Literal["title", "section", "criterion", "paragraph", "item"]
    text: str


def title_of(whole: Application) -> str:
    """Return the title that a document about an application has."""
    return whole.advert.title or "(no title)"


def subtitle_of(whole: Application) -> str:
    """Return the employer and the reference, as far as there are any."""
    number = whole.advert.reference_number
    names = dict.fromkeys(name for name in (whole.ref, number) if name)
    return ", ".join(filter(None, (whole.advert.employer, *names)))


def outline(whole: Application) -> Iterator[Line]:
    """Yield the document of a statement, in the order in which it is to be read."""
    statement = whole.statement
    yield Line("title", title_of(whole))
    if subtitle := subtitle_of(whole):
        yield Line("paragraph", subtitle)
    yield from _paragraphs(statement.plan.opening)
    section = ""
    for part in statement.parts:
        if statement.plan.headings:
            if (name := _section(statement, part)) != section:
                section = name
                yield Line("section", section)
            yield Line("criterion", part.heading)
        yield from _paragraphs(part.text)
    yield from _paragraphs(statement.plan.ending)


def _section(statement: Statement, part: Part) -> str:
    criterion = part.criterion
    kind = "Essential criteria" if criterion.essential else "Desirable criteria"
    return kind if statement.plan.order == "essential" else criterion.group or kind


def _paragraphs(text: str) -> Iterator[Line]:
    for line in text.split("\n"):
        if match := _BULLET.match(line):
            yield Line("item", line[match.end() :].strip())
        elif line.strip():
            yield Line("paragraph", line.strip())
