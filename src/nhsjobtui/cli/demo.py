"""`demo`: the app on a library of invented adverts, in a folder of its own.

The dates in the adverts count from the day the demo is built. It is built again on a later day,
unless the person has changed something in it.
"""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nhsjobtui import __version__
from nhsjobtui.cli import context as clock
from nhsjobtui.cli.context import Context
from nhsjobtui.cli.launch import Launch
from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.model.deadline import today
from nhsjobtui.paths import HOME_VARIABLE, Paths, private_folder

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from nhsjobtui.library import Library

EXAMPLES = ("demo", "demo --fresh")
# Says that a folder is a demo, when it was built and what it then held.
_MARK = "demo.txt"


def arguments(parser: "ArgumentParser") -> None:
    """Add what `demo` takes."""
    parser.add_argument(
        "--fresh", action="store_true", help="build the demo again; what you did in it goes"
    )


def run(given: "Namespace", context: Context) -> Launch:
    """Build the demo if need be and ask for the app."""
    return Launch(demo_paths(context.paths, fresh=given.fresh), demo=True)


def demo_paths(paths: Paths, *, fresh: bool = False) -> Paths:
    """Return the folders of the demo, built anew where `fresh` or its dates ask for it."""
    folder = _folder(paths)
    own = Paths(folder, folder, folder)
    day = today(clock.now())
    if fresh or not own.library_file.exists() or _is_stale(own, day):
        _build(own, day)
    return own


def _folder(paths: Paths) -> Path:
    if os.environ.get(HOME_VARIABLE):
        return paths.data / "demo"
    import platformdirs

    return platformdirs.user_cache_path("nhsjobtui", appauthor=False) / "demo"


def _is_stale(paths: Paths, day: date) -> bool:
    """Say whether the demo was built on another day or by another version, and not touched."""
    try:
        built, version, contents = (paths.data / _MARK).read_text("utf-8").split()
    except (OSError, ValueError):
        return False
    if (built, version) == (day.isoformat(), __version__):
        return False
    from nhsjobtui.library import Library

    with Library.open(paths.library_file, clock.now) as library:
        return _contents(library) == contents


def _contents(library: "Library") -> str:
    """Return a short name for everything that the person can change."""
    from hashlib import sha256

    digest = sha256()
    for advert_id in sorted(library.ids()):
        entry = library.entry(advert_id)
        own = (entry.note, entry.criteria, entry.head.shortlisted, entry.head.stage)
        digest.update(repr((advert_id, own, len(library.log(advert_id)))).encode())
    digest.update(repr([piece.text for piece in library.bank.pieces()]).encode())
    return digest.hexdigest()


def _build(paths: Paths, day: date) -> None:
    """Build a demo beside the one that is there, then let it take its place."""
    import shutil
    import tempfile

    from nhsjobtui.cli.samples import fill
    from nhsjobtui.library import Library

    folder = paths.data
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise NhsJobTuiError(
            f"The folder {folder} holds something other than the demo, so it was left alone.",
            "Move it away and try again.",
        )
    private_folder(folder.parent)
    new = Path(tempfile.mkdtemp(prefix=".demo-", dir=folder.parent))
    old = Path(f"{new}.old")
    try:
        with Library.open(new / paths.library_file.name, clock.now) as library:
            fill(library, day)
            mark = f"{day.isoformat()} {__version__} {_contents(library)}\n"
        (new / _MARK).write_text(mark, "utf-8")
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except PermissionError as error:
        raise NhsJobTuiError(
            f"The demo in {folder} could not be replaced: {error.strerror}.",
            "If it is open in another window, close it there.",
        ) from error
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
