"""The commands that change what a person keeps: shortlist, stage, note, tick, evidence, undo."""

import json

import pytest

from . import adverts
from .conftest import Shell


def record(shell: Shell, ref: str = adverts.NURSE) -> dict[str, object]:
    found: dict[str, object] = json.loads(shell.ok("show", "--json", ref).out)
    return found


def test_adverts_go_on_the_shortlist_and_off_again(filled: Shell) -> None:
    lines = filled.ok("shortlist", adverts.NURSE, adverts.CLERK).lines
    assert lines == [
        f"Shortlisted: {adverts.NURSE} Staff Nurse, Teasel Ward",
        f"Shortlisted: {adverts.CLERK} Ward Clerk",
    ]
    assert record(filled)["shortlisted"] is True
    assert filled.ok("shortlist", "--off", adverts.NURSE).out.startswith("Off the shortlist: ")
    assert record(filled)["shortlisted"] is False


def test_each_reference_is_tried_and_each_failure_is_said(filled: Shell) -> None:
    result = filled("shortlist", "C9000-26-1111", adverts.NURSE, "C9000-26-2222")
    assert result.code == 2
    assert "C9000-26-1111" in result.err
    assert "C9000-26-2222" in result.err
    assert len(result.lines) == 1
    assert record(filled)["shortlisted"] is True


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("drafting", "drafting"), ("Not shortlisted", "not_shortlisted"), ("none", None)],
)
def test_a_stage_is_set_or_cleared(filled: Shell, typed: str, kept: str | None) -> None:
    filled.ok("stage", adverts.NURSE, "applied")
    filled.ok("stage", adverts.NURSE, typed)
    assert record(filled)["stage"] == kept


def test_a_wrong_stage_lists_the_right_ones(filled: Shell) -> None:
    result = filled("stage", adverts.NURSE, "hired")
    assert result.code == 2
    assert "“hired” is not a stage." in result.err
    assert "interested, drafting, applied" in result.err
    assert "missed or none" in result.err


def test_a_note_grows_by_paragraphs(filled: Shell) -> None:
    assert filled.ok("note", adverts.NURSE).out == ""
    filled.ok("note", adverts.NURSE, "Ask about the rota.")
    filled.ok("note", adverts.NURSE, "-", stdin="Parking: ring first.\nBus 12.\n")
    assert filled.ok("note", adverts.NURSE).out == (
        "Ask about the rota.\n\nParking: ring first.\nBus 12.\n"
    )


def test_a_note_is_replaced_or_emptied(filled: Shell) -> None:
    filled.ok("note", adverts.NURSE, "Old.")
    filled.ok("note", adverts.NURSE, "--replace", "-", stdin="New.")
    assert record(filled)["notes"] == "New."
    filled.ok("note", "--replace", adverts.NURSE, "")
    assert record(filled)["notes"] == ""


@pytest.mark.parametrize(
    "words", [["-"], ["--replace", "-"], ["--replace"], [""], ["  "]], ids=" ".join
)
def test_a_note_is_never_lost_to_an_empty_input(filled: Shell, words: list[str]) -> None:
    filled.ok("note", adverts.NURSE, "Old.")
    assert filled("note", adverts.NURSE, *words, stdin="").code == 2
    assert record(filled)["notes"] == "Old."


def test_the_persons_text_is_kept_exactly_but_cleaned(filled: Shell) -> None:
    filled.ok("note", adverts.NURSE, "  ŵ – “two”  \x1b[31mred\x1b[0m\u202e [b]x[/b]")
    assert record(filled)["notes"] == "  ŵ – “two”  red [b]x[/b]"


def test_text_that_begins_with_a_dash_goes_after_two_dashes(filled: Shell) -> None:
    filled.ok("note", adverts.NURSE, "--", "-5 °C on the ward")
    assert record(filled)["notes"] == "-5 °C on the ward"
    result = filled("note", adverts.NURSE, "-x")
    assert result.code == 2
    assert "goes after --" in result.err


def test_text_in_another_encoding_is_understood(filled: Shell) -> None:
    filled.ok("note", adverts.NURSE, "-", stdin="£20 – caf\xe9".encode("cp1252"))
    assert record(filled)["notes"] == "£20 – café"


