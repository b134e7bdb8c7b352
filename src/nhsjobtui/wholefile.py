"""A file that is written whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by atomic replacement, for its owner's eyes only.

    Raises OSError where that fails; the old file is then as it was.
    """
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=".nhsjobtui-")  # 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
