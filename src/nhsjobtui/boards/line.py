"""The one connection to a board, and what breaks a request on it off."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from nhsjobtui.boards.stop import Stop


class Line:
    """Knows the socket in use, so that a request can be ended from another thread.

    httpx limits the wait for each piece of an answer but not the whole: a server that sends a
    byte now and then would hold a request for ever.
    """

    def __init__(self, sent: Callable[[], None]) -> None:
        self._sent = sent
        self._socket: socket.socket | None = None
        self._request = 0
        self._lock = threading.Lock()
        self.late = False

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Follow what the transport says it does."""
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")
        elif event.endswith("send_request_headers.complete"):
            self._sent()

    @contextmanager
    def request(self, seconds: float, stop: Stop) -> Iterator[None]:
        """Break off what is asked inside after so many seconds, or when `stop` is set."""
        self.late = False
        number = self._request
        timer = threading.Timer(seconds, self._cut, (number, True))
        timer.daemon = True
        timer.start()
        try:
            with stop.calling(lambda: self._cut(number)):
                yield
        finally:
            timer.cancel()
            with self._lock:
                self._request += 1

    def _cut(self, number: int, late: bool = False) -> None:
        with self._lock:
            if number != self._request:
                return
            self.late = late
            if self._socket is not None:
                with suppress(OSError):
                    # Not the method of a TLS socket, which the reading thread is in the middle of.
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
