"""Two pages of one vacancy as one advert: the better page leads, the other fills the gaps."""

from collections.abc import Iterable
from datetime import date

from nhsjobtui.model.advert import Advert, Group, Section
from nhsjobtui.model.application import criterion_key
from nhsjobtui.model.references import SLUG_CUT, is_trac_feed

_BOARDS = {"unknown": 0, "findajob": 1, "trac": 2, "nhsjobs": 2}
_RESPONSIBILITIES = "job responsibilities"
# Trac's headings for what NHS Jobs prints of the same vacancy under its own.
_SAME_HEADINGS = {
    "job overview": "job summary",
    "working for our organisation": "about us",
    "detailed job description and main responsibilities": _RESPONSIBILITIES,
}
SEARCH_HEADING = "From the search result"  # over the cut beginning of the text that a listing has
_SUMMARY = ("summary", 0)  # Find a job's heading for NHS Jobs' responsibilities in one flat line
_SEARCH_TEXT = (SEARCH_HEADING.casefold(), 0)
_Sections = dict[tuple[str, int], Section]
_WARNED_OF = ("title", "employer", "closing", "salary", "locations", "sections", "person_spec")
_NOTHING = Section("", "")
_WORDS = {
    "title": "title",
    "employer": "employer",
    "posted": "date posted",
    "closing": "closing date",
    "closing_time": "closing time",
    "pay_scheme": "pay scheme",
    "band": "band",
    "salary": "salary",
    "contract": "contract",
    "duration": "duration",
    "working_pattern": "working pattern",
    "locations": "location",
    "person_spec": "person specification",
    "contact": "contact",
    "documents": "documents",
    "reference_number": "reference number",
    "slug": "reference",
    "url": "address",
}


def is_listing(advert: Advert) -> bool:
    """Say whether this is known from a search result only: no text but its, no specification."""
    return not advert.person_spec and not any(
        section.text and section.heading != SEARCH_HEADING for section in advert.sections
    )


def merge(kept: Advert, page: Advert) -> Advert:
    """Return the advert as `page`, the newer of the two, leaves it.

    NHS Jobs and Trac outrank Find a job, which outranks a page of no known board; among equals
    the newer page leads. What the leading page does not say comes from the other.
    """
    top, base = (page, kept) if _rank(page) >= _rank(kept) else (kept, page)
    home = next((a for a in (top, base) if a.board == "nhsjobs"), top)
    other = base if home is top else top
    closing, closing_time = _closing(kept, page)
    merged = Advert(
        board=home.board,
        slug=_slug(home.slug or other.slug, other.slug),
        reference_number=top.reference_number or base.reference_number,
        url=home.url or other.url,
        title=top.title or base.title,
        employer=top.employer or base.employer,
        posted=top.posted or base.posted,
        closing=closing,
        closing_time=closing_time,
        closed=_closed(kept, page, closing == kept.closing),
        pay_scheme=top.pay_scheme or base.pay_scheme,
        band=top.band or base.band,
        salary=top.salary if top.salary.text or top.salary.min is not None else base.salary,
        contract=top.contract or base.contract,
        duration=top.duration or base.duration,
        working_pattern=_patterns(top, base),
        locations=top.locations or base.locations,
        sections=_sections(top.sections, base.sections),
        person_spec=_person_spec(top.person_spec, base.person_spec),
        contact=top.contact or base.contact,
        documents=top.documents or base.documents,
        warnings=top.warnings,
    )
    if all(getattr(merged, field) == getattr(top, field) for field in _WARNED_OF):
        return merged
    # What the leading page was warned for may have come from the other.
    return merged._replace(warnings=tuple(w for w in top.warnings if w in base.warnings))


def differences(before: Advert, after: Advert) -> tuple[str, ...]:
    """Name in words for people what changed: "closing date", "About us"; warnings do not count."""
    names = [
        name for field, name in _WORDS.items() if getattr(before, field) != getattr(after, field)
    ]
    if before.closed != after.closed:
        names.append("now closed" if after.closed else "open again")
    old, new = _by_heading(before.sections), _by_heading(after.sections)
    for key in dict.fromkeys((*new, *old)):
        if key == _SEARCH_TEXT:
            continue
        was, now = (sections.get(key, _NOTHING) for sections in (old, new))
        if was.text != now.text:
            names.append(now.heading or was.heading or "text")
    return tuple(dict.fromkeys(names))


