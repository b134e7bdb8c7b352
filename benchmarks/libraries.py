"""Libraries of up to a million invented adverts, kept between runs.

They lie in $NHSJOBTUI_BENCH or the user's cache, never in the project, and are made again when a
week old: their closing dates count from the day they were made.
"""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

import platformdirs

from benchmarks import say
from benchmarks.invented import adverts
from nhsjobtui.library import Library
from nhsjobtui.model.advert import Advert
from nhsjobtui.model.merge import is_listing

FULL = 20_000
"""So many adverts at most have a body; the others are listings."""
_GENERATOR = 3
_AT_ONCE = 10_000
_LISTINGS_AT_ONCE = 1_000
_FRESH = timedelta(days=7)
_MARK = "made.txt"
_FILE = "library.sqlite3"
_PEER_FILE = "peer.sqlite3"


def home(count: int) -> Path:
    """Return a folder for $NHSJOBTUI_HOME with a library of `count` adverts, made if need be."""
    folder = cache_folder() / f"library-{_GENERATOR}-{_schema_version()}-{count}"
    if not _is_fresh(folder):
        _make(folder, count)
    (folder / "state.toml").unlink(missing_ok=True)  # nobody left off anywhere
    return folder


@contextmanager
def copy(count: int) -> Iterator[Path]:
    """Give a copy of such a folder to change, and remove it afterwards."""
    with tempfile.TemporaryDirectory(prefix="nhsjobtui-bench-") as place:
        shutil.copy(home(count) / _FILE, place)
        yield Path(place)


def open_library(folder: Path) -> Library:
    """Open the library of such a folder, only to read."""
    return Library.open(folder / _FILE, readonly=True)


def peer_file(folder: Path) -> Path:
    """Return the short fields of the same adverts in one bare table."""
    return folder / _PEER_FILE


def cache_folder() -> Path:
    """Return where the libraries are kept."""
    if chosen := os.environ.get("NHSJOBTUI_BENCH"):
        return Path(chosen)
    return platformdirs.user_cache_path("nhsjobtui-bench", appauthor=False)


def invented(count: int, today: date, start: int = 0) -> Iterator[Advert]:
    """Yield the adverts of a library; the last `FULL` of them have bodies."""
    for number in range(start, count):
        day = adverts.closing_day(number, count, today)
        make = adverts.full if number >= count - FULL else adverts.listing
        yield make(number, day)


def _store(library: Library, chunk: Sequence[Advert]) -> None:
    """Put adverts into a library: the one place that knows the quickest honest way."""
    with library.batch():
        for advert in chunk:
            if not is_listing(advert):
                library.add(advert, b"", advert.url or "")
    listings = [advert for advert in chunk if is_listing(advert)]
    for start in range(0, len(listings), _LISTINGS_AT_ONCE):
        library.put_listings(listings[start : start + _LISTINGS_AT_ONCE])


def _make(folder: Path, count: int) -> None:
    started, today = time.monotonic(), date.today()
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)  # of other versions, another checkout may have use
    new = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        with (
            Library.open(new / _FILE) as library,
            closing(sqlite3.connect(new / _PEER_FILE)) as peer,
        ):
            peer.execute(
                "CREATE TABLE advert (id INTEGER PRIMARY KEY, title, employer, place, slug, "
                "number, closing)"
            )
            pages, done = invented(count, today), 0
            while chunk := list(islice(pages, _AT_ONCE)):
                _store(library, chunk)
                peer.executemany(
                    "INSERT INTO advert VALUES (NULL, ?, ?, ?, ?, ?, ?)", map(_short, chunk)
                )
                done += len(chunk)
                say(f"making a library of {count:,}: {done:,} adverts")
            peer.commit()
        (new / _MARK).write_text(f"{datetime.now(UTC).isoformat()}\n", "utf-8")
        new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    say(f"made a library of {count:,} adverts in {time.monotonic() - started:.0f} s")


def _short(advert: Advert) -> tuple[object, ...]:
    day = advert.closing.isoformat() if advert.closing else None
    place, number = advert.place, advert.reference_number
    return advert.title, advert.employer, place, advert.slug, number, day


def _is_fresh(folder: Path) -> bool:
    try:
        made = datetime.fromisoformat((folder / _MARK).read_text("utf-8").strip())
    except (OSError, ValueError):
        return False
    return datetime.now(UTC) - made < _FRESH


@cache
def _schema_version() -> int:
    """Return the version of the tables that the program makes now."""
    with tempfile.TemporaryDirectory() as place:
        Library.open(Path(place) / _FILE).close()
        with closing(sqlite3.connect(Path(place) / _FILE)) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
