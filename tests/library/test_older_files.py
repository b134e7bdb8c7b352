"""A library of an older version is brought up to date with all that is in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from nhsjobtui.library import Library
from nhsjobtui.library.schema import MIGRATIONS
from tests.library.adverts import NOW, NURSE, Clock, put

BEFORE_WRITING = MIGRATIONS[:3]


def test_evidence_of_before_is_in_the_bank_with_its_date_and_steps_can_be_undone(
    path: Path, clock: Clock
) -> None:
    with Library.open(path, clock) as library:
        advert_id = put(library, NURSE).advert_id
        key = library.entry(advert_id).criteria[0].key
        library.set_evidence(advert_id, key, "Since 2019.")
        library.set_note(advert_id, "Ring.")
        own = library.add_criterion(advert_id, "Kind")
        library.remove_criterion(advert_id, own.key)
    older(path)
    with Library.open(path, clock) as library:
        (kept,) = library.bank.search("since")
        assert (kept.text, kept.written_at) == ("Since 2019.", NOW)
        assert library.application(advert_id).note == "Ring."
        library.undo()
        assert library.entry(advert_id).criteria[-1].text == "Kind"
        for _ in range(3):
            library.undo()
        assert library.bank.search() == []
        assert library.undo() is None


def older(path: Path) -> None:
    """Make a library what it was before there was anything of writing in it."""
    with closing(sqlite3.connect(path)) as connection:
        for kind, name in connection.execute(
            "SELECT type, name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP {kind} {name}")
        for table in ("find_bank", "piece", "sent", "stage_detail"):
            connection.execute(f"DROP TABLE {table}")
        for column in ("plan", "opening", "ending", "questions"):
            connection.execute(f"ALTER TABLE application DROP COLUMN {column}")
        for column in ("self_mark", "written_at"):
            connection.execute(f"ALTER TABLE mark DROP COLUMN {column}")
        for row, old in connection.execute(
            "SELECT id, old FROM journal WHERE field = 'criterion' AND old IS NOT NULL"
        ).fetchall():
            connection.execute(
                "UPDATE journal SET old = ? WHERE id = ?", (old.replace(", null, null]", "]"), row)
            )
        connection.execute(f"PRAGMA user_version = {len(BEFORE_WRITING)}")
        connection.commit()