def _rank(advert: Advert) -> tuple[int, bool]:
    return _BOARDS[advert.board], not is_listing(advert)


def _slug(first: str | None, second: str | None) -> str | None:
    """Return the first slug, or the second where the first is only its beginning, cut off."""
    if not first or not second or len(first) != SLUG_CUT:
        return first
    return second if second.casefold().startswith(first.casefold()) else first


def _closing(kept: Advert, page: Advert) -> tuple[date | None, str | None]:
    """Return the date and time of the newest page of the better board that gives a date.

    Trac's feed to Find a job states 30 days after posting, which is no deadline: it counts only
    where no other board has been seen.
    """
    newest = (page, kept) if _BOARDS[page.board] >= _BOARDS[kept.board] else (kept, page)
    dated = [advert for advert in newest if advert.closing]
    sure = [advert for advert in dated if not is_trac_feed(advert)]
    if not sure and newest[0].board in {"nhsjobs", "trac"}:
        return None, None
    for_date = sure or dated
    if not for_date:
        return None, None
    closing = for_date[0].closing
    times = (a.closing_time for a in for_date if a.closing == closing)
    return closing, next((text for text in times if text), None)


def _closed(kept: Advert, page: Advert, same_date: bool) -> bool:
    """Say whether the newest full page of the better board said that the job is closed."""
    if _BOARDS[page.board] < _BOARDS[kept.board]:
        return kept.closed
    return kept.closed and same_date if is_listing(page) else page.closed


def _patterns(top: Advert, base: Advert) -> tuple[str, ...]:
    """Return the leading page's patterns; two searches may each have told one of them."""
    if top.working_pattern and is_listing(top) and is_listing(base):
        return tuple(dict.fromkeys((*base.working_pattern, *top.working_pattern)))
    return top.working_pattern or base.working_pattern


def _by_heading(sections: Iterable[Section]) -> _Sections:
    """Return sections under their headings; a heading used again gets the next number."""
    found: _Sections = {}
    for section in sections:
        name, number = " ".join(section.heading.casefold().split()), 0
        name = _SAME_HEADINGS.get(name, name)
        while (name, number) in found:
            number += 1
        found[name, number] = section
    return found


def _sections(top: Iterable[Section], base: Iterable[Section]) -> tuple[Section, ...]:
    """Return the leading page's sections, with those only the other has where they stood."""
    first, second = _by_heading(top), _by_heading(base)
    order = list(first)
    place = 0
    for key, section in second.items():
        if key in first:
            place = order.index(key) + 1
            if not first[key].text:
                first[key] = first[key]._replace(text=section.text)
        else:
            order.insert(place, key)
            first[key] = section
            place += 1
    if _repeats_responsibilities(first, second):
        order.remove(_SUMMARY)
    if _SEARCH_TEXT in first and any(first[key].text for key in order if key != _SEARCH_TEXT):
        order.remove(_SEARCH_TEXT)
    return tuple(first[key] for key in order)


def _repeats_responsibilities(joined: _Sections, second: _Sections) -> bool:
    """Say whether the summary says again what the other page has as responsibilities."""
    if _SUMMARY not in joined:
        return False
    in_second = _SUMMARY in second
    return any(
        name == _RESPONSIBILITIES and section.text and ((name, n) in second) != in_second
        for (name, n), section in joined.items()
    )


def _person_spec(top: tuple[Group, ...], base: tuple[Group, ...]) -> tuple[Group, ...]:
    """Return the leading specification, unless it is only a part of the other.

    Boards do not let employers edit criteria, so a shorter copy is one that lost some.
    """
    new, old = _keys(top), _keys(base)
    return base if new < old else top


def _keys(groups: Iterable[Group]) -> set[str]:
    return {
        criterion_key(group.name, text, essential)
        for group in groups
        for essential, texts in ((True, group.essential), (False, group.desirable))
        for text in texts
    }
