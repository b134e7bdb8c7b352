"""When a request goes out on the connection, and what breaks it off."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from nhsjobtui.boards.deadline import Deadline
from nhsjobtui.boards.pace import Pace
from nhsjobtui.boards.stop import Stop


class Line:
    """Knows the socket in use, so that a request can be ended from another thread.

    httpx limits the wait for each piece of an answer but not the whole: a server that sends a
    byte now and then would hold a request for ever.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._socket: socket.socket | None = None
        self._seconds = 0.0
        self._stop = Stop()
        self._deadline = Deadline(self._too_late)
        self._on_its_way = False
        self.late = False

    def close(self) -> None:
        """End what watches over the requests."""
        self._deadline.close()

    @contextmanager
    def request(self, seconds: float, stop: Stop) -> Iterator[None]:
        """Break off what is asked inside so long after it was sent, or when `stop` is set."""
        self.late, self._seconds, self._stop = False, seconds, stop
        try:
            with stop.calling(self._cut):
                self._pace.wait(stop)
                yield
        finally:
            self._deadline.put_off()
            self._arrived()
            self._pace.ended()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Follow what the transport does, and hold a request until it may go out.

        The time is taken here, where the connection is made already: that may take a while, and
        two copies of the program would then come closer than they should.
        """
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            self._socket = info["return_value"].get_extra_info("socket")
        elif event.endswith("send_request_headers.started"):
            self._pace.start(self._stop)
            self._on_its_way = True
            self._deadline.set(self._seconds)
        elif event.endswith("receive_response_headers.complete"):
            self._arrived()

    def _arrived(self) -> None:
        if self._on_its_way:
            self._on_its_way = False
            self._pace.arrived()

    def _too_late(self) -> None:
        self.late = True
        self._cut()

    def _cut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                # Not the method of a TLS socket, which the reading thread is in the middle of.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
