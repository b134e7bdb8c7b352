"""Stages with day and note, the log, the board, what needs doing, own marks, questions."""

import json

import pytest

from . import adverts
from .conftest import Shell


def test_a_stage_has_its_day_and_note_in_show_and_log(filled: Shell) -> None:
    filled.ok("stage", adverts.NURSE, "interview", "--on", "2026-12-03 10:00", "--note", "Room 4")
    assert "Interview: 3 December 2026 10:00, Room 4" in filled.ok("show", adverts.NURSE).lines
    lines = filled.ok("log", adverts.NURSE).lines
    assert lines[-1] == "2026-11-15 09:00  stage: interview on 3 December 2026 10:00: Room 4"
    record = json.loads(filled.ok("log", adverts.NURSE, "--json").lines[-1])
    assert (record["kind"], record["at"]) == ("stage", "2026-11-15T09:00:00+00:00")
    said = filled.ok("stage", adverts.NURSE, "interview", "--on", "4 December 2026").out
    assert said == f"Stage interview on 4 December 2026: {adverts.NURSE} Staff Nurse, Teasel Ward\n"
    assert filled.ok("todo").out == (
        f"{adverts.NURSE} Staff Nurse, Teasel Ward: interview on 4 December 2026 (Room 4)\n"
    )


def test_what_was_sent_is_printed_the_same_for_ever(filled: Shell) -> None:
    filled.ok("evidence", adverts.NURSE, "1", "Registered since 2019.")
    filled.ok("stage", adverts.NURSE, "applied")
    asked = [
        ["show", adverts.NURSE, "--sent"],
        ["show", adverts.NURSE, "--sent", "--json"],
        *(
            ["export", adverts.NURSE, "--sent", "--format", f]
            for f in ("md", "txt", "toml", "json")
        ),
    ]
    before = [filled(*words).out for words in asked]
    assert "Registered since 2019." in before[0]
    assert before[0].startswith("As it was when it was marked as applied, 2026-11-15 09:00, London")
    filled.ok("evidence", adverts.NURSE, "1", "Changed.")
    filled.ok("note", adverts.NURSE, "Sent it.")
    filled.ok("shortlist", adverts.NURSE)
    filled("statement", adverts.NURSE, "--opening", "Hello", "--order", "group")
    filled.ok("stage", adverts.NURSE, "interview")
    assert [filled(*words).out for words in asked] == before
    result = filled("show", adverts.MIDWIFE, "--sent")
    assert (result.code, result.out) == (2, "")
    assert "has not been marked as applied" in result.err


def test_the_board(filled: Shell) -> None:
    assert "There is no application yet." in filled("list", "--applications").err
    filled.ok("stage", adverts.NURSE, "applied")
    filled.ok("stage", adverts.CLERK, "interested")
    filled.ok("evidence", adverts.MIDWIFE, "1", "Since 2019.")
    lines = filled.ok("list", "--applications").lines
    assert [line for line in lines if line and not line.lstrip().startswith("C99")] == [
        "No stage yet (1)",
        "Interested (1)",
        "Applied (1)",
    ]
    records = [json.loads(line) for line in filled.ok("list", "--applications", "--json").lines]
    assert [record["stage"] for record in records] == [None, "interested", "applied"]
    assert len(filled.ok("list", "--applications", "clerk").lines) == 2


def test_what_needs_doing(filled: Shell) -> None:
    assert filled("todo").err == "Nothing needs doing.\n"
    filled.ok("stage", adverts.MIDWIFE, "drafting")
    assert filled.ok("todo").out == (
        f"{adverts.MIDWIFE} Midwife, Teme Birth Centre: closes tomorrow, not applied yet\n"
    )
    record = json.loads(filled.ok("todo", "--json").out)
    assert (record["kind"], record["day"], record["slug"]) == (
        "closing",
        "2026-11-16",
        adverts.MIDWIFE,
    )


def test_own_marks_have_the_words_they_stand_for(filled: Shell) -> None:
    assert filled.ok("mark", adverts.NURSE, "1", "2").out == (
        "Criterion 1: 2, brief example: Registered nurse\n"
    )
    assert (
        "1. Registered nurse [to do, own mark 2: brief example]"
        in filled.ok("show", adverts.NURSE).lines
    )
    assert (
        json.loads(filled.ok("mark", adverts.NURSE, "1", "none", "--json").out)["self_mark"] is None
    )
    assert "own mark" not in filled.ok("show", adverts.NURSE).out.partition("## History")[0]


def test_questions_are_added_printed_and_replaced(filled: Shell) -> None:
    filled.ok("questions", adverts.NURSE, "How many beds?")
    filled.ok("questions", adverts.NURSE, "-", stdin="Who supervises?\n")
    assert filled.ok("questions", adverts.NURSE).lines == ["How many beds?", "Who supervises?"]
    assert "## Your questions" in filled.ok("show", adverts.NURSE).lines
    filled.ok("questions", adverts.NURSE, "--replace", "")
    assert filled.ok("questions", adverts.NURSE).out == ""
    filled.ok("undo")
    assert json.loads(filled.ok("questions", adverts.NURSE, "--json").out)["questions"] == (
        "How many beds?\nWho supervises?"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["stage", adverts.NURSE, "interview", "--on", "soon"],
        ["stage", adverts.NURSE, "interview", "--on", "2026-06-31"],
        ["stage", adverts.NURSE, "interview", "--on", "2026-06-03 25:00"],
        ["stage", adverts.NURSE, "none", "--note", "x"],
        ["mark", adverts.NURSE, "1", "4"],
        ["mark", adverts.NURSE, "9", "1"],
        ["questions", adverts.NURSE, "--replace"],
        ["questions", adverts.NURSE, " "],
        ["log", "C1-26-1"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_said(filled: Shell, words: list[str]) -> None:
    result = filled(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
