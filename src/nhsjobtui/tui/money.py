"""A salary short enough for a list."""

from nhsjobtui.model.advert import Salary

_PER = {"year": "", "month": " a month", "week": " a week", "day": " a day", "hour": " an hour"}


def short_salary(salary: Salary) -> str:
    """Return the figures in few characters, or the advert's own words where it gives none."""
    low, high = salary.min, salary.max
    if low is None and high is None:
        return " ".join(salary.text.split())
    per = _PER.get(salary.per or "year", f" a {salary.per}")
    if low is None or high is None or low == high:
        start = "up to " if low is None else ""
        return f"{start}£{_figure(high if low is None else low)}{per}"
    return f"£{_figure(low)}–{_figure(high)}{per}"


def _figure(pounds: float | None) -> str:
    if pounds is None:
        return ""
    return f"{pounds:,.0f}" if pounds == int(pounds) else f"{pounds:,.2f}"
