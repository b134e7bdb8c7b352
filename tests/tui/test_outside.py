"""The person's editor and browser, failures, and what the app loads."""

import os
import sqlite3
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert, Group
from nhsjobtui.paths import Paths
from nhsjobtui.tui import external
from nhsjobtui.tui.app import NhsJobTuiApp
from nhsjobtui.tui.editor import Editor
from tests.tui.conftest import clock, running, until


def editor(folder: Path, script: str) -> str:
    path = folder / "my editor"
    path.write_text(f"#!{sys.executable}\nimport sys, pathlib\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return f"'{path}'"


def test_the_editor_of_visual_changes_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = "p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text() + ' and more\\n')"
    monkeypatch.setenv("VISUAL", editor(tmp_path, script))
    assert external.edit_elsewhere("some") == "some and more"


def test_an_editor_that_fails_leaves_the_text_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "sys.exit(3)"))
    with pytest.raises(NhsJobTuiError, match="the text is as it was"):
        external.edit_elsewhere("some")


def test_an_editor_may_write_windows_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = "pathlib.Path(sys.argv[1]).write_bytes('my café – “mine”'.encode('cp1252'))"
    monkeypatch.setenv("VISUAL", editor(tmp_path, script))
    assert external.edit_elsewhere("some") == "my café – “mine”"


def test_an_editor_that_takes_the_file_away_leaves_the_text_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, "pathlib.Path(sys.argv[1]).unlink()"))
    with pytest.raises(NhsJobTuiError, match="left no file that can be read; the text is as"):
        external.edit_elsewhere("some")


