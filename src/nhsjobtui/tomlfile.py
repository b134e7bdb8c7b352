"""The program's own TOML files: written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nhsjobtui.paths import private_folder


def write_toml(path: Path, table: Mapping[str, Any]) -> None:
    """Write a file by atomic replacement, for its owner's eyes only.

    Raises OSError or InputError where that fails; the old file is then as it was.
    """
    import tomli_w

    private_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            tomli_w.dump(table, file)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
