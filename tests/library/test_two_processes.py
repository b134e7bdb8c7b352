"""What a killed program kept, and what two programs at once can do."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.model.query import Query
from tests.library.adverts import NURSE, Clock, advert, put

_ROOT = Path(__file__).parents[2]
_HEAD = """
    import os, signal, sys
    from pathlib import Path
    from nhsjobtui.library import Library
    from tests.library.adverts import NURSE, advert, put

    path = Path(sys.argv[1])
"""


def start(body: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python program on a library."""
    code = textwrap.dedent(_HEAD) + textwrap.dedent(body)
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path), *arguments],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_killed_program_loses_nothing_that_was_done(path: Path, clock: Clock) -> None:
    program = start(
        """
        library = Library.open(path)
        nurse = put(library, NURSE).advert_id
        key = library.entry(nurse).criteria[0].key
        library.set_note(nurse, "Ask about nights.")
        library.set_evidence(nurse, key, "Since 2019.")
        library.set_stage(nurse, "drafting")
        library.undo()
        os.kill(os.getpid(), signal.SIGKILL)
        """,
        path,
    )
    program.communicate(timeout=60)
    assert program.returncode == -signal.SIGKILL
    with Library.open(path, clock) as library:
        entry = library.entry(1)
        assert entry.advert == NURSE
        assert (entry.note, entry.criteria[0].evidence) == ("Ask about nights.", "Since 2019.")
        assert entry.head.stage is None
        redone = library.redo()
        assert redone is not None
        assert library.entry(1).head.stage == "drafting"
        assert library._store.value("PRAGMA integrity_check") == "ok"


def test_a_program_killed_in_a_batch_leaves_the_library_as_it_was(path: Path, clock: Clock) -> None:
    program = start(
        """
        library = Library.open(path)
        put(library, NURSE)
        with library.batch():
            for number in range(300):
                put(library, advert(number))
            os.kill(os.getpid(), signal.SIGKILL)
        """,
        path,
    )
    program.communicate(timeout=60)
    with Library.open(path, clock) as library:
        assert library.count() == 1
        assert put(library, advert(1)).outcome == "new"
        assert library._store.value("PRAGMA integrity_check") == "ok"


def test_two_programs_write_at_the_same_time(path: Path, clock: Clock) -> None:
    body = """
        first = int(sys.argv[2])
        library = Library.open(path)
        for number in range(first, first + 60):
            put(library, advert(number))
            library.set_note(library.find(advert(number).slug), f"note {number}")
        put(library, NURSE)
        """
    programs = [start(body, path, first) for first in ("0", "100", "200")]
    for program in programs:
        _, errors = program.communicate(timeout=120)
        assert (program.returncode, errors) == (0, "")
    with Library.open(path, clock) as library:
        assert library.count() == 181
        assert all(
            head.has_note
            for head in library.heads(library.ids()).values()
            if head.slug != NURSE.slug
        )
        assert library._store.value("PRAGMA integrity_check") == "ok"


def test_a_library_that_stays_busy_is_said(path: Path, clock: Clock) -> None:
    with (
        Library.open(path, clock) as one,
        Library.open(path, clock, patience=0.01) as other,
    ):
        nurse = put(one, NURSE).advert_id
        with one.batch():
            one.set_note(nurse, "first")
            assert other.entry(nurse).note == ""
            with pytest.raises(NhsJobTuiError) as failure:
                other.set_note(nurse, "second")
        assert failure.value.message == (
            f"Another program is writing to the library {path}; this change was not kept."
        )
        other.set_note(nurse, "second")
        assert one.entry(nurse).note == "second"


def test_a_writer_waits_as_long_as_it_was_told(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as plain, Library.open(path, clock, patience=0.25) as app:
        assert plain._store.value("PRAGMA busy_timeout") == 10_000
        assert app._store.value("PRAGMA busy_timeout") == 250


def test_what_another_program_changed_is_noticed_once(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as app, Library.open(path, clock) as command:
        nurse = put(command, NURSE).advert_id
        assert not app.changed_elsewhere()
        app.set_note(nurse, "mine")
        assert not app.changed_elsewhere()
        command.set_note(nurse, "theirs")
        assert app.changed_elsewhere()
        assert not app.changed_elsewhere()
        command.undo()
        app.set_stage(nurse, "applied")
        assert app.changed_elsewhere()


def test_a_full_disk_is_said_and_loses_nothing(library: Library, nurse: int, path: Path) -> None:
    library.set_note(nurse, "before")
    pages = library._store.value("PRAGMA page_count")
    library._store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NhsJobTuiError) as failure:
        library.set_note(nurse, "after " * 100_000)
    assert failure.value.message == (
        "The disk is full; this change was not kept, everything before it was."
    )
    assert library.entry(nurse).note == "before"
    library._store.rows("PRAGMA max_page_count = 1000000")
    library.set_note(nurse, "after")
    assert library.entry(nurse).note == "after"


def test_a_full_disk_in_a_batch_keeps_what_was_there(library: Library, nurse: int) -> None:
    def fill() -> None:
        with library.batch():
            for number in range(500):
                put(library, advert(number, title="Porter " * 1000))

    pages = library._store.value("PRAGMA page_count")
    library._store.rows(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(NhsJobTuiError, match="The disk is full"):
        fill()
    assert list(library.ids()) == [nurse]


def test_going_on_after_a_full_disk_in_a_batch_keeps_none_of_it(
    library: Library, nurse: int
) -> None:
    failures = []

    def fill() -> None:
        with library.batch():
            for number in range(500):
                try:
                    put(library, advert(number, title="Porter " * 1000))
                except NhsJobTuiError as failure:
                    failures.append(failure.message)

    pages = library._store.value("PRAGMA page_count")
    library._store.rows(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(NhsJobTuiError, match="so none of them was kept"):
        fill()
    assert failures[0].startswith("The disk is full")
    assert set(failures[1:]) == {"One of several changes failed, so none of them was kept."}
    assert list(library.ids()) == [nurse]


def test_a_page_that_is_damaged_later_is_said(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library, library.batch():
        for number in range(200):
            put(library, advert(number))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(NhsJobTuiError, match="is damaged"), Library.open(path, clock) as library:
        library.ids()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks in another way")
def test_reading_beside_an_open_library_leaves_its_log_in_use(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    write = (
        "import sys; from pathlib import Path; from nhsjobtui.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library: library.set_note(1, sys.argv[2])"
    )
    with Library.open(path) as library:
        assert library.add(advert(1), b"", "page").advert_id == 1
        log = path.with_name(f"{path.name}-wal")
        number = log.stat().st_ino
        for count in range(3):
            with Library.open(path, readonly=True) as reader:
                reader.ids(Query(words="nurse"))
            subprocess.run([sys.executable, "-c", write, str(path), f"note {count}"], check=True)
            assert log.stat().st_ino == number
            library.set_shortlisted(1, bool(count % 2))
    with Library.open(path) as library:
        assert library.entry(1).note == "note 2"
        assert library._store.value("PRAGMA integrity_check") == "ok"
