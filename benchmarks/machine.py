"""What the figures were taken on: no names, no paths."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """Return the processor, its cores and the memory in one line."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    cores, memory = os.cpu_count() or 1, pages / 2**30
    return f"{_processor()}, {cores} core{'s' * (cores > 1)}, {memory:.0f} GB, {platform.system()}"


def versions() -> str:
    """Return the versions that matter in one line."""
    return (
        f"nhsjobtui {version('nhsjobtui')}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, Textual {version('textual')}, "
        f"selectolax {version('selectolax')}"
    )


def load() -> float:
    """Return how many processes wanted a core in the last minute, this run's own among them."""
    return os.getloadavg()[0]


def today() -> str:
    """Return the date."""
    return datetime.now(UTC).date().isoformat()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()
