"""What the invented applicant has added fits the adverts."""

from typing import get_args

import pytest

from nhsjobtui.model.application import STAGES, Status
from tests.samples.pages import applications, by_reference, day

FIRST = "C9912-26-0417"


@pytest.mark.parametrize("application", applications(), ids=lambda each: str(each["ref"]))
def test_each_application_belongs_to_an_advert_and_its_criteria(
    application: dict[str, object],
) -> None:
    advert = by_reference()[str(application["ref"])]
    answers = application.get("answer", [])
    assert isinstance(answers, list)
    numbers = [answer["n"] for answer in answers]
    assert numbers == sorted(set(numbers))
    assert set(numbers) <= set(range(1, len(list(advert.criteria())) + 1))
    assert all(answer["status"] in get_args(Status) for answer in answers)
    assert application.get("stage") in {*STAGES, None}


def test_each_advert_is_answered_once() -> None:
    references = [application["ref"] for application in applications()]
    assert len(references) == len(set(references))


def test_the_shortlist_runs_through_the_stages() -> None:
    assert 7 <= sum(application["shortlisted"] for application in applications()) <= 8
    stages = {application.get("stage") for application in applications()}
    assert {"interested", "drafting", "applied", "interview", "unsuccessful"} <= stages


def test_about_a_dozen_criteria_have_evidence_of_a_good_length() -> None:
    evidence = [
        answer["evidence"]
        for application in applications()
        for answer in application.get("answer", [])
        if "evidence" in answer
    ]
    assert 11 <= len(evidence) <= 14
    assert all(60 <= len(text.split()) <= 150 for text in evidence)


def test_statuses_of_every_kind_are_used() -> None:
    used = {
        answer["status"]
        for application in applications()
        for answer in application.get("answer", [])
    }
    assert used == {"met", "partly", "gap"}


def test_the_advert_that_closes_first_is_well_under_way() -> None:
    advert = by_reference()[FIRST]
    answers = next(each["answer"] for each in applications() if each["ref"] == FIRST)
    assert advert.closing == day(0)
    assert (len(advert.person_spec), len(list(advert.criteria()))) == (4, 14)
    assert sum(answer["status"] == "met" for answer in answers) == 9
    assert sum("evidence" in answer for answer in answers) >= 7


@pytest.mark.parametrize(
    ("reference", "number", "words"),
    [
        (FIRST, 5, "taking charge of a shift"),
        (FIRST, 7, "quality improvement"),
        (FIRST, 9, "NEWS2"),
        (FIRST, 11, "aphasia"),
        ("C9935-26-0311", 5, "dressing of wounds"),
        ("C9935-26-0288", 5, "controlled drugs"),
        ("967-7418850-RD", 6, "record keeping"),
        ("C9935-26-0302", 2, "Specialist Community Public Health Nursing"),
        ("C9953-26-0240", 8, "SQL"),
    ],
)
def test_an_answer_is_to_the_criterion_it_was_written_for(
    reference: str, number: int, words: str
) -> None:
    criteria = [text for _, _, text in by_reference()[reference].criteria()]
    assert words in criteria[number - 1]
