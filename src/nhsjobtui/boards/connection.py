"""The one connection to a board, and what everybody who uses it must know of each other."""

import ssl
import threading
from pathlib import Path

import httpx

from nhsjobtui import ADDRESS, __version__
from nhsjobtui.boards.address import Site
from nhsjobtui.boards.line import Line
from nhsjobtui.boards.pace import Pace

USER_AGENT = f"nhsjobtui/{__version__} (+{ADDRESS})"


class Connection:
    """What the clients of one board share.

    `turn` is held by who asks; `refused` is what to say once the board wants to be left alone,
    `waited` whether it was waited for already, and `sessions` counts those that want its cookies.
    """

    def __init__(
        self, site: Site, interval: float, times: httpx.Timeout, folder: Path | None
    ) -> None:
        self.turn = threading.RLock()
        self.pace = Pace(max(interval, site.least_interval), folder, site.host)
        self.line = Line(self.pace)
        self.refused: tuple[str, str] | None = None
        self.waited = False
        self.sessions = 0
        self.http = httpx.Client(
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xml;q=0.9,*/*;q=0.8",
                "Accept-Encoding": "gzip",
            },
            timeout=times,
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            verify=_trust(site),
            # A proxy named in the environment would see every request, and it is not the board.
            trust_env=False,
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close it; closing twice is harmless."""
        self.line.close()
        self.http.close()


def _trust(site: Site) -> ssl.SSLContext:
    """Return what TLS trusts: nothing where there is none to be made, which costs no time."""
    if site.base.startswith("https://"):
        return httpx.create_ssl_context(trust_env=False)
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
