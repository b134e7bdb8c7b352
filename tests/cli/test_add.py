"""`add`: saved pages, folders, standard input, addresses and references."""

import json
import os
from pathlib import Path

import pytest

from nhsjobtui.library import intake

from . import adverts
from .conftest import Shell


def test_a_saved_page_is_added_once_and_then_the_same(shell: Shell, pages: Path) -> None:
    page = str(pages / "nurse.html")
    line = f"{adverts.NURSE}  Staff Nurse, Teasel Ward"
    assert shell.ok("add", page).out == f"added    {line}\n"
    assert shell.ok("add", page).out == f"same     {line}\n"


def test_a_newer_page_says_what_changed(shell: Shell, pages: Path) -> None:
    shell.ok("add", str(pages / "nurse.html"))
    newer = pages / "newer.html"
    newer.write_text(adverts.page(closing="24 November 2026"), "utf-8")
    assert shell.ok("add", str(newer)).out == (
        f"updated  {adverts.NURSE}  Staff Nurse, Teasel Ward (closing date)\n"
    )
    record = json.loads(shell.ok("show", "--json", adverts.NURSE).out)
    assert record["closing"] == "2026-11-24"


def test_a_page_comes_in_on_standard_input(shell: Shell) -> None:
    assert adverts.NURSE in shell.ok("add", "-", stdin=adverts.page()).out


def test_a_folder_is_read_to_its_depths_and_says_how_far_it_is(shell: Shell, pages: Path) -> None:
    deep = pages / "2026" / "june"
    deep.mkdir(parents=True)
    (deep / "other.HTM").write_text(adverts.page("C9990-26-0909", "Porter"), "utf-8")
    (pages / "photograph.jpg").write_bytes(b"\xff\xd8")
    (pages / ".hidden").mkdir()
    (pages / ".hidden" / "x.html").write_text(adverts.NOT_AN_ADVERT)
    (pages / "nurse_files").mkdir()
    (pages / "nurse_files" / "frame.html").write_text(adverts.NOT_AN_ADVERT)
    result = shell("add", str(pages))
    assert result.code == 0
    assert [line.split()[1] for line in result.lines] == [
        adverts.CLERK,
        adverts.MIDWIFE,
        adverts.NURSE,
        "C9990-26-0909",
    ]
    assert result.err == f"{pages}: 4 of 4 files read\n"


def test_many_pages_are_all_added(shell: Shell, tmp_path: Path) -> None:
    for number in range(120):
        text = adverts.page(f"C9000-26-{number:04}", f"Porter {number}")
        (tmp_path / f"{number:03}.html").write_text(text, "utf-8")
    result = shell("add", str(tmp_path))
    assert result.code == 0
    assert len(result.lines) == 120
    assert [line.split(": ")[1] for line in result.err.splitlines()] == [
        "50 of 120 files read",
        "100 of 120 files read",
        "120 of 120 files read",
    ]


def test_what_is_no_advert_is_said_and_the_rest_is_read(shell: Shell, pages: Path) -> None:
    (pages / "list.html").write_text(adverts.NOT_AN_ADVERT, "utf-8")
    (pages / "empty.txt").write_bytes(b"")
    result = shell("add", str(pages), str(pages / "missing.html"))
    assert result.code == 2
    assert len(result.lines) == 3
    assert "list.html" in result.err
    assert "empty.txt" in result.err
    assert "There is no file " in result.err
    assert "missing.html, and it is not" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize("target", ["", "  ", "\n"])
def test_nothing_named_is_nothing_added(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    (tmp_path / "nurse.html").write_text(adverts.page(), "utf-8")
    monkeypatch.chdir(tmp_path)
    result = shell("add", target)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "nhsjobtui: Nothing was named. Name a file, a folder, an address or a reference.\n"
    )


