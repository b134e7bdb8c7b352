"""Where a board is, and which addresses are its own."""

import os
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from nhsjobtui.clean import clean_line
from nhsjobtui.errors import InputError

URL_VARIABLE = "NHSJOBTUI_NHSJOBS_URL"
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Site:
    """A board on the web.

    `base` is what every path is put after; a request may go to one of `origins` and nowhere else.
    `least_interval` is the shortest time in seconds between two requests that is civil there.
    """

    name: str
    base: str
    origins: frozenset[str]
    least_interval: float

    @property
    def host(self) -> str:
        """The host and port that the requests are counted for."""
        return urlsplit(self.base).netloc

    def url(self, path: str) -> str:
        """Return the address of a path of the site, which begins with a slash."""
        return self.base + path

    def owns(self, url: str) -> bool:
        """Say whether this address is one of the board's."""
        return origin(url) in self.origins


_NHS_JOBS = Site(
    "NHS Jobs",
    "https://www.jobs.nhs.uk",
    frozenset({"https://www.jobs.nhs.uk:443", "https://beta.jobs.nhs.uk:443"}),
    1.0,
)


def nhs_jobs() -> Site:
    """Return where NHS Jobs is: the real one, or what the environment puts in its place.

    Raises InputError unless that is https, or http on this machine.
    """
    base = os.environ.get(URL_VARIABLE, "").strip().rstrip("/")
    if not base:
        return _NHS_JOBS
    home = origin(base)
    if not home or not _may_stand_for_it(base):
        raise InputError(
            f"{URL_VARIABLE} is “{clean_line(base)}”, which cannot stand for NHS Jobs.",
            "It must be an https address, or http://127.0.0.1:PORT for one on this machine.",
        )
    return Site("NHS Jobs", base, frozenset({home}), 0.0)


def origin(url: str) -> str:
    """Return scheme, host and port of a web address, "" where it is none or names a user."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return ""
    if not parts.hostname or parts.username is not None or parts.password is not None:
        return ""
    return f"{parts.scheme}://{parts.hostname.lower()}:{port}"


def _may_stand_for_it(base: str) -> bool:
    parts = urlsplit(base)
    secret = parts.scheme == "https" or _is_loopback(parts.hostname or "")
    return secret and not parts.query and not parts.fragment


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
