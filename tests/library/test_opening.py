import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from nhsjobtui.errors import InputError, NhsJobTuiError
from nhsjobtui.library import Library
from nhsjobtui.library.intake import read_file
from nhsjobtui.library.opening import open_store
from nhsjobtui.library.schema import APPLICATION_ID, MIGRATIONS
from nhsjobtui.model.query import Query
from tests.library.adverts import NOW, NURSE, Clock, put


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def set_pragma(path: Path, name: str, value: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {name} = {value}")


def test_a_missing_library_is_made_for_its_owner_only(path: Path) -> None:
    with Library.open(path) as library:
        put(library, NURSE)
        made = sorted(file.name for file in path.parent.iterdir())
        assert made == ["library.sqlite3", "library.sqlite3-shm", "library.sqlite3-wal"]
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}
    assert mode(path.parent) == 0o700
    assert mode(path) == 0o600


def test_the_file_says_what_it_is(path: Path) -> None:
    Library.open(path).close()
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == len(MIGRATIONS)
    assert pragma(path, "journal_mode") == "wal"


def test_every_commit_reaches_the_disk(path: Path, clock: Clock) -> None:
    store = open_store(path, clock)
    assert store.value("PRAGMA synchronous") == 2
    assert store.value("PRAGMA foreign_keys") == 1
    assert store.value("PRAGMA busy_timeout") == 10_000
    store.close()


def test_what_was_kept_is_there_after_opening_again(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        added = put(library, NURSE)
    with Library.open(path, clock) as library:
        assert library.count() == 1
        assert library.entry(added.advert_id).advert == NURSE


def test_opening_a_large_library_reads_no_table(path: Path, clock: Clock) -> None:
    Library.open(path, clock).close()
    asked: list[str] = []
    connect = sqlite3.connect

    def listening(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(asked.append)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", listening)
        Library.open(path, clock).close()
    assert asked
    assert all(statement.startswith("PRAGMA") for statement in asked), asked


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Library.open(path) as library:
        assert library.count() == 0


def test_a_file_others_can_read_is_closed_to_them(path: Path) -> None:
    Library.open(path).close()
    path.chmod(0o644)
    Library.open(path).close()
    assert mode(path) == 0o600


def not_sqlite(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)


def cut_short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()


def foreign_with_wal(path: Path) -> None:
    foreign(path)
    set_pragma(path, "journal_mode", "wal")  # type: ignore[arg-type]


def newer(path: Path) -> None:
    Library.open(path).close()
    set_pragma(path, "user_version", 99)


def damaged(path: Path) -> None:
    Library.open(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xa5" * 3996
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (not_sqlite, "is not a library; it was left as it is."),
        (cut_short, "is not a library; it was left as it is."),
        (foreign, "is a database of another program; it was left as it is."),
        (foreign_with_wal, "is a database of another program; it was left as it is."),
        (newer, f"by a newer nhsjobtui (version 99 of the file; this one knows {len(MIGRATIONS)})"),
        (damaged, "is damaged"),
    ],
)
def test_a_file_that_is_no_library_of_ours_is_refused_untouched(
    path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    path.parent.mkdir()
    make(path)
    before = path.read_bytes()
    with pytest.raises(NhsJobTuiError) as failure:
        Library.open(path).count()
    assert sentence in failure.value.message
    assert str(path) in failure.value.message
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NhsJobTuiError, match="is a folder, not a library"):
        Library.open(tmp_path)


def test_a_place_where_nothing_can_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NhsJobTuiError, match="cannot be made"):
        Library.open(tmp_path / "file" / "data" / "library.sqlite3")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_written_to_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NhsJobTuiError, match="cannot be made: Permission denied"):
        Library.open(tmp_path / "library.sqlite3")
    tmp_path.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_cannot_be_written_to_is_refused(path: Path) -> None:
    Library.open(path).close()
    path.chmod(0o400)
    with pytest.raises(NhsJobTuiError, match="cannot be written to; nothing was changed"):
        Library.open(path)


def add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE advert ADD COLUMN colour TEXT")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE half (done)")
    raise ValueError("the second half is missing")


