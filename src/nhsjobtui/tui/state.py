"""Where the person left off: state.toml, written whole or not at all."""

import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from nhsjobtui.errors import NhsJobTuiError
from nhsjobtui.keys import Where
from nhsjobtui.model.query import Sort


class State(NamedTuple):
    """What the app opens with; `advert` is a reference."""

    advert: str = ""
    pane: Where = "list"
    scroll: int = 0
    criterion: int = 1
    sort: Sort = "closing"
    filter: str = ""
    zoom: bool = False
    theme: str = ""


def read_state(path: Path) -> State:
    """Return the state last written; a missing or damaged file is a fresh start."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return State()
    fresh = State()
    kept: dict[str, Any] = {
        name: found[name]
        for name, default in fresh._asdict().items()
        if type(found.get(name)) is type(default)
    }
    if kept.get("pane") not in {"list", "advert", "checklist"}:
        kept.pop("pane", None)
    if kept.get("sort") not in {"closing", "posted", "title", "salary"}:
        kept.pop("sort", None)
    return State(**kept)


def write_state(path: Path, state: State) -> None:
    """Write the state by atomic replacement; where that fails the old one stays."""
    from nhsjobtui.tomlfile import write_toml

    # Where one left off is not worth a failed quit.
    with suppress(OSError, NhsJobTuiError):
        write_toml(path, state._asdict())
