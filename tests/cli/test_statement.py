"""`statement`."""

import json

import pytest

from . import adverts
from .conftest import Shell


@pytest.fixture
def written(filled: Shell) -> Shell:
    """Commands on a library where two criteria of an advert have evidence."""
    filled.ok("evidence", adverts.NURSE, "4", "• Elm Ward, a year\n• “Teasel” Ward")
    filled.ok("evidence", adverts.NURSE, "1", "Registered since 2019.")
    return filled


def test_the_text_is_on_stdout_and_what_is_to_be_said_of_it_on_stderr(written: Shell) -> None:
    result = written("statement", adverts.NURSE)
    assert result.code == 0
    assert result.out == (
        "Registered nurse\nRegistered since 2019.\n\n"
        'Six months on a surgical ward\nElm Ward, a year\n"Teasel" Ward\n'
    )
    assert result.err == (
        "17 of 1,500 words, 101 of 10,000 characters.\n"
        "Without evidence: 2. Evidence of study after registration; 3. Mentorship course.\n"
    )


def test_what_is_set_up_once_stays_so_for_this_application(written: Shell) -> None:
    written("statement", adverts.NURSE, "--no-headings", "--words", "5", "--opening", "Dear panel,")
    result = written("statement", adverts.NURSE)
    assert result.lines[:3] == ["Dear panel,", "", "Registered since 2019."]
    assert "11 of 5 words (6 over)" in result.err
    assert "Registered nurse" in written("statement", adverts.NURSE, "--headings").out
    assert written("statement", adverts.MIDWIFE).out == ""


def test_setting_up_is_one_step_of_undo(written: Shell) -> None:
    written("statement", adverts.NURSE, "--order", "group", "--opening", "A", "--closing", "B")
    assert written.ok("undo").out.startswith("3 changes taken back: ")
    assert written("statement", adverts.NURSE).lines[0] == "Registered nurse"


def test_a_paragraph_may_come_from_a_pipe(written: Shell) -> None:
    assert written("statement", adverts.NURSE, "--closing", "-", stdin="Yours,\n").out.endswith(
        "\n\nYours,\n"
    )


def test_one_criterion_alone_for_its_own_box(written: Shell) -> None:
    assert written.ok("statement", adverts.NURSE, "--criterion", "4").out == (
        'Elm Ward, a year\n"Teasel" Ward\n'
    )
    result = written("statement", adverts.NURSE, "--criterion", "2")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("There is no evidence for criterion 2 yet: ")


def test_the_json_has_the_text_its_length_and_what_it_lacks(written: Shell) -> None:
    record = json.loads(written.ok("statement", adverts.NURSE, "--json").out)
    assert record["slug"] == adverts.NURSE
    assert (record["words"], record["characters"], record["over"]) == (17, 101, False)
    assert (record["word_limit"], record["character_limit"]) == (1500, 10_000)
    assert record["criteria"] == [1, 4]
    assert [row["n"] for row in record["without_evidence"]] == [2, 3]


@pytest.mark.parametrize(
    "words", [["--order", "alphabet"], ["--words", "many"], ["--criterion", "9"]], ids=" ".join
)
def test_what_cannot_be_meant_is_said(written: Shell, words: list[str]) -> None:
    result = written("statement", adverts.NURSE, *words)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
