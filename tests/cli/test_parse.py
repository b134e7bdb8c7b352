"""`parse`: what saved pages say, as JSON."""

import json
import os
from pathlib import Path

import pytest

from nhsjobtui.library import intake

from . import adverts
from .conftest import Shell


def test_each_file_gives_one_line_of_json(shell: Shell, pages: Path) -> None:
    names = [str(pages / "nurse.html"), str(pages / "clerk.html")]
    records = [json.loads(line) for line in shell.ok("parse", *names).lines]
    assert [record["file"] for record in records] == names
    assert [record["slug"] for record in records] == [adverts.NURSE, adverts.CLERK]


def test_the_names_of_schema_1_come_in_order(shell: Shell, pages: Path) -> None:
    record = json.loads(shell.ok("parse", str(pages / "nurse.html")).out)
    assert list(record) == [
        "file",
        "schema",
        "board",
        "slug",
        "reference_number",
        "url",
        "title",
        "employer",
        "posted",
        "closing",
        "closing_time",
        "pay_scheme",
        "band",
        "salary",
        "contract",
        "duration",
        "working_pattern",
        "locations",
        "sections",
        "person_spec",
        "contact",
        "documents",
        "warnings",
    ]
    assert record["posted"] == "2026-11-02"
    assert record["contact"]["name"] == "Priya Northcott"


def test_no_library_is_touched(shell: Shell, pages: Path, home: Path) -> None:
    shell.ok("parse", str(pages / "nurse.html"))
    assert not home.exists()


def test_a_page_comes_in_on_standard_input(shell: Shell) -> None:
    record = json.loads(shell.ok("parse", "-", stdin=adverts.page()).out)
    assert (record["file"], record["slug"]) == ("-", adverts.NURSE)


def test_what_cannot_be_read_is_said_twice_and_the_rest_is_read(
    shell: Shell, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LARGEST_FILE", 100_000)
    (pages / "shopping.html").write_text(adverts.NOT_AN_ADVERT, "utf-8")
    (pages / "large.html").write_bytes(b" " * 100_001)
    names = [
        str(pages / name) for name in ("shopping.html", "missing.html", "large.html", "nurse.html")
    ]
    result = shell("parse", *names, str(pages))
    records = [json.loads(line) for line in result.lines]
    assert result.code == 2
    assert [set(record) == {"file", "error"} for record in records] == [
        True,
        True,
        True,
        False,
        True,
    ]
    assert len(result.err.splitlines()) == 4
    assert "is a folder" in records[-1]["error"]
    assert records[0]["error"] in result.err


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_text_comes_back_as_it_was(shell: Shell, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\xc2\x9b31m.html")
    Path(name).write_text(adverts.page(), "utf-8")
    out = shell.ok("parse", name).out
    assert out.isascii()
    assert json.loads(out)["file"] == name


def test_a_mistake_of_the_program_in_one_file_does_not_stop_the_rest(
    shell: Shell, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from nhsjobtui import reading

    real = reading.read_advert

    def broken(data: bytes, name: str = "") -> object:
        if name == "nurse.html":
            raise LookupError("a mistake made on purpose")
        return real(data, name)

    monkeypatch.setattr(reading, "read_advert", broken)
    result = shell("parse", str(pages / "nurse.html"), str(pages / "clerk.html"))
    first, second = map(json.loads, result.lines)
    assert result.code == 1
    assert set(first) == {"file", "error"}
    assert second["slug"] == adverts.CLERK
    assert "log.txt" in result.err
