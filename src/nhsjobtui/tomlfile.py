"""The program's own TOML files: written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nhsjobtui.paths import private_folder
from nhsjobtui.wholefile import write_whole


def write_toml(path: Path, table: Mapping[str, Any]) -> None:
    """Write a file by atomic replacement, for its owner's eyes only.

    Raises OSError or InputError where that fails; the old file is then as it was.
    """
    import tomli_w

    private_folder(path.parent)
    write_whole(path, tomli_w.dumps(table).encode())
