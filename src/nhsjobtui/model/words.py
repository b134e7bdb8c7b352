"""What a list says of an advert, in few words."""

from nhsjobtui.model.advert import Salary
from nhsjobtui.model.application import Coverage


def salary_words(salary: Salary) -> str:
    """Return the figures where they are certain ("£38,682 to £46,580 a year"), else the text."""
    return _salary(salary, " to £", salary.per)


def short_salary(salary: Salary) -> str:
    """Return the same for a narrow column ("£38,682–46,580"); a year goes without saying."""
    return _salary(salary, "–", None if salary.per == "year" else salary.per)


def _salary(salary: Salary, to: str, per: str | None) -> str:
    ends = [_pounds(end) for end in (salary.min, salary.max) if end is not None]
    if not ends:
        return " ".join(salary.text.split())
    start = "up to £" if salary.min is None else "£"
    unit = f" {'an' if per == 'hour' else 'a'} {per}" if per else ""
    return start + to.join(dict.fromkeys(ends)) + unit


def _pounds(amount: float) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def leading_class(counts: Coverage) -> tuple[str, int, int] | None:
    """Return ("essential", met, of), or the desirable ones where nothing is essential."""
    if counts.essential_of:
        return "essential", counts.essential_met, counts.essential_of
    if counts.desirable_of:
        return "desirable", counts.desirable_met, counts.desirable_of
    return None
