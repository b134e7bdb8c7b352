"""The tables of the library, and the steps from each version of them to the next.

A step, once released, is never edited. A change of `index.short_text` or `index.full_text`
also needs a step: one that empties and refills the indexes.
"""

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x4E48534A  # "NHSJ"
Migration = Callable[[sqlite3.Connection], None]

_FTS = "detail=none, columnsize=0, prefix='{}', tokenize='unicode61 remove_diacritics 2'"
# The short index is asked at each letter typed, and a prefix that it holds is found far sooner.
_SHORT, _LONG = _FTS.format("1 2 3 4 5 6"), _FTS.format("1 2 3")
_TABLES = """
CREATE TABLE advert (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    board TEXT NOT NULL,
    slug TEXT,
    number TEXT,
    title TEXT NOT NULL,
    employer TEXT NOT NULL,
    place TEXT NOT NULL,
    band TEXT,
    salary TEXT NOT NULL,
    salary_min REAL,
    salary_max REAL,
    salary_per TEXT,
    posted TEXT,
    closing TEXT,
    closing_time TEXT,
    closed INTEGER NOT NULL,
    listing INTEGER NOT NULL,
    closes_at INTEGER,
    yearly REAL,
    band_key TEXT,
    title_key TEXT NOT NULL,
    essential_met INTEGER NOT NULL DEFAULT 0,
    essential_of INTEGER NOT NULL DEFAULT 0,
    desirable_met INTEGER NOT NULL DEFAULT 0,
    desirable_of INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    fetched_at TEXT NOT NULL
);
CREATE INDEX advert_by_closing ON advert (ended, closes_at);
CREATE INDEX advert_by_posted ON advert (posted);
CREATE INDEX advert_by_title ON advert (title_key);
CREATE INDEX advert_by_salary ON advert (yearly);
CREATE INDEX advert_by_band ON advert (band_key, ended, closes_at);

CREATE TABLE body (
    advert_id INTEGER PRIMARY KEY REFERENCES advert ON DELETE CASCADE,
    record BLOB NOT NULL
);
CREATE TABLE reference (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
    PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE INDEX reference_by_advert ON reference (advert_id);
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY,
    advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
    board TEXT NOT NULL,
    source TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    digest BLOB NOT NULL,
    raw_digest BLOB NOT NULL,
    record BLOB NOT NULL,
    raw BLOB NOT NULL
);
CREATE INDEX snapshot_by_advert ON snapshot (advert_id);

CREATE TABLE application (
    advert_id INTEGER PRIMARY KEY REFERENCES advert ON DELETE CASCADE,
    shortlisted INTEGER NOT NULL DEFAULT 0,
    stage TEXT,
    note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
    key TEXT NOT NULL,
    group_name TEXT NOT NULL,
    essential INTEGER NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'todo',
    evidence TEXT NOT NULL DEFAULT '',
    own INTEGER NOT NULL DEFAULT 0,
    UNIQUE (advert_id, key)
);
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX event_by_advert ON event (advert_id);
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL,
    advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
    field TEXT NOT NULL,
    key TEXT NOT NULL,
    old TEXT,
    new TEXT,
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX journal_by_advert ON journal (advert_id);
CREATE INDEX journal_by_step ON journal (step);

CREATE VIRTUAL TABLE find_short USING fts5 (text, content='', SHORT);
CREATE VIRTUAL TABLE find_full USING fts5 (text, content='', LONG);
CREATE VIRTUAL TABLE find_own USING fts5 (text, LONG);
INSERT INTO find_full (find_full, rank) VALUES ('hashsize', 8388608);
"""


def _first_tables(connection: sqlite3.Connection) -> None:
    tables = _TABLES.replace("SHORT", _SHORT).replace("LONG", _LONG)
    for statement in tables.split(";\n"):
        if statement.strip():
            connection.execute(statement)


# Which events tell of a change on a board; the index is used only where a query says it in these
# words, so another kind of change takes another index.
CHANGES = "kind IN ('updated', 'gone', 'back')"


def _fetches(connection: sqlite3.Connection) -> None:
    """Add what came of the last time that an advert was asked for."""
    connection.execute(
        """
        CREATE TABLE fetch (
            advert_id INTEGER PRIMARY KEY REFERENCES advert ON DELETE CASCADE,
            at TEXT NOT NULL,
            outcome TEXT NOT NULL,
            reason TEXT NOT NULL,
            etag TEXT NOT NULL,
            last_modified TEXT NOT NULL
        )
        """
    )
    connection.execute(
        "CREATE INDEX event_of_change ON event (at) WHERE kind IN ('updated', 'gone', 'back')"
    )


