"""The person's settings: config.toml, read and never written."""

import math
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError

_LONGEST_INTERVAL = 3600.0


@dataclass(frozen=True, slots=True)
class Network:
    """The table [network].

    `interval` is the least number of seconds between two requests to a board; NHS Jobs itself is
    never asked more often than once a second. `at_start` names a saved search that is run when the
    app opens; "" is none.
    """

    offline: bool = False
    interval: float = 1.0
    at_start: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting; what the file does not say is as the program has it."""

    network: Network = Network()


def read_config(path: Path) -> Config:
    """Return the settings; a missing file leaves all as it is.

    Raises InputError, naming the file and the key, for what cannot be meant.
    """
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise InputError(f"The settings {path} cannot be read: {reason}.") from error
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"The settings {path} are not TOML: {error}.") from error
    for name, value in tables.items():
        if name != "network" or not isinstance(value, dict):
            raise InputError(
                f"There is no setting “{clean_line(name)}” in {path}.",
                "The one table is [network].",
            )
    return Config(_network(tables.get("network", {}), path))


def _network(table: dict[str, Any], path: Path) -> Network:
    for key, value in table.items():
        if key not in _NETWORK:
            raise InputError(
                f"There is no setting “{clean_line(key)}” in [network] of {path}.",
                f"There are: {', '.join(_NETWORK)}.",
            )
        needed, fits = _NETWORK[key]
        if not fits(value):
            raise InputError(f"{key} in [network] of {path} must be {needed}.")
    return Network(**table)


def _is_interval(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and math.isfinite(value)
        and 0 <= value <= _LONGEST_INTERVAL
    )


_NETWORK: dict[str, tuple[str, Callable[[object], bool]]] = {
    "offline": ("true or false", lambda value: isinstance(value, bool)),
    "interval": ("a number of seconds from 0 to 3600", _is_interval),
    "at_start": ("the name of a saved search in quotes", lambda value: isinstance(value, str)),
}
assert list(_NETWORK) == [field.name for field in fields(Network)]  # noqa: S101
