"""Postcodes and places."""

import pytest

from nhsjobtui.model.advert import Advert, Location
from nhsjobtui.model.places import one_line_place, take_postcode


@pytest.mark.parametrize(
    ("text", "rest", "postcode"),
    [
        ("Prescot, L35 5DR", "Prescot", "L35 5DR"),
        ("Liverpool L143LB", "Liverpool", "L14 3LB"),
        ("wyreham, ta44 7rb", "wyreham", "TA44 7RB"),
        ("Harrowmere, QX4 7RB", "Harrowmere", "QX4 7RB"),
        ("ZZ12AB", "", "ZZ1 2AB"),
        ("Ward A1 2nd floor", "Ward A1 2nd floor", None),
        ("ward a1 2nd", "ward a1 2nd", None),
        ("Various, Birmingham", "Various, Birmingham", None),
    ],
)
def test_a_postcode_is_taken_off_the_end(text: str, rest: str, postcode: str | None) -> None:
    assert take_postcode(text) == (rest, postcode)


def test_a_place_may_give_the_first_half_of_its_postcode_only() -> None:
    assert one_line_place("Prescot, L35") == Location(("Prescot",), "L35")


def test_the_town_is_named_without_the_country() -> None:
    advert = Advert(locations=(Location(("Elm House", "Wyreham", "United Kingdom"), "TA44 7RB"),))
    assert advert.place == "Wyreham TA44 7RB"
