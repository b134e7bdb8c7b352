"""What the preparing view shows, as paragraphs."""

from nhsjobtui.library import Entry
from nhsjobtui.model.application import SELF_MARKS, Criterion, coverage_words
from nhsjobtui.model.assessment import only_at_interview
from nhsjobtui.model.plain import plain_text
from nhsjobtui.model.star import is_written
from nhsjobtui.model.statement import Plan, Statement
from nhsjobtui.tui.checklist_text import GLYPHS, STATUS_STYLES
from nhsjobtui.tui.lines import Paragraph

_INDENT = 15
_WRITTEN = "✎"


def items_page(entry: Entry, plan: Plan) -> list[Paragraph]:
    """Return all that can be written: the opening is item 0, the ending comes after the criteria.

    Each line says the status, whether there is evidence, and the person's own mark.
    """
    page = [_paragraph("Opening paragraph", plan.opening, 0)]
    place: tuple[str, bool, bool] | None = None
    for criterion in entry.criteria:
        if place != (here := (criterion.group, criterion.essential, criterion.current)):
            place = here
            page.append(Paragraph(_heading(criterion), "label"))
        page.append(_criterion(criterion))
    page.append(Paragraph("", "label"))
    page.append(_paragraph("Closing paragraph", plan.ending, len(entry.criteria) + 1))
    return page


def _heading(criterion: Criterion) -> str:
    kind = "essential" if criterion.essential else "desirable"
    group = criterion.group if criterion.current else f"No longer in the advert: {criterion.group}"
    return f"{group.rstrip(': ')}, {kind}" if group else kind.capitalize()


def _paragraph(name: str, text: str, item: int) -> Paragraph:
    mark = f"{'':<9}{_WRITTEN if text.strip() else ' '}"
    return Paragraph(name, "body", mark, "accent", _INDENT, item=item)


def _criterion(criterion: Criterion) -> Paragraph:
    written = _WRITTEN if is_written(criterion.evidence) else " "
    own = " " if criterion.self_mark is None else str(criterion.self_mark)
    status = f"{GLYPHS[criterion.status]} {criterion.status:<6}"
    mark = f"{status} {written}{own}{criterion.n:>3} "
    text = criterion.text + (" (added by you)" if criterion.own else "")
    style = STATUS_STYLES[criterion.status]
    return Paragraph(text, "body", mark, style, _INDENT, item=criterion.n)


def coverage_header(entry: Entry, width: int) -> str:
    """Say what is ticked and what has evidence, shorter where there is little room."""
    words = coverage_words(entry.criteria)
    essential, _, desirable = words.partition("; ")
    shorter = f"{essential}; {desirable.partition(' ticked')[0]}"
    words = next((said for said in (words, shorter) if len(said) + 4 <= width), essential)
    if not words and entry.head.listing:
        return "only the search result is here: r in the panes fetches it whole"
    return words or "no criteria yet: c adds some in the panes"


def mark_words(criterion: Criterion) -> str:
    """Say the person's own mark for a criterion, and that it is only for the interview."""
    own = criterion.self_mark
    said = (
        "no own mark yet (ctrl+r gives one)"
        if own is None
        else f"own mark {own}, {SELF_MARKS[own]}"
    )
    return said + (" · assessed only at interview" if only_at_interview(criterion.text) else "")


def statement_page(statement: Statement, last: int) -> list[Paragraph]:
    """Return the statement as it would be sent, then what is not in it; `last` is the ending."""
    plan = statement.plan
    order = "essential first" if plan.order == "essential" else "group by group"
    headings = "headings" if plan.headings else "no headings"
    interview = "with" if plan.interview else "without"
    said = f"o {order} · h {headings} · i {interview} interview only · l limits"
    page = [Paragraph(said, "dim")]
    page += _text(plan.opening, 0)
    for part in statement.parts:
        number = part.criterion.n
        if plan.headings:
            page.append(Paragraph(plain_text(part.heading), "heading", gap=1, item=number))
        page += _text(part.text, number, first_gap=not plan.headings)
    page += _text(plan.ending, last)
    if not statement.text:
        page.append(Paragraph("Nothing is written yet.", "body", gap=1))
    page += _listed("Without evidence, so not in it", statement.missing)
    page += _listed("Left out", statement.left_out)
    return page


def _text(text: str, item: int, *, first_gap: bool = True) -> list[Paragraph]:
    lines = plain_text(text).split("\n") if text.strip() else []
    return [
        Paragraph(line, gap=int(first_gap and not index), item=item)
        for index, line in enumerate(lines)
    ]


def _listed(heading: str, criteria: tuple[Criterion, ...]) -> list[Paragraph]:
    page = [Paragraph(heading, "label", gap=1)] if criteria else []
    for row in criteria:
        page.append(Paragraph(row.text, "dim", f"{row.n:>3} ", "dim", 4))
    return page
