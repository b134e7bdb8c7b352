"""`bank`, and copying from it with `evidence --from`."""

import json

import pytest

from . import adverts
from .conftest import Shell


@pytest.fixture
def written(filled: Shell) -> Shell:
    filled.ok("evidence", adverts.NURSE, "1", "Registered since 2019.")
    filled.ok("evidence", adverts.NURSE, "4", "Elm Ward,\n\ntwo years.")
    return filled


def test_everything_is_listed_with_where_it_is_from_and_when(written: Shell) -> None:
    assert written.ok("bank", "elm").lines == [
        f"e2  Six months on a surgical ward ({adverts.NURSE} Staff Nurse, Teasel Ward, "
        "Wyre and Teme NHS Foundation Trust, 15 November 2026)",
        "    Elm Ward,",
        "",
        "    two years.",
    ]
    record = json.loads(written.ok("bank", "registered", "--json").out)
    assert (record["id"], record["ref"]) == ("e1", adverts.NURSE)
    assert record["text"] == "Registered since 2019."
    assert len([line for line in written.ok("bank").lines if line.startswith("e")]) == 2
    assert written("bank", "nothing").err == "Nothing in the bank matches.\n"


def test_what_fits_a_criterion_is_offered_and_copied(written: Shell) -> None:
    offered = written.ok("bank", "--for", adverts.MIDWIFE, "1").lines
    assert offered[0].startswith("e1  the same criterion; Registered nurse (")
    record = json.loads(written.ok("bank", "--for", adverts.MIDWIFE, "1", "--json").out)
    assert (record["same"], record["score"]) == (True, 1.0)
    written.ok("evidence", adverts.MIDWIFE, "1", "--from", "e1")
    written.ok("evidence", adverts.MIDWIFE, "1", "--from", f"{adverts.NURSE}:4")
    assert written.ok("evidence", adverts.MIDWIFE, "1").out == (
        "Registered since 2019.\n\nElm Ward,\n\ntwo years.\n"
    )
    written.ok("evidence", adverts.NURSE, "1", "Changed.")
    assert "Registered since 2019." in written.ok("evidence", adverts.MIDWIFE, "1").out
    assert "Nothing was written yet" in written("bank", "--for", adverts.MIDWIFE, "3").err


def test_general_pieces(written: Shell) -> None:
    assert written.ok("bank", "--add", "Since 2015.").out == "p1 kept: Since 2015.\n"
    assert (
        written.ok("bank", "--add", "-", stdin="From a\npipe.\n").out == "p2 kept: From a pipe.\n"
    )
    written.ok("evidence", adverts.NURSE, "2", "--from", "p2")
    assert written.ok("evidence", adverts.NURSE, "2").out == "From a\npipe.\n"
    assert written.ok("bank", "--remove", "p1").out == "p1 removed: Since 2015.\n"
    assert written.ok("undo").out == "The piece is in the bank again.\n"
    assert json.loads(written.ok("redo", "--json").out)["slug"] is None


def test_headings_to_recall_an_example_by(written: Shell) -> None:
    written.ok("evidence", adverts.NURSE, "1", "--star")
    assert written.ok("evidence", adverts.NURSE, "1").out == (
        "Registered since 2019.\n\nSituation:\n\nTask:\n\nAction:\n\nResult:\n"
    )


@pytest.mark.parametrize(
    "words",
    [
        ["bank", "--remove", "p7"],
        ["bank", "--remove", "e1"],
        ["bank", "word", "--add", "x"],
        ["bank", "--add", " "],
        ["bank", "--for", adverts.MIDWIFE, "99"],
        ["evidence", adverts.NURSE, "1", "x", "--from", "e1"],
        ["evidence", adverts.NURSE, "1", "--from", "e99"],
        ["evidence", adverts.NURSE, "1", "--from", f"{adverts.NURSE}:1"],
        ["evidence", adverts.NURSE, "1", "--from", f"{adverts.NURSE}:3"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_and_changes_nothing(written: Shell, words: list[str]) -> None:
    before = written.ok("bank").out
    result = written(*words)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert written.ok("bank").out == before
