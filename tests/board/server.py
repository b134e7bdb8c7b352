"""The server: who asked what and when, what it is answered, and what goes wrong instead."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from tests.board import pages
from tests.board.feed import Feed
from tests.board.vacancies import Vacancy

ADVERT = "/candidate/jobadvert/"
SEARCH = "/candidate/search/results"
FEED = "/api/v1/search_xml"


@dataclass(frozen=True)
class Reply:
    """What the board means to answer."""

    status: int = 200
    body: bytes = b""
    kind: str = "text/html;charset=UTF-8"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Seen:
    """One request as it came; `at` is in seconds of a clock that only goes forward."""

    at: float
    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    connection: int
    form: dict[str, str]


Fault = Callable[["Handler", Reply], None]


@dataclass
class _Planned:
    fault: Fault
    on: str
    left: int | None


class Board:
    """NHS Jobs on 127.0.0.1; use it as a context manager.

    `feed` and the fields below may be changed while it runs. `unknown` is what a slug that is not
    there is answered: a status, or 200 for the placeholder page.
    """

    def __init__(self, vacancies: Iterable[Vacancy] = ()) -> None:
        self.feed = Feed()
        self.vacancies = list(vacancies)
        self.unknown = 404
        self.etags = False
        self.before: Callable[[Seen], None] = lambda seen: None
        self.requests: list[Seen] = []
        self.connections = 0
        self.most_at_once = 0
        self._planned: list[_Planned] = []
        self._now = 0
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._handlers: set[Handler] = set()
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.board = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._thread.join()
        with self._lock:
            handlers = list(self._handlers)
        for handler in handlers:
            handler.hang_up()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The base address that replaces that of NHS Jobs."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [seen.path for seen in self.requests]

    @property
    def gaps(self) -> list[float]:
        """The seconds between each two requests."""
        times = [seen.at for seen in self.requests]
        return [b - a for a, b in pairwise(times)]

    def fault(self, fault: Fault, *, on: str = "", times: int | None = None) -> None:
        """Do this in place of answering paths that contain `on`, so many times or always."""
        self._planned.append(_Planned(fault, on, times))

    def mend(self) -> None:
        """Do nothing wrong any more."""
        self._planned.clear()

    def put(self, vacancy: Vacancy) -> None:
        """Publish a vacancy, or the new text of one."""
        self.vacancies = [*(v for v in self.vacancies if v.slug != vacancy.slug), vacancy]
        self.feed.renew()

    def remove(self, slug: str) -> None:
        """Take a vacancy down."""
        self.vacancies = [v for v in self.vacancies if v.slug != slug]
        self.feed.renew()

    def vacancy(self, slug: str) -> Vacancy | None:
        """Return what is published under a slug."""
        return next((v for v in self.vacancies if v.slug == slug), None)

    # What follows is called by the handlers' threads.

    def asked(self, handler: "Handler", seen: Seen) -> None:
        self.before(seen)
        with self._lock:
            self.requests.append(seen)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)

    def answered(self) -> None:
        with self._lock:
            self._now -= 1

    def opened(self, handler: "Handler") -> int:
        with self._lock:
            self.connections += 1
            self._handlers.add(handler)
            return self.connections

    def closed(self, handler: "Handler") -> None:
        with self._lock:
            self._handlers.discard(handler)

    def take_fault(self, path: str) -> Fault | None:
        with self._lock:
            for planned in self._planned:
                if planned.on in path and planned.left != 0:
                    planned.left = None if planned.left is None else planned.left - 1
                    return planned.fault
        return None

    def nap(self, seconds: float) -> bool:
        """Wait; say whether the board closes."""
        return self._closing.wait(seconds)

    def answer(self, seen: Seen, raw_query: str, repeated: bool) -> Reply:
        if repeated:
            return Reply(400, b'{"status":400}', "application/json")
        if seen.path == FEED:
            status, kind, body = self.feed.page(raw_query, seen.query, self.vacancies)
            return Reply(status, body, kind)
        if seen.path == SEARCH:
            return Reply(body=pages.search(self.vacancies, seen.query).encode())
        if seen.path.startswith(ADVERT):
            return self._advert(seen)
        return Reply(body=pages.PLACEHOLDER.encode())

    def _advert(self, seen: Seen) -> Reply:
        slug, _, action = seen.path.removeprefix(ADVERT).partition("/")
        vacancy = self.vacancy(slug)
        if vacancy is None:
            return Reply(self.unknown, pages.PLACEHOLDER.encode())
        if seen.method == "POST":
            return self._document(vacancy, action, seen)
        session, token = pages.session_of(seen.headers.get("Cookie", ""))
        body = pages.advert(vacancy, token).encode()
        headers = {"Set-Cookie": f"SESSION={session}; Path=/; Secure; HttpOnly; SameSite=Lax"}
        if self.etags:
            headers["ETag"] = pages.etag(vacancy)
            if seen.headers.get("If-None-Match") == headers["ETag"]:
                return Reply(304, headers={"ETag": headers["ETag"]})
        return Reply(body=body, headers=headers)

    def _document(self, vacancy: Vacancy, action: str, seen: Seen) -> Reply:
        if action != ("getfile" if vacancy.getfile else ""):
            return Reply(body=pages.PLACEHOLDER.encode())
        _, token = pages.session_of(seen.headers.get("Cookie", ""))
        named = [d for n, d in enumerate(vacancy.documents) if str(n + 1) == seen.form["document"]]
        if seen.form.get("_csrf") != token or "SESSION=" not in seen.headers.get("Cookie", ""):
            return Reply(403, b"<html><body><h1>403</h1></body></html>")
        if not named:
            return Reply(404)
        return Reply(
            body=named[0].data,
            kind="application/octet-stream",
            headers={"Content-Disposition": f'attachment; filename="{named[0].name}"'},
        )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    board: Board

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away in the middle is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Server

    @property
    def board(self) -> Board:
        return self.server.board

    def setup(self) -> None:
        super().setup()
        self._number = self.board.opened(self)

    def finish(self) -> None:
        self.board.closed(self)
        with suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def _serve(self) -> None:
        at = time.monotonic()
        parts = urlsplit(self.path)
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        length = int(self.headers.get("Content-Length") or 0)
        form = dict(parse_qsl(self.rfile.read(length).decode())) if length else {}
        query = dict(pairs)
        seen = Seen(at, self.command, parts.path, query, dict(self.headers), self._number, form)
        self.board.asked(self, seen)
        try:
            reply = self.board.answer(seen, parts.query, len(pairs) != len(query))
            fault = self.board.take_fault(self.path)
            if fault is None:
                self.reply(reply)
            else:
                fault(self, reply)
        except OSError:  # the client went away
            self.close_connection = True
        finally:
            self.board.answered()

    def reply(self, reply: Reply) -> None:
        """Answer as meant."""
        length = {} if reply.status == 304 else {"Content-Length": str(len(reply.body))}
        self.head(reply, length)
        self.send(reply.body)

    def head(self, reply: Reply, more: Mapping[str, str]) -> None:
        """Send the head of an answer."""
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        for name, value in {**reply.headers, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def send(self, data: bytes) -> None:
        """Send bytes now."""
        self.wfile.write(data)
        self.wfile.flush()

    def nap(self, seconds: float) -> bool:
        """Wait; say whether the board closes."""
        return self.board.nap(seconds)

    def hang_up(self) -> None:
        """Close the connection."""
        self.close_connection = True
        with suppress(OSError, ValueError):
            self.wfile.flush()
        with suppress(OSError):
            self.connection.shutdown(2)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""
