"""`show`: the whole of an advert as linear text and as JSON."""

import json

import pytest

from . import adverts
from .conftest import Shell


def test_the_text_has_the_advert_the_checklist_and_what_the_person_added(filled: Shell) -> None:
    filled.ok("shortlist", adverts.NURSE)
    filled.ok("stage", adverts.NURSE, "drafting")
    filled.ok("tick", adverts.NURSE, "2", "--status", "partly")
    filled.ok("evidence", adverts.NURSE, "2", "A module on wound care.\nPassed in May.")
    filled.ok("note", adverts.NURSE, "Ask about the rota.")
    text = filled.ok("show", adverts.NURSE).out
    for part in (
        "Staff Nurse, Teasel Ward\nWyre and Teme NHS Foundation Trust\n",
        f"Reference: {adverts.NURSE}\n",
        "Closes: 20 November 2026 (5 days left)\n",
        "State: open\n",
        "Shortlisted: yes\nStage: drafting\n",
        "Coverage: essential 0 of 3 met, desirable 0 of 1 met\n",
        "Teasel Ward looks after people",
        "Qualifications, essential\n1. Registered nurse [to do]\n"
        "2. Evidence of study after registration [partly met]\n"
        "    A module on wound care.\n    Passed in May.\n",
        "Qualifications, desirable\n3. Mentorship course [to do]\n",
        "Experience, essential\n4. Six months on a surgical ward [to do]\n",
        "## Your note\n\nAsk about the rota.\n",
        "priya.northcott@example.nhs.uk",
        "## History\n",
    ):
        assert part in text


def test_the_json_is_the_record_of_parse_and_what_the_person_added(filled: Shell) -> None:
    filled.ok("tick", adverts.NURSE, "1")
    filled.ok("evidence", adverts.NURSE, "1", "Registered since 2019.")
    filled.ok("note", adverts.NURSE, "Ask about the rota.")
    record = json.loads(filled.ok("show", adverts.NURSE, "--json").out)
    assert record["file"] is None
    assert record["schema"] == 1
    assert record["slug"] == adverts.NURSE
    assert record["person_spec"][1] == {
        "group": "Experience",
        "essential": ["Six months on a surgical ward"],
        "desirable": [],
    }
    assert record["notes"] == "Ask about the rota."
    assert record["stage"] is None
    assert record["shortlisted"] is False
    assert record["coverage"] == {"essential": [1, 3], "desirable": [0, 1]}
    assert record["criteria"][0] == {
        "n": 1,
        "group": "Qualifications",
        "class": "essential",
        "text": "Registered nurse",
        "status": "met",
        "evidence": "Registered since 2019.",
    }
    assert [line["class"] for line in record["criteria"]] == [
        "essential",
        "essential",
        "desirable",
        "essential",
    ]
    assert record["fetched_at"].startswith("2026-11-15T09:00:00")
    assert record["state"] == "open"


@pytest.mark.parametrize(
    "ref",
    [
        adverts.NURSE,
        adverts.NURSE.lower(),
        f"https://www.jobs.nhs.uk/candidate/jobadvert/{adverts.NURSE}?keyword=x",
    ],
)
def test_an_advert_answers_to_each_of_its_names(filled: Shell, ref: str) -> None:
    assert json.loads(filled.ok("show", ref, "--json").out)["slug"] == adverts.NURSE


def test_an_unknown_reference_is_wrong_input(filled: Shell) -> None:
    result = filled("show", "C9000-26-9999")
    assert (result.code, result.out) == (2, "")
    assert "C9000-26-9999" in result.err


def test_an_advert_that_closed_says_so(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import UTC, datetime

    from nhsjobtui.cli import context

    monkeypatch.setattr(context, "now", lambda: datetime(2027, 1, 2, tzinfo=UTC))
    text = filled.ok("show", adverts.NURSE).out
    assert "Closes: 20 November 2026 (closed 20 Nov 2026)\n" in text
    assert "State: closed\n" in text


def test_a_closing_date_that_is_not_given_is_said(shell: Shell) -> None:
    text = adverts.page(closing="to be confirmed")
    shell.ok("add", "-", stdin=text)
    assert "\nCloses: not given\nState: open\n" in shell.ok("show", adverts.NURSE).out
    assert json.loads(shell.ok("show", "--json", adverts.NURSE).out)["closing"] is None
