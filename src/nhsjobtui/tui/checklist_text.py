"""The checklist as paragraphs: groups, essential before desirable, status in glyph and word."""

from nhsjobtui.library import Entry
from nhsjobtui.model.application import Criterion, Status
from nhsjobtui.tui.lines import Paragraph

GLYPHS: dict[Status, str] = {"todo": "○", "met": "✓", "partly": "◐", "gap": "✗"}
STATUS_STYLES: dict[Status, str] = {"todo": "dim", "met": "good", "partly": "some", "gap": "bad"}
_INDENT = 12
_METER = 10
_PREVIEW = 100


def checklist_page(entry: Entry, *, editing: int | None = None) -> list[Paragraph]:
    """Return the checklist; each criterion's `item` is its number.

    `editing` is the number of the criterion whose evidence is being written.
    """
    page: list[Paragraph] = []
    place: tuple[str, bool | None, bool] | None = None
    for criterion in entry.criteria:
        group, kind = criterion.group, criterion.essential
        if place is None or (place[0], place[2]) != (group, criterion.current):
            place = (group, None, criterion.current)
            page += _group_heading(criterion, first=not page)
        if place[1] is not kind:
            place = (group, kind, criterion.current)
            page.append(Paragraph("Essential" if kind else "Desirable", "label"))
        page += _criterion(criterion, editing=criterion.n == editing)
    return page or _nothing(entry)


def _group_heading(criterion: Criterion, *, first: bool) -> list[Paragraph]:
    if not criterion.current:
        name = f"No longer in the advert: {criterion.group}".rstrip(": ")
    else:
        name = criterion.group
    return [Paragraph(name, "heading", gap=0 if first else 1)] if name else []


def _criterion(criterion: Criterion, *, editing: bool) -> list[Paragraph]:
    style = STATUS_STYLES[criterion.status]
    mark = f"{GLYPHS[criterion.status]} {criterion.status:<6} {criterion.n:>2} "
    text = criterion.text + (" (added by you)" if criterion.own else "")
    page = [Paragraph(text, "body", mark, style, _INDENT, item=criterion.n)]
    if criterion.evidence and not editing:
        words = len(criterion.evidence.split())
        text = " ".join(criterion.evidence.split())
        if len(text) > _PREVIEW:
            text = text[:_PREVIEW].rsplit(" ", 1)[0] + "…"
        count = f"{words} word{'' if words == 1 else 's'}: "
        page.append(
            Paragraph(count + text, "dim", "✎ ".rjust(_INDENT), "accent", _INDENT, 0, criterion.n)
        )
    return page


def _nothing(entry: Entry) -> list[Paragraph]:
    if entry.head.listing:
        text = "Only the search result is here. The person specification comes with the advert."
        return [
            Paragraph(text),
            Paragraph("Press r to fetch it from NHS Jobs.", "dim", gap=1),
        ]
    page = [Paragraph("This page has no person specification.", "body")]
    if entry.advert.documents:
        names = ", ".join(document.name for document in entry.advert.documents)
        page.append(Paragraph(f"It is probably in a document: {names}.", "body", gap=1))
    page.append(Paragraph("Press c to add criteria by hand, or paste a list.", "dim", gap=1))
    return page


def meter_parts(entry: Entry) -> list[tuple[str, str]]:
    """Return the coverage meter as (text, style name)."""
    parts: list[tuple[str, str]] = []
    counts = entry.head.coverage
    for word, essential, met, of in (
        ("Essential", True, counts.essential_met, counts.essential_of),
        ("Desirable", False, counts.desirable_met, counts.desirable_of),
    ):
        if of:
            partly = sum(
                c.status == "partly" and c.current and c.essential is essential
                for c in entry.criteria
            )
            full = met * _METER // of
            said = f" {met} of {of} met" + (f", {partly} partly" if partly else "")
            parts += [
                (f"{word} ", "label"),
                ("█" * full, "good"),
                ("░" * (_METER - full), "dim"),
                (said, "body"),
                ("\n", "body"),
            ]
    return parts[:-1]