def test_an_older_library_is_copied_and_then_brought_up_to_date(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        put(library, NURSE)
    open_store(path, clock, migrations=(*MIGRATIONS, add_column)).close()
    assert pragma(path, "user_version") == len(MIGRATIONS) + 1
    copies = list((path.parent / "backups").iterdir())
    assert [copy.name for copy in copies] == [
        f"library-version-{len(MIGRATIONS)}-20261110-090000.sqlite3"
    ]
    assert mode(copies[0]) == 0o600
    assert mode(path.parent / "backups") == 0o700
    with Library.open(copies[0], clock) as copy:
        assert copy.heads(copy.ids())[1].title == NURSE.title


def test_a_file_from_before_the_first_version_is_copied_too(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE early (thing)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    open_store(path, clock).close()
    assert pragma(path, "user_version") == len(MIGRATIONS)
    (copy,) = (path.parent / "backups").iterdir()
    assert copy.name == "library-version-0-20261110-090000.sqlite3"


def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        put(library, NURSE)
    with pytest.raises(NhsJobTuiError) as failure:
        open_store(path, clock, migrations=(*MIGRATIONS, add_column, fail))
    assert "cannot be brought up to date: the second half is missing" in failure.value.message
    assert "backups" in failure.value.hint
    assert pragma(path, "user_version") == len(MIGRATIONS) + 1  # the step before it was done wholly
    with closing(sqlite3.connect(path)) as connection:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert "half" not in tables


def test_a_second_copy_in_the_same_second_gets_its_own_name(path: Path, clock: Clock) -> None:
    Library.open(path, clock).close()
    for _ in range(2):
        with pytest.raises(NhsJobTuiError):
            open_store(path, clock, migrations=(*MIGRATIONS, fail))
    assert len(list((path.parent / "backups").iterdir())) == 2


def test_a_reader_needs_a_library_that_is_there_and_of_this_version(
    path: Path, clock: Clock
) -> None:
    with pytest.raises(NhsJobTuiError, match="There is no library at"):
        Library.open(path, clock, readonly=True)
    assert not path.parent.exists()
    Library.open(path, clock).close()
    with pytest.raises(NhsJobTuiError, match="is of an older version"):
        open_store(path, clock, readonly=True, migrations=(*MIGRATIONS, add_column))


def test_a_reader_sees_what_the_writer_does_and_changes_nothing(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as writer, Library.open(path, clock, readonly=True) as reader:
        assert reader.count() == 0
        added = put(writer, NURSE)
        assert reader.entry(added.advert_id).advert == NURSE
        with pytest.raises(NhsJobTuiError, match="cannot be written to; this change was not kept"):
            reader.set_shortlisted(added.advert_id, True)


def test_a_reader_may_be_alone(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        put(library, NURSE)
    with Library.open(path, clock, readonly=True) as reader:
        assert reader.count() == 1
    assert {mode(file) for file in path.parent.iterdir()} == {0o600}


def test_times_are_kept_with_their_zone(path: Path, clock: Clock) -> None:
    with Library.open(path, clock) as library:
        entry = library.entry(put(library, NURSE).advert_id)
        assert entry.added_at == entry.fetched_at == NOW


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
@pytest.mark.parametrize("closed", ["file", "folder", "both"])
def test_a_library_that_cannot_be_written_to_can_be_read(
    path: Path, clock: Clock, closed: str
) -> None:
    with Library.open(path, clock) as library:
        nurse = put(library, NURSE).advert_id
    assert not Library.is_locked(path)
    files = sorted(path.parent.iterdir())
    if closed in {"file", "both"}:
        path.chmod(0o400)
    if closed in {"folder", "both"}:
        path.parent.chmod(0o500)
    try:
        assert Library.is_locked(path)
        with Library.open(path, clock, readonly=True) as library:
            assert library.entry(nurse).head.title == NURSE.title
            assert list(library.ids(Query("teasel"))) == [nurse]
            with pytest.raises(NhsJobTuiError, match="cannot be written to; this change was not"):
                library.set_note(nurse, "x")
        assert sorted(path.parent.iterdir()) == files
    finally:
        path.parent.chmod(0o700)


def test_a_library_that_is_not_there_is_not_locked(path: Path) -> None:
    assert not Library.is_locked(path)


def test_a_library_that_is_open_is_never_read_as_a_page_and_one_that_was_closed_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite3"
    with Library.open(path), pytest.raises(InputError, match="is the library itself"):
        read_file(path)
    assert read_file(path).startswith(b"SQLite format 3")