def test_criteria_are_ticked_by_number(filled: Shell) -> None:
    assert filled.ok("tick", adverts.NURSE, "1", "4").lines == [
        "Criterion 1 is met: Registered nurse",
        "Criterion 4 is met: Six months on a surgical ward",
    ]
    filled.ok("tick", adverts.NURSE, "--status", "gap", "2")
    filled.ok("tick", adverts.NURSE, "1", "--status", "todo")
    criteria = record(filled)["criteria"]
    assert isinstance(criteria, list)
    assert [line["status"] for line in criteria] == ["todo", "gap", "todo", "met"]


@pytest.mark.parametrize("number", ["0", "5", "-1", "x", "٣", "99999999999999999999"])
def test_a_number_out_of_range_names_the_range(filled: Shell, number: str) -> None:
    result = filled("tick", adverts.NURSE, number, "2")
    assert result.code == 2
    assert f"There is no criterion {number}." in result.err
    assert "has 1 to 4." in result.err
    assert result.lines == ["Criterion 2 is met: Evidence of study after registration"]
    assert filled("evidence", adverts.NURSE, number, "Text.").code == 2


def test_an_advert_without_criteria_says_how_to_add_some(filled: Shell) -> None:
    result = filled("tick", adverts.CLERK, "1")
    assert result.code == 2
    assert f"nhsjobtui criterion {adverts.CLERK} add TEXT" in result.err


def test_evidence_is_written_printed_and_emptied(filled: Shell) -> None:
    assert filled.ok("evidence", adverts.NURSE, "1").out == ""
    assert filled.ok("evidence", adverts.NURSE, "1", "Since 2019.").out == (
        "Evidence kept for criterion 1: Registered nurse\n"
    )
    filled.ok("evidence", adverts.NURSE, "1", "-", stdin="Since 2018.\n\nPIN on request.\n")
    assert filled.ok("evidence", adverts.NURSE, "1").out == "Since 2018.\n\nPIN on request.\n"
    assert filled("evidence", adverts.NURSE, "1", "-", stdin="").code == 2
    assert filled.ok("evidence", adverts.NURSE, "1").out == "Since 2018.\n\nPIN on request.\n"
    filled.ok("evidence", adverts.NURSE, "1", "")
    assert filled.ok("evidence", adverts.NURSE, "1").out == ""


def test_criteria_are_added_by_hand(filled: Shell) -> None:
    filled.ok("criterion", adverts.CLERK, "add", "Good written English")
    added = filled.ok(
        "criterion", adverts.CLERK, "add", "Typing", "--group", "Skills", "--desirable", "--json"
    )
    assert json.loads(added.out) == {
        "n": 2,
        "group": "Skills",
        "class": "desirable",
        "text": "Typing",
        "status": "todo",
        "evidence": "",
    }
    filled.ok("tick", adverts.CLERK, "1")
    assert record(filled, adverts.CLERK)["coverage"] == {"essential": [1, 1], "desirable": [0, 1]}


def test_only_adding_is_a_thing_to_do_with_criteria(filled: Shell) -> None:
    result = filled("criterion", adverts.CLERK, "drop", "Typing")
    assert result.code == 2
    assert "Choose add." in result.err


def test_changes_are_undone_and_redone(filled: Shell) -> None:
    filled.ok("evidence", adverts.NURSE, "1", "Since 2019.")
    undone = filled.ok("undo").out
    assert "Staff Nurse, Teasel Ward" in undone
    assert filled.ok("evidence", adverts.NURSE, "1").out == ""
    assert json.loads(filled.ok("redo", "--json").out)["slug"] == adverts.NURSE
    assert filled.ok("evidence", adverts.NURSE, "1").out == "Since 2019.\n"


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_nothing_to_undo_is_a_failure(filled: Shell, verb: str) -> None:
    result = filled(verb)
    assert (result.code, result.out) == (1, "")
    assert result.err == f"nhsjobtui: Nothing to {verb}.\n"


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        (["shortlist", adverts.NURSE], "shortlisted", True),
        (["stage", adverts.NURSE, "applied"], "stage", "applied"),
        (["note", adverts.NURSE, "Ring."], "notes", "Ring."),
        (["tick", adverts.NURSE, "1"], "status", "met"),
        (["evidence", adverts.NURSE, "1", "Since 2019."], "evidence", "Since 2019."),
    ],
)
def test_with_json_a_change_prints_what_it_changed(
    filled: Shell, words: list[str], name: str, value: object
) -> None:
    assert json.loads(filled.ok(*words, "--json").out)[name] == value
