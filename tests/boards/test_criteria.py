"""What a person types becomes what the board is asked."""

import pytest

from nhsjobtui.boards.criteria import EVERYTHING, Criteria
from nhsjobtui.boards.vocabulary import BANDS, CONTRACTS, PATTERNS, STAFF_GROUPS, Filter
from nhsjobtui.errors import InputError


@pytest.mark.parametrize(
    ("filter_", "typed", "codes"),
    [
        (BANDS, ["6"], ("BAND_6",)),
        (BANDS, ["band 6"], ("BAND_6",)),
        (BANDS, ["BAND_6"], ("BAND_6",)),
        (BANDS, ["8A"], ("BAND_8A",)),
        (BANDS, ["Band 8a"], ("BAND_8A",)),
        (BANDS, ["8"], ("BAND_8A", "BAND_8B", "BAND_8C", "BAND_8D")),
        (BANDS, ["consultant"], ("CONSULTANT",)),
        (BANDS, ["7,6", "6"], ("BAND_6", "BAND_7")),
        (STAFF_GROUPS, ["nursing"], ("NURSING_AND_MIDWIFERY_REGD",)),
        (STAFF_GROUPS, ["nurse"], ("NURSING_AND_MIDWIFERY_REGD",)),
        (STAFF_GROUPS, ["Nursing & Midwifery"], ("NURSING_AND_MIDWIFERY_REGD",)),
        (STAFF_GROUPS, ["admin"], ("ADMINISTRATIVE_AND_CLERICAL",)),
        (STAFF_GROUPS, ["ahp"], ("ALLIED_HEALTH_PROF",)),
        (STAFF_GROUPS, ["doctors"], ("MEDICAL_AND_DENTAL",)),
        (STAFF_GROUPS, ["healthcare scientists"], ("HEALTHCARE_SCIENTISTS",)),
        (STAFF_GROUPS, ["PROF_SCIENTIFIC_AND_TECHNICAL"], ("PROF_SCIENTIFIC_AND_TECHNICAL",)),
        (CONTRACTS, ["fixed"], ("Fixed-Term",)),
        (CONTRACTS, ["fixed-term,bank"], ("Fixed-Term", "Bank")),
        (PATTERNS, ["part"], ("part-time",)),
        (PATTERNS, ["remote"], ("home-or-remote-working",)),
        (PATTERNS, ["term time"], ("term-time-hours",)),
        (BANDS, [], ()),
    ],
)
def test_words_are_read_as_people_write_them(
    filter_: Filter, typed: list[str], codes: tuple[str, ...]
) -> None:
    assert filter_.read(typed) == codes


@pytest.mark.parametrize("filter_", [BANDS, STAFF_GROUPS, CONTRACTS, PATTERNS])
def test_every_code_and_every_name_is_understood(filter_: Filter) -> None:
    for value in filter_.values:
        assert filter_.read([value.code]) == filter_.read([value.name]) == (value.code,)


@pytest.mark.parametrize(
    ("filter_", "typed", "said"),
    [
        (BANDS, "1", "“1” is not a band of NHS Jobs. Choose of: Band 2,"),
        (BANDS, "6x", "“6x” is not a band"),
        (BANDS, " , ", "“” is not a band"),
        (STAFF_GROUPS, "plumber", "is not a staff group of NHS Jobs. Choose of: Clinical"),
        (STAFF_GROUPS, "health", "may be more than one staff group"),
        (CONTRACTS, "eternal", "“eternal” is not a contract"),
        (PATTERNS, "hours", "more than one working pattern of NHS Jobs. Choose of: Compressed"),
    ],
)
def test_what_is_none_is_said_with_what_there_is(filter_: Filter, typed: str, said: str) -> None:
    with pytest.raises(InputError) as failure:
        filter_.read([typed])
    assert said in str(failure.value)


def test_criteria_are_parameters_of_the_feed() -> None:
    criteria = Criteria.read(
        keyword=" stroke  ward ",
        location="Leeds",
        distance=20,
        bands=["6", "7"],
        staff_groups=["nursing"],
        contracts=["bank"],
        patterns=["part-time"],
    )
    assert criteria.parameters() == {
        "keyword": "stroke ward",
        "location": "Leeds",
        "distance": "20",
        "payBand": "BAND_6,BAND_7",
        "staffGroup": "NURSING_AND_MIDWIFERY_REGD",
        "contractType": "Bank",
        "workingPattern": "part-time",
    }
    assert criteria.describe() == (
        "“stroke ward”, within 20 miles of Leeds, Band 6 or Band 7, Nursing and midwifery, Bank, "
        "Part-time"
    )
    assert (criteria.band, criteria.pattern) == (None, "Part-time")


def test_everything_asks_for_nothing() -> None:
    assert Criteria.read() == EVERYTHING
    assert (EVERYTHING.parameters(), EVERYTHING.key(), EVERYTHING.describe()) == ({}, "", "")


def test_the_same_search_has_one_key() -> None:
    one = Criteria.read(keyword="Stroke", bands=["7", "6"])
    two = Criteria.read(keyword="stroke ", bands=["band 6,band 7"])
    assert one.key() == two.key() != Criteria.read(keyword="stroke").key()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"distance": 5}, "needs a place"),
        ({"distance": 5000, "location": "Leeds"}, "from 0 to 1000"),
        ({"keyword": "x" * 201}, "at most 200 characters"),
    ],
)
def test_what_cannot_be_asked_is_said(given: dict[str, object], said: str) -> None:
    with pytest.raises(InputError, match=said):
        Criteria.read(**given)  # type: ignore[arg-type]
