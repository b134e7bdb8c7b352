"""One polite client for a board."""

import copy
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self
from urllib.parse import urlencode, urljoin

import httpx

from nhsjobtui.boards.address import Site, origin
from nhsjobtui.boards.body import PAGE, Allowance, read_body
from nhsjobtui.boards.connection import Connection
from nhsjobtui.boards.failures import KEPT, Broken, Refused, Unreachable
from nhsjobtui.boards.stop import Stop
from nhsjobtui.boards.waiting import retry_after, until
from nhsjobtui.clean import clean_line

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TURN = 0.05  # seconds between two looks whether a thread that waits for its turn should stop
_LATER = f"{KEPT} Try again later."


@dataclass(frozen=True, slots=True)
class Manners:
    """How a board is asked; times in seconds.

    `interval` parts the starts of two requests. `read` is the longest silence in an answer, `total`
    the longest a page may take altogether. A try that fails in passing is followed by others after
    `backoff`, then twice that, but by none once `total` is over. A board that wants to be left
    alone for longer than `longest_wait` is left alone for the rest of the run.
    """

    interval: float = 1.0
    connect: float = 10.0
    read: float = 10.0
    total: float = 30.0
    tries: int = 3
    backoff: float = 1.0
    longest_wait: float = 60.0
    redirects: int = 5