def test_an_editor_that_is_not_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/nowhere/editor")
    with pytest.raises(NhsJobTuiError, match="cannot be started"):
        external.edit_elsewhere("some")


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "-flag", "smb://host/x", "https://example.org/", "javascript:alert(1)"],
)
def test_only_addresses_of_the_boards_reach_the_browser(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.open", lambda url: pytest.fail(f"{url} was opened"))
    with pytest.raises(NhsJobTuiError, match="no address of a known board"):
        external.browse(address)


async def test_what_cannot_be_saved_stays_on_the_screen_and_is_saved_later(
    paths: Paths,
) -> None:
    async with running(paths) as (app, pilot):
        app.main.library._store.run("PRAGMA busy_timeout = 1")
        await pilot.press("3", "G", "enter")
        editor_widget = app.main.checklist.editor
        assert editor_widget is not None
        other = sqlite3.connect(paths.library_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press(*"kept")
        await until(pilot, lambda: "NOT SAVED" in str(editor_widget.border_subtitle))
        await pilot.press("escape")
        assert editor_widget.display
        assert editor_widget.text == "kept"
        other.execute("ROLLBACK")
        other.close()
        await pilot.press("escape")
        entry = app.main.advert.entry
        assert entry is not None
        assert app.main.library.entry(entry.head.id).criteria[-1].evidence == "kept"


def other_program(folder: Path, file: Path, script: str) -> str:
    """Return an editor that writes a text while another program does something to the library."""
    lines = (
        "import sqlite3",
        "pathlib.Path(sys.argv[1]).write_text('written there')",
        f"other = sqlite3.connect({str(file)!r}, isolation_level=None)",
        script,
    )
    return editor(folder, "\n".join(lines))


async def test_a_text_of_the_persons_editor_that_cannot_be_saved_is_in_a_file(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NhsJobTuiApp, "suspend", lambda self: nullcontext())
    trigger = "CREATE TRIGGER full BEFORE UPDATE ON mark BEGIN SELECT RAISE(ABORT, 'no room'); END"
    monkeypatch.setenv(
        "VISUAL", other_program(tmp_path, paths.library_file, f"other.execute({trigger!r})")
    )
    async with running(paths) as (app, pilot):
        await pilot.press("3", "e")
        await until(pilot, lambda: "Your text is in " in str(app.main.status.render()))
        (file,) = paths.unfinished.iterdir()
        assert file.read_text(encoding="utf-8") == "written there"
        assert (file.stat().st_mode & 0o777) == 0o600


async def test_a_text_of_the_persons_editor_whose_criterion_is_gone_is_in_the_bank(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NhsJobTuiApp, "suspend", lambda self: nullcontext())
    async with running(paths) as (app, pilot):
        entry = app.main.advert.entry
        assert entry is not None
        app.library.add_criterion(entry.head.id, "Added by hand")
        await pilot.press("3")
        app.main.reread(entry.head.id)
        rows = app.library.entry(entry.head.id).criteria
        number = next(row.n for row in rows if row.text == "Added by hand")
        app.main.checklist.go_to(number)
        monkeypatch.setenv(
            "VISUAL",
            other_program(
                tmp_path,
                paths.library_file,
                "other.execute(\"DELETE FROM mark WHERE text = 'Added by hand'\")",
            ),
        )
        await pilot.press("e")
        await until(pilot, lambda: "kept in the bank" in str(app.main.status.render()))
        assert "written there" in [piece.text for piece in app.library.bank.pieces()]


async def test_a_change_that_fails_is_said_and_the_app_goes_on(paths: Paths) -> None:
    async with running(paths) as (app, pilot):
        app.main.library._store.run("PRAGMA busy_timeout = 1")
        other = sqlite3.connect(paths.library_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("space")
        await until(pilot, lambda: app.main.status.has_class("problem"))
        other.execute("ROLLBACK")
        other.close()
        head = app.main.adverts.list.head(0)
        assert head is not None
        await pilot.press("space")

        def turned() -> bool:
            now = app.main.adverts.list.head(0)
            return now is not None and now.shortlisted is not head.shortlisted

        await until(pilot, turned)


PROBE = """
import asyncio, sys
from pathlib import Path
from nhsjobtui.paths import Paths
from nhsjobtui.tui.app import NhsJobTuiApp
async def main():
    home = Path(sys.argv[1])
    app = NhsJobTuiApp(Paths(home, home, home))
    async with app.run_test() as pilot:
        await pilot.pause()
        print(*sorted(m for m in sys.modules if "." not in m or m.startswith("selectolax")))
asyncio.run(main())
"""


def test_the_app_opens_without_loading_what_it_does_not_need(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.sqlite3", clock):
        pass
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NHSJOBTUI_HOME": str(tmp_path)},
    )
    loaded = set(done.stdout.split())
    assert "textual" in loaded
    assert not loaded & {"httpx", "selectolax", "argcomplete", "tomli_w"}


@pytest.mark.parametrize("keys", [["w"], ["v"], ["a"], ["3", "enter"]], ids=" ".join)
@pytest.mark.parametrize("typed", ["", "here"])
async def test_writing_for_an_advert_that_is_joined_away_loses_nothing(
    empty_paths: Paths, keys: list[str], typed: str
) -> None:
    spec = (Group("Experience", ("Lifting",), ()),)
    one = Advert(board="nhsjobs", slug="C9999-26-0101", title="Porter", person_spec=spec)
    other = one._replace(board="trac", slug=None, reference_number="999-AB12-26")
    with Library.open(empty_paths.library_file, clock) as library:
        ids = {library.add(advert, b"page", "page.html").advert_id for advert in (one, other)}
    async with running(empty_paths) as (app, pilot):
        entry = app.main.advert.entry
        assert entry is not None
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.focused, Editor) or keys == ["v"])
        if keys == ["v"]:
            await until(pilot, lambda: app.screen is app.main.over)
        await pilot.press(*typed)
        focused = isinstance(app.focused, Editor)
        with Library.open(empty_paths.library_file, clock) as library:
            (stays,) = ids - {entry.head.id}
            library.set_note(stays, "Rang on Monday.")
            both = one._replace(reference_number=other.reference_number)
            assert library.add(both, b"both", "both.html").advert_id == stays
        await until(pilot, lambda: app.screen is app.main)
        pieces = ["here"] if typed and focused else []
        await until(pilot, lambda: [p.text for p in app.library.bank.pieces()] == pieces)
        if isinstance(app.focused, Editor):
            await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.focused, Editor))


async def test_an_advert_that_was_joined_with_another_meanwhile_can_be_clicked(
    empty_paths: Paths,
) -> None:
    one = Advert(board="nhsjobs", slug="C9999-26-0101", title="Porter")
    other = Advert(board="trac", reference_number="999-AB12-26", title="Porter, Nights")
    empty_paths.data.mkdir()
    with Library.open(empty_paths.library_file, clock) as library:
        for advert in (one, other):
            library.add(advert, b"page", "page.html")
    async with running(empty_paths) as (app, pilot):
        assert app.main.adverts.list.total == 2
        with Library.open(empty_paths.library_file, clock) as library:
            both = one._replace(reference_number=other.reference_number)
            library.add(both, b"both", "both.html")
            assert library.count() == 1
        await pilot.click(app.main.adverts.list, offset=(5, 4))
        await until(pilot, lambda: app.main.adverts.list.total == 1)
        await until(pilot, lambda: "C9999-26-0101" in app.main.advert.header.words)
