"""A salary in few words."""

import pytest

from nhsjobtui.model.advert import Salary
from nhsjobtui.model.application import Coverage
from nhsjobtui.model.words import leading_class, salary_words, short_salary


@pytest.mark.parametrize(
    ("salary", "full", "short"),
    [
        (Salary("…", 38_682, 46_580, "year"), "£38,682 to £46,580 a year", "£38,682–46,580"),
        (Salary("…", 24_465, 24_465, "year"), "£24,465 a year", "£24,465"),
        (Salary("…", 14.48, 14.48, "hour"), "£14.48 an hour", "£14.48 an hour"),
        (Salary("…", 11_450, 11_450, "session"), "£11,450 a session", "£11,450 a session"),
        (Salary("…", None, 30_000, "year"), "up to £30,000 a year", "up to £30,000"),
        (Salary("Depends on\nexperience"), "Depends on experience", "Depends on experience"),
        (Salary(), "", ""),
    ],
)
def test_figures_stand_for_the_text_where_they_are_certain(
    salary: Salary, full: str, short: str
) -> None:
    assert (salary_words(salary), short_salary(salary)) == (full, short)


def test_desirables_count_only_where_nothing_is_essential() -> None:
    assert leading_class(Coverage(1, 3, 2, 2)) == ("essential", 1, 3)
    assert leading_class(Coverage(0, 0, 2, 2)) == ("desirable", 2, 2)
    assert leading_class(Coverage()) is None
