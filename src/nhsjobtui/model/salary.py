"""A salary as printed, and its figures where those are certain."""

import re

from nhsjobtui.model.advert import Per, Salary

_UNITS: tuple[tuple[Per, str], ...] = (
    ("session", r"sessions?|pa sessiynol"),
    ("year", r"years?|annum|annual(?:ly)?|yearly|p\.?\s?a\.?|p/a|flwyddyn"),
    ("month", r"months?|monthly|pcm"),
    ("week", r"weeks?|weekly|p\.?w\.?"),
    ("day", r"days?|daily|diem|p\.?d\.?"),
    ("hour", r"hours?|hourly|hr|p\.?\s?h\.?|p/h"),
)
_UNIT_WORDS = "|".join(words for _, words in _UNITS)
_AMOUNT = r"(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?)(k)?(?![\d,]*\d|\w)(?!\.\d)"
_UNIT = re.compile(
    rf"[\s,]*(?:\(?\s*(?:an?|per|each|/|y)?[\s-]*)({_UNIT_WORDS})(?!\w)", re.IGNORECASE
)
_FIGURE = re.compile(rf"(?:£\s*|\bGBP\s*){_AMOUNT}", re.IGNORECASE)
_BARE_FIGURE = re.compile(rf"£?\s*{_AMOUNT}", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:to|-|–|—|and|up to|/)\s*", re.IGNORECASE)
_OR = re.compile(r"\s*(?:/|or|\(|,|-)\s*", re.IGNORECASE)
_UP_TO = re.compile(r"(?:up to|maximum(?: of)?|max\.?|no more than)\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?:from|minimum(?: of)?|min\.?|starting (?:at|from)|at least)\s*$", re.I)
_ANY_UNIT = re.compile(rf"(?:\ban?|\bper|/|\beach)\s*({_UNIT_WORDS})(?!\w)", re.IGNORECASE)
_BARE_UNIT = re.compile(r"\b(annual|yearly|monthly|weekly|daily|hourly)", re.IGNORECASE)
# No hour of NHS work pays this much: such a figure is a session's or a year's.
_MOST = 10_000_000.0
_LONGEST = 500
_MOST_AN_HOUR = 1000.0


def read_salary(text: str, more: str = "", unit: str = "") -> Salary:
    """Return the salary printed as `text`.

    `more` is a second field about the same salary, whose unit is the true one where the two
    differ; `unit` is a field of its own for the unit ("Yearly"). Figures that are cut, in the
    wrong order or of two units are left out: the words stand for themselves.
    """
    text, more = " ".join(text.split()), " ".join(more.split())
    low, high, per = _figures(text)
    more_low, more_high, more_per = _figures(more)
    if low is None and high is None:
        low, high, per = more_low, more_high, more_per
    elif more_per and (more_low, more_high) != (None, None):
        per = more_per
    elif per is None or more_per:
        per = more_per or _unit_in(more) or per
    if per is None and (low is not None or high is not None):
        per = _unit_in(unit) or _bare_unit(unit)
    if per == "hour" and max(low or 0, high or 0) > _MOST_AN_HOUR:
        per = None
    if low is None and high is None:
        per = None
    return Salary(text or more, low, high, per)


def _figures(text: str) -> tuple[float | None, float | None, Per | None]:
    """Return the lower and upper figure and the unit that `text` begins with."""
    nothing = (None, None, None)
    text = text[:_LONGEST]
    first = _FIGURE.search(text)
    if first is None or _cut_before(text, first.start()):
        return nothing
    values = [_value(first)]
    end = first.end()
    while join := _JOIN.match(text, end):
        if (figure := _BARE_FIGURE.match(text, join.end())) is None:
            if text.startswith("£", join.end()):
                return nothing
            break
        values.append(_value(figure))
        end = figure.end()
    if len(values) > 1 and _thousands_said_once(text, first, values):
        values[0] *= 1000
    if values != sorted(values) or values[-1] > _MOST:
        return nothing
    unit = _UNIT.match(text, end)
    per = _per(unit[1]) if unit else None
    if unit and per != "session" and _other_unit(text, unit.end(), per):
        return nothing
    if per is None:
        per = _unit_in(text[end:]) or _bare_unit(text)
    before = text[: first.start()]
    if len(values) == 1 and _UP_TO.search(before):
        return None, values[0], per
    if len(values) == 1 and _FROM.search(before):
        return values[0], None, per
    return values[0], values[-1], per


def _cut_before(text: str, place: int) -> bool:
    """Say whether a figure that cannot be read stands before `place`."""
    return "£" in text[:place]


def _thousands_said_once(text: str, first: re.Match[str], values: list[float]) -> bool:
    """Say whether "£30-35k" leaves the k of its first figure unsaid."""
    return first[2] is None and values[0] < 1000 <= values[-1] and "k" in text.lower()


def _other_unit(text: str, place: int, per: Per | None) -> bool:
    """Say whether a slash after the unit brings the same pay in another unit."""
    match = _OR.match(text, place)
    if match is None:
        return False
    figure = _FIGURE.match(text, match.end())
    if figure is None:
        return False
    unit = _UNIT.match(text, figure.end())
    return unit is not None and _per(unit[1]) != per


def _value(match: re.Match[str]) -> float:
    value = float(match[1].replace(",", ""))
    return value * 1000 if match[2] else value


def _per(words: str) -> Per | None:
    for per, pattern in _UNITS:
        if re.fullmatch(pattern, words, re.IGNORECASE):
            return per
    return None


def _unit_in(text: str) -> Per | None:
    match = _ANY_UNIT.search(text)
    return _per(match[1]) if match else None


def _bare_unit(text: str) -> Per | None:
    match = _BARE_UNIT.search(text)
    return _per(match[1]) if match else None