@pytest.mark.parametrize(
    "target", ["https://example.org/" + "x" * 300, "x" * 300, "C9999-26-0101/" + "y/" * 200]
)
def test_a_long_target_is_said_in_short(shell: Shell, target: str) -> None:
    result = shell("add", target)
    assert result.code == 2
    assert f"{target[:24]}…{target[-35:]}" in result.err
    assert len(result.err) < 250


def test_a_folder_without_pages_is_wrong_input(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_bytes(b"PK")
    result = shell("add", str(tmp_path))
    assert result.code == 2
    assert "holds no saved pages" in result.err


@pytest.mark.parametrize(
    "name",
    [
        adverts.NURSE,
        adverts.NURSE.lower(),
        f"https://www.jobs.nhs.uk/candidate/jobadvert/{adverts.NURSE}?page=2",
    ],
)
def test_an_advert_that_is_here_already_is_said_to_be(filled: Shell, name: str) -> None:
    assert (
        filled.ok("--offline", "add", name).out
        == f"here     {adverts.NURSE}  Staff Nurse, Teasel Ward\n"
    )


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("C9000-26-0001", "Working offline (--offline)"),
        ("999-26-0001", "a number of Trac"),
        ("https://www.jobs.nhs.uk/candidate/jobadvert/C9000-26-0001", "so NHS Jobs was not asked"),
        ("https://findajob.dwp.gov.uk/details/12345678", "Find a job closed"),
        ("https://www.healthjobsuk.com/job/UK/Wyreham/Porter-v1234567", "refuse programs"),
    ],
)
def test_what_would_have_to_be_fetched_is_a_failure(shell: Shell, target: str, said: str) -> None:
    result = shell("add", "--offline", target)
    assert (result.code, result.out) == (1, "")
    assert said in result.err


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("https://example.org/jobs", "is not the address of an advert"),
        ("missing.html", "There is no file missing.html"),
        ("x" * 5000, "There is no file"),
        ("a\0b", "There is no file"),
    ],
    ids=["address", "missing", "long", "nul"],
)
def test_what_can_never_be_added_is_wrong_input(shell: Shell, target: str, said: str) -> None:
    result = shell("add", target)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_wrong_input_outranks_a_failure(shell: Shell) -> None:
    assert shell("--offline", "add", "missing.html", "C9000-26-0001").code == 2
    assert shell("--offline", "add", "C9000-26-0001", "missing.html").code == 2


def test_lines_come_in_the_order_of_the_targets(filled: Shell, pages: Path) -> None:
    lines = filled.ok(
        "add", "--offline", str(pages / "clerk.html"), adverts.NURSE, "-", stdin=adverts.page()
    )
    assert [line.split()[:2] for line in lines.lines] == [
        ["same", adverts.CLERK],
        ["here", adverts.NURSE],
        ["same", adverts.NURSE],
    ]


def test_json_says_what_became_of_each_file(shell: Shell, pages: Path) -> None:
    page = str(pages / "nurse.html")
    record = json.loads(shell.ok("--json", "add", page).out)
    assert record["file"] == page
    assert record["outcome"] == "added"
    assert record["changed"] == []
    assert record["slug"] == adverts.NURSE


def test_a_file_that_is_too_large_is_said_to_be(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LARGEST_FILE", 1024 * 1024)
    large = tmp_path / "large.html"
    large.write_bytes(b" " * (1024 * 1024 + 1))
    result = shell("add", str(large))
    assert result.code == 2
    assert "larger than 1 MB" in result.err


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_text_is_read_all_the_same(shell: Shell, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9\x1b[31m.html"
    Path(os.fsdecode(name)).write_text(adverts.page(), "utf-8")
    assert adverts.NURSE in shell.ok("add", os.fsdecode(name)).out
    Path(os.fsdecode(name)).write_text(adverts.NOT_AN_ADVERT, "utf-8")
    result = shell("add", os.fsdecode(name))
    assert result.code == 2
    assert "\x1b" not in result.err
