import pytest

from nhsjobtui.model.salary import read_salary

CASES = [
    ("£27,485 to £30,162 a year per annum (Pro rated)", 27485, 30162, "year"),
    ("£32,648 to £39,177.60 a year", 32648, 39177.6, "year"),
    ("£12.62 an hour", 12.62, 12.62, "hour"),
    ("£400.00 a day", 400, 400, "day"),
    ("£10,000 to £12,000 a session", 10000, 12000, "session"),
    ("£25,000 a year £25,000 pa", 25000, 25000, "year"),
    ("£37,338 to £44,962 a year £37,338 to £44,9", 37338, 44962, "year"),
    ("£38,682 - £46,580 per annum pro rata", 38682, 46580, "year"),
    ("Band 5 (£33,247 - £41,424)", 33247, 41424, None),
    ("£31,365 / £33,176 / £33,779", 31365, 33779, None),
    ("up to £46,000 a year", None, 46000, "year"),
    ("£85K", 85000, 85000, None),
    ("£30-35k per annum", 30000, 35000, "year"),
    ("£11,000.00 per hour", 11000, 11000, None),
    ("£15.65 P/H / £36,461.50 P/A", None, None, None),
    ("£28,000-£35,00", None, None, None),
    ("£35,000 to £28,000 a year", None, None, None),
    ("Depends on experience", None, None, None),
    ("Negotiable", None, None, None),
    ("per annum", None, None, None),
    ("", None, None, None),
]


@pytest.mark.parametrize(("text", "low", "high", "per"), CASES)
def test_only_certain_figures_are_given(
    text: str, low: float | None, high: float | None, per: str | None
) -> None:
    salary = read_salary(text)
    assert (salary.text, salary.min, salary.max, salary.per) == (text, low, high, per)


def test_the_second_field_tells_the_unit() -> None:
    salary = read_salary("£11,000.00 per hour", "£11000.00 a session")
    assert (salary.text, salary.min, salary.per) == ("£11,000.00 per hour", 11000, "session")


def test_the_second_field_stands_in_for_a_missing_first() -> None:
    salary = read_salary("", "£30,000 a year")
    assert (salary.text, salary.min, salary.per) == ("£30,000 a year", 30000, "year")


def test_a_field_of_its_own_may_give_the_unit() -> None:
    assert read_salary("£38,682 - £46,580", unit="Yearly").per == "year"


def test_spaces_and_line_ends_become_single_spaces() -> None:
    assert read_salary("£9 an hour\n  plus 12%").text == "£9 an hour plus 12%"
