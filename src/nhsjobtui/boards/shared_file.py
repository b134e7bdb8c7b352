"""A file that every copy of the program uses, one at a time."""

import os
from pathlib import Path

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.paths import private_folder

try:
    import fcntl
except ImportError:  # Windows: copies of the program share files, only not under a lock
    fcntl = None  # type: ignore[assignment]


def open_shared(path: Path) -> int | None:
    """Return a descriptor to read and write a file, made if need be; None where it cannot be."""
    try:
        private_folder(path.parent)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except (OSError, NhsJobTuiError):
        return None


def take_lock(descriptor: int) -> bool:
    """Lock a file unless another copy holds it; closing the descriptor lets go of it."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
