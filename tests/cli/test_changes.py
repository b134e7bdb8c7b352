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


def test_what_was_sent_is_copied_once_for_each_time_of_applying(filled: Shell) -> None:
    kept, stays = "A copy of what you sent is kept.", "The copy kept before stays"
    for stage, words in (
        ("applied", kept),
        ("applied", stays),
        ("interview", ""),
        ("applied", stays),
        ("drafting", ""),
        ("applied", kept),
    ):
        first, _, said = filled.ok("stage", adverts.NURSE, stage).out.partition("\n")
        assert first.startswith(f"Stage {stage}: ")
        assert said.startswith(words)
        assert bool(said) == bool(words)


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


def test_after_two_dashes_everything_is_text(filled: Shell) -> None:
    filled.ok("evidence", "--", adverts.NURSE, "3", "-led", "a", "--team", "--", "--json")
    assert filled.ok("evidence", adverts.NURSE, "3").out == "-led a --team -- --json\n"
    filled.ok("note", adverts.NURSE, "--replace", "--", "--help")
    assert record(filled)["notes"] == "--help"
    filled.ok("criterion", adverts.NURSE, "--desirable", "--", "add", "-5 °C")
    assert filled("tick", adverts.NURSE, "--", "-1").code == 2
    filled.ok("stage", "--", adverts.NURSE, "drafting")


def test_an_option_after_two_dashes_is_one_argument_too_many(filled: Shell) -> None:
    result = filled("undo", "--", "--json")
    assert result.code == 2
    assert "“--json” is one too many." in result.err


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


def test_one_undo_takes_back_all_that_was_ticked_at_once(filled: Shell) -> None:
    before = record(filled)["criteria"]
    filled.ok("tick", adverts.NURSE, "1", "2", "4")
    assert filled.ok("undo").out == "3 changes taken back: Staff Nurse, Teasel Ward.\n"
    assert record(filled)["criteria"] == before
    assert filled("undo").code == 1


def test_a_wrong_number_leaves_the_others_ticked_as_one_step(filled: Shell) -> None:
    result = filled("tick", adverts.NURSE, "1", "9", "2")
    assert result.code == 2
    assert len(result.lines) == 2
    assert filled.ok("undo").out.startswith("2 changes taken back")


@pytest.mark.parametrize(
    ("words", "ticked"),
    [
        (["1-4"], [1, 2, 3, 4]),
        (["2–3"], [2, 3]),
        (["4", "1-2"], [4, 1, 2]),
        (["1-2", "2-3", "1"], [1, 2, 3]),
        (["3-3"], [3]),
    ],
)
def test_ranges_of_criteria_are_ticked(filled: Shell, words: list[str], ticked: list[int]) -> None:
    lines = filled.ok("tick", adverts.NURSE, *words).lines
    assert [int(line.split()[1]) for line in lines] == ticked


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("2-5", "There is no criterion 5."),
        ("0-2", "There is no criterion 0."),
        ("1-", "There is no criterion 1-."),
        ("3-1", "3-1 runs backwards. Write 1-3."),
        ("1-2-3", "There is no criterion 2-3."),
        ("1-99999999999999999999", "There is no criterion 99999999999999999999."),
    ],
)
def test_a_wrong_range_ticks_nothing(filled: Shell, word: str, said: str) -> None:
    result = filled("tick", adverts.NURSE, word)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


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


def test_a_criterion_added_by_hand_is_removed_by_its_number(filled: Shell) -> None:
    filled.ok("criterion", adverts.NURSE, "add", "Driving licence")
    assert filled.ok("criterion", adverts.NURSE, "remove", "5").out == (
        "Criterion 5 removed: Driving licence\n"
    )
    assert filled("evidence", adverts.NURSE, "5").code == 2
    filled.ok("undo")
    removed = json.loads(filled.ok("criterion", adverts.NURSE, "remove", "5", "--json").out)
    assert removed["text"] == "Driving licence"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["remove", "1"], "Criterion 1 is the advert's own; it was not removed."),
        (["remove", "9"], "There is no criterion 9."),
        (["remove", "1", "2"], "There is no criterion 1 2."),
        (["remove", "1", "--desirable"], "--group and --desirable go with add"),
        (["drop", "Typing"], "Choose add or remove."),
        (["add", ""], "There are no words to add"),
        ([], "Say what to do and with what: nhsjobtui criterion REF add TEXT"),
        (["add"], "Say what to do and with what: nhsjobtui criterion REF add TEXT"),
        (["remove"], "nhsjobtui criterion REF remove N."),
    ],
)
def test_what_cannot_be_done_with_criteria_is_said(
    filled: Shell, words: list[str], said: str
) -> None:
    result = filled("criterion", adverts.NURSE, *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert filled("undo").code == 1


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
