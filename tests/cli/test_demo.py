"""`demo`: a library of invented adverts in a folder of its own."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nhsjobtui.cli import Launch, context, demo
from nhsjobtui.cli.samples import dated
from nhsjobtui.library import Library
from nhsjobtui.model.query import Query
from nhsjobtui.paths import HOME_VARIABLE, current_paths

from .conftest import NOW, Shell


def open_demo(shell: Shell, *words: str) -> Library:
    outcome = shell("demo", *words).code
    assert isinstance(outcome, Launch)
    return Library.open(outcome.paths.library_file, context.now)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(context, "now", lambda: moment)


def closing_today(library: Library) -> int:
    heads = library.heads(library.ids()).values()
    return sum(head.closing == context.now().date() for head in heads)


def test_the_demo_is_a_library_of_its_own_in_a_private_folder(shell: Shell, home: Path) -> None:
    result = shell("demo")
    folder = home / "demo"
    assert isinstance(result.code, Launch)
    assert result.code.demo
    assert result.code.paths.library_file == folder / "library.sqlite3"
    assert (result.out, result.err) == ("", "")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert not current_paths().library_file.exists()
    assert [path.name for path in home.iterdir()] == ["demo"]


def test_the_demo_has_adverts_with_somebodys_work_on_them(shell: Shell) -> None:
    with open_demo(shell) as library:
        heads = library.heads(library.ids()).values()
        shortlisted = library.ids(Query(shortlisted=True))
        evidence = [
            criterion.evidence
            for advert_id in shortlisted
            for criterion in library.entry(advert_id).criteria
            if criterion.evidence
        ]
        assert len(heads) >= 12
        assert all(head.title for head in heads)
        assert len({head.stage for head in heads}) >= 5
        assert any(head.has_note for head in heads)
        assert len(evidence) >= 10
        assert closing_today(library) >= 1


def test_undo_in_a_fresh_demo_takes_nothing_of_the_applicants_away(shell: Shell) -> None:
    with open_demo(shell) as library:
        assert library.undo() is None


def test_what_is_done_in_the_demo_is_there_the_next_time(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_demo(shell) as library:
        first = library.ids()[0]
        library.set_note(first, "Mine.")
    with open_demo(shell) as library:
        assert library.entry(first).note == "Mine."
    at(monkeypatch, NOW + timedelta(days=3))
    with open_demo(shell) as library:
        assert library.entry(first).note == "Mine."


def test_untouched_the_demo_is_of_today(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_demo(shell) as library:
        before = closing_today(library)
    at(monkeypatch, NOW + timedelta(days=3))
    with open_demo(shell) as library:
        assert closing_today(library) == before


def test_on_the_same_day_the_demo_is_not_built_again(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("demo")
    built = (home / "demo").stat().st_ino
    at(monkeypatch, NOW + timedelta(hours=10))
    shell("demo")
    assert (home / "demo").stat().st_ino == built


def test_the_day_is_londons(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    at(monkeypatch, datetime(2026, 7, 14, 23, 30, tzinfo=UTC))
    with open_demo(shell) as library:
        days = {head.closing for head in library.heads(library.ids()).values()}
    assert datetime(2026, 7, 15).date() in days


def test_fresh_builds_the_demo_again(shell: Shell, home: Path) -> None:
    with open_demo(shell) as library:
        first = library.ids()[0]
        library.set_note(first, "Mine.")
    with open_demo(shell, "--fresh") as library:
        assert library.entry(first).note != "Mine."
    assert [path.name for path in home.iterdir()] == ["demo"]


def test_a_folder_that_is_no_demo_is_left_alone(shell: Shell, home: Path) -> None:
    (home / "demo").mkdir(parents=True)
    (home / "demo" / "diary.txt").write_text("Dear diary")
    result = shell("demo", "--fresh")
    assert result.code == 1
    assert "left alone" in result.err
    assert (home / "demo" / "diary.txt").read_text() == "Dear diary"


def test_a_build_that_fails_leaves_the_old_demo(
    shell: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell("demo")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Library, "batch", broken)
    assert shell("demo", "--fresh").code == 130
    monkeypatch.undo()
    assert [path.name for path in home.iterdir()] == ["demo"]
    assert (home / "demo" / "library.sqlite3").stat().st_size > 0


def test_without_a_home_the_demo_is_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    if os.name == "posix" and os.uname().sysname == "Linux":
        folder = demo.demo_paths(current_paths()).data
        assert folder == tmp_path / "xdg_cache_home" / "nhsjobtui" / "demo"


def test_tokens_become_dates() -> None:
    day = datetime(2026, 11, 29).date()
    assert dated("{{+3}} {{-10}} {{+3|iso}} {{+3|dmy}} {{name}}", day) == (
        "02 December 2026 19 November 2026 2026-12-02 02/12/2026 {{name}}"
    )
