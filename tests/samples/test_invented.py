"""Nothing in the samples leads to a real person or place."""

import re

import pytest

from tests.samples.pages import TOKEN, filled, person_text, sources

EVERYTHING = {**sources(), "person.toml": person_text()}
_NO_SUCH_DISTRICTS = {
    *("BB41", "CA51", "CA53", "CA58", "CV51", "CV53", "DT46", "IP53", "IP57"),
    *("LL97", "SR51", "SR54", "TA41", "TA44", "TA46", "WF41", "WF42", "WF49"),
}
_BOARDS = {"www.jobs.nhs.uk", "www.healthjobsuk.com"}


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_mail_addresses_are_in_the_example_domain(name: str) -> None:
    for domain in re.findall(r"[\w.+-]+@([\w.-]+\.\w+)", EVERYTHING[name]):
        if domain != "app.quit":  # hostile words of one advert, not an address
            assert domain.endswith("example.nhs.uk")


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_telephone_numbers_are_the_ones_kept_for_fiction(name: str) -> None:
    for number in re.findall(r"(?<![\w&-])\+?[\d ]*\d(?:[ ]?\d){8,}", EVERYTHING[name]):
        assert re.fullmatch(r"01632 ?960\d{3}", number.strip())


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_web_addresses_are_boards_or_examples(name: str) -> None:
    for host in re.findall(r"https?://([^/\s\"'<)]+)", EVERYTHING[name]):
        assert host in _BOARDS or host.endswith(".example.nhs.uk")


@pytest.mark.parametrize("name", sorted(EVERYTHING))
def test_postcodes_are_in_districts_that_do_not_exist(name: str) -> None:
    postcode = r"\b([A-Z]{1,2}\d[\dA-Z]?) ?\d[ABD-HJLNP-UW-Z]{2}\b"
    assert set(re.findall(postcode, EVERYTHING[name])) <= _NO_SUCH_DISTRICTS


@pytest.mark.parametrize("name", sorted(sources()))
def test_dates_stand_as_tokens_only(name: str) -> None:
    assert (
        re.search(r"\b(?:19|20)\d\d\b", TOKEN.sub("", sources()[name]).replace("1975", "")) is None
    )
    assert TOKEN.search(sources()[name])
    assert "{{" not in filled(sources()[name])
