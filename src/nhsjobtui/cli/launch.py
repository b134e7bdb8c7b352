"""What a command returns that wants the app to open."""

from typing import NamedTuple

from nhsjobtui.paths import Paths


class Launch(NamedTuple):
    """Open the app on the library of these folders; `offline` None is as config.toml has it."""

    paths: Paths
    demo: bool = False
    offline: bool | None = None
