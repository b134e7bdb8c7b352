"""`export` and `import`."""

import json
import tomllib
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar

from . import adverts
from .conftest import Shell


@pytest.fixture
def written(filled: Shell) -> Shell:
    """Commands on a library with one application begun."""
    filled.ok("evidence", adverts.NURSE, "1", "Registered since 2019.")
    filled.ok("note", adverts.NURSE, "Ring Priya.")
    filled.ok("tick", adverts.NURSE, "1")
    filled.ok("stage", adverts.NURSE, "drafting")
    return filled


def test_text_goes_to_stdout_and_what_is_lacking_to_stderr(written: Shell) -> None:
    result = written("export", adverts.NURSE, "--format", "txt")
    assert (result.code, result.out) == (0, "Registered nurse\nRegistered since 2019.\n")
    assert "Without evidence: 2. " in result.err
    assert written("export", adverts.NURSE, "--format", "md").out.startswith(
        "# Staff Nurse, Teasel Ward\n"
    )
    assert "## Without evidence" in written.ok("export", adverts.NURSE, "--format", "overview").out


def test_a_file_is_written_for_its_owner_alone_and_its_ending_says_the_format(
    written: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "statement.docx"
    result = written("export", adverts.NURSE, "-o", str(target))
    assert (result.code, result.out) == (0, "")
    assert f"1 application written to {target}." in result.err
    texts = [paragraph.text for paragraph in Document(BytesIO(target.read_bytes())).paragraphs]
    assert texts[0] == "Staff Nurse, Teasel Ward"
    assert target.stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_a_name_that_ends_in_overview_md_is_the_overview_as_in_the_app(
    written: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "Sister.overview.md"
    assert written("export", adverts.NURSE, "-o", str(target)).code == 0
    overview = written.ok("export", adverts.NURSE, "--format", "overview").out
    assert target.read_text(encoding="utf-8") == overview


def test_a_file_that_is_there_is_replaced_only_when_asked(written: Shell, tmp_path: Path) -> None:
    target = tmp_path / "statement.txt"
    target.write_text("precious")
    result = written("export", adverts.NURSE, "-o", str(target))
    assert result.code == 2
    assert "is there already; it was left as it is." in result.err
    assert target.read_text() == "precious"
    assert written("export", adverts.NURSE, "-o", str(target), "--yes").code == 0
    assert target.read_text() == "Registered nurse\nRegistered since 2019.\n"


def test_a_word_file_is_not_taken_in_and_the_answer_says_what_is(
    written: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "statement.docx"
    assert written("export", adverts.NURSE, "-o", str(target)).code == 0
    result = written("import", str(target))
    assert result.code == 2
    assert "Only what was exported as TOML or JSON can be taken in." in result.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export"], "Name the adverts"),
        (["export", adverts.NURSE, "--all", "--format", "md"], "Name the adverts"),
        (["export", adverts.NURSE], "Say in which form."),
        (["export", adverts.NURSE, "--format", "pdf"], "is not a format"),
        (["export", adverts.NURSE, "--format", "md", "-o", "/"], "is a folder"),
        (["export", adverts.NURSE, "-o", "/nowhere/at/all.md"], "There is no folder"),
        (["export", "C1-26-1", "--format", "md"], "No advert"),
        (["export", adverts.NURSE, "--sent", "--format", "md"], "not been marked as applied"),
        (["import", "nothing.toml"], "There is no file"),
        (["import", "-"], "not an export"),
    ],
)
def test_what_cannot_be_done_is_said(written: Shell, words: list[str], said: str) -> None:
    result = written(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_an_advert_saved_as_a_page_is_no_export(written: Shell, pages: Path) -> None:
    result = written("import", str(pages / "nurse.html"))
    assert result.code == 2
    assert "cannot be read as TOML" in result.err


@pytest.mark.parametrize("form", ["toml", "json"])
def test_a_library_that_is_lost_comes_back_field_by_field(
    written: Shell, home: Path, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"all.{form}"
    before = [written(*words).out for words in everything()]
    assert written("export", "--all", "-o", str(target)).code == 0
    for file in home.iterdir():
        file.unlink()
    result = written.ok("import", str(target))
    assert sorted(line.rpartition(": ")[2] for line in result.lines) == ["new", "new", "new"]
    assert [written(*words).out for words in everything()] == before


def everything() -> list[list[str]]:
    asked = [["list", "--json", "--sort", "title"]]
    for ref in (adverts.NURSE, adverts.MIDWIFE, adverts.CLERK):
        asked += [["show", ref], ["show", ref, "--json"], ["export", ref, "--format", "toml"]]
    return asked


def test_two_machines_meet_and_say_what_they_did(
    written: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pages: Path
) -> None:
    target = tmp_path / "nurse.toml"
    written("export", adverts.NURSE, "-o", str(target))
    monkeypatch.setenv("NHSJOBTUI_HOME", str(tmp_path / "other"))
    written.ok("add", str(pages / "nurse.html"))
    written.ok("evidence", adverts.NURSE, "2", "A module on wounds.")
    result = written.ok("import", str(target))
    assert result.lines == [
        f"{adverts.NURSE} Staff Nurse, Teasel Ward: merged: stage: drafting; note changed; "
        "criterion 1: met; evidence for criterion 1 changed"
    ]
    assert written.ok("evidence", adverts.NURSE, "1").out == "Registered since 2019.\n"
    assert written.ok("evidence", adverts.NURSE, "2").out == "A module on wounds.\n"
    again = json.loads(written.ok("import", str(target), "--json").out)
    assert (again["outcome"], again["changed"], again["kept"]) == ("same", [], [])


def test_data_on_stdout_can_be_piped_back(written: Shell) -> None:
    out = written.ok("export", adverts.NURSE, "--format", "toml").out
    assert tomllib.loads(out)["application"][0]["note"] == "Ring Priya."
    assert "nothing new" in written.ok("import", "-", stdin=out).out


def test_the_calendar_of_all(written: Shell) -> None:
    read = Calendar.from_ical(written.ok("export", "--all", "--format", "ics").out)
    assert [str(event["summary"]) for event in read.walk("VEVENT")] == [
        "Closes: Staff Nurse, Teasel Ward"
    ]


def test_several_are_tried_and_each_failure_is_said(written: Shell) -> None:
    result = written("export", adverts.NURSE, "C1-26-1", adverts.MIDWIFE, "--format", "json")
    assert result.code == 2
    assert len(json.loads(result.out)["application"]) == 2
    assert "C1-26-1" in result.err
