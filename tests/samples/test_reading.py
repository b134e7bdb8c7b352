"""Every sample page is read as it was meant."""

import pytest

from tests.samples.pages import day, meant, read, sources

PAGES = sorted(sources())
NHS_JOBS = [name for name in PAGES if meant()[name]["board"] == "nhsjobs"]
SPECIFIED = [name for name in PAGES if "groups" in meant()[name]]


def test_every_page_has_its_meaning_written_down() -> None:
    assert sorted(meant()) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_tells_what_it_is_and_who_offers_it(name: str) -> None:
    advert, say = read(name), meant()[name]
    assert (advert.board, advert.title) == (say["board"], say["title"])
    assert advert.employer == say.get("employer")
    assert advert.slug == say.get("slug")
    if "reference_number" in say:
        assert advert.reference_number == say["reference_number"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_tells_its_dates(name: str) -> None:
    advert, say = read(name), meant()[name]
    assert advert.closing == (day(say["closing"]) if "closing" in say else None)
    assert advert.closed == ("closing" not in say)
    if "posted" in say:
        assert advert.posted == day(say["posted"])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_tells_its_pay_and_terms(name: str) -> None:
    advert, say = read(name), meant()[name]
    pay = say["salary"]
    assert advert.salary.text
    assert (advert.salary.min, advert.salary.max) == (pay.get("min"), pay.get("max"))
    assert advert.salary.per == pay.get("per")
    assert (advert.band, advert.contract) == (say.get("band"), say["contract"])


@pytest.mark.parametrize("name", NHS_JOBS)
def test_a_page_of_nhs_jobs_tells_the_rest_of_its_details(name: str) -> None:
    advert, say = read(name), meant()[name]
    assert advert.pay_scheme == say["pay_scheme"]
    assert advert.duration == say.get("duration")
    assert list(advert.working_pattern) == say["working_pattern"]
    assert [place.postcode for place in advert.locations] == say["places"]
    assert [document.name for document in advert.documents] == say["documents"]


@pytest.mark.parametrize("name", [name for name in PAGES if "contact" in meant()[name]])
def test_a_page_tells_whom_to_ask(name: str) -> None:
    assert read(name).contact._asdict() == meant()[name]["contact"]


@pytest.mark.parametrize("name", SPECIFIED)
def test_a_person_specification_has_its_groups_and_criteria(name: str) -> None:
    groups = [[g.name, len(g.essential), len(g.desirable)] for g in read(name).person_spec]
    assert groups == meant()[name]["groups"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_prose_and_every_section_once(name: str) -> None:
    headings = [section.heading for section in read(name).sections]
    assert headings
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_the_site_round_the_advert_is_kept(name: str) -> None:
    text = "\n".join(section.text for section in read(name).sections).casefold()
    for foreign in ("cookies", "skip to main content", "please wait", "apply for this job"):
        assert foreign not in text