class Validators(NamedTuple):
    """What a server said of the copy that is here, to be asked only for a newer one."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


NOTHING_KNOWN = Validators()


class Answer(NamedTuple):
    """What a board answered; `url` is where it came from in the end.

    A status of 500 and more, 403 and 429 never get here.
    """

    status: int
    url: str
    body: bytes
    headers: Mapping[str, str]
    redirected: bool = False

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        return Validators(self.headers.get("ETag", ""), self.headers.get("Last-Modified", ""))


class _Ask(NamedTuple):
    method: str
    url: str
    allow: Allowance
    headers: Mapping[str, str]
    form: Mapping[str, str] | None = None


class Client:
    """Asks one board, one thing at a time, over one connection.

    Several threads may share it and take turns. Every failure is a `BoardError`; whatever the
    server does, a call ends within the tries and times of its manners.
    """

    def __init__(
        self,
        site: Site,
        manners: Manners = Manners(),
        *,
        folder: Path | None = None,
        stop: Stop | None = None,
    ) -> None:
        """`folder` is where all copies of the program keep the time of their last request."""
        self.site = site
        self._manners = manners
        self._stop = stop or Stop()
        times = httpx.Timeout(manners.read, connect=manners.connect)
        self._shared = Connection(site, manners.interval, times, folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self._shared.close()

    @property
    def refused(self) -> bool:
        """Say whether the board wants to be left alone; nothing more is asked of it then."""
        return self._shared.refused is not None

    def until(self, stop: Stop) -> Self:
        """Return this client, connection and all, with another switch that stops it."""
        other = copy.copy(self)
        other._stop = stop
        return other

    def get(
        self,
        path: str,
        params: Mapping[str, str] | None = None,
        *,
        allow: Allowance = PAGE,
        known: Validators = NOTHING_KNOWN,
    ) -> Answer:
        """Return what the board answers to a path; with `known` that may be 304 and no body."""
        url = self.site.url(path)
        if params:
            url += f"?{urlencode(params)}"
        return self._persist(_Ask("GET", url, allow, known.headers()))

    def post(self, path: str, form: Mapping[str, str], *, allow: Allowance = PAGE) -> Answer:
        """Return what the board answers to a form sent to a path."""
        return self._persist(_Ask("POST", self.site.url(path), allow, {}, form))

    @contextmanager
    def session(self) -> Iterator[None]:
        """Let the board's cookies last for the block, which has the connection to itself."""
        shared = self._shared
        with self._turn():
            shared.sessions += 1
            try:
                yield
            finally:
                shared.sessions -= 1
                shared.http.cookies.clear()

    def _persist(self, ask: _Ask) -> Answer:
        """Ask until there is an answer, within reason."""
        manners, wait = self._manners, self._manners.backoff
        give_up = time.monotonic() + manners.total * ask.allow.patience
        for left in reversed(range(manners.tries)):
            if self._shared.refused:
                raise Refused(*self._shared.refused)
            pause = wait
            try:
                answer = self._follow(ask)
            except Broken as failure:
                why = str(failure)
            else:
                if answer.status < 500 and answer.status not in {403, 429}:
                    return answer
                why = f"answered with a fault of its own ({answer.status})"
                pause = max(wait, self._asked_to_wait(answer))
            if not left or time.monotonic() >= give_up:
                break
            self._stop.wait(pause)
            wait *= 2
        raise Unreachable(f"{self.site.name} {why}.", _LATER)

    def _asked_to_wait(self, answer: Answer) -> float:
        """Return the seconds that the board asks for; raise Refused where it wants no more."""
        name, now = self.site.name, datetime.now(UTC)
        asked = retry_after(answer.headers.get("Retry-After", ""), now)
        if answer.status == 403:
            raise self._leave_alone(
                f"{name} refuses to be asked by this program (403), so it is left alone for now.",
                f"{KEPT} Adverts can still be opened in a browser, and saved from there.",
            )
        if asked is not None and asked.total_seconds() > self._manners.longest_wait:
            raise self._leave_alone(
                f"{name} asks to be left alone until {until(asked, now)} ({answer.status}).",
                f"{KEPT} Try again after that.",
            )
        if answer.status == 429 and (asked is None or self._shared.waited):
            raise self._leave_alone(
                f"{name} says that it is asked too often (429), so it is left alone for now.",
                _LATER,
            )
        self._shared.waited |= answer.status == 429
        return asked.total_seconds() if asked else 0.0

    def _leave_alone(self, message: str, hint: str) -> Refused:
        self._shared.refused = (message, hint)
        return Refused(message, hint)

    def _follow(self, ask: _Ask) -> Answer:
        """Ask, and follow where the board sends on to, as long as that is the board itself."""
        for hop in range(self._manners.redirects + 1):
            answer = self._send(ask)._replace(redirected=hop > 0)
            target = answer.headers.get("Location", "")
            if answer.status not in _REDIRECTS or not target:
                return answer
            ask = self._sent_on(ask, answer.status, target)
        raise Unreachable(f"{self.site.name} sends from one address to the next for ever.", _LATER)

    def _sent_on(self, ask: _Ask, status: int, target: str) -> _Ask:
        try:
            url = urljoin(ask.url, target)
        except ValueError:
            url = ""
        if not self.site.owns(url):
            raise Unreachable(
                f"{self.site.name} sends on to {_shown(url or target)}, which is not its own "
                "address, so that was not asked.",
                _LATER,
            )
        if status == 303 or (status in {301, 302} and ask.method == "POST"):
            return ask._replace(url=url, method="GET", form=None)
        return ask._replace(url=url)

    def _send(self, ask: _Ask) -> Answer:
        """Make one request."""
        shared, seconds = self._shared, self._manners.total * ask.allow.patience
        with self._turn():
            if not shared.sessions:
                shared.http.cookies.clear()
            try:
                with (
                    shared.line.request(seconds, self._stop),
                    shared.http.stream(
                        ask.method,
                        ask.url,
                        data=ask.form,
                        headers=ask.headers,
                        extensions={"trace": shared.line.trace},
                    ) as response,
                ):
                    if ask.url.startswith("http://"):  # this machine, which is as safe as TLS
                        for cookie in shared.http.cookies.jar:
                            cookie.secure = False
                    body = read_body(response, ask.allow)
                    return Answer(response.status_code, ask.url, body, response.headers)
            except (httpx.TransportError, OSError) as error:
                self._stop.wait(0)
                if shared.line.late:
                    raise Broken(f"took longer than {seconds:g} seconds to answer") from error
                raise self._broken(error) from error
            except (httpx.InvalidURL, ValueError) as error:
                raise Unreachable(
                    f"{_shown(ask.url)} cannot be asked for: {clean_line(str(error))}.", KEPT
                ) from error

    def _broken(self, error: Exception) -> Exception:
        """Return what a failure of the network is to be called."""
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            return Unreachable(
                f"{self.site.name} cannot prove that it is {self.site.host}, so nothing was asked.",
                f"{KEPT} Check the clock of this machine; somebody may be listening in.",
            )
        if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError):
            return Broken("could not be reached (is this machine online?)")
        if isinstance(error, httpx.TimeoutException):
            return Broken(f"was silent for {self._manners.read:g} seconds")
        return Broken("broke off in the middle of its answer")

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Have the connection to oneself."""
        while not self._shared.turn.acquire(timeout=_TURN):
            self._stop.wait(0)
        try:
            yield
        finally:
            self._shared.turn.release()


def _shown(url: str) -> str:
    """Return the server of an address, with its port where that is an unusual one."""
    return clean_line(origin(url).removesuffix(":443").removesuffix(":80") or url)[:80]
