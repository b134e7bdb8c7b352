"""A mistake of the program's own: a sentence for the person, the details in log.txt."""

import os
from datetime import UTC, datetime

from nhsjobtui import __version__
from nhsjobtui.clean import clean_line
from nhsjobtui.paths import Paths

_LARGEST_LOG = 1_000_000


def report(error: BaseException, paths: Paths, item: str = "") -> str:
    """Write the traceback to the log file and return the sentence that says where it is."""
    what = f"“{clean_line(item)}” ran into a mistake" if item else "There is a mistake"
    kept = "What was saved before is kept."
    try:
        _write(error, paths)
        where = f"The details for a report are in {paths.log_file}."
    except OSError as failure:
        where = f"The log {paths.log_file} could not be written: {failure.strerror}."
    return f"{what} in nhsjobtui itself ({type(error).__name__}). {kept} {where}"


def _write(error: BaseException, paths: Paths) -> None:
    import traceback

    log = paths.log_file
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > _LARGEST_LOG:
        log.replace(log.with_suffix(".old.txt"))
    head = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, nhsjobtui {__version__}\n"
    text = head + "".join(traceback.format_exception(error)) + "\n"
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
