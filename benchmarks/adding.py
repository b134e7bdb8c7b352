"""Adding a folder of saved pages: how fast, in how much memory, and how keys are answered then."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from benchmarks import CannotMeasure, libraries, say
from benchmarks.invented import adverts, pages
from benchmarks.letters import CLEAR, type_letters
from benchmarks.measure import Row, at_percentile
from benchmarks.screens import Expected, expected
from benchmarks.terminal import Lines, Terminal
from nhsjobtui.library import Library
from nhsjobtui.paths import HOME_VARIABLE
from nhsjobtui.reading import read_advert

_QUICK_PAIRS = 5
_FEW, _MANY, _QUICK_MANY = 2_000, 20_000, 6_000
_LEAST_SHARE = 0.6
_FLAT = 1.25
_ANSWERED = 2.0
_AT_ONCE = 50
_LONGEST = 900.0
_OTHER_NUMBERS = 500_000
"""These pages are of other adverts than those of the libraries, and close after all of them."""
_LIBRARY = 20_000
_KEYS = 60
_A_KEY = 0.1


def rows(pairs: int) -> Iterator[Row]:
    """Yield the rows of this part."""
    many = _MANY if pairs > _QUICK_PAIRS else _QUICK_MANY
    with tempfile.TemporaryDirectory(prefix="nhsjobtui-bench-") as place:
        few_pages = _save(Path(place) / "few", _FEW)
        many_pages = _save(Path(place) / "many", many)
        _, small = _add(few_pages)
        paths = sorted(many_pages.iterdir())
        before = _apart(paths[::2])
        seconds, large = _add(many_pages)
        yield _speed(seconds, before, _apart(paths[1::2]), many)
        yield Row(
            f"most memory while adding {many:,} pages",
            f"{large:.0f} MB",
            f"{small:.0f} MB at {_FEW:,}",
            f"{large / small:.2f}",
            f"≤ {_FLAT:g}",
            large / small <= _FLAT,
        )
        yield _moves(many_pages)
        yield _letters(many_pages)


def _save(folder: Path, count: int) -> Path:
    """Save pages as a browser would."""
    folder.mkdir()
    closing = date.today() + timedelta(days=60)
    for number in range(_OTHER_NUMBERS, _OTHER_NUMBERS + count):
        page = pages.html_page(adverts.full(number, closing))
        (folder / f"page-{number}.html").write_bytes(page)
    say(f"saved {count:,} pages")
    return folder


def _add(folder: Path) -> tuple[float, float]:
    """Add the pages to a new library; return the seconds and the most memory in MB."""
    largest = 0.0
    with tempfile.TemporaryDirectory(prefix="nhsjobtui-bench-") as home:
        started = time.perf_counter()
        with adding(folder, Path(home)) as process:
            while process.poll() is None and time.perf_counter() - started < _LONGEST:
                largest = max(largest, _peak(process.pid))
                time.sleep(0.02)
            seconds = time.perf_counter() - started
        if process.returncode != 0 or not largest:
            raise CannotMeasure(f"“nhsjobtui add” of {folder.name} pages ended badly.")
        return seconds, largest


def _peak(process: int) -> float:
    """Return the most memory a process has had so far, in MB; 0 once it has none.

    What `wait4` tells instead begins at the size of the process that started it.
    """
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError as error:
        if not Path("/proc/self/status").exists():
            raise CannotMeasure("Memory is read from /proc, which is not here.") from error
        return 0.0
    found = re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)
    return int(found[1]) / 1000 if found else 0.0


@contextmanager
def adding(folder: Path, home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Let `nhsjobtui add` run beside; it is ended with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "nhsjobtui", "add", str(folder)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, HOME_VARIABLE: str(home)},
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            process.wait()


def _apart(paths: Sequence[Path]) -> tuple[float, float]:
    """Return how many seconds reading pages takes, and storing them, each by itself."""
    reading = storing = 0.0
    with (
        tempfile.TemporaryDirectory(prefix="nhsjobtui-bench-") as home,
        Library.open(Path(home) / "library.sqlite3") as library,
    ):
        for start in range(0, len(paths), _AT_ONCE):
            begun = time.perf_counter()
            chunk = [(page, read_advert(page)) for page in map(_bytes, paths[start:][:_AT_ONCE])]
            read = time.perf_counter()
            with library.batch():
                for page, advert in chunk:
                    library.add(advert, page, "page.html")
            reading, storing = reading + read - begun, storing + time.perf_counter() - read
    return reading, storing


def _speed(
    seconds: float, before: tuple[float, float], after: tuple[float, float], count: int
) -> Row:
    """Compare with one half taken apart before and one after, as the machine's load drifts."""
    reading, storing = (sum(both) for both in zip(before, after, strict=True))
    ratio = (reading + storing) / seconds
    row = Row(
        f"add {count:,} saved pages",
        f"{count / seconds:.0f} pages/s",
        f"{count / (reading + storing):.0f} pages/s apart "
        f"({reading / count * 1000:.2f} ms to read, {storing / count * 1000:.2f} ms to store)",
        f"{ratio:.2f}",
        f"≥ {_LEAST_SHARE:g}",
        ratio >= _LEAST_SHARE,
    )
    say(f"{row.what}: {row.ours} against {row.peer}")
    return row


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def _moves(folder: Path) -> Row:
    """Move through the list at rest, and while a command adds pages to the same library."""
    with libraries.copy(_LIBRARY) as home, Terminal("nhsjobtui", home=home) as app:
        with libraries.open_library(home) as library:
            words = expected(library, library.ids(limit=2 * _KEYS + 1))
        app.settle(1.0)
        idle = [_move(app, word) for word in words[1 : _KEYS + 1]]
        with adding(folder, home) as process:
            time.sleep(1.0)
            busy = [_move(app, word) for word in words[_KEYS + 1 :]]
            if process.poll() is not None:
                raise CannotMeasure("Adding ended before the keys did: more pages are needed.")
    return at_percentile("a move while a command adds", (busy, idle), 0.95, _ANSWERED, "at rest")


def _move(app: Terminal, to: Expected) -> float:
    pressed = app.press("j")
    seconds = app.painted(to.beside_list, to.body, since=pressed, what="the next advert")
    app.rest(pressed + _A_KEY)
    return seconds


def _letters(folder: Path) -> Row:
    """Type into the dialog that adds a folder, at rest and while it does."""
    with libraries.copy(_LIBRARY) as home, Terminal("nhsjobtui", home=home) as app:
        app.settle(1.0)
        app.press("i")
        app.settle(0.4)
        idle = type_letters(app)
        app.press(str(folder))
        app.settle(0.4)
        app.press("\r")
        app.painted(_is_reading, since=time.perf_counter(), what="how many files are read")
        app.press(CLEAR)
        app.rest(time.perf_counter() + 0.5)
        busy = type_letters(app)
        if not _is_reading(app.lines):
            raise CannotMeasure("Adding ended before the keys did: more pages are needed.")
    what = "a letter while the app itself adds"
    return at_percentile(what, (busy, idle), 0.95, _ANSWERED, "at rest")


def _is_reading(lines: Lines) -> bool:
    return any(" files read" in line for line in lines)