def _listings(connection: sqlite3.Connection) -> None:
    """Make room for syncs; take plain listings out of the full-text index, where none is now."""
    from nhsjobtui.library.index import every_word, full_text
    from nhsjobtui.library.rows import unpack

    # What the feed last said of an advert that it lists, as a digest; NULL where it does not.
    connection.execute("ALTER TABLE advert ADD COLUMN listed BLOB")
    connection.execute(
        "CREATE TABLE sync (query TEXT PRIMARY KEY, started_at TEXT NOT NULL, full_at TEXT)"
    )
    found = "SELECT id, record FROM advert JOIN body ON advert_id = id WHERE listing"
    for advert_id, record in connection.execute(found).fetchall():
        advert = unpack(record)
        if not full_text(advert):
            connection.execute(
                "INSERT INTO find_full (find_full, rowid, text) VALUES ('delete', ?, ?)",
                (advert_id, every_word(advert)),
            )


_WRITING = (
    # Texts and choices of the statement, and what to ask at the interview.
    "ALTER TABLE application ADD COLUMN plan TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE application ADD COLUMN opening TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE application ADD COLUMN ending TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE application ADD COLUMN questions TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE mark ADD COLUMN self_mark INTEGER",
    "ALTER TABLE mark ADD COLUMN written_at TEXT",
    """
    UPDATE mark SET written_at = COALESCE(
        (SELECT max(at) FROM event WHERE event.advert_id = mark.advert_id AND kind = 'evidence'),
        (SELECT added_at FROM advert WHERE advert.id = mark.advert_id)
    ) WHERE evidence != ''
    """,
    """
    CREATE TABLE stage_detail (
        advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
        stage TEXT NOT NULL,
        day TEXT,
        time TEXT,
        note TEXT NOT NULL,
        PRIMARY KEY (advert_id, stage)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE sent (
        id INTEGER PRIMARY KEY,
        advert_id INTEGER NOT NULL REFERENCES advert ON DELETE CASCADE,
        at TEXT NOT NULL,
        record BLOB NOT NULL
    )
    """,
    "CREATE INDEX sent_by_advert ON sent (advert_id)",
    """
    CREATE TABLE piece (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text TEXT NOT NULL,
        written_at TEXT NOT NULL
    )
    """,
    # A change of a general piece belongs to no advert.
    """
    CREATE TABLE new_journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        step INTEGER NOT NULL,
        advert_id INTEGER REFERENCES advert ON DELETE CASCADE,
        field TEXT NOT NULL,
        key TEXT NOT NULL,
        old TEXT,
        new TEXT,
        undone INTEGER NOT NULL DEFAULT 0
    )
    """,
    "INSERT INTO new_journal SELECT * FROM journal",
    "DROP TABLE journal",
    "ALTER TABLE new_journal RENAME TO journal",
    "CREATE INDEX journal_by_advert ON journal (advert_id)",
    "CREATE INDEX journal_by_step ON journal (step)",
    # The bank: evidence under its mark's id, a general piece under its own below zero. The words
    # are stems, so that “assessing” finds “assessments”.
    """
    CREATE VIRTUAL TABLE find_bank USING fts5 (
        criterion, evidence, tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO find_bank (rowid, criterion, evidence) "
    "SELECT id, text, evidence FROM mark WHERE evidence != ''",
    """
    CREATE TRIGGER mark_into_bank AFTER INSERT ON mark WHEN new.evidence != '' BEGIN
        INSERT INTO find_bank (rowid, criterion, evidence)
        VALUES (new.id, new.text, new.evidence);
    END
    """,
    """
    CREATE TRIGGER mark_out_of_bank AFTER DELETE ON mark WHEN old.evidence != '' BEGIN
        DELETE FROM find_bank WHERE rowid = old.id;
    END
    """,
    """
    CREATE TRIGGER mark_in_bank AFTER UPDATE OF text, evidence ON mark
    WHEN old.evidence != new.evidence OR old.text != new.text BEGIN
        DELETE FROM find_bank WHERE rowid = old.id;
        INSERT INTO find_bank (rowid, criterion, evidence)
        SELECT new.id, new.text, new.evidence WHERE new.evidence != '';
    END
    """,
    """
    CREATE TRIGGER piece_into_bank AFTER INSERT ON piece BEGIN
        INSERT INTO find_bank (rowid, criterion, evidence) VALUES (-new.id, '', new.text);
    END
    """,
    """
    CREATE TRIGGER piece_out_of_bank AFTER DELETE ON piece BEGIN
        DELETE FROM find_bank WHERE rowid = -old.id;
    END
    """,
)


def _writing(connection: sqlite3.Connection) -> None:
    """Add what an application needs from its first draft to the interview, and the bank."""
    for statement in _WRITING:
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (_first_tables, _fetches, _listings, _writing)
