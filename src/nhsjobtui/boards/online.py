"""The one place where the program goes online, or does not."""

from typing import TYPE_CHECKING

from nhsjobtui.boards.address import nhs_jobs
from nhsjobtui.boards.failures import Offline
from nhsjobtui.boards.stop import Stop
from nhsjobtui.config import read_config
from nhsjobtui.paths import Paths

if TYPE_CHECKING:
    from nhsjobtui.boards.client import Client

PACE_FOLDER = "pace"
_LEAST_BACKOFF = 0.1  # seconds


def connect(paths: Paths, *, offline: bool | None = None, stop: Stop | None = None) -> "Client":
    """Return a client for NHS Jobs as the person has set it; no socket is opened before it asks.

    Raises Offline where `offline`, or where that is None config.toml, wants no network used, and
    InputError for settings that cannot be meant.
    """
    network = read_config(paths.config_file).network
    if network.offline if offline is None else offline:
        why = "--offline" if offline else f"offline = true in {paths.config_file}"
        raise Offline(
            f"Working offline ({why}), so NHS Jobs was not asked.",
            "Everything that is in the library can be read all the same.",
        )
    site = nhs_jobs()
    from nhsjobtui.boards.client import Client, Manners

    manners = Manners(network.interval, backoff=max(network.interval, _LEAST_BACKOFF))
    return Client(site, manners, folder=paths.data / PACE_FOLDER, stop=stop)
